import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { newId } from "../../../shared/web/front/ids";
import type { Activity } from "../../../shared/web/front/records";
import { groupsOf } from "../../../shared/web/front/results/reading";
import "../css/matrix.css";
import { marksOf } from "../marks";
import { useApp } from "../view";
import { Refusals } from "../views/Refusals";
import { Strip } from "../views/Strip";
import { Waiting } from "../views/Waiting";
import { FindingCard } from "./reading/FindingCard";

const VERBS = new Set(["reading.mark"]);

/** The findings to be read in silence, one group of factors at a time; whoever likes marks what surprises. */
export function Reading({ activity }: { activity: Activity }) {
  const app = useApp();
  const { t, board, outbox } = app;
  const [at, setAt] = useState(0);
  const head = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  useLayoutEffect(() => {
    if (!moved.current) return;
    head.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [at]);
  if (activity.phase === "draft") return <Waiting />;
  const open = activity.phase === "open";
  const groups = groupsOf(board.all("finding"));
  const group = groups[Math.min(at, groups.length - 1)];
  const most = Number(activity.settings.marks ?? 0);
  const marked = marksOf(board, outbox.list(), activity.id);
  const left = Math.max(0, most - marked.size);
  const turn = (to: number) => {
    moved.current = true;
    setAt(to);
  };
  const mark = (finding: string, on: boolean) =>
    void app.do("reading.mark", { activity: activity.id, mark: newId(), finding, marked: on });
  return (
    <>
      <Strip activity={activity} mode={t(open ? "reading.phone.open" : "reading.phone.over")} done={!open} />
      <Refusals verbs={VERBS} />
      {open && most > 0 && <p class="hint num">{t("reading.phone.left", { n: left, of: most })}</p>}
      {group ? (
        <section class="rd-group" aria-labelledby="rd-name">
          <h3 id="rd-name" ref={head} tabIndex={-1}>
            {t(`factors.words.group.${group.group}`)}
          </h3>
          <ul class="stack">
            {group.findings.map((finding) => (
              <FindingCard
                key={finding.id}
                finding={finding}
                marked={marked.has(finding.id)}
                left={left}
                {...(open && most > 0 ? { mark: (on: boolean) => mark(finding.id, on) } : {})}
              />
            ))}
          </ul>
        </section>
      ) : (
        <p class="empty">{t("reading.phone.none")}</p>
      )}
      {groups.length > 1 && (
        <div class="ph-act">
          <button type="button" class="btn" disabled={at <= 0} onClick={() => turn(at - 1)}>
            {t("reading.phone.back")}
          </button>
          <span class="num">{t("reading.phone.page", { n: Math.min(at, groups.length - 1) + 1, of: groups.length })}</span>
          <button type="button" class="btn" disabled={at >= groups.length - 1} onClick={() => turn(at + 1)}>
            {t("reading.phone.next")}
          </button>
        </div>
      )}
    </>
  );
}
