"""A seal holds for all that a version says, and for nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.minutes.kept import pack
from shared.minutes.render import TYPES, written
from shared.minutes.seal import Seal, checksum, checksum_of_file, grouped, typed, with_seal
from shared.web.language import Speech
from shared.web.qr import svg
from tests.harness.readers import converted, poppler

from .records import Desk

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)


def sealed(language: str = "en") -> Any:
    desk = Desk(language=language)
    desk.note("decision", "Ask the bank")
    document = desk.minutes()
    made = checksum(document.data, pack(document))
    seal = Seal(3, made, "Tuya <b>Bat</b>", 1, "today", "http://led.example/minutes/verify")
    return document, seal, with_seal(document, seal, [], Speech(language).say, svg)


@given(JSON, JSON)
def test_the_checksum_is_the_same_after_any_way_through_json(data: Any, tree: Any) -> None:
    again = json.loads(json.dumps({"tree": tree, "data": data}, sort_keys=True, indent=1))
    assert checksum(data, tree) == checksum(again["data"], again["tree"])


@given(JSON, JSON)
def test_other_words_have_another_checksum(one: Any, other: Any) -> None:
    same = json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
    composed = checksum(one, []) == checksum(other, [])
    assert composed or not same


def test_letters_written_in_two_ways_are_the_same_letters() -> None:
    assert checksum({"a": "\u00e9"}, None) == checksum({"a": "e\u0301"}, None)


def test_a_sealed_file_with_data_proves_itself_and_no_changed_one_does() -> None:
    _, seal, document = sealed()
    file = written(document, "json")
    assert checksum_of_file(file) == seal.checksum
    for was, becomes in ((b"Ask the bank", b"Ask the fund"), (seal.checksum[:8].encode(), b"00000000")):
        assert was in file
        assert checksum_of_file(file.replace(was, becomes)) is None
    assert checksum_of_file(file.replace(b"Tuya", b"Tumu")) == seal.checksum  # who sealed is asked of the server


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[]", b"\xff", b'{"seal": 1}', b'{"seal": {}}', b"[" * 100_000, b'{"seal": {"checksum": 3}}'],
)
def test_what_is_no_sealed_file_is_none(content: bytes) -> None:
    assert checksum_of_file(content) is None


def test_a_checksum_is_read_as_people_write_it() -> None:
    _, seal, _ = sealed()
    assert typed(grouped(seal.checksum)) == typed(seal.checksum.upper()) == seal.checksum
    assert typed(seal.checksum[:-1]) is None
    assert typed("") is None


def test_every_format_bears_the_seal_and_only_at_its_end(tmp_path: Any) -> None:
    plain, seal, document = sealed()
    assert document.blocks[: len(plain.blocks)] == plain.blocks
    files = {format: tmp_path / f"sealed-{format}.{format}" for format in TYPES}
    for format, file in files.items():
        file.write_bytes(written(document, format))
    first = seal.checksum[:8]
    for format in ("md", "html", "json"):
        assert first in files[format].read_text(encoding="utf-8")
    assert first in poppler("pdftotext", files["pdf"])
    assert "Figure" in poppler("pdfinfo", files["pdf"], "-struct")
    assert 'role="img"' in files["html"].read_text(encoding="utf-8")
    for text in converted([files["docx"], files["odt"]], "txt:Text (encoded):UTF8", tmp_path):
        assert first in text.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("language", ["mn", "ar"])
def test_the_seal_speaks_the_language_of_the_minutes(language: str) -> None:
    _, _, document = sealed(language)
    assert Speech(language).say("minutes.seal") in written(document, "md").decode()
    assert written(document, "pdf").startswith(b"%PDF")
