"""The command line: ``led-workshop COMMAND``, the same as ``python3 wsgi.py COMMAND``."""

from __future__ import annotations

import sys

if "serve" in sys.argv[1:2]:
    from gevent import monkey

    monkey.patch_all()  # before anything else is imported that could keep a thread, a lock or a socket for itself

import click

from shared.commands import COMMANDS
from shared.commands.options import Failed
from shared.config import SettingsError
from shared.domain.changes import Refused
from shared.store.schema import WrongSchema


class _Commands(click.Group):
    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except (SettingsError, WrongSchema) as problem:
            raise Failed(str(problem)) from problem
        except Refused as refused:
            from shared.web.language import t

            raise Failed(t("en", f"refused.{refused.key}", **refused.params)) from refused


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="led-workshop")
def main() -> None:
    """LED Workshop: live workshops for Local Economic Development."""


for command in COMMANDS:
    main.add_command(command)


if __name__ == "__main__":
    main(prog_name="led-workshop")
