"""The command line, as scripts use it: one process a command, exit codes, JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from shared.commands.options import opened, workshop_of
from shared.minutes.seal import checksum
from shared.store import revisions
from shared.web.recording import minutes_of, save_version
from tests.harness.readers import unlinked
from tests.harness.schemas import faults, schema
from tests.photos.pictures import drawn

ROOT = Path(__file__).parents[2]
DOTS = {"A": 14, "B": 14, "C": 15, "D": 12, "E": 13, "F": 8, "G": 8}


class Shell:
    """A terminal with a data folder."""

    def __init__(self, data: Path) -> None:
        self.data = data

    def run(self, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "LED_DATA": str(self.data), "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "shared.cli", *words]
        return subprocess.run(
            command, input=typed, capture_output=True, text=True, env=environment, cwd=ROOT, check=False
        )

    def json(self, *words: str, typed: str = "") -> dict:
        done = self.run(*words, "--json", typed=typed)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def fails(self, code: int, *words: str, typed: str = "") -> str:
        done = self.run(*words, typed=typed)
        assert done.returncode == code, (done.stdout, done.stderr)
        assert "Traceback" not in done.stderr
        return done.stderr


@pytest.fixture
def shell(tmp_path):
    return Shell(tmp_path / "data")


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The demo day, played once."""
    shell = Shell(tmp_path_factory.mktemp("demo"))
    return shell, shell.json("demo")


def test_the_demo_day_comes_out_as_the_test_vector_says(demo):
    shell, made = demo
    assert {"id", "code", "join_url", "projector_url", "console_url"} <= made.keys()
    data = json.loads(shell.run("minutes", made["code"], "--format", "json").stdout)
    assert list(faults(data, schema("minutes-1"))) == []
    vote = next(step for step in data["steps"] if step["kind"] == "dots")["result"]
    assert {item["id"]: item["dots"] for item in vote["items"]} == DOTS
    assert vote["sectors"] == {"private": 14, "public": 8, "semi-public": 6}
    assert (vote["cast"], vote["unused"], vote["blank"], vote["order_differs"]) == (28, 0, 0, True)
    loans = next(item for item in vote["items"] if item["id"] == "C")
    assert loans["by_sector"] == {"private": 12, "public": 1, "semi-public": 2}
    assert (loans["balanced"], loans["place"], loans["balanced_place"]) == ("14.62", 1, 4)
    by_sector = {"private": 14, "public": 8, "semi-public": 6}
    ways = {"by_way": {"phone": 28}, "by_sex": {}, "invited": {}, "named": []}
    assert data["participants"] == {"total": 28, "by_sector": by_sector, **ways}
    groups = next(step for step in data["steps"] if step["kind"] == "cluster")["groups"]
    assert [len(group["cards"]) for group in groups] == [6, 7, 6, 6, 6, 5, 4]
    assert len(data["measures"]) == 8
    assert data["workshop"]["status"] == "ended"


def test_the_minutes_of_the_demo_tell_the_same_in_words(demo):
    shell, made = demo
    text = unlinked(shell.run("minutes", made["code"], "--format", "md").stdout)
    for row in (
        "| 1 | Loans out of reach for small firms | **15** | 12 | 1 | 2 | 14.62 | 4 |",
        "| 2 | Raw materials leave the region unprocessed | **14** | 8 | 3 | 3 | 16.07 | 2 |",
        "| 2 | Training does not fit local jobs | **14** | 3 | 7 | 4 | 19.51 | 1 |",
        "| 4 | No storage, heat or water for food | **13** | 6 | 4 | 3 | 15.87 | 3 |",
        "| 5 | Products do not reach the buyers | **12** | 8 | 2 | 2 | 12.83 | 5 |",
        "| 6 | Short tourism season, uneven service | **8** | 2 | 4 | 2 | 10.85 | 6 |",
        "| 6 | Slow permits and little dialogue | **8** | 3 | 3 | 2 | 10.25 | 7 |",
    ):
        assert row in text
    assert "- Залуучууд сургуулиа төгсөөд хот руу явчихдаг" in text
    assert text.count("\n- ") == 40


