"""Second promise: sent again means done once."""

from __future__ import annotations

from tests.people import Phone, new_id, together


def test_a_command_sent_a_hundred_times_over_ten_sockets_is_done_once(workshop):
    console = workshop.console()
    consoles = [workshop.console() for _ in range(9)] + [console]
    console.does("activity.open", activity=console.obstacles)
    args = {"activity": console.obstacles, "card": new_id(), "text": "Trees"}
    command = {"id": new_id(), "verb": "card.add", "args": args}
    before = console.version
    answers = [
        a
        for many in together(*[lambda c=c: [c.says("command", command) for _ in range(10)] for c in consoles])
        for a in many
    ]
    assert len(answers) == 100 and all(answer == answers[0] for answer in answers)
    assert answers[0] == {"ok": True, "version": before + 1}
    console.reaches(before + 1)
    assert [c["text"] for c in console.all("card").values()] == ["Trees"]
    other = console.says("command", {**command, "args": {**args, "text": "Stones"}})
    assert (other["ok"], other["code"], other["retry"]) == (False, "id_reused", False)


def test_a_command_over_http_and_socket_is_the_same_command(workshop):
    console, phone = workshop.console(), workshop.phone()
    console.does("activity.open", activity=console.obstacles)
    command = {
        "id": new_id(),
        "verb": "card.add",
        "args": {"activity": console.obstacles, "card": new_id(), "text": "x"},
    }
    first = phone.says("command", command)
    assert plainly(workshop, phone, "command", command) == first
    ballot_to_nothing = {"activity": console.obstacles, "key": new_id(), "revision": 1, "paper": {}}
    assert plainly(workshop, phone, "ballot", ballot_to_nothing)["code"] == "invalid"


def test_a_ballot_sent_again_or_late_changes_nothing(workshop):
    console = workshop.console()
    phones = [workshop.phone() for _ in range(4)]
    a, b = console.makes_groups("A", "B")
    vote = console.step("dots")["id"]
    console.does("activity.open", activity=vote)
    old, new = phones[0].ballot(vote, {a: 1}), phones[0].ballot(vote, {b: 1})
    for ballot in (old, old, new, new, old, new):
        assert phones[0].says("ballot", ballot)["ok"]
    phones[1].votes(vote, {a: 1})
    console.does("activity.close", activity=vote)
    assert phones[0].says("ballot", new)["code"] == "phase_closed"
    console.does("activity.reveal", activity=vote)
    items = console.all("activity")[vote]["result"]["items"]
    assert {i["id"]: i["dots"] for i in items} == {a: 1, b: 1}


def test_another_phone_with_the_same_seat_does_not_vote_twice(workshop):
    console, phone = workshop.console(), workshop.phone()
    others = [workshop.phone() for _ in range(3)]
    a, _ = console.makes_groups("A", "B")
    vote = console.step("dots")["id"]
    console.does("activity.open", activity=vote)
    assert phone.votes(vote, {a: 1})["ok"]
    phone.keys.clear()  # as after the browser's storage was emptied
    assert phone.votes(vote, {a: 1})["code"] == "already_voted"
    stolen = others[0].ballot(vote, {})
    assert others[0].says("ballot", stolen)["ok"]
    others[1].votes(vote, {a: 1})
    assert others[0].says("ballot", {**stolen, "key": others[1].keys[vote], "revision": 9})["code"] == "already_voted"


def plainly(workshop, phone: Phone, path: str, body):
    from tests.people import post

    address = f"{workshop.server.url}/w/{workshop.code}/api/{path}"
    return post(address, body, Authorization=f"Bearer {phone.token}")
