"""``led-workshop verify``: count a workshop's votes anew from the stored ballots."""

from __future__ import annotations

import click

from shared.domain.records import Activity
from shared.domain.recount import recount

from .options import data_option, json_option, opened, tell, workshop_of


@click.command()
@click.argument("code")
@data_option
@json_option
@click.pass_context
def verify(context: click.Context, code: str, data: str | None, as_json: bool) -> None:
    """Count a workshop's votes anew from the stored ballots, and say whether each result is what they give."""
    with opened(data) as (_, store):
        workshop = workshop_of(store, code)
        counted = store.look(workshop.id, recount)
    votes = [
        {"id": one.activity.id, "title": one.activity.title, "ballots": one.ballots, "equal": one.equal}
        for one in counted
    ]
    lines = [_line(one.activity, one.ballots, one.equal) for one in counted] or ["No vote was closed yet."]
    equal = all(one.equal for one in counted)
    tell({"code": workshop.code, "equal": equal, "votes": votes}, as_json, "\n".join(lines))
    if not equal:
        context.exit(1)


def _line(activity: Activity, ballots: int, equal: bool) -> str:
    verdict = "equal to the result" if equal else "NOT equal to the result"
    return f"{activity.position}. {activity.title}: {ballots} ballots counted anew, {verdict}."
