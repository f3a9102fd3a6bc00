"""A workshop's settings: what it is called, how people come in, the agenda. Each change is a command like any other."""

from __future__ import annotations

from typing import Any

from flask import g, make_response, request
from werkzeug.wrappers import Response as Answer

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.activities.base import Code, Figure, Line, OneOf, Setting, Texts, Wholes
from shared.domain.changes import Refused
from shared.domain.records import Activity, Phase, Workshop
from shared.store.keys import new_id
from shared.web import language as speech
from shared.web.errors import say_refusal
from shared.web.here import actor_of, board_of, own_workshop
from shared.web.house import house
from shared.web.site import say

from .console import join_url, projector_url
from .pages import back, for_facilitators, page, pages, person

_SAID = {"saved": "common.saved", "wall_renewed": "pages.wall_renewed", "wall_revoked": "pages.wall_revoked"}


@pages.route("/facilitator/workshops/<id>/", methods=["GET", "POST"])
@for_facilitators
def settings(id: str) -> Answer:
    workshop = own_workshop(person(), id)
    if request.method == "GET":
        said = _SAID.get(request.args.get("said", ""))
        return make_response(_page(workshop, said=say(said) if said else "", open_step=request.args.get("step", "")))
    step = request.form.get("step", "")
    try:
        verb, args = _command(workshop, request.form.get("act", ""), step)
        house().desk.perform(workshop.id, actor_of(person()), new_id(), verb, args)
    except Refused as refusal:
        return make_response(_page(workshop, refused=say_refusal(g.language, refusal), open_step=step), 400)
    return back("settings", id=id, said="saved", step=step or None, _anchor=f"step-{step}" if step else None)


def _command(workshop: Workshop, act: str, step: str) -> tuple[str, dict[str, Any]]:
    """Read a form as the command that it stands for."""
    form = request.form
    if act == "workshop":
        return "workshop.edit", _workshop_args()
    if act == "add_step":
        args = {"activity": new_id(), "kind": form.get("new_kind", ""), "title": form.get("new_title", "")}
        return "activity.add", {**args, "minutes": _whole("new_minutes", "minutes")}
    if act == "remove_step":
        return "activity.remove", {"activity": step}
    if act in ("earlier", "later"):
        return "activity.move", {"activity": step, "before": _neighbour(workshop, step, act)}
    if act == "step":
        return "activity.edit", _step_args(workshop, step)
    raise Refused("invalid", "argument_wrong", name="act")


def _workshop_args() -> dict[str, Any]:
    form = request.form
    names = ("title", "date", "place", "host", "facilitators", "language")
    return {
        **{name: form[name] for name in names if name in form},
        "capacity": _whole("capacity", "capacity"),
        "languages": form.getlist("languages"),
        "asks": {"name": form.get("asks_name", "no"), "organisation": form.get("asks_organisation", "no")},
        "wifi": {"name": form.get("wifi_name", ""), "password": form.get("wifi_password", "")},
    }


def _step_args(workshop: Workshop, step: str) -> dict[str, Any]:
    activity = next((a for a in _steps(workshop) if a.id == step), None)
    if activity is None:
        raise Refused("not_found", "gone_activity")
    form = request.form
    args: dict[str, Any] = {
        "activity": step,
        "title": form.get(f"title-{step}", ""),
        "question": form.get(f"question-{step}", ""),
        "minutes": _whole(f"minutes-{step}", "minutes"),
    }
    if not _fixed(activity):
        kind = KINDS_OF_ACTIVITY[activity.kind]
        args["settings"] = {
            name: _setting(f"{name}-{step}", name, kind.allowed[name], default)
            for name, default in kind.settings.items()
            if _editable(kind.allowed.get(name), default)
        }
    return args


def _setting(field: str, name: str, allowed: Setting, default: Any) -> Any:
    if isinstance(default, bool):
        return request.form.get(field) == "yes"
    text = request.form.get(field, "")
    if isinstance(allowed, Texts):
        return list(dict.fromkeys(filter(None, (" ".join(line.split()) for line in text.splitlines()))))
    if isinstance(allowed, Wholes):
        return [_number(line, name) for line in text.splitlines() if line.strip()]
    if isinstance(allowed, Code):
        return text.strip().upper()
    if isinstance(allowed, Line | Figure):
        text = " ".join(text.split())
        return text.replace(",", ".") if isinstance(allowed, Figure) else text
    return text if isinstance(allowed, OneOf) else _whole(field, name)


