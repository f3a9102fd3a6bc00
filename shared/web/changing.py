"""Changes to a measure's contract, as a page for office and champion: what holds, what is wished, what became of it."""

from __future__ import annotations

from typing import Any

from flask import abort, g, render_template, request

from shared.domain.register import changing
from shared.domain.register.changing import MOST_WHY, Plan
from shared.domain.register.entries import Entry
from shared.domain.register.states import OFFICE
from shared.store.keys import new_id

from . import language as speech
from .application import does
from .checking import today
from .site import say


def act_on_changes(entry: Entry, by: str, party: str) -> str:
    """Ask for a change, or as the office answer what waits; say which."""
    form, now = request.form.to_dict(), today()
    act = form.get("act", "")
    if act == "ask":
        id = new_id()
        does(entry, lambda here: changing.wish(here, by, party, id, form, now))
    elif act in ("allow", "refuse") and party == OFFICE:
        does(entry, lambda here: changing.answer(here, by, act == "allow", form.get("word", "")))
    else:
        abort(400)
    return act


def changes_page(entry: Entry, party: str, frame: str, back: str, refused: str = "", **more: Any) -> str:
    now, first, waits = changing.standing(entry), changing.contract(entry), changing.waiting(entry)
    said, typed = request.args.get("said", ""), request.form if refused else {}
    return render_template(
        "changes.html",
        frame=frame,
        entry=entry,
        office=party == OFFICE,
        open=changing.may_ask(entry, party) and waits is None,
        lines=[
            {
                "name": f"{item} ({say(f'register.choice.{payer}')})" if payer else item,
                "first": _figure(first, n),
                "now": _figure(now, n),
                "typed": typed.get(f"amount-{n}", ""),
            }
            for n, (item, payer) in enumerate(changing.lines(entry))
        ],
        whole=(speech.figure(g.language, sum(first.amounts)), speech.figure(g.language, sum(now.amounts))),
        ends=(_day(first.end), _day(now.end)),
        end=typed.get("end", now.end),
        why=typed.get("why", ""),
        word=typed.get("word", ""),
        wishes=[_told(wish) for wish in reversed(changing.wishes(entry))],
        waits=waits.who if waits else "",
        most=MOST_WHY,
        shares=(changing.FREE_SHARE, changing.OFFICE_SHARE, changing.FREE_MONTHS),
        back=back,
        said=say(f"changing.said_{said}") if said in ("ask", "allow", "refuse") else "",
        refused=refused,
        **more,
    )


def _told(wish: changing.Wish) -> dict[str, str]:
    return {
        "stand": wish.stand,
        "amounts": " · ".join(speech.figure(g.language, amount) for amount in wish.plan.amounts),
        "end": _day(wish.plan.end),
        "who": say(f"changing.who_{wish.who}"),
        "why": wish.why,
        "by": wish.by,
        "day": _day(wish.day),
        "word": wish.word,
    }


def _figure(plan: Plan, n: int) -> str:
    return speech.figure(g.language, plan.amounts[n])


def _day(iso: str) -> str:
    return speech.day(g.language, iso, "medium") if iso else ""
