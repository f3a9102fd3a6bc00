"""Papers for before the day, from the workshop as it is planned: a poster with the way in, an invitation."""

from __future__ import annotations

from flask import Response

from shared.domain.records import Activity, Workshop
from shared.domain.translations import spoken
from shared.minutes.invitation import invitation, poster
from shared.minutes.render import written
from shared.web.aside import aside
from shared.web.here import board_of, own_workshop
from shared.web.house import house
from shared.web.language import Speech
from shared.web.qr import join_payload, svg

from .console import join_url
from .files import file_language, file_of
from .pages import for_facilitators, pages, person

_ANY = "any(pdf, docx, odt)"


@pages.get(f"/facilitator/workshops/<id>/poster.<{_ANY}:format>")
@for_facilitators
def poster_file(id: str, format: str) -> Response:
    workshop = own_workshop(person(), id)
    speech = _speech(workshop)
    document = poster(workshop, *way_in(workshop, speech.language), speech)
    return file_of(f"poster-{workshop.code}", aside(lambda: written(document, format)), format)


@pages.get(f"/facilitator/workshops/<id>/invitation.<{_ANY}:format>")
@for_facilitators
def invitation_file(id: str, format: str) -> Response:
    workshop = own_workshop(person(), id)
    _, records = board_of(workshop.id)
    speech = _speech(workshop)
    steps = [spoken(record, speech.language) for record in records if isinstance(record, Activity)]
    way = way_in(workshop, speech.language) if house().public_url else None
    document = invitation(workshop, steps, way, speech)
    return file_of(f"invitation-{workshop.code}", aside(lambda: written(document, format)), format)


def way_in(workshop: Workshop, language: str) -> tuple[str, str]:
    """Give the address that is typed, and the same as a QR code."""
    base = join_url(workshop).rpartition("/join/")[0]
    return base, svg(join_payload(base, workshop.code), Speech(language).say("papers.join_qr", address=base))


def _speech(workshop: Workshop) -> Speech:
    """Speak the language that was asked for (``language``), else the workshop's."""
    return Speech(file_language(workshop.language))
