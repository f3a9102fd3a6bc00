"""A region's released data on its way to an umbrella: what travels, how it is read, and how it meets what is there.

Only released measures travel, with the answers that stand before everybody, their values and checks, and what the
office reports of its region. Proofs and names of persons stay at home. Reading trusts nothing: a file comes from
outside.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from .changes import Refused
from .development import CAPABLE, KINDS, NO, YES, Report
from .dialogue import MEETING, PROPOSAL, SECTORS, STEPS, Talk
from .photos import MOST_ACROSS, MOST_CAPTION, MOST_KEPT
from .register.checks import TIMES, WAYS, Check
from .register.entries import Entry
from .register.form import FIELDS, filled
from .register.indicators import INDICATORS, PARTS, Reading
from .register.public import MOST_ALT, PUBLIC, has_address, names_somebody
from .register.states import STARTED
from .sustainability import ANSWERED, ANSWERS, EFFECTIVE, ENDED, NOT_VERIFIED, PARTLY, QUESTIONS
from .text import line

SCHEMA = "led-region/1"
ENTRY, REPORT, TALK, PHOTO = "entry", "report", "talk", "photo"
WORKSHOP = "workshop"  # travels in a file of its own
MOST = {ENTRY: 5_000, REPORT: 2_000, TALK: 5_000, PHOTO: 5_000}  # of one region in one file
MOST_PICTURES = 16 * 1024 * 1024  # characters of photos in one file; what is beyond stays at home
_MOST_VALUES = 500  # of one measure
_MOST_VALUE = 10**14
_ID = re.compile(r"[0-9a-f]{32}", re.ASCII)
_NUMBER = re.compile(r"[^\W_]{1,8}-\d{4}-\d{2,6}")
_WORDED = ("line", "text", "table")  # answers that people word themselves

# What becomes of an item that came.
NEW, NEWER, SAME, OLDER, CLASH, TAKEN, FOREIGN = "new", "newer", "same", "older", "clash", "taken", "foreign"
UNSENT = "unsent"  # a photo whose picture did not fit into the file, or whose measure is not here
ASKED = (CLASH, TAKEN)  # which a person settles
OURS, THEIRS = "ours", "theirs"


@dataclass(frozen=True)
class Item:
    """One thing that travels whole: a measure with its values and checks, a photo, a report, a meeting or proposal."""

    kind: str
    id: str
    content: dict[str, Any]

    @cached_property
    def digest(self) -> str:
        """Tell two states of a thing apart.

        A measure's number is not of it, for it may have to change on the way; nor a photo's picture, for its own digest
        stands beside it.
        """
        told = {name: value for name, value in self.content.items() if name not in ("number", "jpeg")}
        return hashlib.sha256(canonical(told)).hexdigest()

    @property
    def title(self) -> str:
        return str(self.content.get("title") or self.content.get("alt") or self.content.get("day", ""))


@dataclass(frozen=True)
class Parcel:
    """What a region gives out at one time. ``made_at``: milliseconds, UTC; a later one holds what stands later."""

    region: str
    name: str
    language: str
    made_at: int
    items: tuple[Item, ...]

    @property
    def photos(self) -> list[dict[str, Any]]:
        """Give the photos whose pictures are in it."""
        return [item.content for item in self.items if item.kind == PHOTO and item.content["jpeg"]]


@dataclass(frozen=True)
class Here:
    """How an item stands at the place that it comes to."""

    region: str
    digest: str


@dataclass(frozen=True)
class Came:
    """How an item came last, or was settled; ``gone``: it was not among what was released any more."""

    digest: str
    made_at: int
    gone: bool = False


def fate(item: Item, made_at: int, region: str, here: Here | None, came: Came | None) -> str:
    """Say what becomes of an item in ``region``; the same file a second time changes nothing."""
    if here is None:
        if came is None:
            return NEW
        return SAME if came.digest == item.digest else OLDER if made_at < came.made_at else CLASH  # taken out here
    if here.region != region:
        return FOREIGN
    if came is not None and made_at < came.made_at:
        return OLDER if here.digest != item.digest else SAME
    if here.digest == item.digest:
        return NEWER if came is not None and came.gone else SAME  # released once more
    if came is not None and came.digest == item.digest:
        return CLASH if came.gone else SAME  # what differs was changed here, or settled
    return NEWER if came is not None and here.digest == came.digest else CLASH


def leaving(entry: Entry, readings: Iterable[Reading], checks: Mapping[str, Check]) -> Item:
    """Pack a released measure: what stands before everybody, without a word that names somebody."""
    form = {
        name: entry.form[name]
        for name in PUBLIC
        if name in entry.form and not (FIELDS[name].kind in _WORDED and names_somebody(entry, _words(entry.form[name])))
    }
    values = sorted(readings, key=lambda r: (r.day, r.at, r.id))
    return Item(
        ENTRY,
        entry.id,
        {
            "number": entry.number,
            "title": form.get("title", entry.number),
            "state": entry.state,
            "ended_on": entry.ended_on,
            "form": {**form, "title": form.get("title", entry.number)},
            "readings": [{"code": r.code, "day": r.day, "value": r.value, "parts": dict(r.parts)} for r in values],
            "checks": [
                {"time": c.time, "day": c.day, "way": c.way, "answers": _bare(c.answers), "verdict": c.verdict}
                for c in sorted(checks.values(), key=lambda c: c.time)
            ],
        },
    )


def photo_leaving(entry: Entry, photo: Mapping[str, Any], jpeg: str) -> Item | None:
    """Pack a public photo with its picture (base64, "" where it does not fit); None where its words name somebody."""
    if names_somebody(entry, f"{photo['caption']} {photo['alt']}"):
        return None
    told = {name: photo[name] for name in ("day", "caption", "alt", "width", "height", "digest")}
    return Item(PHOTO, photo["id"], {"entry": entry.id, **told, "jpeg": jpeg})


def report_leaving(report: Report) -> Item:
    told = {"day": report.day, "values": report.values, "capable": report.capable, "currency": report.currency}
    return Item(REPORT, report.day, told)


def talk_leaving(talk: Talk) -> Item:
    """Pack a meeting or proposal; a title that holds an address or a number to call stays at home."""
    told = {name: value for name, value in asdict(talk).items() if name not in ("id", "region", "by", "at")}
    words = {name: "–" if has_address(told[name]) else told[name] for name in ("title", "office")}
    return Item(TALK, talk.id, {**told, **words})


def written(parcel: Parcel) -> dict[str, Any]:
    """Lay a parcel out as a document."""
    return {
        "schema": SCHEMA,
        "made_at": parcel.made_at,
        "region": {"id": parcel.region, "name": parcel.name, "language": parcel.language},
        "items": [{"kind": item.kind, "id": item.id, "content": item.content} for item in parcel.items],
    }


def read(document: Any, today: str) -> Parcel:
    """Read a document that came from outside, through and through. Refuses what this program would not have written."""
    if not isinstance(document, dict) or not str(document.get("schema", "")).startswith("led-region/"):
        raise Refused("invalid", "parcel_other")
    if document["schema"] != SCHEMA:
        raise Refused("invalid", "parcel_version", schema=str(document["schema"])[:40])
    try:
        region = document["region"]
        _holds(isinstance(document["items"], list))
        parcel = Parcel(
            _id(region["id"]),
            line(_text(region["name"], 200), 80, least=1),
            language_of(region["language"]),
            moment_of(document["made_at"], today),
            tuple(_item(one, today) for one in document["items"]),
        )
        names = [(item.kind, item.id) for item in parcel.items]
        _holds(len(set(names)) == len(names))
        numbers = [item.content["number"] for item in parcel.items if item.kind == ENTRY]
        _holds(len(set(numbers)) == len(numbers))
        _holds(all(sum(kind == of for kind, _ in names) <= most for of, most in MOST.items()))
        _holds(all((ENTRY, item.content["entry"]) in names for item in parcel.items if item.kind == PHOTO))
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError, Refused) as error:
        raise Refused("invalid", "parcel_damaged") from error
    return parcel


def entry_of(item: Item, region: str, at: int) -> Entry:
    """Make the entry that a new measure becomes; released, for only such travel."""
    told = item.content
    return Entry(
        id=item.id,
        region=region,
        number=told["number"],
        title=told["title"],
        state=told["state"],
        form=told["form"],
        released=True,
        ended_on=told["ended_on"],
        version=1,
        created_at=at,
        changed_at=at,
    )


def renewed(entry: Entry, item: Item, again: bool = False) -> Entry:
    """Lay what came over an entry; answers that do not travel stay as they are here.

    Whether it is public here stays too, but where its region had taken it back and releases it ``again``.
    """
    told = item.content
    own = {name: value for name, value in entry.form.items() if name not in PUBLIC}
    return replace(
        entry,
        title=told["title"],
        state=told["state"],
        form={**own, **told["form"]},
        released=entry.released or again,
        ended_on=told["ended_on"],
    )


def readings_of(item: Item, by: str, made_at: int) -> list[dict[str, Any]]:
    """List a measure's values as they are kept, without ids; their proof lies at the office that sent them."""
    return [
        {**told, "proof": "", "by": by, "at": made_at + place} for place, told in enumerate(item.content["readings"])
    ]


