"""Cards from a list over the facilitator's page: look through, take in once, undo as one."""

from __future__ import annotations

import io
import re

import pytest

from shared.domain.records import Card
from tests.web.conftest import form_token
from tests.web.test_workshops import records


@pytest.fixture
def listed(facilitator):
    page = facilitator.makes_a_workshop("A day", "led-planning")
    return page, f"/facilitator/workshops/{page.split('/')[3]}/cards"


def test_a_file_is_looked_through_and_taken_in_once(app, facilitator, listed):
    page, url = listed
    raw = "Nr;Card\r\n1;Bad roads\r\n2;bad ROADS\r\n3;\r\n4;Power cuts; often\r\n".replace("cuts; often", "cuts")
    sent = {"form_token": form_token(facilitator.opens(url)), "act": "preview"}
    seen = facilitator.client.post(
        url, data={**sent, "file": (io.BytesIO(raw.encode("utf-8-sig")), "list.csv")}, **facilitator.how
    )
    assert (
        "Bad roads" in seen.text and "is there already" in seen.text and "3 lines read, 3 can be taken in" in seen.text
    )
    ticked = re.findall(r'name="take" value="(\d+)" checked', seen.text)
    batch = re.search(r'name="batch" value="([0-9a-f]{32})"', seen.text)[1]
    lines = re.search(r"<textarea[^>]*>(.*?)</textarea>", seen.text, re.S)[1]
    form = {**sent, "act": "take_in", "batch": batch, "lines": lines, "take": ticked}
    for _ in range(2):  # the button pressed twice
        assert facilitator.client.post(url, data=form, **facilitator.how).status_code == 303
    assert sorted(card.text for card in records(app, page, Card)) == ["Bad roads", "Power cuts"]


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(app, facilitator, listed):
    page, url = listed
    empty = facilitator.sends(url, {"act": "preview", "lines": "  \n"})
    assert empty.status_code == 400 and "There is no card in this list." in empty.text
    long = facilitator.sends(url, {"act": "preview", "lines": "ok\n" + "x" * 91})
    assert "left out" in long.text and "shorten to 90" in long.text and ">ok\n" in long.text
    assert facilitator.sends(url, {"act": "take_in", "batch": "0" * 32, "lines": "ok"}).status_code == 400
    assert records(app, page, Card) == []
