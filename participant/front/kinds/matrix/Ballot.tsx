import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useApp } from "../../view";
import { NotTaken } from "../vote/NotTaken";
import { SecrecyLine, SecrecyStrip } from "../vote/Secrecy";
import type { BallotProps } from "../vote/Vote";
import { Factor } from "./Factor";
import { Overview } from "./Overview";
import { factorsOf, isDone, nextOpen, type Paper, type Said } from "./paper";

const ALL = -1; // the list of all factors instead of one

/** One factor at a time, in an order by lot; every tap is saved. Once all questions are answered the next one comes. */
export function Ballot({ activity }: BallotProps) {
  const { t, ballots, seed } = useApp();
  const factors = factorsOf(activity, seed);
  const trend = activity.settings.trend === true;
  const paper = ballots.get<Paper>(activity.id)?.paper ?? {};
  const [at, setAt] = useState(() => nextOpen(factors, paper, factors.length - 1, trend));
  const head = useRef<HTMLHeadingElement>(null);
  const progress = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  const done = factors.filter((factor) => isDone(paper[factor], trend)).length;
  useLayoutEffect(() => {
    if (!moved.current) return;
    head.current?.focus({ preventScroll: true });
    progress.current?.scrollIntoView(); // the question was read; a small screen needs the room
  }, [at]);
  const go = (to: number) => {
    moved.current = true;
    setAt(to);
  };
  const say = (factor: string, said: Said) => {
    const next = { ...paper, [factor]: said };
    void ballots.mark(activity.id, next);
    if (!isDone(paper[factor], trend) && isDone(said, trend)) go(nextOpen(factors, next, at, trend));
  };
  const factor = factors[at];
  return (
    <>
      <SecrecyStrip activity={activity} />
      <NotTaken activity={activity} />
      <div class="mx-progress" ref={progress}>
        <svg class="b" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
          <rect class="i-felt" width={(100 * done) / factors.length} height="6" />
        </svg>
        <span class="num">{t("matrix.phone.done", { n: done, of: factors.length })}</span>
      </div>
      {factor === undefined ? (
        <Overview head={head} factors={factors} paper={paper} trend={trend} choose={go} />
      ) : (
        <Factor
          key={factor}
          head={head}
          factor={factor}
          trend={trend}
          said={paper[factor] ?? {}}
          say={(said) => say(factor, said)}
        />
      )}
      <SecrecyLine activity={activity} />
      <div class="ph-act">
        {at === ALL ? (
          <button type="button" class="btn" onClick={() => go(Math.max(0, nextOpen(factors, paper, factors.length - 1, trend)))}>
            {t(done < factors.length ? "matrix.phone.go_on" : "matrix.phone.from_start")}
          </button>
        ) : (
          <>
            <button type="button" class="btn" disabled={at === 0} onClick={() => go(at - 1)}>
              {t("matrix.phone.back")}
            </button>
            <button type="button" class="btn narrow-btn" onClick={() => go(ALL)}>
              {t("matrix.phone.all")}
            </button>
            <button type="button" class="btn" onClick={() => go(at + 1 < factors.length ? at + 1 : ALL)}>
              {t(isDone(paper[factor as string], trend) ? "matrix.phone.next" : "matrix.phone.skip")}
            </button>
          </>
        )}
      </div>
    </>
  );
}
