"""Keeping an agenda for the next workshop: as an own template, and as a file that another house can read."""

from __future__ import annotations

import json
from typing import Any

from shared.domain.changes import Refused
from shared.domain.outline import Outline, from_data, outline_of, to_data
from shared.domain.records import Activity, Workshop
from shared.domain.text import block, line
from shared.store import templates
from shared.store.people import Person
from shared.store.store import Store
from shared.store.templates import SHARED, Template

from .language import languages

FORMAT = "led-workshop/template/1"


def keep_agenda(store: Store, workshop: Workshop, owner: Person, now: int, **told: str) -> str:
    """Keep a workshop's agenda as a template of a person's; ``told``: name, description, shared."""
    _, records = store.records(workshop.id)
    outline = outline_of(workshop, [record for record in records if isinstance(record, Activity)])
    return _keep(store, owner, workshop.region, workshop.language, outline, now, **told)


def checked(name: str, description: str, shared: str) -> dict[str, str]:
    """Make what is told of a template safe to keep, or refuse it."""
    if shared not in SHARED:
        raise Refused("invalid", "argument_wrong", name="shared")
    return {"name": line(name, 120, least=1), "description": block(description, 500), "shared": shared}


def as_file(template: Template) -> str:
    """Write a template as a file: without owner and region, which mean nothing elsewhere."""
    told = {name: getattr(template, name) for name in ("name", "description", "language")}
    document = {"format": FORMAT, **told, "outline": template.outline}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def from_file(store: Store, text: str | bytes, owner: Person, region: str, now: int) -> str:
    """Keep the template of a file as a private one of a person's, or refuse what is none."""
    try:
        document = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise Refused("invalid", "no_outline") from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise Refused("invalid", "no_outline")
    told = {name: document.get(name, "") for name in ("name", "description", "language")}
    if not all(isinstance(value, str) for value in told.values()):
        raise Refused("invalid", "no_outline")
    language = told.pop("language")
    spoken = language if language in languages() else owner.language
    return _keep(store, owner, region, spoken, from_data(document.get("outline")), now, shared="no", **told)


def _keep(store: Store, owner: Person, region: str, language: str, outline: Outline, now: int, **told: str) -> str:
    values: dict[str, Any] = {
        **checked(**told),
        "owner": owner.id,
        "region": region,
        "language": language,
        "changed_at": now,
        "outline": to_data(outline),
    }
    id: str = store.write(lambda connection: templates.add(connection, **values))
    return id


def _no_number(name: str) -> None:
    raise ValueError(name)
