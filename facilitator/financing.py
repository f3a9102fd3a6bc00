"""The fund at a glance, at any day: by envelope, giver and region; and its keepers' work: givers, calls, envelopes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from flask import abort, g, make_response, request
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.financing.books import Books
from shared.domain.financing.calls import MOST_WINDOWS, Call, call, giver, is_open, whole
from shared.minutes.financing import MONEY, the_fund
from shared.minutes.render import written
from shared.store import financing
from shared.store.financing import Stand
from shared.store.keys import new_id
from shared.web import language as speech
from shared.web.aside import aside
from shared.web.checking import today
from shared.web.errors import say_refusal
from shared.web.house import house
from shared.web.language import Speech
from shared.web.site import say

from .files import file_of
from .pages import back, for_money, for_office, page, pages, person

_TABLES = ("xlsx", "csv", "pdf")


@pages.get("/facilitator/fund")
@for_office
def fund() -> str:
    return _page()


@pages.post("/facilitator/fund")
@for_money
def keep_giver() -> Answer:
    """Enter a giver, or change one."""
    form = request.form.to_dict()
    try:
        made = giver(form.get("giver", "") or new_id(), form)
        house().store.write(lambda c: financing.keep_giver(c, made))
    except Refused as refusal:
        return make_response(_page(say_refusal(g.language, refusal), form), 400)
    return back("fund")


@pages.get(f"/facilitator/fund.<any({', '.join(_TABLES)}):format>")
@for_office
def fund_file(format: str) -> Answer:
    """Give the books of the envelopes that the filters leave, as a table."""
    stands, on = _stands()
    document = the_fund(stands, _regions(), on, Speech(g.language))
    return file_of(f"fund-{on}", aside(lambda: written(document, format)), format)


@pages.route("/facilitator/fund/call", methods=["GET", "POST"])
@for_money
def new_call() -> Answer:
    """Make a call for applications."""
    form = request.form.to_dict()
    if request.method == "GET":
        return make_response(_call_page(None, {"currency": "EUR", "opens": today()}))
    try:
        made = call(new_id(), form)
        house().store.write(lambda c: financing.keep_call(c, made))
    except Refused as refusal:
        return make_response(_call_page(None, form, say_refusal(g.language, refusal)), 400)
    return back("fund_call", id=made.id)


@pages.route("/facilitator/fund/calls/<id>", methods=["GET", "POST"])
@for_money
def fund_call(id: str) -> Answer:
    """Change a call, or lay a giver's money into it for a region (``act=lay``)."""
    with house().store.read() as connection:
        here = financing.call(connection, id) or abort(404)
    form = request.form.to_dict()
    if request.method == "GET":
        return make_response(_call_page(here, _typed(here)))
    try:
        if form.get("act") == "lay":
            _lay(here, form)
        else:
            made = call(id, form)
            house().store.write(lambda c: financing.keep_call(c, made))
    except Refused as refusal:
        shown = {**_typed(here), **form}
        return make_response(_call_page(here, shown, say_refusal(g.language, refusal)), 400)
    return back("fund_call", id=id)


def _lay(here: Call, form: dict[str, str]) -> None:
    region, by = form.get("region", ""), form.get("giver", "")
    with house().store.read() as connection:
        givers = {one.id for one in financing.every_giver(connection)}
    if region not in _regions() or by not in givers:
        raise Refused("invalid", "form_choice")
    amount = whole(form.get("amount", ""), least=0)
    house().store.write(lambda c: financing.lay(c, here.id, region, by, amount))


def _regions() -> dict[str, str]:
    return house().identity.regions(person(), "office")


def _stands() -> tuple[list[Stand], str]:
    """Find the envelopes that the person may see and the address asks for, and the day that it asks about."""
    regions, asked = _regions(), request.args.get("region", "")
    if asked and asked not in regions:
        abort(404)
    try:
        on = date.fromisoformat(request.args.get("on", "") or today()).isoformat()
    except ValueError:
        on = today()
    with house().store.read() as connection:
        found = financing.stands(connection, [asked] if asked else list(regions), on, request.args.get("call", ""))
    return found, on


def _page(refused: str = "", typed: dict[str, str] | None = None) -> str:
    stands, on = _stands()
    regions = _regions()
    with house().store.read() as connection:
        givers, calls = financing.every_giver(connection), financing.every_call(connection)
    return page(
        "fund.html",
        on=on,
        as_of=speech.day(g.language, on),
        rows=[_row(one, regions) for one in stands],
        heads=[say(f"financing.{name}") for name in MONEY],
        by_giver=sums(stands, lambda s: s.giver),
        by_region=sums(stands, lambda s: regions[s.envelope.region]),
        regions=list(regions.items()),
        calls=[(one.id, one.title) for one in calls],
        open_calls=[{"call": one, "told": days_of(one), "open": is_open(one, today())} for one in calls],
        givers=givers,
        asked={name: request.args.get(name, "") for name in ("region", "call")},
        formats=[(format, say(f"pages.format_{format}")) for format in _TABLES],
        typed=typed or {},
        refused=refused,
    )


def _row(stand: Stand, regions: dict[str, str]) -> dict[str, Any]:
    return {
        "call": stand.call.title,
        "currency": stand.call.currency,
        "giver": stand.giver,
        "region": regions[stand.envelope.region],
        "money": _money(stand.envelope.amount, stand.books),
    }


def sums(stands: Iterable[Stand], of: Callable[[Stand], str]) -> list[tuple[str, str, list[str]]]:
    """Add envelopes up, by what ``of`` names and by currency: different currencies are never added."""
    amounts: dict[tuple[str, str], int] = {}
    books: dict[tuple[str, str], Books] = {}
    for one in stands:
        for name in {of(one), ""}:
            key = (name, one.call.currency)
            amounts[key] = amounts.get(key, 0) + one.envelope.amount
            books[key] = books.get(key, Books()) + one.books
    order = sorted(amounts, key=lambda key: (not key[0], key))
    return [(name, currency, _money(amounts[name, currency], books[name, currency])) for name, currency in order]


def _money(amount: int, books: Books) -> list[str]:
    told = (amount, books.committed, books.paid, books.accounted, amount - books.committed)
    return [speech.number(g.language, n) for n in told]


def days_of(one: Call) -> str:
    opens, closes = (speech.day(g.language, day) for day in (one.opens, one.closes))
    return say("financing.call_days", opens=opens, closes=closes)


def _typed(here: Call) -> dict[str, str]:
    told = {name: str(getattr(here, name)) for name in ("title", "currency", "opens", "closes", "contact")}
    told["two_below"] = str(here.two_below or "")
    for n, window in enumerate(here.windows, 1):
        told |= {f"ceiling{n}": str(window.ceiling), f"own{n}": str(window.own), f"cash{n}": "1" if window.cash else ""}
    return told


def _call_page(here: Call | None, typed: dict[str, str], refused: str = "") -> str:
    with house().store.read() as connection:
        stands = financing.stands(connection, None, "9999-12-31", here.id) if here else []
        givers = financing.every_giver(connection)
    regions = _regions()
    return page(
        "call.html",
        call=here,
        windows=range(1, MOST_WINDOWS + 1),
        rows=[_row(one, regions) for one in stands],
        heads=[say(f"financing.{name}") for name in MONEY],
        sums=sums(stands, lambda s: "")[:1],
        regions=list(regions.items()),
        givers=[(one.id, one.name) for one in givers],
        typed=typed,
        refused=refused,
    )
