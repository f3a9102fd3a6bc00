"""What every kind of activity promises, held for all that are registered, also for those that come later."""

from __future__ import annotations

import html
import json
import re
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.store.store import Store
from tests.crowd import ACTS, MEASURES, Crowd, Step, act_of, paper
from tests.harness.server import Server
from tests.live.test_recount import verified
from tests.people import Phone, Workshop, fetch, new_id

VOTES = [kind.name for kind in KINDS_OF_ACTIVITY.values() if kind.votes]
TALKS = ("discussion", "energiser")  # nobody writes anything
RECORDS = [kind for kind in KINDS_OF_ACTIVITY if kind not in VOTES and kind not in TALKS]
SHARED = ("cluster.add", "measure.take")  # what one phone made another one may go on with
CHOICES = ["Road", "Bridge", "School", "Market"]
ALIKE = ("No winter storage", "No storage in winter", "Loans come late", "The loans come late")
PLANNED: dict[str, dict[str, Any]] = {
    "fund": {"budget": 100, "costs": [30, 40, 50, 60]},
    "rating": {"gate": False},
    "choice": {"reasons": True},
    "fist": {"reasons": True},
    "scale": {"reasons": True},
    "number": {"reasons": True},
    "scores": {"scale": "lights", "unknown": True, "roles": True, "questions": ["Ours?", "Soon?"]},
}  # what a kind cannot be opened without, or shows more of itself with
TURNOUT = ("cast", "seats", "of", "complete", "blank")  # which is told before the reveal
MOST_STEPS = 50  # of one room; the workshop takes some more
HUGE = 10**19


class Room(Crowd):
    """A workshop with a console, a wall and twelve phones, where steps of any kind are put in and led."""

    def __init__(self, server: Server) -> None:
        self.workshop = Workshop(server, "mini")
        super().__init__(self.workshop, self.workshop.console())
        self.wall = self.workshop.wall()
        for title in MEASURES:
            self.lead.does("measure.adopt", measure=new_id(), title=title)
        self.lead.does(
            "finding.write", finding="f", factors=["1.1"], sign="+", statement="Wool", source_kind="interview"
        )
        self.lead.does("finding.show", shown=True)
        self.cards = self.plans("brainstorm")
        self.lead.does("activity.open", activity=self.cards)
        for text, phone in zip(ALIKE, self.phones, strict=False):
            self.does(phone, "card.add", activity=self.cards, card=new_id(), text=text)
        for act in ("close", "reveal"):
            self.turns(self.cards, act)
        self.words = "".join(self.pages().values())
        self.store = Store(f"sqlite:///{server.data / 'led.sqlite3'}", b"")

    def plans(self, kind: str, **settings: Any) -> str:
        """Put a step of this kind at the end of the agenda."""
        step = new_id()
        about = {"about": "own", "choices": CHOICES} if "about" in KINDS_OF_ACTIVITY[kind].allowed else {}
        self.lead.does("activity.add", activity=step, kind=kind, title=f"One {kind}", question="What do you say?")
        settings = {**about, **PLANNED.get(kind, {}), **settings}
        source = {"source": self.cards} if KINDS_OF_ACTIVITY[kind].takes == ("cards",) and kind in VOTES else {}
        self.lead.does("activity.edit", activity=step, settings=settings, **source)
        return step

    def turns(self, step: str, act: str, **more: Any) -> Step:
        """Lead a step on and give it as the console shows it then."""
        self.lead.does(f"activity.{act}", activity=step, **more)
        return dict(self.lead.all("activity")[step])

    def opens(self, kind: str) -> Step:
        return self.turns(self.plans(kind), "open")

    def papers(self, step: Step) -> list[str]:
        """List what is stored of a vote, in an order that tells nothing."""
        stored = self.store.papers(self.workshop.id, step["id"])
        return sorted(json.dumps(one.choices, sort_keys=True) for one in stored)

    def pages(self, *only: str) -> dict[str, str]:
        """Fetch what HTTP tells of the workshop, by address; ``only`` those with such an end, else all."""
        url, lead = self.workshop.server.url, {"Authorization": f"Bearer {self.workshop.token}"}
        seat = {"Cookie": f"seat_{self.workshop.code}={self.phones[0].token}"}
        ours = f"/facilitator/workshops/{self.workshop.id}"
        addresses = {
            f"/w/{self.workshop.code}": seat,
            f"/w/{self.workshop.code}/history": seat,
            f"/w/{self.workshop.code}/api/board": {"Authorization": f"Bearer {self.phones[0].token}"},
            f"/projector/{self.workshop.key}": {},
            **{f"{ours}/{page}": lead for page in ("console", "prepare", "history", "minutes")},
            **{f"{ours}/minutes.{form}": lead for form in ("md", "html", "json")},
        }
        asked = {address: headers for address, headers in addresses.items() if address.endswith(only or "")}
        return {address: told(url + address, headers) for address, headers in asked.items()}

    def heard(self) -> list[str]:
        screens = [*self.phones, self.wall, self.lead]
        for screen in screens:
            screen.reaches(self.lead.version)
        return [plainly("\n".join(screen.heard)) for screen in screens]


