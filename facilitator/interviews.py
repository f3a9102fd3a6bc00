"""The guide of interviews as a file to print, blank, in any of the workshop's languages."""

from __future__ import annotations

from flask import Response, abort

from shared.domain.records import Activity
from shared.domain.translations import spoken
from shared.minutes.guide import guide
from shared.minutes.render import TYPES, written
from shared.web.aside import aside
from shared.web.here import board_of, own_workshop
from shared.web.language import Speech

from .files import file_language
from .pages import for_facilitators, pages, person

FORMATS = ("pdf", "docx", "odt")


@pages.get("/facilitator/workshops/<id>/guide/<step>.<format>")
@for_facilitators
def guide_file(id: str, step: str, format: str) -> Response:
    workshop = own_workshop(person(), id)
    _, records = board_of(id)
    found = next((r for r in records if isinstance(r, Activity) and (r.id, r.kind) == (step, "interview")), None)
    if found is None or format not in FORMATS:
        abort(404)
    language = file_language(workshop.language)
    document = guide(spoken(found, language), Speech(language))
    name = f"guide-{workshop.code}-{language}.{format}"
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return Response(aside(lambda: written(document, format)), content_type=TYPES[format], headers=headers)