def checks_of(item: Item, by: str, made_at: int) -> list[Check]:
    return [Check(entry=item.id, by=by, at=made_at, **told) for told in item.content["checks"]]


def report_of(item: Item, region: str, by: str, at: int) -> Report:
    return Report(region=region, by=by, at=at, **item.content)


def talk_of(item: Item, region: str, by: str, at: int) -> Talk:
    return Talk(id=item.id, region=region, by=by, at=at, **item.content)


def canonical(document: Any) -> bytes:
    """Write a document as the same bytes wherever it is written; no floats are in it."""
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return text.encode("utf-8", "surrogatepass")


def _item(told: Any, today: str) -> Item:
    kind, content = told["kind"], told["content"]
    _holds(set(told) == {"kind", "id", "content"} and isinstance(content, dict))
    if kind == ENTRY:
        return Item(ENTRY, _id(told["id"]), _entry(content, today))
    if kind == PHOTO:
        return Item(PHOTO, _id(told["id"]), _photo(content, today))
    if kind == TALK:
        return Item(TALK, _id(told["id"]), _talk(content, today))
    _holds(kind == REPORT and told["id"] == content["day"])
    return Item(REPORT, _day(content["day"], today), _report(content, today))


def _entry(told: dict[str, Any], today: str) -> dict[str, Any]:
    _holds(set(told) == {"number", "title", "state", "ended_on", "form", "readings", "checks"})
    _holds(bool(_NUMBER.fullmatch(_text(told["number"], 40))) and told["state"] in STARTED)
    _holds(isinstance(told["form"], dict) and set(told["form"]) <= set(PUBLIC))
    form = filled({}, told["form"])
    _holds(form == told["form"] and form["title"] == told["title"])
    _holds(len(told["readings"]) <= _MOST_VALUES and len({c["time"] for c in told["checks"]}) == len(told["checks"]))
    return {
        "number": told["number"],
        "title": told["title"],
        "state": told["state"],
        "ended_on": _day(told["ended_on"], today) if told["ended_on"] else "",
        "form": form,
        "readings": [_reading(one, today) for one in told["readings"]],
        "checks": [_check(one, today) for one in told["checks"]],
    }


