/** A choice on a phone: one of several, up to so many, any number. */

import { act, cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";
import { VotingPhone } from "./votingPhone";
import { settle } from "./world";

const YES_NO = ["Yes", "No", "Abstain"];
const names = (role: string) => screen.getAllByRole(role).map((one) => one.closest("label")?.textContent);
const isOn = (role: string, name: string) => (screen.getByRole(role, { name }) as HTMLInputElement).checked;

afterEach(cleanup);

describe("a choice of one", () => {
  it("has rings in the order in which the choices were written, and exchanges one for another", async () => {
    const phone = new VotingPhone("choice", YES_NO, { least: 0, most: 1 });
    await phone.opens();
    expect(names("radio")).toEqual(YES_NO);
    await phone.taps("Yes", "radio");
    await phone.taps("No", "radio");
    expect(phone.papers).toEqual([["own-1"], ["own-2"]]);
    expect([isOn("radio", "Yes"), isOn("radio", "No")]).toEqual([false, true]);
    await phone.taps("Choose none");
    expect(phone.papers.at(-1)).toEqual([]);
    expect(isOn("radio", "No")).toBe(false);
    expect(screen.queryByRole("button", { name: "Choose none" })).toBeNull();
  });

  it("keeps the answer when the page is opened again", async () => {
    const phone = new VotingPhone("choice", YES_NO, { least: 0, most: 1 });
    await phone.opens();
    await phone.taps("Abstain", "radio");
    cleanup();
    await phone.opens();
    expect(isOn("radio", "Abstain")).toBe(true);
  });

  it("tells the majority, the percentages and one's own choice", async () => {
    const phone = new VotingPhone("choice", YES_NO, { least: 0, most: 1 });
    await phone.opens();
    await phone.taps("Yes", "radio");
    await phone.seesTheStep({ phase: "closed" });
    expect(screen.getByText(/Your 1 choice was counted/)).toBeTruthy();
    cleanup();
    const items = [
      {
        id: "own-1",
        title: "Yes",
        short: "",
        place: 1,
        n: 6,
        percent: "54.55",
        by_sector: { private: 6, public: 0 },
        balanced: "50.00",
        balanced_place: 1,
      },
      {
        id: "own-2",
        title: "No",
        short: "",
        place: 2,
        n: 5,
        percent: "45.45",
        by_sector: { private: 0, public: 5 },
        balanced: "50.00",
        balanced_place: 1,
      },
    ];
    const told = { rule: "choice", least: 0, most: 1, short: 0, majority: "own-1", cast: 11, blank: 0, seats: 11, items };
    await phone.opens({ phase: "revealed", result: { ...told, sectors: { private: 6, public: 5 }, order_differs: true } });
    expect(screen.getByText("More than half of all ballots: Yes")).toBeTruthy();
    expect(screen.getByText("55 %")).toBeTruthy();
    expect(screen.getByRole("img", { name: "Private 6, Public 0" })).toBeTruthy();
    expect(screen.getAllByRole("img", { name: "your choice" })).toHaveLength(1);
    await phone.taps("Three sectors equal");
    expect(screen.getAllByText("50 %")).toHaveLength(2);
  });
});

describe("a choice of several", () => {
  it("takes no more than the limit, and says so", async () => {
    const phone = new VotingPhone("choice", ["Roads", "Loans", "Wool"], { least: 0, most: 2 });
    await phone.opens();
    await phone.taps("Roads", "checkbox");
    await phone.taps("Loans", "checkbox");
    expect(screen.getByText("2 of 2 chosen")).toBeTruthy();
    await phone.taps("Wool", "checkbox");
    expect(isOn("checkbox", "Wool")).toBe(false);
    expect(screen.getAllByText("You have chosen 2 already. Take one away first.").length).toBeGreaterThan(0);
    await phone.taps("Roads", "checkbox");
    await phone.taps("Wool", "checkbox");
    expect(phone.papers.at(-1)).toEqual(["own-2", "own-3"]);
  });

  it("tells what is missing while there are too few", async () => {
    const phone = new VotingPhone("choice", ["Roads", "Loans", "Wool"], { least: 2, most: 0 });
    await phone.opens();
    expect(screen.getByText(/Choose at least 2/)).toBeTruthy();
    await phone.taps("Roads", "checkbox");
    expect(screen.getByText("1 more to choose")).toBeTruthy();
    await phone.taps("Wool", "checkbox");
    expect(screen.queryByText(/more to choose/)).toBeNull();
    await phone.taps("Wool", "checkbox");
    await phone.seesTheStep({ phase: "closed" });
    expect(screen.getByText(/You chose fewer than asked for/)).toBeTruthy();
  });
});

describe("a choice with a reason", () => {
  const box = () => screen.getByRole("textbox", { name: "Your reason (optional)" }) as HTMLTextAreaElement;
  const types = (text: string, leave = true) =>
    act(async () => {
      fireEvent.input(box(), { target: { value: text } });
      if (leave) fireEvent.blur(box());
      await settle();
    });

  it("sends both in one paper, keeps the reason when the choice is exchanged or taken back, and drops an empty one", async () => {
    const phone = new VotingPhone("choice", YES_NO, { least: 0, most: 1, reasons: true });
    await phone.opens();
    await phone.taps("Yes", "radio");
    expect(phone.papers).toEqual([["own-1"]]);
    await types("It lasts");
    expect(phone.papers.at(-1)).toEqual({ chosen: ["own-1"], text: "It lasts" });
    await phone.taps("No", "radio");
    expect(phone.papers.at(-1)).toEqual({ chosen: ["own-2"], text: "It lasts" });
    await phone.taps("Choose none");
    expect(phone.papers.at(-1)).toEqual({ chosen: [], text: "It lasts" });
    await phone.taps("No", "radio");
    await types("  ");
    expect(phone.papers.at(-1)).toEqual(["own-2"]);
  });

  it("has a reason that was only begun after a reload, beside the choice", async () => {
    const phone = new VotingPhone("choice", YES_NO, { least: 0, most: 1, reasons: true });
    await phone.opens();
    await phone.taps("No", "radio");
    await types("Too dear, since", false);
    await phone.reloads();
    expect(isOn("radio", "No")).toBe(true);
    expect(box().value).toBe("Too dear, since");
  });

  it("shows one's own reason once the vote is closed, and all reasons with the result", async () => {
    const phone = new VotingPhone("choice", YES_NO, { least: 0, most: 1, reasons: true });
    await phone.opens();
    await phone.taps("Yes", "radio");
    await types("It lasts");
    await phone.seesTheStep({ phase: "closed" });
    expect(screen.getByText(/Your 1 choice was counted/)).toBeTruthy();
    expect(screen.getByText("It lasts")).toBeTruthy();
    cleanup();
    const items = [{ id: "own-1", title: "Yes", short: "", place: 1, n: 1, percent: "100.00" }];
    const told = { rule: "choice", least: 0, most: 1, short: 0, majority: "own-1", cast: 1, blank: 0, seats: 1, items };
    await phone.opens({ phase: "revealed", result: { ...told, remarks: [{ text: "It lasts" }, { text: "Why not" }] } });
    expect(screen.getByText("Why not")).toBeTruthy();
    expect(screen.getAllByRole("img", { name: "your choice" })).toHaveLength(1);
  });

  it("has no box where no reason is asked", async () => {
    const phone = new VotingPhone("choice", YES_NO, { least: 0, most: 1, reasons: false });
    await phone.opens();
    expect(screen.queryByRole("textbox")).toBeNull();
  });
});
