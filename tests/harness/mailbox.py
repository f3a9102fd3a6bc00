"""A mail server on this machine that takes, refuses, puts off and breaks off as a test tells it to."""

from __future__ import annotations

import socket
from collections import defaultdict
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any, cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class Mailbox:
    """``answers``: what the next tries for an address are answered, by address; then all is taken."""

    def __init__(self, sized: int = 33_554_432) -> None:
        self.mails: list[EmailMessage] = []
        self.tries: dict[str, int] = defaultdict(int)
        self.answers: dict[str, list[str]] = defaultdict(list)
        self.breaks_off = False
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port, data_size_limit=sized)

    def __enter__(self) -> Mailbox:
        self._controller.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._controller.stop()

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}?from=led@chamber.example&tls=none"

    def to(self, address: str) -> list[EmailMessage]:
        return [mail for mail in self.mails if mail["To"] == address]

    async def handle_RCPT(self, server: SMTP, _: Session, envelope: Envelope, address: str, options: Any) -> str:
        self.tries[address] += 1
        if self.answers[address]:
            return self.answers[address].pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _: Session, envelope: Envelope) -> str:
        if self.breaks_off:
            assert server.transport is not None
            server.transport.close()
            return "421 gone"
        content = envelope.content
        assert isinstance(content, bytes)
        self.mails.append(cast(EmailMessage, message_from_bytes(content, policy=default)))
        return "250 OK"
