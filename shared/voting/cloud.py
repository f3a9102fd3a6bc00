"""Count words: how many people wrote each, whatever their capitals, spaces and Unicode form. Exact.

Each word is shown as most people wrote it. Sizes go in five steps from the word of the fewest to that of the most
people. Words of equally many people stand in the order of their code points.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

SIZES = 5
MIDDLE = 3  # the size of all words where each has as many people as any other


def count(ballots: Iterable[Sequence[str]], folded: Callable[[str], str]) -> dict[str, Any]:
    """Count ballots, each some words of one person; ``folded`` gives what makes two words the same."""
    papers = [{folded(word): word for word in sorted(paper, key=_quiet, reverse=True)} for paper in ballots]
    people = Counter(key for paper in papers for key in paper)
    spelt: dict[str, Counter[str]] = defaultdict(Counter)
    for paper in papers:
        for key, word in paper.items():
            spelt[key][word] += 1
    least, most = min(people.values(), default=0), max(people.values(), default=0)
    words = [
        {"text": _shown(spelt[key]), "n": n, "size": 1 + (SIZES - 1) * (n - least) // (most - least)}
        if most > least
        else {"text": _shown(spelt[key]), "n": n, "size": MIDDLE}
        for key, n in sorted(people.items(), key=lambda item: (-item[1], item[0]))
    ]
    return {
        "rule": "wordcloud",
        "cast": len(papers),
        "blank": sum(not paper for paper in papers),
        "n": sum(bool(paper) for paper in papers),
        "words": words,
    }


def _shown(spellings: Counter[str]) -> str:
    return min(spellings, key=lambda word: (-spellings[word], _quiet(word)))


def _quiet(word: str) -> tuple[int, str]:
    """Order spellings of a word: the fewest capitals first, then by code points."""
    return sum(c != c.lower() for c in word), word
