"""The mails: one brings somebody the result with the hand-out as PDF, one asks whether a measure still works."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

from markupsafe import escape

from shared.domain.records import Workshop
from shared.domain.register.entries import Entry
from shared.store.mailing import Letter
from shared.store.reminders import Reminder

from .language import day, direction, t


def letter_to(letter: Letter, workshop: Workshop, pdf: bytes, sender: str, address: str) -> EmailMessage:
    """Write the mail; ``address`` is that of the hand-out, "" where it is reached from this room only."""
    spoken, where = letter.language, ", ".join(filter(None, (workshop.place, day(letter.language, workshop.date))))
    told = [
        t(spoken, "mail.hello", title=workshop.title, where=where),
        *([t(spoken, "mail.link", address=address)] if address else []),
        t(spoken, "mail.once"),
    ]
    made = _letter(spoken, t(spoken, "mail.subject", title=workshop.title), told, sender, letter.address)
    made["Message-ID"] = f"<{letter.digest[:40]}.{workshop.code.lower()}@{sender.rpartition('@')[2]}>"
    name = f"result-{workshop.date}-{workshop.code}.pdf"
    made.add_attachment(pdf, maintype="application", subtype="pdf", filename=name)
    return made


def reminder_to(letter: Reminder, entry: Entry, region: str, sender: str, link: str) -> EmailMessage:
    """Ask for one check of a measure, by the link that makes it."""
    spoken, time = letter.language, t(letter.language, f"evaluation.words.time.{letter.time}")
    told = [
        t(spoken, "reminders.mail_hello", title=entry.title, number=entry.number, region=region, time=time),
        t(spoken, "reminders.mail_link", link=link),
        t(spoken, "reminders.mail_once"),
    ]
    made = _letter(spoken, t(spoken, "reminders.mail_subject", title=entry.title), told, sender, letter.address)
    made["Message-ID"] = f"<{entry.id}.{letter.time.lower()}@{sender.rpartition('@')[2]}>"
    return made


def _letter(spoken: str, subject: str, told: list[str], sender: str, address: str) -> EmailMessage:
    made = EmailMessage(policy=SMTP)
    made["Subject"] = _one_line(subject)
    made["From"], made["To"] = sender, address
    made["Auto-Submitted"] = "auto-generated"
    made.set_content("\n\n".join(told) + "\n")
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in told)
    html = f'<!doctype html><html lang="{spoken}" dir="{direction(spoken)}"><body>{paragraphs}</body></html>'
    made.add_alternative(html, subtype="html")
    return made


def _one_line(text: str) -> str:
    return " ".join(text.split())
