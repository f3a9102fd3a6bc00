"""What every answer carries, and what no foreign page can make this server do. Walks all routes that there are."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from shared.web.headers import policy
from shared.web.hosts import trusted_host, trusted_origin
from tests.web.conftest import Visitor, code_of, house_of

SAMPLES = {
    "code": "ABCDEF",
    "id": "f" * 32,
    "token": "nothing",
    "key": "0" * 32,
    "name": "join",
    "number": "1",
    "step": "f" * 32,
    "photo": "e" * 32,
}
SAMPLES |= {
    "format": "pdf",
    "surface": "pages",
    "section": "why",
    "time": "T6",
    "indicator": "jobs",
    "material": "rating",
    "module": "method",
    "file": "d" * 32,
}
SCRIPT_ONLY = ("/w/<code>/api/",)  # asks for a token or for a header that no foreign page can send


def routes(app: Flask, *methods: str) -> list[tuple[str, str, str]]:
    """Every (rule, address, method) of the application, with something for each of its variables."""
    found = []
    for rule in app.url_map.iter_rules():
        values = {name: SAMPLES[name] for name in rule.arguments}
        with app.test_request_context():
            address = app.url_map.bind("localhost").build(rule.endpoint, values)
        found += [(rule.rule, address, method) for method in rule.methods & set(methods)]
    return found


@pytest.fixture
def unsafe(app):
    return routes(app, "POST", "PUT", "PATCH", "DELETE")


def test_every_answer_carries_the_security_headers(app, facilitator, workshop):
    id = workshop.split("/")[3]
    walked = [(address.replace("f" * 32, id), method) for _, address, method in routes(app, "GET", "POST", "OPTIONS")]
    assert len(walked) > 40
    for address, method in [*walked, ("/nothing/here", "GET"), ("/healthz", "DELETE")]:
        answer = facilitator.client.open(address, method=method, **facilitator.how)
        assert answer.status_code < 500, (method, address, answer.status_code)
        for name, value in {
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
            "Cross-Origin-Resource-Policy": "same-origin",
        }.items():
            assert answer.headers[name] == value, (method, address, name)
        csp = answer.headers["Content-Security-Policy"]
        assert csp.startswith("default-src 'none'; script-src 'self'; style-src 'self'; ")
        assert "unsafe" not in csp
        assert "ws://localhost" in csp
        assert "no-store" in answer.headers["Cache-Control"] or "/static/" in address
        assert "Server" not in answer.headers


def test_only_the_wall_may_be_framed_and_only_by_us(app, facilitator, workshop):
    key = re.search(r"/projector/[0-9a-f]{32}", facilitator.opens(workshop).text)[0]
    wall = facilitator.opens(key).headers
    assert "frame-ancestors 'self'" in wall["Content-Security-Policy"]
    assert wall["X-Frame-Options"] == "SAMEORIGIN"
    console = facilitator.opens(workshop + "console").headers
    assert "frame-ancestors 'none'" in console["Content-Security-Policy"]
    assert "frame-src 'self'" in console["Content-Security-Policy"]
    assert "frame-src" not in facilitator.opens(workshop).headers["Content-Security-Policy"]


def test_no_page_has_a_script_or_a_style_in_it(app, facilitator, workshop):
    code = code_of(app, workshop)
    guest = Visitor(app)
    guest.sends(f"/join/{code}", {"sector": "private"})
    seen = [facilitator.opens(workshop + part).text for part in ("", "minutes", "console", "history")]
    seen += [facilitator.opens(f"/facilitator/{part}").text for part in ("", "me", "people", "new")]
    seen += [guest.opens(address).text for address in ("/", f"/w/{code}", f"/join/{code}/kept", "/nothing")]
    for page in seen:
        assert not re.search(r"<script(?![^>]*(src=|application/json))", page)
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", page)
        assert "http://" not in re.sub(
            r"https?://(localhost|127\.0\.0\.1|\d+\.\d+\.\d+\.\d+)", "", re.sub(r"http://www.w3.org", "", page)
        )


def test_every_changing_request_without_a_token_is_refused(app, facilitator, unsafe):
    assert len(unsafe) > 15
    for rule, address, method in unsafe:
        for token in (None, "", "0" * 64):
            data = {} if token is None else {"form_token": token}
            answer = facilitator.client.open(address, method=method, data=data, **facilitator.how)
            wanted = (401, 403) if rule.startswith(SCRIPT_ONLY) else (403,)
            assert answer.status_code in wanted, (method, address, token, answer.status_code)


def test_json_in_plain_clothes_is_refused(app, facilitator, unsafe):
    for rule, address, method in unsafe:
        answer = facilitator.client.open(
            address, method=method, data='{"sector": "private"}', content_type="text/plain", **facilitator.how
        )
        assert answer.status_code in ((401, 403) if rule.startswith(SCRIPT_ONLY) else (403,)), address


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "https://localhost", "http://localhost:81", "http://localhost.evil.example"]
)
def test_a_form_from_elsewhere_is_refused_though_its_token_fits(app, facilitator, origin):
    sent = facilitator.sends("/facilitator/me", {"act": "edit", "name": "X"}, headers={"Origin": origin})
    assert sent.status_code == 403
    assert "Not from this page" in sent.text


def test_a_form_of_ours_is_taken_whether_the_browser_names_its_origin_or_not(app, facilitator):
    for headers in ({}, {"Origin": "http://localhost"}, {"Origin": "null"}):
        sent = facilitator.sends("/facilitator/me", {"act": "edit", "name": "Aya"}, headers=headers)
        assert sent.status_code == 303


def test_a_browser_that_tells_where_a_request_comes_from_is_believed(app, facilitator):
    sent = facilitator.sends("/facilitator/me", {"act": "edit", "name": "X"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert sent.status_code == 403


def test_a_nameless_origin_gets_no_further_than_its_token(app, workshop):
    code = code_of(app, workshop)
    sent = Visitor(app).client.post(f"/join/{code}", json={"sector": "private"}, headers={"Origin": "null"})
    assert sent.status_code == 403


def test_one_browsers_token_is_nothing_in_another(app, facilitator):
    from tests.web.conftest import form_token

    theirs = form_token(Visitor(app).opens("/"))
    sent = facilitator.client.post("/facilitator/me", data={"form_token": theirs, "act": "edit"}, **facilitator.how)
    assert sent.status_code == 403


def test_a_token_dies_with_its_session(app, facilitator):
    from tests.web.conftest import PASSWORD, form_token

    old = form_token(facilitator.opens("/facilitator/me"))
    facilitator.sends("/facilitator/sign-out", {}, page="/facilitator/me")
    facilitator.sends("/facilitator/sign-in", {"email": "tuya@example.org", "password": PASSWORD})
    sent = facilitator.client.post("/facilitator/me", data={"form_token": old, "act": "edit"}, **facilitator.how)
    assert sent.status_code == 403


def test_getting_changes_nothing(app, facilitator, workshop):
    id = workshop.split("/")[3]
    before = house_of(app).store.version(id)
    for _, address, _ in routes(app, "GET"):
        facilitator.opens(address.replace("f" * 32, id))
    assert house_of(app).store.version(id) == before


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "localhost@evil.example", "evil.example:8000", "[::1"]
)
def test_a_name_that_is_not_ours_is_not_answered(app, host):
    answer = app.test_client().get("/", headers={"Host": host})
    assert answer.status_code == 400
    assert "ws://" not in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8000", "127.0.0.1:8000", "10.42.0.1", "192.168.1.5:8000", "[::1]:8000"]
)
def test_on_a_lan_every_bare_address_is_ours(host):
    assert trusted_host(host, None)


def test_hosted_only_the_public_name_is_ours():
    public = "https://led.example.org"
    assert trusted_host("led.example.org", public)
    assert trusted_host("127.0.0.1:8000", public)
    assert not trusted_host("192.168.1.5", public)
    assert trusted_origin("https://led.example.org", "led.example.org", public)
    assert not trusted_origin("https://led.example.org.evil", "led.example.org", public)


def test_behind_tls_cookies_are_secure_and_the_name_is_kept(settings, tmp_path):
    from dataclasses import replace

    from wsgi import create_app

    hosted = create_app(replace(settings, public_url="https://led.example.org"))
    visitor = Visitor(hosted, address="203.0.113.9", base="https://led.example.org")
    link = house_of(hosted).identity.first_sign_in_link()
    details = {"name": "Tuya", "email": "t@example.org", "password": "grüne Wiese im Wind", "region": "A"}
    entered = visitor.sends(f"/facilitator/welcome/{link}", details)
    cookie = entered.headers["Set-Cookie"]
    assert cookie.startswith("__Host-led_session=")
    for part in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
        assert part in cookie
    assert "Domain" not in cookie
    assert entered.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert entered.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    house_of(hosted).store.close()


@pytest.mark.parametrize(("address", "status"), [("/nothing", 404), ("/healthz", 405)])
def test_errors_are_said_in_words_to_people_and_in_json_to_scripts(visitor, address, status):
    method = "GET" if status == 404 else "DELETE"
    told = visitor.client.open(address, method=method, **visitor.how, headers={"X-Requested-With": "led"})
    assert told.status_code == status
    assert "<h1>" in told.text
    assert "Traceback" not in told.text
    wants = {"Accept": "application/json", "X-Requested-With": "led"}
    assert visitor.client.open(address, method=method, **visitor.how, headers=wants).json["ok"] is False


@pytest.mark.parametrize(
    "name",
    [
        "static/built/../aside.txt",
        "static/built/%2e%2e/aside.txt",
        "static/built/phone/..%2f..%2faside.txt",
        "static/built/phone/../../../config.py",
        "static/built/..%2f..%2f..%2f..%2f..%2fetc/passwd",
        "static/built/%2fetc/passwd",
        "static/built/phone/..%5c..%5cassets.py",
        "static/built/phone/a.js%00.css",
        "static/words/phone/..%2fen.json",
        "static/words/..%2f..%2flocale%2fen/common.json",
        "facilitator/workshops/..%2f..%2fetc/minutes.md",
        "projector/..%2f..%2fsecret.key",
    ],
)
def test_no_address_leads_out_of_the_house(visitor, tmp_path, name):
    (tmp_path / "aside.txt").write_text("from aside")  # beside the folder of the built files
    answer = visitor.opens(f"/{name}")
    assert answer.status_code in (303, 308, 404)
    assert not re.search("from aside|^from |^root:", answer.text, re.M)


def test_too_much_is_not_read(visitor):
    sent = visitor.client.post("/", data={"code": "x" * (1024 * 1024 + 1)}, **visitor.how)
    assert sent.status_code in (403, 413)
    sent = visitor.client.post("/", data=b"x" * (1024 * 1024 + 1), **visitor.how, content_type="application/json")
    assert sent.status_code == 413


def test_what_breaks_says_so_and_tells_nothing(app, visitor, monkeypatch):
    import shared.web.here

    monkeypatch.setattr(shared.web.here.workshops, "by_code", lambda *_: 1 / 0)
    answer = visitor.opens("/join/ABCDEF")
    assert answer.status_code == 500
    assert "Something broke here" in answer.text
    assert "ZeroDivisionError" not in answer.text


def test_health_is_told_and_figures_only_to_this_machine(app, visitor):
    assert visitor.opens("/healthz").text == "ok\n"
    assert visitor.opens("/readyz").json == {"ready": True, "store": True, "disk": True}
    assert "led_uptime_seconds" in visitor.opens("/metrics").text
    assert Visitor(app, address="192.168.1.7", base="http://192.168.1.5").opens("/metrics").status_code == 404


def test_a_store_that_cannot_write_is_not_ready(app, visitor, monkeypatch):
    def full(work):
        raise OSError("disk full")

    monkeypatch.setattr(house_of(app).store, "write", full)
    assert visitor.opens("/readyz").status_code == 503


def test_the_policy_names_no_stranger():
    assert "ws://" not in policy(None)
    assert policy("10.0.0.1:8000").count("ws://10.0.0.1:8000") == 1
