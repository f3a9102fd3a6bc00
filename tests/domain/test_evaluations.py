"""What became of measures: told by whoever stands for one, agreed or disputed, while the plan keeps its words."""

from __future__ import annotations

import pytest

from shared.domain.changes import Actor, Refused
from shared.domain.evaluations import figure, totals
from shared.domain.records import Activity, Measure, Pledge
from tests.domain.room import SYSTEM, Room

WELL = {f"Q{n}": "yes" for n in (1, 2, 3, 4, 6)}
PROVED = {**WELL, **{f"{q}_word": "seen" for q in WELL}}


@pytest.fixture
def planned(room: Room) -> Room:
    """An evaluation that is not open yet, with one measure and what it is to reach."""
    room.does("activity.add", activity="e", kind="evaluation", title="Facts")
    room.does("measure.adopt", measure="m", title="Craft centre")
    sheet = {"effect": "Two looms run", "month": 4, "total": 9000}
    room.does("measure.edit", measure="m", sheet=sheet, champion="Aya")
    line = {"id": "jobs", "name": "Jobs", "unit": "full jobs", "base": "0", "target": "4"}
    room.does("measure.edit", measure="m", indicators=[line])
    return room


@pytest.fixture
def evaluating(planned: Room) -> Room:
    planned.does("activity.open", activity="e")
    return planned


def seat(room: Room) -> Actor:
    return Actor("seat", room.joins().id)


def measure(room: Room) -> Measure:
    return room.board.get(Measure, "m")


def reports(room: Room, line: str = "jobs", by: Actor | None = None, **told: str) -> None:
    args = {"activity": "e", "measure": "m", "line": line, **told}
    room.does("measure.report", args, **({"by": by} if by else {}))


def judges(room: Room, state: str, word: str = "", line: str = "jobs") -> None:
    room.does("measure.judge", {"activity": "e", "measure": "m", "line": line, "state": state, "word": word})


def checks(room: Room, by: Actor | None = None, **answers: str) -> None:
    args = {"activity": "e", "measure": "m", "answers": answers}
    room.does("measure.check", args, **({"by": by} if by else {}))


def test_what_was_reached_grows_bit_by_bit_and_is_taken_back_by_an_empty_word(evaluating):
    reports(evaluating, value="3")
    reports(evaluating, proof="list", remark="one on leave")
    assert measure(evaluating).reached == {"jobs": {"value": "3", "proof": "list", "remark": "one on leave"}}
    reports(evaluating, value="", proof="", remark="")
    assert measure(evaluating).reached == {}


@pytest.mark.parametrize("told", [{"proof": "rumour"}, {"line": "dream", "value": "3"}])
def test_a_proof_is_one_of_the_list_and_a_line_one_of_the_plan(evaluating, refused, told):
    with refused("invalid", "argument_wrong"):
        reports(evaluating, **told)


def test_nothing_can_be_told_before_the_step_opens(planned, refused):
    with refused("phase_closed", "writing_not_open"):
        reports(planned, value="3")


def test_a_phone_fills_in_after_taking_the_measure_and_only_while_the_step_is_open(evaluating, refused):
    aya = seat(evaluating)
    with refused("not_allowed", "measure_elsewhere"):
        reports(evaluating, by=aya, value="3")
    evaluating.does("measure.take", {"activity": "e", "measure": "m"}, by=aya)
    reports(evaluating, by=aya, value="3")
    checks(evaluating, by=aya, Q1="yes")
    evaluating.does("activity.confirm", activity="e")
    with refused("phase_closed", "writing_closed"):
        reports(evaluating, by=aya, value="4")
    reports(evaluating, value="4")
    assert measure(evaluating).reached["jobs"]["value"] == "4"


def test_an_evaluation_needs_a_measure(room, refused):
    room.does("activity.add", activity="e", kind="evaluation", title="Facts")
    with refused("invalid", "nothing_to_evaluate"):
        room.does("activity.open", activity="e")


def test_a_value_is_agreed_or_disputed_with_a_word_and_open_again_once_it_changes(evaluating, refused):
    with refused("invalid", "nothing_reached"):
        judges(evaluating, "confirmed")
    reports(evaluating, value="3")
    with refused("invalid", "text_empty"):
        judges(evaluating, "disputed")
    judges(evaluating, "disputed", "only two, says Bat")
    assert measure(evaluating).reached["jobs"]["word"] == "only two, says Bat"
    reports(evaluating, remark="counted twice")
    assert measure(evaluating).reached["jobs"]["state"] == "disputed"
    reports(evaluating, value="2")
    assert measure(evaluating).reached["jobs"] == {"value": "2", "remark": "counted twice"}