def told(url: str, headers: dict[str, str]) -> str:
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=20) as answer:
        return plainly(answer.read().decode())


def plainly(text: str) -> str:
    """Write JSON and pages alike, so that one may be looked for in the other."""
    return re.sub(r"\s+", "", html.unescape(text))


def asks(phone: Phone, event: str, body: Any) -> dict[str, Any]:
    """Say something at the pace that one seat is allowed."""
    while True:
        answer = phone.says(event, body)
        if answer.get("code") != "rate":
            return answer
        time.sleep(answer["retry_after"])


def marks(value: Any, heard: str) -> set[str]:
    """List the parts of a value that are in nothing heard so far: lists, objects and named figures."""
    found: set[str] = set()
    if isinstance(value, dict):
        for name, part in value.items():
            if isinstance(part, dict | list):
                found |= marks(part, heard)
            elif name not in TURNOUT:
                found.add(plainly(json.dumps({name: part}, ensure_ascii=False))[1:-1])
    elif isinstance(value, list):
        for part in value:
            found |= marks(part, heard)
    if isinstance(value, dict | list) and len(value) > 1:
        found.add(plainly(json.dumps(value, ensure_ascii=False)))
    return {mark for mark in found if mark not in heard}


@pytest.fixture(scope="module")
def rooms(running: Server) -> Iterator[list[Room]]:
    made: list[Room] = []
    yield made
    for room in made:
        room.workshop.close()
        room.store.close()


@pytest.fixture
def room(running: Server, rooms: list[Room]) -> Room:
    """Give a room that has place for more steps."""
    if not rooms or len(rooms[-1].all("activity")) > MOST_STEPS:
        rooms.append(Room(running))
    return rooms[-1]


@pytest.mark.parametrize("kind", VOTES)
def test_nobody_hears_of_a_result_or_a_paper_before_the_reveal(room: Room, kind: str) -> None:
    first = room.opens(kind)
    stays_hidden(room, first, shift=0)
    if KINDS_OF_ACTIVITY[kind].again:
        again = new_id()
        room.lead.does("activity.again", activity=first["id"], again=again)
        stays_hidden(room, room.turns(again, "open"), shift=5)


