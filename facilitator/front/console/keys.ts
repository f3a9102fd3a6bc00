/** The keyboard: which key means which act. Single keys only outside text boxes, and only where they are switched on. */

export type KeyAct =
  | "main"
  | "pause"
  | "cover"
  | "lock"
  | "join"
  | "hide"
  | "approve"
  | "move"
  | "edit"
  | "group"
  | "help"
  | "clear"
  | "undo"
  | "redo"
  | "left"
  | "right"
  | "up"
  | "down"
  | "carry_left"
  | "carry_right"
  | "carry_up"
  | "carry_down"
  | { pile: number };

export interface Stroke {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  /** Where the key was pressed: in a text box, on something that Enter itself works, on a card, or elsewhere. */
  on: "text" | "control" | "card" | "elsewhere";
}

const LETTERS: Record<string, KeyAct> = { p: "pause", b: "cover", l: "lock", j: "join", g: "group", "?": "help" };
const CARD_LETTERS: Record<string, KeyAct> = { h: "hide", a: "approve", m: "move", e: "edit" };
const ARROWS: Record<string, KeyAct> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };
const CARRIES: Record<string, KeyAct> = {
  ArrowLeft: "carry_left",
  ArrowRight: "carry_right",
  ArrowUp: "carry_up",
  ArrowDown: "carry_down",
};

/** Say what a stroke means, or null where it is nobody's or the browser's. */
export function meaning(stroke: Stroke, singles: boolean): KeyAct | null {
  const { key, on } = stroke;
  if (on === "text" || stroke.altKey) return null;
  const letter = key.length === 1 ? key.toLowerCase() : key;
  if (stroke.ctrlKey || stroke.metaKey) {
    if (letter === "z") return stroke.shiftKey ? "redo" : "undo";
    if (letter === "y" && !stroke.shiftKey) return "redo";
    return on === "card" ? (CARRIES[key] ?? null) : null;
  }
  if (key === "Escape") return "clear";
  if (on === "card" && ARROWS[key]) return ARROWS[key];
  if (key === "Enter") return on === "elsewhere" ? "main" : null;
  if (!singles) return null;
  if (LETTERS[letter]) return LETTERS[letter];
  if (on !== "card") return null;
  if (/^[1-9]$/.test(key)) return { pile: Number(key) - 1 };
  return CARD_LETTERS[letter] ?? null;
}

/** The list that "?" shows: keys and the words for what they do. */
export const KEY_LIST: readonly (readonly [string, string])[] = [
  ["Enter", "main"],
  ["P", "pause"],
  ["B", "cover"],
  ["L", "lock"],
  ["J", "join"],
  ["← ↑ ↓ →", "arrows"],
  ["Space", "choose"],
  ["1 – 9", "pile"],
  ["M", "move"],
  ["Ctrl + ← ↑ ↓ →", "carry"],
  ["H", "hide"],
  ["A", "approve"],
  ["E", "edit"],
  ["G", "group"],
  ["Ctrl + Z", "undo"],
  ["Ctrl + Shift + Z", "redo"],
  ["Esc", "clear"],
  ["?", "help"],
];