def _reading(told: dict[str, Any], today: str) -> dict[str, Any]:
    _holds(set(told) == {"code", "day", "value", "parts"})
    indicator, value = INDICATORS[told["code"]], _whole(told["value"])
    _holds(not (indicator.whole and value % 100) and set(told["parts"]) <= set(PARTS if indicator.parts else ()))
    _holds(all(100 * _whole(part) <= value for part in told["parts"].values()))
    return {"code": told["code"], "day": _day(told["day"], today), "value": value, "parts": dict(told["parts"])}


def _check(told: dict[str, Any], today: str) -> dict[str, Any]:
    _holds(set(told) == {"time", "day", "way", "answers", "verdict"})
    _holds(told["time"] in TIMES and told["way"] in WAYS)
    _holds(told["verdict"] in (EFFECTIVE, PARTLY, ENDED, NOT_VERIFIED))
    for question, answer in told["answers"].items():
        _holds(question in QUESTIONS and isinstance(answer, str))
        _holds(answer in ANSWERS if question in ANSWERED else bool(re.fullmatch(r"\d{1,6}", answer, re.ASCII)))
    return {**told, "day": _day(told["day"], today), "answers": dict(told["answers"])}


def _report(told: dict[str, Any], today: str) -> dict[str, Any]:
    _holds(set(told) == {"day", "values", "capable", "currency"})
    _holds(set(told["values"]) <= set(KINDS) and set(told["capable"]) <= set(CAPABLE))
    _holds(set(told["capable"].values()) <= {YES, NO})
    _holds(bool(re.fullmatch(r"([A-Z]{3})?", told["currency"], re.ASCII)))
    values = {code: _whole(value) for code, value in told["values"].items()}
    return {**told, "day": _day(told["day"], today), "values": values, "capable": dict(told["capable"])}


