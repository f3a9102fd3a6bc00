"""What the minutes tell about an activity: a function in a file beside this one that bears the name of its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from inspect import isfunction
from pkgutil import iter_modules

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.records import Activity

from ..sheet import Sheet
from ..tree import Part

Section = Callable[[Sheet, Activity], Part]


def _found() -> Iterator[tuple[str, Section]]:
    for file in iter_modules(__path__):
        module = import_module(f"{__name__}.{file.name}")
        for name, value in vars(module).items():
            if name in KINDS_OF_ACTIVITY and isfunction(value) and value.__module__ == module.__name__:
                yield name, value


SECTIONS: dict[str, Section] = dict(_found())
