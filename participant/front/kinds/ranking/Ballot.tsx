import { useLayoutEffect, useState } from "preact/hooks";
import type { Option } from "../../../../shared/web/front/select";
import { useApp } from "../../view";
import { NotTaken } from "../vote/NotTaken";
import { SecrecyLine, SecrecyStrip } from "../vote/Secrecy";
import type { BallotProps } from "../vote/Vote";
import { move, type Order, placesOf, toggle } from "./order";
import { Ranked, Unranked } from "./Row";

/** One's order above, the other options below in an order by lot. A tap puts one on the next place. Every tap is saved. */
export function Ballot({ activity, options }: BallotProps) {
  const { t, ballots, speech } = useApp();
  const [refused, setRefused] = useState(false);
  const refocus = useRefocus();
  const places = placesOf(activity);
  const order = ballots.get<Order>(activity.id)?.paper ?? [];
  const ranked = order.flatMap((id) => options.find((option) => option.id === id) ?? []);
  const rest = options.filter((option) => !order.includes(option.id));
  const isFull = order.length >= places;

  const mark = (next: Order, said: string) => {
    setRefused(false);
    void ballots.mark(activity.id, next);
    speech.say(said, "ranking");
  };
  const placeOf = (option: Option, next: Order) =>
    t("ranking.phone.said", { option: option.title, n: next.indexOf(option.id) + 1, of: places });
  const tap = (option: Option) => {
    const next = toggle(order, option.id, places);
    if (next === order) {
      setRefused(true);
      speech.alert(t("ranking.phone.full", { n: places }));
      return;
    }
    mark(next, next.includes(option.id) ? placeOf(option, next) : t("ranking.phone.taken", { option: option.title }));
    refocus(option.id, "tap");
  };
  const shift = (option: Option, by: -1 | 1) => {
    const next = move(order, option.id, by);
    if (next === order) return;
    mark(next, placeOf(option, next));
    refocus(option.id, by < 0 ? "up" : "down");
  };
  return (
    <>
      <SecrecyStrip activity={activity} />
      <p class="hint">
        {places < activity.options.length ? t("ranking.phone.rule_best", { n: places }) : t("ranking.phone.rule_all")}
      </p>
      <NotTaken activity={activity} />
      {ranked.length > 0 && (
        <>
          <h3 class="part" id="ranked">
            {t("ranking.phone.order")}
          </h3>
          <ol class="vlist" aria-labelledby="ranked">
            {ranked.map((option, i) => (
              <Ranked
                key={option.id}
                option={option}
                place={i + 1}
                last={i === ranked.length - 1}
                tap={() => tap(option)}
                shift={(by) => shift(option, by)}
              />
            ))}
          </ol>
        </>
      )}
      {rest.length > 0 && (
        <>
          <h3 class="part" id="unranked">
            {t(isFull ? "ranking.phone.rest_full" : "ranking.phone.rest")}
          </h3>
          <ul class="vlist" aria-labelledby="unranked">
            {rest.map((option) => (
              <Unranked key={option.id} option={option} faint={isFull} tap={() => tap(option)} />
            ))}
          </ul>
        </>
      )}
      {refused && <p class="banner err">{t("ranking.phone.full", { n: places })}</p>}
      <SecrecyLine activity={activity} />
      <div class="ph-act">
        <div class="tray">
          <b class="num">{t("ranking.phone.placed", { n: order.length, of: places })}</b>
        </div>
        {order.length > 0 && (
          <button type="button" class="btn narrow-btn" onClick={() => mark([], t("ranking.phone.cleared"))}>
            {t("ranking.phone.clear")}
          </button>
        )}
      </div>
    </>
  );
}

/** A tapped row goes to another list; the focus goes with it. */
function useRefocus(): (option: string, to: "tap" | "up" | "down") => void {
  const [wanted, setWanted] = useState<{ option: string; to: string } | null>(null);
  useLayoutEffect(() => {
    if (!wanted) return;
    const row = document.querySelector(`[data-option="${wanted.option}"]`);
    row?.querySelector<HTMLElement>(`[data-act="${wanted.to}"]`)?.focus({ preventScroll: true });
    setWanted(null);
  }, [wanted]);
  return (option, to) => setWanted({ option, to });
}