def stays_hidden(room: Room, step: Step, shift: int) -> None:
    """Let all vote in an open step and close it; hold everything that was told till then against its result."""
    before = room.words + plainly(json.dumps(room.lead.records, ensure_ascii=False))
    for screen in (*room.phones, room.wall, room.lead):
        screen.heard.clear()
    papers = [paper(step, (n + shift) * (1 + shift)) for n in range(len(room.phones))]
    ballots = [phone.ballot(step["id"], filled) for phone, filled in zip(room.phones, papers, strict=True)]
    for phone, ballot in zip(room.phones, ballots, strict=True):
        assert asks(phone, "ballot", ballot)["ok"]
    while_open = room.pages("board", room.workshop.key, "json")
    closed = room.turns(step["id"], "close")
    assert "result" not in closed
    for screen in (*room.phones, room.wall, room.lead):
        screen.reaches(room.lead.version)
        now = screen.all("activity")[step["id"]]
        differs = {name for name in now if now[name] != step.get(name)}
        assert differs <= {"phase", "ended_at"}, "nothing but that it is over"
    late = room.workshop.phone()
    told_till_now = {**{f"open {at}": page for at, page in while_open.items()}, **room.pages()}
    told_till_now |= {f"screen {n}": heard for n, heard in enumerate([*room.heard(), plainly("".join(late.heard))])}
    late.leaves()

    result = room.turns(step["id"], "reveal")["result"]
    secret = marks(result, before) | {m for filled in papers for m in marks(filled, before)}
    assert any(mark in page for mark in secret for page in room.heard()), "nothing was told by the reveal, either"
    found = {(mark, at) for mark in secret for at, page in told_till_now.items() if mark in page}
    assert not found
    told_by_now = [*told_till_now.values(), *room.heard(), *room.pages().values()]
    assert not any(ballot["key"] in page for ballot in ballots for page in told_by_now), "a key was told"
    for screen in (*room.phones, room.wall):
        screen.reaches(room.lead.version)
        assert screen.all("activity")[step["id"]]["result"] == result
    assert result["cast"] == len(papers)


@pytest.mark.parametrize("kind", VOTES)
def test_a_ballot_out_of_time_is_refused_and_changes_nothing(room: Room, kind: str) -> None:
    step, phone = room.plans(kind), room.phones[1]
    opened = room.lead.does("activity.open", activity=step)
    filled = paper(room.lead.all("activity")[step], 1)
    room.lead.does("undo", version=opened["version"])
    early = asks(phone, "ballot", phone.ballot(step, filled))
    assert early["code"] == "phase_closed"
    now = room.turns(step, "open")
    for one in room.phones[:5]:
        assert asks(one, "ballot", one.ballot(step, filled))["ok"]
    stored = room.papers(now)
    for act in ("close", "reveal", "confirm"):
        room.turns(step, act)
        for one in (phone, room.phones[7]):
            late = asks(one, "ballot", one.ballot(step, paper(now, 3)))
            assert late["code"] == "phase_closed" and room.papers(now) == stored, act
    assert len(stored) == 5


@pytest.mark.parametrize("kind", VOTES)
def test_the_highest_revision_counts_and_each_seat_once(room: Room, kind: str) -> None:
    step, phone, other = room.opens(kind), room.phones[2], room.phones[3]
    older, newer = phone.ballot(step["id"], paper(step, 0)), phone.ballot(step["id"], paper(step, 1))
    assert asks(phone, "ballot", newer)["ok"]
    stored = room.papers(step)
    for again in (older, newer, {**newer, "paper": older["paper"]}):
        assert asks(phone, "ballot", again)["ok"] and room.papers(step) == stored
    renewed = asks(phone, "ballot", {**newer, "key": new_id(), "revision": 9})
    assert not renewed["ok"] and renewed["code"] == "already_voted"
    assert asks(other, "ballot", other.ballot(step["id"], paper(step, 0)))["ok"]
    stolen = {**older, "revision": 9}
    assert asks(other, "ballot", stolen).get("code") == "already_voted", "another seat's key"
    assert len(room.papers(step)) == 2 and stored[0] in room.papers(step)
    assert asks(phone, "ballot", {**newer, "revision": 3, "paper": paper(step, 0)})["ok"]
    assert room.papers(step) != stored and len(room.papers(step)) == 2, "a higher revision replaces"
    room.turns(step["id"], "close")
    assert room.turns(step["id"], "reveal")["result"]["cast"] == 2


def nested(depth: int) -> Any:
    return 1 if depth == 0 else [nested(depth - 1)]


