/** A scale on the phone: keys, "I do not know", a reload, one's own answer, the result. */

import { act, cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";
import { VotingPhone } from "./votingPhone";
import { settle } from "./world";

afterEach(cleanup);

const FIVE = { from: 1, to: 5, names: ["not at all", "very well"], unsure: true };
const phone = (settings: Record<string, unknown> = FIVE) => new VotingPhone("scale", [], settings);
const OPEN = { options: ["?"] };

describe("a scale", () => {
  it("chooses nothing beforehand and sends each answer", async () => {
    const person = phone();
    await person.opens(OPEN);
    expect(screen.getAllByRole("radio").some((key) => (key as HTMLInputElement).checked)).toBe(false);
    expect(screen.getByText("Nothing is chosen yet.")).toBeTruthy();
    await person.taps("2", "radio");
    await person.taps("5: very well", "radio");
    expect(person.papers).toEqual([{ value: 2 }, { value: 5 }]);
    expect(screen.getByText("Your answer: 5 (very well)")).toBeTruthy();
  });

  it("keeps an answer over a reload, and takes it back", async () => {
    const person = phone();
    await person.opens(OPEN);
    await person.taps("4", "radio");
    cleanup();
    await person.opens(OPEN);
    expect((screen.getByRole("radio", { name: "4" }) as HTMLInputElement).checked).toBe(true);
    await person.taps("Take back");
    expect(person.papers.at(-1)).toEqual({});
    expect(screen.getAllByText("Nothing is chosen yet.").length).toBeGreaterThan(0);
  });

  it("puts answer and reason into one paper, where a reason is asked", async () => {
    const person = phone({ ...FIVE, reasons: true });
    await person.opens(OPEN);
    const box = screen.getByRole("textbox");
    await act(async () => {
      fireEvent.input(box, { target: { value: "Far roads" } });
      fireEvent.blur(box);
      await settle();
    });
    await person.taps("2", "radio");
    expect(person.papers.at(-1)).toEqual({ value: 2, text: "Far roads" });
    await person.taps("I do not know");
    expect(person.papers.at(-1)).toEqual({ value: null, text: "Far roads" });
    await person.taps("Take back");
    expect(person.papers.at(-1)).toEqual({ text: "Far roads" });
    cleanup();
    await phone().opens(OPEN);
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  it("lets people not know only where that is asked", async () => {
    const person = phone();
    await person.opens(OPEN);
    await person.taps("I do not know");
    expect(person.papers).toEqual([{ value: null }]);
    cleanup();
    await phone({ ...FIVE, unsure: false }).opens(OPEN);
    expect(screen.queryByRole("button", { name: "I do not know" })).toBeNull();
  });

  it("shows each step with its name where all have one", async () => {
    const person = phone({ from: 0, to: 2, names: ["never", "now and then", "always"] });
    await person.opens(OPEN);
    await person.taps("1: now and then", "radio");
    await person.seesTheStep({ ...OPEN, phase: "closed" });
    expect(screen.getByText("Your answer: 1 (now and then)")).toBeTruthy();
  });

  it("marks one's own answer in the result", async () => {
    const person = phone();
    await person.opens(OPEN);
    await person.taps("2", "radio");
    cleanup();
    const steps = [1, 2, 3, 4, 5].map((value) => ({ value, n: value === 2 ? 3 : 0 }));
    const told = {
      rule: "scale",
      cast: 4,
      blank: 0,
      seats: 5,
      unsure: 1,
      n: 3,
      steps,
      median: [2, 2],
      mean: "2.0",
      divided: true,
    };
    await person.opens({ ...OPEN, phase: "revealed", result: { ...told, before: { n: 3, mean: "3.7" } } });
    expect(screen.getAllByRole("img", { name: "your answer" })).toHaveLength(1);
    expect(screen.getByRole("img", { name: "3 answers" })).toBeTruthy();
    expect(screen.getByText("Mean of the first round: 3.7.")).toBeTruthy();
    expect(screen.getByText("1 does not know.")).toBeTruthy();
  });
});
