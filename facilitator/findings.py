"""The findings of a workshop: written one by one, taken in from pasted lines, listed by location factor."""

from __future__ import annotations

from typing import Any

from flask import g, make_response, request, url_for
from werkzeug.wrappers import Response as Answer

from shared.domain import pasted
from shared.domain.changes import Refused
from shared.domain.factors import FACTORS, GROUPS
from shared.domain.findings import DETAILS, LENGTHS, SOURCE_KINDS, evidence_of
from shared.domain.records import Finding, Sector, Workshop
from shared.store.keys import new_id
from shared.voting.evidence import NONE
from shared.web import language as speech
from shared.web.asked import asked_number
from shared.web.errors import say_refusal
from shared.web.here import actor_of, board_of, own_workshop
from shared.web.house import house
from shared.web.site import say

from . import carry
from .pages import back, for_facilitators, page, pages, person

_TEXTS = ("sign", "statement", "quote", "source_kind", "source_ref", "line_of_work", "place", "date")
_ALIKE = ("source_kind", "source_ref", "sector", "line_of_work", "place", "date")  # the next is often of the same


@pages.route("/facilitator/workshops/<id>/findings", methods=["GET", "POST"])
@for_facilitators
def findings(id: str) -> Answer:
    workshop = own_workshop(person(), id)
    if request.method == "GET":
        return make_response(_page(workshop))
    try:
        return _done(workshop, request.form.get("act", ""))
    except Refused as refusal:
        return make_response(_page(workshop, refused=say_refusal(g.language, refusal), typed=_typed()), 400)


def _done(workshop: Workshop, act: str) -> Answer:
    form = request.form
    if act == "write":
        id = form.get("finding") or new_id()  # the form brings one: sent twice, it is one finding
        _perform(workshop, "finding.write", {"finding": id, **_written()})
        return back("findings", id=workshop.id, like=id)
    if act == "drop":
        _perform(workshop, "finding.drop", {"finding": form.get("finding", "")})
        return back("findings", id=workshop.id, said="dropped")
    if act in ("show", "cover"):
        _perform(workshop, "finding.show", {"shown": act == "show"})
        return back("findings", id=workshop.id, said=act)
    if act == "preview":
        return make_response(_page(workshop, read=pasted.read(form.get("lines", ""), _words())))
    if act == "take_in":
        good = [line.finding for line in pasted.read(form.get("lines", ""), _words()) if line.finding]
        batch = form.get("batch", "")
        _perform(
            workshop, "finding.import", {"findings": [{"finding": f"{batch}-{n}", **f} for n, f in enumerate(good)]}
        )
        return back("findings", id=workshop.id, said="taken_in", n=len(good))
    if act == "carry":
        carry.take_over(workshop, form.get("from", ""), form.get("into", ""))
        return back("findings", id=workshop.id, said="carried")
    if act == "hear":
        n = carry.take_findings(workshop, form.get("heard", ""), new_id())
        return back("findings", id=workshop.id, said="heard", n=n)
    raise Refused("invalid", "argument_wrong", name="act")


def _perform(workshop: Workshop, verb: str, args: dict[str, Any]) -> None:
    house().desk.perform(workshop.id, actor_of(person()), new_id(), verb, args)


def _written() -> dict[str, Any]:
    """Read the form as the arguments of finding.write."""
    form = request.form
    rating = form.get("rating", "")
    return {
        **{name: form.get(name, "") for name in _TEXTS},
        "factors": form.get("factors", "").replace(",", " ").replace(";", " ").split(),
        "source_kind": form.get("source_kind") or "observation",
        "sector": form.get("sector") or None,
        "rating": int(rating) if rating in {str(n) for n in range(-3, 4)} else None,
        "details": {name: form[name] for name in pasted.DETAIL_NAMES if form.get(name)},
        "confidential": form.get("confidential") == "yes",
    }


def _typed() -> dict[str, Any]:
    """Keep in the form what was refused."""
    form = request.form
    names = ("finding", *_TEXTS, "factors", "sector", "rating", "confidential", "lines", *pasted.DETAIL_NAMES)
    return {name: form[name] for name in names if name in form}