NO_PAPERS: list[Any] = [
    *(None, True, 7, -1.5, HUGE, "Road", [[]], [{}], [None], [HUGE], nested(9), nested(40)),
    *({"": 1}, {"nobody": 1}, {"nobody": {"C1": 1}}, {"value": []}, {"value": True}, {"value": HUGE}, {"value": 1e300}),
    *(
        {"answers": []},
        {"answers": {"nobody": {"1": 1}}},
        {"role": []},
        {"role": {"x": 1}},
        {"text": {"x": 1}},
        {"__proto__": {"x": 1}},
    ),
    *(["x" * 60_000], {"x" * 60_000: 1}, {"text": "x" * 60_000}, ["x"] * 600, {str(n): n for n in range(2000)}),
    *({"value": "9" * 500}, {"value": "\ud800"}, ["\ud800"], ["x" * 100_000], {"value": -HUGE}),
]
UNREADABLE = [
    b'{"value": NaN}',
    b"[NaN]",
    b'{"value": Infinity}',
    b'{"a": 1, "a": 1}',
    b'{"value": ' + b"9" * 5000 + b"}",
]


@pytest.mark.parametrize("kind", VOTES)
def test_what_is_no_paper_is_refused_and_the_good_one_stays(room: Room, kind: str) -> None:
    step = room.opens(kind)
    for n, phone in enumerate(room.phones):
        assert asks(phone, "ballot", phone.ballot(step["id"], paper(step, n)))["ok"]
    stored = room.papers(step)
    for n, wrong in enumerate([*NO_PAPERS, *UNREADABLE]):
        phone = room.phones[n % len(room.phones)]
        body = json.dumps(phone.ballot(step["id"], {})).encode()
        text = wrong if isinstance(wrong, bytes) else json.dumps(wrong).encode()
        answer = posts(room, phone, body.replace(b'"paper": {}', b'"paper": ' + text))
        assert answer["ok"] is False and answer["message"], (wrong, answer)
        assert answer["code"] in ("invalid", "limit", "too_large"), (wrong, answer)
    assert room.papers(step) == stored


@pytest.mark.parametrize("kind", VOTES)
def test_a_paper_that_is_wrong_in_one_place_breaks_nothing(room: Room, kind: str) -> None:
    """What a person may say there is taken, what not is refused; the count is none the worse for it."""
    step = room.opens(kind)
    for n, wrong in enumerate(spoilt(paper(step, 0))):
        phone = room.phones[n % len(room.phones)]
        stored = room.papers(step)
        answer = posts(room, phone, json.dumps(phone.ballot(step["id"], wrong)).encode())
        if not answer["ok"]:
            assert answer["code"] in ("invalid", "limit") and room.papers(step) == stored, (wrong, answer)
    for n, phone in enumerate(room.phones):
        assert asks(phone, "ballot", phone.ballot(step["id"], paper(step, n)))["ok"]
    room.turns(step["id"], "close")
    assert room.turns(step["id"], "reveal")["result"]["cast"] == len(room.phones)


def spoilt(good: Any) -> Iterator[Any]:
    """Give papers like a good one with one thing in it wrong, at its first place on each level."""
    yield from (None, True, -1, 1.5, HUGE, "", "x" * 5000, [], {}, [1], {"x": 1})
    if isinstance(good, dict) and good:
        name = next(iter(good))
        for part in spoilt(good[name]):
            yield {**good, name: part}
        yield {**good, "nobody": good[name]}
    elif isinstance(good, list) and good:
        for part in spoilt(good[0]):
            yield [part, *good[1:]]
        yield good * 2
        yield [*good, "nobody"]


def posts(room: Room, phone: Phone, body: bytes) -> dict[str, Any]:
    address = f"{room.workshop.server.url}/w/{room.workshop.code}/api/ballot"
    while True:
        answer = fetch(address, body, Authorization=f"Bearer {phone.token}", **{"Content-Type": "application/json"})
        if answer.get("code") != "rate":
            return answer
        time.sleep(answer["retry_after"])


