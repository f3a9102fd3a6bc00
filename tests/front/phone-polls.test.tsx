/** Numbers, fists, words and feedback on the phone: what is typed is kept and sent, taken back, shown in the result. */

import { act, cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";
import { paperOf } from "../../participant/front/kinds/number/paper";
import { withWord } from "../../participant/front/kinds/wordcloud/words";
import { VotingPhone } from "./votingPhone";
import { settle } from "./world";

afterEach(cleanup);

const OPEN = { options: ["?"] };
const box = () => screen.getByRole("textbox") as HTMLInputElement;

async function types(text: string): Promise<void> {
  await act(async () => {
    fireEvent.input(box(), { target: { value: text } });
    await settle();
  });
}

async function leaves(): Promise<void> {
  await act(async () => {
    fireEvent.blur(box());
    await settle();
  });
}

describe("a number", () => {
  const DAYS = { unit: "days", decimals: 1, least: "0", most: "365" };

  it("goes once its box is left, with all its decimals, and comes back after a reload", async () => {
    const phone = new VotingPhone("number", [], DAYS);
    await phone.opens(OPEN);
    await types("12,5");
    expect(phone.papers).toEqual([]);
    await leaves();
    expect(phone.papers).toEqual([{ value: "12.5" }]);
    expect(screen.getByText("Your answer: 12.5 days")).toBeTruthy();
    await phone.reloads(OPEN);
    expect(box().value).toBe("12.5");
    await phone.taps("Take back");
    expect(phone.papers.at(-1)).toEqual({});
  });

  it("goes with a reason where one is asked, each box with a draft of its own", async () => {
    const phone = new VotingPhone("number", [], { ...DAYS, reasons: true });
    const type = async (name: string, text: string, leave = true) => {
      await act(async () => {
        const one = screen.getByRole("textbox", { name });
        fireEvent.input(one, { target: { value: text } });
        if (leave) fireEvent.blur(one);
        await settle();
      });
    };
    await phone.opens(OPEN);
    await type("Your reason (optional)", "Far roads");
    await type("Your number", "12,5");
    expect(phone.papers.at(-1)).toEqual({ value: "12.5", text: "Far roads" });
    await type("Your number", "about 10", false);
    await type("Your reason (optional)", "Far roads in spring", false);
    await phone.reloads(OPEN);
    const value = (name: string) => (screen.getByRole("textbox", { name }) as HTMLInputElement).value;
    expect([value("Your number"), value("Your reason (optional)")]).toEqual(["about 10", "Far roads in spring"]);
  });

  it("stays on the phone while it is none, over a reload too", async () => {
    const phone = new VotingPhone("number", [], DAYS);
    await phone.opens(OPEN);
    await types("about 10");
    await leaves();
    expect(phone.papers).toEqual([]);
    expect(box().getAttribute("aria-invalid")).toBe("true");
    await phone.reloads(OPEN);
    expect(box().value).toBe("about 10");
  });

  it("reads what people write, and nothing else", () => {
    const rule = { unit: "", decimals: 0, least: "", most: "" };
    expect(paperOf("1 200", rule)).toEqual({ value: 1200 });
    expect(paperOf("", rule)).toEqual({});
    for (const wrong of ["1.5", "1e3", "--1", "١", "1234567890123"]) expect(paperOf(wrong, rule)).toBeNull();
    expect(paperOf("6", { ...rule, most: "5" })).toBeNull();
    expect(paperOf("-1", { ...rule, least: "0" })).toBeNull();
    expect(paperOf("1.55", { ...rule, decimals: 1 })).toBeNull();
  });

  it("marks the bin of one's own number", async () => {
    const phone = new VotingPhone("number", [], DAYS);
    await phone.opens(OPEN);
    await types("12");
    await leaves();
    cleanup();
    const bins = [
      { most: "9.9", n: 1 },
      { least: "10.0", most: "19.9", n: 2 },
      { least: "20.0", n: 1 },
    ];
    const told = { rule: "number", cast: 4, blank: 0, seats: 5, n: 4, unit: "days", bins, median: "12.0", half: ["5.0", "16.0"] };
    await phone.opens({ ...OPEN, phase: "revealed", result: { ...told, least: "1.0", most: "90.0" } });
    expect(screen.getByText("12.0 days")).toBeTruthy();
    expect(screen.getByText("≤ 9.9")).toBeTruthy();
    expect(screen.getByText("≥ 20.0")).toBeTruthy();
    expect(screen.getAllByRole("img", { name: "your answer" })).toHaveLength(1);
  });
});

describe("a fist of five", () => {
  it("puts fingers and reason into one paper", async () => {
    const phone = new VotingPhone("fist", [], { least: 3, reasons: true });
    await phone.opens(OPEN);
    await phone.taps(/^2: /, "radio");
    await types("Too dear");
    await leaves();
    expect(phone.papers.at(-1)).toEqual({ value: 2, text: "Too dear" });
    await phone.taps(/^4: /, "radio");
    expect(phone.papers.at(-1)).toEqual({ value: 4, text: "Too dear" });
    await phone.taps("Take back");
    expect(phone.papers.at(-1)).toEqual({ text: "Too dear" });
  });

  it("sends no reason that is too long, and has no box where none is asked", async () => {
    const phone = new VotingPhone("fist", [], { least: 3, reasons: true });
    await phone.opens(OPEN);
    await types("x".repeat(201));
    await leaves();
    expect(phone.papers).toEqual([]);
    expect(screen.getByText("1 character too many")).toBeTruthy();
    cleanup();
    await new VotingPhone("fist", [], { least: 3, reasons: false }).opens(OPEN);
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  it("asks only who showed few fingers to speak, on that phone", async () => {
    const steps = [0, 1, 2, 3, 4, 5].map((value) => ({ value, n: value === 2 ? 1 : 0 }));
    const result = { rule: "fist", cast: 1, blank: 0, seats: 5, n: 1, steps, asked: 3, below: 1, consent: false, lowest: 2 };
    const phone = new VotingPhone("fist", [], { least: 3, reasons: false });
    await phone.opens(OPEN);
    await phone.taps(/^2: /, "radio");
    cleanup();
    await phone.opens({ ...OPEN, phase: "revealed", result });
    expect(screen.getByText(/You showed few fingers/)).toBeTruthy();
    expect(screen.getByText("No consent: 1 showed fewer than 3 fingers.")).toBeTruthy();
    cleanup();
    await new VotingPhone("fist", [], {}).opens({ ...OPEN, phase: "revealed", result });
    expect(screen.queryByText(/You showed few fingers/)).toBeNull();
  });
});

describe("a word cloud", () => {
  it("takes words one by one, the same word once, and no more than asked for", async () => {
    const phone = new VotingPhone("wordcloud", [], { words: 2 });
    await phone.opens(OPEN);
    for (const word of ["Road", " ROAD ", "wool"]) {
      await types(word);
      if (word !== "wool") await phone.taps("Add");
    }
    expect(phone.papers).toEqual([["Road"]]);
    await phone.taps("Add");
    expect(phone.papers.at(-1)).toEqual(["Road", "wool"]);
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(screen.getByText("All 2 words are written.")).toBeTruthy();
    await phone.taps("Take back: Road");
    expect(phone.papers.at(-1)).toEqual(["wool"]);
  });

  it("keeps a half word over a reload", async () => {
    const phone = new VotingPhone("wordcloud", [], { words: 2 });
    await phone.opens(OPEN);
    await types("elec");
    await phone.reloads(OPEN);
    expect(box().value).toBe("elec");
  });

  it("changes no paper for nothing", () => {
    const paper = ["Зам"];
    for (const word of ["", "  ", "зам", "З ам"]) expect(withWord(paper, word, 3)).toBe(paper);
    expect(withWord(paper, "two  words", 3)).toEqual(["Зам", "two words"]);
  });
});

describe("feedback", () => {
  it("is a tap, a text, or both", async () => {
    const phone = new VotingPhone("feedback", []);
    await phone.opens(OPEN);
    await types("More breaks");
    await leaves();
    await phone.taps("5", "radio");
    expect(phone.papers).toEqual([{ text: "More breaks" }, { text: "More breaks", value: 5 }]);
    await phone.seesTheStep({ ...OPEN, phase: "closed" });
    expect(screen.getByText("Thank you!")).toBeTruthy();
    expect(screen.getByText("More breaks")).toBeTruthy();
  });

  it("shows the mean and what others would change", async () => {
    const steps = [1, 2, 3, 4, 5].map((value) => ({ value, n: value === 5 ? 2 : 0 }));
    const remarks = [{ text: "More breaks" }, { text: "More breaks" }];
    const result = { rule: "feedback", cast: 3, blank: 0, seats: 5, n: 2, steps, mean: "5.0", remarks };
    await new VotingPhone("feedback", []).opens({ ...OPEN, phase: "revealed", result });
    expect(screen.getAllByText("More breaks")).toHaveLength(2);
    expect(screen.getByText("5.0")).toBeTruthy();
  });
});
