"""What is hung up and sent out before the day: a poster with the way in, an invitation with the agenda."""

from __future__ import annotations

from collections.abc import Iterable

from shared.domain.records import Activity, Workshop
from shared.domain.times import BEGINS, planned_times

from .register import words
from .sheet import Words
from .tree import Block, Document, Figure, Heading, Item, Items, Paragraph, Run, Strong, Table

_POSTER_QR, _INVITATION_QR = 120, 45  # millimetres


def poster(workshop: Workshop, address: str, qr: str, speech: Words) -> Document:
    """Tell in few words how to join: the code as a picture, as an address, as letters."""
    say = speech.say
    blocks: list[Block] = [
        Heading(1, workshop.title),
        *_when_and_where(workshop, speech),
        Heading(2, say("papers.join"), "join"),
        Figure(qr, say("papers.join_qr", address=address), _POSTER_QR),
        Paragraph(say("papers.or_type")),
        Heading(2, address, "address"),
        Heading(2, f"{say('papers.code')} {workshop.code}", "code"),
        Paragraph(say("papers.no_app"), "hint"),
    ]
    return Document(speech.language, workshop.title, tuple(blocks), words=_words(speech))


def invitation(
    workshop: Workshop, steps: Iterable[Activity], way_in: tuple[str, str] | None, speech: Words
) -> Document:
    """Invite: what it is about, when and where, by which agenda, what to bring, how to join.

    ``way_in`` is the address and its QR code where it will be the same on the day, else None.
    """
    say = speech.say
    planned = sorted(steps, key=lambda step: (step.position, step.id))
    times = planned_times(workshop.begins or BEGINS, [step.minutes for step in planned])
    rows = [[begins, step.title, str(step.minutes)] for begins, step in zip(times, planned, strict=False)]
    columns = [say("papers.begins"), say("papers.step"), say("papers.minutes")]
    label = say("papers.agenda")
    blocks: list[Block] = [
        Heading(1, say("papers.invited", title=workshop.title)),
        *_when_and_where(workshop, speech),
        *([Paragraph(say("papers.host", host=workshop.host))] if workshop.host else []),
        Paragraph(say("papers.about")),
        Heading(2, label, "agenda"),
        Table(label, columns, rows, frozenset({2})) if rows else Paragraph(say("papers.no_agenda"), "hint"),
        Heading(2, say("papers.bring"), "bring"),
        Items([Item(say(f"papers.bring_{what}")) for what in ("phone", "cards", "time")]),
        Heading(2, say("papers.join"), "join"),
    ]
    if way_in is None:
        blocks.append(Paragraph(say("papers.on_the_day")))
    else:
        address, qr = way_in
        blocks.append(Figure(qr, say("papers.join_qr", address=address), _INVITATION_QR))
        typed: list[Run] = [
            say("papers.or_type"),
            " ",
            Strong(address),
            " · ",
            say("papers.code"),
            " ",
            Strong(workshop.code),
        ]
        blocks += [Paragraph(typed), Paragraph(say("papers.voices"), "hint")]
    return Document(speech.language, workshop.title, tuple(blocks), words=_words(speech))


def _when_and_where(workshop: Workshop, speech: Words) -> list[Block]:
    when = [speech.day(workshop.date)] if workshop.date else []
    hours = "–".join(time for time in (workshop.begins, workshop.ends) if time)
    facts = [*when, *([hours] if hours else []), *([workshop.place] if workshop.place else [])]
    return [Paragraph(Strong(" · ".join(facts)))] if facts else []


def _words(speech: Words) -> dict[str, str]:
    """Say what stands around a page or two, which need no contents."""
    return {name: said for name, said in words(speech).items() if name != "contents"}
