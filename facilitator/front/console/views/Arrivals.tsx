import { useEffect, useRef, useState } from "preact/hooks";
import { useApp } from "../view";

const REST_MS = 10_000;

/** Tells those who listen how many cards have come, merged: at most once in ten seconds. */
export function Arrivals({ cards, waiting }: { cards: number; waiting: number }) {
  const { t } = useApp();
  const now = useRef({ cards, waiting });
  const [told, setTold] = useState({ cards, waiting, words: "" });
  now.current = { cards, waiting };
  useEffect(() => {
    const ticking = setInterval(() => {
      setTold((before) => {
        const { cards: n, waiting: inbox } = now.current;
        if (n + inbox <= before.cards + before.waiting) return { ...now.current, words: "" };
        return { ...now.current, words: t("console.arrivals", { n: n + inbox - before.cards - before.waiting, inbox }) };
      });
    }, REST_MS);
    return () => clearInterval(ticking);
  }, [t]);
  return (
    <span class="vh" role="status">
      {told.words}
    </span>
  );
}
