"""How the associations and their talks with offices develop, in one region or all; each figure with rule and gaps."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from flask import abort, g, request

from shared.domain.development import CAPABLE, Figure, Report, figures, newest, of_year
from shared.domain.dialogue import Talk, dialogue, smallest_share
from shared.store import development as kept
from shared.voting.sectors import percent
from shared.web import language as speech
from shared.web.checking import today
from shared.web.house import house
from shared.web.site import say

from .pages import for_results, page, pages, person

HEADLINES = ("members", "financing", "capability")
PARTS = {
    "members": ("renewal", "reach"),
    "money": ("dues", "services", "projects", "other", "fees"),
    "services": ("uses", "users", "outside", "satisfaction", "response"),
    "led": ("staff", "experts", "alone", "working_alone"),
}
_RULES = {code: "income" for code in ("dues", "services", "projects", "other")} | {"experts": "staff"}
_YEARLY = ("members", "renewal", "reach", "financing", "uses", "satisfaction", "experts", "capability")


@pages.get("/facilitator/development")
@for_results
def development() -> str:
    """Show all regions that the person may see, or one of them (``region``)."""
    regions = house().identity.regions(person(), "results")
    asked = request.args.get("region", "")
    if asked and asked not in regions:
        abort(404)
    chosen, now = [asked] if asked else list(regions), today()
    with house().store.read() as connection:
        every = kept.reports(connection, chosen)
        talks = kept.talks(connection, chosen)
        votes = kept.votes(connection, chosen)
        going = kept.going(connection, chosen)
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
        keeps=[id for id in house().identity.regions(person(), "office") if id in chosen],
        as_of=say("programme.as_of", day=speech.day(g.language, now)),
        span=say("development.span", first=_day(days[0]), last=_day(days[-1])) if days else "",
        headlines=[one for code in HEADLINES for one in by_code.get(code, [])],
        parts=[(part, [one for code in codes for one in by_code.get(code, [])]) for part, codes in PARTS.items()],
        talk=_talk(talks, votes, going, now[:4]),
        rows=[_row(id, name, latest.get(id), talks) for id, name in regions.items() if id in chosen],
        years=_years(every),
        yearly=[(code, say(f"development.name.{code}")) for code in _YEARLY],
        talk_years=_talk_years(talks),
    )


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


def _talk(
    talks: Collection[Talk],
    votes: Collection[tuple[str, dict[str, int] | None]],
    going: Collection[tuple[str, bool]],
    year: str,
) -> list[dict[str, Any]]:
    """Tell the dialogue's figures: of this year, of all proposals, of votes and of measures that go on."""
    whole, here = dialogue(talks), dialogue(talks, year)
    by_sector = [sectors for _, sectors in votes if sectors is not None]
    balance, tasks = smallest_share(by_sector), sum(has for _, has in going)
    figures_ = [
        ("meetings", str(here.meetings), say("development.covers_meetings", n=here.meetings_all, year=year)),
        ("proposals", str(whole.proposals) if whole.proposals else "–", _steps(whole.steps)),
        (
            "first_answer",
            "–" if whole.first_answer is None else speech.figure(g.language, round(100 * whole.first_answer)),
            say("development.covers_answers", n=whole.answered, all=whole.proposals),
        ),
        (
            "balance",
            "–" if balance is None else say("programme.percent", n=percent(balance, 0)),
            say("development.covers_votes", n=len(by_sector), all=len(votes)),
        ),
        (
            "three_sectors",
            say("programme.percent", n=round(100 * tasks / len(going))) if going else "–",
            say("development.covers_going", n=tasks, all=len(going)),
        ),
    ]
    return [
        {
            "value": value,
            "name": say(f"development.name.{code}"),
            "rule": say(f"development.rule.{code}"),
            "covers": covers,
        }
        for code, value, covers in figures_
    ]


def _steps(steps: Iterable[int]) -> str:
    names = ("raised", "answered", "adopted", "in_force")
    return ", ".join(f"{say(f'development.step.{name}')}: {n}" for name, n in zip(names, steps, strict=True)) + "."


def _talk_years(talks: Collection[Talk]) -> list[tuple[str, list[str]]]:
    years = sorted({day[:4] for talk in talks for name, day in talk.days.items() if name in ("held", "raised")})
    rows = []
    for year in years:
        told = dialogue(talks, year)
        reached = [str(sum(told.steps[n:])) for n in range(4)]
        wait = "–" if told.first_answer is None else speech.figure(g.language, round(100 * told.first_answer))
        rows.append((year, [str(told.meetings), *reached, wait]))
    return rows


def _day(iso: str) -> str:
    return speech.day(g.language, iso, "medium")
