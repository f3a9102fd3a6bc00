"""The commands, a file each."""

from __future__ import annotations

import click

from .demo import demo
from .doctor import doctor
from .migrate import migrate
from .minutes import minutes
from .publish import publish
from .region import region
from .serve import serve
from .template import template
from .user import user
from .verify import verify
from .workshop import workshop

COMMANDS: tuple[click.Command, ...] = (
    *(serve, user, workshop, region, template, minutes, verify, publish, demo, doctor, migrate),
)
