"""Findings: what interviews, statistics and earlier rooms tell about the location factors. Kept by the facilitator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from shared.voting.evidence import Evidence, Told, count

from . import places
from .changes import Change, Edit, Refused, add, edit, remove
from .factors import FACTORS
from .records import Card, Finding, Mark, Sector
from .registry import Asked, rule
from .room import iso_day
from .shape import Id, command_of
from .text import line

MOST_FINDINGS = 1000  # a round of 40 interviews alone gives some 400
MOST_FACTORS = 3  # of one finding
SOURCE_KINDS = ("interview", "mini-workshop", "card", "statistics", "observation")
DETAILS = {"+": ("used_by", "potential"), "-": ("hits", "cost", "changer")}  # what an advantage or an obstacle adds
WORDLESS = "…"  # the statement of a confidential finding that came from elsewhere
LENGTHS = {"statement": 140, "quote": 200, "source_ref": 60, "line_of_work": 80, "place": 80, "detail": 160}


@dataclass(frozen=True)
class WriteFinding:
    finding: Id
    factors: list[str]
    sign: str
    statement: str
    quote: str = ""
    source_kind: str = "observation"
    source_ref: str = ""
    sector: str | None = None
    line_of_work: str = ""
    place: str = ""
    rating: int | None = None
    date: str = ""
    details: dict[str, str] = field(default_factory=dict)
    confidential: bool = False


@dataclass(frozen=True)
class ImportFindings:
    findings: list[dict[str, Any]]


@dataclass(frozen=True)
class Promote:
    card: Id
    factors: list[str]
    sign: str
    statement: str | None = None


@dataclass(frozen=True)
class OneFinding:
    finding: Id


@dataclass(frozen=True)
class ShowFindings:
    shown: bool
    findings: list[Id] | None = None  # None: all that may be shown


@rule("finding.write", WriteFinding)
def write(asked: Asked, command: WriteFinding) -> Change:
    """Write a finding or write it anew; the whole finding is sent each time."""
    values = values_of(command)
    before = asked.board.get(Finding, command.finding)
    if before is not None:
        return Change("finding.edited", (edit(before, **values),), values["statement"])
    return Change("finding.added", _added(asked, [(command.finding, values)]), values["statement"])


@rule("finding.import", ImportFindings)
def take_in(asked: Asked, command: ImportFindings) -> Change:
    """Add many findings at once; all are taken in or none."""
    written = [command_of(WriteFinding, item) for item in command.findings]
    if not written:
        raise Refused("invalid", "findings_none")
    edits = _added(asked, [(one.finding, values_of(one)) for one in written])
    return Change("finding.imported", edits, str(len(edits)))


@rule("finding.promote", Promote)
def promote(asked: Asked, command: Promote) -> Change:
    """Make a finding of a card; it keeps the card's id, and the card stays where it is."""
    card = asked.one(Card, command.card)
    values = values_of(
        WriteFinding(
            command.card,
            command.factors,
            command.sign,
            card.text if command.statement is None else command.statement,
            source_kind="card",
            sector=card.sector,
            date=asked.workshop.date,
        )
    )
    if asked.board.get(Finding, card.id) is not None:
        raise Refused("conflict", "finding_there")
    edits = _added(asked, [(card.id, {**values, "card": card.id})])
    return Change("finding.promoted", edits, values["statement"])


@rule("finding.drop", OneFinding)
def drop(asked: Asked, command: OneFinding) -> Change:
    """Take a finding out, and the marks on it."""
    finding = asked.one(Finding, command.finding)
    marks = [remove(mark) for mark in asked.board.find(Mark, finding=finding.id)]
    return Change("finding.dropped", (*marks, remove(finding)), finding.statement)


@rule("finding.show", ShowFindings)
def show(asked: Asked, command: ShowFindings) -> Change:
    """Show findings to wall and phones, or take them back; a confidential one is never shown."""
    named = None if command.findings is None else [asked.one(Finding, id) for id in command.findings]
    if named and command.shown and any(finding.confidential for finding in named):
        raise Refused("not_allowed", "finding_confidential")
    edits = tuple(shown(asked.board.find(Finding) if named is None else named, command.shown))
    return Change("finding.shown" if command.shown else "finding.covered", edits, str(len(edits)))


