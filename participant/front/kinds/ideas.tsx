import "../css/ideas.css";
import { useEffect, useState } from "preact/hooks";
import type { Activity } from "../../../shared/web/front/records";
import { useApp } from "../view";

const FIRST_MS = 61_000; // who has written nothing by then is offered something
const AGAIN_MS = 30_000; // what was put aside meanwhile goes

interface Idea {
  id: string;
  text: string;
}

/** A few cards of others, chosen by the server for this phone, to be carried on. */
export function Ideas({ activity }: { activity: Activity }) {
  const { ask, board, timers, t } = useApp();
  const [ideas, setIdeas] = useState<readonly Idea[]>([]);
  // Not what is on its way: the server offers nothing to whom it has no card of.
  const saved = Object.values(board.mine?.records.card ?? {}).filter((card) => card.activity === activity.id).length;
  useEffect(() => {
    let current = true;
    let stop = () => {};
    const look = () => {
      ask("/ideas", { activity: activity.id }).then(
        (answer) => {
          if (!current) return;
          if (answer.ok) setIdeas(answer.cards as Idea[]);
          stop = timers.after(AGAIN_MS, look);
        },
        () => {
          if (current) stop = timers.after(AGAIN_MS, look);
        },
      );
    };
    if (saved) look();
    else stop = timers.after(FIRST_MS, look);
    return () => {
      current = false;
      stop();
    };
  }, [activity.id, saved]);
  if (!ideas.length) return null;
  return (
    <section aria-labelledby="ideas">
      <h2 id="ideas" class="part">
        {t("ideas.phone.title", { n: ideas.length })}
      </h2>
      <p class="hint">{t("ideas.phone.how")}</p>
      <ul class="mine ideas">
        {ideas.map((idea) => (
          <li key={idea.id} class="card white">
            <span class="tx">{idea.text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
