"""A day with a step of every kind, shown or agreed on: what the golden files of all kinds are written from."""

from __future__ import annotations

from typing import Any

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.changes import Paper
from shared.domain.records import Activity, Amendment, Finding, Measure, Phase, Pledge, Voice
from shared.minutes.sheet import Corrected, Photographed
from shared.voting import choice, dots, fund, matrix, ranking, scores, twins

from .polls import Room
from .records import Desk
from .test_evaluation import STORY
from .test_named import committee
from .test_ranking import TENNESSEE
from .test_rating import MEASURES, last_round

PRIVATE, PUBLIC = "private", "public"
TITLES = {"m1": "Felt workshop", "m2": "Permit guide"}
REMARK = Corrected(1, "decisions", "Loans go on", "Two were against", "Saraa", 1, "accepted", "Yes", True)
PHOTO = Photographed("photo", "", "The wall at noon", "ab" * 32, 4, 3)


class Day:
    """Steps one after the other, with what came of them."""

    def __init__(self, language: str) -> None:
        self.desk = Desk(language=language, title="Altan-Ovoo")
        del self.desk.records[1:]
        self.desk.workshop(
            host="Chamber", attendance={"paper": {PUBLIC: 2}, "invited": {PRIVATE: 9}, "sex": {"women": 5}}
        )

    def step(self, kind: str, phase: str = Phase.REVEALED, result: Any = None, **settings: Any) -> Activity:
        given = {**KINDS_OF_ACTIVITY[kind].complete(settings), "secret": True}
        n = sum(isinstance(record, Activity) for record in self.desk.records) + 1
        made = Activity(kind, f"s{n}", "w", kind.capitalize(), "How so?", n, 10, phase, given, None, ["?"], result)
        self.desk.records.append(made)
        return made

    def vote(self, kind: str, counted: dict[str, Any], titles: dict[str, str] | None = None, **settings: Any) -> None:
        for item in counted.get("items", ()):
            item |= {"title": (titles or TITLES).get(item["id"], item["id"]), "short": ""}
        self.step(kind, result={**counted, "seats": 12, "secret": True}, **settings)

    def poll(self, kind: str, *papers: Any, **settings: Any) -> None:
        rules = KINDS_OF_ACTIVITY[kind]
        cast = [Paper(paper, (PRIVATE, PUBLIC)[n % 2]) for n, paper in enumerate(papers)]
        step = self.step(kind, **settings)
        result = rules.closed(Room(cast), self.desk.records[0], step)["result"]
        self.desk.records[-1] = Activity(**{**vars(step), "result": result})


def every_kind(language: str) -> Desk:
    day = Day(language)
    desk = day.desk
    for n in range(6):
        desk.seat((PRIVATE, PUBLIC)[n % 2], name=f"Person {n}", organisation="Soum", named=n < 2)
    _cards(day)
    _votes(day)
    _polls(day)
    _by_name(day)
    _analysis(day)
    _measures(day)
    desk.beside = {"remarks": [REMARK], "photos": [PHOTO]}
    day.step("discussion", Phase.OPEN)
    day.step("energiser", Phase.OPEN)
    desk.note("summary", "We met.\n\n- Loans first")
    desk.note("note", "It rained.")
    return desk


def _cards(day: Day) -> None:
    desk = day.desk
    writing = day.step("brainstorm")
    sorting = day.step("cluster", "confirmed", hands="shares")
    desk.records[desk.records.index(sorting)] = sorting = Activity(**{**vars(sorting), "source": writing.id})
    roads, power = desk.cluster(sorting, "Roads"), desk.cluster(sorting, "Energy")
    settled = {"state": "settled", "by": "room", "wishes": {roads.id: 2, power.id: 1}}
    bad = desk.card(writing, "Bad roads", cluster=roads.id, verdict=settled)
    dark = desk.card(writing, "Dark streets", cluster=power.id)
    desk.card(writing, "No light", merged_into=dark.id)
    desk.card(writing, "No bridge", tags={"factor": "2.1"})
    pairs = twins.count(["a/b"], [{"a/b": "same"}] * 5)["pairs"]
    pairs[0]["cards"] = [{"id": card.id, "title": card.text} for card in (bad, dark)]
    counted = {"pairs": pairs, "cast": 5, "blank": 0, "seats": 6, "secret": True}
    day.step("twins", result=counted)
    items = [{"id": roads.id, "n": 0}, {"id": power.id, "n": 0}]
    cast = [({roads.id: 2, power.id: 1}, PRIVATE)] * 5 + [({power.id: 3}, PUBLIC)] * 5
    counted = dots.count([item["id"] for item in items], cast, 3, 5)
    day.vote("dots", counted, {roads.id: "Roads", power.id: "Energy"}, most=3)
    story = day.step("stories")
    desk.card(story, "Milk in winter", story={**STORY, "hands": 14}, pinned=True)
    desk.card(story, "A debt", story={**STORY, "consent": "none"})


