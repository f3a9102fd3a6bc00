"""Third promise: every screen ends equal to a fresh page, whatever was lost, doubled or came late.

Every verb that there is is exercised, on a real store, by a room that does things at random; what the follower says
goes to screens of each audience over lines that lose, double and reorder. After the last heartbeat each screen shows
what a fresh one would.
"""

from __future__ import annotations

import copy
import random
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

from shared.desk import SYSTEM, Desk
from shared.domain import agenda
from shared.domain.changes import Actor, Refused
from shared.domain.records import (
    Activity,
    Card,
    Cluster,
    Finding,
    Interview,
    Measure,
    Note,
    Pledge,
    Seat,
    Voice,
    Workshop,
)
from shared.domain.registry import SEAT
from shared.domain.registry import SYSTEM as ONLY_SYSTEM
from shared.domain.rules import RULES
from shared.domain.visibility import AUDIENCES
from shared.live.follow import Follower
from shared.store import keys
from shared.store.schema import migrate
from shared.store.store import Store

FACILITATOR = Actor("facilitator", "aya", "Aya")
ROOMS = 12
COUNTED = {"cast": 0, "seats": 0, "blank": 0, "secret": True}
MOST_ROOMS = 80
ACTS = 300


class Line:
    """What a client makes of what it hears: the rule of docs/protocol.md, and nothing else."""

    def __init__(self, audience: str, follower: Follower, seat: str | None = None) -> None:
        self.audience, self.follower, self.seat = audience, follower, seat
        self.late: list[tuple[str, Any]] = []
        self.hear("snapshot", follower.snapshot(audience))
        self.own = follower.own(seat) if seat else None

    def hear(self, event: str, payload: Any) -> None:
        payload = copy.deepcopy(payload)
        if event == "mine":
            if self.own is None or payload["version"] >= self.own["version"]:
                self.own = payload
        elif event == "snapshot":
            if payload["version"] >= getattr(self, "version", -1):
                self.version, self.records = payload["version"], payload["records"]
                self.acts = {act["version"]: act for act in payload.get("acts", [])}
        elif payload["to"] <= self.version:
            return
        elif payload["from"] > self.version:
            self.sync()
        else:
            for kind, records in payload["put"].items():
                for id, record in records.items():
                    if record is None:
                        self.records[kind].pop(id, None)
                    else:
                        self.records[kind][id] = record
            self.version = payload["to"]
            self.acts |= {act["version"]: act for act in payload.get("acts", [])}

    def sync(self) -> None:
        self.hear(*self.follower.since(self.audience, self.version))
        if self.seat:
            self.hear("mine", self.follower.own(self.seat))

    def heartbeat(self) -> None:
        behind = self.version < self.follower.version
        if self.seat and self.own is not None:
            behind = behind or self.own["version"] < self.follower.own_version.get(self.seat, 0)
        if behind:
            self.sync()

    def shows(self) -> Any:
        acts = [self.acts[v] for v in sorted(self.acts)][-100:]
        own = self.own["records"] if self.own else None
        return self.version, self.records, acts, own

    def fresh(self) -> Any:
        snapshot = self.follower.snapshot(self.audience)
        own = self.follower.own(self.seat)["records"] if self.seat else None
        return snapshot["version"], snapshot["records"], snapshot.get("acts", []), own


