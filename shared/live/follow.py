"""Follow one workshop's log and say what each audience may know of it.

A follower keeps its own copy of the records, always at one version. A tick reads the log from there on and makes one
packet an audience, however many changes there were. Where an edit reveals or hides what it does not name, that packet
is a whole snapshot. Nothing here sends: a packet is answered, somebody else delivers it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.changes import Edit
from shared.domain.records import KINDS, Activity, Phase, Seat, Workshop, kind_of
from shared.domain.visibility import AUDIENCES, OWN_KINDS, activity_id, mine, owner, reveals, view
from shared.store.board import Board
from shared.store.log import Logged
from shared.store.store import Store

MOST_CHANGES = 500  # beyond that a snapshot is shorter to say
ACTS_KEPT = 100

Packet = tuple[str, dict[str, Any]]  # event and payload


@dataclass
class News:
    """What a tick has found: a packet for each audience, whose own things changed, and what befell clients."""

    packets: dict[str, Packet] = field(default_factory=dict)
    owners: set[str] = field(default_factory=set)
    removed: set[str] = field(default_factory=set)
    moved: set[str] = field(default_factory=set)
    begun: dict[str, int] = field(default_factory=dict)  # steps that were opened or come to, and at which version
    seats_changed: bool = False
    votes_changed: bool = False


class Follower:
    """One process's view of one workshop."""

    def __init__(self, store: Store, workshop: str) -> None:
        self.store, self.id = store, workshop
        self.own_version: dict[str, int] = {}  # by seat: when its own things changed last
        self._snapshots: dict[str, dict[str, Any]] = {}
        self._read_anew()

    @property
    def version(self) -> int:
        return self.board.version

    @property
    def workshop(self) -> Workshop:
        return self.board.find(Workshop)[0]

    def tick(self) -> News | None:
        """Take in what is new; None where nothing is."""
        logged = self.store.changes_since(self.id, self.version, MOST_CHANGES + 1)
        if not logged:
            return None
        news, since = News(), self.version
        if len(logged) > MOST_CHANGES:
            self._read_anew()
            news.packets = {audience: ("snapshot", self._snapshot(audience)) for audience in AUDIENCES}
            news.owners = set(self.own_version)
            news.removed = {seat.id for seat in self.board.find(Seat, removed=True)}
            news.seats_changed = news.votes_changed = True
        else:
            news.packets = self._take_in(logged, since)
            _befallen(news, logged)
        for seat in news.owners:
            self.own_version[seat] = self.version
        return news

    def snapshot(self, audience: str) -> dict[str, Any]:
        """Tell an audience all that it may know, as of this version."""
        return self._snapshot(audience)

    def since(self, audience: str, version: Any) -> Packet:
        """Tell an audience what it missed since a version: the changes where that is possible, else everything."""
        if type(version) is not int or not 0 <= version <= self.version:
            return "snapshot", self._snapshot(audience)
        if version == self.version:
            return "changes", {"from": version, "to": version, "put": {}}
        logged = self.store.changes_since(self.id, version, MOST_CHANGES + 1)
        logged = [entry for entry in logged if entry.version <= self.version]
        if len(logged) != self.version - version or _reveals(logged):
            return "snapshot", self._snapshot(audience)
        return "changes", self._changes(audience, logged, version)

    def own(self, seat: str) -> dict[str, Any]:
        """Tell a seat what is its own: its seat and what it wrote, whatever became of it."""
        own: dict[str, Any] = {
            kind: {record.id: mine(record) for record in self.board.find(KINDS[kind], author=seat)}
            for kind in OWN_KINDS
            if kind != "seat"
        }
        record = self.board.get(Seat, seat)
        own["seat"] = {record.id: mine(record)} if record is not None else {}
        return {"version": self.version, "records": own}

    def votes(self) -> list[Activity]:
        """List the votes that are open or were closed without a reveal."""
        return [a for a in self.board.find(Activity) if a.options and a.phase in ("open", "closed")]

    def hidden_cards(self) -> list[Activity]:
        """List the open or closed activities whose cards lie face down, or whose interviews nobody else sees."""
        return [a for a in self.board.find(Activity) if a.phase in ("open", "closed") and _face_down(a)]

    def _read_anew(self) -> None:
        version, records = self.store.records(self.id)
        self.board = Board(version, records)
        self._snapshots.clear()

    def _take_in(self, logged: list[Logged], since: int) -> dict[str, Packet]:
        for entry in logged:
            self.board.apply(entry.version, entry.edits)
        self._snapshots.clear()
        if _reveals(logged):
            return {audience: ("snapshot", self._snapshot(audience)) for audience in AUDIENCES}
        return {audience: ("changes", self._changes(audience, logged, since)) for audience in AUDIENCES}

    def _changes(self, audience: str, logged: list[Logged], since: int) -> dict[str, Any]:
        first: dict[tuple[str, str], Edit] = {}
        for entry in logged:
            for edit in entry.edits:
                first.setdefault((edit.kind, edit.record.id), edit)
        put: dict[str, dict[str, Any]] = {}
        for (kind, id), edit in first.items():
            now = self.board.get(KINDS[kind], id)
            seen = now is not None and self._view(now, audience)
            if seen:
                put.setdefault(kind, {})[id] = seen
            elif edit.before is not None and self._view(edit.before, audience) is not None:
                put.setdefault(kind, {})[id] = None
            # What was unseen and stays unseen is not even named.
        packet = {"from": since, "to": self.version, "put": put}
        if audience == "console":
            packet["acts"] = [_act(entry) for entry in logged[-ACTS_KEPT:]]
        return packet

    def _snapshot(self, audience: str) -> dict[str, Any]:
        if audience not in self._snapshots:
            records: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
            for record in self.board.records():
                seen = self._view(record, audience)
                if seen is not None:
                    records[kind_of(record)][record.id] = seen
            snapshot: dict[str, Any] = {"version": self.version, "records": records}
            if audience == "console":
                acts = self.store.acts(self.id, ACTS_KEPT, before=self.version + 1)
                snapshot["acts"] = [_told(act) for act in acts]
            self._snapshots[audience] = snapshot
        return self._snapshots[audience]

    def _view(self, record: Any, audience: str) -> dict[str, Any] | None:
        return view(record, self.board.get(Activity, activity_id(record)), audience)


