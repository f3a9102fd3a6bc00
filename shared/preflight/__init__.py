"""The look around before a workshop: what of this machine would be in the way, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator

from shared.config import Settings

from . import machine, mail, network, store
from .finding import Finding, State


def look_around(settings: Settings) -> Iterator[Finding]:
    """Look at one thing after the other; each finding stands as soon as it is known."""
    yield machine.front_end()
    yield machine.disk(settings.data)
    yield from store.database(settings.database_url)
    yield machine.clock(store.last_change(settings.database_url))
    running = network.running(settings)
    yield network.port(settings, running)
    yield network.address(settings, running)
    yield network.firewall(settings.port)
    yield network.isolation()
    yield machine.capacity()
    yield machine.sleep()
    if settings.smtp is not None:
        yield mail.mail(settings.smtp)


__all__ = ["Finding", "State", "look_around"]
