"""Signing in: the one-time link, passwords, sessions, tokens, roles."""

from __future__ import annotations

import re
import time
from collections import Counter

import pytest

from shared.store import people
from shared.web.identity import HOUR, MINUTE, Identity, Slow
from shared.web.passwords import Unfit, check_new, fits, hash_password, outdated
from tests.web.conftest import PASSWORD, Visitor, house_of

SIGN_IN = "/facilitator/sign-in"


def signs_in(visitor: Visitor, password: str = PASSWORD, email: str = "tuya@example.org", **more):
    return visitor.sends(SIGN_IN, {"email": email, "password": password, **more})


def identity(app) -> Identity:
    return house_of(app).identity


def add_person(app, role="facilitator", email="bold@example.org", regions=()):
    def add(connection):
        id = people.add_person(connection, email=email, name="Bold", role=role, password_hash=hash_password(PASSWORD))
        people.set_regions(connection, id, list(regions))
        return id

    return house_of(app).store.write(add)


def test_the_first_link_works_once_and_makes_an_administrator(app):
    link = identity(app).first_sign_in_link()
    first = Visitor(app)
    details = {"name": "Tuya", "email": "Tuya@Example.org", "password": PASSWORD, "region": "Altan-Ovoo"}
    entered = first.sends(f"/facilitator/welcome/{link}", details)
    assert (entered.status_code, entered.headers["Location"]) == (303, "/facilitator/")
    assert "People and regions" in first.opens("/facilitator/").text
    assert Visitor(app).opens(f"/facilitator/welcome/{link}").status_code == 404
    assert identity(app).first_sign_in_link() is None


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"email": "no address"}, "This is not an e-mail address."),
        ({"password": "short"}, "Please take at least 8 characters."),
        ({"password": "P@ssw0rd2026!"}, "among the first that anybody would try"),
        ({"name": " "}, "Please write a name."),
        ({"region": ""}, "Please choose a region."),
    ],
)
def test_what_will_not_do_is_said_and_the_link_stays(app, wrong, words):
    link = identity(app).first_sign_in_link()
    details = {"name": "Tuya", "email": "t@example.org", "password": PASSWORD, "region": "A", **wrong}
    visitor = Visitor(app)
    refused = visitor.sends(f"/facilitator/welcome/{link}", details)
    assert refused.status_code == 400
    assert words in refused.text
    good = {"name": "Tuya", "email": "t@example.org", "password": PASSWORD, "region": "A"}
    assert visitor.sends(f"/facilitator/welcome/{link}", good).status_code == 303


def test_signing_in_and_out(app, facilitator):
    browser = Visitor(app)
    asked = browser.opens("/facilitator/people")
    assert asked.headers["Location"] == "/facilitator/sign-in?next=/facilitator/people"
    entered = signs_in(browser, next="/facilitator/people")
    assert entered.headers["Location"] == "/facilitator/people"
    assert browser.sends("/facilitator/sign-out", {}, page="/facilitator/").status_code == 303
    assert browser.opens("/facilitator/").status_code == 303


@pytest.mark.parametrize("next", ["//evil.example/", "https://evil.example", "/facilitator/\\evil", "/join/x", ""])
def test_signing_in_leads_nowhere_else(app, facilitator, next):
    assert signs_in(Visitor(app), next=next).headers["Location"] == "/facilitator/"


def test_wrong_passwords_and_unknown_people_get_the_same_answer_in_the_same_time(app, facilitator):
    def took(email):
        began = time.perf_counter()
        answer = signs_in(Visitor(app), "wrong password", email)
        return answer, time.perf_counter() - began

    known, unknown = took("tuya@example.org"), took("nobody@example.org")
    same = [re.sub(r'value="[^"]*"', "", answer.text) for answer, _ in (known, unknown)]
    assert same[0] == same[1]
    assert known[0].status_code == unknown[0].status_code == 403
    assert max(known[1], unknown[1]) < 5 * min(known[1], unknown[1])


def test_many_failures_make_an_account_slow_and_no_longer(app, facilitator):
    who = identity(app)
    for _ in range(5):
        assert who.sign_in("tuya@example.org", "wrong", "10.0.0.9") is None
    with pytest.raises(Slow):
        who.sign_in("tuya@example.org", PASSWORD, "10.0.0.10")
    clock = who.failures._clock
    who.failures._clock = lambda: clock() + 61
    assert who.sign_in("tuya@example.org", PASSWORD, "10.0.0.10")


def test_a_new_session_at_each_sign_in_and_the_old_one_is_dead(app, facilitator):
    browser = Visitor(app)
    browser.client.set_cookie("led_session", "fixed-by-somebody-else")
    signs_in(browser)
    first = browser.cookie("led_session")
    assert first != "fixed-by-somebody-else"
    browser.sends("/facilitator/sign-out", {}, page="/facilitator/")
    signs_in(browser)
    assert browser.cookie("led_session") != first
    assert identity(app).session(first) is None


