"""Scores in real browsers: within our reach, the five principles with a measure set aside, and a rating by role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import cycle
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import violations
from tests.browser.people import FacilitatorUser, PhoneUser, WallScreen
from tests.harness.readers import unlinked
from tests.harness.server import Server, until
from tests.people import Console, Phone, Workshop, together

MEASURES = ["Felt workshop", "Permit guide", "Ice cream stand"]
SECTORS = ["private", "public", "semi-public"]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("scores")) as server:
        yield server


@pytest.fixture(scope="module")
def signed_in(browser: Browser, running: Server) -> Any:
    """What a browser keeps of a facilitator who has signed in."""
    person = FacilitatorUser(browser, running.url)
    person.signs_in_first(running.first_link)
    state = person.context.storage_state()
    person.leaves()
    return state


class Day:
    """A workshop with its facilitator, its wall and one phone in real browsers, and the others as scripts."""

    def __init__(self, browser: Browser, running: Server, signed_in: Any, template: str, others: int) -> None:
        self.workshop = Workshop(running, template)
        self.script: Console = self.workshop.console()
        self.tuya = FacilitatorUser(browser, running.url, storage_state=signed_in)
        self.phone = PhoneUser(browser, running.url, width=320, height=568)
        self.phone.scans(self.workshop.code)
        self.phone.taps_sector("Private")
        self.wall = WallScreen(browser, running.url, f"{running.url}/projector/{self.workshop.key}")
        sectors = cycle(SECTORS)
        self.others: list[Phone] = [self.workshop.phone(next(sectors)) for _ in range(others)]

    @property
    def people(self) -> tuple[FacilitatorUser, PhoneUser, WallScreen]:
        return (self.tuya, self.phone, self.wall)

    def measures(self) -> list[str]:
        for place, title in enumerate(MEASURES):
            self.script.does("measure.adopt", measure=f"m{place}", title=title)
        return [f"m{place}" for place in range(len(MEASURES))]

    def begins(self, step: str) -> str:
        id = next(a["id"] for a in self.script.all("activity").values() if a["title"] == step)
        self.script.does("activity.enter", activity=id)
        self.tuya.opens_console(self.workshop.id)
        return str(id)

    def votes(self, step: str, papers: list[dict[str, Any]]) -> None:
        answers = together(
            *[
                lambda one=one, paper=paper: one.votes(step, paper)
                for one, paper in zip(self.others, papers, strict=True)
            ]
        )
        assert all(answer["ok"] for answer in answers), answers

    def looks_right(self, *people: Any) -> None:
        for person in people or self.people:
            person.is_not_wider_than_the_screen()
            assert violations(person.page) == []

    def kept_secret(self) -> bool:
        return not any('"cells"' in heard for screen in (self.script, *self.others) for heard in screen.heard)

    def wall_pages(self) -> str:
        """Turn all that the wall shows, and read it."""
        told = {text: fits(self.wall.page) and not violations(self.wall.page) for text in self.wall.pages()}
        assert all(told.values()), told
        return "\n".join(told)

    def ends(self) -> None:
        for person in self.people:
            assert person.complaints == []
            person.leaves()
        self.workshop.close()


def fits(page: Page) -> bool:
    """Whether nothing on the wall stands outside of the picture."""
    return bool(
        page.evaluate(
            "[...document.querySelectorAll('main *')].every(e => e.getBoundingClientRect().bottom <= innerHeight"
            " && e.getBoundingClientRect().right <= innerWidth + 1)"
        )
    )


def minutes(tuya: FacilitatorUser, workshop: Workshop) -> str:
    answer = tuya.context.request.get(f"{tuya.url}/facilitator/workshops/{workshop.id}/minutes.md")
    assert answer.ok
    return unlinked(answer.text())


def test_what_is_within_our_reach(browser: Browser, running: Server, signed_in: Any) -> None:
    day = Day(browser, running, signed_in, "led-planning", 17)
    script, tuya, phone, wall = day.script, *day.people
    groups = script.makes_groups("Dear loans", "Bad roads", "No tanners", "Slow permits", "Power cuts", "Far markets")
    script.does("activity.confirm", activity=script.step("cluster")["id"])
    weigh = script.step("dots")["id"]
    script.does("activity.open", activity=weigh)
    day.votes(weigh, [{groups[i % 4]: 1, groups[(i % 2) * 4]: 1} for i in range(17)])
    for verb in ("close", "reveal"):
        script.does(f"activity.{verb}", activity=weigh)

    step = day.begins("Within our reach?")
    tuya.sees("Bad roads")
    tuya.does_not_see("Far markets")
    day.looks_right(tuya)
    tuya.walks_on("Open the vote", "Close the vote")
    assert groups[5] not in script.all("activity")[step]["options"]
    wall.sees("Can we here move it? 1 no to 4 yes.")
    roads = phone.page.get_by_role("group", name=re.compile("Bad roads"))
    roads.get_by_role("radio", name="3, partly").click()
    until(lambda: script.tallies.get(step, {}).get("cast", 0) >= 0, "a tally")
    phone.page.reload()
    expect(roads.get_by_role("radio", name="3, partly")).to_be_checked()
    phone.page.get_by_role("button", name=re.compile("to go")).click()
    expect(phone.page.locator(":focus")).to_have_attribute("type", "radio")
    day.looks_right()
    assert day.others[0].votes(step, {"answers": {groups[0]: {"1": 5}}})["code"] == "invalid"
    options = script.all("activity")[step]["options"]
    day.votes(
        step, [{"answers": {id: {"1": 1 + (place % 2) * 3} for place, id in enumerate(options)}} for _ in range(17)]
    )
    tuya.walks_on("Close the vote", "Reveal")
    phone.sees("Your ballot was counted.")
    assert day.kept_secret()
    tuya.walks_on("Reveal", "Agree on the result")
    tuya.sees(re.compile("Work list: .*Bad roads"))
    tuya.sees(re.compile("Advocacy list, for the dialogue: .*Dear loans"))
    told = day.wall_pages()
    for words in ("We work on it", "For the dialogue", "reach", "Bad roads"):
        assert words in told
    phone.sees(re.compile("We work on it here: .*Bad roads"))
    phone.sees(re.compile("yours: 3"))
    day.looks_right(tuya, phone)
    assert re.search("Work list .*Bad roads", minutes(tuya, day.workshop))
    day.ends()


def test_the_five_principles_and_a_measure_that_the_room_sets_aside(
    browser: Browser, running: Server, signed_in: Any
) -> None:
    day = Day(browser, running, signed_in, "led-planning", 10)
    script, (tuya, phone, _) = day.script, day.people
    ids = day.measures()
    step = day.begins("Five-principle check")
    tuya.sees("Is there a willing champion?")
    day.looks_right(tuya)
    tuya.walks_on("Open the vote", "Close the vote")
    phone.sees("1 of 3")
    for question in ("Is it local?", "Do at least two sectors carry it?"):
        phone.page.get_by_role("group", name=re.compile(re.escape(question))).get_by_role(
            "radio", name="no", exact=True
        ).click()
    phone.button("13 to go").click()
    day.looks_right()
    phone.button("Next").click()
    phone.sees("2 of 3")
    phone.page.reload()
    phone.button("13 to go").click()
    phone.sees("1 of 3")
    papers = []
    for i in range(10):
        lights = {
            id: {str(q): "yes" if i < 8 - 3 * place else "no" for q in range(1, 6)} for place, id in enumerate(ids)
        }
        papers.append({"answers": lights})
    day.votes(step, papers)
    tuya.walks_on("Close the vote", "Reveal")
    assert day.kept_secret()
    tuya.walks_on("Reveal", "Agree on the result")
    green = "green: 70 % yes or more"
    expect(tuya.page.get_by_role("img", name=green).first).to_be_visible()
    phone.sees("Felt workshop")
    tuya.button("Set aside: Ice cream stand").click()
    tuya.page.get_by_label(re.compile("Why does the room set")).fill("Good for one firm only")
    tuya.page.keyboard.press("Enter")
    tuya.sees("set aside: Good for one firm only")
    day.looks_right(tuya, phone)
    told = day.wall_pages()
    assert "set aside" in told and "80 %" in told
    day.begins("Sketch measures")
    tuya.sees("set aside: Good for one firm only")
    choose = day.begins("Choose")
    tuya.sees("Permit guide")
    expect(tuya.page.locator(".opts").get_by_text("Ice cream stand")).to_have_count(0)
    script.does("activity.open", activity=choose)
    assert script.all("activity")[choose]["options"] == ids[:2]
    assert "Reason: Good for one firm only" in minutes(tuya, day.workshop)
    tuya.goes_to("Five-principle check")
    tuya.button("Take back: Ice cream stand").click()
    expect(tuya.button("Set aside: Ice cream stand")).to_be_visible()
    day.ends()


def test_each_measure_is_rated_by_role_and_looked_at_a_second_time(
    browser: Browser, running: Server, signed_in: Any
) -> None:
    day = Day(browser, running, signed_in, "led-evaluation", 11)
    script, tuya, phone, wall = day.script, *day.people
    ids = day.measures()
    step = day.begins("Judge each measure")
    day.looks_right(tuya)
    tuya.walks_on("Open the vote", "Close the vote")
    phone.page.get_by_role("radio", name="implementer").click()
    phone.sees("You answer as:")
    phone.button("This one is mine").click()
    phone.sees("nobody scores their own")
    phone.button("Next").click()
    phone.page.get_by_role("group", name=re.compile("The effect can be seen")).get_by_role(
        "radio", name="I don't know"
    ).click()
    phone.page.get_by_role("group", name=re.compile("It will go on")).get_by_role("radio", name="5, fully").click()
    day.looks_right()
    phone.page.reload()
    phone.sees("You answer as:")
    phone.sees("2 of 3")
    implementer = {"role": "implementer", "answers": {id: {"1": 4, "3": 5} for id in ids}}
    user = {"role": "user", "answers": {id: {"1": 4, "3": 2} for id in ids}}
    other = {"role": "other", "answers": {ids[0]: {"3": 1}}}
    day.votes(step, [implementer] * 5 + [user] * 5 + [other])
    tuya.walks_on("Close the vote", "Reveal")
    assert day.kept_secret()
    tuya.walks_on("Reveal", "Agree on the result")
    tuya.sees("Where roles see it most differently")
    expect(tuya.page.locator(".c-gaps li")).to_have_count(3)
    expect(tuya.page.locator(".c-gaps li").first).to_contain_text(re.compile("implementer 5 · user 2"))
    told = day.wall_pages()
    assert "It will go on without the fund." in told and "Talk about it:" in told
    assert "other" not in told  # one person alone in a role
    phone.sees(re.compile("implementer 5 · user 2"))
    day.looks_right(tuya, phone)
    again = day.begins("Talk about the differences")
    tuya.sees("The second look: talk first, then ask again.")
    wall.sees("Talk about it:")
    tuya.page.get_by_label(re.compile("^Only the disputed lines")).click()
    until(lambda: script.all("activity")[again]["settings"]["disputed"], "the setting")
    day.looks_right(tuya)
    tuya.walks_on("Open the vote", "Close the vote")
    pale = 0
    for place in range(1, 4):
        phone.sees(f"{place} of 3")
        expect(phone.page.get_by_role("group", name=re.compile("It will go on"))).to_have_count(1)
        expect(phone.page.get_by_role("group", name=re.compile("The effect can be seen"))).to_have_count(0)
        pale += phone.page.locator(".sc-key.was").count()
        if place < 3:
            phone.button("Next").click()
    assert pale == 1  # what one answered in the first round, to be tapped again
    script.does("activity.close", activity=again)
    text = minutes(tuya, day.workshop)
    assert "Ballots by role: implementer 6, user 5." in text and "**3.0** | 5.0 | 2.0 |" in text
    day.ends()