def _face_down(activity: Activity) -> bool:
    kind = KINDS_OF_ACTIVITY[activity.kind]
    return kind.interviews or (kind.makes == "cards" and not kind.cards_shown(activity))


def _reveals(logged: Iterable[Logged]) -> bool:
    return any(reveals(edit) for entry in logged for edit in entry.edits)


def _befallen(news: News, logged: Iterable[Logged]) -> None:
    for entry in logged:
        for edit in entry.edits:
            if isinstance(edit.record, Seat):
                news.seats_changed = True
                if isinstance(edit.after, Seat) and edit.after.removed:
                    news.removed.add(edit.after.id)
                if entry.verb == "seat.moved":
                    news.moved.add(edit.record.id)
            elif isinstance(edit.record, Activity):
                news.votes_changed = True
                if _phase(edit.after) == Phase.OPEN != _phase(edit.before):
                    news.begun[edit.record.id] = entry.version
            elif (now := _now(edit.after)) is not None and now != _now(edit.before):
                news.begun[now] = entry.version
            for record in (edit.before, edit.after):
                if record is not None and (seat := owner(record)):
                    news.owners.add(seat)


def _phase(activity: Any) -> str:
    return activity.phase if isinstance(activity, Activity) else ""


def _now(workshop: Any) -> str | None:
    return workshop.now if isinstance(workshop, Workshop) else None


def _act(entry: Logged) -> dict[str, Any]:
    return _told({**vars(entry), "actor_name": entry.actor_name})


def _told(act: dict[str, Any]) -> dict[str, Any]:
    """Tell an act to consoles; a seat's acts have no name."""
    by = act["actor_name"] if act["actor_role"] != "seat" else ""
    return {
        "version": act["version"],
        "verb": act["verb"],
        "subject": act["subject"],
        "by": by,
        "role": act["actor_role"],
        "at": act["at"],
        "undoes": act["undoes"],
        "reason": act["reason"],
    }
