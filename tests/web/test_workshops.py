"""The facilitator's pages: a workshop from a template, its settings, its shells, its minutes."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from shared.domain.records import Activity, Note, Workshop
from shared.minutes.render import ENDINGS, TYPES
from shared.minutes.seal import checksum, grouped
from shared.store import revisions
from shared.web.qr import join_payload, svg, terminal, wifi_payload
from tests.web.conftest import Visitor, boot, code_of, house_of


def records(app, page, kind):
    _, found = house_of(app).store.records(page.split("/")[3])
    return sorted((r for r in found if isinstance(r, kind)), key=lambda r: getattr(r, "position", 0))


def one(app, page) -> Workshop:
    return records(app, page, Workshop)[0]


def workshop_form(app, page, **changes):
    w = one(app, page)
    form = {
        **{
            name: getattr(w, name)
            for name in ("title", "date", "place", "host", "facilitators", "capacity", "language")
        },
        "languages": w.languages,
        "wifi_name": "",
        "wifi_password": "",
    }
    return {**form, **changes}


def test_the_first_page_is_empty_and_says_what_to_do(facilitator):
    page = facilitator.opens("/facilitator/")
    assert "No workshop yet." in page.text
    assert "New workshop from a template" in page.text


@pytest.mark.parametrize(
    "template", ["led-planning", "led-findings", "led-evaluation", "kick-off", "mini", "measure-selection"]
)
def test_every_template_makes_a_workshop(app, facilitator, template):
    page = facilitator.makes_a_workshop("A day", template)
    assert len(records(app, page, Activity)) > 5
    assert "A day" in facilitator.opens("/facilitator/").text


@pytest.mark.parametrize("wrong", [{"title": " "}, {"date": "soon"}, {"template": "none"}, {"region": "f" * 32}])
def test_what_will_not_make_a_workshop_is_said_and_nothing_typed_is_lost(facilitator, wrong):
    region = re.search(r'value="([0-9a-f]{32})"', facilitator.opens("/facilitator/new").text)[1]
    details = {"template": "mini", "title": "My title", "region": region, "date": "2026-11-23", "language": "en"}
    refused = facilitator.sends("/facilitator/new", {**details, **wrong})
    assert refused.status_code == 400
    assert 'role="alert"' in refused.text
    assert 'value="My title"' in refused.text or "title" in wrong


def test_settings_are_commands_like_any_other(app, facilitator, workshop):
    changes = {"place": "Culture house", "capacity": 40, "asks_name": "may", "languages": ["en", "mn"]}
    changes |= {"wifi_name": 'LED "Room"; 1', "wifi_password": "drei kurze Worte"}
    saved = facilitator.sends(workshop, workshop_form(app, workshop, **changes))
    assert saved.status_code == 303
    w = one(app, workshop)
    assert (w.place, w.capacity, w.asks["name"], w.languages) == ("Culture house", 40, "may", ["en", "mn"])
    assert w.wifi == {"name": 'LED "Room"; 1', "password": "drei kurze Worte"}
    assert facilitator.opens(workshop + "qr/wifi.svg").mimetype == "image/svg+xml"
    acts = house_of(app).store.acts(w.id)
    assert [(act["verb"], act["actor_name"]) for act in acts] == [("workshop.edited", "Tuya Bat")]


def test_a_refused_setting_is_said_and_what_was_typed_stays(app, facilitator, workshop):
    refused = facilitator.sends(workshop, workshop_form(app, workshop, capacity=0, place="Kept in the box"))
    assert refused.status_code == 400
    assert "This value does not fit: capacity." in refused.text
    assert 'value="Kept in the box"' in refused.text


def test_the_console_has_all_it_needs(app, facilitator, workshop):
    told = boot(facilitator.opens(workshop + "console"))
    assert told["surface"] == "console"
    assert told["workshop"] == workshop.split("/")[3]
    assert told["name"] == "Tuya Bat"
    assert told["urls"]["minutes"] == workshop + "minutes"
    assert told["urls"]["projector"].startswith("/projector/")
    assert any(key.startswith("verbs.") for key in told["messages"])
    assert not any(key.startswith(("pages.", "minutes.")) for key in told["messages"])


def test_the_wall_needs_no_sign_in_and_its_address_can_be_taken_back(app, facilitator, workshop):
    old = boot(facilitator.opens(workshop + "console"))["urls"]["projector"]
    wall = Visitor(app)
    told = boot(wall.opens(old))
    assert (told["surface"], told["key"]) == ("wall", old.split("/")[2])
    assert told["snapshot"]["records"]["workshop"]
    assert wall.opens(told["urls"]["join_qr"]).mimetype == "image/svg+xml"
    facilitator.sends(workshop + "projector", {"act": "renew"}, page=workshop)
    new = boot(facilitator.opens(workshop + "console"))["urls"]["projector"]
    assert new != old
    assert wall.opens(old).status_code == 404
    assert wall.opens(new).status_code == 200
    facilitator.sends(workshop + "projector", {"act": "revoke"}, page=workshop)
    assert wall.opens(new).status_code == 404
    assert boot(facilitator.opens(workshop + "console"))["urls"]["projector"] == ""


def test_the_inlined_picture_shows_the_room_only_what_the_room_may_see(app, facilitator, workshop):
    from shared.desk import SYSTEM
    from shared.store.keys import new_id

    step = next(a for a in records(app, workshop, Activity) if a.kind == "brainstorm")
    code = code_of(app, workshop)
    house_of(app).desk.perform(workshop.split("/")[3], SYSTEM, new_id(), "activity.open", {"activity": step.id})
    writer, other = Visitor(app), Visitor(app)
    for guest in (writer, other):
        guest.sends(f"/join/{code}", {"sector": "private"})
    writer.sends(f"/w/{code}/card", {"activity": step.id, "text": "Only mine"}, page=f"/w/{code}")
    assert "Only mine" in str(boot(writer.opens(f"/w/{code}"))["mine"])
    for page in (
        other.opens(f"/w/{code}"),
        Visitor(app).opens(boot(facilitator.opens(workshop + "console"))["urls"]["projector"]),
    ):
        assert "Only mine" not in page.text


def test_own_words_are_written_changed_and_taken_out_on_the_minutes_page(app, facilitator, workshop):
    page, words = workshop + "minutes", workshop + "minutes/words"
    saved = facilitator.sends(words, {"note": "new", "type": "summary", "text": "**Good** <i>day</i>"}, page=page)
    assert saved.status_code == 303
    shown = facilitator.opens(page).text
    assert "<strong>Good</strong> &lt;i&gt;day&lt;/i&gt;" in shown
    (note,) = records(app, workshop, Note)
    task = {"note": note.id, "type": "task", "text": "Ask", f"who-{note.id}": "Aya", f"due-{note.id}": "2026-12-04"}
    facilitator.sends(words, task, page=page)
    (changed,) = records(app, workshop, Note)
    assert (changed.type, changed.who, changed.due) == ("task", "Aya", "2026-12-04")
    assert "December 4, 2026" in facilitator.opens(page).text
    refused = facilitator.sends(words, {**task, f"due-{note.id}": "soon", "text": "Still here"}, page=page)
    assert refused.status_code == 400
    assert "Still here</textarea>" in refused.text
    facilitator.sends(words, {"note": note.id, "act": "remove"}, page=page)
    assert not records(app, workshop, Note)


def test_a_saved_version_stays_as_it_was(app, facilitator, workshop):
    page = workshop + "minutes"
    facilitator.sends(page + "/versions", {"remark": "for the governor"}, page=page)
    facilitator.sends(page + "/words", {"note": "new", "type": "decision", "text": "Later"}, page=page)
    facilitator.sends(page + "/versions", {"remark": ""}, page=page)
    shown = facilitator.opens(page).text
    assert "Version 2" in shown
    assert "for the governor" in shown
    for format, later in (("md", "1. Later"), ("html", "<li>Later</li>"), ("json", '"Later"')):
        first, second = facilitator.opens(f"{page}/1.{format}"), facilitator.opens(f"{page}/2.{format}")
        assert later not in first.text
        assert later in second.text
        assert second.headers["Content-Disposition"].startswith('attachment; filename="minutes-2026-11-23-')
    assert facilitator.opens(f"{page}/3.md").status_code == 404
    names = [f"{page}{at}.csv" for at in ("/1", "/2", "")]
    tables = [ZipFile(BytesIO(facilitator.opens(name).data)).namelist() for name in names]
    assert tables[1] == tables[2] != tables[0]
    assert any("Decisions" in name for name in tables[1])


def test_minutes_come_as_a_file_in_every_format_and_as_what_it_is(facilitator, workshop):
    page = workshop + "minutes"
    facilitator.sends(page + "/versions", {"remark": ""}, page=page)
    shown = facilitator.opens(page).text
    for format, kind in TYPES.items():
        for address in (f"{page}.{format}", f"{page}/1.{format}"):
            assert f'href="{address}"' in shown
            file = facilitator.opens(address)
            assert file.status_code == 200
            assert file.headers["Content-Type"] == kind
            assert f'.{ENDINGS[format]}"' in file.headers["Content-Disposition"]
    assert facilitator.opens(f"{page}.exe").status_code == 404


def test_versions_are_compared_with_each_other_and_with_the_draft(facilitator, workshop):
    page = workshop + "minutes"
    assert facilitator.opens(f"{page}/compare").status_code == 404
    for text in ("Ask the bank in May", "<b>Later</b>"):
        facilitator.sends(page + "/words", {"note": "new", "type": "decision", "text": text}, page=page)
        facilitator.sends(page + "/versions", {"remark": ""}, page=page)
    assert f"{page}/compare" in facilitator.opens(page).text
    shown = facilitator.opens(f"{page}/compare?older=1&newer=2").text
    assert re.search(r"<ins><span[^>]*>put in: </span>&lt;b&gt;Later&lt;/b&gt;</ins>", shown)
    assert "May" not in shown
    assert re.search(r"<del><span[^>]*>taken out: </span>", facilitator.opens(f"{page}/compare?older=2&newer=1").text)
    assert "Nothing differs." in facilitator.opens(f"{page}/compare").text
    for wrong in ("older=3", "older=1&newer=9"):
        assert facilitator.opens(f"{page}/compare?{wrong}").status_code == 404


def test_a_version_is_sealed_once_and_found_by_its_checksum(app, facilitator, visitor, workshop):
    page, id = workshop + "minutes", workshop.rstrip("/").rpartition("/")[2]
    facilitator.sends(page + "/versions", {"remark": ""}, page=page)
    assert "SHA-256" not in facilitator.opens(f"{page}/1.md").text
    for _ in range(2):
        assert facilitator.sends(page + "/1/seal", {}, page=page).status_code == 303
    assert "Version 1 is sealed." in facilitator.opens(f"{page}?sealed=1").text
    with house_of(app).store.read() as connection:
        kept = revisions.one(connection, id, 1)
    assert kept.checksum == checksum(kept.data, kept.tree)
    assert facilitator.sends(page + "/2/seal", {}, page=page).status_code == 404
    seen = [facilitator.opens(f"{page}/1.{format}").data for format in ("md", "html", "json")]
    assert all(kept.checksum[:8].encode() in file for file in seen)
    told = visitor.opens(f"/minutes/verify?checksum={grouped(kept.checksum).replace(' ', '+')}").text
    assert "Yes: this checksum" in told
    assert "Version 1" in told
    for wrong in ("0" * 64, kept.checksum[:-1], "x", "%00"):
        answer = visitor.opens(f"/minutes/verify?checksum={wrong}").text
        assert "not the checksum" in answer
        assert "Version 1" not in answer
    file = {"file": (BytesIO(seen[2]), "minutes.json")}
    assert "Yes: this file" in visitor.sends("/minutes/verify", file, page="/minutes/verify").text
    changed = {"file": (BytesIO(seen[2].replace(b"led-planning", b"led-findings")), "minutes.json")}
    assert "not as it was given out" in visitor.sends("/minutes/verify", changed, page="/minutes/verify").text
    assert "not the checksum" in visitor.sends("/minutes/verify", {}, page="/minutes/verify").text


def test_a_seal_that_was_forged_in_the_data_is_none(app, facilitator, visitor, workshop):
    page, id = workshop + "minutes", workshop.rstrip("/").rpartition("/")[2]
    facilitator.sends(page + "/versions", {"remark": ""}, page=page)
    forged = {"checksum": "ab" * 32, "at": 1, "by": "Nobody"}
    assert house_of(app).store.write(lambda connection: revisions.seal(connection, id, 1, **forged))
    assert "not the checksum" in visitor.opens(f"/minutes/verify?checksum={'ab' * 32}").text


def test_a_version_from_before_is_offered_as_it_was_kept(app, facilitator, workshop):
    page, id = workshop + "minutes", workshop.rstrip("/").rpartition("/")[2]
    kept = {"at": 1, "by": "Tuya", "note": "", "markdown": "# Old", "html": "<p>Old</p>", "data": {}}
    house_of(app).store.write(lambda connection: revisions.save(connection, id, **kept))
    assert facilitator.opens(f"{page}/1.md").text == "# Old"
    assert facilitator.opens(f"{page}/1.pdf").status_code == 404
    assert "before versions could be compared" in facilitator.opens(f"{page}/compare").text
    shown = facilitator.opens(page).text
    assert f"{page}/1.md" in shown
    assert f"{page}/1.pdf" not in shown


def test_the_history_names_who_did_what(app, facilitator, workshop):
    facilitator.sends(workshop, workshop_form(app, workshop, title="Another title"))
    shown = facilitator.opens(workshop + "history").text
    assert "<b>Tuya Bat</b> changed the workshop: <q>Another title</q>" in shown


def test_qr_codes_hold_what_phones_expect():
    assert join_payload("http://10.42.0.1:5000/", "K7M4PX") == "HTTP://10.42.0.1:5000/JOIN/K7M4PX"
    assert wifi_payload('LED;"1"', "a:b,c\\d") == 'WIFI:T:WPA;S:LED\\;\\"1\\";P:a\\:b\\,c\\\\d;;'
    assert wifi_payload("Open", "") == "WIFI:T:nopass;S:Open;;"
    drawn = svg(join_payload("http://10.42.0.1:5000", "K7M4PX"), 'a "label" <b>')
    assert 'viewBox="0 0 33 33"' in drawn  # version 2, 25 modules, and the quiet zone
    assert 'aria-label="a &quot;label&quot; &lt;b>"' in drawn
    assert len(terminal("X").splitlines()) == 13


def test_the_join_address_is_one_that_phones_can_reach(app, facilitator, workshop):
    shown = facilitator.opens(workshop).text
    assert not re.search(r'href="http://(localhost|127\.)[^"]*/join/', shown) or "127.0.0.1" in shown
    near = facilitator.client.get(workshop, base_url="http://192.168.1.5:8000")
    assert "http://192.168.1.5:8000/join/" in near.text or near.status_code == 303


@pytest.mark.parametrize(
    "address",
    [
        "minutes/{n}.md",
        "minutes?version={n}",
        "history?before={n}",
        "cards?taken={n}",
        "findings?said=taken&n={n}",
        "suggestions/groups?step={n}",
    ],
)
def test_a_number_larger_than_a_database_counts_is_no_failure(app, facilitator, workshop, address):
    for number in (2**63, 10**40, "9" * 4400):
        assert facilitator.opens(workshop + address.format(n=number)).status_code in (200, 400, 404), number
