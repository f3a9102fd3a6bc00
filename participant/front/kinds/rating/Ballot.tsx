import { useEffect, useRef, useState } from "preact/hooks";
import { useApp } from "../../view";
import { declaredInterests } from "../../voices";
import { NotTaken } from "../vote/NotTaken";
import { SecrecyLine, SecrecyStrip } from "../vote/Secrecy";
import type { BallotProps } from "../vote/Vote";
import { Overview } from "./Overview";
import { open, type RatingPaper, unreasoned, without } from "./paper";
import { SheetOf } from "./SheetOf";

/** One measure after the other, or all of them to choose from. Every tap is kept; the paper may be half full. */
export function Ballot({ activity, options }: BallotProps) {
  const { board, ballots } = useApp();
  const declared = declaredInterests(board);
  const paper = without(ballots.get<RatingPaper>(activity.id)?.paper ?? {}, declared);
  const unfinished = options.filter(({ id }) => open(paper, id).length || unreasoned(paper, id).length);
  const [at, goTo] = useState<string | null>(unfinished[0]?.id ?? null);
  useArrival(at);
  const place = options.findIndex(({ id }) => id === at);
  const option = options[place];
  const next = [...options.slice(place + 1), ...options.slice(0, Math.max(place, 0))].find((one) => unfinished.includes(one));
  return (
    <>
      <SecrecyStrip activity={activity} />
      <NotTaken activity={activity} />
      {option ? (
        <SheetOf
          key={option.id}
          activity={activity}
          option={option}
          place={place + 1}
          of={options.length}
          paper={paper}
          declared={declared.has(option.id)}
          next={() => goTo(next?.id ?? null)}
          skip={() => goTo(options[place + 1]?.id ?? null)}
          all={() => goTo(null)}
        />
      ) : (
        <Overview paper={paper} options={options} goTo={goTo} next={unfinished[0]?.id} />
      )}
      {!option && <SecrecyLine activity={activity} />}
    </>
  );
}

/** What comes up after a tap is read aloud from its name, from the top of the page. */
function useArrival(at: string | null): void {
  const before = useRef(at);
  useEffect(() => {
    if (before.current === at) return;
    before.current = at;
    document.getElementById(at ? "rate-title" : "question")?.focus();
    window.scrollTo(0, 0);
  }, [at]);
}
