/** The location factors as the options of a list, under their groups. */

import { FACTORS, GROUPS } from "./factors";
import type { Translate } from "./i18n";

export function FactorOptions({ t }: { t: Translate }) {
  return (
    <>
      {GROUPS.map((group) => (
        <optgroup key={group} label={t(`factors.words.group.${group}`)}>
          {FACTORS.filter((factor) => factor.group === group).map(({ code }) => (
            <option key={code} value={code}>
              {code} {t(`factors.words.${code}`)}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
}
