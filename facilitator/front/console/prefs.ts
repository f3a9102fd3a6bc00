/** What this facilitator wants on this device: single keys, the sound at the end of the time. */

import { type Signal, signal } from "@preact/signals";

const NAMES = ["keys", "sound"] as const;
type Name = (typeof NAMES)[number];

export class Prefs {
  readonly keys: Signal<boolean>;
  readonly sound: Signal<boolean>;

  constructor(private readonly storage: Storage | undefined = reachable()) {
    this.keys = signal(this.read("keys"));
    this.sound = signal(this.read("sound"));
  }

  set(name: Name, on: boolean): void {
    this[name].value = on;
    try {
      this.storage?.setItem(key(name), on ? "on" : "off");
    } catch {
      // A full or forbidden storage: it holds until the page is closed.
    }
  }

  private read(name: Name): boolean {
    try {
      return this.storage?.getItem(key(name)) !== "off";
    } catch {
      return true;
    }
  }
}

/** Some browsers throw on the mere mention of localStorage. */
export function reachable(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

function key(name: Name): string {
  return `led/console/${name}`;
}
