/** What the server puts into the page for the phone. */

import type { Mine, Snapshot } from "../../shared/web/front/records";

export interface Boot {
  surface: "phone";
  language: string;
  /** The languages that this workshop offers. */
  languages: string[];
  /** Languages by their own names. */
  names: Record<string, string>;
  dir: "ltr" | "rtl";
  code: string;
  messages: Record<string, string>;
  urls: Record<string, string>;
  return_code?: string;
  /** The board as the page was made, so that there is something to see before the line stands. */
  snapshot?: Snapshot;
  mine?: Mine;
  /** Only in the facilitator's preparation: what to answer, since nothing is sent from there. */
  trial?: string;
  /** With `trial`: a ballot on paper is marked here, and handed to the page around. */
  sheet?: boolean;
}

export function readBoot(page: Document = document): Boot {
  return JSON.parse(page.getElementById("boot")?.textContent ?? "{}") as Boot;
}
