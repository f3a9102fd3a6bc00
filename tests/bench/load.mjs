// The load: many phones in one process of its own. Reads one plan (JSON) from the command line, prints one JSON line.
// Every loop is bounded by the plan's count and seconds.

import { createHash, randomBytes } from "node:crypto";
import http from "node:http";
import { performance } from "node:perf_hooks";
import { io } from "socket.io-client";

const plan = JSON.parse(process.argv[2]);
const hex = () => randomBytes(16).toString("hex");
const keyOf = (auth) => createHash("md5").update(JSON.stringify(auth)).digest("hex");
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

function request(agent, method, path, { body, headers = {} } = {}) {
  return new Promise((done, fail) => {
    const url = new URL(path, plan.url);
    const sent = http.request(url, { method, agent, headers: { "accept-encoding": "gzip", ...headers } }, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("end", () => {
        const data = Buffer.concat(chunks);
        if (answer.statusCode >= 400) fail(new Error(`${method} ${path}: ${answer.statusCode} ${data}`));
        else done({ status: answer.statusCode, headers: answer.headers, data });
      });
    });
    sent.on("error", fail);
    sent.setTimeout(30_000, () => sent.destroy(new Error(`${method} ${path}: no answer in 30 s`)));
    sent.end(body);
  });
}

function connect(auth, namespace = plan.namespace ?? "") {
  return new Promise((done, fail) => {
    const socket = io(plan.url + namespace, { transports: ["websocket"], auth, forceNew: true, reconnection: false });
    const late = setTimeout(() => fail(new Error("not connected in 30 s")), 30_000);
    socket.once("connect", () => {
      clearTimeout(late);
      done(socket);
    });
    socket.once("connect_error", fail);
  });
}

async function connectAll(auths) {
  const sockets = [];
  for (let i = 0; i < auths.length; i += 50) sockets.push(...(await Promise.all(auths.slice(i, i + 50).map((a) => connect(a)))));
  return sockets;
}

const percentile = (sorted, p) => sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * p) / 100))];

function message(seat, n) {
  if (plan.kind === "ballot") {
    const paper = Object.fromEntries([0, 1, 2].map((i) => [plan.options[(n + i) % plan.options.length], 1]));
    return ["ballot", { activity: plan.activity, key: seat.key, revision: n, paper }];
  }
  if (plan.kind === "card") {
    const args = { activity: plan.activity, card: hex(), text: `A thought of ordinary length, number ${n}` };
    return ["command", { id: hex(), verb: "card.add", args }];
  }
  return ["message", { id: hex(), n, text: "A thought of ordinary length" }];
}

// As many acknowledged messages as go in plan.seconds, plan.inflight at a time a phone.
async function acks() {
  const sockets = await connectAll(plan.auths);
  // A seat keeps its ballot key over the rounds of a run, and its revisions go on rising.
  const seats = sockets.map((socket, i) => ({ socket, key: keyOf(plan.auths[i]), n: Date.now() }));
  const times = [];
  let refused = 0;
  const cpu = process.cpuUsage();
  const start = performance.now();
  const until = start + plan.seconds * 1000;
  await Promise.all(
    seats.flatMap((seat) =>
      Array.from({ length: plan.inflight }, async () => {
        while (performance.now() < until) {
          const [event, payload] = message(seat, ++seat.n);
          const sent = performance.now();
          const answer = await seat.socket.timeout(30_000).emitWithAck(event, payload);
          if (answer?.ok) times.push(performance.now() - sent);
          else if (refused++ === 0) console.error("first refusal:", JSON.stringify(answer));
        }
      }),
    ),
  );
  const seconds = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  for (const { socket } of seats) socket.close();
  times.sort((a, b) => a - b);
  return {
    acks: times.length,
    refused,
    per_second: times.length / seconds,
    p50_ms: percentile(times, 50),
    p99_ms: percentile(times, 99),
    load_cpu: (used.user + used.system) / 1e6 / seconds,
  };
}