def test_only_the_facilitator_says_what_is_agreed(evaluating, refused):
    aya = seat(evaluating)
    evaluating.does("measure.take", {"activity": "e", "measure": "m"}, by=aya)
    reports(evaluating, by=aya, value="3")
    with refused("not_allowed", "not_allowed"):
        evaluating.does(
            "measure.judge", {"activity": "e", "measure": "m", "line": "jobs", "state": "confirmed"}, by=aya
        )


@pytest.mark.parametrize("change", [{"title": "Craft house"}, {"sheet": {"effect": "Three looms"}}, {"indicators": []}])
def test_the_plan_keeps_its_words_once_the_evaluation_is_open(evaluating, refused, change):
    with refused("phase_closed", "plan_stays"):
        evaluating.does("measure.edit", {"measure": "m", **change})


def test_a_phone_cannot_change_the_plan_either(planned, refused):
    planned.does("activity.add", activity="s", kind="sheet", title="Sketch")
    planned.does("activity.open", activity="s")
    aya = seat(planned)
    planned.does("measure.take", {"activity": "s", "measure": "m"}, by=aya)
    planned.does("measure.sketch", {"activity": "s", "measure": "m", "sheet": {"what": "A hall"}}, by=aya)
    planned.does("activity.open", activity="e")
    with refused("phase_closed", "plan_stays"):
        planned.does("measure.sketch", {"activity": "s", "measure": "m", "sheet": {"what": "A house"}}, by=aya)


def test_whoever_stands_up_today_does_not_change_who_stood_for_it_in_the_plan(evaluating):
    evaluating.does("activity.add", activity="c", kind="commit", title="Commit")
    evaluating.does("activity.open", activity="c")
    evaluating.does("measure.edit", measure="m", champion="")
    evaluating.does("pledge.write", activity="c", pledge="p", what="", who="Bat", measure="m", champion=True)
    assert measure(evaluating).champion == "Bat"
    assert evaluating.board.get(Activity, "e").settings["champions"] == {"m": "Aya"}


@pytest.mark.parametrize(
    "indicators",
    [
        [{"id": "a", "name": ""}],
        [{"id": "a", "name": "Jobs"}, {"id": "a", "name": "Firms"}],
        [{"id": "effect", "name": "Jobs"}],
        [{"name": "Jobs"}],
        [{"id": "a b", "name": "Jobs"}],
        [{"id": "a", "name": "Jobs", "colour": "red"}],
        [{"id": f"i{n}", "name": "Jobs"} for n in range(7)],
    ],
)
def test_what_is_to_be_reached_has_names_and_at_most_six_lines(planned, indicators):
    with pytest.raises(Refused) as found:
        planned.does("measure.edit", measure="m", indicators=indicators)
    assert found.value.key in ("text_empty", "argument_wrong", "indicators_full")


def test_a_check_is_kept_by_its_time_and_tells_its_verdict(evaluating):
    checks(evaluating, **PROVED)
    assert measure(evaluating).checks["T12"]["verdict"] == "effective"
    evaluating.does("activity.edit", activity="e", settings={"time": "T24"})
    checks(evaluating, Q1="no", Q1_word="closed in May")
    assert measure(evaluating).checks["T24"]["verdict"] == "ended"
    assert measure(evaluating).checks["T12"]["verdict"] == "effective"


def test_answers_without_proof_are_not_verified(evaluating):
    checks(evaluating, **WELL)
    assert measure(evaluating).checks["T12"]["verdict"] == "not_verified"
    checks(evaluating, **{f"{q}_word": "seen" for q in WELL if q != "Q2"})
    assert measure(evaluating).checks["T12"]["verdict"] == "not_verified"
    checks(evaluating, Q2_word="the cooperative")
    assert measure(evaluating).checks["T12"]["verdict"] == "effective"
    checks(evaluating, Q4="")
    assert measure(evaluating).checks["T12"]["verdict"] == "not_verified"


@pytest.mark.parametrize(
    "wrong",
    [{"Q1": "maybe"}, {"Q9": "yes"}, {"Q5": "yes"}, {"Q5_jobs": "many"}, {"Q1_who": "x"}, {"verdict": "effective"}],
)
def test_a_check_takes_its_own_answers_only(evaluating, refused, wrong):
    with refused("invalid", "argument_wrong"):
        checks(evaluating, **wrong)


def test_jobs_are_told_in_numbers(evaluating):
    checks(evaluating, Q5_jobs="2.5", Q5_firms="1", Q5_word="list of wages")
    assert measure(evaluating).checks["T12"]["Q5_jobs"] == "2.5"