def _votes(day: Day) -> None:
    cast = [(["m1"], PRIVATE)] * 6 + [(["m2"], PUBLIC)] * 5
    day.vote("choice", {**choice.count(list(TITLES), cast, 0, 5), "least": 0, "most": 1})
    names = {"M": "Memphis", "N": "Nashville", "C": "Chattanooga", "K": "Knoxville"}
    ranked = [(list(order), None) for order, n in TENNESSEE.items() for _ in range(n)]
    day.vote("ranking", {**ranking.count(list(names), ranked, "schulze", 5), "places": 4}, names)
    stars = [({"answers": {"m1": {"1": 5}, "m2": {"1": 4}}}, PRIVATE)] * 5
    day.vote(
        "scores", {**scores.count(list(TITLES), stars, "stars", 1, 5, 1), "questions": ["It helps."]}, scale="stars"
    )
    titles = {id: measure["title"] for id, measure in MEASURES.items()}
    rated = {**last_round(5), "checks": [], "seats": 7, "secret": True, "credential": "link"}
    day.vote("rating", rated, titles, round="second")
    approved = [({"m1": 1, "m2": 1}, PRIVATE)] * 3 + [({"m2": 1}, PUBLIC)] * 5
    paid = fund.count(fund.Fund(900, {"m1": 600, "m2": 500}, "equal_shares", lot=4711), approved, 5)
    paid |= {"currency": "EUR", "ballot": "approval", "points": 10}
    day.vote("fund", paid, budget=900, currency="EUR")


def _polls(day: Day) -> None:
    day.poll("scale", {"value": 5}, {"value": 2}, {"value": 1}, names=["not at all", "very well"])
    day.poll("number", {"value": "12"}, {"value": "30"}, {"value": "7.5"}, unit="jobs")
    day.poll("fist", {"value": 5}, {"value": 1, "text": "Too dear"}, {"value": 3}, reasons=True)
    day.poll("wordcloud", ["wool"], ["Wool", "milk"], ["roads"])
    day.poll("feedback", {"value": 5, "text": "More breaks"}, {"value": 4}, {"text": "Start earlier"})


def _by_name(day: Day) -> None:
    room = committee()
    room.does("activity.confirm", activity=room.step("resolution").id)
    for kind in ("roll", "interests", "gate", "resolution"):
        step = room.step(kind)
        made = day.step(kind, step.phase, step.result, **step.settings)
        for voice in room.board.find(Voice, activity=step.id):
            day.desk.records.append(Voice(**{**vars(voice), "activity": made.id, "workshop": "w"}))


def _analysis(day: Day) -> None:
    day.step("interview", Phase.OPEN)
    day.step("reading")
    told = {"factors": ["2.1"], "sign": "-", "position": 1.0, "shown": True, "quote": "We lose a day"}
    day.desk.records.append(Finding(id="f1", workshop="w", statement="Roads close in spring", marks=2, **told))
    factors = ["2.1", "7.4"]
    rated = [({"2.1": {"rating": -3, "importance": 3}, "7.4": {"rating": -2, "importance": 2}}, PRIVATE)] * 5
    rated += [({"2.1": {"rating": -3, "importance": 3}, "7.4": {"rating": 1, "importance": 2}}, PUBLIC)] * 5
    counted = matrix.count(factors, rated, 5)
    for item in counted["items"]:
        item |= {"sources": 3, "evidence": {PRIVATE: 2, PUBLIC: 1}, "confidence": "medium"}
    day.vote("matrix", counted, factors=factors)
    step = day.desk.records[-1]
    day.desk.records.append(Amendment("am", "w", step.id, "2.1", -2, "The bridge is open", "N"))


def _measures(day: Day) -> None:
    desk = day.desk
    origin = {"workshop": "v", "title": "Last year's day", "date": "2025-11-23", "measure": "m0"}
    checks = {"T12": {"Q1": "yes", "Q1_word": "seen", "verdict": "effective", "due": "2027-01-10", "checker": "Bat"}}
    worth = {"goals_champion": "5", "goals_office": "4", "goals_users": "3.5", "effect_bad": "Less water"}
    checks["worth"] = worth | {"again_public": "yes", "lesson_helped": "The hall was free", "end_when": "2027-03-01"}
    line = {"id": "jobs", "name": "Jobs", "unit": "jobs", "base": "0", "target": "4"}
    reached = {"jobs": {"value": "3", "proof": "list", "remark": "one on leave", "state": "disputed", "word": "two"}}
    sheet = {"private": "Felt Ltd", "asked": 2000, "effect": "Looms run"}
    more = {"sheet": sheet, "indicators": [line], "reached": reached, "checks": checks, "origin": origin}
    desk.records.append(Measure("m1", "w", TITLES["m1"], None, 1.0, champion="Dorj", **more))
    desk.records.append(Measure("m2", "w", TITLES["m2"], None, 2.0))
    day.step("sheet")
    plan, commit = day.step("plan"), day.step("commit")
    desk.records.append(Pledge("p1", "w", plan.id, "Buy a loom", 1.0, measure="m1", who="Dorj", due="2027-01-15"))
    desk.records.append(Pledge("p2", "w", commit.id, "Lend a hall", 2.0, measure="m1", who="Aya", champion=True))
    facts, *_ = [day.step("evaluation", part=part, time="T12") for part in ("facts", "check", "worth", "dates")]
    desk.records.append(Pledge("p3", "w", facts.id, "Ask the bank", 3.0, measure="m1", who="Bat", former="plan"))
