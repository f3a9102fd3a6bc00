/** Where little hangs on the wall, all of it is drawn larger: as far as every word stays whole and within its place. */

import { useLayoutEffect, useRef } from "preact/hooks";

const SIZES = ["3", "2", "1"]; // the largest first; how large they are says grow.css
const SLACK = 2; // px that rounding may add
const FEET = 1.1; // of a line set close: letters reach below it

/** What to hang on the element that grows; `largest` is one of 1 to 3. */
export function useGrowth<E extends HTMLElement>(largest = 3) {
  const ref = useRef<E>(null);
  useLayoutEffect(() => {
    const here = ref.current;
    if (!here) return undefined;
    const again = () => grow(here, largest);
    again();
    addEventListener("resize", again);
    document.fonts?.addEventListener?.("loadingdone", again);
    return () => {
      removeEventListener("resize", again);
      document.fonts?.removeEventListener?.("loadingdone", again);
    };
  });
  return ref;
}

function grow(here: HTMLElement, largest: number): void {
  here.classList.add("trying"); // words do not break
  const size = SIZES.slice(SIZES.length - largest).find((one) => {
    here.dataset.grow = one;
    return fits(here);
  });
  here.classList.remove("trying");
  if (size === undefined) delete here.dataset.grow;
}

function fits(here: HTMLElement): boolean {
  const frame = here.getBoundingClientRect();
  return [here, ...here.querySelectorAll<HTMLElement>("*")].every((one) => {
    if (one instanceof SVGElement || one.classList.contains("vh") || getComputedStyle(one).display === "inline") return true;
    const { top, bottom, left, right } = one.getBoundingClientRect();
    const within = top >= frame.top - SLACK && bottom <= frame.bottom + SLACK;
    const beside = left >= frame.left - SLACK && right <= frame.right + SLACK;
    const whole = one.scrollWidth <= one.clientWidth + SLACK || one.closest(".hd") !== null; // heads of columns may reach beyond
    return within && beside && whole && (!rowOf(one) || holds(one));
  });
}

/** Rows and whatever cuts off what is too much. */
function rowOf(one: HTMLElement): boolean {
  return one.tagName === "LI" || one.classList.contains("w-row") || getComputedStyle(one).overflowY === "hidden";
}

function holds(row: HTMLElement): boolean {
  const { top, bottom } = row.getBoundingClientRect();
  return (
    row.scrollHeight <= row.clientHeight * FEET + SLACK &&
    [...row.children].every((child) => {
      const box = child.getBoundingClientRect();
      return box.top >= top - SLACK && box.bottom <= bottom + SLACK;
    })
  );
}
