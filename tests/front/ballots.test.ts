import { describe, expect, it } from "vitest";
import { Ballots, type Cast } from "../../shared/web/front/ballots";
import type { Answer, Ballot } from "../../shared/web/front/records";
import { memoryShelf } from "../../shared/web/front/shelf";
import { chance, Desk, HandTimers, noting, Page, settle, taken } from "./world";

describe("this phone's ballots", () => {
  it("goes out whole under one key with a rising revision", async () => {
    const sent: Ballot[] = [];
    const ballots = new Ballots(
      memoryShelf(),
      noting(sent, (b: Ballot) => b, taken),
      new HandTimers(),
    );
    await ballots.mark("vote", { a: 1 });
    await settle();
    await ballots.mark("vote", { a: 1, b: 1 });
    await settle();
    expect(sent.map((b) => [b.revision, b.paper])).toEqual([
      [1, { a: 1 }],
      [2, { a: 1, b: 1 }],
    ]);
    expect(new Set(sent.map((b) => b.key)).size).toBe(1);
    expect(sent[0]?.key).toMatch(/^[0-9a-f]{32}$/);
    expect(ballots.state("vote")).toBe("saved");
  });

  it("uses another key for another activity", async () => {
    const keys: string[] = [];
    const ballots = new Ballots(
      memoryShelf(),
      noting(keys, (b: Ballot) => b.key, taken),
      new HandTimers(),
    );
    await ballots.mark("one", {});
    await ballots.mark("two", {});
    await settle();
    expect(new Set(keys).size).toBe(2);
  });

  it("keeps key, paper and revision over a reload", async () => {
    const entries = new Map<string, unknown>();
    const lost: Cast = () => Promise.reject(new Error("no line"));
    const before = new Ballots(memoryShelf(entries), lost, new HandTimers());
    await before.mark("vote", { a: 2 });
    const sent: Ballot[] = [];
    const after = new Ballots(
      memoryShelf(entries),
      noting(sent, (b: Ballot) => b, taken),
      new HandTimers(),
    );
    await after.load();
    await settle();
    expect(sent).toEqual([{ activity: "vote", key: before.get("vote")?.key, revision: 1, paper: { a: 2 } }]);
    await after.mark("vote", { b: 1 });
    await settle();
    expect(sent[1]?.revision).toBe(2);
  });

  it("skips papers that were overtaken while one was on its way", async () => {
    const answers: ((a: Answer) => void)[] = [];
    const sent: Ballot[] = [];
    const ballots = new Ballots(
      memoryShelf(),
      noting(
        sent,
        (b: Ballot) => b,
        () => new Promise((r) => answers.push(r)),
      ),
      new HandTimers(),
    );
    await ballots.mark("vote", { a: 1 });
    await ballots.mark("vote", { a: 1, b: 1 });
    await ballots.mark("vote", { b: 1 });
    answers[0]?.({ ok: true });
    await settle();
    expect(sent.map((b) => b.revision)).toEqual([1, 3]);
    expect(ballots.state("vote")).toBe("sending");
    answers[1]?.({ ok: true });
    await settle();
    expect(ballots.state("vote")).toBe("saved");
    expect(ballots.get("vote")?.counted).toEqual({ b: 1 });
  });

  it("shows what was counted once a refusal was read", async () => {
    let closed = false;
    const shut: Answer = { ok: false, code: "phase_closed", message: "This vote is closed.", retry: false };
    const ballots = new Ballots(memoryShelf(), async () => (closed ? shut : { ok: true }), new HandTimers());
    await ballots.mark("vote", { a: 1 });
    await settle();
    closed = true;
    await ballots.mark("vote", { b: 1 });
    await settle();
    expect(ballots.state("vote")).toBe("refused");
    expect(ballots.get("vote")?.message).toBe("This vote is closed.");
    await ballots.giveWay("vote");
    expect(ballots.get("vote")?.paper).toEqual({ a: 1 });
    expect(ballots.state("vote")).toBe("saved");
  });

  it.each(Array.from({ length: 20 }, (_, seed) => seed))(
    "ends with the last paper counted, whatever is lost (seed %i)",
    async (seed) => {
      const dice = chance(seed);
      const timers = new HandTimers(dice);
      const desk = new Desk();
      const entries = new Map<string, unknown>();
      const cast: Cast = async (ballot) => {
        if (dice() < 0.3) throw new Error("lost");
        await new Promise<void>((done) => timers.after(dice() * 8000, done));
        const answer = desk.ballot(ballot);
        return dice() < 0.3 ? new Promise(() => undefined) : answer;
      };
      let page = new Page(entries);
      const open = () => {
        page.kill();
        page = new Page(entries);
        const here = page;
        return new Ballots(here.shelf, (ballot) => here.run(() => cast(ballot)), timers);
      };
      let ballots = open();
      for (let n = 0; n < 15; n += 1) {
        await ballots.mark("vote", { n });
        await timers.pass(dice() * 5000);
        if (dice() < 0.2) {
          ballots = open();
          await ballots.load();
        }
      }
      for (let rounds = 0; rounds < 100 && ballots.state("vote") !== "saved"; rounds += 1) await timers.pass(30_000);
      await timers.pass(60_000);
      expect(desk.papers.size).toBe(1);
      expect([...desk.papers.values()][0]?.paper).toEqual({ n: 14 });
    },
  );
});
