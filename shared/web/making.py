"""Making a workshop from a template: for the pages, the command line and the demo alike."""

from __future__ import annotations

from typing import Any

from shared.desk import Desk
from shared.domain.agenda import plan
from shared.domain.records import Workshop
from shared.store import workshops
from shared.store.keys import new_id

from .language import words


def make_workshop(desk: Desk, *, template: str, title: str, region: str, language: str, date: str) -> Workshop:
    """Plan a workshop in a region (its id) and store it; refused where template, title or date will not do."""
    with desk.store.read() as connection:
        code = workshops.fresh_code(connection)
    records: list[Any] = plan(
        template,
        id=new_id(),
        code=code,
        title=title,
        region=region,
        language=language,
        date=date,
        words=lambda key: words(language, f"templates.{key}"),
        new_id=new_id,
    )
    return desk.create(records)
