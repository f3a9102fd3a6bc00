"""All papers there are, with a choice of language: blank ones, those of a workshop, those of a measure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from flask import Response, abort, g, request, url_for

from shared.domain.activities.interview import INTERVIEW
from shared.domain.records import Activity, Measure, Workshop
from shared.domain.register.entries import Entry
from shared.domain.translations import spoken
from shared.minutes.guide import guide
from shared.minutes.materials.ballots import printable
from shared.minutes.materials.cut import cards, of_workshop, slips, usual
from shared.minutes.materials.evaluation_form import check_form, evaluation_form
from shared.minutes.materials.matrix_sheet import matrix_of, matrix_sheet
from shared.minutes.materials.rating_sheet import of_entry, of_measure, rating_sheet
from shared.minutes.render import written
from shared.minutes.sheet import lay_out
from shared.minutes.tree import Document
from shared.store import register
from shared.web.aside import aside
from shared.web.here import board_of, own_workshop
from shared.web.house import house
from shared.web.language import NAMES, Speech, languages
from shared.web.site import say

from .entry import own_entry
from .files import file_language, file_of
from .inviting import way_in
from .pages import for_facilitators, for_office, page, pages, person

FORMATS = ("pdf", "docx", "odt")
_ANY = f"any({', '.join(FORMATS)})"
_RATED = ("submitted", "in_check", "returned", "in_rating")  # measures that a committee has before it, or soon


@dataclass(frozen=True)
class Row:
    """One paper in the list, and where its files are."""

    name: str
    about: str
    files: list[tuple[str, str]]  # what the link says, its address


def _listed_language(usual: str) -> str:
    """Give the language of the files in a list (``files``), where there is such; the page keeps its own."""
    asked = request.args.get("files", "")
    return asked if asked in languages() else usual


def _specimen(speech: Speech) -> Document:
    step = Activity("interview", "", "", speech.say("materials.guide"), "", 0, 0, settings=dict(INTERVIEW.settings))
    return guide(step, speech)


BLANK: dict[str, Callable[[Speech], Document]] = {
    "guide": _specimen,
    "matrix": matrix_sheet,
    "rating": lambda speech: rating_sheet(_of_region(), speech),
    "evaluation": lambda speech: evaluation_form(None, "", speech),
    "check": lambda speech: check_form(None, "", speech),
    "cards": lambda speech: cards(usual(speech), speech),
}


@pages.get("/facilitator/materials")
@for_office
def materials() -> str:
    """List the blank papers, and the sheets for the measures of each of one's regions."""
    language = _listed_language(g.language)
    rows = [_row(name, language, "blank_material", material=name) for name in BLANK]
    rows.insert(2, _row("application", language, "blank_application"))
    own = house().identity.regions(person(), "office")
    of_regions = [
        Row(name, "", _files(name, language, "blank_material", material="rating", region=id))
        for id, name in own.items()
    ]
    parts = [("blank", "", rows), ("of_region", say("materials.of_region_hint"), of_regions)]
    return _listed(language, [part for part in parts if part[2]], say("materials.title"), "")


@pages.get(f"/facilitator/materials/<any({', '.join(BLANK)}):material>.<{_ANY}:format>")
@for_office
def blank_material(material: str, format: str) -> Response:
    return _file(material, BLANK[material], file_language(g.language), format)


OF_WORKSHOP: dict[str, Callable[[Workshop, Speech], Document]] = {
    "matrix": lambda workshop, speech: matrix_of(
        lay_out(board_of(workshop.id)[1], speech, region=_region_of(workshop.region))
    ),
    "rating": lambda workshop, speech: _rating_of(workshop, speech),
    "slips": lambda workshop, speech: slips(workshop, *way_in(workshop, speech.language), speech),
    "cards": lambda workshop, speech: cards(_cards_of(workshop, speech.language), speech),
}


@pages.get("/facilitator/workshops/<id>/materials")
@for_facilitators
def materials_of_workshop(id: str) -> str:
    """List the papers that a workshop fills in."""
    workshop = own_workshop(person(), id)
    language = _listed_language(workshop.language)
    rows = [_row(name, language, f"{name}_file", id=id) for name in ("poster", "invitation")]
    guides = [a for a in _of(Activity, id) if a.kind == "interview"]
    rows += [
        Row(say("materials.guide_of", step=a.title), "", _files(a.title, language, "guide_file", id=id, step=a.id))
        for a in guides
    ]
    rows += [
        Row(
            say("ballots.title", step=a.title),
            say("ballots.about"),
            _files(a.title, language, "ballots_to_print", id=id, step=a.id),
        )
        for a in _of(Activity, id)
        if printable(a.kind)
    ]
    for name in OF_WORKSHOP:
        about = say("materials.cards_of_about") if name == "cards" else ""
        rows.append(_row(name, language, "workshop_material", about, id=id, material=name))
    return _listed(language, [("of_workshop", "", rows)], workshop.title, url_for("facilitator.settings", id=id))


