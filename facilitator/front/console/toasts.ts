/** Short words on what was done, each for ten seconds; the same way back stands in the top bar all the time. */

import { signal } from "@preact/signals";
import type { Timers } from "../../../shared/web/front/timers";

export interface Toast {
  id: number;
  text: string;
  warning: boolean;
  /** The changes that it offers to take away again, oldest first. */
  versions: readonly number[];
}

export const TOAST_MS = 10_000;

export class Toasts {
  readonly shown = signal<readonly Toast[]>([]);
  private last = 0;
  private callOffs = new Map<number, () => void>();

  constructor(private readonly timers: Timers) {}

  say(text: string, versions: readonly number[] = []): void {
    this.show({ id: ++this.last, text, warning: false, versions });
  }

  warn(text: string): void {
    this.show({ id: ++this.last, text, warning: true, versions: [] });
  }

  /** The pointer or the focus is on it: it stays. */
  hold(id: number): void {
    this.callOffs.get(id)?.();
    this.callOffs.delete(id);
  }

  release(id: number): void {
    this.hold(id);
    this.callOffs.set(
      id,
      this.timers.after(TOAST_MS, () => this.close(id)),
    );
  }

  close(id: number): void {
    this.hold(id);
    this.shown.value = this.shown.value.filter((toast) => toast.id !== id);
  }

  /** One at a time: the newest word is the one that matters. */
  private show(toast: Toast): void {
    for (const old of this.shown.value) this.hold(old.id);
    this.shown.value = [toast];
    this.release(toast.id);
  }
}