class Chaos:
    """A room in which anything is done at any time."""

    def __init__(self, store: Store, rng: random.Random, performed: Counter[str]) -> None:
        self.store, self.rng, self.performed = store, rng, performed
        self.desk = Desk(store)
        id = keys.new_id()
        records = agenda.plan(
            "led-planning",
            id=id,
            code=keys.code(6),
            title="Day",
            region="r",
            language="en",
            date="2026-11-23",
            words=lambda key: key,
            new_id=keys.new_id,
        )
        self.id = self.desk.create(records).id
        self.seats = [
            self.desk.join(self.id, {"sector": s}).seat for s in ("private", "public", "semi-public", "private")
        ]
        self._step("evaluation")
        self.follower = Follower(store, self.id)

    def comes_early(self) -> None:
        """Do what may only be done before the day."""
        tags = {"Kind": ["obstacle", "idea"]}
        self._done(FACILITATOR, "activity.edit", activity=self.step("brainstorm"), settings={"tags": tags})
        self._done(FACILITATOR, "activity.collect", activity=self.step("brainstorm"), until="2026-11-30")
        self._done(Actor("system", "system"), "measure.carry", **self.arguments("measure.carry"))

    def begins(self) -> None:
        """Open steps of kinds that the agenda has not, and bring them where their verbs have something to do."""
        told = {"factors": ["2.1"], "sign": "-", "statement": "Mud"}
        self._done(FACILITATOR, "finding.write", finding=keys.new_id(), **told)
        self._done(FACILITATOR, "measure.adopt", measure=keys.new_id(), title="Craft centre")
        for kind in ("sheet", "commit", "roll", "wordcloud", "stories", "reading", "interview"):
            self._done(FACILITATOR, "activity.open", activity=self._step(kind))
        self._done(FACILITATOR, "activity.open", activity=self.step("evaluation"))
        level = self._step("choice", about="own", choices=["North", "South"], ties="lot")
        self.twins = self._step("dots", about="own", choices=["Road", "Street", "Path", "Lane"])
        for vote in (level, self.twins):
            for act in ("open", "close", "reveal"):
                self._done(FACILITATOR, f"activity.{act}", activity=vote)
        self._deals()

    def _deals(self) -> None:
        """Let three phones put one card in three places: it is to be talked about, or dealt again."""
        writing, card = self._step("brainstorm"), keys.new_id()
        self._done(FACILITATOR, "activity.open", activity=writing)
        self._done(FACILITATOR, "card.add", activity=writing, card=card, text="Contested")
        self.sorting = self._step("cluster", hands="shares")
        self._done(FACILITATOR, "activity.open", activity=self.sorting)
        piles = [keys.new_id(), keys.new_id()]
        for pile in piles:
            self._done(FACILITATOR, "cluster.add", activity=self.sorting, cluster=pile, title="Pile", cards=[])
        for seat, pile in zip(self.seats, [*piles, ""], strict=False):
            paper = {"taps": {card: [1, pile]}}
            self.desk.cast(self.id, Actor("seat", seat), self.sorting, keys.new_id(), 1, paper)

    def _step(self, kind: str, **settings: Any) -> str:
        step = {"activity": keys.new_id(), "kind": kind, "title": kind, "settings": settings}
        self._done(FACILITATOR, "activity.add", **step)
        return str(step["activity"])

    def _done(self, by: Actor, verb: str, **args: Any) -> None:
        self.desk.perform(self.id, by, keys.new_id(), verb, args)
        self.performed[verb] += 1

    def acts(self) -> None:
        """Do one thing, mostly one that may be done just now."""
        rng = self.rng
        verb = self.next_verb()
        if verb == "seat.join":
            self._join()
            return
        by = Actor("seat", rng.choice(self.seats)) if rng.random() < 0.4 or RULES[verb].who == SEAT else FACILITATOR
        by = SYSTEM if RULES[verb].who == ONLY_SYSTEM else by
        if verb == "story.pick":
            self._turns_the_stories()
        if verb == "card.withdraw" and (cards := self.follower.board.find(Card)):
            card = rng.choice(cards)
            by = Actor("seat", card.author) if card.author and rng.random() < 0.5 else FACILITATOR
        try:
            self.desk.perform(self.id, by, keys.new_id(), verb, self.arguments(verb))
            self.performed[verb] += 1
        except Refused:
            pass

    def next_verb(self) -> str:
        """Draw a verb, one that was never done oftener than others; what a verb needs is done first."""
        rng, board = self.rng, self.follower.board
        never = sorted(set(RULES) - set(self.performed))
        verb: str = (
            rng.choice(never)
            if never and rng.random() < 0.3
            else rng.choice([*sorted(RULES), *("card.add", "card.move", "cluster.add") * 8])
        )
        timer = board.find(Workshop)[0].timer
        if verb in ("timer.pause", "timer.resume", "timer.add") and timer is None:
            return "timer.start"
        return "timer.pause" if verb == "timer.resume" and timer and "ends_at" in timer else verb

    def _turns_the_stories(self) -> None:
        """Show the stories that there are: before that none can be picked."""
        board, id = self.follower.board, self.step("stories")
        step = board.get(Activity, id)
        told = step is not None and board.find(Card, activity=id)
        for act in {"open": ("close", "reveal"), "closed": ("reveal",)}.get(step.phase, ()) if told else ():
            with suppress(Refused):  # the follower may lag behind
                self._done(FACILITATOR, f"activity.{act}", activity=id)

    def _join(self) -> None:
        try:
            joined = self.desk.join(self.id, {"sector": "public"})
            self.performed["seat.join"] += 1
            if self.rng.random() < 0.3:
                self.desk.move_seat(self.id, joined.return_code)
        except Refused:
            pass

    def votes(self) -> None:
        for activity in self.follower.votes():
            paper = {option: 1 for option in self.rng.sample(activity.options, 1)}
            try:
                self.desk.cast(
                    self.id, Actor("seat", self.rng.choice(self.seats)), activity.id, keys.new_id(), 1, paper
                )
            except Refused:
                continue

    def one(self, kind: type[Any]) -> Any:
        found = self.follower.board.find(kind)
        return self.rng.choice(found).id if found else "none"

    def ready_for(self, verb: str) -> str:
        """Name an activity whose phase this verb ends, where there is one."""
        phases = {
            "open": "draft",
            "close": "open",
            "reveal": "closed",
            "confirm": "open revealed",
            "reopen": "closed confirmed",
        }
        wanted = phases[verb.split(".")[1]].split()
        steps = [a for a in self.follower.board.find(Activity) if a.phase in wanted and a.kind != "discussion"]
        return self.rng.choice(steps).id if steps and self.rng.random() < 0.9 else self.step("discussion")

    def step(self, kind: str) -> str:
        steps = [a for a in self.follower.board.find(Activity) if a.kind == kind]
        return self.rng.choice(steps).id if steps else "none"

    def arguments(self, verb: str) -> dict[str, Any]:
        rng, one, new = self.rng, self.one, keys.new_id
        topic, act = verb.split(".") if "." in verb else (verb, "")
        flag = rng.random() < 0.5
        match topic, act:
            case "activity", "add":
                return {
                    "activity": new(),
                    "kind": rng.choice(["brainstorm", "dots", "reading", "discussion"]),
                    "title": "New",
                }
            case "activity", "edit":
                return {"activity": self.step("brainstorm"), "settings": {"mode": rng.choice(["alone", "open"])}}
            case "activity", "enter" | "move" | "remove":
                return {"activity": one(Activity)}
            case "activity", "again":
                shown = [a.id for a in self.follower.board.find(Activity) if a.options and a.result]
                return {"activity": rng.choice(shown) if shown else "none", "again": new()}
            case "activity", "collect":
                return {"activity": self.step("brainstorm"), "until": rng.choice(["2026-11-30", ""])}
            case "activity", "copy":
                return {"activity": one(Activity), "copy": new()}
            case "activity", "lot":
                return {"activity": self.step("choice"), "place": 1}
            case "activity", "reopen":
                return {"activity": self.ready_for(verb), "reason": "again"}
            case "activity", _:
                return {"activity": self.ready_for(verb)}
            case "answer", _:
                return {"activity": self.step("wordcloud"), "text": rng.choice(["Roads", "ROADS"])}
            case "card", "add":
                open_ = [
                    a.id for a in self.follower.board.find(Activity) if a.kind == "brainstorm" and a.phase != "draft"
                ]
                activity = rng.choice(open_) if open_ else self.step("brainstorm")
                tags = {"tags": {"Kind": rng.choice(["obstacle", "idea"])}} if flag else {}
                return {"activity": activity, "card": new(), "text": rng.choice(["Roads", "Ноос", "نص"]), **tags}
            case "card", "move":
                return {"card": one(Card), "cluster": rng.choice([one(Cluster), one(Cluster), None])}
            case "card", "merge":
                card = self.follower.board.get(Card, one(Card))
                twins = self.follower.board.find(Card, activity=card.activity) if card else []
                return {"card": card.id if card else "none", "into": rng.choice(twins).id if twins else "none"}
            case "card", "split":
                stacked = [card.id for card in self.follower.board.find(Card) if card.merged_into]
                return {"card": rng.choice(stacked) if stacked else "none"}
            case "card", "block_author":
                written = [card.id for card in self.follower.board.find(Card) if card.author]
                return {"card": rng.choice(written) if written and rng.random() < 0.5 else "none"}
            case "card", "deal":
                found = [card.id for card in self.follower.board.find(Card) if card.verdict.get("state") == "contested"]
                return {"activity": self.sorting, "cards": found[:1] or ["none"]}
            case "card", "import":
                return {"activity": self.step("brainstorm"), "cards": [{"card": new(), "text": "Taken in"}]}
            case "card", "tell_apart":
                return {"card": one(Card), "other": one(Card)}
            case "card", "pin":
                return {"card": one(Card), "pinned": flag}
            case "card", "reword":
                return {"card": one(Card), "text": "Better words"}
            case "card", _:
                return {"card": one(Card)}
            case "cluster", "add":
                return {"activity": self.step("cluster"), "cluster": new(), "title": "Group", "cards": []}
            case "cluster", "accept":
                group = {"cluster": new(), "title": "Suggested", "cards": [one(Card)]}
                return {"activity": self.step("cluster"), "groups": [group]}
            case "cluster", "rename":
                return {"cluster": one(Cluster), "title": "Renamed", "pictogram": "wool"}
            case "cluster", "merge":
                return {"cluster": one(Cluster), "into": one(Cluster)}
            case "cluster", "set_aside":
                return {"cluster": one(Cluster), "aside": flag}
            case "cluster", "split":
                full = [card.cluster for card in self.follower.board.find(Card) if card.cluster]
                cluster = rng.choice(full) if full else "none"
                cards = [card.id for card in self.follower.board.find(Card, cluster=cluster)]
                return {"cluster": cluster, "into": new(), "title": "Half", "cards": cards[:1]}
            case "cluster", _:
                return {"cluster": one(Cluster)}
            case "measure", "adopt":
                return {"measure": new(), "title": "Measure"}
            case "measure", "edit":
                return {"measure": one(Measure), "champion": "Bat"}
            case "measure", "sketch":
                measure = rng.choice([new(), one(Measure)])
                return {"activity": self.step("sheet"), "measure": measure, "title": "Sketch", "sheet": {"month": 3}}
            case "measure", "take":
                return {"activity": self.step("sheet"), "measure": one(Measure)}
            case "measure", "carry":
                origin = {"workshop": "w", "title": "Last year", "date": "2025-11-23", "measure": new()}
                measure = {
                    "id": new(),
                    "title": "Carried",
                    "champion": "Bat",
                    "sheet": {},
                    "indicators": [],
                    "checks": {},
                }
                return {"measures": [{**measure, "origin": origin}], "pledges": [], "title": "Last year"}
            case "measure", "check":
                answers = {"Q1": "yes", "Q1_word": "seen"}
                return {"activity": self.step("evaluation"), "measure": one(Measure), "answers": answers}
            case "measure", "judge":
                about = {"activity": self.step("evaluation"), "measure": one(Measure)}
                return {**about, "line": "effect", "state": "confirmed"}
            case "measure", "report":
                about = {"activity": self.step("evaluation"), "measure": one(Measure)}
                return {**about, "line": "effect", "value": rng.choice(["30", "40"])}
            case "measure", "park":
                return {"measure": one(Measure), "reason": "later"}
            case "measure", "schedule":
                return {"measure": one(Measure), "time": "T6", "due": "2027-06-01", "checker": "Aya"}
            case "measure", _:
                return {"measure": one(Measure)}
            case "pledge", "write":
                named = {"measure": one(Measure), "who": "Bat", "champion": True} if flag else {}
                pledge = rng.choice([new(), one(Pledge)])
                return {
                    "activity": self.step("commit"),
                    "pledge": pledge,
                    "what": rng.choice(["Ask", "Build"]),
                    **named,
                }
            case "pledge", _:
                return {"pledge": one(Pledge)}
            case "finding", "write":
                told = {"factors": ["1.1"], "sign": "+", "statement": "Wool", "confidential": flag}
                return {"finding": rng.choice([new(), one(Finding)]), **told}
            case "finding", "import":
                return {"findings": [{"finding": new(), "factors": ["4.1"], "sign": "-", "statement": "Loans"}]}
            case "finding", "promote":
                return {"card": one(Card), "factors": ["2.1"], "sign": "-"}
            case "finding", "carry":
                told = {
                    "id": new(),
                    "factors": ["4.1"],
                    "sign": "-",
                    "statement": "Loans",
                    "position": 0,
                    "workshop": "x",
                }
                origin = {"workshop": "w", "title": "Interviews", "date": "2026-11-02"}
                return {"findings": [{**told, "origin": origin}], "title": "Interviews"}
            case "finding", "show":
                return {"shown": flag}
            case "finding", _:
                return {"finding": one(Finding)}
            case "reading", _:
                return {"activity": self.step("reading"), "mark": new(), "finding": one(Finding), "marked": flag}
            case "matrix", "correct":
                value = {"rating": rng.choice([-2, 1]), "reason": "Mended"} if flag else {"rating": None}
                return {"activity": self.step("matrix"), "amendment": new(), "factor": "2.1", **value}
            case "matrix", "reach":
                reach = rng.choice(["", "L", "N"])
                return {"activity": self.step("matrix"), "amendment": new(), "factor": "2.1", "reach": reach}
            case "matrix", "carry":
                origin = {"workshop": "w", "title": "Before", "date": "2026-11-02"}
                source = {"kind": "matrix", "id": "m", "workshop": "w", "title": "", "question": "", "position": 1}
                source |= {"minutes": 1, "options": ["2.1"], "result": {"rule": "matrix", "items": [], **COUNTED}}
                beside: dict[str, Any] = {"amendments": [], "findings": []}
                return {"activity": self.step("matrix"), "source": source, "origin": origin, **beside}
            case "vote", "join":
                option, into = rng.sample(["own-1", "own-2", "own-3", "own-4"], 2)
                return {"activity": self.twins, "option": option, "into": into}
            case "voice", "give":
                voice = rng.choice([new(), one(Voice)])
                return {"activity": self.step("roll"), "voice": voice, "who": "Bat", "answer": "here"}
            case "voice", _:
                return {"voice": one(Voice)}
            case "interview", "write":
                told = {"group": rng.choice(["firm", "office", "ngo"]), "consent": "May we?", "note": "Mrs B"}
                interview = rng.choice([new(), one(Interview)])
                return {"activity": self.step("interview"), "interview": interview, **told}
            case "interview", "answer":
                told = {"question": "q4", "statement": "Mud", "factors": ["2.1"] if flag else [], "sign": "-"}
                return {"interview": one(Interview), "answer": new(), **told}
            case "interview", "strike":
                points = [
                    (held.id, point["id"]) for held in self.follower.board.find(Interview) for point in held.answers
                ]
                interview, answer = rng.choice(points) if points else ("none", "none")
                return {"interview": interview, "answer": answer}
            case "interview", _:
                return {"interview": one(Interview)}
            case "story", "write":
                told = {"title": "Order", "what": "We sell", "why": "It feeds us", "consent": "public"}
                return {"activity": self.step("stories"), "card": new(), **told}
            case "story", "pick":
                told = [card.id for card in self.follower.board.find(Card, activity=self.step("stories"))]
                return {"card": rng.choice(told) if told else "none", "picked": flag}
            case "note", "write":
                return {"note": rng.choice([new(), one(Note)]), "type": "task", "text": rng.choice(["Ask", ""])}
            case "note", _:
                return {"note": one(Note)}
            case "room", name:
                return {{"lock": "locked", "pause": "paused"}[name]: flag and rng.random() < 0.5}
            case "wall", "show":
                return (
                    {"shows": "spotlight", "cluster": one(Cluster)}
                    if flag
                    else {"shows": rng.choice(["join", "handout"])}
                )
            case "handout", "give":
                return {"key": f"{rng.getrandbits(128):032x}"}
            case "handout", "open_minutes":
                return {"number": rng.randrange(3)}
            case "handout", _:
                return {}
            case "wall", "look":
                return {"theme": "evening", "letters": "l"}
            case "wall", "turn":
                return {"measure": one(Measure)}
            case "wall", _:
                return {"covered": flag}
            case "timer", "start" | "add":
                return {"seconds": rng.randint(1, 600)}
            case "timer", _:
                return {}
            case "workshop", "edit":
                return {"title": f"Day {rng.random()}"}
            case "workshop", _:
                return {}
            case "seat", "change":
                return {"language": rng.choice(["en", "mn"])}
            case "seat", "remove":
                return {"seat": one(Seat)} if rng.random() < 0.2 else {"seat": "none"}
            case "seat", _:
                return {"seat": one(Seat)}
            case "undo", _:
                return {"version": rng.randint(max(1, self.follower.version - 15), self.follower.version + 1)}
        raise AssertionError(f"the room does not know how to {verb}")


