"""A selection committee in real browsers: knock-outs, two rounds on phones, figures on console, wall and in minutes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect

from shared.demo.day import demo_data
from tests.browser.conftest import violations
from tests.browser.people import PATIENCE, FacilitatorUser, PhoneUser, WallScreen
from tests.harness.readers import unlinked
from tests.harness.server import Server, until
from tests.people import Console, Phone, Workshop, together

VECTOR = demo_data()["rating"]
SCORES: dict[str, dict[str, int]] = VECTOR["base_scores"]
MEASURES = {measure["id"]: measure for measure in demo_data()["measures"]}
SHEETS = VECTOR["full_example_M3"]["scores"]
ORDER = ["M1", "M3", "M4", "M5", "M2", "M6", "M7", "M8"]
CRITERIA = [f"C{n}" for n in range(1, 10)]
QUESTIONS = [f"K{n}" for n in range(1, 10)]
CANARY = "Who pays the guard in the second winter?"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("rating")) as server:
        yield server


@pytest.fixture(scope="module")
def signed_in(browser: Browser, running: Server) -> Any:
    """What a browser keeps of a facilitator who has signed in."""
    person = FacilitatorUser(browser, running.url)
    person.signs_in_first(running.first_link)
    state = person.context.storage_state()
    person.leaves()
    return state


@pytest.fixture
def tuya(browser: Browser, running: Server, signed_in: Any) -> Iterator[FacilitatorUser]:
    person = FacilitatorUser(browser, running.url, storage_state=signed_in)
    yield person
    assert person.complaints == []
    person.leaves()


@pytest.fixture
def workshop(running: Server, signed_in: Any) -> Iterator[Workshop]:
    made = Workshop(running, "measure-selection")
    yield made
    made.close()


@pytest.fixture
def script(workshop: Workshop) -> Console:
    """A second console: eight applications; all have passed the knock-outs but M2, about which one is open."""
    console = workshop.console()
    for id, measure in MEASURES.items():
        passed = {k: "yes" for k in QUESTIONS if (id, k) != ("M2", "K6")}
        console.does("measure.adopt", measure=id, title=measure["title"])
        console.does("measure.edit", measure=id, sheet={"asked": measure["fund_eur"], **passed})
    return console


@pytest.fixture
def phone(browser: Browser, running: Server, workshop: Workshop) -> Iterator[PhoneUser]:
    person = PhoneUser(browser, running.url, width=320, height=568)
    person.scans(workshop.code)
    person.taps_sector("Semi-public")
    yield person
    assert person.complaints == []
    person.leaves()


@pytest.fixture
def wall(browser: Browser, running: Server, workshop: Workshop) -> Iterator[WallScreen]:
    screen = WallScreen(browser, running.url, f"{running.url}/projector/{workshop.key}")
    yield screen
    assert screen.complaints == []
    screen.leaves()


def looks_right(*people: FacilitatorUser | PhoneUser | WallScreen) -> None:
    for person in people:
        person.is_not_wider_than_the_screen()
        assert violations(person.page) == []


def key(phone: PhoneUser, criterion: str, n: int) -> Locator:
    return phone.page.locator(f"[data-criterion={criterion}] .rate-keys label").nth(n)


def scores(phone: PhoneUser, sheet: dict[str, int]) -> None:
    """Score the measure that the phone shows, and say why where it asks."""
    for c in CRITERIA:
        key(phone, c, sheet[c]).click()
    for c in CRITERIA:
        if sheet[c] in (0, 1, 5):
            phone.page.locator(f"#why-{c}").fill(CANARY if (c, sheet[c]) == ("C8", 1) else f"because of {c}")
    phone.button("Next measure").click()


def reasoned(paper: dict[str, dict[str, int]]) -> dict[str, dict[str, object]]:
    """A paper with the lines that belong beside its low and high scores."""
    return {
        m: {**given, "reasons": {c: "why" for c, n in given.items() if n in (0, 1, 5)}} for m, given in paper.items()
    }


def of(title: str) -> str:
    return next(id for id, measure in MEASURES.items() if measure["title"] == title)


def opens_the_list(phone: PhoneUser, id: str) -> None:
    phone.button("All").click()
    phone.button(re.compile(re.escape(MEASURES[id]["title"]))).click()


def settles_the_greenhouses(tuya: FacilitatorUser, answer: str, word: str) -> None:
    """Answer K6 of M2 with a word, as the fund's office does."""
    row = tuya.page.locator(".c-question", has=tuya.page.get_by_text("K6", exact=True))
    row.get_by_role("radio", name=answer, exact=True).click()
    box = row.get_by_role("textbox", name="Word on K6")
    box.fill(word)
    box.press("Enter")