def test_the_minutes_go_into_a_file_of_any_format(demo, tmp_path):
    shell, made = demo
    file = tmp_path / "minutes.html"
    assert shell.run("minutes", made["code"].lower(), "--format", "html", "-o", str(file)).returncode == 0
    assert "Loans out of reach for small firms" in file.read_text(encoding="utf-8")
    for format, beginning in (("pdf", b"%PDF-"), ("docx", b"PK"), ("odt", b"PK"), ("xlsx", b"PK"), ("csv", b"PK")):
        assert shell.run("minutes", made["code"], "--format", format, "-o", str(file)).returncode == 0
        assert file.read_bytes().startswith(beginning)
    assert "needs a name: -o FILE" in shell.fails(2, "minutes", made["code"], "--format", "pdf")
    assert "There is no format exe" in shell.fails(2, "minutes", made["code"], "--format", "exe")
    assert shell.fails(1, "minutes", "XXXXXX") == "No workshop has the code XXXXXX.\n"
    assert "cannot be written" in shell.fails(1, "minutes", made["code"], "-o", str(tmp_path / "no" / "where"))


def test_a_file_with_data_is_known_as_sealed_minutes_or_not(demo, tmp_path):
    shell, made = demo
    file = tmp_path / "minutes.json"
    assert shell.run("minutes", made["code"], "--format", "json", "-o", str(file)).returncode == 0
    assert "not one of the minutes that were sealed here" in shell.run("verify", str(file)).stdout
    read = json.loads(file.read_bytes())
    file.write_text(json.dumps({**read, "seal": {"tree": {}, "checksum": checksum(read, {})}}), encoding="utf-8")
    told = shell.run("verify", str(file), "--json")
    assert told.returncode == 1
    with opened(str(shell.data)) as (_, store):
        workshop = workshop_of(store, made["code"])
        number = save_version(store, workshop, minutes_of(store, workshop), at=1, by="Tuya", remark="")
        with store.read() as connection:
            kept = revisions.one(connection, workshop.id, number)
        own = checksum(kept.data, kept.tree)
        store.write(lambda c: revisions.seal(c, workshop.id, number, checksum=own, at=2, by="Tuya"))
    sealed = tmp_path / "sealed.json"
    sealed.write_text(json.dumps({**kept.data, "seal": {"tree": kept.tree, "checksum": own}}), encoding="utf-8")
    answer = shell.json("verify", str(sealed))
    of = {"workshop": workshop.id, "version": number, "sealed_at": 2, "checksum": own}
    digest = sha256(sealed.read_bytes()).hexdigest()
    assert answer == {"file": str(sealed), "sha256": digest, "sealed": True, **of}
    digest = sha256(file.read_bytes()).hexdigest()
    assert json.loads(told.stdout) == {"file": str(file), "sha256": digest, "sealed": False}
    edited = tmp_path / "edited.json"
    edited.write_bytes(sealed.read_bytes().replace(b"Loans", b"Moans"))
    told = shell.run("verify", str(edited))
    assert told.returncode == 1
    assert f"names version {number} of the minutes of" in told.stdout
    digest = sha256(edited.read_bytes()).hexdigest()
    told = json.loads(shell.run("verify", str(edited), "--json").stdout)
    assert told == {"file": str(edited), "sha256": digest, "sealed": False, **of}


@pytest.mark.parametrize("until", ["lobby", "writing", "sorting", "voting"])
def test_the_demo_stops_where_it_is_told(shell, until):
    made = shell.json("demo", "--until", until)
    data = json.loads(shell.run("minutes", made["code"], "--format", "json").stdout)
    phases = {
        step["kind"]: step["phase"]
        for step in data["agenda"]
        if step["minutes"] in (20, 40) and step["phase"] != "draft"
    }
    wanted = {
        "lobby": {},
        "writing": {"brainstorm": "open"},
        "sorting": {"brainstorm": "revealed", "cluster": "open"},
        "voting": {"brainstorm": "revealed", "cluster": "confirmed", "dots": "open"},
    }
    assert phases == wanted[until]
    results = [step["result"]["rule"] for step in data["steps"] if "result" in step]
    assert results == ([] if until == "lobby" else ["choice"])  # the practice vote's


