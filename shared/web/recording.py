"""The minutes of a workshop as they stand, from the store: for the page and for the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from shared.domain.records import Workshop
from shared.domain.signing_off import State, state_of
from shared.minutes.document import compose
from shared.minutes.handout import handout
from shared.minutes.kept import pack, unpack
from shared.minutes.render import render
from shared.minutes.seal import checksum
from shared.minutes.sheet import Corrected, Photographed, Sheet, lay_out
from shared.minutes.signed import Signer, told
from shared.minutes.tree import Document
from shared.store import corrections, people, photos, revisions, signatures, workshops
from shared.store.store import Store

from .aside import aside
from .language import Speech, day, moment, t

MOST_ACTS = 5000


def minutes_of(store: Store, workshop: Workshop, encrypted: bool = False, pictures: bool = True) -> Document:
    """Compose a workshop's minutes in its own language, with their photos' pictures or without."""
    return _composed(store, workshop, compose, encrypted, pictures)


def handout_of(store: Store, workshop: Workshop, minutes: str = "", site: str = "") -> Document:
    """Compose what came of a workshop on one page, in its own language.

    ``minutes``: their address, where the reader may open them; ``site``: that of this server, where it is reached.
    Without the former it leads to the minutes that are opened to everybody who has it.
    """
    if not minutes and site and workshop.handout and workshop.handout_minutes:
        minutes = f"{site}/handout/{workshop.code}/{workshop.handout}/minutes"
    with store.read() as connection:
        checksum = revisions.newest_seal(connection, workshop.id)
    sealed = f"{site}/minutes/verify?checksum={checksum}" if site and checksum else ""
    return _composed(store, workshop, lambda sheet: handout(sheet, minutes, sealed))


def _composed(
    store: Store,
    workshop: Workshop,
    make: Callable[[Sheet], Document],
    encrypted: bool = False,
    pictures: bool = False,
) -> Document:
    """Read all that a document may tell, and make it beside the loop."""
    _, records = store.records(workshop.id)
    acts = store.acts(workshop.id, MOST_ACTS)
    with store.read() as connection:
        names = {region.id: region.name for region in people.regions(connection)}
        remarks = [
            Corrected(**{name: getattr(remark, name) for name in Corrected.__dataclass_fields__})
            for remark in corrections.remarks(connection, workshop.id)
        ]
        shown = photos.pictures(connection, workshop.id) if pictures else {}
        taken = [
            Photographed(p.id, p.activity, p.caption, p.digest, p.width, p.height, shown.get(p.digest, ""))
            for p in photos.all_of(connection, workshop.id)
        ]
    region = names.get(workshop.region, workshop.region)
    speech = Speech(workshop.language)
    return aside(lambda: make(lay_out(records, speech, acts, encrypted, region, remarks, taken)))


def sealed_with(store: Store, looked_up: str) -> tuple[Workshop, revisions.Revision] | None:
    """Find the sealed version that has a checksum; one whose kept parts do not give it is none."""
    with store.read() as connection:
        found = revisions.sealed(connection, looked_up)
        workshop = workshops.by_id(connection, found[0]) if found else None
    if found is None or workshop is None:
        return None
    kept, signed = found[1], told(signers_of(store, workshop, found[1].number))
    return (workshop, kept) if aside(lambda: checksum(kept.data, kept.tree, signed)) == looked_up else None


def signers_of(store: Store, workshop: Workshop, number: int, spoken: str = "") -> list[Signer]:
    """List who shall sign a version, with when they did in a language: the workshop's own unless told otherwise."""
    with store.read() as connection:
        found = signatures.all_of(connection, workshop.id, number)
    return [signer_of(one, spoken or workshop.language) for one in found]


def signer_of(one: signatures.Signature, spoken: str) -> Signer:
    """Tell of somebody who shall sign, with when they did in a language."""
    return Signer(one.role, one.name, one.signed_at, one.paper_day, _when(one, spoken))


def states_of(store: Store, workshop: Workshop, saved: Iterable[revisions.Revision], now: int) -> dict[int, State]:
    """Say how far saved versions of a workshop's minutes have come, by their numbers."""
    with store.read() as connection:
        windows = corrections.windows(connection, workshop.id)
        signed = signatures.all_of(connection, workshop.id)
    return {
        kept.number: state_of(
            begun=workshop.started_at is not None,
            window=windows.get(kept.number),
            signed=[one.signed_at is not None for one in signed if one.number == kept.number],
            sealed=kept.sealed_at is not None,
            now=now,
        )
        for kept in saved
    }


def _when(one: signatures.Signature, spoken: str) -> str:
    if one.signed_at is None:
        return ""
    if one.paper_day:
        return t(spoken, "minutes.signed_on_paper", day=day(spoken, one.paper_day), by=one.recorded_by)
    return moment(spoken, one.signed_at)


def save_version(store: Store, workshop: Workshop, document: Document, *, at: int, by: str, remark: str) -> int:
    """Keep the minutes as they stand now as a version that never changes, and give its number."""
    tree = pack(document)
    bare = unpack(tree, document.data)  # pictures are kept once, and apart: they can be taken out for good
    markdown, html = aside(lambda: (render(bare, "md"), render(bare, "html")))
    kept: dict[str, Any] = {"markdown": markdown, "html": html, "data": document.data, "tree": tree}
    number: int = store.write(lambda c: revisions.save(c, workshop.id, at=at, by=by, note=remark, **kept))
    return number
