import type { Option } from "../../../../shared/web/front/select";

/** A measure and what it costs. */
export function Priced({ option, cost }: { option: Pick<Option, "title">; cost: string }) {
  return (
    <span class="what">
      <span class="name">
        <span class="tx">{option.title}</span>
        <small class="fund-cost num">{cost}</small>
      </span>
    </span>
  );
}
