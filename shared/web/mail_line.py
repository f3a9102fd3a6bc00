"""The line to the mail server that the settings name."""

from __future__ import annotations

import smtplib
import ssl

from shared.config import Smtp

_PATIENCE = 30  # seconds for each answer of the mail server


def line_to(smtp: Smtp, patience: float = _PATIENCE) -> smtplib.SMTP:
    """Connect as the settings say: never in the clear, unless they say so."""
    if smtp.tls == "always":
        line: smtplib.SMTP = smtplib.SMTP_SSL(
            smtp.host, smtp.port, timeout=patience, context=ssl.create_default_context()
        )
    else:
        line = smtplib.SMTP(smtp.host, smtp.port, timeout=patience)
    try:
        if smtp.tls == "start":
            line.starttls(context=ssl.create_default_context())
        if smtp.user:
            line.login(smtp.user, smtp.password)
    except BaseException:
        line.close()
        raise
    return line
