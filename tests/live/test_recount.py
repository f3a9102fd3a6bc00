"""Receipts and recounting: everybody finds the own paper in the minutes, and `verify` counts what is stored."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.harness.readers import unlinked
from tests.harness.server import ROOT, Server
from tests.people import Workshop, new_id


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("recount")) as server:
        yield server


@pytest.fixture
def workshop(running: Server) -> Iterator[Workshop]:
    made = Workshop(running)
    yield made
    made.close()


def verified(server: Server, code: str) -> tuple[int, dict]:
    done = subprocess.run(
        [sys.executable, "-m", "shared.cli", "verify", code, "--json", "--data", str(server.data)],
        cwd=ROOT,
        env={**server.environ, "PYTHONPATH": str(ROOT), "PATH": "/usr/bin"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, json.loads(done.stdout)


def voted(workshop: Workshop, receipts: bool) -> tuple[dict, list[dict]]:
    """Eight people vote about three choices; give the step's id and what each phone was answered."""
    console = workshop.console()
    step = {"activity": new_id(), "kind": "dots", "title": "Which first?"}
    console.does("activity.add", **step)
    choices = {"about": "own", "choices": ["Road", "Bridge", "School"], "receipts": receipts}
    console.does("activity.edit", activity=step["activity"], settings=choices)
    phones = [workshop.phone() for _ in range(8)]
    console.does("activity.open", activity=step["activity"])
    answers = [phone.votes(step["activity"], {f"own-{1 + n % 3}": 1}) for n, phone in enumerate(phones)]
    assert all(answer["ok"] for answer in answers)
    console.does("activity.close", activity=step["activity"])
    console.does("activity.reveal", activity=step["activity"])
    return console.all("activity")[step["activity"]], answers


def test_every_voter_finds_the_own_paper_under_its_receipt(running: Server, workshop: Workshop) -> None:
    step, answers = voted(workshop, receipts=True)
    listed = {one["receipt"]: one["paper"] for one in step["result"]["receipts"]}
    assert len(listed) == 8
    for n, answer in enumerate(answers):
        assert listed[answer["receipt"]] == {f"own-{1 + n % 3}": 1}
    minutes = unlinked(running.run("minutes", workshop.code, "--format", "md"))
    assert all(answer["receipt"] in minutes for answer in answers)
    assert "School: 1" in minutes


def test_a_vote_without_receipts_gives_none_and_lists_no_paper(running: Server, workshop: Workshop) -> None:
    step, answers = voted(workshop, receipts=False)
    assert "receipts" not in step["result"]
    assert not any("receipt" in answer for answer in answers)


@pytest.mark.parametrize("receipts", [False, True])
def test_a_recount_gives_what_was_shown_also_after_people_left(
    running: Server, workshop: Workshop, receipts: bool
) -> None:
    step, _ = voted(workshop, receipts)
    console = workshop.console()
    console.does("activity.confirm", activity=step["id"])
    console.does("seat.remove", seat=next(iter(console.all("seat"))))
    code, told = verified(running, workshop.code)
    assert (code, told["equal"]) == (0, True)
    assert [(vote["title"], vote["ballots"], vote["equal"]) for vote in told["votes"]] == [("Which first?", 8, True)]


def test_a_recount_of_a_vote_with_a_join_finds_what_was_shown(
    running: Server, workshop: Workshop, tmp_path: Path
) -> None:
    """Here, and where the workshop goes as a file; a join that tells other figures is found out."""
    step, _ = voted(workshop, receipts=True)
    console = workshop.console()
    console.does("vote.join", activity=step["id"], option="own-3", into="own-1")
    assert verified(running, workshop.code)[1]["equal"]
    minutes = running.run("minutes", workshop.code, "--format", "md")
    assert "After the vote “School” was said to be the same as “Road”" in minutes and "School: 1" in minutes
    file = tmp_path / "joined.json"
    running.run("workshop", "export", workshop.code, "-o", str(file))
    for id, changes, equal in (("moved", ("", ""), True), ("forged", ('"after": 5', '"after": 6'), False)):
        document = file.read_text(encoding="utf-8").replace(workshop.id, id).replace(*changes)
        (tmp_path / id).write_text(document, encoding="utf-8")
        made = json.loads(running.run("workshop", "import", str(tmp_path / id), "--json"))
        assert verified(running, made["code"])[1]["equal"] is equal


def test_a_recount_notices_a_ballot_that_somebody_changed(running: Server, workshop: Workshop, tmp_path: Path) -> None:
    step, _ = voted(workshop, receipts=False)
    file = tmp_path / "changed.json"
    running.run("workshop", "export", workshop.code, "-o", str(file))
    document = json.loads(file.read_text(encoding="utf-8"))
    mine = next(one for one in document["ballots"] if one["activity"] == step["id"] and one["paper"] == {"own-1": 1})
    mine["paper"] = {"own-3": 1}
    file.write_text(json.dumps(document).replace(workshop.id, "changed"), encoding="utf-8")
    made = json.loads(running.run("workshop", "import", str(file), "--json"))
    code, told = verified(running, made["code"])
    assert (code, told["equal"]) == (1, False)


def test_a_workshop_without_votes_is_verified_as_such(running: Server, workshop: Workshop) -> None:
    assert running.run("verify", workshop.code) == "No vote was closed yet.\n"
