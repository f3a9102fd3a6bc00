"""``python3 wsgi.py bench [NAME ...] [--json FILE]``: figures against baselines of the same run."""

from __future__ import annotations

import argparse
import json
import os
import platform
from dataclasses import asdict
from datetime import date
from pathlib import Path

from .measures import MEASURES


def main() -> int:
    parser = argparse.ArgumentParser(prog="wsgi.py bench", description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"what to measure: {', '.join(MEASURES)}; all by default"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    words = parser.parse_args()
    if unknown := set(words.names) - set(MEASURES):
        parser.error(f"there is no measure {', '.join(sorted(unknown))}; there are: {', '.join(MEASURES)}")
    print(
        f"{date.today()}, {os.cpu_count()} cores, Python {platform.python_version()}; ours min / median / max",
        flush=True,
    )
    figures = []
    for name in words.names or MEASURES:
        for figure in MEASURES[name]():
            figures.append(figure)
            print(figure.line(), flush=True)
    if words.json:
        words.json.write_text(json.dumps([asdict(figure) for figure in figures], indent=2, default=str))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
