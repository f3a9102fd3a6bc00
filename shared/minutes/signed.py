"""Who has signed a version of minutes, put to its end; and how far it has come, put into its head. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from .tree import Block, Document, Heading, Table


@dataclass(frozen=True)
class Signer:
    """Who shall sign. ``signed_at`` is in ms since 1970; ``when`` says it in words, "" where it was not signed."""

    role: str
    name: str
    signed_at: int | None
    paper_day: str
    when: str


class Signing(Protocol):
    """What is told of somebody who shall sign."""

    @property
    def role(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def signed_at(self) -> int | None: ...
    @property
    def paper_day(self) -> str: ...


def told(signers: Sequence[Signing]) -> list[dict[str, Any]]:
    """Give for machines who shall sign and has: what a seal closes beside the version itself."""
    names = ("role", "name", "signed_at", "paper_day")
    return [{name: getattr(signer, name) for name in names} for signer in signers]


def sign_off(signers: Sequence[Signer], say: Callable[..., str]) -> tuple[Block, ...]:
    """Write who has signed; nothing where nobody shall."""
    if not signers:
        return ()
    columns = [say(f"minutes.sign_{key}") for key in ("role", "name", "when")]
    rows = [(one.role, one.name, one.when or say("minutes.not_signed")) for one in signers]
    return Heading(2, say("minutes.sign_off"), "sign-off"), Table(say("minutes.sign_off"), columns, rows)


def with_state(document: Document, state: str, say: Callable[..., str]) -> Document:
    """Tell in the table at the head how far the version has come by now; its line there is of when it was saved."""
    label, words = say("minutes.status"), say(f"minutes.state_{state}")

    def renewed(block: Block) -> Block:
        if not isinstance(block, Table) or block.columns:
            return block
        return replace(block, rows=[[label, words] if row[0] == label else row for row in block.rows])

    return replace(document, blocks=(*map(renewed, document.blocks[:2]), *document.blocks[2:]))