def test_a_stale_screen_and_what_it_heard_is_a_fresh_screen(tmp_path: Path) -> None:
    performed: Counter[str] = Counter()
    for seed in range(MOST_ROOMS):
        play(random.Random(seed), f"sqlite:///{tmp_path / f'{seed}.sqlite3'}", performed)
        if seed >= ROOMS and set(RULES) <= set(performed):
            break  # ids are drawn by chance, so what a room comes to do is, too
    assert set(RULES) <= set(performed), f"never done: {set(RULES) - set(performed)}"


def play(rng: random.Random, url: str, performed: Counter[str]) -> None:
    """Let a room act and lines carry; hold every screen against a fresh one; count what was done."""
    migrate(url)
    store = Store(url, b"s" * 32)
    room = Chaos(store, rng, performed)
    lines: list[Line] = []
    for n in range(ACTS):
        if n % 20 == 0:
            audience = rng.choice(AUDIENCES)
            lines.append(Line(audience, room.follower, rng.choice(room.seats) if audience == "room" else None))
        if n == 1:
            room.comes_early()
        elif n == 2:
            room.begins()
        elif n > 2:
            room.acts()
        if rng.random() < 0.1:
            room.votes()
        if rng.random() < 0.5 and (news := room.follower.tick()):
            for line in lines:
                said = [news.packets[line.audience]]
                if line.seat in news.owners:
                    said.append(("mine", room.follower.own(str(line.seat))))
                for message in said:
                    deliver(line, copy.deepcopy(message), rng)
    news = room.follower.tick()
    for line in lines:
        if news:
            deliver(line, news.packets[line.audience], rng)
        for late in line.late:
            line.hear(*late)
        line.heartbeat()
        assert line.shows() == line.fresh(), line.audience
    store.close()


def deliver(line: Line, message: tuple[str, Any], rng: random.Random) -> None:
    """Bring a message over a bad line: three in ten are lost, two come twice, two come later than others."""
    fate = rng.random()
    if fate < 0.3:
        return
    if fate < 0.5:
        line.late.append(message)
        rng.shuffle(line.late)
    else:
        line.hear(*message)
        if fate < 0.7:
            line.hear(*message)
    if line.late and rng.random() < 0.3:
        line.hear(*line.late.pop())