def _photo(told: dict[str, Any], today: str) -> dict[str, Any]:
    _holds(set(told) == {"entry", "day", "caption", "alt", "width", "height", "digest", "jpeg"})
    words = {name: line(_text(told[name], 400), most) for name, most in (("caption", MOST_CAPTION), ("alt", MOST_ALT))}
    _holds(all(words[name] == told[name] for name in words) and bool(words["alt"]))
    _holds(0 < _whole(told["width"]) <= MOST_ACROSS and 0 < _whole(told["height"]) <= MOST_ACROSS)
    if sent := _text(told["jpeg"], 2 * MOST_KEPT):
        try:
            jpeg = base64.b64decode(sent, validate=True)
        except binascii.Error as error:
            raise ValueError from error
        _holds(len(jpeg) <= MOST_KEPT and hashlib.sha256(jpeg).hexdigest() == told["digest"])
    _holds(bool(re.fullmatch(r"[0-9a-f]{64}", told["digest"], re.ASCII)))
    return {**told, "entry": _id(told["entry"]), "day": _day(told["day"], today) if told["day"] else ""}


def _talk(told: dict[str, Any], today: str) -> dict[str, Any]:
    _holds(set(told) == {"kind", "title", "shared", "days", "sectors", "office"})
    _holds(told["kind"] in (MEETING, PROPOSAL) and set(told["sectors"]) <= set(SECTORS))
    steps = ("held",) if told["kind"] == MEETING else STEPS
    _holds(set(told["days"]) <= set(steps) and steps[0] in told["days"])
    words = {name: line(_text(told[name], 400), 160) for name in ("title", "shared", "office")}
    _holds(all(words[name] == told[name] for name in words) and bool(words["title"]))
    days = {step: _day(day, today) for step, day in told["days"].items()}
    return {**told, "days": days, "sectors": [str(sector) for sector in told["sectors"]]}


def language_of(value: Any) -> str:
    _holds(isinstance(value, str) and bool(re.fullmatch(r"[a-z]{2,3}", value, re.ASCII)))
    return str(value)


def moment_of(value: Any, today: str) -> int:
    """Read a time in milliseconds; one that is still to come would make all that follows older than itself."""
    day = date.fromisoformat(_tomorrow(today)).toordinal() - date(1970, 1, 1).toordinal() + 1
    _holds(_whole(value) < day * 86_400_000)
    return int(value)


def _words(answer: Any) -> str:
    """Give the words of an answer, of a table those of its cells."""
    if isinstance(answer, list):
        return " ".join(str(cell) for row in answer for cell in row.values() if isinstance(cell, str))
    return str(answer)


def _bare(answers: Mapping[str, str]) -> dict[str, str]:
    return {question: answers[question] for question in QUESTIONS if question in answers}


def _holds(true: bool) -> None:
    if not true:
        raise ValueError


def _id(value: Any) -> str:
    _holds(isinstance(value, str) and bool(_ID.fullmatch(value)))
    return str(value)


def _text(value: Any, most: int) -> str:
    _holds(isinstance(value, str) and len(value) <= most)
    return str(value)


def _whole(value: Any) -> int:
    _holds(type(value) is int and 0 <= value <= _MOST_VALUE)
    return int(value)


def _day(value: Any, today: str) -> str:
    _holds(isinstance(value, str) and date.fromisoformat(value).isoformat() == value and value <= _tomorrow(today))
    return str(value)


def _tomorrow(today: str) -> str:
    """Clocks of two offices may stand on two sides of midnight."""
    return date.fromordinal(date.fromisoformat(today).toordinal() + 1).isoformat()
