import { describe, expect, it } from "vitest";
import { Board } from "../../shared/web/front/board";
import type { Act, Changes, Mine, Snapshot } from "../../shared/web/front/records";
import { card, chance, Log } from "./world";

const ACT: Omit<Act, "version"> = { verb: "card.added", subject: "", by: "", role: "seat", at: 0, undoes: null, reason: "" };

describe("a board", () => {
  it("takes a snapshot, lays changes over it and drops what is old", () => {
    const board = new Board();
    board.snapshot({ version: 4, records: { card: { a: card("a") } }, now: 0 });
    expect(board.changes({ from: 3, to: 4, put: { card: { a: null } }, now: 0 })).toBe("old");
    expect(board.changes({ from: 4, to: 6, put: { card: { b: card("b"), a: null } }, now: 0 })).toBe("taken");
    expect(Object.keys(board.records.card)).toEqual(["b"]);
    expect(board.version).toBe(6);
  });

  it("tells a gap and keeps what it has", () => {
    const board = new Board();
    expect(board.changes({ from: 0, to: 1, put: {}, now: 0 })).toBe("gap");
    board.snapshot({ version: 1, records: {}, now: 0 });
    expect(board.changes({ from: 2, to: 3, put: { card: { a: card("a") } }, now: 0 })).toBe("gap");
    expect(board.version).toBe(1);
    expect(board.records.card).toEqual({});
  });

  it("takes changes that overlap what it has", () => {
    const board = new Board();
    board.snapshot({ version: 5, records: {}, now: 0 });
    expect(board.changes({ from: 3, to: 7, put: { card: { a: card("a") } }, now: 0 })).toBe("taken");
    expect(board.version).toBe(7);
  });

  it("forgets with a snapshot what the snapshot does not hold", () => {
    const board = new Board();
    board.snapshot({ version: 1, records: { card: { a: card("a") } }, now: 0 });
    board.snapshot({ version: 2, records: { card: { b: card("b") } }, now: 0 });
    expect(Object.keys(board.records.card)).toEqual(["b"]);
  });

  it("takes an older snapshot only as the first word of a new connection", () => {
    const board = new Board();
    board.snapshot({ version: 9, records: { card: { a: card("a") } }, now: 0 });
    expect(board.snapshot({ version: 3, records: {}, now: 0 })).toBe("old");
    board.reconnected();
    expect(board.snapshot({ version: 3, records: {}, now: 0 })).toBe("taken");
    expect(board.version).toBe(3);
    expect(board.snapshot({ version: 2, records: {}, now: 0 })).toBe("old");
  });

  it("keeps the newest of what is a phone's own, of tallies and of presence", () => {
    const board = new Board();
    const mine = (version: number): Mine => ({ version, records: { card: {} } });
    board.takeMine(mine(5));
    expect(board.takeMine(mine(4))).toBe("old");
    expect(board.mine?.version).toBe(5);
    board.takeTally({ activity: "vote", stamp: 2, cast: 8, of: 28 });
    expect(board.takeTally({ activity: "vote", stamp: 1, cast: 5, of: 28 })).toBe("old");
    expect(board.tallies.vote?.cast).toBe(8);
    board.takePresence({ stamp: 2, seats: 9, here: 9, by_sector: {} });
    expect(board.takePresence({ stamp: 2, seats: 8, here: 8, by_sector: {} })).toBe("old");
    expect(board.presence?.seats).toBe(9);
  });

  it("keeps the last hundred acts by version, each once", () => {
    const board = new Board();
    const act = (version: number): Act => ({ ...ACT, version });
    board.snapshot({ version: 60, records: {}, now: 0, acts: Array.from({ length: 60 }, (_, i) => act(i + 1)) });
    for (let v = 60; v < 160; v += 1) board.changes({ from: v, to: v + 1, put: {}, now: 0, acts: [act(v), act(v + 1)] });
    expect(board.acts.map((a) => a.version)).toEqual(Array.from({ length: 100 }, (_, i) => 61 + i));
  });

  it("passes over kinds that it does not know", () => {
    const board = new Board();
    expect(board.snapshot({ version: 1, records: { hologram: { h: {} } }, now: 0 })).toBe("taken");
  });

  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    "ends equal to a fresh page under loss, doubling and reordering (seed %i)",
    (seed) => {
      const dice = chance(seed);
      const log = new Log();
      const board = new Board();
      board.snapshot(log.snapshot());
      const onTheWay: (Changes | Snapshot)[] = [];
      const hear = (word: Changes | Snapshot) => {
        const heard = "put" in word ? board.changes(word) : board.snapshot(word);
        if (heard === "gap") onTheWay.push(log.snapshot());
      };
      for (let step = 0; step < 200; step += 1) {
        const id = `c${Math.floor(dice() * 12)}`;
        onTheWay.push(log.change({ card: { [id]: dice() < 0.3 ? null : card(id, { text: `${step}` }) } }));
        if (dice() < 0.05) onTheWay.push(log.snapshot());
        while (onTheWay.length && dice() < 0.6) {
          const at = dice() < 0.5 ? 0 : Math.floor(dice() * onTheWay.length);
          const word = onTheWay[at] as Changes | Snapshot;
          if (dice() < 0.8) onTheWay.splice(at, 1);
          if (dice() < 0.8) hear(word);
        }
      }
      while (onTheWay.length) hear(onTheWay.shift() as Changes | Snapshot);
      if (board.version < log.version) hear(log.snapshot()); // what a heartbeat brings about
      expect(board.version).toBe(log.version);
      expect(board.records.card).toEqual(log.snapshot().records.card ?? {});
    },
  );
});