def _whole(field: str, name: str) -> int:
    return _number(request.form.get(field, ""), name)


def _number(text: str, name: str) -> int:
    try:
        return int("".join(text.split()))  # people write 10 000
    except ValueError as error:
        raise Refused("invalid", "argument_wrong", name=name) from error


def _neighbour(workshop: Workshop, step: str, act: str) -> str | None:
    """Name the step before which a step stands once it has moved one place; None for the end."""
    order = [activity.id for activity in _steps(workshop)]
    at = order.index(step) if step in order else 0
    before = at - 1 if act == "earlier" else at + 2
    return order[max(before, 0)] if before < len(order) else None


def _steps(workshop: Workshop) -> list[Activity]:
    _, records = board_of(workshop.id)
    return sorted((r for r in records if isinstance(r, Activity)), key=lambda a: a.position)


def _fixed(activity: Activity) -> bool:
    """Say whether the rules of a step stand: those of a vote once it has been opened."""
    return KINDS_OF_ACTIVITY[activity.kind].votes and activity.phase != Phase.DRAFT


def _editable(allowed: Setting | None, default: Any) -> bool:
    """Say whether a setting has a field here: a choice of words, a code, lines, a number or a yes."""
    return isinstance(allowed, Code | Figure | Line | OneOf | Texts | Wholes) or isinstance(default, bool | int)


def _page(workshop: Workshop, said: str = "", refused: str = "", open_step: str = "") -> str:
    steps = _steps(workshop)
    typed = {
        **{name: getattr(workshop, name) for name in ("title", "date", "place", "host", "facilitators", "capacity")},
        "language": workshop.language,
        "languages": workshop.languages,
        **{f"wifi_{name}": workshop.wifi.get(name, "") for name in ("name", "password")},
        **{f"asks_{name}": workshop.asks.get(name, "no") for name in ("name", "organisation")},
    }
    if refused and request.form.get("act") == "workshop":
        typed |= {**request.form.to_dict(), "languages": request.form.getlist("languages")}
    return page(
        "settings.html",
        workshop=workshop,
        typed=typed,
        said=said,
        refused=refused,
        join_url=join_url(workshop),
        projector_url=_wall_address(workshop),
        asks=[(wish, say(f"pages.asks_{wish}")) for wish in ("no", "may", "must")],
        offered=[(code, speech.NAMES[code]) for code in speech.languages()],
        kinds=[(kind, say(f"pages.kind_{kind}")) for kind in KINDS_OF_ACTIVITY],
        minutes_in_all=sum(step.minutes for step in steps),
        steps=[_row(step) for step in steps],
        open_step=open_step,
    )


def _wall_address(workshop: Workshop) -> str:
    """Write the wall's address in full: it may be typed on another computer."""
    path = projector_url(workshop)
    return join_url(workshop).rpartition("/join/")[0] + path if path else ""


def _row(activity: Activity) -> dict[str, Any]:
    kind = KINDS_OF_ACTIVITY[activity.kind]
    shown = [name for name, default in kind.settings.items() if _editable(kind.allowed.get(name), default)]
    return {
        **{name: getattr(activity, name) for name in ("id", "kind", "title", "question", "minutes")},
        "ran": activity.started_at is not None,
        "done": activity.ended_at is not None,
        "fixed": _fixed(activity),
        "settings": [_field(activity, name) for name in shown],
    }


def _field(activity: Activity, name: str) -> dict[str, Any]:
    kind = KINDS_OF_ACTIVITY[activity.kind]
    allowed, default = kind.allowed[name], kind.settings[name]
    value = activity.settings.get(name, default)
    field = {"field": f"{name}-{activity.id}", "label": _label(activity.kind, name), "value": value}
    if isinstance(default, bool):
        return {**field, "type": "flag"}
    if isinstance(allowed, Texts | Wholes):
        return {**field, "type": "lines", "value": "\n".join(map(str, value))}
    if isinstance(allowed, Code | Figure | Line):
        return {**field, "type": "text"}
    if isinstance(allowed, OneOf):
        return {**field, "type": "choice", "options": [(v, say(f"pages.setting_{name}_{v}")) for v in allowed.values]}
    return {**field, "type": "number"}


def _label(kind: str, name: str) -> str:
    """Say what a setting is called; one that means something else in a kind of steps has a name of its own there."""
    own = f"pages.setting_{kind}_{name}"
    return say(own if speech.words(g.language, own) else f"pages.setting_{name}")
