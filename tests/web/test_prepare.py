"""The preparation: its shell, and the phone on which a step is tried without touching the room."""

from __future__ import annotations

import pytest

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.changes import Actor
from shared.domain.records import Activity
from shared.store.keys import new_id
from tests.web.conftest import boot, house_of

TUYA = Actor("facilitator", "p", "Tuya")


def does(app, page, verb, **args):
    return house_of(app).desk.perform(page.split("/")[3], TUYA, new_id(), verb, args)


def everything(app, page):
    return house_of(app).store.records(page.split("/")[3])


def step_of(app, page, kind):
    _, records = everything(app, page)
    return next(r for r in records if isinstance(r, Activity) and r.kind == kind)


def trial(facilitator, page, step, phase="open"):
    return facilitator.opens(f"{page}prepare/{step}/trial?phase={phase}").json


def test_the_page_knows_all_kinds_and_shows_a_phone_within(facilitator, workshop):
    answer = facilitator.opens(f"{workshop}prepare")
    told = boot(answer)
    assert {kind["kind"] for kind in told["kinds"]} == set(KINDS_OF_ACTIVITY)
    assert "frame-src 'self'" in answer.headers["Content-Security-Policy"]
    phone = facilitator.opens(told["urls"]["phone"].replace("STEP", "nowhere"))
    assert phone.status_code == 404


@pytest.mark.parametrize("kind", sorted(KINDS_OF_ACTIVITY))
@pytest.mark.parametrize("phase", ["draft", "open"])
def test_every_kind_is_tried_with_examples_and_nothing_is_stored(app, facilitator, workshop, kind, phase):
    does(app, workshop, "activity.add", activity="x", kind=kind, title="Try me")
    before = everything(app, workshop)
    answer = facilitator.opens(f"{workshop}prepare/x/phone?phase={phase}")
    told = boot(answer)
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    shown = trial(facilitator, workshop, "x", phase)
    for records in (told["snapshot"]["records"], shown["snapshot"]["records"]):
        (room,) = records["workshop"].values()
        assert room["now"] == "x"
        assert "result" not in records["activity"]["x"] or records["activity"]["x"]["result"] is None
    assert shown["snapshot"]["records"]["activity"]["x"]["phase"] == phase
    assert list(shown["mine"]["records"]["seat"]) == ["preview"]
    assert everything(app, workshop) == before


def test_a_vote_about_groups_to_come_is_tried_with_example_groups(app, facilitator, workshop):
    dots = step_of(app, workshop, "dots")
    shown = trial(facilitator, workshop, dots.id)
    assert len(shown["snapshot"]["records"]["activity"][dots.id]["options"]) == 4
    assert not shown["refused"]
    does(app, workshop, "activity.edit", activity=dots.id, settings={"dots": 5})
    assert trial(facilitator, workshop, dots.id)["snapshot"]["records"]["activity"][dots.id]["settings"]["dots"] == 5


def test_what_keeps_a_step_from_opening_is_told(app, facilitator, workshop):
    does(app, workshop, "activity.add", activity="x", kind="choice", title="Own", settings={"about": "own"})
    assert "choices" in trial(facilitator, workshop, "x")["refused"]
    does(app, workshop, "activity.edit", activity="x", settings={"choices": ["A", "B"]})
    assert trial(facilitator, workshop, "x")["refused"] == ""


def test_numbers_that_fit_are_suggested(app, facilitator, workshop):
    cards, dots = step_of(app, workshop, "brainstorm"), step_of(app, workshop, "dots")
    assert trial(facilitator, workshop, cards.id)["suggested"] == {}
    does(app, workshop, "workshop.edit", expected=28)
    assert trial(facilitator, workshop, cards.id)["suggested"] == {"limit": 5}
    does(app, workshop, "workshop.edit", expected=15)
    assert trial(facilitator, workshop, cards.id)["suggested"] == {"limit": 3}
    assert trial(facilitator, workshop, dots.id)["suggested"] == {}
    own = {"about": "own", "choices": [f"Choice {n}" for n in range(12)]}
    does(app, workshop, "activity.edit", activity=dots.id, settings=own)
    assert trial(facilitator, workshop, dots.id)["suggested"] == {"dots": 4}


def test_the_phone_on_trial_speaks_a_language_that_the_workshop_offers(app, facilitator, workshop):
    does(app, workshop, "workshop.edit", languages=["en", "mn"])
    cards = step_of(app, workshop, "brainstorm").id
    does(app, workshop, "activity.edit", activity=cards, translations={"mn": {"question": "Юу саад болж байна?"}})
    for asked, spoken in (("mn", "mn"), ("en", "en"), ("ar", "en"), ("", "en")):
        told = boot(facilitator.opens(f"{workshop}prepare/{cards}/phone?language={asked}"))
        assert told["language"] == spoken
        assert told["snapshot"]["records"]["activity"][cards]["translations"]["mn"]["question"] == "Юу саад болж байна?"


def test_another_may_not_look(app, visitor, workshop):
    assert visitor.opens(f"{workshop}prepare").status_code == 303
    assert visitor.opens(f"{workshop}prepare/x/phone").status_code == 303
    assert visitor.opens(f"{workshop}prepare/x/trial").status_code == 303


def test_the_guide_of_interviews_is_printed_and_nothing_else_is(app, facilitator):
    base = facilitator.makes_a_workshop("Interviews", "interviews")
    step, cards = step_of(app, base, "interview").id, step_of(app, base, "brainstorm").id
    printed = boot(facilitator.opens(f"{base}console"))["urls"]["guide"].replace("STEP", step)
    for format, begins in (("pdf", b"%PDF"), ("docx", b"PK"), ("odt", b"PK")):
        file = facilitator.opens(printed.replace("pdf", format))
        assert file.status_code == 200 and file.data.startswith(begins)
    for wrong in (f"{step}.html", f"{cards}.pdf", "nowhere.pdf"):
        assert facilitator.opens(f"{base}guide/{wrong}").status_code == 404
