"""What the minutes tell about an activity: a function in a file beside this one that bears the name of its kind.

Where the papers of a kind hold more than names and figures, ``<kind>_paper`` beside it says one in words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from inspect import isfunction
from pkgutil import iter_modules
from typing import Any

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.records import Activity

from ..sheet import Sheet
from ..tree import Part

Section = Callable[[Sheet, Activity], Part]
PaperWords = Callable[[Sheet, Activity, Any], str]


def _found(ending: str = "") -> Iterator[tuple[str, Callable[..., Any]]]:
    for file in iter_modules(__path__):
        module = import_module(f"{__name__}.{file.name}")
        for kind in KINDS_OF_ACTIVITY:
            value = vars(module).get(kind + ending)
            if isfunction(value) and value.__module__ == module.__name__:
                yield kind, value


SECTIONS: dict[str, Section] = dict(_found())
PAPERS: dict[str, PaperWords] = dict(_found("_paper"))
