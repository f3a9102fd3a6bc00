import { describe, expect, it } from "vitest";
import { type ItemState, Outbox, type Send } from "../../shared/web/front/outbox";
import type { Answer, Command } from "../../shared/web/front/records";
import { memoryShelf, type Shelf } from "../../shared/web/front/shelf";
import { chance, Desk, HandTimers, noting, Page, settle, taken } from "./world";

const REFUSED: Answer = { ok: false, code: "limit", message: "Too long for the wall", retry: false };
const offline: Send = () => Promise.reject(new Error("no line"));

function states(outbox: Outbox): ItemState[] {
  return outbox.list().map((item) => item.state);
}

describe("an outbox", () => {
  it("keeps a command on the shelf before it is sent", async () => {
    const entries = new Map<string, unknown>();
    const inner = memoryShelf(entries);
    let open: () => void = () => undefined;
    const opened = new Promise<void>((done) => {
      open = done;
    });
    const shelf: Shelf = { ...inner, set: (key, value) => opened.then(() => inner.set(key, value)) };
    const sent: number[] = [];
    const outbox = new Outbox(
      shelf,
      noting(sent, () => entries.size, taken),
      new HandTimers(),
    );
    const adding = outbox.add("card.add", { card: "c1" });
    await settle();
    expect(states(outbox)).toEqual(["keeping"]);
    expect(sent).toEqual([]);
    open();
    await adding;
    await settle();
    expect(sent).toEqual([1]); // it stood on the shelf when it went out
    expect(states(outbox)).toEqual(["saved"]);
    expect(entries.size).toBe(0);
  });

  it("makes ids of 32 hex digits and uses the same on every try", async () => {
    const timers = new HandTimers();
    const ids: string[] = [];
    let up = false;
    const outbox = new Outbox(
      memoryShelf(),
      noting(
        ids,
        (c: Command) => c.id,
        () => (up ? taken() : Promise.reject(new Error("lost"))),
      ),
      timers,
    );
    await outbox.add("card.add", {});
    await timers.pass(30_000);
    up = true;
    await timers.pass(20_000);
    expect(ids.length).toBeGreaterThan(4);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(states(outbox)).toEqual(["saved"]);
  });

  it("waits 1, 2, 4, 8, 15 seconds between tries", async () => {
    const timers = new HandTimers();
    const at: number[] = [];
    const outbox = new Outbox(
      memoryShelf(),
      noting(
        at,
        () => timers.now(),
        () => Promise.reject(new Error("lost")),
      ),
      timers,
    );
    await outbox.add("card.add", {});
    await timers.pass(60_000);
    expect(at.slice(1, 7).map((t, i) => t - (at[i] as number))).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000]);
  });

  it("takes five seconds without an answer as not sent, and a late answer all the same", async () => {
    const timers = new HandTimers();
    const answers: ((a: Answer) => void)[] = [];
    const outbox = new Outbox(memoryShelf(), () => new Promise((r) => answers.push(r)), timers);
    await outbox.add("card.add", {});
    await settle();
    expect(states(outbox)).toEqual(["sending"]);
    await timers.pass(5000);
    expect(states(outbox)).toEqual(["waiting"]);
    answers[0]?.({ ok: true, version: 7 });
    await settle();
    expect(states(outbox)).toEqual(["saved"]);
    await timers.pass(60_000);
    expect(answers.length).toBe(1);
  });

  it("has one in flight and keeps the order", async () => {
    const timers = new HandTimers();
    const desk = new Desk();
    let flying = 0;
    let most = 0;
    const send: Send = async (command) => {
      most = Math.max(most, ++flying);
      await new Promise<void>((done) => timers.after(50, done));
      flying -= 1;
      return desk.command(command);
    };
    const outbox = new Outbox(memoryShelf(), send, timers);
    for (let n = 0; n < 5; n += 1) void outbox.add("card.add", { n });
    await timers.pass(1000);
    expect(most).toBe(1);
    expect(desk.effects.map((c) => c.args.n)).toEqual([0, 1, 2, 3, 4]);
  });

  it("keeps what was refused until its author acts, and goes on with the rest", async () => {
    const desk = new Desk();
    desk.refuse = (c) => (c.args.n === 0 ? REFUSED : null);
    const entries = new Map<string, unknown>();
    const outbox = new Outbox(memoryShelf(entries), async (c) => desk.command(c), new HandTimers());
    const id = await outbox.add("card.add", { n: 0 });
    await outbox.add("card.add", { n: 1 });
    await settle();
    expect(states(outbox)).toEqual(["refused", "saved"]);
    expect(outbox.list()[0]?.message).toBe("Too long for the wall");
    const later = new Outbox(memoryShelf(entries), async (c) => desk.command(c), new HandTimers());
    await later.load();
    await settle();
    expect(states(later)).toEqual(["refused"]);
    await later.drop(id);
    expect(later.list()).toEqual([]);
    expect(entries.size).toBe(0);
  });

  it("tries again what was refused for now, after the time that the desk names", async () => {
    const timers = new HandTimers();
    const desk = new Desk();
    let busy = true;
    desk.refuse = () => (busy ? { ok: false, code: "rate", message: "", retry: true, retry_after: 7 } : null);
    const outbox = new Outbox(memoryShelf(), async (c) => desk.command(c), timers);
    await outbox.add("card.add", {});
    await timers.pass(6000);
    busy = false;
    expect(states(outbox)).toEqual(["waiting"]);
    await timers.pass(1500);
    expect(states(outbox)).toEqual(["saved"]);
  });

  it("waits for its seat rather than give up", async () => {
    const timers = new HandTimers();
    const desk = new Desk();
    let joined = false;
    desk.refuse = () => (joined ? null : { ok: false, code: "not_joined", message: "", retry: false });
    const send: Send = async (c) => desk.command({ ...c, id: joined ? c.id : `before/${c.id}` });
    const outbox = new Outbox(memoryShelf(), send, timers);
    await outbox.add("card.add", {});
    await settle();
    expect(states(outbox)).toEqual(["waiting"]);
    joined = true;
    await timers.pass(2000);
    expect(states(outbox)).toEqual(["saved"]);
  });

  it("tries at once when the line is back", async () => {
    const timers = new HandTimers();
    let send = offline;
    const outbox = new Outbox(memoryShelf(), (c) => send(c), timers);
    await outbox.add("card.add", {});
    await timers.pass(20_000);
    send = async () => ({ ok: true });
    outbox.kick();
    await settle();
    expect(states(outbox)).toEqual(["saved"]);
  });

  it("lets saved items go once the board must show them", async () => {
    const desk = new Desk();
    const outbox = new Outbox(memoryShelf(), async (c) => desk.command(c), new HandTimers());
    await outbox.add("card.add", {});
    await outbox.add("card.add", {});
    await settle();
    outbox.confirm((item) => (item.version ?? 0) <= 1);
    expect(outbox.list().map((i) => i.version)).toEqual([2]);
    outbox.confirm((item) => (item.version ?? 0) <= 2);
    expect(outbox.list()).toEqual([]);
  });

  it("sends on and says so where the shelf is full", async () => {
    const shelf: Shelf = { ...memoryShelf(), kind: "localstorage", set: () => Promise.reject(new Error("quota")) };
    const outbox = new Outbox(shelf, async () => ({ ok: true }), new HandTimers());
    expect(outbox.safe).toBe(true);
    await outbox.add("card.add", {});
    await settle();
    expect(outbox.safe).toBe(false);
    expect(states(outbox)).toEqual(["saved"]);
  });

  it.each(Array.from({ length: 30 }, (_, seed) => seed))(
    "loses and doubles nothing under loss, lateness and reloads in mid-flight (seed %i)",
    async (seed) => {
      const dice = chance(seed);
      const timers = new HandTimers(dice);
      const desk = new Desk();
      desk.refuse = (c) => ((c.args.n as number) % 11 === 3 ? REFUSED : null);
      const entries = new Map<string, unknown>();
      const send: Send = async (command) => {
        if (dice() < 0.25) throw new Error("lost on the way there");
        await new Promise<void>((done) => timers.after(dice() * 7000, done));
        const answer = desk.command(command);
        if (dice() < 0.25) return new Promise(() => undefined); // lost on the way back
        return answer;
      };
      let page = new Page(entries);
      const open = () => {
        page.kill();
        page = new Page(entries);
        const here = page;
        return new Outbox(here.shelf, (command) => here.run(() => send(command)), timers);
      };
      let outbox = open();
      const made: number[] = [];
      for (let n = 0; n < 25; n += 1) {
        made.push(n);
        await outbox.add("card.add", { n });
        await timers.pass(dice() * 4000);
        if (dice() < 0.2) {
          outbox = open();
          await outbox.load();
        }
      }
      for (let rounds = 0; rounds < 200 && outbox.list().some((i) => i.state !== "saved" && i.state !== "refused"); rounds += 1) {
        await timers.pass(30_000);
      }
      const done = desk.effects.map((c) => c.args.n as number);
      expect([...done].sort((a, b) => a - b)).toEqual(made.filter((n) => n % 11 !== 3));
      expect(outbox.list().filter((i) => i.state === "refused").length).toBeLessThanOrEqual(2);
    },
  );
});
