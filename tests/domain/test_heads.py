"""Lists of people: read in any language's words, each once, never by a guess."""

from __future__ import annotations

import pytest

from shared.domain.changes import Refused
from shared.domain.register.heads import FEMALE, MALE, day_of, heads, known
from shared.web import language as speech

SEXES = known({FEMALE: ["f", "ж", "أنثى"], MALE: ["m", "М"]})
DAY = "2026-06-01"


def test_a_person_is_the_same_however_a_list_spells_them():
    text = "D. Oyun; 1988; f\nOYUN  d,1988,F\nOyun D\t1988\tж\nOyun D؛ ١٩٨٨؛ أنثى\nBat; 2000; m"
    told = heads(text, SEXES, DAY)
    assert (len(told.heads), told.lines) == (2, 5)
    assert told.parts(DAY) == {"women": 1, "youth": 1}


def test_namesakes_of_another_year_or_sex_are_others():
    assert len(heads("Oyun; 1988; f\nOyun; 1989; f\nOyun; 1988; m", SEXES, DAY).heads) == 3


def test_a_line_of_titles_and_blank_lines_are_passed_over():
    told = heads("Name; Born; Sex\n\nOyun; 1988; f\n\n", SEXES, DAY)
    assert (len(told.heads), told.lines) == (1, 1)


@pytest.mark.parametrize(
    ("text", "key", "n"),
    [
        ("", "heads_empty", None),
        ("Name; Born; Sex", "heads_empty", None),
        ("Oyun; 1988", "heads_line", 1),
        ("Oyun; 1988; f; more", "heads_line", 1),
        ("12; 1988; f", "heads_line", 1),
        ("Oyun; 1988; f\nBat; 88; m", "heads_born", 2),
        ("Bat; 2027; m", "heads_born", 1),
        ("Bat; 1900; m", "heads_born", 1),
        ("Bat; 1988; x", "heads_sex", 1),
        ("Bat; 1988; m\n" * 501, "heads_many", None),
    ],
)
def test_what_cannot_be_read_is_told_by_its_line(text: str, key: str, n: int | None):
    with pytest.raises(Refused, match=key) as refused:
        heads(text, SEXES, DAY)
    assert refused.value.params.get("n") == n


def test_young_is_below_30_in_the_year_of_the_list():
    (born,) = heads("Bat; 1997; m", SEXES, DAY).heads
    assert born.young("2026-12-31") and not born.young("2027-01-01")


def test_a_list_is_of_a_day_that_was():
    assert day_of("2026-06-01", DAY) == "2026-06-01"
    for day, key in (("2026-06-02", "reading_future"), ("soon", "form_date")):
        with pytest.raises(Refused, match=key):
            day_of(day, DAY)


def test_no_word_says_both_sexes_in_two_languages():
    def said(sex: str) -> set[str]:
        told = [speech.words(spoken, f"programme.heads_{sex}").split(",") for spoken in speech.languages()]
        return {word.strip().casefold() for words in told for word in words}

    assert said(FEMALE) and said(MALE) and not said(FEMALE) & said(MALE)
