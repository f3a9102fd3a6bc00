"""Minutes of one whole day in every language, letter by letter, as somebody has read them.

``python3 -m tests.minutes.test_golden`` in the project's environment writes the files anew; read what has changed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.domain.records import Finding, Measure, Pledge
from shared.minutes.render import render
from shared.minutes.sections import SECTIONS
from shared.web.language import catalogue, languages
from tests.minutes.kinds import every_kind
from tests.minutes.records import Desk

FOLDER = Path(__file__).parent / "golden"
RESULT = {
    **{"rule": "dots", "dots": 3, "most": 1, "cast": 12, "blank": 1, "unused": 2, "seats": 13, "secret": True},
    **{"order_differs": True, "sectors": {"private": 5, "public": 5, "semi-public": 2}},
}
REOPENED = {"version": 9, "verb": "activity.reopened", "subject": "3", "at": 1_800_000_000_000, "undoes": None}


def day(language: str) -> Desk:
    desk = Desk(language=language, title="Altan-Ovoo")
    desk.workshop(place="Culture house", host="Chamber", facilitators="Tuya Bat", started_at=1_800_000_000_000)
    for sector in ("private",) * 5 + ("public",) * 5 + ("semi-public",) * 3:
        desk.seat(sector)
    desk.records.append(Finding("f", "w", ["1.1"], "-", "Roads close in spring", 1.0, shown=True))
    writing = desk.step("brainstorm", started_at=1_800_000_000_000, ended_at=1_800_001_380_000)
    sorting = desk.step("cluster", "confirmed", source=writing.id)
    groups = [desk.cluster(sorting, title) for title in ("Loans", "Зам", "سوق")]
    aside = desk.cluster(sorting, "Later", aside=True)
    head = desk.card(writing, "Banks want property", cluster=groups[0].id, sector="private")
    desk.card(writing, "No collateral, no loan", merged_into=head.id)
    for text, group in (("Зам муу", groups[1]), ("أسعار النقل مرتفعة", groups[2]), ("Taxes", aside)):
        desk.card(writing, text, cluster=group.id)
    parts = [
        {"private": 6, "public": 3, "semi-public": 1},
        {"private": 3, "public": 6, "semi-public": 1},
        {"private": 4, "public": 4, "semi-public": 1},
    ]
    items = [
        {"id": group.id, "title": group.title, "short": "", "dots": 10 - n // 2, "place": place, **more}
        for n, (group, place, more) in enumerate(
            zip(
                groups,
                (1, 1, 3),
                (
                    {"by_sector": parts[0], "balanced": "33.33", "balanced_place": 2},
                    {"by_sector": parts[1], "balanced": "41.67", "balanced_place": 1},
                    {
                        "by_sector": {"private": 4, "public": 4, "semi-public": 1},
                        "balanced": "25.00",
                        "balanced_place": 3,
                    },
                ),
                strict=True,
            )
        )
    ]
    settings = {"dots": 3, "most": 1, "secret": True, "few": True, "quorum": 0, "ties": "level"}
    weigh = desk.step("dots", "confirmed", result={**RESULT, "items": items}, settings=settings)
    plan = next(step for step in desk.records if getattr(step, "kind", "") == "plan")
    sheet = {"private": "Felt Ltd", "semi-public": "Chamber", "asked": 2000}
    desk.records.append(Measure("m1", "w", "Felt workshop", groups[0].id, 1.0, champion="Dorj", sheet=sheet))
    desk.records.append(Measure("m2", "w", "Railway", None, 2.0, parked="Not ours"))
    desk.records.append(Pledge("p", "w", plan.id, "Buy a loom", 1.0, measure="m1", who="Dorj", due="2027-01-15"))
    desk.note("note", "Camp owners want **heat**", activity=weigh.id)
    desk.note("decision", "Loans and roads go on", activity=weigh.id, reasons="Most dots", dissent="One: too dear")
    desk.note("task", "Ask for prices", who="Aya", due="2026-12-04")
    desk.note("advocacy", "Road to the capital", activity=weigh.id, office="Ministry", who="Chamber", due="2027-03-01")
    desk.note("question", "Who owns the well?")
    desk.acts = [{**REOPENED, "reason": "Two came late"}]
    return desk


# What each file is written from: one day with its decisions, and one with a step of every kind.
DAYS = {"": day, "kinds-": every_kind}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", DAYS)
def test_a_whole_day_reads_as_it_was_read(name: str, language: str):
    file = FOLDER / f"{name}{language}.md"
    assert render(DAYS[name](language).minutes(), "md") == file.read_text(encoding="utf-8")


def test_every_golden_file_has_its_language():
    assert {file.stem for file in FOLDER.iterdir()} == {
        f"{name}{language}" for name in DAYS for language in languages()
    }


def test_every_section_and_heading_stands_in_a_golden_file():
    """The English ones tell for all: they are written from the same records."""
    told = every_kind("en").minutes()
    assert {step["kind"] for step in told.data["steps"]} == set(SECTIONS)
    empty = {name for name, words in catalogue("en").items() if name.startswith("minutes.none_")}
    both = [render(made("en").minutes(), "md") for made in DAYS.values()]
    said = {name: catalogue("en")[name] for name in empty if name != "minutes.none_summary"}
    assert [name for name, words in said.items() if all(words in text for text in both)] == []


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for one in languages():
        for name, made in DAYS.items():
            (FOLDER / f"{name}{one}.md").write_text(render(made(one).minutes(), "md"), encoding="utf-8")