def shown(findings: Sequence[Finding], now: bool = True) -> list[Edit]:
    """Give the edits that show findings, or take them back; confidential ones stay as they are."""
    return [edit(f, shown=now) for f in findings if f.shown != now and not (now and f.confidential)]


def values_of(given: WriteFinding) -> dict[str, Any]:
    """Check what somebody wrote, and give the fields of a record."""
    if given.sign not in DETAILS:
        raise Refused("invalid", "finding_sign")
    if not 1 <= len(given.factors) <= MOST_FACTORS or len(set(given.factors)) != len(given.factors):
        raise Refused("invalid", "finding_factors", most=MOST_FACTORS)
    for code in given.factors:
        if code not in FACTORS:
            raise Refused("invalid", "factor_unknown", factor=code[:20])
    if given.source_kind not in SOURCE_KINDS:
        raise Refused("invalid", "argument_wrong", name="source_kind")
    if given.sector is not None and given.sector not in list(Sector):
        raise Refused("invalid", "argument_wrong", name="sector")
    if given.rating is not None and not -3 <= given.rating <= 3:
        raise Refused("invalid", "finding_rating")
    if given.rating is not None and given.rating * (1 if given.sign == "+" else -1) < 0:
        raise Refused("invalid", "finding_rating_sign")
    return {
        "factors": sorted(given.factors, key=list(FACTORS).index),
        "sign": given.sign,
        "statement": line(given.statement, LENGTHS["statement"], least=1),
        **{
            name: line(getattr(given, name), LENGTHS[name]) for name in ("quote", "source_ref", "line_of_work", "place")
        },
        "source_kind": given.source_kind,
        "sector": given.sector,
        "rating": given.rating,
        "date": iso_day(given.date) if given.date else "",
        "details": _details(given.sign, given.details),
        "confidential": given.confidential,
        **({"shown": False} if given.confidential else {}),
    }


def for_others(finding: Finding) -> Finding:
    """Give a finding as another workshop may have it: of a confidential one its factors and sign, no words."""
    blank: dict[str, Any] = {"card": None, "shown": False, "marks": 0}
    if finding.confidential:
        blank |= {"statement": WORDLESS, "quote": "", "line_of_work": "", "place": "", "details": {}}
    return replace(finding, **blank)


def sound(finding: Finding) -> bool:
    """Say whether a finding from a file is one that the rules would have written."""
    return (
        finding.sign in DETAILS
        and 1 <= len(finding.factors) <= MOST_FACTORS
        and all(code in FACTORS for code in finding.factors)
        and finding.source_kind in SOURCE_KINDS
        and (finding.sector is None or finding.sector in list(Sector))
        and (finding.rating is None or -3 <= finding.rating <= 3)
        and not (finding.shown and finding.confidential)
    )


def _details(sign: str, given: Mapping[str, str]) -> dict[str, str]:
    """Keep the answers that belong to this sign; those to the other's questions fall away with it."""
    known = {name for names in DETAILS.values() for name in names}
    for name in given:
        if name not in known:
            raise Refused("invalid", "argument_unknown", name=name[:40])
    kept = {name: line(given.get(name, ""), LENGTHS["detail"]) for name in DETAILS[sign]}
    return {name: text for name, text in kept.items() if text}


def _added(asked: Asked, written: Sequence[tuple[str, dict[str, Any]]]) -> tuple[Edit, ...]:
    fellows = asked.board.find(Finding)
    if len(fellows) + len(written) > MOST_FINDINGS:
        raise Refused("limit", "findings_full", most=MOST_FINDINGS)
    ids = [asked.fresh(Finding, id) for id, _ in written]
    if len(set(ids)) != len(ids):
        raise Refused("conflict", "id_taken")
    position = places.last(fellows)
    return tuple(
        add(Finding(id=id, workshop=asked.workshop.id, position=position + n, **values))
        for n, (id, values) in enumerate(written)
    )


def evidence_of(findings: Sequence[Finding]) -> dict[str, Evidence]:
    """Count the evidence that findings give for each factor; findings of one source count once."""
    return count(Told(f.factors, _source(f), f.sector) for f in findings)


def _source(finding: Finding) -> str:
    """Name what is counted once; the first interview of two workshops is two interviews."""
    if not finding.source_ref:
        return f"/{finding.id}"
    return f"{finding.origin.get('workshop', '')}/{finding.source_kind}/{finding.source_ref.casefold()}"