def test_a_next_check_has_a_day_and_a_name(evaluating, refused):
    with refused("invalid", "who_looks"):
        evaluating.does("measure.schedule", measure="m", time="T6", due="2027-05-01")
    evaluating.does("measure.schedule", measure="m", time="T6", checker="Saraa")
    evaluating.does("measure.schedule", measure="m", time="T6", due="2027-05-01")
    checks(evaluating, Q1="no", Q1_word="x")
    assert measure(evaluating).checks["T6"] == {"due": "2027-05-01", "checker": "Saraa"}
    evaluating.does("measure.schedule", measure="m", time="T6", way="visit")
    assert measure(evaluating).checks["T6"] == {"due": "2027-05-01", "checker": "Saraa", "way": "visit"}
    with refused("invalid", "argument_wrong"):
        evaluating.does("measure.schedule", measure="m", time="T6", way="dream")
    evaluating.does("measure.schedule", measure="m", time="T6", way="")
    assert "way" not in measure(evaluating).checks["T6"]
    with refused("invalid", "who_looks"):
        evaluating.does("measure.schedule", measure="m", time="T6", checker="")
    with refused("invalid", "argument_wrong"):
        evaluating.does("measure.schedule", measure="m", time="T7", due="2027-05-01", checker="Saraa")


def test_dropping_a_measure_leaves_no_line_that_speaks_of_it(room):
    room.does("measure.adopt", measure="m", title="Craft centre")
    room.does("activity.open", activity=room.step("plan").id)
    room.does("pledge.write", activity=room.step("plan").id, pledge="p", what="Ask", measure="m")
    version = room.does("measure.drop", measure="m")
    assert room.board.get(Pledge, "p").measure is None
    room.does("undo", version=version)
    assert room.board.get(Pledge, "p").measure == "m"


def test_the_wall_turns_to_a_measure_until_the_next_step(evaluating):
    evaluating.does("wall.turn", measure="m")
    assert evaluating.workshop.wall["measure"] == "m"
    evaluating.does("activity.enter", activity=evaluating.step("discussion").id)
    assert evaluating.workshop.wall["measure"] is None


def test_measures_are_taken_over_by_the_program_only(evaluating, refused):
    with refused("not_allowed", "not_allowed"):
        evaluating.does("measure.carry", measures=[], pledges=[], title="x")
    with refused("phase_closed", "carry_before_opening"):
        evaluating.does("measure.carry", {"measures": [], "pledges": [], "title": "x"}, by=SYSTEM)


@pytest.mark.parametrize(
    ("line", "typed", "kept"),
    [
        ("common-jobs", "1 200", "1200"),
        ("common-jobs", "7.0", "7"),
        ("common-fte", "3,5", "3.5"),
        ("common-extra_income", "12’000", "12000"),
    ],
)
def test_common_figures_are_numbers_in_the_same_units(evaluating, line, typed, kept):
    reports(evaluating, line=line, value=typed, proof="book")
    assert measure(evaluating).reached[line] == {"value": kept, "proof": "book"}
    reports(evaluating, line=line, value="", proof="")
    assert measure(evaluating).reached == {}


@pytest.mark.parametrize(
    ("line", "typed"),
    [("common-jobs", "many"), ("common-jobs", "3.5"), ("common-jobs", "-1"), ("common-fte", "1.234"), ("jobs", None)],
)
def test_what_is_no_figure_of_its_line_is_refused(evaluating, refused, line, typed):
    if typed is None:  # lines of a plan tell whatever words they like
        return reports(evaluating, line=line, value="three, soon four")
    with refused("invalid", "form_number"):
        reports(evaluating, line=line, value=typed)


def test_common_figures_add_up_over_the_measures_that_tell_them_without_what_is_disputed(evaluating):
    evaluating.does("measure.adopt", measure="n", title="Milk point")
    evaluating.does("measure.adopt", measure="o", title="Stalls")
    for id, jobs, fte in (("m", "3", "1.75"), ("n", "4", "2.5"), ("o", "", "9")):
        for line, value in (("common-jobs", jobs), ("common-fte", fte)):
            evaluating.does("measure.report", activity="e", measure=id, line=line, value=value)
    told = {"activity": "e", "measure": "o", "line": "common-fte", "state": "disputed", "word": "they left"}
    evaluating.does("measure.judge", told)
    found = [(one.line, figure(one.value), one.known) for one in totals(evaluating.board.find(Measure))]
    assert found == [("common-jobs", "7", 2), ("common-fte", "4.25", 2)]


def test_no_line_of_a_plan_takes_the_name_of_a_common_figure(planned, refused):
    with refused("invalid", "argument_wrong"):
        planned.does("measure.edit", measure="m", indicators=[{"id": "common-jobs", "name": "Ours"}])
