"""How the associations and their talks with offices develop, in one region or all; each figure with rule and gaps."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from flask import Response, abort, g, request

from shared.domain.development import CAPABLE, Figure, Report, figures, newest, of_year
from shared.domain.dialogue import STEPS, Talk, Trust, dialogue, smallest_share, trust
from shared.minutes.dashboard import Listing, bare, dashboard
from shared.minutes.render import written
from shared.store import development as kept
from shared.voting.sectors import percent
from shared.web import language as speech
from shared.web.aside import aside
from shared.web.checking import today
from shared.web.house import house
from shared.web.language import Speech
from shared.web.site import say

from .files import file_of
from .measures import TABLES
from .pages import for_results, page, pages, person

Vote = tuple[str, dict[str, int] | None]
HEADLINES = ("members", "financing", "capability")
PARTS = {
    "members": ("renewal", "reach"),
    "money": ("dues", "services", "projects", "other", "fees"),
    "services": ("uses", "users", "outside", "satisfaction", "response"),
    "led": ("staff", "experts", "alone", "working_alone"),
}
_RULES = {code: "income" for code in ("dues", "services", "projects", "other")} | {"experts": "staff"}
_SHARES = frozenset({"renewal", "reach", "financing", "capability"})
_YEARLY = ("members", "renewal", "reach", "financing", "uses", "satisfaction", "experts", "capability")


@pages.get("/facilitator/development")
@for_results
def development() -> str:
    """Show all regions that the person may see, or one of them (``region``)."""
    regions, asked, chosen = _regions()
    now = today()
    every, talks, seen = _read(chosen)
    latest = newest(every, now)
    told = [_told(one, len(chosen)) for one in figures(list(latest.values()))]
    by_code: dict[str, list[dict[str, Any]]] = {}
    for one in told:
        by_code.setdefault(one["code"], []).append(one)
    days = sorted(report.day for report in latest.values())
    return page(
        "development.html",
        regions=list(regions.items()),
        region=asked,
        formats=[(format, say(f"pages.format_{format}")) for format in TABLES],
        keeps=[id for id in house().identity.regions(person(), "office") if id in chosen],
        as_of=say("programme.as_of", day=speech.day(g.language, now)),
        span=say("development.span", first=_day(days[0]), last=_day(days[-1])) if days else "",
        headlines=[one for code in HEADLINES for one in by_code.get(code, [])],
        parts=[(part, [one for code in codes for one in by_code.get(code, [])]) for part, codes in PARTS.items()],
        talk=[told for _, told in _talk(talks, seen, now[:4])],
        rows=[_row(id, name, latest.get(id), talks) for id, name in regions.items() if id in chosen],
        years=_years(every),
        yearly=[(code, say(f"development.name.{code}")) for code in _YEARLY],
        talk_years=[(year, [_number(n) for n in values]) for year, values in _talk_years(talks)],
    )


@pages.get(f"/facilitator/development.<any({', '.join(TABLES)}):format>")
@for_results
def development_file(format: str) -> Response:
    """Give the same as tables, with bare numbers; a share stands as per cent."""
    regions, _, chosen = _regions()
    now = today()
    every, talks, seen = _read(chosen)
    latest = newest(every, now)
    head = [say(f"programme.{name}") for name in ("figure", "value", "unit", "rule", "coverage")]
    rows = []
    for figure in figures(list(latest.values())):
        told = _told(figure, len(chosen))
        rows.append([told["name"], _bare(figure), _unit(figure), told["rule"], told["covers"]])
    for figure, told in _talk(talks, seen, now[:4]):
        rows.append([told["name"], _bare(figure), _unit(figure), told["rule"], told["covers"]])
    by_region = []
    for id in chosen:
        told_of = {f.code: f for f in figures([latest[id]])} if id in latest else {}
        day = latest[id].day if id in latest else ""
        by_region.append([regions[id], day, *(_bare(told_of[code]) if told_of else "" for code in _YEARLY)])
    names = [f"{say(f'development.name.{code}')}{' %' if code in _SHARES else ''}" for code in _YEARLY]
    columns = [say("pages.region"), say("programme.as_of_day"), *names]
    talk_head = [say("programme.year"), say("development.name.meetings")]
    talk_head += [say(f"development.step.{step}") for step in STEPS] + [say("development.name.first_answer")]
    listings = [
        Listing(say("programme.brought"), head, rows, frozenset({1})),
        Listing(say("pages.regions"), columns, by_region, frozenset(range(2, len(columns)))),
        Listing(
            say("development.talk"),
            talk_head,
            [[year, *map(bare, values)] for year, values in _talk_years(talks)],
            frozenset(range(1, len(talk_head))),
        ),
    ]
    facts = [say("programme.as_of", day=speech.day(g.language, now))]
    document = dashboard(say("development.title"), facts, listings, Speech(g.language))
    return file_of(f"development-{now}", aside(lambda: written(document, format)), format)


def _bare(figure: Figure) -> str:
    return bare(figure.value if figure.value is None or not figure.share else 100 * figure.value)


def _unit(figure: Figure) -> str:
    return "%" if figure.share else figure.currency


def _regions() -> tuple[dict[str, str], str, list[str]]:
    """Give the regions that the person may see, the one that is asked for, and those that are shown."""
    regions, asked = house().identity.regions(person(), "results"), request.args.get("region", "")
    if asked and asked not in regions:
        abort(404)
    return regions, asked, [asked] if asked else list(regions)


@dataclass(frozen=True)
class Seen:
    """What workshops and measures say of the dialogue."""

    votes: list[Vote]
    going: list[tuple[str, bool]]
    trust: Trust
    public: tuple[int, int]  # what offices gave, in hundredths, and how many measures told it
    begun: int


def _read(chosen: list[str]) -> tuple[list[Report], list[Talk], Seen]:
    with house().store.read() as connection:
        reports, talks = kept.reports(connection, chosen), kept.talks(connection, chosen)
        votes, going = kept.votes(connection, chosen), kept.going(connection, chosen)
        asked, public = trust(kept.trust(connection, chosen)), kept.public_money(connection, chosen)
        return reports, talks, Seen(votes, going, asked, public, kept.begun(connection, chosen))


def _told(figure: Figure, all_: int) -> dict[str, Any]:
    rule = _RULES.get(figure.code, figure.code)
    return {
        "code": figure.code,
        "value": _value(figure),
        "name": say(f"development.name.{figure.code}"),
        "rule": say(f"development.rule.{rule}"),
        "covers": say("development.covers", known=figure.known, all=all_),
    }


def _value(figure: Figure) -> str:
    if figure.value is None:
        return "–"
    if figure.share:
        return say("programme.percent", n=percent(figure.value, 0))
    return f"{speech.figure(g.language, round(100 * figure.value))} {figure.currency}".strip()


def _row(id: str, name: str, report: Report | None, talks: Collection[Talk]) -> dict[str, Any]:
    own = dialogue(talk for talk in talks if talk.region == id)
    row: dict[str, Any] = {"id": id, "name": name, "day": "–", "score": "–", "members": "–", "financing": "–"}
    row["talk"] = say("development.proposals_of", n=own.steps[3], all=own.proposals) if own.proposals else "–"
    if report is not None:
        told = {figure.code: _value(figure) for figure in figures([report])}
        row |= {"day": _day(report.day), "members": told["members"], "financing": told["financing"]}
        if report.capable:
            row["score"] = say("development.score_of", n=report.score, known=len(report.capable), all=len(CAPABLE))
    return row


def _years(every: Collection[Report]) -> list[tuple[str, list[str]]]:
    rows = []
    for year in sorted({report.day[:4] for report in every}):
        told: dict[str, list[str]] = {}
        for figure in figures(list(of_year(every, year).values())):
            told.setdefault(figure.code, []).append(
                f"{_value(figure)}{f' ({figure.currency})' if figure.share and figure.currency else ''}"
            )
        rows.append((year, [", ".join(told[code]) for code in _YEARLY]))
    return rows


def _talk(talks: Collection[Talk], seen: Seen, year: str) -> list[tuple[Figure, dict[str, Any]]]:
    """Tell the dialogue's figures: of this year, of all proposals, of votes and of measures that go on."""
    whole, here, going, asked = dialogue(talks), dialogue(talks, year), seen.going, seen.trust
    by_sector = [sectors for _, sectors in seen.votes if sectors is not None]
    tasks = sum(has for _, has in going)
    given, told_by = seen.public
    told = [
        (
            Figure("meetings", Fraction(here.meetings), here.meetings_all),
            say("development.covers_meetings", n=here.meetings_all, year=year),
        ),
        (
            Figure("proposals", Fraction(whole.proposals) if whole.proposals else None, whole.proposals),
            _steps(whole.steps),
        ),
        (
            Figure("first_answer", whole.first_answer, whole.answered),
            say("development.covers_answers", n=whole.answered, all=whole.proposals),
        ),
        (
            Figure("balance", smallest_share(by_sector), len(by_sector), share=True),
            say("development.covers_votes", n=len(by_sector), all=len(seen.votes)),
        ),
        (
            Figure("three_sectors", Fraction(tasks, len(going)) if going else None, len(going), share=True),
            say("development.covers_going", n=tasks, all=len(going)),
        ),
        (
            Figure("public", Fraction(given, 100) if told_by else None, told_by),
            say("development.covers_public", n=told_by, all=seen.begun),
        ),
        (
            Figure("trust", asked.mean, asked.answers),
            say("development.covers_trust", n=asked.answers, votes=asked.votes, sectors=_sectors(asked)),
        ),
    ]
    return [(figure, {**_told(figure, 0), "covers": covers}) for figure, covers in told]