@pytest.mark.parametrize("kind", VOTES)
def test_a_removed_seat_votes_no_more(room: Room, kind: str) -> None:
    step, gone = room.opens(kind), room.workshop.phone()
    assert asks(gone, "ballot", gone.ballot(step["id"], paper(step, 0)))["ok"]
    stored = room.papers(step)
    room.lead.does("seat.remove", seat=gone.seat)
    answer = posts(room, gone, json.dumps(gone.ballot(step["id"], paper(step, 1))).encode())
    assert answer["code"] == "not_joined" and room.papers(step) == stored


def test_a_recount_of_every_kind_is_equal(running: Server) -> None:
    room = Room(running)
    for kind in VOTES:
        first, second = room.plans(kind), new_id()
        decides(room, first)
        if KINDS_OF_ACTIVITY[kind].again:
            room.lead.does("activity.again", activity=first, again=second)
            decides(room, second)
    code, told = verified(running, room.workshop.code)
    again = [kind for kind in VOTES if KINDS_OF_ACTIVITY[kind].again]
    assert (code, told["equal"]) == (0, True), told
    assert [vote["ballots"] for vote in told["votes"]] == [len(room.phones)] * (len(VOTES) + len(again))
    room.workshop.close()
    room.store.close()


def decides(room: Room, step: str) -> None:
    room.vote(room.turns(step, "open"))
    for act in ("close", "reveal", "confirm"):
        room.turns(step, act)


class Told(Crowd):
    """People who only say what they would do."""

    def __init__(self, room: Room) -> None:
        self.lead, self.phones = room.lead, room.phones
        self.wishes: list[tuple[Phone, str, dict[str, Any]]] = []

    def does(self, phone: Phone, verb: str, **args: Any) -> None:
        self.wishes.append((phone, verb, args))


@pytest.mark.parametrize("kind", RECORDS)
def test_what_people_write_is_taken_in_time_only_and_is_their_own(room: Room, kind: str) -> None:
    step, people = room.plans(kind), Told(room)
    act_of(kind)(people, room.lead.all("activity")[step])
    wishes, late = people.wishes[: len(people.wishes) // 2 + 1], people.wishes[len(people.wishes) // 2 + 1 :]
    assert wishes, f"nobody does anything in “{kind}”"

    def says(phone: Phone, verb: str, args: dict[str, Any]) -> dict[str, Any]:
        return asks(phone, "command", {"id": new_id(), "verb": verb, "args": args})

    def written() -> dict[str, Any]:
        room.lead.syncs()
        return {name: records for name, records in room.lead.records.items() if name not in ("activity", "workshop")}

    before = json.dumps(written(), sort_keys=True)
    for wish in people.wishes:
        assert says(*wish)["code"] in ("phase_closed", "not_found", "not_allowed"), wish
    assert json.dumps(written(), sort_keys=True) == before
    room.turns(step, "open")
    for wish in wishes:
        answer = says(*wish)
        assert answer["ok"], (wish, answer)
    after = json.dumps(written(), sort_keys=True)
    assert after != before
    for phone, verb, args in wishes:
        if verb not in SHARED:
            other = next(one for one in room.phones if one is not phone)
            changed = {
                name: f"{word}!" if name in ("text", "what", "title", "who") else word for name, word in args.items()
            }
            says(other, verb, changed)
            assert json.dumps(written(), sort_keys=True) == after, (verb, changed)
    room.turns(step, "close")
    if KINDS_OF_ACTIVITY[kind].interviews:
        after = json.dumps(written(), sort_keys=True)  # closing has drawn findings up
    for wish in [*late, *wishes]:
        assert says(*wish)["ok"] is False, wish
    assert json.dumps(written(), sort_keys=True) == after


def test_the_crowd_knows_what_people_do_in_every_kind() -> None:
    for kind in KINDS_OF_ACTIVITY:
        if kind not in VOTES:
            assert act_of(kind)
    assert set(ACTS) | set(VOTES) == set(KINDS_OF_ACTIVITY)
