import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { onWake } from "../../shared/web/front/wake";

let woken = 0;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  woken = 0;
  stop = onWake(() => {
    woken += 1;
  }, window);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe("waking", () => {
  it("is told by the network, the focus, and the page that shows again", () => {
    window.dispatchEvent(new Event("online"));
    window.dispatchEvent(new Event("focus"));
    document.dispatchEvent(new Event("visibilitychange"));
    expect(woken).toBe(3);
  });

  it("is told by a page that comes back out of the browser's memory, not by one that was just loaded", () => {
    window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: false }));
    expect(woken).toBe(0);
    window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
    expect(woken).toBe(1);
  });

  it("is told by time that has jumped", () => {
    vi.advanceTimersByTime(10_000);
    expect(woken).toBe(0);
    vi.setSystemTime(Date.now() + 60_000); // the phone slept
    vi.advanceTimersByTime(1000);
    expect(woken).toBe(1);
  });

  it("is told no more once stopped", () => {
    stop();
    window.dispatchEvent(new Event("online"));
    expect(woken).toBe(0);
  });
});
