"""One's own words on the Minutes page: kept as typed, previewed, and never laid over somebody else's."""

from __future__ import annotations

from typing import Any

import pytest

from shared.domain.notes import fingerprint
from shared.domain.records import Note
from shared.store import people
from shared.store.keys import new_id
from tests.web.conftest import Visitor, house_of
from tests.web.test_signing import add_person, signs_in

BLANK = {"note": "a1", "type": "note", "text": "Mine", "activity": "", "base": ""}


@pytest.fixture
def types(facilitator, workshop):
    """Send what was typed, as the page's script does."""

    def send(writer: Any = facilitator, address: str = workshop + "minutes/words/typed", **more: Any):
        body = {**BLANK, "id": new_id(), **more}
        return writer.client.post(address, json=body, headers={"Accept": "application/json"}, **writer.how)

    return send


def notes(app, workshop) -> list[Note]:
    _, records = house_of(app).store.records(workshop.split("/")[3])
    return [record for record in records if isinstance(record, Note)]


def test_words_are_kept_as_typed_each_on_what_was_there_before(app, workshop, types):
    first = types().json
    assert first["ok"]
    assert len(first["at"]) == 5
    second = types(text="Mine, longer", base=first["base"]).json
    (note,) = notes(app, workshop)
    assert note.text == "Mine, longer"
    assert second["base"] == fingerprint(note)


def test_a_second_writer_changes_nothing_and_sees_both(app, workshop, types):
    base = types(text="Plant trees in May").json["base"]
    types(text="Plant oaks in May", base=base)
    late = types(text="Plant <b>trees</b> in June", base=base)
    assert late.status_code == 409
    assert late.json["theirs"]["text"] == "Plant oaks in May"
    assert "&lt;b" in late.json["html"].replace("</span>", "")
    assert "<b>trees" not in late.json["html"]
    assert [note.text for note in notes(app, workshop)] == ["Plant oaks in May"]
    settled = types(text="Plant trees in June", base=late.json["theirs"]["base"])
    assert settled.json["ok"]


def test_other_fields_than_the_words_are_not_laid_over_either(types):
    base = types(type="task", who="Aya").json["base"]
    types(type="task", who="Bold", base=base)
    assert types(type="task", who="Sara", base=base).status_code == 409


def test_what_was_sent_again_after_a_lost_answer_is_no_conflict(app, workshop, types):
    id = new_id()
    assert types(id=id).json == types(id=id).json
    assert types().json["ok"]
    assert len(notes(app, workshop)) == 1


def test_words_that_somebody_took_out_are_told_as_gone(app, workshop, types, facilitator):
    base = types().json["base"]
    page = workshop + "minutes"
    facilitator.sends(page + "/words", {"note": "a1", "act": "remove", "base": base}, page=page)
    late = types(text="Mine still", base=base)
    assert late.status_code == 409
    assert "taken these words out" in late.json["html"]
    assert types(text="Mine still", base="").json["ok"]


def test_without_a_script_the_form_gives_the_same_choice(app, workshop, types, facilitator):
    page, words = workshop + "minutes", workshop + "minutes/words"
    base = types(text="Theirs").json["base"]
    types(text="Theirs again", base=base)
    mine = {"note": "a1", "type": "note", "text": "Mine", "base": base}
    late = facilitator.sends(words, mine, page=page)
    assert late.status_code == 400
    assert "Mine</textarea>" in late.text
    assert 'value="both"' in late.text
    (note,) = notes(app, workshop)
    assert f'name="base" value="{fingerprint(note)}"' in late.text
    facilitator.sends(words, {**mine, "base": fingerprint(note), "act": "theirs"}, page=page)
    assert notes(app, workshop) == [note]
    facilitator.sends(words, {**mine, "base": fingerprint(note), "act": "both"}, page=page)
    assert notes(app, workshop)[0].text == "Theirs again\n\nMine"
    stale = facilitator.sends(words, {"note": "a1", "act": "remove", "base": base}, page=page)
    assert stale.status_code == 400
    assert notes(app, workshop)


def test_a_preview_is_what_the_minutes_show_and_is_safe(facilitator, workshop):
    def shown(text: Any) -> Any:
        address = workshop + "minutes/words/preview"
        return facilitator.client.post(address, json={"text": text}, **facilitator.how)

    assert (
        shown("**Good** <script>x</script>").json["html"]
        == "<p><strong>Good</strong> &lt;script&gt;x&lt;/script&gt;</p>"
    )
    assert "javascript" not in shown("[a](javascript:alert(1))").json["html"]
    for wrong in ("x" * 8001, 7, None):
        assert shown(wrong).status_code == 400
    assert shown("x" * 2_000_000).status_code == 413


def test_what_is_no_note_is_refused(types):
    for wrong in ({"text": 7}, {"type": "poem"}, {"activity": "nowhere"}, {"id": "x"}, {"text": "x" * 8001}):
        assert types(**wrong).status_code in (400, 404), wrong
    assert types(text="x" * 2_000_000).status_code == 413


def test_anothers_region_writes_nothing(app, workshop, types, facilitator):
    other = house_of(app).store.write(lambda c: people.add_region(c, "Khar-Us", "mn"))
    add_person(app, regions=[other])
    bold = Visitor(app)
    signs_in(bold, email="bold@example.org")
    assert types(bold).status_code == 404
    assert bold.client.post(workshop + "minutes/words/preview", json={"text": "x"}, **bold.how).status_code == 404
    assert not notes(app, workshop)
