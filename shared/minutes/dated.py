"""When a file of minutes says that it was written."""

from __future__ import annotations

from datetime import UTC, datetime

from .tree import Document


def written_at(document: Document) -> datetime:
    """Give the time in UTC: now; of a sealed version ever that of its seal, so that its files are equal."""
    at = document.seal.get("sealed_at")
    when = datetime.now(UTC) if at is None else datetime.fromtimestamp(at // 1000, UTC)
    return when.replace(tzinfo=None)
