"""Signing a saved version off: by a link of one's own, on paper, and what a seal closes with it."""

from __future__ import annotations

import json
import re
from io import BytesIO

import pytest

from shared.minutes.seal import checksum
from shared.store import revisions, signatures
from tests.web.conftest import Visitor, house_of


@pytest.fixture
def version(facilitator, workshop) -> str:
    """The page of a saved version."""
    facilitator.sends(workshop + "minutes/versions", {"remark": ""}, page=workshop + "minutes")
    return workshop + "minutes/1/corrections"


@pytest.fixture
def acts(facilitator, version):
    signers = version.replace("corrections", "signers")
    return lambda act, **more: facilitator.sends(signers, {"act": act, **more}, page=version)


@pytest.fixture
def listed(app, version):
    def look():
        with house_of(app).store.read() as connection:
            return signatures.all_of(connection, version.split("/")[3], 1)

    return look


@pytest.fixture
def dorj(acts, listed) -> str:
    """The link of the host, who shall sign."""
    acts("add", role="Host", name="Dorj")
    return link_of(acts("link", signer=listed()[-1].id))


def link_of(answer) -> str:
    return re.search(r'value="http://[^/"]+(/minutes/sign/[\w-]{43})"', answer.text)[1]


def test_somebody_signs_once_by_a_link_of_their_own(facilitator, visitor, version, dorj, listed):
    assert "I sign this version" in visitor.opens(dorj).text
    assert "not signed yet" in facilitator.opens(version).text
    signed = visitor.sends(dorj, {})
    assert signed.status_code == 303
    assert "Thank you" in visitor.opens(signed.headers["Location"]).text
    assert "I sign" not in visitor.opens(dorj).text
    assert listed()[0].signed_at is not None
    assert ">Confirmed</span>" in facilitator.opens(version.replace("/1/corrections", "")).text


def test_a_second_signature_is_refused_in_words(visitor, dorj, listed):
    from tests.web.conftest import form_token

    token = form_token(visitor.opens(dorj))
    answers = [visitor.client.post(dorj, data={"form_token": token}, **visitor.how) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 400]
    assert "signed already" in answers[1].text


def test_a_link_signs_for_one_and_opens_nothing_else(acts, listed, visitor, dorj, version, facilitator):
    assert visitor.opens(dorj.replace("/sign/", "/correct/")).status_code == 404
    opened = facilitator.sends(version, {"act": "open", "days": "5"}).text
    correct = re.search(r'(/minutes/correct/[\w-]{43})"', opened)[1]
    assert visitor.opens(correct.replace("/correct/", "/sign/")).status_code == 404
    fresh = link_of(acts("link", signer=listed()[0].id))
    assert visitor.opens(dorj).status_code == 404
    acts("remove", signer=listed()[0].id)
    assert visitor.opens(fresh).status_code == 404
    assert listed() == []


def test_what_was_signed_on_paper_is_recorded_with_its_day(app, acts, listed, facilitator, version):
    acts("add", role="Chamber <b>", name="Sara")
    (sara,) = listed()
    assert "still to come" in acts("paper", signer=sara.id, day="2999-01-01").text
    assert acts("paper", signer=sara.id, day="x").status_code == 400
    assert acts("paper", signer=sara.id, day="2026-01-05").status_code == 303
    assert acts("paper", signer=sara.id, day="2026-01-05").status_code == 400
    assert acts("link", signer=sara.id).status_code == 400
    assert acts("link", signer="f" * 32).status_code == 400
    page = version.replace("/1/corrections", "")
    text = facilitator.opens(page + "/1.html").text
    assert "Chamber &lt;b&gt;" in text
    assert "on paper, January 5, 2026 (recorded by Tuya Bat)" in text
    assert "Confirmed" in text
    data = facilitator.opens(page + "/1.json").json["sign_off"]
    assert data["state"] == "confirmed"
    assert [one["paper_day"] for one in data["signatures"]] == ["2026-01-05"]
    for format in ("pdf", "docx", "odt", "xlsx", "csv", "md"):
        assert facilitator.opens(f"{page}/1.{format}").status_code == 200


def test_a_seal_closes_the_signatures_too(app, acts, listed, facilitator, visitor, version, dorj):
    page = version.replace("/1/corrections", "")
    acts("add", role="Chamber", name="Sara")
    visitor.sends(dorj, {})
    facilitator.sends(page + "/1/seal", {}, page=page)
    with house_of(app).store.read() as connection:
        kept = revisions.one(connection, version.split("/")[3], 1)
    assert kept.checksum != checksum(kept.data, kept.tree)
    sara = listed()[1]
    for act in ("link", "paper", "remove"):
        assert acts(act, signer=sara.id, day="2026-01-05").status_code == 400
    assert acts("add", role="Host", name="Late").status_code == 400
    sealed = facilitator.opens(page + "/1.json").data
    file = {"file": (BytesIO(sealed), "minutes.json")}
    told = Visitor(app).sends("/minutes/verify", file, page="/minutes/verify").text
    assert "Yes: this file" in told
    assert "<bdi>Dorj</bdi>, <bdi>Host</bdi>: Signed: " in told
    assert "<bdi>Sara</bdi>, <bdi>Chamber</bdi>: not signed yet" in told
    forged = json.loads(sealed)
    forged["seal"]["signatures"][1]["signed_at"] = 1
    file = {"file": (BytesIO(json.dumps(forged).encode()), "minutes.json")}
    assert "not as it was given out" in Visitor(app).sends("/minutes/verify", file, page="/minutes/verify").text


def test_a_sealed_version_is_not_reached_by_way_of_another(acts, listed, facilitator, version, dorj):
    page = version.replace("/1/corrections", "")
    facilitator.sends(page + "/1/seal", {}, page=page)
    facilitator.sends(page + "/versions", {"remark": ""}, page=page)
    (signer,) = before = listed()
    for act in ("remove", "paper", "link"):
        facilitator.sends(page + "/2/signers", {"act": act, "signer": signer.id, "day": "2026-01-05"}, page=page)
    assert listed() == before
    assert (
        "Yes: this file"
        in facilitator.sends(
            "/minutes/verify",
            {"file": (BytesIO(facilitator.opens(page + "/1.json").data), "m.json")},
            page="/minutes/verify",
        ).text
    )


def test_nobody_signs_a_sealed_version(facilitator, visitor, version, dorj, listed):
    from tests.web.conftest import form_token

    page = version.replace("/1/corrections", "")
    token = form_token(visitor.opens(dorj))
    facilitator.sends(page + "/1/seal", {}, page=page)
    assert visitor.client.post(dorj, data={"form_token": token}, **visitor.how).status_code == 400
    assert "sealed without this signature" in visitor.opens(dorj).text
    assert listed()[0].signed_at is None


def test_a_sealed_version_without_signers_has_the_checksum_it_always_had(app, facilitator, version):
    page = version.replace("/1/corrections", "")
    facilitator.sends(page + "/1/seal", {}, page=page)
    with house_of(app).store.read() as connection:
        kept = revisions.one(connection, version.split("/")[3], 1)
    assert kept.checksum == checksum(kept.data, kept.tree)
