"""The result by e-mail: left on a phone, sent once by a real mail server, tried again, and forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from shared.config import Settings, SettingsError, Smtp
from shared.domain.changes import Refused
from shared.domain.mailing import DAYS, LEASE, WAITS, address_of, addresses_of, wait_after
from shared.store import archive, mailing
from shared.web.courier import Courier
from tests.harness.mailbox import Mailbox
from tests.web.conftest import Visitor, code_of, house_of
from tests.web.test_handout import given, writes

ADA, BEN = "ada@example.org", "ben@example.org"


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with Mailbox() as box:
        yield box


@pytest.fixture
def settings(tmp_path, mailbox: Mailbox) -> Settings:
    return Settings.read({"LED_SMTP_URL": mailbox.url}, data=tmp_path / "data")


class Clock:
    def __init__(self, now: int) -> None:
        self.at = now

    def __call__(self) -> int:
        return self.at


@pytest.fixture
def courier(app) -> Courier:
    house = house_of(app)
    assert house.settings.smtp is not None
    return Courier(
        house.store, house.settings.smtp, "https://led.example", Clock(house.desk.now() + 600_000)
    )  # however slowly the test runs


def joins(app, facilitator, workshop: str, language: str = "en") -> tuple[Visitor, str]:
    """Let somebody join, and give them with the address of the form."""
    phone, code = Visitor(app), code_of(app, workshop)
    assert phone.sends(f"/join/{code}", {"sector": "private", "language": language}).status_code == 303
    return phone, f"/w/{code}/mail"


def leaves(app, facilitator, workshop: str, address: str, language: str = "en", act: str = "leave") -> Any:
    phone, form = joins(app, facilitator, workshop, language)
    return phone.sends(form, {"address": address, "act": act})


def sends(facilitator, workshop: str, act: str = "send", **more: str) -> Any:
    return facilitator.sends(workshop + "handout/mail", {"act": act, **more}, page=workshop + "handout")


def id_of(workshop: str) -> str:
    return workshop.split("/")[3]


def test_whoever_left_an_address_gets_the_result_once(app, facilitator, workshop, mailbox, courier):
    writes(facilitator, workshop, "decision", "We mend the road")
    given(app, facilitator, workshop)
    assert leaves(app, facilitator, workshop, f" {ADA} ").status_code == 303
    assert leaves(app, facilitator, workshop, "Ada@Example.org").status_code == 303, "the same, and nobody is told"
    page = facilitator.opens(workshop + "handout").text
    assert "Addresses that wait for it: 1." in page and ADA not in page
    assert not courier.step(), "nothing goes before the facilitator says so"
    assert sends(facilitator, workshop).status_code == 303
    assert courier.step() and not courier.step()
    (mail,) = mailbox.mails
    assert mail["To"] == ADA and mail["From"] == "led@chamber.example" and mail["Subject"].startswith("Result: ")
    body = mail.get_body(("plain",)).get_content()
    assert "one mail" in body and "https://led.example/handout/" in body
    (pdf,) = mail.iter_attachments()
    assert pdf.get_content().startswith(b"%PDF") and pdf.get_filename().endswith(".pdf")
    page = facilitator.opens(workshop + "handout").text
    assert "Sent: 1." in page and "wait for it: 0." in page
    # The address is forgotten, and still nobody gets it twice.
    with house_of(app).store.read() as connection:
        assert ADA not in str(connection.exec_driver_sql("SELECT * FROM mailing").all())
    leaves(app, facilitator, workshop, ADA)
    assert sends(facilitator, workshop).status_code == 400
    assert not courier.step() and len(mailbox.mails) == 1


def test_it_is_written_in_the_language_of_whoever_gets_it(app, facilitator, workshop, mailbox, courier):
    given(app, facilitator, workshop)
    now, digest = house_of(app).desk.now(), "d" * 64
    house_of(app).store.write(lambda c: mailing.add(c, id_of(workshop), digest, ADA, "ar", now))
    sends(facilitator, workshop)
    courier.step()
    html = mailbox.mails[0].get_body(("html",)).get_content()
    assert 'lang="ar" dir="rtl"' in html and "نتيجة" in html


def test_one_may_take_an_address_back_until_it_went(app, facilitator, workshop, mailbox, courier):
    given(app, facilitator, workshop)
    leaves(app, facilitator, workshop, ADA)
    leaves(app, facilitator, workshop, BEN)
    for address in (ADA, "nobody@example.org"):
        answer = leaves(app, facilitator, workshop, address, act="take_back")
        assert answer.location.endswith("done=taken_back"), "whether it was there is told to nobody"
    sends(facilitator, workshop)
    while courier.step():
        pass
    assert [mail["To"] for mail in mailbox.mails] == [BEN]


def test_what_is_put_off_is_tried_again_and_goes_once(app, facilitator, workshop, mailbox, courier):
    given(app, facilitator, workshop)
    leaves(app, facilitator, workshop, ADA)
    mailbox.answers[ADA] = ["451 later", "421 busy"]
    sends(facilitator, workshop)
    assert courier.step() and not courier.step(), "it waits"
    for wait in WAITS[:2]:
        assert "On the way: 1." in facilitator.opens(workshop + "handout").text
        courier.now.at += wait * 1200 + 1
        assert courier.step()
    assert len(mailbox.to(ADA)) == 1 and mailbox.tries[ADA] == 3
    ids = {mail["Message-ID"] for mail in mailbox.mails}
    assert len(ids) == 1


def test_what_is_refused_for_good_is_told_and_only_a_person_tries_again(app, facilitator, workshop, mailbox, courier):
    given(app, facilitator, workshop)
    leaves(app, facilitator, workshop, ADA)
    leaves(app, facilitator, workshop, BEN)
    mailbox.answers[ADA] = ["550 no such user"]
    sends(facilitator, workshop)
    while courier.step():
        pass
    page = facilitator.opens(workshop + "handout").text
    assert "Not sent: 1" in page and ADA in page and "the mail server there refused it" in page and BEN not in page
    courier.now.at += 10**9
    assert not courier.step() and mailbox.tries[ADA] == 1
    sends(facilitator, workshop, "again")
    courier.now.at = house_of(app).desk.now() + 1000
    assert courier.step() and len(mailbox.to(ADA)) == len(mailbox.to(BEN)) == 1


def test_a_server_that_breaks_off_or_is_away_loses_nothing(app, facilitator, workshop, mailbox, courier):
    given(app, facilitator, workshop)
    leaves(app, facilitator, workshop, ADA)
    sends(facilitator, workshop)
    mailbox.breaks_off = True
    assert courier.step() and mailbox.mails == []
    courier.smtp = replace(courier.smtp, port=1)
    for wait in WAITS:
        courier.now.at += wait * 1200 + 1
        assert courier.step()
    assert "was not reached, after several tries" in facilitator.opens(workshop + "handout").text
    assert wait_after(len(WAITS) + 1) is None


def test_what_was_being_sent_when_a_server_stopped_is_not_sent_twice_unasked(
    app, facilitator, workshop, mailbox, courier
):
    given(app, facilitator, workshop)
    leaves(app, facilitator, workshop, ADA)
    sends(facilitator, workshop)
    store, now = house_of(app).store, courier.now.at
    assert store.write(lambda c: mailing.claim(c, now)) is not None  # and then the server stops
    assert store.write(lambda c: mailing.claim(c, now)) is None, "another sender finds nothing"
    courier.now.at += LEASE * 1000 - 1
    assert not courier.step()
    courier.now.at += 2
    assert not courier.step() and mailbox.mails == []
    assert "it may have arrived" in facilitator.opens(workshop + "handout").text


def test_a_hand_out_that_was_taken_back_does_not_go(app, facilitator, workshop, mailbox, courier):
    leaves(app, facilitator, workshop, ADA)
    assert "Give the hand-out out first" in sends(facilitator, workshop).text
    given(app, facilitator, workshop)
    sends(facilitator, workshop)
    facilitator.sends(workshop + "handout", {"act": "take_back"}, page=workshop + "handout")
    courier.step()
    assert mailbox.mails == [] and "was taken back before" in facilitator.opens(workshop + "handout").text


def test_never_in_the_clear_unless_told_so(app, facilitator, workshop, mailbox, courier):
    given(app, facilitator, workshop)
    leaves(app, facilitator, workshop, ADA)
    sends(facilitator, workshop)
    courier.smtp = replace(courier.smtp, tls="start")  # which this server does not offer
    assert courier.step() and mailbox.mails == [] and not mailbox.tries
    assert "no safe connection" in facilitator.opens(workshop + "handout").text


def test_addresses_by_hand(app, facilitator, workshop, mailbox, courier):
    given(app, facilitator, workshop)
    assert sends(facilitator, workshop, "add", addresses=f"{ADA}\n{BEN}, {ADA}").status_code == 303
    assert "wait for it: 2." in facilitator.opens(workshop + "handout").text
    wrong = sends(facilitator, workshop, "add", addresses="cem@example.org\nnot an address")
    assert wrong.status_code == 400 and "not an address" in wrong.text and "cem@example.org" in wrong.text
    assert "wait for it: 2." in facilitator.opens(workshop + "handout").text
    assert sends(facilitator, workshop, "nonsense").status_code == 400


def test_old_addresses_are_forgotten(app, facilitator, workshop, courier):
    leaves(app, facilitator, workshop, ADA)
    courier.now.at += DAYS * 24 * 3600 * 1000 + 60_000
    courier.step()
    assert "wait for it: 0." in facilitator.opens(workshop + "handout").text


def test_no_file_of_a_workshop_carries_addresses(app, facilitator, workshop):
    leaves(app, facilitator, workshop, ADA)
    assert ADA not in str(archive.export_workshop(house_of(app).store, id_of(workshop)))
    assert ADA not in facilitator.opens(workshop + "minutes.json").text


def test_one_seat_leaves_a_few_addresses_and_no_list(app, facilitator, workshop):
    phone, form = joins(app, facilitator, workshop)
    codes = [phone.sends(form, {"address": f"a{n}@example.org", "act": "leave"}).status_code for n in range(5)]
    assert codes == [303] * 4 + [429]


def test_without_a_seat_or_a_mail_server_there_is_no_form(app, facilitator, workshop):
    code = code_of(app, workshop)
    assert Visitor(app).opens(f"/w/{code}/mail").status_code == 303
    phone, form = joins(app, facilitator, workshop)
    assert re.search(r'"mail": ?"/w/', phone.opens(f"/w/{code}").text)
    house_of(app).settings = replace(house_of(app).settings, smtp=None)
    assert phone.opens(form).status_code == 404
    assert not re.search(r'"mail": ?"/w/', phone.opens(f"/w/{code}").text)
    assert "LED_SMTP_URL" in facilitator.opens(workshop + "handout").text
    assert sends(facilitator, workshop).status_code == 400


NO_ADDRESSES = (
    *("", "ada", "ada@", "@example.org", "ada@example", "a b@example.org", "ada@example.org\nBcc: x@y.org", "a@@b.org"),
    *("ada@exa mple.org", "<ada@example.org>", "ada@.org", "a..b@example.org", "ada@-.org", "x" * 250 + "@example.org"),
)


@pytest.mark.parametrize("typed", NO_ADDRESSES)
def test_what_is_no_address_is_refused(typed):
    with pytest.raises(Refused):
        address_of(typed)


@pytest.mark.parametrize("typed", [ADA, "o'neil+led@mail.example.co", "бат@пример.мон", "a@bücher.example"])
def test_what_is_an_address_is_taken(typed):
    assert address_of(typed.replace("example", "Example")) == typed
    assert addresses_of(f"{typed};{typed}\n") == [typed]


@pytest.mark.parametrize(
    ("url", "smtp"),
    [
        ("smtp://mail.example?from=a@b.org", Smtp("mail.example", 587, "a@b.org")),
        ("smtps://u%40x:p%2F@mail.example?from=a@b.org", Smtp("mail.example", 465, "a@b.org", "u@x", "p/", "always")),
        ("smtp://localhost:25?from=a@b.org&tls=none", Smtp("localhost", 25, "a@b.org", tls="none")),
    ],
)
def test_the_setting_says_where_mail_is_handed_in(url, smtp, tmp_path):
    assert Settings.read({"LED_SMTP_URL": url}, data=tmp_path).smtp == smtp


@pytest.mark.parametrize(
    "url",
    ["mail.example", "smtp://mail.example", "http://x?from=a@b.org", "smtp://x:y?from=a@b", "smtp://x?from=a@b&tls=no"],
)
def test_a_setting_that_does_not_fit_is_told(url, tmp_path):
    with pytest.raises(SettingsError, match="LED_SMTP_URL"):
        Settings.read({"LED_SMTP_URL": url}, data=tmp_path)
