import { useEffect } from "preact/hooks";
import { useApp } from "../../view";
import { GroupName } from "../../views/GroupName";
import { NONE } from "./hand";

interface Pile {
  id: string;
  title: string;
  short: string;
  pictogram: string;
  letter: string;
}

interface Props {
  piles: readonly Pile[];
  /** What was said of this card before. */
  said: string | undefined;
  say(group: string, name: string): void;
}

/** A key a group, as they hang on the wall, and one for "none fits". On keyboards: 1 to 9, and 0 for none. */
export function Keys({ piles, said, say }: Props) {
  const { t } = useApp();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || !/^[0-9]$/.test(event.key)) return;
      const pile = piles[Number(event.key) - 1];
      if (event.key === "0") say(NONE, t("shares.phone.none"));
      else if (pile) say(pile.id, pile.short || pile.title);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of 2018 lay no grid into a fieldset
    <div class="share-keys" role="group" aria-label={t("shares.phone.keys")}>
      {piles.map((pile, place) => (
        <button
          type="button"
          key={pile.id}
          class="pile"
          aria-pressed={said === pile.id}
          aria-keyshortcuts={place < 9 ? String(place + 1) : undefined}
          onClick={() => say(pile.id, pile.short || pile.title)}
        >
          <GroupName letter={pile.letter} title={pile.short || pile.title} pictogram={pile.pictogram} />
        </button>
      ))}
      <button
        type="button"
        class="pile alt"
        aria-pressed={said === NONE}
        aria-keyshortcuts="0"
        onClick={() => say(NONE, t("shares.phone.none"))}
      >
        {t("shares.phone.none")}
      </button>
    </div>
  );
}
