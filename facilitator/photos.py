"""The photo protocol: photos of the boards, taken in from a phone or a laptop, with the words below them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from flask import Response, abort, g, make_response, request
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.photos import MOST, MOST_BYTES, MOST_CAPTION, caption_of, one_more
from shared.domain.records import Activity, Workshop
from shared.store import people, revisions
from shared.store import photos as kept
from shared.store.keys import new_id
from shared.web.errors import STATUS, say_refusal
from shared.web.here import board_of, own_workshop
from shared.web.house import house
from shared.web.photographed import sent_photo, takes_photos
from shared.web.site import say

from .pages import back, for_facilitators, page, pages, person

takes_photos("facilitator.change_photos")


@pages.get("/facilitator/workshops/<id>/photos")
@for_facilitators
def photos(id: str) -> str:
    said = request.args.get("said", "")
    return _page(own_workshop(person(), id), said=say(f"pages.photo_{said}") if said in _ACTS else "")


@pages.post("/facilitator/workshops/<id>/photos")
@for_facilitators
def change_photos(id: str) -> Answer:
    """Take a photo in, say something else of one, or take one out for good."""
    workshop, act = own_workshop(person(), id), request.form.get("act", "")
    if act not in _ACTS:
        abort(400)
    try:
        _ACTS[act](workshop)
    except Refused as refused:
        typed = request.form if act == "add" else None
        told = _page(workshop, refused=say_refusal(g.language, refused), typed=typed)
        return make_response(told, STATUS.get(refused.code, 400))
    return back("photos", id=id, said=act)


@pages.get("/facilitator/workshops/<id>/photos/<photo>.jpg")
@for_facilitators
def photo(id: str, photo: str) -> Response:
    workshop = own_workshop(person(), id)
    with house().store.read() as connection:
        jpeg = kept.picture(connection, workshop.id, photo)
        told = kept.all_of(connection, workshop.id)
        regions = {region.id: region.name for region in people.regions(connection)}
    if jpeg is None:
        abort(404)
    name = _file_name(workshop, regions.get(workshop.region, ""), told, photo)
    return Response(jpeg, content_type="image/jpeg", headers={"Content-Disposition": f'inline; filename="{name}"'})


def _file_name(workshop: Workshop, region: str, told: Sequence[kept.Photo], photo: str) -> str:
    """Name a photo as the photo protocol has it: region (or code), day, number of the step, number of the photo."""
    step = next(one.activity for one in told if one.id == photo)
    of_step = [one.id for one in told if one.activity == step]
    position = next((a.position for a in board_of(workshop.id)[1] if isinstance(a, Activity) and a.id == step), 0)
    place = re.sub(r"[^A-Za-z0-9]+", "-", region).strip("-").upper() or workshop.code
    return f"{place}_{workshop.date}_{position:02}_{of_step.index(photo) + 1:02}.jpg"


def _add(workshop: Workshop) -> None:
    caption, step = caption_of(request.form.get("caption", "")), _step(workshop)
    made = sent_photo()
    told = kept.Photo(
        id=new_id(),
        activity=step,
        caption=caption,
        at=house().desk.now(),
        by=person().name,
        width=made.width,
        height=made.height,
        digest=kept.digest_of(made.jpeg),
    )

    def write(connection: Any) -> None:
        one_more(len(kept.all_of(connection, workshop.id)))
        kept.add(connection, workshop.id, told, made.jpeg)

    house().store.write(write)


def _edit(workshop: Workshop) -> None:
    values = {"activity": _step(workshop), "caption": caption_of(request.form.get("caption", ""))}
    chosen = request.form.get("photo", "")
    if not house().store.write(lambda c: kept.edit(c, workshop.id, chosen, **values)):
        raise Refused("not_found", "gone_photo")


def _remove(workshop: Workshop) -> None:
    chosen = request.form.get("photo", "")
    if not house().store.write(lambda c: kept.remove(c, workshop.id, chosen)):
        raise Refused("not_found", "gone_photo")


_ACTS: dict[str, Callable[[Workshop], None]] = {"add": _add, "edit": _edit, "remove": _remove}


def _step(workshop: Workshop) -> str:
    """Give the step that was chosen, "" where none was or it is gone."""
    chosen = request.form.get("activity", "")
    return chosen if chosen in {step.id for step in _steps(workshop)} else ""


def _steps(workshop: Workshop) -> list[Activity]:
    _, records = board_of(workshop.id)
    return sorted((r for r in records if isinstance(r, Activity)), key=lambda step: step.position)


def _page(workshop: Workshop, said: str = "", refused: str = "", typed: Mapping[str, str] | None = None) -> str:
    with house().store.read() as connection:
        taken = kept.all_of(connection, workshop.id)
        saved = bool(revisions.all_of(connection, workshop.id))
    return page(
        "photos.html",
        workshop=workshop,
        photos=taken,
        steps=_steps(workshop),
        chosen=(workshop.now or "") if typed is None else typed.get("activity", ""),
        saved=saved,
        most=MOST,
        most_caption=MOST_CAPTION,
        most_size=MOST_BYTES // 2**20,
        typed="" if typed is None else typed.get("caption", ""),
        said=said,
        refused=refused,
    )
