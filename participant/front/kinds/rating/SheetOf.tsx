import { useRef } from "preact/hooks";
import type { Activity } from "../../../../shared/web/front/records";
import { CRITERIA, type RatingResult } from "../../../../shared/web/front/results/rating";
import { firstRoundOf, type Option } from "../../../../shared/web/front/select";
import { useApp } from "../../view";
import { Facts } from "../sheet/Facts";
import { Criterion } from "./Criterion";
import { aside, give, open, type RatingPaper, type Scores, scoreOf, scoresOf, standAside, takeOver, unreasoned } from "./paper";
import { Reason } from "./Reason";

interface Props {
  activity: Activity;
  option: Option;
  place: number;
  of: number;
  paper: RatingPaper;
  /** An interest was declared by name: there is nothing to choose. */
  declared: boolean;
  /** To the next measure that is not filled in. */
  next(): void;
  /** To the next one, whether it is or not. */
  skip(): void;
  all(): void;
}

/** One measure: what it is, and nine criteria to score; or that one leaves it to others. */
export function SheetOf({ activity, option, place, of, paper, declared, next, skip, all }: Props) {
  const { t, board, ballots, speech } = useApp();
  const before = useRef<Scores>({});
  const { id } = option;
  const scores = scoresOf(paper, id);
  const stands = aside(paper, id);
  const measure = board.get("measure", id);
  const first = firstRoundOf(board, activity);
  const own = scoresOf(ballots.get<RatingPaper>(first?.id ?? "")?.counted ?? {}, id);
  const item = (first?.result as RatingResult | undefined)?.items.find((one) => one.id === id);
  const flags = item?.flags ?? [];
  const current = () => ballots.get<RatingPaper>(activity.id)?.paper ?? {};
  const mark = (next: RatingPaper) => void ballots.mark(activity.id, next);
  const score = (criterion: string, n: number | undefined) => {
    const marked = give(current(), id, criterion, n);
    mark(marked);
    speech.say(t("rating.phone.to_go", { n: open(marked, id).length }), "rating");
  };
  const toggle = () => {
    if (!stands) before.current = scores;
    mark(stands ? { ...current(), [id]: before.current } : standAside(current(), id));
  };
  const over = open(takeOver(paper, id, own, flags), id).length < open(paper, id).length;
  return (
    <section aria-labelledby="rate-title">
      <p class="hint num">{t("rating.phone.measure_of", { n: place, of })}</p>
      <h3 id="rate-title" class="part tx" tabIndex={-1}>
        {option.title}
      </h3>
      {measure && (
        <details class="card white rate-facts">
          <summary>{t("rating.phone.about")}</summary>
          <Facts sheet={measure.sheet ?? {}} champion={measure.champion} outputs={measure.indicators ?? []} />
        </details>
      )}
      <label class="rate-aside">
        <input type="checkbox" checked={stands} disabled={declared} onChange={toggle} />
        <span>{t("rating.phone.aside")}</span>
      </label>
      {stands ? (
        <p class="wait-line">{t(declared ? "rating.phone.aside_declared" : "rating.phone.aside_text")}</p>
      ) : (
        <>
          {over && (
            <button type="button" class="btn wide" onClick={() => mark(takeOver(current(), id, own, flags))}>
              {t(flags.length ? "rating.phone.take_over_some" : "rating.phone.take_over")}
            </button>
          )}
          <div class="stack">
            {CRITERIA.map((criterion, i) => (
              <Criterion
                key={criterion}
                item={id}
                criterion={criterion}
                weight={Number((activity.settings.weights as number[] | undefined)?.[i] ?? 0)}
                score={scoreOf(scores, criterion)}
                first={scoreOf(own, criterion)}
                flagged={flags.includes(criterion)}
                why={item?.reasons?.find((reasons) => reasons.c === criterion)}
                set={(n) => score(criterion, n)}
              >
                <Reason activity={activity} item={id} criterion={criterion} score={scoreOf(scores, criterion)} />
              </Criterion>
            ))}
          </div>
        </>
      )}
      <Bar open={open(paper, id)} reasons={unreasoned(paper, id)} last={place === of} next={next} skip={skip} all={all} />
    </section>
  );
}

interface BarProps {
  open: string[];
  reasons: string[];
  last: boolean;
  next(): void;
  skip(): void;
  all(): void;
}

/** How much is to do: a tap leads there; once nothing is, to the next measure. */
function Bar({ open, reasons, last, next, skip, all }: BarProps) {
  const { t } = useApp();
  const lead = open[0] ? `rate-${open[0]}` : reasons[0] ? `why-${reasons[0]}` : "";
  return (
    <div class="ph-act rate-act">
      <button type="button" class="btn narrow-btn" onClick={all}>
        {t("rating.phone.all")}
      </button>
      {lead ? (
        <button type="button" class="btn" onClick={() => leadTo(lead)}>
          {open.length ? t("rating.phone.to_go", { n: open.length }) : t("rating.phone.reasons_to_go", { n: reasons.length })}
        </button>
      ) : (
        <button type="button" class="btn go" onClick={next}>
          {t("rating.phone.next")}
        </button>
      )}
      {lead && (
        <button type="button" class="btn narrow-btn" onClick={skip}>
          {t(last ? "rating.phone.skip_last" : "rating.phone.skip")}
        </button>
      )}
    </div>
  );
}

function leadTo(id: string): void {
  const there = document.getElementById(id);
  there?.scrollIntoView({ block: "center" });
  there?.focus({ preventScroll: true });
}
