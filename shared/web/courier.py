"""Sends what is queued, one letter after the other, beside everything else that the server does.

A letter is taken for sending before it is sent, and noted as sent after. If the server stops between the two nobody
knows whether it went: it then counts as failed, and a person decides. So nobody gets the same mail twice by itself.
"""

from __future__ import annotations

import logging
import random
import smtplib
import ssl
from collections.abc import Callable
from email.message import EmailMessage
from typing import Any

from shared.config import Smtp
from shared.domain.mailing import DAYS, wait_after
from shared.domain.records import Workshop
from shared.minutes.as_pdf import pdf
from shared.store import mailing, people, register, reminders, results, workshops
from shared.store.mailing import Letter
from shared.store.reminders import Reminder
from shared.store.store import Store

from .aside import aside
from .letters import letter_to, reminder_to
from .mail_line import line_to
from .recording import handout_of

logger = logging.getLogger(__name__)
PAUSE = 5.0  # seconds between looks for something to send
_DAY = 24 * 3600 * 1000


class Lasting(Exception):
    """Another try would come to the same; the message is a reason of ``mail.reason``."""


class Courier:
    def __init__(self, store: Store, smtp: Smtp, public_url: str | None, now: Callable[[], int]) -> None:
        self.store, self.smtp, self.public_url, self.now = store, smtp, public_url, now

    def runs(self, pause: Callable[[float], Any]) -> None:
        """Look for letters for as long as the server runs."""
        while True:
            try:
                while self.step():
                    pass
            except Exception:  # a database that is away comes back
                logger.exception("mail could not be looked through")
            pause(PAUSE)

    def step(self) -> bool:
        """Send one letter that is due; say whether there was one."""
        now = self.now()
        self.store.write(lambda c: (mailing.unsure(c, now), mailing.forget_before(c, now - DAYS * _DAY)))
        self.store.write(lambda c: reminders.unsure(c, now))
        return self._next(mailing, self._result, now) or self._next(reminders, self._reminder, now)

    def _next(self, queue: Any, send: Callable[[Any], None], now: int) -> bool:
        """Send the next letter of one of the queues, ``mailing`` or ``reminders``; say whether there was one."""
        letter: Letter | Reminder | None = self.store.write(lambda c: queue.claim(c, now))
        if letter is None:
            return False
        try:
            send(letter)
        except Lasting as lasting:
            reason = str(lasting)
            self.store.write(lambda c: queue.give_up(c, letter, reason))
        except (smtplib.SMTPException, OSError) as error:
            self._again_later(queue, letter, error)
        else:
            self.store.write(lambda c: queue.done(c, letter))
        return True

    def _again_later(self, queue: Any, letter: Letter | Reminder, error: Exception) -> None:
        logger.warning("mail was not sent: %s", type(error).__name__)
        wait = wait_after(letter.tries)
        if wait is None:
            self.store.write(lambda c: queue.give_up(c, letter, "unreachable"))
        else:
            due = self.now() + round(wait * 1000 * random.uniform(0.8, 1.2))  # not all at once
            self.store.write(lambda c: queue.put_off(c, letter, due))

    def _result(self, letter: Letter) -> None:
        with self.store.read() as connection:
            workshop = workshops.by_id(connection, letter.workshop)
        if workshop is None or not workshop.handout:
            raise Lasting("taken_back")
        document = handout_of(self.store, workshop, site=self.public_url or "")
        self._post(letter_to(letter, workshop, aside(lambda: pdf(document)), self.smtp.sender, self._address(workshop)))

    def _reminder(self, letter: Reminder) -> None:
        """Ask for a check by a new link, which only this mail holds."""
        with self.store.read() as connection:
            entry = register.one(connection, letter.entry)
            made = results.checks_of(connection, letter.entry)
            region = next((r.name for r in people.regions(connection) if entry and r.id == entry.region), "")
        if entry is None or letter.time in made:
            raise Lasting("check_made")
        token: str = self.store.write(lambda c: results.open_check(c, letter.entry, letter.time))
        self._post(reminder_to(letter, entry, region, self.smtp.sender, f"{self.public_url}/check/{token}"))

    def _post(self, made: EmailMessage) -> None:
        try:
            with line_to(self.smtp) as line:
                line.send_message(made)
        except (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused, smtplib.SMTPDataError) as refused:
            if _codes(refused) and all(500 <= code < 600 for code in _codes(refused)):
                raise Lasting("refused") from refused
            raise
        except smtplib.SMTPAuthenticationError as refused:
            raise Lasting("login") from refused
        except (smtplib.SMTPNotSupportedError, ssl.SSLError) as unfit:
            raise Lasting("unfit") from unfit

    def _address(self, workshop: Workshop) -> str:
        """Give the address of the hand-out, where the outside reaches this server."""
        return f"{self.public_url}/handout/{workshop.code}/{workshop.handout}" if self.public_url else ""


def _codes(refused: Exception) -> list[int]:
    if isinstance(refused, smtplib.SMTPRecipientsRefused):
        return [code for code, _ in refused.recipients.values()]
    return [refused.smtp_code] if isinstance(refused, smtplib.SMTPResponseException) else []