def test_people_are_added_with_a_password_or_a_link(shell):
    made = shell.json(
        "user",
        "add",
        "Tuya@Example.org",
        "--name",
        "Tuya",
        "--role",
        "admin",
        "--password-stdin",
        typed="grüne Wiese\n",
    )
    assert made["email"] == "tuya@example.org"
    assert "link" not in made
    assert (
        "/facilitator/welcome/"
        in shell.json("user", "add", "b@example.org", "--name", "B", "--role", "facilitator")["link"]
    )
    assert shell.fails(1, "user", "add", "b@example.org", "--name", "B", "--role", "facilitator").count("\n") == 1
    assert "e-mail" in shell.fails(1, "user", "add", "nobody", "--name", "B", "--role", "facilitator")
    short = shell.fails(
        1, "user", "add", "c@example.org", "--name", "C", "--role", "admin", "--password-stdin", typed="abc\n"
    )
    assert short == "Please take at least 8 characters.\n"
    for role in ("manager", "viewer"):
        assert shell.json("user", "add", f"{role}@example.org", "--name", "D", "--role", role)["role"] == role
    assert "king" in shell.fails(2, "user", "add", "d@example.org", "--name", "D", "--role", "king")


def test_a_token_opens_what_its_person_may_see(shell, app, settings):
    import dataclasses

    from shared.web.identity import Identity
    from tests.web.conftest import house_of

    assert dataclasses.is_dataclass(settings)
    own = Shell(settings.data)
    own.json("user", "add", "f@example.org", "--name", "F", "--role", "facilitator")
    token = own.json("user", "token", "f@example.org")["token"]
    made = own.json("workshop", "new", "--template", "mini", "--title", "T")
    elsewhere = own.json("workshop", "new", "--template", "mini", "--title", "T", "--region", "Khar-Us")
    identity: Identity = house_of(app).identity
    person = identity.by_token(token)
    assert identity.workshop(person, made["id"]).title == "T"
    assert identity.workshop(person, elsewhere["id"]) is None
    own.json("user", "token", "f@example.org", "--revoke")
    assert identity.by_token(token) is None
    assert "Nobody here" in own.fails(1, "user", "token", "x@example.org")


def test_a_workshop_travels_in_a_file(demo, shell, tmp_path):
    from_, made = demo
    file = tmp_path / "workshop.json"
    assert from_.json("workshop", "export", made["code"], "-o", str(file))["code"] == made["code"]
    assert list(faults(json.loads(file.read_bytes()), schema("workshop-1"))) == []
    came = shell.json("workshop", "import", str(file), "--region", "Khar-Us")
    there, here = (
        s.run("minutes", c, "--format", "json").stdout for s, c in ((from_, made["code"]), (shell, came["code"]))
    )
    there, here = json.loads(there), json.loads(here)
    assert here["workshop"].pop("region") == "Khar-Us"
    there["workshop"].pop("region")
    assert here == there
    assert "is here already" in shell.fails(1, "workshop", "import", str(file))
    bad = tmp_path / "bad.json"
    for text in ("", "[]", "{}", '{"schema": "led-workshop/1"}', "\x00"):
        bad.write_text(text)
        assert shell.fails(1, "workshop", "import", str(bad)).count("\n") == 1


def test_a_photo_that_cannot_be_read_does_not_come_in(demo, shell, tmp_path):
    from_, made = demo
    file = tmp_path / "workshop.json"
    from_.json("workshop", "export", made["code"], "-o", str(file))
    document = json.loads(file.read_text("utf-8"))
    told = {"id": "p", "activity": "", "caption": "Wall", "at": 1, "by": "Aya", "width": 320, "height": 200}
    for jpeg, size in ((drawn()[:400], {}), (drawn(), {"width": 300})):
        line = {**told, **size, "digest": sha256(jpeg).hexdigest(), "jpeg": b64encode(jpeg).decode()}
        file.write_text(json.dumps({**document, "photos": [line]}), "utf-8")
        assert "a photo that cannot be read" in shell.fails(1, "workshop", "import", str(file))
    line |= {"width": 320}
    file.write_text(json.dumps({**document, "photos": [line]}), "utf-8")
    came = shell.json("workshop", "import", str(file))
    assert "- Wall" in shell.run("minutes", came["code"]).stdout


@pytest.mark.parametrize("wrong", [("--template", "none"), ("--lang", "xx")])
def test_a_workshop_is_not_made_of_nonsense(shell, wrong):
    words = {"--template": "mini", "--title": "T", **dict([wrong])}
    shell.fails(2, "workshop", "new", *(part for pair in words.items() for part in pair))


def test_a_wrong_date_is_a_sentence(shell):
    assert "does not fit: date" in shell.fails(
        1, "workshop", "new", "--template", "mini", "--title", "T", "--date", "soon"
    )