def _sectors(asked: Trust) -> str:
    """Tell the mean of each sector that was told apart, behind a colon; "" where none was."""
    means = [
        f"{say(f'register.choice.{sector}')} {speech.figure(g.language, round(100 * mean))}"
        for sector, mean in asked.sectors.items()
    ]
    return f": {', '.join(means)}" if means else ""


def _steps(steps: Iterable[int]) -> str:
    names = ("raised", "answered", "adopted", "in_force")
    return ", ".join(f"{say(f'development.step.{name}')}: {n}" for name, n in zip(names, steps, strict=True)) + "."


def _talk_years(talks: Collection[Talk]) -> list[tuple[str, list[Fraction | int | None]]]:
    """Tell by year the meetings, the proposals that came so far, and the days to the first answer."""
    years = sorted({day[:4] for talk in talks for name, day in talk.days.items() if name in ("held", "raised")})
    rows: list[tuple[str, list[Fraction | int | None]]] = []
    for year in years:
        told = dialogue(talks, year)
        rows.append((year, [told.meetings, *(sum(told.steps[n:]) for n in range(4)), told.first_answer]))
    return rows


def _number(value: Fraction | int | None) -> str:
    return "–" if value is None else speech.figure(g.language, round(100 * value))


def _day(iso: str) -> str:
    return speech.day(g.language, iso, "medium")
