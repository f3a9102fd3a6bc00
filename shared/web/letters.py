"""The mail that brings somebody the result: a few words in their language, and the hand-out as PDF."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

from markupsafe import escape

from shared.domain.records import Workshop
from shared.store.mailing import Letter

from .language import day, direction, t


def letter_to(letter: Letter, workshop: Workshop, pdf: bytes, sender: str, address: str) -> EmailMessage:
    """Write the mail; ``address`` is that of the hand-out, "" where it is reached from this room only."""
    spoken, where = letter.language, ", ".join(filter(None, (workshop.place, day(letter.language, workshop.date))))
    told = [
        t(spoken, "mail.hello", title=workshop.title, where=where),
        *([t(spoken, "mail.link", address=address)] if address else []),
        t(spoken, "mail.once"),
    ]
    made = EmailMessage(policy=SMTP)
    made["Subject"] = _one_line(t(spoken, "mail.subject", title=workshop.title))
    made["From"], made["To"] = sender, letter.address
    made["Message-ID"] = f"<{letter.digest[:40]}.{workshop.code.lower()}@{sender.rpartition('@')[2]}>"
    made["Auto-Submitted"] = "auto-generated"
    made.set_content("\n\n".join(told) + "\n")
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in told)
    html = f'<!doctype html><html lang="{spoken}" dir="{direction(spoken)}"><body>{paragraphs}</body></html>'
    made.add_alternative(html, subtype="html")
    name = f"result-{workshop.date}-{workshop.code}.pdf"
    made.add_attachment(pdf, maintype="application", subtype="pdf", filename=name)
    return made


def _one_line(text: str) -> str:
    return " ".join(text.split())
