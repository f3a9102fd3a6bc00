/** Dragging a card by mouse or pen. Fingers scroll; they choose and put, as keys do. */

const FAR_ENOUGH = 6; // px before a press becomes a drag

/** Follow a press; on letting go over a pile ("" is the free one) say which, and before which card. */
export function drag(start: PointerEvent, drop: (pile: string | null, before: string | null) => void): void {
  const face = start.currentTarget as HTMLElement;
  const card = face.closest<HTMLElement>("[data-hang]");
  if (start.button !== 0 || start.pointerType === "touch" || !card) return;
  let ghost: HTMLElement | null = null;
  let over: HTMLElement | null = null;
  let neighbour: HTMLElement | null = null;

  const mark = (pile: HTMLElement | null, before: HTMLElement | null) => {
    if (pile !== over) {
      over?.classList.remove("over");
      pile?.classList.add("over");
    }
    if (before !== neighbour) {
      neighbour?.classList.remove("before");
      before?.classList.add("before");
    }
    over = pile;
    neighbour = before;
  };
  const moved = (event: PointerEvent) => {
    if (!ghost) {
      if (Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) < FAR_ENOUGH) return;
      ghost = ghostOf(card);
      document.body.classList.add("dragging");
    }
    ghost.style.transform = `translate(${event.clientX - start.clientX}px, ${event.clientY - start.clientY}px) rotate(1.5deg)`;
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const pile = under?.closest<HTMLElement>("[data-pile]") ?? null;
    const hanging = under?.closest<HTMLElement>("[data-hang]") ?? null;
    mark(pile, pile?.dataset.pile && hanging !== card ? hanging : null);
    event.preventDefault();
  };
  const ended = (event: Event) => {
    removeEventListener("pointermove", moved);
    removeEventListener("pointerup", ended);
    removeEventListener("pointercancel", ended);
    removeEventListener("keydown", left, true);
    const pile = over;
    const before = neighbour;
    mark(null, null);
    if (!ghost) return;
    ghost.remove();
    document.body.classList.remove("dragging");
    addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener("click", swallow, { capture: true }), 0);
    if (event.type === "pointerup" && pile) drop(pile.dataset.pile || null, before?.dataset.hang ?? null);
  };
  const left = (event: KeyboardEvent) => {
    if (event.key === "Escape") ended(event);
  };
  addEventListener("pointermove", moved);
  addEventListener("pointerup", ended);
  addEventListener("pointercancel", ended);
  addEventListener("keydown", left, true);
}

function ghostOf(card: HTMLElement): HTMLElement {
  const box = card.getBoundingClientRect();
  const ghost = card.cloneNode(true) as HTMLElement;
  ghost.removeAttribute("data-hang");
  ghost.inert = true;
  ghost.classList.add("ghost");
  ghost.style.left = `${box.left}px`;
  ghost.style.top = `${box.top}px`;
  ghost.style.width = `${box.width}px`;
  document.body.append(ghost);
  return ghost;
}

/** The press that ends a drag is not a press on what lies under it. */
function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}
