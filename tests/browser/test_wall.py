"""The wall at four sizes, with the longest names: nothing is cut off and nothing scrolls; it outlives its server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.people import WallScreen
from tests.harness.server import Server
from tests.people import Console, Workshop

SIZES = ((1920, 1080), (1366, 768), (1280, 800), (1024, 768))
SHORT = "Өвөлжилт ӨҮЖШЩЫ"[:16].ljust(16, "Ш")
TITLE = "Хөдөө аж ахуйн бүтээгдэхүүний өвөлжилтийн агуулах, дулаан, цэвэр усны хангамжийн хүртээмж"
CARD = "Аймагт ноос угаах, самнах шугам байхгүй тул түүхийгээр нь зардаг"

CLIPPED = """() => {
    const cut = [];
    const page = document.documentElement;
    if (page.scrollHeight > innerHeight || page.scrollWidth > innerWidth) cut.push("the page scrolls");
    for (const element of document.querySelectorAll("h1, h2, p, b, li, .tx, .tot, .eq, .cnt, .n, .w-footer, footer")) {
        const box = element.getBoundingClientRect();
        if (!box.width || !box.height) continue;
        if (box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1 || box.top < -1)
            cut.push(`${element.className || element.tagName}: ${element.textContent.slice(0, 30)}`);
    }
    return cut;
}"""


@pytest.fixture
def workshop(server: Server) -> Iterator[Workshop]:
    made = Workshop(server)
    yield made
    made.close()


@pytest.fixture
def wall(browser: Browser, server: Server, workshop: Workshop) -> Iterator[WallScreen]:
    screen = WallScreen(browser, server.url, f"{server.url}/projector/{workshop.key}")
    yield screen
    assert screen.complaints == []
    screen.leaves()


def test_nothing_is_cut_off_at_any_size(wall: WallScreen, workshop: Workshop) -> None:
    script = workshop.console()
    step, sorting, vote = script.obstacles, script.step("cluster")["id"], script.step("dots")["id"]
    _fits(wall, workshop.code)
    script.does("activity.enter", activity=step)
    script.does("activity.open", activity=step)
    phones = [workshop.phone(sector) for sector in ("private", "public", "private", "semi-public")]
    for phone in phones:
        for n in range(4):
            assert phone.adds(step, f"{CARD} {n}")["ok"]
    _fits(wall, "16")
    script.does("activity.close", activity=step)
    script.does("activity.reveal", activity=step)
    _fits(wall, CARD)
    script.does("activity.enter", activity=sorting)
    groups = script.makes_groups(*[f"{n} {TITLE}" for n in range(8)])
    for n, group in enumerate(groups):
        script.does("cluster.rename", cluster=group, title=f"{n} {TITLE}", short=SHORT)
    for n, card in enumerate(script.all("card")):
        script.does("card.move", card=card, cluster=groups[n % 8])
    _fits(wall, SHORT)
    script.does("wall.show", shows="spotlight", cluster=groups[0])
    _fits(wall, CARD)
    script.does("wall.show", shows="step")
    script.does("activity.confirm", activity=sorting)
    script.does("activity.enter", activity=vote)
    script.does("activity.open", activity=vote)
    for phone in phones:
        assert phone.votes(vote, {groups[0]: 1, groups[1]: 1})["ok"]
    _fits(wall, SHORT)
    script.does("activity.close", activity=vote)
    script.does("activity.reveal", activity=vote)
    expect(wall.page.locator(".w-res .tot")).to_have_count(8)
    _fits(wall, SHORT)
    script.does("activity.enter", activity=script.step("discussion")["id"])
    _fits(wall, "Opening")


def test_the_picture_outlives_a_reload_and_the_server(wall: WallScreen, server: Server, workshop: Workshop) -> None:
    script: Console = workshop.console()
    script.does("activity.enter", activity=script.obstacles)
    question = "What holds back firms"
    wall.sees(question)
    wall.page.reload()
    wall.sees(question)
    server.kill()
    expect(wall.page.get_by_role("status")).to_have_count(1, timeout=15_000)
    wall.sees(question)
    server.start()
    expect(wall.page.get_by_role("status")).to_have_count(0, timeout=30_000)
    wall.sees(question)
    wall.complaints.clear()  # the browser's own words about the lost line


def _fits(wall: WallScreen, sign: str) -> None:
    wall.sees(sign)
    for width, height in SIZES:
        wall.page.set_viewport_size({"width": width, "height": height})
        assert wall.page.evaluate(CLIPPED) == [], (sign, width, height)


def test_where_little_hangs_the_letters_use_the_room_and_no_word_is_cut(
    workshop: Workshop, script: Console, wall: WallScreen
) -> None:
    """Three options are drawn larger than eight, and larger than where one is a single long word."""
    long = "Wasserversorgungsgenossenschaft"
    about = {"few": ["Roads", "Wool", "Water"], "many": [f"Idea {n}" for n in range(8)], "long": ["Roads", long]}
    sizes = {}
    for id, choices in about.items():
        script.does("activity.add", activity=id, kind="choice", title=id, question=f"Which of {id}?")
        script.does("activity.edit", activity=id, settings={"about": "own", "choices": choices})
        script.does("activity.open", activity=id)
        wall.sees(f"Which of {id}?")
        wall.sees(choices[-1])
        sizes[id] = wall.page.locator(".w-opts .tx").last.evaluate(
            "name => parseFloat(getComputedStyle(name).fontSize)"
        )
        assert wall.page.evaluate(WITHIN), id
        for verb in ("close", "reveal"):
            script.does(f"activity.{verb}", activity=id)
        expect(wall.page.locator("main.w-res .w-row")).to_have_count(1 + len(choices))
        assert wall.page.evaluate(WITHIN), id
    assert sizes["few"] > 1.5 * sizes["many"] and sizes["few"] > sizes["long"]
    grown = wall.page.locator("main.w-res").get_attribute("data-grow")
    script.does("activity.enter", activity="few")
    wall.sees("Which of few?")
    expect(wall.page.locator("main.w-res")).to_have_attribute("data-grow", "2")
    wall.page.set_viewport_size({"width": 1024, "height": 768})
    assert wall.page.evaluate(WITHIN)
    assert grown in (None, "1", "2")


WITHIN = """() => {
  const main = document.querySelector("main");
  const names = [...main.querySelectorAll(".tx")];
  return main.scrollHeight <= main.clientHeight + 2 && main.scrollWidth <= main.clientWidth + 2
    && names.every((name) => name.scrollWidth <= name.clientWidth + 2);
}"""
