import { describe, expect, it } from "vitest";
import { Clock, minutes, timerLeft, timerRuns } from "../../shared/web/front/clock";
import { translator } from "../../shared/web/front/i18n";
import { hex128, newId } from "../../shared/web/front/ids";
import { lengthOf, oneLine } from "../../shared/web/front/text";

describe("words", () => {
  const messages = { "phone.left.one": "{n} dot left", "phone.left.other": "{n} dots left", "phone.add": "Add a dot: {option}" };

  it("fills in parameters and chooses the plural", () => {
    const t = translator(messages, "en");
    expect(t("phone.left", { n: 1 })).toBe("1 dot left");
    expect(t("phone.left", { n: 1200 })).toBe("1,200 dots left");
    expect(t("phone.add", { option: "Loans {n}" })).toBe("Add a dot: Loans {n}");
  });

  it("gives the key where words are missing, and leaves what it cannot fill", () => {
    const t = translator(messages, "mn");
    expect(t("phone.none")).toBe("phone.none");
    expect(t("phone.add")).toBe("Add a dot: {option}");
  });

  it("manages with a language tag that the device does not know", () => {
    expect(translator(messages, "not a language")("phone.left", { n: 2 })).toBe("2 dots left");
  });
});

describe("the clock", () => {
  it("takes the largest difference, since messages can only be late", () => {
    let local = 1000;
    const clock = new Clock(() => local);
    clock.hear(6000);
    local = 3000;
    clock.hear(7000); // a second late
    expect(clock.now()).toBe(8000);
    clock.forget();
    expect(clock.now()).toBe(3000);
  });

  it("reads running and paused timers", () => {
    expect(timerLeft({ seconds: 60, ends_at: 10_500 }, 1000)).toBe(10);
    expect(timerLeft({ seconds: 60, ends_at: 500 }, 1000)).toBe(0);
    expect(timerLeft({ seconds: 60, left: 42 }, 1000)).toBe(42);
    expect(timerLeft(null, 1000)).toBeNull();
    expect(timerRuns({ seconds: 60, left: 42 })).toBe(false);
    expect(minutes(365)).toBe("6:05");
  });
});

describe("text", () => {
  it("counts characters as the server does", () => {
    expect(lengthOf("Өрх нэгж")).toBe(8);
    expect(lengthOf("e\u0301")).toBe(1);
    expect(lengthOf("👩‍🌾")).toBe(1);
    expect(lengthOf("👍🏽 ok")).toBe(4);
  });

  it("makes one line", () => {
    expect(oneLine("  No winter\n storage ")).toBe("No winter storage");
  });
});

describe("ids", () => {
  it("are as long as the wire asks, and never alike", () => {
    expect(hex128()).toMatch(/^[0-9a-f]{32}$/);
    expect(newId()).toMatch(/^[0-9a-f]{24}$/);
    expect(new Set(Array.from({ length: 200 }, newId)).size).toBe(200);
  });
});
