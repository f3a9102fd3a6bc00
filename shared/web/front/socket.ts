/** The browser's ends of the link: Socket.IO over WebSocket only, and plain HTTP with fetch. */

import { io, type Socket } from "socket.io-client";
import type { Plain } from "./link";
import type { Answer } from "./records";

/** Open a namespace of this page's server; the link decides when to connect and to try again. */
export function openSocket(namespace: string, auth: Record<string, unknown>): Socket {
  return io(namespace, {
    auth,
    transports: ["websocket"],
    autoConnect: false,
    reconnection: false,
    forceNew: true,
    timeout: 8000,
  });
}

const headers = { "Content-Type": "application/json", "X-Requested-With": "led" };

/** What a phone may ask under `base`, "/w/CODE/api", beside the live line. */
export function openAsk(base: string): (path: string, body: unknown) => Promise<Answer> {
  return (path, body) =>
    answered(fetch(base + path, { method: "POST", headers, body: JSON.stringify(body), credentials: "same-origin" }));
}

/** The HTTP addresses of a phone that does without the line. */
export function openPlain(base: string): Plain {
  const post = openAsk(base);
  return {
    command: (command) => post("/command", command),
    ballot: (ballot) => post("/ballot", ballot),
    signal: (signal) => post("/signal", signal),
    board: (since) => answered(fetch(`${base}/board?since=${since}`, { headers, credentials: "same-origin", cache: "no-store" })),
  };
}

/** Any status may carry an answer; what carries none is as good as no line. */
async function answered(response: Promise<Response>): Promise<Answer> {
  const body: unknown = await (await response).json();
  if (typeof body !== "object" || body === null || !("ok" in body)) throw new Error("no answer");
  return body as Answer;
}
