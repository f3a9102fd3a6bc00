"""Regions side by side: the core factors as each rated them, and what matters in so many that it is the country's."""

from __future__ import annotations

from typing import Any

from flask import Response, g

from shared.domain.standing import NATIONAL, Compared, Matter, across, matters
from shared.minutes.dashboard import Listing, bare, dashboard
from shared.minutes.render import written
from shared.store import regional
from shared.web import language as speech
from shared.web.aside import aside
from shared.web.checking import today
from shared.web.house import house
from shared.web.language import Speech
from shared.web.site import say

from .files import file_of
from .measures import TABLES, only_released
from .pages import for_results, page, pages, person
from .region import signed


@pages.get("/facilitator/programme/factors")
@for_results
def compared() -> str:
    regions, rows, wide = _read()
    shown = {id: name for id, name in regions.items() if any(id in row.ratings for row in rows)}
    return page(
        "compared.html",
        as_of=speech.day(g.language, today()),
        regions=list(shown.items()),
        missing=len(regions) - len(shown),
        rows=[_row(row, shown) for row in rows],
        matters=[_matter(one, regions) for one in wide],
        least=NATIONAL,
        formats=[(format, say(f"pages.format_{format}")) for format in TABLES],
    )


@pages.get(f"/facilitator/programme/factors.<any({', '.join(TABLES)}):format>")
@for_results
def compared_file(format: str) -> Response:
    """Give the same as tables, with bare numbers."""
    regions, rows, wide = _read()
    head = [say(f"regional.{name}") for name in ("factor", "obstacle_in", "advantage_in")]
    ratings = [
        [
            _name(row),
            *(str(row.obstacles), str(row.advantages)),
            *(bare(row.ratings.get(id)) for id in regions),
        ]
        for row in rows
    ]
    columns = [*head, *regions.values()]
    named = [[told["text"], str(told["n"]), told["regions"]] for told in (_matter(one, regions) for one in wide)]
    listings = [
        Listing(say("regional.factors"), columns, ratings, frozenset(range(1, len(columns)))),
        Listing(
            say("regional.matters"),
            [say("regional.matter"), say("regional.how_many"), say("pages.regions")],
            named,
            frozenset({1}),
        ),
    ]
    now = today()
    facts = [say("programme.as_of", day=speech.day(g.language, now))]
    document = dashboard(say("regional.compared"), facts, listings, Speech(g.language))
    return file_of(f"factors-{now}", aside(lambda: written(document, format)), format)


def _read() -> tuple[dict[str, str], list[Compared], list[Matter]]:
    """Read what the regions that the person may see have found, of sealed minutes alone where no more is theirs."""
    regions = house().identity.regions(person(), "results")
    with house().store.read() as connection:
        held = regional.held(connection, list(regions), only_released())
        factors = regional.factors(connection, held)
        titles = [] if only_released() else regional.titles(connection, held)  # the live boards' own words
    return regions, across(factors), aside(lambda: matters(titles))


def _row(row: Compared, regions: dict[str, str]) -> dict[str, Any]:
    return {
        "name": _name(row),
        "obstacles": row.obstacles,
        "advantages": row.advantages,
        "national": row.obstacles >= NATIONAL,
        "ratings": [signed(row.ratings[id]) if id in row.ratings else "–" for id in regions],
    }


def _matter(one: Matter, regions: dict[str, str]) -> dict[str, Any]:
    said = list(dict.fromkeys(title.text for title in one.titles if title.text != one.text))
    names = ", ".join(sorted(regions[id] for id in one.regions))
    return {"text": one.text, "n": len(one.regions), "regions": names, "said": said[:8]}


def _name(row: Compared) -> str:
    return say(f"factors.words.{row.factor}")
