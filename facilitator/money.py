"""The money of one measure, for the office: its call, its contract, what is paid and accounted for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import abort, g, make_response, request
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.financing.books import (
    LEAST_OFFER,
    PROVED,
    Booking,
    booking,
    contract,
    offer,
    paid_tranches,
    promised,
    standing,
    tranches,
)
from shared.domain.financing.books import back as taken_back
from shared.domain.financing.calls import Call, is_open, misfits, window_for
from shared.domain.register.entries import Entry, Event, apply_to, may_write, move, paying
from shared.domain.register.states import OFFICE
from shared.store import financing, register
from shared.store.financing import Stand
from shared.store.keys import new_id
from shared.web import language as speech
from shared.web.application import does
from shared.web.checking import today
from shared.web.errors import say_refusal
from shared.web.house import house
from shared.web.site import say

from .entry import own_entry
from .financing import days_of
from .pages import back, for_office, page, pages, person

_FOREVER = "9999-12-31"


@pages.get("/facilitator/measures/<id>/money")
@for_office
def money_of(id: str) -> str:
    return _page(own_entry(id))


@pages.post("/facilitator/measures/<id>/money")
@for_office
def book_money(id: str) -> Answer:
    """Say which call a measure applies to, make its contract, write down what follows, or take the newest line back."""
    entry, form = own_entry(id), request.form.to_dict()
    act = form.get("act", "")
    try:
        if act == "call":
            _applies(entry, form.get("call", ""))
        elif act == "contract":
            _contract(entry, form)
        elif act == "book":
            _book(entry, form)
        elif act == "back":
            _take_back(entry, form.get("booking", ""))
        else:
            abort(400)
    except Refused as refusal:
        return make_response(_page(own_entry(id), say_refusal(g.language, refusal), form), 400)
    return back("money_of", id=id)


def _applies(entry: Entry, id: str) -> None:
    with house().store.read() as connection:
        call = financing.call(connection, id)
    if id and call is None:
        abort(404)
    by, title = person().name, call.title if call else ""
    does(entry, lambda here: apply_to(here, by, id, title))


def _contract(entry: Entry, form: dict[str, str]) -> None:
    by, at, now = person().name, house().desk.now(), today()

    def work(connection: Any) -> None:
        drawn_on = financing.envelope(connection, form.get("envelope", ""))
        call = financing.call(connection, drawn_on.call) if drawn_on else None
        if drawn_on is None or call is None or drawn_on.region != entry.region:
            raise Refused("invalid", "form_choice")

        def step(here: Entry) -> tuple[Entry, Event]:
            made = contract(form, now, here.state, here.form.get("asked"), financing.journal_of(connection, here.id))
            line = replace(made, id=new_id(), entry=here.id, envelope=drawn_on.id, by=by, at=at)
            financing.write(connection, line)
            asked = int(here.form.get("asked") or 0)
            agreed = offer(line.amount, asked, form) if here.state == "selected" else ""
            after, moved = move(here, by, OFFICE, "contracted") if here.state == "selected" else (here, None)
            less = (asked, agreed) if agreed else None
            return after, paying(by, line.kind, line.amount, call.currency, line.proof, moved, less)

        register.change(connection, entry.id, at, step)

    house().store.write(work)


def _book(entry: Entry, form: dict[str, str]) -> None:
    now = today()
    _write(entry, lambda here, journal, call: booking(form, now, here.state, journal, call))


def _take_back(entry: Entry, id: str) -> None:
    now = today()
    _write(entry, lambda here, journal, call: taken_back(id, journal, now))


def _write(entry: Entry, judge: Any) -> None:
    """Write the next line of the journal, judged by those before it while the entry is held."""
    by, at = person().name, house().desk.now()

    def work(connection: Any) -> None:
        def step(here: Entry) -> tuple[Entry, Event]:
            journal = financing.journal_of(connection, here.id)
            drawn_on = financing.envelope(connection, journal[-1].envelope) if journal else None
            call = financing.call(connection, drawn_on.call) if drawn_on else None
            if drawn_on is None or call is None:
                raise Refused("phase_closed", "contract_first")
            line = replace(judge(here, journal, call), id=new_id(), entry=here.id, envelope=drawn_on.id, by=by, at=at)
            financing.write(connection, line)
            return here, paying(by, line.kind, line.amount, call.currency, line.proof)

        register.change(connection, entry.id, at, step)

    house().store.write(work)


def _page(entry: Entry, refused: str = "", typed: dict[str, str] | None = None) -> str:
    with house().store.read() as connection:
        calls = financing.every_call(connection)
        stands = financing.stands(connection, [entry.region], _FOREVER)
        journal = financing.journal_of(connection, entry.id)
    now = today()
    mine = next((one for one in stands if journal and one.envelope.id == journal[-1].envelope), None)
    applied_to = mine.call.id if mine else entry.call
    call = next((one for one in calls if one.id == applied_to), None)
    books = standing(journal)
    return page(
        "money.html",
        entry=entry,
        call=call,
        call_told=days_of(call) if call else "",
        misfits=_misfits(call, entry) if call else [],
        calls=[("", say("financing.no_call")), *((c.id, _named(c, now)) for c in calls)],
        writable=may_write(entry, OFFICE),
        asked=entry.form.get("asked"),
        least=LEAST_OFFER,
        champion=entry.form.get("champion", ""),
        envelopes=[(s.envelope.id, _offered(s)) for s in stands],
        mine=mine,
        books=books,
        stands=[
            (say(f"financing.{name}"), speech.number(g.language, n))
            for name, n in (
                ("committed", books.committed),
                ("paid", books.paid),
                ("accounted", books.accounted),
                ("to_pay", books.committed - books.paid),
            )
        ],
        plan=_plan(journal, mine.call) if mine and promised(journal) else [],
        journal=[_line(one, journal, mine) for one in reversed(journal)],
        kinds=[(kind, say(f"financing.kind.{kind}")) for kind in PROVED],
        typed={"day": now, **(typed or {})},
        refused=refused,
    )


def _named(call: Call, now: str) -> str:
    return call.title if is_open(call, now) else say("financing.closed_call", title=call.title)


def _misfits(call: Call, entry: Entry) -> list[str]:
    window = window_for(call, entry.form.get("total", 0)) or call.windows[-1]
    limits = {"ceiling": speech.number(g.language, window.ceiling), "currency": call.currency, "own": window.own}
    return [say(f"financing.misfit.{rule}", **limits) for rule in misfits(call, entry.form)]


def _offered(stand: Stand) -> str:
    free = speech.number(g.language, stand.free)
    return say("financing.offered", call=stand.call.title, giver=stand.giver, free=free, currency=stand.call.currency)


def _plan(journal: list[Booking], call: Call) -> list[dict[str, Any]]:
    """Tell the tranches of a contract: how much, what each waits for, whether it is paid."""
    parts, done = tranches(promised(journal), call), paid_tranches(journal)
    waits = ["own", *["receipts"] * (len(parts) - 2), "report"]
    return [
        {"n": n, "amount": speech.number(g.language, part), "waits": say(f"financing.waits.{wait}"), "paid": n <= done}
        for n, (part, wait) in enumerate(zip(parts, waits, strict=True), 1)
    ]


def _line(one: Booking, journal: list[Booking], mine: Stand | None) -> dict[str, Any]:
    gone = {other.back for other in journal}
    left = [other.id for other in journal if not other.back and other.id not in gone]
    kind = say(f"financing.kind.{one.kind}")
    return {
        "id": one.id,
        "day": speech.day(g.language, one.day, "medium"),
        "what": say("financing.tranche_paid", n=one.tranche) if one.tranche else kind,
        "amount": speech.number(g.language, one.amount),
        "currency": mine.call.currency if mine else "",
        "proof": say("financing.mistake") if one.back else one.proof,
        "by": one.by,
        "struck": one.id in gone,
        "newest": bool(left) and one.id == left[-1],
    }
