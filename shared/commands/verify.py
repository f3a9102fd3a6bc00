"""``led-workshop verify``: count a workshop's votes anew, or look whether a file is sealed minutes."""

from __future__ import annotations

from pathlib import Path

import click

from shared.domain.records import Activity
from shared.domain.recount import recount
from shared.web.sealed import digest_of, look_at

from .options import Failed, data_option, json_option, opened, tell, workshop_of

_MOST = 256 * 1024 * 1024  # bytes


@click.command()
@click.argument("code", metavar="CODE|FILE")
@data_option
@json_option
@click.pass_context
def verify(context: click.Context, code: str, data: str | None, as_json: bool) -> None:
    """Count a workshop's votes anew from the stored ballots; or look whether a FILE of any format is sealed minutes."""
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
    content = file.read_bytes()
    with opened(data) as (_, store):
        seen = look_at(store, content)
    answer = {"file": str(file), "sha256": digest_of(content), "sealed": seen is not None and seen.whole}
    if seen is None:
        tell(answer, as_json, f"{file} is not one of the minutes that were sealed here.")
        context.exit(1)
    workshop, kept = seen.workshop, seen.kept
    answer |= {"workshop": workshop.id, "version": kept.number, "sealed_at": kept.sealed_at, "checksum": kept.checksum}
    version = f"version {kept.number} of the minutes of {workshop.title} ({workshop.code}), sealed by {kept.sealed_by}"
    if seen.state == "unrecorded":
        answer |= {"files_recorded": False}
        why = "was sealed before files were recorded: it may be unchanged or not; compare the JSON of that version"
        tell(answer, as_json, f"{file} names {version}, which {why}.")
        context.exit(1)
    if not seen.whole:
        tell(answer, as_json, f"{file} names {version}, but was changed since, or saved anew by another program.")
        context.exit(1)
    tell(answer, as_json, f"{file} is the sealed {version}.")


def _line(activity: Activity, ballots: int, equal: bool) -> str:
    verdict = "equal to the result" if equal else "NOT equal to the result"
    return f"{activity.position}. {activity.title}: {ballots} ballots counted anew, {verdict}."