// One sender, many listeners: from the sending of a change until the last phone has it.
async function fan() {
  const sockets = await connectAll(plan.auths);
  const sender = await connect(plan.sender.auth, plan.sender.namespace);
  if (plan.sender.follow) await sender.timeout(10_000).emitWithAck("follow", { workshop: plan.sender.follow });
  const rounds = [];
  let heard = 0;
  let bytes = 0;
  let done = () => {};
  for (const socket of sockets)
    socket.on(plan.event, (packet) => {
      if (heard === 0) bytes = JSON.stringify(packet).length;
      if (++heard === sockets.length) done();
    });
  await sleep(500);
  for (let round = 0; round < plan.rounds; round++) {
    heard = 0;
    const all = new Promise((resolve, reject) => {
      done = resolve;
      setTimeout(() => reject(new Error(`only ${heard} of ${sockets.length} heard`)), 20_000).unref();
    });
    const sent = performance.now();
    const payload =
      plan.sender.event === "command"
        ? { id: hex(), verb: plan.sender.verb, args: plan.sender.args }
        : { text: "x".repeat(plan.sender.bytes) };
    sender.emit(plan.sender.event, payload, () => {});
    await all;
    rounds.push(performance.now() - sent);
    await sleep(plan.pause_ms);
  }
  for (const socket of [...sockets, sender]) socket.close();
  rounds.sort((a, b) => a - b);
  const median = percentile(rounds, 50);
  return {
    median_ms: median,
    min_ms: rounds[0],
    max_ms: rounds.at(-1),
    messages_per_second: sockets.length / (median / 1000),
    bytes,
  };
}

// Every phone votes once, spread over plan.seconds; the wall's turnout tells when a vote has arrived there.
async function wall() {
  const sockets = await connectAll(plan.auths);
  const screen = await connect({ key: plan.wall_key }, "/projector");
  const seen = [];
  screen.on("tally", (tally) => {
    if (tally.activity === plan.activity && tally.cast !== undefined) seen.push({ cast: tally.cast, at: performance.now() });
  });
  await sleep(500);
  const acked = [];
  await Promise.all(
    sockets.map(async (socket, i) => {
      await sleep((i / sockets.length) * plan.seconds * 1000);
      const sent = performance.now();
      const [event, payload] = message({ key: hex() }, 1);
      const answer = await socket.timeout(30_000).emitWithAck(event, payload);
      if (!answer?.ok) throw new Error(JSON.stringify(answer));
      acked.push({ sent, at: performance.now() });
    }),
  );
  await sleep(3_000);
  acked.sort((a, b) => a.at - b.at);
  const waits = acked
    .map(({ sent }, rank) => (seen.find((s) => s.cast >= rank + 1)?.at ?? Number.POSITIVE_INFINITY) - sent)
    .sort((a, b) => a - b);
  const acks = acked.map(({ sent, at }) => at - sent).sort((a, b) => a - b);
  for (const socket of [...sockets, screen]) socket.close();
  return {
    votes: acked.length,
    wall_p50_ms: percentile(waits, 50),
    wall_p99_ms: percentile(waits, 99),
    ack_p99_ms: percentile(acks, 99),
    tallies: seen.length,
  };
}

// Everybody at once: page, files, join, page, socket, snapshot.
async function join() {
  const start = performance.now();
  let bytes = 0;
  const waits = await Promise.all(
    Array.from({ length: plan.phones }, async (_, i) => {
      const agent = new http.Agent({ keepAlive: true, maxSockets: 2 });
      const from = performance.now();
      const fetched = async (path, options) => {
        const answer = await request(agent, "GET", path, options);
        if (i === 0) bytes += answer.data.length;
        return answer;
      };
      await fetched(`/join/${plan.code}`);
      const joined = await request(agent, "POST", `/join/${plan.code}`, {
        headers: { accept: "application/json", "content-type": "application/json" },
        body: JSON.stringify({ sector: ["private", "public", "semi-public"][i % 3] }),
      });
      for (const file of plan.files) await fetched(file);
      const { token } = JSON.parse(joined.data);
      await new Promise((done, fail) => {
        const socket = io(`${plan.url}/participant`, {
          transports: ["websocket"],
          auth: { token },
          forceNew: true,
          reconnection: false,
        });
        socket.once("snapshot", () => {
          socket.close();
          done();
        });
        socket.once("connect_error", fail);
        setTimeout(() => fail(new Error("no snapshot in 30 s")), 30_000).unref();
      });
      agent.destroy();
      return performance.now() - from;
    }),
  );
  waits.sort((a, b) => a - b);
  return {
    phones: waits.length,
    all_ms: performance.now() - start,
    p50_ms: percentile(waits, 50),
    p99_ms: percentile(waits, 99),
    first_load_bytes: bytes,
  };
}

// Phones that are only there, until this process is told to end.
async function idle() {
  const sockets = await connectAll(plan.auths);
  console.log(JSON.stringify({ connected: sockets.length }));
  await new Promise((done) => {
    process.stdin.once("data", done);
    process.stdin.once("end", done);
    setTimeout(done, 60_000).unref();
  });
  for (const socket of sockets) socket.close();
  return { connected: sockets.length };
}

try {
  console.log(JSON.stringify(await { acks, fan, wall, join, idle }[plan.mode]()));
  process.exit(0);
} catch (error) {
  console.error(String(error?.stack ?? error));
  process.exit(1);
}
