/** Earlier workshops of the region, and taking over their measures: by HTTP, for they lie outside of this workshop's board. */

import { hex128 } from "../../../shared/web/front/ids";
import type { Answer } from "../../../shared/web/front/records";

export interface Former {
  id: string;
  title: string;
  date: string;
  measures: number;
}

const HEADERS = { "Content-Type": "application/json", "X-Requested-With": "led" };

/** The workshops that have measures; null where the server could not be asked. */
export async function formerOf(url: string): Promise<Former[] | null> {
  const answer = await asked(fetch(url, { headers: HEADERS, credentials: "same-origin", cache: "no-store" }));
  return answer?.ok ? (answer.workshops as Former[]) : null;
}

/** Take over; null where no answer came: what was done then shows on the board. */
export function takeOver(url: string, from: string): Promise<Answer | null> {
  const body = JSON.stringify({ id: hex128(), from });
  return asked(fetch(url, { method: "POST", headers: HEADERS, credentials: "same-origin", body }));
}

async function asked(response: Promise<Response>): Promise<Answer | null> {
  try {
    const body: unknown = await (await response).json();
    return typeof body === "object" && body !== null && "ok" in body ? (body as Answer) : null;
  } catch {
    return null;
  }
}