@pages.get(f"/facilitator/workshops/<id>/materials/<any({', '.join(OF_WORKSHOP)}):material>.<{_ANY}:format>")
@for_facilitators
def workshop_material(id: str, material: str, format: str) -> Response:
    workshop = own_workshop(person(), id)
    make = OF_WORKSHOP[material]
    name = f"{material}-{workshop.code}"
    return _file(name, lambda speech: make(workshop, speech), file_language(workshop.language), format)


OF_MEASURE: dict[str, Callable[[Entry, str, Speech], Document]] = {
    "rating": lambda entry, _, speech: rating_sheet([of_entry(entry)], speech),
    "evaluation": evaluation_form,
    "check": check_form,
}


@pages.get("/facilitator/measures/<id>/materials")
@for_office
def materials_of_measure(id: str) -> str:
    """List the papers that a measure fills in."""
    entry = own_entry(id)
    language = _listed_language(g.language)
    rows = [_row("application", language, "measure_file", id=id)]
    rows += [_row(name, language, "measure_material", id=id, material=name) for name in OF_MEASURE]
    return _listed(language, [("of_measure", "", rows)], entry.title, url_for("facilitator.measure", id=id))


@pages.get(f"/facilitator/measures/<id>/materials/<any({', '.join(OF_MEASURE)}):material>.<{_ANY}:format>")
@for_office
def measure_material(id: str, material: str, format: str) -> Response:
    entry = own_entry(id)
    make, region = OF_MEASURE[material], _region_of(entry.region)
    name = f"{material}-{entry.number}"
    return _file(name, lambda speech: make(entry, region, speech), file_language(g.language), format)


def _listed(language: str, parts: Iterable[tuple[str, str, list[Row]]], of: str, back: str) -> str:
    offered = [(code, NAMES[code]) for code in languages()]
    told = [(name, say(f"materials.{name}"), hint, rows) for name, hint, rows in parts]
    return page("materials.html", parts=told, chosen=language, offered=offered, of=of, back=back)


def _row(name: str, language: str, endpoint: str, about: str = "", **values: Any) -> Row:
    told = say(f"materials.{name}")
    return Row(told, about or say(f"materials.{name}_about"), _files(told, language, endpoint, **values))


def _files(name: str, language: str, endpoint: str, **values: Any) -> list[tuple[str, str]]:
    return [
        (
            say("materials.file", name=name, format=say(f"pages.format_{format}")),
            url_for(f"facilitator.{endpoint}", format=format, language=language, **values),
        )
        for format in FORMATS
    ]


def _file(name: str, make: Callable[[Speech], Document], language: str, format: str) -> Response:
    document = make(Speech(language))
    return file_of(f"{name}-{language}", aside(lambda: written(document, format)), format)


def _of(kind: type[Any], workshop: str) -> list[Any]:
    found = [record for record in board_of(workshop)[1] if isinstance(record, kind)]
    return sorted(found, key=lambda record: (record.position, record.id))


def _rating_of(workshop: Workshop, speech: Speech) -> Document:
    """Lay the sheet out by the weights of the workshop's own rating, for the measures that stand."""
    measures = [of_measure(measure) for measure in _of(Measure, workshop.id) if not measure.parked]
    step = next((a for a in _of(Activity, workshop.id) if a.kind == "rating"), None)
    if step is None:
        return rating_sheet(measures, speech)
    settings = step.settings
    return rating_sheet(measures, speech, settings["weights"], settings["minimums"], settings["line"])


def _cards_of(workshop: Workshop, language: str) -> list[tuple[str, str]]:
    steps = [spoken(step, language) for step in _of(Activity, workshop.id)]
    return of_workshop(steps, _of(Measure, workshop.id))


def _of_region() -> list[Any]:
    """List what is to be rated in the region that was asked for; none without one."""
    asked = request.args.get("region", "")
    if not asked:
        return []
    if asked not in house().identity.regions(person(), "office"):
        abort(404)
    with house().store.read() as connection:
        return [of_entry(entry) for entry in register.every(connection, {asked}) if entry.state in _RATED]


def _region_of(id: str) -> str:
    return house().identity.regions(person(), "read").get(id, "")
