/** The colours hold their contrast: text 4.5, edges of controls and graphics 3, in the light theme, in Sun and in the dark one. */

import { describe, expect, it } from "vitest";
import dark from "../../shared/web/front/css/dark.css?raw";
import css from "../../shared/web/front/css/tokens.css?raw";

function tokens(css: string, selector: string): Record<string, string> {
  const start = css.indexOf(selector);
  expect(start, selector).toBeGreaterThanOrEqual(0);
  const block = css.slice(css.indexOf("{", start) + 1, css.indexOf("}", start));
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-fA-F]{3,6})\b/g)].map(([, name, hex]) => [name, hex]));
}

function luminance(hex: string): number {
  const long = hex.length === 4 ? [...hex.slice(1)].map((c) => c + c).join("") : hex.slice(1);
  const [r, g, b] = [0, 2, 4].map((i) => {
    const part = Number.parseInt(long.slice(i, i + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const light = tokens(css, ":root");
const themes: Record<string, Record<string, string>> = {
  light,
  sun: { ...light, ...tokens(css, '[data-sun="on"]') },
  dark: { ...light, ...tokens(dark, ":root") },
};

describe.each(Object.entries(themes))("the %s theme", (_name, theme) => {
  const pair = (a: string, b: string) => contrast(theme[a] ?? a, theme[b] ?? b);

  it.each([
    ["ink", "paper"],
    ["ink", "sunk"],
    ["ink", "kraft"],
    ["ink", "c-white"],
    ["ink-2", "paper"],
    ["ink-2", "sunk"],
    ["ink-2", "c-white"],
    ["blue", "paper"],
    ["blue", "c-white"],
    ["#fff", "felt"],
    ["#fff", "pin"],
    ["felt-d", "felt-t"],
    ["pin-d", "pin-t"],
    ["amber-i", "amber-t"],
  ])("reads %s on %s", (text, ground) => {
    expect(pair(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ["line", "paper"],
    ["line", "c-white"],
    ["line", "kraft"],
    ["s-priv", "c-white"],
    ["s-pub", "c-white"],
    ["s-semi", "c-white"],
  ])("sees the edge or shape %s on %s", (edge, ground) => {
    expect(pair(edge, ground)).toBeGreaterThanOrEqual(3);
  });
});

it("reads dark ink on every card stock, in every theme", () => {
  for (const stock of ["c-yellow", "c-green", "c-sky", "c-rose", "c-orange"]) {
    expect(contrast("#1f1a13", light[stock] ?? "")).toBeGreaterThanOrEqual(4.5);
  }
});
