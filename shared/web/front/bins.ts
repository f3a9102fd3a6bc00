/** How the bins of a histogram are told. */

import type { Column } from "./columns";
import type { Translate } from "./i18n";
import type { NumberResult } from "./results/poll";

type Bin = NumberResult["bins"][number];

/** "5", "10–19", "≤ 9", "≥ 20". */
export function binName({ least, most }: Bin, t: Translate): string {
  if (least === undefined) return t("poll.words.up_to", { n: most ?? "" });
  if (most === undefined) return t("poll.words.and_more", { n: least });
  return least === most ? least : `${least}–${most}`;
}

/** The bins, to be drawn as columns. */
export function binColumns(result: NumberResult, t: Translate): Column[] {
  return result.bins.map((bin) => {
    const label = binName(bin, t);
    return { label, n: bin.n, said: t("poll.words.column", { answer: label, n: bin.n }) };
  });
}

/** A figure with its unit. */
export function withUnit(figure: string, unit: string): string {
  return unit ? `${figure} ${unit}` : figure;
}
