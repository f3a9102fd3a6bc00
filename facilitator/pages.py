"""The blueprint of the facilitators' pages: who may see them, and how they tell what was done."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from shared.domain.permissions import Scope, scope
from shared.store.people import Person
from shared.web.here import me
from shared.web.hosts import from_loopback
from shared.web.house import house

pages = Blueprint("facilitator", __name__, template_folder="templates")
P = ParamSpec("P")
View = Callable[P, Any]


def for_people(view: View[P]) -> View[P]:
    """Let in who is signed in, whatever their role; lead others to the sign-in page and back."""

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> Any:
        if person_here() is None:
            if request.method == "GET":
                return redirect(url_for("facilitator.sign_in", next=request.full_path.rstrip("?")), 303)
            return redirect(url_for("facilitator.sign_in"), 303)
        return view(*args, **kwargs)

    return guarded


def who_may(act: str) -> Callable[[View[P]], View[P]]:
    """Let in whose role may do something somewhere (an act of ``permissions.MAY``); to others the page is not there."""

    def guard(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> Any:
            if scope(person().role, act) is Scope.NOWHERE:
                abort(404)
            return view(*args, **kwargs)

        return for_people(guarded)

    return guard


for_facilitators = who_may("run")
for_readers, for_drafts = who_may("read"), who_may("drafts")
for_office, for_results, for_money = who_may("office"), who_may("results"), who_may("money")
for_mergers, for_freezers = who_may("merge"), who_may("freeze")
for_administrators, for_managers = who_may("people"), who_may("training")


@pages.context_processor
def _rights() -> dict[str, Any]:
    """Let pages ask what whoever sees them may do, so that they offer nothing that is refused."""
    role = them.role if (them := person_here()) else ""
    return {"may": lambda act: scope(role, act) is not Scope.NOWHERE}


def person_here() -> Person | None:
    """Say who asks: by the session of a browser or the token of a script."""
    if "person" not in g:
        bearer = request.headers.get("Authorization", "").removeprefix("Bearer ")
        session = me()
        if session is not None:
            g.person = session.person
        else:
            g.person = house().identity.by_token(bearer) if bearer else None
    found: Person | None = g.person
    return found


def person() -> Person:
    found = person_here()
    assert found is not None
    return found


def by_password() -> bool:
    """Say whether a password may be typed here: over TLS, or on this very machine. Else everybody could read it."""
    return house().https or from_loopback(request.remote_addr)


def page(template: str, **values: Any) -> str:
    return render_template(f"facilitator/{template}", person=person_here(), **values)


def back(endpoint: str, **values: Any) -> Answer:
    """Lead to a page after something was done, so that loading it again does nothing twice."""
    return redirect(url_for(f"facilitator.{endpoint}", **values), 303)
