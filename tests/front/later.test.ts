import { describe, expect, it } from "vitest";
import { CALM_MS, Later, type Parcel } from "../../participant/front/later";
import { HandTimers } from "./world";

function fetching(answers: (Parcel | Error)[]) {
  const timers = new HandTimers();
  const messages: Record<string, string> = { "phone.a": "a" };
  let asked = 0;
  const later = new Later(
    async () => {
      asked += 1;
      const answer = answers.shift();
      if (!answer || answer instanceof Error) throw answer ?? new Error("asked too often");
      return answer;
    },
    messages,
    timers,
  );
  return { later, timers, messages, asked: () => asked };
}

const parcel: Parcel = { kinds: { scale: () => null }, words: { "scale.phone.b": "b" } };

describe("what comes after the first page", () => {
  it("brings views and words, and tells of them once", async () => {
    const { later, messages } = fetching([parcel]);
    let told = 0;
    later.listen(() => {
      told += 1;
    });
    await later.fetch();
    await later.fetch();
    expect(later.there).toBe(true);
    expect(Object.keys(later.kinds)).toEqual(["scale"]);
    expect(messages).toEqual({ "phone.a": "a", "scale.phone.b": "b" });
    expect(told).toBe(1);
  });

  it("waits until the room has come in, unless it is needed before", async () => {
    const { later, timers, asked } = fetching([parcel]);
    later.soon();
    await later.again();
    await timers.pass(CALM_MS - 1);
    expect(asked()).toBe(0);
    await timers.pass(1);
    expect(asked()).toBe(1);
    expect(later.there).toBe(true);
    const needed = fetching([parcel]);
    needed.later.soon();
    await needed.later.fetch();
    await needed.timers.pass(CALM_MS);
    expect(needed.asked()).toBe(1);
  });

  it("tries again at once when the device wakes", async () => {
    const { later, asked } = fetching([new Error("offline"), parcel]);
    await later.fetch();
    await later.again();
    expect(asked()).toBe(2);
    expect(later.there).toBe(true);
  });

  it("asks again with growing pauses until it is there", async () => {
    const { later, timers, asked } = fetching([new Error("offline"), new Error("offline"), parcel]);
    await later.fetch();
    expect(asked()).toBe(1);
    await timers.pass(1999);
    expect(asked()).toBe(1);
    await timers.pass(1);
    expect(asked()).toBe(2);
    expect(later.there).toBe(false);
    await timers.pass(4000);
    expect(asked()).toBe(3);
    expect(later.there).toBe(true);
  });

  it("does not ask twice at once", async () => {
    const { later, asked } = fetching([parcel]);
    await Promise.all([later.fetch(), later.fetch()]);
    expect(asked()).toBe(1);
  });
});
