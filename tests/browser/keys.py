"""A person with a keyboard and no mouse: Tab to a thing, then type or press. Nothing that has focus may lie covered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator

from tests.browser.people import Person

MOST_TABS = 150
MOST_KEYS = 12  # of one group
IS_IT = "element => element === document.activeElement"
IN_ITS_GROUP = "element => document.activeElement.type === 'radio' && element.name === document.activeElement.name"

# What has focus, whether it can be seen where it lies, and how it is called where it cannot.
FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body || element.closest("iframe")) return null;
  const label = element.closest("label") || (element.labels && element.labels[0]);
  const shown = element.matches("[type=radio], [type=checkbox]") && label ? label : element;
  const box = shown.getBoundingClientRect();
  const at = [0.5, 0.15, 0.85].map((part) => [box.left + box.width / 2, box.top + part * box.height]);
  const hit = (x, y) => {
    const top = document.elementFromPoint(x, y);
    return top !== null && (shown.contains(top) || top.contains(shown));
  };
  const tall = box.height > innerHeight / 3;
  return {
    name: element.getAttribute("aria-label") || shown.textContent.trim().slice(0, 60) || element.id,
    covered: tall ? !at.some(([x, y]) => hit(x, y)) : !at.every(([x, y]) => hit(x, y)),
  };
}"""

# Every control with its state, and the words around: what a reload must bring back.
PICTURE = """() => {
  const within = document.querySelector("[role=dialog]") || document.querySelector("main");
  const controls = [...within.querySelectorAll("button, input, textarea, select")].map((c) => [
    c.tagName, c.getAttribute("aria-label") || c.id || c.textContent.trim(),
    c.getAttribute("aria-pressed") || "", c.checked === true, c.value || "",
  ]);
  return { text: within.innerText, controls };
}"""


@dataclass(frozen=True)
class Press:
    """Tab to the ``nth`` thing of this name and press a key on it."""

    name: str
    key: str = "Enter"
    role: str = "button"
    nth: int = 0


@dataclass(frozen=True)
class Type:
    """Tab to a box and type behind what stands in it; ``then`` is pressed last."""

    name: str
    text: str
    then: str = ""
    role: str = "textbox"


@dataclass(frozen=True)
class Choose:
    """Tab to the first key of a group, choose it, and go so many on."""

    name: str
    on: int = 0


Act = Press | Type | Choose


class Keyboard:
    def __init__(self, person: Person) -> None:
        self.person = person
        self.page = person.page

    def does(self, *acts: Act) -> None:
        for act in acts:
            if isinstance(act, Press):
                self._to(self._named(act.role, act.name).nth(act.nth))
                self.page.keyboard.press(act.key)
            elif isinstance(act, Choose):
                self._choose(self._named("radio", act.name).first, act.on)
            else:
                self._to(self._named(act.role, act.name).first)
                self.page.keyboard.press("End")
                self.page.keyboard.type(act.text)
                if act.then:
                    self.page.keyboard.press(act.then)

    def walks_through(self) -> int:
        """Tab through the whole page: whatever gets focus can be seen. Gives how many things there are."""
        self.page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
        seen: list[Any] = []
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            focused = self.page.evaluate(FOCUSED)
            if focused is None:
                return len(seen)
            seen.append(focused)
            assert not focused["covered"], f"covered while it has focus: {focused['name']}"
        raise AssertionError(f"no end after {MOST_TABS}: {seen[-3:]}")

    def picture(self) -> Any:
        return self.page.evaluate(PICTURE)

    def _named(self, role: Any, name: str) -> Locator:
        if role == "summary":  # which has no role that browsers agree on
            return self.page.locator("summary").filter(has_text=re.compile(name))
        return self.page.get_by_role(role, name=re.compile(name))

    def _to(self, wanted: Locator, there: str = IS_IT) -> None:
        """Press Tab until this has focus."""
        wanted.wait_for(state="attached")
        for _ in range(MOST_TABS):
            if wanted.evaluate(there):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not reach {wanted}")

    def _choose(self, wanted: Locator, on: int) -> None:
        """Tab to the group that this key is one of, go to it by arrows, and so many on."""
        self._to(wanted, IN_ITS_GROUP)
        self.page.keyboard.press("Space")
        for _ in range(MOST_KEYS):
            if wanted.evaluate(IS_IT):
                break
            self.page.keyboard.press("ArrowDown")
        for _ in range(on):
            self.page.keyboard.press("ArrowDown")