def test_the_committee_of_the_demo_scores_in_two_rounds(
    workshop: Workshop, script: Console, tuya: FacilitatorUser, phone: PhoneUser, wall: WallScreen
) -> None:
    sectors = ("private",) * 3 + ("public",) * 2 + ("semi-public",)
    people = [workshop.phone(sector) for sector in sectors]
    first, second = script.step("rating")["id"], script.step("rating", 1)["id"]
    script.does("activity.enter", activity=first)
    tuya.opens_console(workshop.id)

    tuya.sees("1 measure still waits for an answer; the vote cannot open.")
    tuya.button("Open the vote").click()
    tuya.sees(re.compile("First answer the knock-out questions.*Solar greenhouses"))
    weight = tuya.page.get_by_label("Weight of C9, usually 5")
    weight.fill("7")
    tuya.sees("Sum 102 of 100; each up to 5 off the usual.")
    expect(tuya.button("Keep the weights")).to_have_attribute("aria-disabled", "true")
    tuya.button("As before").click()
    tuya.button(MEASURES["M2"]["title"]).click()
    row = tuya.page.locator(".c-gate tr", has_text="Solar greenhouses")
    settles_the_greenhouses(tuya, "no", "20 % of own part; the larger window asks for 30 %")
    expect(row).to_contain_text("not admitted")
    looks_right(tuya)
    settles_the_greenhouses(tuya, "repaired", "1,786 EUR of own work added")
    expect(row.locator(".chip")).to_have_text("admitted")
    tuya.walks_on("Open the vote", "Close the vote")

    wall.sees("of 7 are complete")
    phone.sees("Measure 1 of 8")
    assert phone.page.locator("input[type=radio]:checked").count() == 0
    box = key(phone, "C1", 0).bounding_box()
    assert box and box["width"] >= 44 and box["height"] >= 44
    looks_right(phone, wall)
    key(phone, "C1", 2).click()
    phone.sees("8 to go")
    phone.page.keyboard.press("ArrowRight")
    expect(phone.page.locator("[data-criterion=C1] input").nth(3)).to_be_checked()
    phone.button("8 to go").click()
    phone.page.keyboard.press("Space")
    expect(phone.page.locator("#rate-C2")).to_be_checked()
    phone.page.locator("#why-C2").fill("a half word")
    phone.page.keyboard.press("Tab")
    phone.page.reload()
    expect(phone.page.locator("[data-criterion=C1] input").nth(3)).to_be_checked()
    expect(phone.page.locator("#why-C2")).to_have_value("a half word")
    for _ in MEASURES:
        id = of(phone.page.locator("#rate-title").inner_text())
        scores(phone, SHEETS[5] if id == "M3" else SCORES[id])
    phone.sees("All is filled in. You can change it until the vote closes.")
    opens_the_list_first = phone.button(re.compile("Permit guide"))
    opens_the_list_first.click()
    phone.page.get_by_role("checkbox", name="I have an interest: I stand aside").check()
    phone.sees("Others decide on this measure.")
    phone.button("Next measure").click()
    looks_right(phone)
    papers = [{**SCORES, "M3": {c: sheet[c] for c in CRITERIA}} for i, sheet in enumerate(SHEETS) if i != 5]
    answers = together(
        *[lambda one=one, p=p: one.votes(first, reasoned(p)) for one, p in zip(people, papers, strict=True)]
    )
    assert all(answer["ok"] for answer in answers)
    wall.sees("of 7 are complete")
    expect(wall.page.locator(".w-big .n")).to_have_text("7")
    expect(tuya.page.locator(".kpi b").first).to_have_text(re.compile("7 of 7"))

    tuya.walks_on("Close the vote", "Reveal")
    phone.sees("Your ballot was counted.")
    phone.sees("You stand aside")
    late = people[0].votes(first, {"M1": {"C1": 0}})
    assert late["code"] == "phase_closed" and not late["retry"]
    nothing_is_told(workshop, script, people)
    tuya.walks_on("Reveal", "Agree on the result")
    tuya.sees(f"low: {CANARY}")
    assert "79.57" not in json.dumps(script.all("activity"))
    expect(wall.page.locator(".w-heat td.apart, .w-apart li")).to_have_count(1)
    looks_right(tuya, wall)
    phone.sees("C8 Lasts")
    phone.sees(f"low: {CANARY}")
    looks_right(phone)

    tuya.goes_to("Reveal and second round")
    tuya.sees("It follows “Scores of the first round”")
    tuya.walks_on("Open the vote", "Close the vote")
    phone.sees("Measure 1 of 8")
    phone.button("All").click()
    phone.button(re.compile("Shared winter cellar")).click()
    expect(key(phone, "C1", SHEETS[5]["C1"]).locator(".was")).to_be_visible()
    phone.button("As in my first round, but for what was far apart").click()
    phone.sees("1 to go")
    phone.sees("Far apart in the first round")
    key(phone, "C8", 4).click()
    phone.page.get_by_role("checkbox", name="I have an interest: I stand aside").check()
    looks_right(phone)
    answers = together(*[lambda one=one: one.votes(second, reasoned(SCORES)) for one in people])
    assert all(answer["ok"] for answer in answers)
    tuya.walks_on("Close the vote", "Reveal")
    nothing_is_told(workshop, script, people, first_is_shown=True)
    tuya.walks_on("Reveal", "Agree on the result")

    until(lambda: "result" in script.all("activity")[second], "the result of the second round")
    result = script.all("activity")[second]["result"]
    assert [(item["id"], item["total"]) for item in result["items"]] == [
        (id, f"{VECTOR['totals'][id]:.2f}") for id in ORDER
    ]
    assert [item.get("place") for item in result["items"]] == [1, 2, 3, 4, 5, 6, 7, None]
    assert result["ties"] == [{"ids": ["M5", "M2"], "by": "asked"}, {"ids": ["M6", "M7"], "by": "asked"}]
    cellar = result["items"][1]
    assert (cellar["first"]["total"], cellar["first"]["flags"]) == (f"{VECTOR['full_example_M3']['total']}", ["C8"])
    assert {c: float(mean) for c, mean in cellar["first"]["means"].items()} == pytest.approx(
        VECTOR["full_example_M3"]["mean"], abs=0.005
    )

    heat = tuya.page.locator(".heat tbody tr")
    assert [of(row.locator(".tx").inner_text()) for row in heat.all()] == ORDER
    expect(heat.last).to_contain_text("refused: below a minimum")
    tuya.sees("Level: Short course for camp cooks and guides, Solar greenhouses run by trained young people.")
    tuya.sees("Repaired and rated: Solar greenhouses run by trained young people")
    assert tuya.page.locator(".picture .p-point").count() == 8
    no_names_touch(tuya)
    looks_right(tuya)
    turns_to(wall, ".w-heat")
    expect(wall.page.locator(".w-heat tbody tr").first).to_contain_text("83.0")
    for letters in ("l", "m"):
        script.does("wall.look", letters=letters)
        wall.page.locator(f'body[data-letters="{letters}"] .w-heat').wait_for(timeout=PATIENCE)
        table, room = (wall.page.locator(where).bounding_box() for where in (".w-heat table", "main"))
        assert table and room and table["y"] + table["height"] <= room["y"] + room["height"] + 1
    turns_to(wall, ".w-across")
    no_names_touch(wall)
    phone.sees("1. Felt workshop with a common quality mark")
    phone.sees("refused: below a minimum")
    looks_right(phone)
    minutes = unlinked(workshop.server.run("minutes", workshop.code, "--format", "md")).replace("\\", "")
    for line in ("| 2 | Shared winter cellar for vegetables | 79.00 | 79.57 |", CANARY, "1,786 EUR of own work added"):
        assert line in minutes, line


