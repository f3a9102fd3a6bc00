import { describe, expect, it } from "vitest";
import { localShelf, memoryShelf, openShelf, quickShelf, type Shelf } from "../../shared/web/front/shelf";

class Drawer implements Storage {
  [name: string]: unknown;
  private entries = new Map<string, string>();
  get length(): number {
    return this.entries.size;
  }
  key(at: number): string | null {
    return [...this.entries.keys()][at] ?? null;
  }
  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.entries.set(key, value);
  }
  removeItem(key: string): void {
    this.entries.delete(key);
  }
  clear(): void {
    this.entries.clear();
  }
}

describe.each<[string, () => Shelf]>([
  ["memory", () => memoryShelf()],
  ["localStorage", () => localShelf(new Drawer(), "led/ABC234")],
])("a shelf in %s", (_, make) => {
  it("gives back what was put on it, by prefix, until it is taken away", async () => {
    const shelf = make();
    await shelf.set("out/1", { a: 1 });
    await shelf.set("draft/1", "half a card");
    expect([...(await shelf.all("out/")).entries()]).toEqual([["out/1", { a: 1 }]]);
    await shelf.delete("out/1");
    expect((await shelf.all("out/")).size).toBe(0);
  });
});

describe("the quick shelf", () => {
  it("has kept when the call comes back, for the page may be gone then", () => {
    const drawer = new Drawer();
    void quickShelf("led/A", memoryShelf(), () => drawer).set("draft/1", "half a card");
    expect(drawer.getItem("led/A/draft/1")).toBe('"half a card"');
  });

  it("is the other one where there is no localStorage", () => {
    const other = memoryShelf();
    expect(quickShelf("led/A", other, () => undefined)).toBe(other);
  });
});

describe("opening a shelf", () => {
  const throws = () => {
    throw new Error("forbidden here");
  };

  it("keeps workshops apart in one drawer", async () => {
    const drawer = new Drawer();
    await localShelf(drawer, "led/A").set("out/1", 1);
    expect((await localShelf(drawer, "led/B").all("out/")).size).toBe(0);
  });

  it("passes over what cannot be read", async () => {
    const drawer = new Drawer();
    drawer.setItem("led/A/out/1", "{half");
    expect((await localShelf(drawer, "led/A").all("out/")).size).toBe(0);
  });

  it("falls back to localStorage, then to memory", async () => {
    expect((await openShelf("led/A", throws, () => new Drawer())).kind).toBe("localstorage");
    expect((await openShelf("led/A", throws, throws)).kind).toBe("memory");
  });
});
