"""All checks, one after the other, each with its time: ``python3 wsgi.py test [pytest's words]``.

Goes on after a failure and tells at the end what failed. With words of one's own only pytest runs, with them.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from shared.bootstrap import _node_file
from tests.harness import chromium, postgres, readers

ROOT = Path(__file__).parents[1]
PYTHON = sys.executable


def main(words: list[str]) -> int:
    browser = chromium.find_or_install()
    if postgres.programs() is None:
        chromium.install("postgresql")
    readers.install_missing()
    environment = {**os.environ, **({"CHROMIUM": browser} if browser else {})}
    if words:
        return subprocess.run([PYTHON, "-m", "pytest", *words], cwd=ROOT, env=environment, check=False).returncode
    (ROOT / ".coverage").unlink(missing_ok=True)
    failed = []
    checks = _checks()
    for name, command in checks:
        print(f"\n== {name}", flush=True)
        start = time.monotonic()
        code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
        print(f"-- {name}: {'passed' if code == 0 else 'FAILED'} in {time.monotonic() - start:.1f} s", flush=True)
        if code != 0:
            failed.append(name)
    if failed:
        print(f"\nFailed: {', '.join(failed)}")
    print(f"\nchecks: {len(checks) - len(failed)} passed, {len(failed)} failed", flush=True)
    return 1 if failed else 0


def _checks() -> list[tuple[str, list[str]]]:
    node = str(_node_file())
    module = [PYTHON, "-m"]
    cover = ["--cov", "--cov-append", "--cov-report="]
    return [
        ("ruff: rules", [*module, "ruff", "check", "."]),
        ("ruff: format", [*module, "ruff", "format", "--check", "."]),
        ("mypy", [*module, "mypy"]),
        ("import rules", [str(Path(PYTHON).with_name("lint-imports"))]),
        ("biome", [node, "node_modules/@biomejs/biome/bin/biome", "ci", "."]),
        ("tsc", [node, "node_modules/typescript/bin/tsc", "--noEmit"]),
        ("front end", [node, "node_modules/vitest/vitest.mjs", "run"]),
        ("python", [*module, "pytest", "-q", "-n", "2", "-m", "not alone", "--ignore=tests/browser", *cover]),
        ("python, alone", [*module, "pytest", "-q", "-m", "alone", "--ignore=tests/browser", *cover]),
        ("browser", [*module, "pytest", "-q", "-n", "2", "--dist", "loadfile", "tests/browser", *cover]),
        ("coverage", [*module, "coverage", "report", "--skip-covered", "--sort=cover"]),
    ]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
