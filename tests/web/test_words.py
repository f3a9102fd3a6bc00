"""Words that a phone fetches after its first page."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from shared.web import language, words

REGISTRY = Path("participant/front/kinds/index.ts")


@pytest.mark.parametrize("spoken", language.languages())
def test_page_and_parcel_bring_all_words_of_a_phone_and_none_twice(visitor, spoken):
    answer = visitor.opens(words.address("phone", spoken))
    first = words.first("phone", spoken)
    assert not first.keys() & answer.json.keys()
    wanted = {key for key in language.catalogue(spoken) if re.match(r"(common|phone|[^.]+\.(phone|words))\.", key)}
    assert first.keys() | answer.json.keys() == wanted
    assert "immutable" in answer.headers["Cache-Control"]


def test_the_parcel_travels_packed(visitor):
    answer = visitor.opens(words.address("phone", "en"), headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.data).startswith(b"{")


def test_an_older_pages_address_gives_todays_words_and_is_not_kept(visitor):
    address = words.address("phone", "en")
    answer = visitor.opens(address.replace(address[-17:-5], "0" * 12))
    assert answer.json == visitor.opens(address).json
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "address", ["/static/words/phone/xx-0.json", "/static/words/console/en-0.json", "/static/words/phone/join"]
)
def test_what_there_is_not_is_not_found(visitor, address):
    assert visitor.opens(address).status_code == 404


def test_every_kind_of_the_first_page_has_its_words_in_it():
    kinds = re.findall(r"^  (\w+): \w+,$", REGISTRY.read_text("utf-8"), re.MULTILINE)
    assert len(kinds) >= 4
    assert all(f"{kind}.phone." in words.FIRST_WORDS["phone"] for kind in kinds)
