/** The findings that this phone has marked: what the server says is mine, with what is on its way laid over it. */

import type { Board } from "../../shared/web/front/board";
import type { Item } from "../../shared/web/front/outbox";

export function marksOf(board: Board, items: readonly Item[], activity: string): Set<string> {
  const own = Object.values(board.mine?.records.mark ?? {}).filter((mark) => mark.activity === activity);
  const marked = new Set(own.map((mark) => mark.finding));
  for (const item of items) {
    if (item.verb !== "reading.mark" || item.args.activity !== activity || item.state === "refused") continue;
    if (item.args.marked) marked.add(String(item.args.finding));
    else marked.delete(String(item.args.finding));
  }
  return marked;
}
