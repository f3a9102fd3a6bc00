import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Editor } from "../../facilitator/front/minutes/editor";
import { Kept } from "../../facilitator/front/minutes/kept";

const URLS = { keep: "/keep", preview: "/preview", minutes: "/minutes" };
const BODY = `<details open><form class="words">
  <input name="note" value="n1"><input name="base" value="b1"><div class="clash"></div>
  <div class="split"><textarea name="text">Plant trees</textarea></div><input name="who-n1" value=""><p class="kept"></p>
  <button>Save</button></form></details>`;

/** Timers that run when a test says so. */
class Hands {
  waiting: (() => void)[] = [];
  now = () => 0;
  random = () => 0.5;
  after(_ms: number, act: () => void) {
    this.waiting.push(act);
    return () => {
      this.waiting = this.waiting.filter((one) => one !== act);
    };
  }
  async turn() {
    for (const act of this.waiting.splice(0)) act();
    await new Promise((done) => setTimeout(done, 0));
  }
}

type Body = Record<string, string>;
type Answer = { status?: number; body: unknown } | "cut";

let hands: Hands;
let sent: Body[];
let answers: Answer[];

beforeEach(() => {
  localStorage.clear();
  hands = new Hands();
  sent = [];
  answers = [];
  document.body.innerHTML = BODY;
});
afterEach(() => {
  document.body.innerHTML = "";
});

const noPreview = async (_text: string) => "";

function starts(preview = noPreview): Editor {
  const form = document.querySelector("form") as HTMLFormElement;
  const send = async (url: string, body: unknown) => {
    if (url === URLS.preview) return Response.json({ ok: true, html: await preview((body as Body).text ?? "") });
    sent.push(body as Body);
    const answer = answers.shift() ?? "cut";
    if (answer === "cut") throw new TypeError("no network");
    return Response.json(answer.body, { status: answer.status ?? 200 });
  };
  const editor = new Editor(form, URLS, (key) => key, new Kept("shelf"), hands, send);
  editor.start();
  return editor;
}

const area = () => document.querySelector("textarea") as HTMLTextAreaElement;
const line = () => document.querySelector(".kept")?.textContent;

function types(text: string): void {
  area().value = text;
  area().dispatchEvent(new Event("input", { bubbles: true }));
}

describe("words in the minutes", () => {
  it("are sent again under the same id until they arrive, on what stood there before", async () => {
    const editor = starts();
    types("Plant oaks");
    expect(new Kept("shelf").get("n1")?.values.text).toBe("Plant oaks");
    await hands.turn();
    expect(line()).toBe("editor.offline");
    answers.push({ body: { ok: true, base: "b2", at: "10:42" } });
    await hands.turn();
    expect(sent.map((body) => [body.id, body.text, body.base, body.who])).toEqual([
      [sent[0]?.id, "Plant oaks", "b1", ""],
      [sent[0]?.id, "Plant oaks", "b1", ""],
    ]);
    expect(editor.unsaved).toBe(false);
    expect(new Kept("shelf").get("n1")).toBeUndefined();
    types("Plant pines");
    await hands.turn();
    expect(sent[2]?.base).toBe("b2");
    expect(sent[2]?.id).not.toBe(sent[0]?.id);
  });

  it("are not sent while the choice between two is open", async () => {
    starts();
    const theirs = { type: "note", text: "Plant pines", who: "", base: "b9" };
    answers.push({
      status: 409,
      body: { ok: false, message: "changed", theirs, html: '<button name="act" value="both">Both</button>' },
    });
    types("Plant oaks");
    await hands.turn();
    types("Plant oaks!");
    await hands.turn();
    expect(sent).toHaveLength(1);
    answers.push({ body: { ok: true, base: "b10", at: "10:42" } });
    (document.querySelector(".clash button") as HTMLButtonElement).click();
    await hands.turn();
    expect([sent[1]?.text, sent[1]?.base]).toEqual(["Plant pines\n\nPlant oaks!", "b9"]);
    expect(document.querySelector(".clash")?.innerHTML).toBe("");
  });

  it("that an earlier page could not send are taken up with their own base", async () => {
    new Kept("shelf").set("n1", { note: "n1", base: "b0", values: { text: "Plant oaks", who: "Aya" } });
    starts();
    expect(area().value).toBe("Plant oaks");
    await hands.turn();
    expect([sent[0]?.base, sent[0]?.who]).toEqual(["b0", "Aya"]);
  });

  it("are previewed as they stand last, whichever answer comes last", async () => {
    const come = new Map<string, (html: string) => void>();
    starts((text) => new Promise((answer) => come.set(text, answer)));
    types("Old");
    await hands.turn();
    types("New");
    await hands.turn();
    for (const text of ["New", "Old"]) {
      come.get(text)?.(`<p>${text}</p>`);
      await new Promise((done) => setTimeout(done, 0));
      expect(document.querySelector(".preview")?.innerHTML).toBe("<p>New</p>");
    }
  });

  it("that are empty are not sent as they are typed", async () => {
    starts();
    types("  ");
    await hands.turn();
    expect(sent).toEqual([]);
    expect(line()).toBe("editor.empty");
  });

  it("for a passage that is gone become new ones, below those that wait there", () => {
    const kept = new Kept("shelf");
    kept.set("new", { note: "new", base: "", values: { text: "First" } });
    kept.set("gone", { note: "gone", base: "b", values: { text: "Second" } });
    kept.adopt(["n1", "new"]);
    expect(kept.boxes()).toEqual(["new"]);
    expect(kept.get("new")).toMatchObject({ note: "new", base: "", values: { text: "First\n\nSecond" } });
  });
});
