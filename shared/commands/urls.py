"""The addresses of a workshop, as scripts get them."""

from __future__ import annotations

from shared.config import Settings
from shared.domain.records import Workshop
from shared.store import workshops
from shared.store.store import Store
from shared.web.addresses import base_url


def urls_of(settings: Settings, store: Store, workshop: Workshop) -> dict[str, str | None]:
    """Say where phones, wall and console of a workshop are, once the server runs."""
    base = base_url(settings.public_url, settings.port)
    here = settings.public_url or f"http://127.0.0.1:{settings.port}"
    with store.read() as connection:
        key = workshops.door_of(connection, workshop.id, "projector")
    return {
        "id": workshop.id,
        "code": workshop.code,
        "join_url": f"{base}/join/{workshop.code}",
        "projector_url": f"{base}/projector/{key}" if key else None,
        "console_url": f"{here}/facilitator/workshops/{workshop.id}/console",
    }
