import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Option } from "../../../../shared/web/front/select";
import { add, addMinus, type DotsPaper, left, minusLeft, move, ruleOf, takeBack } from "../../paper";
import { useApp } from "../../view";
import { NotTaken } from "../vote/NotTaken";
import { SecrecyLine, SecrecyStrip } from "../vote/Secrecy";
import type { BallotProps } from "../vote/Vote";
import { MoveSheet } from "./MoveSheet";
import { Row } from "./Row";
import { Tray } from "./Tray";

/** The options in an order by lot, a ring at each, and the dots that are left at the thumb. Every tap is saved. */
export function Ballot({ activity, options }: BallotProps) {
  const { t, board, ballots, speech } = useApp();
  const rule = ruleOf(activity.settings);
  const own = ballots.get<DotsPaper>(activity.id);
  const paper = own?.paper ?? {};
  const rest = left(paper, rule);
  const [mine, setMine] = useState(false);
  const [wish, setWish] = useState<Option | null>(null);
  const refocus = useRefocus();
  const scrolledTo = useRef(0);

  const mark = (next: DotsPaper, said: string) => {
    void ballots.mark(activity.id, next);
    speech.say(said, "dots");
  };
  const give = (option: Option) => {
    if (rest === 0) {
      setWish(option);
      return;
    }
    const next = add(paper, option.id, rule);
    mark(next, t("dots.phone.said", { option: option.title, count: next[option.id] ?? 0, n: left(next, rule) }));
    refocus(option.id, (next[option.id] ?? 0) < rule.most ? "add" : "take");
  };
  const giveMinus = (option: Option) => {
    const next = addMinus(paper, option.id, rule);
    mark(next, t("dots.phone.minus_said", { option: option.title, n: minusLeft(next, rule) }));
    refocus(option.id, "take");
  };
  const take = (option: Option) => {
    const next = takeBack(paper, option.id);
    mark(next, t("dots.phone.left", { n: left(next, rule) }));
    refocus(option.id, "add");
  };
  const filter = () => {
    if (!mine) scrolledTo.current = window.scrollY;
    setMine(!mine);
  };
  useLayoutEffect(() => window.scrollTo(0, mine ? 0 : scrolledTo.current), [mine]);

  const ownIdeas = activity.settings.own === false ? (board.mine?.records.card ?? {}) : {};
  const rows = mine ? options.filter((option) => paper[option.id]) : options;
  return (
    <>
      <SecrecyStrip activity={activity} />
      <p class="hint">{t(rule.most > 1 ? "dots.phone.rule_most" : "dots.phone.rule_one", { n: rule.dots, most: rule.most })}</p>
      {rule.minus > 0 && <p class="hint">{t("dots.phone.rule_minus", { n: rule.minus })}</p>}
      <NotTaken activity={activity} />
      <ul class="vlist">
        {rows.map((option) => (
          <Row
            key={option.id}
            option={option}
            dots={paper[option.id] ?? 0}
            most={rule.most}
            minus={minusLeft(paper, rule) > 0}
            faint={rest === 0}
            own={option.id in ownIdeas}
            give={() => give(option)}
            giveMinus={() => giveMinus(option)}
            take={() => take(option)}
          />
        ))}
      </ul>
      {mine && !rows.length && <p class="empty">{t("dots.phone.none_yet")}</p>}
      <SecrecyLine activity={activity} />
      <Tray
        rule={rule}
        rest={rest}
        minus={minusLeft(paper, rule)}
        chosen={options.filter((option) => paper[option.id]).length}
        mine={mine}
        filter={filter}
      />
      {wish && (
        <MoveSheet
          wish={wish}
          options={options.filter((option) => (paper[option.id] ?? 0) > 0 && option.id !== wish.id)}
          paper={paper}
          move={(from) => mark(move(paper, from.id, wish.id, rule), t("dots.phone.moved", { from: from.title, to: wish.title }))}
          close={() => {
            setWish(null);
            refocus(wish.id, "any");
          }}
        />
      )}
    </>
  );
}

/** A tapped ring may vanish; the focus then goes to what took its place in the same row. */
function useRefocus(): (option: string, to: "add" | "take" | "any") => void {
  const [wanted, setWanted] = useState<{ option: string; to: string } | null>(null);
  useLayoutEffect(() => {
    if (!wanted) return;
    const row = document.querySelector(`[data-option="${wanted.option}"]`);
    const target = row?.querySelector<HTMLElement>(`[data-act="${wanted.to}"]`) ?? row?.querySelector<HTMLElement>("[data-act]");
    target?.focus({ preventScroll: true });
    setWanted(null);
  }, [wanted]);
  return (option, to) => setWanted({ option, to });
}