def test_sessions_end_when_left_alone_and_when_old(app, facilitator):
    who = identity(app)
    session, began = facilitator.cookie("led_session"), who.now()
    who.now = lambda: began + 11 * HOUR
    assert who.session(session) is not None
    who.now = lambda: began + 15 * HOUR
    assert who.session(session) is not None
    who.now = lambda: began + 16 * HOUR + MINUTE
    assert who.session(session) is None


def test_over_tls_a_session_is_short_unless_a_workshop_runs(app, facilitator, workshop):
    who = Identity(house_of(app).store, https=True)
    session, began = facilitator.cookie("led_session"), who.now()
    who.now = lambda: began + 2 * HOUR
    from shared.desk import SYSTEM
    from shared.store.keys import new_id

    house_of(app).desk.perform(
        workshop.split("/")[3], SYSTEM, new_id(), "activity.enter", {"activity": _step(app, workshop)}
    )
    assert who.session(session) is not None
    house_of(app).desk.perform(workshop.split("/")[3], SYSTEM, new_id(), "workshop.end", {})
    who.now = lambda: began + 4 * HOUR
    assert who.session(session) is None


def _step(app, workshop):
    from shared.domain.records import Activity

    _, records = house_of(app).store.records(workshop.split("/")[3])
    return next(r.id for r in records if isinstance(r, Activity))


def test_cookies_are_guarded_as_the_line_allows(app, facilitator, monkeypatch):
    plain = signs_in(Visitor(app)).headers["Set-Cookie"]
    assert plain.startswith("led_session=")
    assert "HttpOnly" in plain
    assert "SameSite=Lax" in plain
    assert "Secure" not in plain


def test_a_password_is_not_typed_where_others_listen(app, facilitator):
    far = Visitor(app, address="192.168.1.20", base="http://192.168.1.5:8000")
    page = far.opens(SIGN_IN)
    assert 'type="password"' not in page.text
    assert "pairing code" in page.text
    refused = far.sends(SIGN_IN, {"email": "tuya@example.org", "password": PASSWORD})
    assert refused.status_code == 403
    assert far.cookie("led_session") is None
    link = identity(app).invite(add_person(app))
    assert 'type="password"' not in far.opens(f"/facilitator/welcome/{link}").text


def test_another_computer_is_paired_by_a_short_code(app, facilitator):
    shown = facilitator.sends("/facilitator/me", {"act": "pair"})
    code = re.search(r'<p class="code-inp" dir="ltr">([A-Z0-9]{8})</p>', shown.text)[1]
    far = Visitor(app, address="192.168.1.20", base="http://192.168.1.5:8000")
    assert far.sends(SIGN_IN, {"pairing": "WRONGONE"}).status_code == 403
    assert far.sends(SIGN_IN, {"pairing": code.lower()}).status_code == 303
    assert "Tuya Bat" in far.opens("/facilitator/").text
    assert Visitor(app).sends(SIGN_IN, {"pairing": code}).status_code == 403


def test_five_wrong_pairing_codes_kill_the_right_one(app, facilitator):
    code = identity(app).pairing.offer("somebody")
    for _ in range(5):
        assert identity(app).pairing.take("XXXXXXXX") is None
    assert identity(app).pairing.take(code) is None


def test_a_changed_password_signs_all_other_browsers_out(app, facilitator):
    other = Visitor(app)
    signs_in(other)
    new = "drei Birken am Fluss"
    wrong = facilitator.sends("/facilitator/me", {"act": "password", "old": "not it", "new": new})
    assert wrong.status_code == 400
    assert "The present password is not right." in wrong.text
    assert facilitator.sends("/facilitator/me", {"act": "password", "old": PASSWORD, "new": new}).status_code == 303
    assert facilitator.opens("/facilitator/").status_code == 200
    assert other.opens("/facilitator/").status_code == 303
    assert signs_in(Visitor(app), new).status_code == 303


def test_a_single_session_and_token_can_be_ended(app, facilitator):
    other = Visitor(app)
    signs_in(other)
    me = next(p for p in _persons(app) if p.email == "tuya@example.org")
    token = house_of(app).store.write(lambda c: people.add_token(c, me.id, 0))
    page = facilitator.opens("/facilitator/me").text
    ending, revoking = (
        re.search(rf'name="{name}" value="([0-9a-f]+)"', page)[1] for name in ("end_session", "end_token")
    )
    facilitator.sends("/facilitator/me", {"end_session": ending})
    facilitator.sends("/facilitator/me", {"end_token": revoking})
    assert other.opens("/facilitator/").status_code == 303
    assert facilitator.opens("/facilitator/").status_code == 200
    assert identity(app).by_token(token) is None


def _persons(app):
    with house_of(app).store.read() as connection:
        return people.persons(connection)


def test_who_is_removed_is_out_at_once(app, facilitator):
    id = add_person(app)
    bold = Visitor(app)
    signs_in(bold, email="bold@example.org")
    token = house_of(app).store.write(lambda c: people.add_token(c, id, 0))
    assert bold.opens("/facilitator/").status_code == 200
    facilitator.sends(f"/facilitator/people/{id}", {"act": "remove"}, page="/facilitator/people")
    assert bold.opens("/facilitator/").status_code == 303
    assert identity(app).by_token(token) is None
    assert signs_in(Visitor(app), email="bold@example.org").status_code == 403


