/** Where cards hang in the facilitator's eyes before the desk has said so: shown at once, slipping back where it says no. */

import type { Board } from "../../../shared/web/front/board";
import type { Card } from "../../../shared/web/front/records";

interface Placement {
  cluster: string | null;
  position: number;
  /** The version that holds it; null while it is not taken. */
  version: number | null;
}

export class Placements {
  private held = new Map<string, Placement>();
  private listeners = new Set<() => void>();

  constructor(private readonly board: Board) {}

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The card as it is to be shown. */
  of(card: Card): Card {
    const placement = this.held.get(card.id);
    if (!placement) return card;
    if (placement.version !== null && this.board.version >= placement.version) {
      this.held.delete(card.id);
      return card;
    }
    return { ...card, cluster: placement.cluster, position: placement.position };
  }

  moving(card: string): boolean {
    return this.held.has(card);
  }

  /** Show a card elsewhere; answers with what to call once the desk has answered: with the version, or null where refused. */
  put(card: string, cluster: string | null, position: number): (version: number | null) => void {
    const placement: Placement = { cluster, position, version: null };
    this.held.set(card, placement);
    this.tell();
    return (version) => {
      if (this.held.get(card) !== placement) return; // it has been carried on meanwhile
      if (version === null) this.held.delete(card);
      else placement.version = version;
      this.tell();
    };
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
