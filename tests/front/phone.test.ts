import { describe, expect, it } from "vitest";
import { Drafts } from "../../participant/front/drafts";
import { type OwnCard, ownCards, written } from "../../participant/front/own";
import { add, addMinus, given, left, minusLeft, move, takeBack } from "../../participant/front/paper";
import { shuffled } from "../../participant/front/shuffle";
import { sortingOf } from "../../participant/front/sorting";
import { Speech } from "../../participant/front/speech";
import { Typing } from "../../participant/front/typing";
import { Board } from "../../shared/web/front/board";
import type { Item, ItemState } from "../../shared/web/front/outbox";
import type { Activity, Mine } from "../../shared/web/front/records";
import { letterOf, sourceOf } from "../../shared/web/front/select";
import { memoryShelf } from "../../shared/web/front/shelf";
import { card, HandTimers, settle } from "./world";

function item(verb: string, args: Record<string, unknown>, state: ItemState = "waiting", more: Partial<Item> = {}): Item {
  return { id: Math.random().toString(), verb, args, state, made: 0, tries: 0, ...more };
}

function mine(...cards: Record<string, unknown>[]): Mine {
  return { version: 1, records: { card: Object.fromEntries(cards.map((c) => [c.id, c])) } } as unknown as Mine;
}

describe("one's own cards", () => {
  const shown = (cards: OwnCard[]) => cards.map((c) => [c.text, c.state]);

  it("are what the server says, with what is on its way on top, newest first", () => {
    const items = [item("card.add", { activity: "write", card: "c", text: "Third" })];
    const cards = ownCards(
      mine(card("a", { text: "First" }), card("b", { text: "Second", position: 2, state: "hidden" })),
      items,
      "write",
    );
    expect(shown(cards)).toEqual([
      ["Third", "waiting"],
      ["Second", "hidden"],
      ["First", "saved"],
    ]);
  });

  it("show a card once where the server has it already", () => {
    const items = [item("card.add", { activity: "write", card: "a", text: "First" }, "saved")];
    expect(shown(ownCards(mine(card("a", { text: "First" })), items, "write"))).toEqual([["First", "saved"]]);
  });

  it("show the new words of a change, and what is withdrawn no more", () => {
    const known = mine(card("a", { text: "First" }), card("b", { text: "Second", position: 2 }));
    const items = [item("card.reword", { card: "a", text: "Better" }, "sending"), item("card.withdraw", { card: "b" })];
    expect(shown(ownCards(known, items, "write"))).toEqual([["Better", "sending"]]);
  });

  it("keep what was refused, with the reason, and do not count it", () => {
    const items = [item("card.add", { activity: "write", card: "c", text: "Long" }, "refused", { message: "Too long" })];
    const cards = ownCards(mine(card("a")), items, "write");
    expect(cards[0]?.message).toBe("Too long");
    expect(written(cards)).toBe(1);
  });

  it("tell why new words were refused, and keep those words", () => {
    const items = [item("card.reword", { card: "a", text: "Longer" }, "refused", { message: "Too long" })];
    const [shownCard] = ownCards(mine(card("a", { text: "First" })), items, "write");
    expect([shownCard?.text, shownCard?.state, shownCard?.message]).toEqual(["Longer", "refused", "Too long"]);
  });

  it("come back where a withdrawal was refused", () => {
    const items = [item("card.withdraw", { card: "a" }, "refused", { message: "Voted on" })];
    expect(shown(ownCards(mine(card("a", { text: "First" })), items, "write"))).toEqual([["First", "refused"]]);
  });

  it("leave other activities' cards alone", () => {
    const items = [item("card.add", { activity: "other", card: "c", text: "x" })];
    expect(ownCards(mine(card("a", { activity: "other" })), items, "write")).toEqual([]);
  });
});

describe("a paper of dots", () => {
  const rule = { dots: 3, most: 2, minus: 2 };

  it("takes no more than there are, and no more on one than may be", () => {
    let paper = add(add(add({}, "a", rule), "a", rule), "a", rule);
    expect(paper).toEqual({ a: 2 });
    paper = add(add(paper, "b", rule), "c", rule);
    expect(paper).toEqual({ a: 2, b: 1 });
    expect([given(paper), left(paper, rule)]).toEqual([3, 0]);
  });

  it("gives back and moves", () => {
    expect(takeBack({ a: 2, b: 1 }, "b")).toEqual({ a: 2 });
    expect(takeBack({ a: 2 }, "a")).toEqual({ a: 1 });
    expect(takeBack({ a: 2 }, "z")).toEqual({ a: 2 });
    expect(move({ a: 2, b: 1 }, "a", "c", rule)).toEqual({ a: 1, b: 1, c: 1 });
  });

  it("keeps minus points apart from dots", () => {
    const paper = addMinus(addMinus(addMinus({ a: 1 }, "b", rule), "b", rule), "c", rule);
    expect(paper).toEqual({ a: 1, b: -2 });
    expect([given(paper), left(paper, rule), minusLeft(paper, rule)]).toEqual([1, 2, 0]);
    expect(addMinus(paper, "a", rule)).toEqual(paper);
    expect(add(paper, "b", rule)).toEqual(paper);
    expect(takeBack(takeBack(paper, "b"), "b")).toEqual({ a: 1 });
  });
});

