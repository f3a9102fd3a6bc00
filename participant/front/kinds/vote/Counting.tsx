import { useApp } from "../../view";

interface Props {
  /** Where the kind's words stand, such as "choice.phone". */
  words: string;
  balanced: boolean;
  set(balanced: boolean): void;
}

/** Choose how to look at a result: each ballot weighs the same, or each sector does. */
export function Counting({ words, balanced, set }: Props) {
  const { t } = useApp();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in browsers of 2018
    <div class="langs" role="group" aria-label={t(`${words}.count`)}>
      <button type="button" class="btn" aria-pressed={!balanced} onClick={() => set(false)}>
        {t(`${words}.all_ballots`)}
      </button>
      <button type="button" class="btn" aria-pressed={balanced} onClick={() => set(true)}>
        {t(`${words}.sectors_equal`)}
      </button>
    </div>
  );
}