def _words() -> dict[str, str]:
    """Name columns and values by what they are called in English, in one's own language and in the workshop's."""
    said: dict[str, str] = {}
    for language in speech.languages():
        said |= {speech.t(language, f"findings.{name}").casefold(): name for name in pasted.COLUMNS}
        said |= {speech.t(language, f"findings.source.{kind}").casefold(): kind for kind in SOURCE_KINDS}
        said |= {speech.t(language, f"common.sector.{sector}").casefold(): str(sector) for sector in Sector}
        said |= {speech.t(language, f"findings.sign.{sign}").casefold(): sign for sign in DETAILS}
        said |= {speech.t(language, f"findings.{word}").casefold(): word for word in ("yes", "no")}
    return said


def _page(
    workshop: Workshop,
    refused: str = "",
    typed: dict[str, Any] | None = None,
    read: list[pasted.Line] | None = None,
) -> str:
    _, records = board_of(workshop.id)
    all_ = sorted((r for r in records if isinstance(r, Finding)), key=lambda f: f.position)
    typed = typed or _begun(all_)
    said = request.args.get("said", "")
    known = said in ("dropped", "show", "cover", "taken_in", "carried", "heard")
    return page(
        "findings.html",
        workshop=workshop,
        refused=refused,
        said=say(f"findings.said_{said}", n=asked_number("n") or 0) if known else "",
        typed=typed,
        changing=typed.get("finding") in {f.id for f in all_},
        fresh=new_id(),
        offered=carry.offered(workshop),
        rounds=carry.rounds(workshop),
        steps=carry.steps_for_it(records),
        groups=_by_group(all_),
        count=len(all_),
        shown=sum(f.shown for f in all_),
        codes=[(code, say(f"factors.words.{code}"), say(f"factors.words.{code}.example")) for code in FACTORS],
        sectors=[("", "–"), *((str(s), say(f"common.sector.{s}")) for s in Sector)],
        sources=[(kind, say(f"findings.source.{kind}")) for kind in SOURCE_KINDS],
        ratings=[("", "–"), *((str(n), f"{n:+d}".replace("-", "−") if n else "0") for n in range(-3, 4))],
        details=DETAILS,
        lengths=LENGTHS,
        lines=request.form.get("lines", ""),
        read=None if read is None else [_preview(line) for line in read],
        good=sum(line.finding is not None for line in read or ()),
    )


def _begun(all_: list[Finding]) -> dict[str, Any]:
    """Fill the form: with a finding to be changed, or with what the next one probably shares with the last."""
    by_id = {f.id: f for f in all_}
    changed, like = by_id.get(request.args.get("edit", "")), by_id.get(request.args.get("like", ""))
    if changed is not None:
        return {
            **{name: getattr(changed, name) for name in (*_TEXTS, *_ALIKE)},
            **changed.details,
            "finding": changed.id,
            "factors": " ".join(changed.factors),
            "rating": "" if changed.rating is None else str(changed.rating),
            "confidential": "yes" if changed.confidential else "",
        }
    return {**{name: getattr(like, name) for name in _ALIKE}, "again": True} if like is not None else {}


def _by_group(all_: list[Finding]) -> list[dict[str, Any]]:
    evidence = evidence_of(all_)
    groups = []
    for group in GROUPS:
        factors = [
            {
                "code": code,
                "name": say(f"factors.words.{code}"),
                "evidence": evidence.get(code, NONE),
                "findings": [_row(f) for f in all_ if code in f.factors],
            }
            for code in FACTORS
            if code in evidence and FACTORS[code].group == group
        ]
        if factors:
            groups.append({"name": f"{group} {say(f'factors.words.group.{group}')}", "factors": factors})
    return groups


def _row(finding: Finding) -> dict[str, Any]:
    source = [say(f"findings.source.{finding.source_kind}"), finding.source_ref]
    return {
        **vars(finding),
        "source": " ".join(filter(None, source)),
        "edit": url_for("facilitator.findings", id=finding.workshop, edit=finding.id, _anchor="write"),
    }


def _preview(line: pasted.Line) -> dict[str, Any]:
    refused = say_refusal(g.language, line.refused) if line.refused else ""
    return {"number": line.number, "text": line.text, "finding": line.finding, "refused": refused}
