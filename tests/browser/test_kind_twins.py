"""Same or different: asked on phones, shown on the wall, put together on the console, told in the minutes."""

from __future__ import annotations

import re
import urllib.request

from playwright.sync_api import expect

from tests.browser.conftest import looks_right
from tests.browser.people import FacilitatorUser, PhoneUser, WallScreen
from tests.harness.readers import unlinked
from tests.harness.server import until
from tests.people import Console, Workshop

TEXTS = ("No winter storage", "No storage in winter", "Loans come late", "The loans come late", "Wolves take the herds")


def asks_about_twins(workshop: Workshop, script: Console) -> list[object]:
    """Write cards of which two pairs look alike, turn them, and put the step behind them."""
    others = [workshop.phone("public") for _ in range(5)]
    script.does("activity.open", activity=script.obstacles)
    for other, text in zip(others, TEXTS, strict=True):
        assert other.adds(script.obstacles, text)["ok"]
    for verb in ("activity.close", "activity.reveal"):
        script.does(verb, activity=script.obstacles)
    script.does("activity.add", activity="twins", kind="twins", title="Twins", question="Which cards say the same?")
    script.does("activity.edit", activity="twins", source=script.obstacles)
    script.does("activity.enter", activity="twins")
    return list(others)


def test_pairs_are_asked_on_phones_and_put_together_on_the_console(
    workshop: Workshop, script: Console, tuya: FacilitatorUser, phone: PhoneUser, wall: WallScreen
) -> None:
    others = asks_about_twins(workshop, script)
    tuya.opens_console(workshop.id)
    tuya.sees("Pairs that look alike now: 2.")
    looks_right(tuya, phone, wall)
    tuya.walks_on("Open the vote", "Close the vote")
    wall.sees("Do two cards say the same? A few pairs on each phone.")

    phone.sees("Which cards say the same?")
    phone.sees("1 of 2")
    looks_right(phone)
    phone.page.evaluate("window.scrollTo(0, 0)")
    for key in ("Different", "The same", "I am not sure"):
        box = phone.button(key).bounding_box()
        assert box and box["y"] >= 0 and box["y"] + box["height"] <= 568, "a key is not in the first view"
    same, different = (phone.button(key).bounding_box() for key in ("The same", "Different"))
    assert same and different and (same["width"], same["height"]) == (different["width"], different["height"])
    phone.button("I am not sure").press("Enter")
    phone.sees("2 of 2")
    phone.page.reload()
    phone.sees("2 of 2")
    phone.context.set_offline(True)
    phone.button("The same").press("Enter")
    phone.sees("That was all. Thank you!")
    phone.context.set_offline(False)
    said = phone.page.get_by_role("listitem").filter(has_text="I am not sure")
    said.get_by_role("button", name=re.compile("^Change: ")).click()
    expect(phone.button("I am not sure")).to_have_attribute("aria-pressed", "true")
    phone.button("The same").click()
    phone.sees("That was all. Thank you!")
    expect(phone.button("Saved")).to_be_visible()
    looks_right(phone)

    first, second = script.all("activity")["twins"]["options"]
    storage = next(pair for pair in (first, second) if script.all("card")[pair.split("/")[0]]["text"].count("storage"))
    loans = second if storage == first else first
    for n, other in enumerate(others):
        assert other.votes("twins", {storage: "same", **({loans: "different"} if n < 2 else {})})["ok"]  # type: ignore[attr-defined]
    until(lambda: script.tallies.get("twins", {}).get("cast") == 6, "all answers")
    tuya.walks_on("Close the vote", "Reveal")
    phone.sees("The same")
    tuya.walks_on("Reveal", "Done with the twins")
    wall.sees("1 of 2 pairs say the same to most people")
    wall.sees("6 of 6: the same")
    wall.does_not_see("Loans come late")
    phone.sees("The facilitator puts these together.")
    tuya.sees("The same to most: 1")
    tuya.sees("The same 6 · different 0 · not sure 0")
    tuya.sees("Answers: 3. Too few to tell what they said.")
    looks_right(tuya, phone, wall)

    board = tuya.page.get_by_role("region", name="Result")
    board.get_by_role("button", name=re.compile("^Put together: .*storage")).click()
    board.get_by_role("button", name=re.compile("^Not the same: .*oans")).click()
    expect(board.get_by_text("Dealt with:")).to_have_count(2)
    merged = [card for card in script.all("card").values() if card.get("merged_into")]
    assert len(merged) == 1 and "storage" in merged[0]["text"]
    asked = f"{workshop.server.url}/facilitator/workshops/{workshop.id}/minutes.md"
    with urllib.request.urlopen(
        urllib.request.Request(asked, headers={"Authorization": f"Bearer {workshop.token}"}), timeout=20
    ) as answer:
        minutes = unlinked(answer.read().decode())
    assert "**1 of 2 pairs say the same to most people**" in minutes
    assert re.search(r"\| No (winter storage|storage in winter) \| No .* \| 6 \| 0 \| 0 \|", minutes)


def test_where_nothing_looks_alike_the_console_says_so(
    workshop: Workshop, script: Console, tuya: FacilitatorUser
) -> None:
    others = [workshop.phone("public") for _ in range(4)]
    script.does("activity.open", activity=script.obstacles)
    assert others[0].adds(script.obstacles, "Wolves take the herds")["ok"]
    for verb in ("activity.close", "activity.reveal"):
        script.does(verb, activity=script.obstacles)
    script.does("activity.add", activity="twins", kind="twins", title="Twins", question="Which cards say the same?")
    script.does("activity.edit", activity="twins", source=script.obstacles)
    script.does("activity.enter", activity="twins")
    tuya.opens_console(workshop.id)
    tuya.sees("Pairs that look alike now: 0.")
    tuya.main_button.click()
    tuya.sees("No two cards look alike, so there is nothing to ask.")
    assert script.all("activity")["twins"]["phase"] == "draft"
