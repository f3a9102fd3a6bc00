"""The checksums that a file names are found in every format, and hostile files cost little."""

from __future__ import annotations

import io
import zipfile
import zlib
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.minutes.render import TYPES, written
from shared.minutes.seal import grouped
from shared.minutes.traces import MOST_NAMED, named_in

from .test_seal import sealed

HEX = "0123456789abcdef" * 4
SECONDS = 20  # of processor time, on a busy machine


@pytest.mark.parametrize("format", TYPES)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_format_of_sealed_minutes_names_its_checksum(format: str, language: str) -> None:
    _, seal, document = sealed(language)
    assert seal.checksum in named_in(written(document, format))


@pytest.mark.parametrize("format", TYPES)
def test_equal_minutes_make_equal_files(format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _, _, document = sealed()
    first = written(document, format)
    monkeypatch.setattr("time.localtime", lambda *_: (2031, 2, 3, 4, 5, 6, 0, 34, 0))
    assert written(document, format) == first


@pytest.mark.parametrize("between", [" ", "\n", "\u00a0", "</b> <i>", ""])
def test_it_is_found_however_it_is_written(between: str) -> None:
    assert named_in(f"<p>{grouped(HEX).replace(' ', between)}</p>".encode()) == [HEX]


@given(st.binary(max_size=300), st.binary(max_size=300), st.integers(0, 300_000))
def test_it_is_found_wherever_it_stands(before: bytes, after: bytes, at: int) -> None:
    assert HEX in named_in(b"<" * (at % 3) + b" " * at + before + b" " + HEX.encode() + b" " + after)


def test_what_is_longer_is_none_and_there_is_an_end_of_them() -> None:
    assert named_in(HEX.encode() + b"0") == []
    assert len(named_in(b" ".join(b"%064x" % n for n in range(100)))) == MOST_NAMED


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a", b"0" * 400_000_000)
    return made.getvalue()


HOSTILE = {
    "a bomb": bomb,
    "parts without end": lambda: b"stream\n" * 4_000_000,
    "parts that unfold to nothing": lambda: b"".join(
        [b"stream\n" + zlib.compress(b"")[:2], *[b"\0\0\0\xff\xff" * 400] * 4_000] * 2
    ),
    "overlapping heads": lambda: b"PK\x03\x04" * 6_000_000,
    "tags that nobody closes": lambda: b"<" * 20_000_000,
    "figures": lambda: b"0" * 20_000_000,
    "groups": lambda: b"01234567 " * 2_000_000,
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_files_cost_little(what: str) -> None:
    content = HOSTILE[what]()
    began = process_time()
    named_in(content)
    assert process_time() - began < SECONDS


@given(st.binary(max_size=2_000))
def test_nothing_breaks_it(content: bytes) -> None:
    assert named_in(b"PK\x03\x04" + content + b"stream\n" + content) is not None
