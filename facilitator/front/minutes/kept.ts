/** What is typed and not saved yet, in this browser's own storage: it outlives the page, the network and the server. */

export type Values = Record<string, string>;

export interface Draft {
  /** The note that these words are for; it may not be there yet. */
  note: string;
  /** The fingerprint of the note as it was when the typing began. */
  base: string;
  values: Values;
}

export class Kept {
  works = true;

  constructor(
    private readonly shelf: string,
    private readonly storage: Storage | undefined = reachable(),
  ) {
    this.works = storage !== undefined;
  }

  get(box: string): Draft | undefined {
    try {
      const read: unknown = JSON.parse(this.storage?.getItem(this.key(box)) ?? "null");
      return isDraft(read) ? read : undefined;
    } catch {
      return undefined;
    }
  }

  set(box: string, draft: Draft): void {
    try {
      this.storage?.setItem(this.key(box), JSON.stringify(draft));
    } catch {
      this.works = false; // full or forbidden: the words live in this page only
    }
  }

  drop(box: string): void {
    try {
      this.storage?.removeItem(this.key(box));
    } catch {
      this.works = false;
    }
  }

  /** The boxes that something is kept for. */
  boxes(): string[] {
    try {
      const before = this.key("");
      return Object.keys(this.storage ?? {}).flatMap((key) => (key.startsWith(before) ? [key.slice(before.length)] : []));
    } catch {
      return [];
    }
  }

  /** Words for a box that is gone, for somebody took it out, become new words: below those that already wait there. */
  adopt(boxes: readonly string[]): void {
    for (const box of this.boxes()) {
      const lost = this.get(box);
      if (!lost || boxes.includes(box)) continue;
      const waiting = this.get("new");
      const text = [waiting?.values.text, lost.values.text].filter(Boolean).join("\n\n");
      this.set("new", { note: "new", base: "", ...waiting, values: { ...lost.values, ...waiting?.values, text } });
      this.drop(box);
    }
  }

  private key(box: string): string {
    return `${this.shelf}/${box}`;
  }
}

function isDraft(read: unknown): read is Draft {
  const draft = read as Draft | null;
  return typeof draft?.note === "string" && typeof draft.base === "string" && typeof draft.values?.text === "string";
}

function reachable(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
