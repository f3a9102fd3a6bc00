"""What an interviewer was told, on every path: sockets, HTTP, pages, minutes, history."""

from __future__ import annotations

from tests.harness.server import until
from tests.live.test_findings import minutes, told_of
from tests.live.test_secret import canary, everything


def test_an_interview_reaches_consoles_and_its_own_phone_only_and_its_note_not_even_a_console(workshop):
    console, wall, ann, bat = workshop.console(), workshop.wall(), workshop.phone(), workshop.phone("public")
    console.does("activity.add", activity="r", kind="interview", title="Interviews")
    console.does("activity.open", activity="r")
    work, place, note, said, quote, hush = (canary() for _ in range(6))
    about = {"group": "firm", "line_of_work": work, "place": place, "note": note, "consent": "May we note it down?"}
    assert ann.command("interview.write", activity="r", interview="i", **about)["ok"]
    point = {"interview": "i", "question": "q4", "factors": ["2.1"], "sign": "-"}
    assert ann.command("interview.answer", answer="a", statement=said, quote=quote, **point)["ok"]
    answer = ann.command("interview.answer", answer="b", statement=hush, confidential=True, **point)
    refused = bat.command("interview.strike", interview="i", answer="a")
    assert refused["code"] == "not_found"
    for screen in (wall, console, ann):
        screen.reaches(answer["version"])
    late = workshop.phone()
    words = (work, place, note, said, quote, hush)
    seen = told_of(workshop, wall, [bat, late]) + minutes(workshop)
    assert [word for word in words if word in seen] == []
    until(lambda: all(word in everything(ann) for word in words), "an interviewer's own words")
    until(lambda: all(word in everything(console) for word in words if word != note), "the words of an interview")
    assert note not in everything(console)

    console.does("activity.close", activity="r")
    for screen in (wall, ann, bat):
        screen.reaches(console.version)
    told = minutes(workshop)
    assert said in told and quote in told, "findings are told once they are drawn up"
    assert [word for word in (work, place, note, hush) if word in told] == []
    assert [word for word in words if word in told_of(workshop, wall, [bat, late])] == [], "nobody has shown them yet"
    console.does("finding.show", shown=True)
    bat.reaches(console.version)
    seen = told_of(workshop, wall, [bat, late])
    assert said in seen and [word for word in (work, place, note, hush) if word in seen] == []
