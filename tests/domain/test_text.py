from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.changes import Refused
from shared.domain.shape import command_of
from shared.domain.text import block, length, line

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("a\x00b\x07c", "abc"),
        ("a\ud800b", "ab"),
        ("e\u0301", "\u00e9"),
        ("a\ufffeb", "ab"),
        ("one\r\ntwo\u2028three", "one\ntwo\nthree"),
        ("\u202eabc", "\u202eabc\u202c"),
        ("abc\u2069", "abc"),
        ("Z" + "\u0335" * 50, "Z" + "\u0335" * 4),
        ("=1+1", "=1+1"),
        ("<b>&amp;", "<b>&amp;"),
        ("Төмс, луувангаа", "Төмс, луувангаа"),
        (FAMILY, FAMILY),
    ],
)
def test_what_cannot_be_shown_goes_and_all_else_stays(raw, kept):
    assert block(raw, 90) == kept


def test_a_name_cannot_turn_the_line_that_it_stands_in():
    assert line("\u202eAnn\u2066 \n Lee", 60) == "Ann Lee"


@pytest.mark.parametrize(
    ("text", "n"), [("abc", 3), (FAMILY, 1), ("\u0939\u093f\u0928\u094d\u0926\u0940", 5), ("👍🏽", 1)]
)
def test_length_is_what_a_reader_counts(text, n):
    assert length(text) == n


@given(st.text(st.characters(), max_size=200))
def test_kept_text_can_be_stored_anywhere_and_is_its_own_kept_form(raw):
    try:
        kept = block(raw, 500)
    except Refused:
        return
    kept.encode("utf-8")
    assert "\x00" not in kept and unicodedata.normalize("NFC", kept) == kept
    assert block(kept, 500) == kept


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=5),
        lambda x: st.lists(x) | st.dictionaries(st.text(max_size=5), x),
    )
)
def test_no_message_is_anything_but_a_command_or_a_refusal(args):
    from shared.domain.rules import RULES

    for rule in RULES.values():
        try:
            assert isinstance(command_of(rule.command, args), rule.command)
        except Refused as refusal:
            if refusal.code != "invalid":
                raise
