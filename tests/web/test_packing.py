"""How heavy the phone's page is, and what travels packed."""

from __future__ import annotations

import gzip

import pytest

from tests.web.conftest import code_of

PACKED = {"Accept-Encoding": "gzip"}
MOST_PAGE = 12_000  # bytes of the 60 KB that a phone's first load may weigh; script and styles take most of the rest


@pytest.mark.parametrize("language", ["en", "mn", "ar", "ru"])
def test_the_phones_page_travels_packed_and_stays_light(app, visitor, workshop, language):
    code = code_of(app, workshop)
    visitor.sends(f"/join/{code}", {"sector": "private", "language": language})
    plain = visitor.opens(f"/w/{code}")
    packed = visitor.opens(f"/w/{code}", headers=PACKED)
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert int(packed.headers["Content-Length"]) == len(packed.data) < MOST_PAGE
    assert b'id="boot"' in gzip.decompress(packed.data)


def test_pages_with_forms_do_not_travel_packed(app, visitor, workshop):
    page = visitor.opens(f"/join/{code_of(app, workshop)}", headers=PACKED)
    assert "Content-Encoding" not in page.headers
