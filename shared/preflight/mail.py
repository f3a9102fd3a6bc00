"""The mail server, where one is set: whether it is reached and lets this server in. No mail is sent."""

from __future__ import annotations

import smtplib

from shared.config import Smtp
from shared.web.mail_line import line_to

from .finding import Finding, State

_PATIENCE = 5.0  # seconds


def mail(smtp: Smtp) -> Finding:
    place = f"{smtp.host}, port {smtp.port}"
    try:
        with line_to(smtp, _PATIENCE) as line:
            line.noop()
    except smtplib.SMTPAuthenticationError:
        words = f"The mail server {place} takes neither this name nor this password: see LED_SMTP_URL."
        return Finding("mail", State.CARE, words)
    except (smtplib.SMTPException, OSError) as problem:
        why = getattr(problem, "strerror", None) or type(problem).__name__
        return Finding("mail", State.CARE, f"The mail server {place} is not reached as LED_SMTP_URL says: {why}.")
    return Finding("mail", State.GOOD, f"The mail server {place} is reached; mails come from {smtp.sender}.")
