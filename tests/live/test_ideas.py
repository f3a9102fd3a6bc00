"""Suggestive writing on the wire: a phone gets the cards that it is offered and no other, by no way."""

from __future__ import annotations

from tests.live.test_secret import canary, everything, sees_over_http
from tests.people import Phone, Workshop, post


def asks(workshop: Workshop, phone: Phone, activity: str) -> dict:
    url = f"{workshop.server.url}/w/{workshop.code}/api/ideas"
    return post(url, {"activity": activity}, Authorization=f"Bearer {phone.token}")


def writes(workshop: Workshop, mode: str) -> tuple[Phone, list[str], str]:
    """Ann writes one card, others nine: (Ann, the others' words, the step)."""
    console = workshop.console()
    step = console.obstacles
    console.does("activity.edit", activity=step, settings={"mode": mode})
    console.does("activity.open", activity=step)
    ann, others = workshop.phone(), [workshop.phone("public") for _ in range(3)]
    said = [canary() for _ in range(9)]
    for n, text in enumerate(said):
        assert others[n % 3].adds(step, text)["ok"]
    assert ann.adds(step, "my own")["ok"]
    ann.reaches(console.version)
    return ann, said, step


def test_alone_nothing_is_offered(workshop):
    ann, said, step = writes(workshop, "alone")
    assert asks(workshop, ann, step)["cards"] == []
    heard = everything(ann) + sees_over_http(workshop, ann)
    assert not any(text in heard for text in said)


def test_suggestive_a_phone_gets_what_it_is_offered_without_names_and_nothing_else(workshop):
    ann, said, step = writes(workshop, "suggestive")
    answers = [asks(workshop, ann, step) for _ in range(5)]
    offered = {card["text"] for answer in answers for card in answer["cards"]}
    assert len(offered) <= 3 and offered <= set(said)
    assert all(card.keys() == {"id", "text"} for answer in answers for card in answer["cards"])
    heard = everything(ann) + sees_over_http(workshop, ann)
    assert not any(text in heard for text in said)


def test_strangers_and_wrong_questions_get_nothing(workshop):
    ann, _, step = writes(workshop, "suggestive")
    url = f"{workshop.server.url}/w/{workshop.code}/api/ideas"
    assert post(url, {"activity": step}, Authorization="Bearer none")["code"] == "not_joined"
    assert asks(workshop, ann, "elsewhere")["code"] == "not_found"
    assert post(url, {"activity": [step]}, Authorization=f"Bearer {ann.token}")["code"] == "not_found"
    hand = f"{workshop.server.url}/w/{workshop.code}/api/hand"
    assert post(hand, {"activity": step, "without": []}, Authorization=f"Bearer {ann.token}")["code"] == "not_found"
    assert post(hand, {"activity": step, "without": 1}, Authorization=f"Bearer {ann.token}")["code"] == "invalid"
