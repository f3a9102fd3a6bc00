"""``led-workshop verify``: count a workshop's votes anew, or look whether a file is sealed minutes."""

from __future__ import annotations

from pathlib import Path

import click

from shared.domain.records import Activity
from shared.domain.recount import recount
from shared.minutes.seal import checksum_of_file
from shared.web.recording import sealed_with

from .options import Failed, data_option, json_option, opened, tell, workshop_of

_MOST = 64 * 1024 * 1024  # bytes


@click.command()
@click.argument("code", metavar="CODE|FILE")
@data_option
@json_option
@click.pass_context
def verify(context: click.Context, code: str, data: str | None, as_json: bool) -> None:
    """Count a workshop's votes anew from the stored ballots; or look whether a FILE (JSON) is sealed minutes."""
    if Path(code).is_file():
        _file(context, Path(code), data, as_json)
        return
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


def _file(context: click.Context, file: Path, data: str | None, as_json: bool) -> None:
    if file.stat().st_size > _MOST:
        raise Failed(f"{file} is too large to be minutes.")
    reckoned = checksum_of_file(file.read_bytes())
    found = None
    if reckoned is not None:
        with opened(data) as (_, store):
            found = sealed_with(store, reckoned)
    if found is None:
        words = "is whole, but not sealed here" if reckoned else "is no sealed file, or was changed after it was sealed"
        tell({"file": str(file), "sealed": False, "checksum": reckoned}, as_json, f"{file} {words}.")
        context.exit(1)
    workshop, kept = found
    answer = {"file": str(file), "sealed": True, "checksum": reckoned, "workshop": workshop.id, "version": kept.number}
    told = f"{file} is version {kept.number}, sealed by {kept.sealed_by}."
    tell({**answer, "sealed_at": kept.sealed_at}, as_json, told)


def _line(activity: Activity, ballots: int, equal: bool) -> str:
    verdict = "equal to the result" if equal else "NOT equal to the result"
    return f"{activity.position}. {activity.title}: {ballots} ballots counted anew, {verdict}."