def nothing_is_told(workshop: Workshop, script: Console, people: list[Phone], first_is_shown: bool = False) -> None:
    """Look into all that screens have heard, and into the minutes: no score, no total, before the reveal no reason."""
    minutes = "".join(workshop.server.run("minutes", workshop.code, "--format", form) for form in ("md", "json"))
    heard = [minutes, *(one for screen in (script, *people) for one in screen.heard)]
    figures = ("79.00", "79.57", '"means"') if first_is_shown else (CANARY, "because of", '"means"', '"flags"', "79.57")
    assert not any(figure in one for one in heard for figure in figures)


def turns_to(wall: WallScreen, view: str) -> None:
    """Wait until the wall, which turns its pages by itself, shows this one."""
    expect(wall.page.locator(view)).to_be_visible(timeout=PATIENCE)
    looks_right(wall)


def no_names_touch(person: FacilitatorUser | WallScreen) -> None:
    boxes = person.page.eval_on_selector_all(
        ".picture .p-name",
        "names => names.map(name => name.getBoundingClientRect().toJSON())",
    )
    assert len(boxes) == 8
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            apart = (
                a["right"] <= b["left"] or b["right"] <= a["left"] or a["bottom"] <= b["top"] or b["bottom"] <= a["top"]
            )
            assert apart, (a, b)


def test_what_is_tapped_in_a_dead_spot_arrives_and_counts_once(
    workshop: Workshop, script: Console, phone: PhoneUser
) -> None:
    step = script.step("rating")["id"]
    script.does("activity.edit", activity=step, settings={"round": "only", "gate": False})
    phone.sees("Try")
    script.does("activity.enter", activity=step)
    script.does("activity.open", activity=step)
    phone.sees("9 to go")
    id = of(phone.page.locator("#rate-title").inner_text())
    phone.context.set_offline(True)
    for c in CRITERIA:
        key(phone, c, 3).click()
    phone.button("Next measure").click()
    phone.page.locator("#rate-title").wait_for()
    phone.context.set_offline(False)
    phone.complaints.clear()  # what the browser says of the dead line
    until(lambda: script.tallies.get(step, {}).get("cast"), "the ballot")
    phone.page.reload()
    phone.button("All").click()
    expect(phone.button(re.compile(MEASURES[id]["title"]))).to_contain_text("filled in")
    for verb in ("close", "reveal"):
        script.does(f"activity.{verb}", activity=step)
    result = script.all("activity")[step]["result"]
    assert {item["id"]: item.get("total") for item in result["items"] if item["n"]} == {id: "60.00"}
    assert result["cast"] == 1
