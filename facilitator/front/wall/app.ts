/** The wall put together: it only listens. What hangs is the console's to say; nothing here can change anything. */

import { Board } from "../../../shared/web/front/board";
import { Clock } from "../../../shared/web/front/clock";
import { type Translate, translator } from "../../../shared/web/front/i18n";
import { Link, type Wire } from "../../../shared/web/front/link";
import type { Snapshot } from "../../../shared/web/front/records";

export interface Boot {
  surface: "wall";
  language: string;
  code: string;
  key: string;
  messages: Record<string, string>;
  urls: { join: string; join_qr: string; wifi_qr: string; handout_qr?: string };
  snapshot?: Snapshot;
}

export class App {
  readonly board = new Board();
  readonly clock = new Clock();
  readonly link: Link;
  readonly t: Translate;

  constructor(
    readonly boot: Boot,
    open: (key: string) => Wire,
  ) {
    this.t = translator(boot.messages, boot.language);
    this.link = new Link({ board: this.board, wire: open(boot.key), clock: this.clock });
  }

  /** Show what the page brought along, then seek the line. */
  start(): void {
    if (this.boot.snapshot) {
      this.clock.hear(this.boot.snapshot.now);
      this.board.snapshot(this.boot.snapshot);
    }
    this.link.start();
  }
}

export function readBoot(page: Document = document): Boot {
  return JSON.parse(page.getElementById("boot")?.textContent ?? "{}") as Boot;
}
