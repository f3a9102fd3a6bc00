"""A vote in which options were joined afterwards: in sealed minutes, in a clone, and in a clone of its second round."""

from __future__ import annotations

import io
import secrets

import pytest

from shared.domain.activities import vote
from shared.domain.changes import Actor
from shared.domain.records import Activity
from shared.store.keys import new_id
from shared.web.making import clone_workshop
from tests.web.conftest import house_of
from tests.web.test_prepare import does, everything

CHOICES = ["Roads", "Streets", "Water", "Wool"]
PAPERS = [["own-1", "own-2"]] * 3 + [["own-1", "own-3"]] * 3 + [["own-2", "own-4"]] * 3 + [["own-3", "own-4"]] * 3


class Voted:
    """A vote of twelve people in which streets were found to be the same as roads."""

    def __init__(self, app, workshop: str, kind: str) -> None:
        self.app, self.page, self.kind, self.id = app, workshop, kind, workshop.split("/")[3]
        self.desk = house_of(app).desk
        self.seats = [self.desk.join(self.id, {"sector": "public"}).seat for _ in PAPERS]
        does(app, workshop, "activity.add", activity="v", kind=kind, title="What first?")
        settings = {"about": "own", "choices": CHOICES, **({"dots": 2, "most": 1} if kind == "dots" else {"most": 0})}
        does(app, workshop, "activity.edit", activity="v", settings=settings)
        self.holds("v")
        self.joined = does(app, workshop, "vote.join", activity="v", option="own-2", into="own-1").version

    def holds(self, step: str) -> None:
        does(self.app, self.page, "activity.open", activity=step)
        options = self.step(step).options
        for seat, chosen in zip(self.seats, PAPERS, strict=True):
            left = [option for option in chosen if option in options]
            paper = dict.fromkeys(left, 1) if self.kind == "dots" else left
            self.desk.cast(self.id, Actor("seat", seat), step, secrets.token_hex(16), 1, paper)
        for verb in ("close", "reveal"):
            does(self.app, self.page, f"activity.{verb}", activity=step)

    def step(self, id: str = "v", workshop: str = "") -> Activity:
        _, records = house_of(self.app).store.records(workshop or self.id)
        return next(r for r in records if isinstance(r, Activity) and r.id == id)


@pytest.fixture(params=["dots", "choice"])
def voted(app, facilitator, workshop, request) -> Voted:
    return Voted(app, workshop, request.param)


def test_sealed_minutes_keep_the_join_though_it_is_taken_back_later(voted, facilitator, visitor):
    page = voted.page + "minutes"
    facilitator.sends(page + "/versions", {"remark": ""}, page=page)
    facilitator.sends(page + "/1/seal", {}, page=page)
    sealed = {form: facilitator.opens(f"{page}/1.{form}").data for form in ("md", "html", "json")}
    assert all(
        "Streets" in file.decode() and "counted anew" in file.decode() for file in (sealed["md"], sealed["html"])
    )
    does(voted.app, voted.page, "undo", version=voted.joined)
    assert {form: facilitator.opens(f"{page}/1.{form}").data for form in sealed} == sealed
    told = visitor.sends(
        "/minutes/verify", {"file": (io.BytesIO(sealed["md"]), "minutes")}, page="/minutes/verify"
    ).text
    assert "Yes: this file is the sealed minutes" in told
    draft = facilitator.opens(page + ".md").text
    assert "had been joined and were taken apart again" in draft and "counted anew" not in draft


def test_a_clone_votes_on_all_of_them_again(voted):
    does(voted.app, voted.page, "activity.again", activity="v", again="again")
    voted.holds("again")
    (item,) = [item for item in voted.step("again").result["items"] if item["title"] == "Roads"]
    assert item["place_before"] == 1, "joined in the first round: nine people"
    made = clone_workshop(voted.desk, voted.id, title="Again", date="2027-02-01")
    _, records = house_of(voted.app).store.records(made.id)
    steps = [r for r in records if isinstance(r, Activity) and r.title.startswith("What first?")]
    assert [(step.phase, step.result, step.options, step.lots) for step in steps] == [("draft", None, [], [])] * 2
    assert {step.kind for step in steps} == {voted.kind}
    first, second = sorted(steps, key=lambda step: step.position)
    assert second.source == first.id, "and is its second round"
    titles = house_of(voted.app).store.look(made.id, lambda board: [o.title for o in vote.options_of(board, first)])
    assert titles == CHOICES


def test_a_clone_of_a_clone_holds_its_vote_and_joins_in_it(voted, app):
    made = clone_workshop(voted.desk, voted.id, title="Again", date="2027-02-01")
    page = voted.page.replace(voted.id, made.id)
    _, records = everything(app, page)
    again = next(r for r in records if isinstance(r, Activity) and r.title == "What first?")
    seats = [voted.desk.join(made.id, {"sector": "private"}).seat for _ in PAPERS]
    does(app, page, "activity.open", activity=again.id)
    for seat, chosen in zip(seats, PAPERS, strict=True):
        paper = dict.fromkeys(chosen, 1) if voted.kind == "dots" else chosen
        voted.desk.cast(made.id, Actor("seat", seat), again.id, new_id(), 1, paper)
    for verb in ("close", "reveal"):
        does(app, page, f"activity.{verb}", activity=again.id)
    does(app, page, "vote.join", activity=again.id, option="own-3", into="own-4")
    there, here = voted.step(again.id, made.id).result, voted.step().result
    assert [item["title"] for item in there["items"] if item["place"] == 1] == ["Wool"]
    assert (there["joined"][0]["after"], here["joined"][0]["after"]) == (9, 9)