def test_an_invitation_names_the_person_and_works_once(app, facilitator):
    page = facilitator.sends("/facilitator/people", {"name": "Aya", "email": "aya@example.org", "role": "facilitator"})
    link = re.search(r'value="http://localhost(/facilitator/welcome/[^"]+)"', page.text)[1]
    aya = Visitor(app)
    shown = aya.opens(link)
    assert 'value="Aya"' in shown.text
    assert 'name="region"' not in shown.text
    details = {"name": "Aya", "email": "aya@example.org", "password": PASSWORD, "language": "mn"}
    assert aya.sends(link, details).status_code == 303
    assert "Хэлэлцүүлгүүд" in aya.opens("/facilitator/").text
    assert aya.opens("/facilitator/people").status_code == 404
    assert Visitor(app).opens(link).status_code == 404


def test_an_address_is_one_persons(app, facilitator):
    details = {"name": "Somebody", "email": "TUYA@example.org", "role": "facilitator"}
    refused = facilitator.sends("/facilitator/people", details)
    assert refused.status_code == 400
    assert "Somebody here has this address already." in refused.text
    link = identity(app).invite(add_person(app))
    taken = {"name": "Bold", "email": "tuya@example.org", "password": PASSWORD}
    assert Visitor(app).sends(f"/facilitator/welcome/{link}", taken).status_code == 400
    assert Visitor(app).sends(f"/facilitator/welcome/{link}", {**taken, "email": "b@example.org"}).status_code == 303


def pages_of_a_workshop(app, *ids):
    """Walk all addresses that lie below a workshop, filled in for each of these ids."""
    adapter = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        if rule.rule.startswith("/facilitator/workshops/<id>"):
            others = {name: _any_of(rule._converters[name]) for name in rule.arguments - {"id"}}
            method = next(method for method in ("GET", "POST") if method in rule.methods)
            yield rule, *(adapter.build(rule.endpoint, {"id": id, **others}, method=method) for id in ids)


def _any_of(converter):
    """Give a value that an address takes there: the first of those that it allows, or a number."""
    return min(getattr(converter, "items", ["1"]))


def test_anothers_region_is_not_there(app, facilitator, workshop):
    """A workshop of another region answers like one that does not exist, wherever it is asked for."""
    other = house_of(app).store.write(lambda c: people.add_region(c, "Khar-Us", "mn"))
    add_person(app, regions=[other])
    bold = Visitor(app)
    signs_in(bold, email="bold@example.org")
    assert "Planning day" not in bold.opens("/facilitator/").text
    walked = Counter()
    for rule, foreign, missing in pages_of_a_workshop(app, workshop.split("/")[3], "f" * 32):
        if "GET" in rule.methods:
            there, nowhere = bold.opens(foreign), bold.opens(missing)
            assert there.status_code == nowhere.status_code == 404, rule
            assert there.text == nowhere.text, rule
            walked["GET"] += 1
        if "POST" in rule.methods:
            there, nowhere = (
                bold.sends(path, {"act": "renew"}, page="/facilitator/new") for path in (foreign, missing)
            )
            assert there.status_code == nowhere.status_code == 404, rule
            assert there.text == nowhere.text, rule
            walked["POST"] += 1
    assert walked["GET"] > 20 and walked["POST"] > 10
    assert facilitator.opens(workshop + "console").status_code == 200


def test_a_script_reads_pages_with_its_token(app, facilitator, workshop):
    me = _persons(app)[0]
    token = house_of(app).store.write(lambda c: people.add_token(c, me.id, 0))
    script = Visitor(app)
    assert script.opens(workshop + "minutes.json", headers={"Authorization": f"Bearer {token}"}).status_code == 200
    assert script.opens(workshop + "minutes.json", headers={"Authorization": "Bearer no"}).status_code == 303


@pytest.mark.parametrize("password", ["12345678", "aaaaaaaa", "password1", "Workshop2026", "tuyabat99", "11112222"])
def test_what_anybody_would_try_first_is_no_password(password):
    with pytest.raises(Unfit):
        check_new(password, "tuya.bat@example.org", "Tuya Bat")


@pytest.mark.parametrize(
    "password", ["xK9#mQ2v", "correct horse battery", "зун намар өвөл", "a b q d z f", "x" * 4 + "yZ" * 62]
)
def test_any_characters_make_a_password(password):
    check_new(password, "tuya@example.org", "Tuya")
    stored = hash_password(password)
    assert fits(stored, password)
    assert not fits(stored, password + "x")
    assert not fits(None, password)
    assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert not outdated(stored)


def test_the_very_first_is_the_only_one_without_an_invitation(app):
    two = [Visitor(app), Visitor(app)]
    link = identity(app).first_sign_in_link()
    pages = [visitor.opens(f"/facilitator/welcome/{link}") for visitor in two]
    assert [page.status_code for page in pages] == [200, 200]
    details = {"email": "a@example.org", "name": "A", "password": PASSWORD, "region": "R", "language": "en"}
    assert identity(app).accept(link, **details) is not None
    assert identity(app).accept(link, **{**details, "email": "b@example.org"}) is None
