/** What is typed into a paper: kept on the phone at each letter, sent when the typing rests or the box is left. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { Activity } from "../../../../shared/web/front/records";
import { useApp } from "../../view";

const REST_MS = 1500;

export interface Typed {
  text: string;
  write(text: string): void;
  /** The box is left: send now. */
  leave(): void;
}

/** Hold a box; ``send`` answers whether the text can go as it is. ``box`` names one of two in the same step. */
export function useTyped(activity: Activity, kept: string, send: (text: string) => boolean, box = ""): Typed {
  const { board, drafts, timers, typing } = useApp();
  const draft = box ? `${activity.id}/${box}` : activity.id;
  const [text, setText] = useState(() => drafts.get(draft) || kept);
  const latest = useRef({ text, send });
  latest.current.send = send;
  const callOff = useRef<(() => void) | null>(null);
  const flush = () => {
    if (!callOff.current) return;
    callOff.current();
    callOff.current = null;
    const open = board.get("activity", activity.id)?.phase === "open";
    if (open && latest.current.send(latest.current.text)) drafts.set(draft, "");
  };
  const soon = () => {
    callOff.current?.();
    callOff.current = timers.after(REST_MS, flush);
  };
  useEffect(() => {
    if (drafts.get(draft)) soon(); // it was typed before the page was loaded anew
    return () => {
      flush();
      typing.pause();
    };
  }, []);
  return {
    text,
    write: (words) => {
      setText(words);
      latest.current.text = words;
      drafts.set(draft, words);
      if (words.trim()) typing.begin(activity.id);
      else typing.end();
      soon();
    },
    leave: () => {
      flush();
      typing.pause();
    },
  };
}
