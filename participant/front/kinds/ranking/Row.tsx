import type { Option } from "../../../../shared/web/front/select";
import { useApp } from "../../view";
import { GroupName } from "../../views/GroupName";

interface RankedProps {
  option: Option;
  place: number;
  last: boolean;
  /** Take it away. */
  tap(): void;
  shift(by: -1 | 1): void;
}

/** An option in one's order, with keys to move it by one place. They stay at the ends, so that the thumb finds them. */
export function Ranked({ option, place, last, tap, shift }: RankedProps) {
  const { t } = useApp();
  return (
    <li class="vrow has rank" data-option={option.id}>
      <button type="button" class="what" data-act="tap" aria-pressed="true" onClick={tap}>
        <span class="vh">{t("ranking.phone.ranked", { n: place })}</span>
        <b class="rk num" aria-hidden="true">
          {place}
        </b>{" "}
        <GroupName {...option} />
      </button>
      <span class="give">
        <button
          type="button"
          class="tap"
          data-act="up"
          aria-label={t("ranking.phone.up", { option: option.title })}
          aria-disabled={place === 1}
          onClick={() => shift(-1)}
        >
          <Arrow d="M5 15l7-7 7 7" />
        </button>
        <button
          type="button"
          class="tap"
          data-act="down"
          aria-label={t("ranking.phone.down", { option: option.title })}
          aria-disabled={last}
          onClick={() => shift(1)}
        >
          <Arrow d="M5 9l7 7 7-7" />
        </button>
      </span>
    </li>
  );
}

/** An option without a place; pale where no place is left. */
export function Unranked({ option, faint, tap }: { option: Option; faint: boolean; tap(): void }) {
  return (
    <li class="vrow rank" data-option={option.id}>
      <button type="button" class="what" data-act="tap" aria-pressed="false" onClick={tap}>
        <b class={`rk free ${faint ? "faint" : ""}`} aria-hidden="true" />
        <GroupName {...option} />
      </button>
    </li>
  );
}

function Arrow({ d }: { d: string }) {
  return (
    <svg class="arrow" viewBox="0 0 24 24" aria-hidden="true">
      <path d={d} />
    </svg>
  );
}