describe("the order by lot", () => {
  const options = Array.from({ length: 12 }, (_, i) => ({ id: `o${i}` }));

  it("stays the same on one phone and differs between phones", () => {
    expect(shuffled(options, "phone1/vote")).toEqual(shuffled([...options].reverse(), "phone1/vote"));
    expect(shuffled(options, "phone1/vote")).not.toEqual(shuffled(options, "phone2/vote"));
  });

  it("favours nobody", () => {
    const first = new Map<string, number>();
    for (let phone = 0; phone < 2400; phone += 1) {
      const id = shuffled(options, `${phone}/vote`)[0]?.id ?? "";
      first.set(id, (first.get(id) ?? 0) + 1);
    }
    expect(Math.min(...first.values())).toBeGreaterThan(140); // 200 each on the average
    expect(Math.max(...first.values())).toBeLessThan(260);
  });
});

describe("a sorting", () => {
  function board(): Board {
    const steps = { write: { id: "write", kind: "brainstorm", position: 1 }, sort: { id: "sort", kind: "cluster", position: 2 } };
    const cards = {
      a: card("a", { position: 1 }),
      b: card("b", { position: 2, cluster: "g" }),
      c: card("c", { merged_into: "a" }),
    };
    const groups = { g: { id: "g", activity: "sort", title: "Roads", short: "Roads", position: 1, pictogram: "", aside: false } };
    const made = new Board();
    made.snapshot({ version: 1, records: { activity: steps, card: cards, cluster: groups }, now: 0 });
    return made;
  }
  const sort = { id: "sort", kind: "cluster", position: 2, source: null } as unknown as Activity;

  it("takes its cards from the writing before it", () => {
    expect(sourceOf(board(), sort)?.id).toBe("write");
    const { groups, unsorted, total } = sortingOf(board(), sort, []);
    expect(groups.map((g) => [g.letter, g.title, g.cards.map((c) => c.id)])).toEqual([["A", "Roads", ["b"]]]);
    expect([unsorted.map((c) => c.id), total]).toEqual([["a"], 2]);
  });

  it("shows one's own moves at once, and slips back what was refused", () => {
    const move = item("card.move", { card: "a", cluster: "g", from: null });
    expect(sortingOf(board(), sort, [move]).unsorted).toEqual([]);
    expect(sortingOf(board(), sort, [{ ...move, state: "refused" }]).unsorted.map((c) => c.id)).toEqual(["a"]);
    const made = item("cluster.add", { activity: "sort", cluster: "new", title: "Money", cards: ["a", "b"] });
    expect(sortingOf(board(), sort, [made]).groups.map((g) => [g.letter, g.title, g.cards.length])).toEqual([
      ["A", "Roads", 0],
      ["B", "Money", 2],
    ]);
    const renamed = item("cluster.rename", { cluster: "g", title: "Ways" });
    expect(sortingOf(board(), sort, [renamed]).groups[0]?.title).toBe("Ways");
  });

  it("counts on beyond Z", () => {
    expect([0, 25, 26, 27, 52].map(letterOf)).toEqual(["A", "Z", "AA", "AB", "BA"]);
  });
});

describe("speech", () => {
  it("says the first at once, merges the rest, and says at most one message in five seconds", async () => {
    const timers = new HandTimers();
    const speech = new Speech(timers);
    const said: string[] = [];
    speech.listen(() => said.push(speech.polite));
    speech.say("Loans: 1. 2 left.", "dots");
    await timers.pass(1000);
    speech.say("Loans: 2. 1 left.", "dots");
    speech.say("Roads: 1. 0 left.", "dots");
    speech.say("Connected again.");
    await timers.pass(3900);
    expect(said).toEqual(["Loans: 1. 2 left."]);
    await timers.pass(200);
    expect(said).toEqual(["Loans: 1. 2 left.", "Roads: 1. 0 left. Connected again."]);
  });

  it("says at most 120 characters, the newest first of all", async () => {
    const timers = new HandTimers();
    const speech = new Speech(timers);
    speech.say("x");
    speech.say("a".repeat(100));
    speech.say("b".repeat(100));
    await timers.pass(5000);
    expect(speech.polite).toBe("b".repeat(100));
    speech.alert("c".repeat(200));
    expect(speech.urgent.length).toBe(120);
  });

  it("says the same words twice if they are said twice", () => {
    const speech = new Speech(new HandTimers());
    speech.alert("Paused");
    const first = speech.urgent;
    speech.alert("Paused");
    expect(speech.urgent.trim()).toBe(first);
    expect(speech.urgent).not.toBe(first);
  });
});

describe("drafts", () => {
  it("are kept within 300 ms and found again", async () => {
    const timers = new HandTimers();
    const entries = new Map<string, unknown>();
    const drafts = new Drafts(memoryShelf(entries), timers);
    drafts.set("write", "No wint");
    drafts.set("write", "No winter");
    expect(drafts.get("write")).toBe("No winter");
    expect(entries.size).toBe(0);
    await timers.pass(300);
    const later = new Drafts(memoryShelf(entries), timers);
    await later.load();
    expect(later.all()).toEqual([["write", "No winter"]]);
  });

  it("are kept at once when the page goes, and gone when pinned", async () => {
    const entries = new Map<string, unknown>();
    const drafts = new Drafts(memoryShelf(entries), new HandTimers());
    drafts.set("write", "No winter");
    drafts.flush();
    await settle();
    expect(entries.get("draft/write")).toBe("No winter");
    drafts.set("write", "");
    drafts.flush();
    await settle();
    expect(entries.size).toBe(0);
  });
});

describe("typing", () => {
  it("holds the step until the card is pinned, or the box is left for ten seconds", async () => {
    const timers = new HandTimers();
    const typing = new Typing(timers);
    typing.begin("write");
    typing.pause(); // the finger goes to "Pin it"
    await timers.pass(5000);
    typing.begin("write");
    await timers.pass(60_000);
    expect(typing.activity).toBe("write");
    typing.pause();
    await timers.pass(10_000);
    expect(typing.activity).toBeNull();
  });
});
