"""Between region and umbrella on pages and the command line: given out, looked through, believed, taken in, settled."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from flask import Flask
from PIL import Image

from shared.cli import main
from shared.config import Settings
from shared.domain.records import Workshop
from shared.photos.bare import bare
from shared.store import entry_photos, exchange, people, register, revisions
from shared.store.keys import new_id
from shared.store.photos import digest_of
from shared.store.schema import migrate
from shared.store.signing import grouped, key_of
from shared.store.store import Store
from tests.store.test_exchange import EDIT, measure, pictures, replace, reports
from tests.web.conftest import Facilitator, house_of

PAGE = "/facilitator/exchange"


class Office:
    """A region's own laptop, worked by commands."""

    def __init__(self, data: Path) -> None:
        self.data = data
        settings = Settings.read({}, data=data)
        migrate(settings.database_url)
        self.store = Store(settings.database_url, settings.secret)
        self.region: str = self.store.write(lambda c: people.add_region(c, "North", "mn"))
        self.measure = measure(self.store, self.region)

    def says(self, *words: str) -> Any:
        return CliRunner().invoke(main, ["region", *words, "--data", str(self.data)])

    def gives_out(self) -> bytes:
        file = self.data / "out.json"
        done = self.says("export", "North", "-o", str(file))
        assert done.exit_code == 0, done.output
        return file.read_bytes()


def photographed(store: Store, measure: str) -> tuple[str, bytes]:
    """Put a public photo that can be looked at to a measure; give its id and its picture."""
    picture = io.BytesIO()
    Image.new("RGB", (64, 48), "red").save(picture, "JPEG")
    made = bare(picture.getvalue())
    photo = entry_photos.Photo(new_id(), "", "Red", 1, "Aya", made.width, made.height, digest_of(made.jpeg))
    store.write(lambda c: entry_photos.add(c, measure, photo, made.jpeg))
    store.write(lambda c: entry_photos.release(c, measure, photo.id, "A red press"))
    return photo.id, made.jpeg


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path / "office")
    yield made
    made.store.close()


def brings(facilitator: Facilitator, content: bytes) -> Any:
    file = (io.BytesIO(content), "region.json")
    return facilitator.sends(f"{PAGE}/files", {"file": file}, page=PAGE)


def takes(facilitator: Facilitator, content: bytes, **more: str) -> Any:
    came = brings(facilitator, content)
    assert came.status_code == 303, came.text
    into = re.search(
        r'<input type="hidden" name="into" value="(\w*)">', facilitator.opens(came.headers["Location"]).text
    )
    assert into
    return facilitator.sends(came.headers["Location"], {"act": "take_in", "into": into[1], **more})


def titles(app: Flask) -> list[str]:
    with house_of(app).store.read() as connection:
        return [one.title for one in register.every(connection)]


def test_a_file_is_looked_through_believed_and_taken_in(app: Flask, facilitator: Facilitator, office: Office):
    content = office.gives_out()
    came = brings(facilitator, content)
    assert came.status_code == 303
    shown = facilitator.opens(came.headers["Location"])
    spoken = grouped(key_of(office.store.secret))
    assert spoken in shown.text and "not known for this region" in shown.text
    assert "a new region: North" in shown.text and "Measure: Felt workshop" in shown.text and "new: 1." in shown.text
    assert titles(app) == [], "nothing is written before it is taken in"
    refused = facilitator.sends(came.headers["Location"], {"act": "take_in"})
    assert refused.status_code == 403 and "Compare it with the office first" in refused.text
    with house_of(app).store.read() as connection:
        assert "North" not in [region.name for region in people.regions(connection)], "refused leaves nothing"
    done = facilitator.sends(came.headers["Location"], {"act": "take_in", "believe": "yes"})
    assert done.status_code == 303
    shown = facilitator.opens(done.headers["Location"])
    assert "new: 1." in shown.text and spoken in shown.text and "Waiting to be taken in" not in shown.text
    assert titles(app) == ["Felt workshop"]
    with house_of(app).store.read() as connection:
        (entry,) = register.every(connection)
    assert "Came from its region: Completed" in facilitator.opens(f"/facilitator/measures/{entry.id}").text
    again = takes(facilitator, content)
    assert "same=1" in again.headers["Location"]
    assert titles(app) == ["Felt workshop"]


def test_a_photo_comes_along_if_it_is_one(app: Flask, facilitator: Facilitator, office: Office):
    sound, other = measure(office.store, office.region, "Press"), pictures(office.store, office.measure)
    assert "a photo that cannot be read" in brings(facilitator, office.gives_out()).text
    office.store.write(lambda c: entry_photos.remove(c, office.measure, other))
    photo, jpeg = photographed(office.store, sound)
    content = office.gives_out()
    came = brings(facilitator, content)
    assert "Photo: A red press" in facilitator.opens(came.headers["Location"]).text
    takes(facilitator, content, believe="yes")
    shown = facilitator.opens(f"/facilitator/measures/{sound}/course").text
    assert f"/photos/{photo}.jpg" in shown
    assert facilitator.opens(f"/facilitator/measures/{sound}/photos/{photo}.jpg").data == jpeg


def test_the_page_gives_out_what_the_command_gives_out(app: Flask, facilitator: Facilitator, office: Office):
    takes(facilitator, office.gives_out(), believe="yes")
    shown = facilitator.opens(PAGE)
    named = 'download aria-label="Signed file of North"'
    link = re.search(f'href="(/facilitator/exchange/[0-9a-f]{{32}}/region.json)" {named}', shown.text)
    assert link
    answer = facilitator.opens(link[1])
    assert answer.headers["Content-Type"].startswith("application/json")
    assert "attachment" in answer.headers["Content-Disposition"]
    document = json.loads(answer.text)
    sent = json.loads(office.gives_out())
    assert document["items"] == sent["items"]
    assert document["key"] == key_of(house_of(app).secret) != sent["key"]
    assert facilitator.opens(f"/facilitator/exchange/{'f' * 32}/region.json").status_code == 404


def test_what_both_changed_is_laid_side_by_side_and_settled(app: Flask, facilitator: Facilitator, office: Office):
    takes(facilitator, office.gives_out(), believe="yes")
    id, store = office.measure, house_of(app).store
    ours = {"title": "Ours <b>"}
    store.write(lambda c: register.change(c, id, 5, lambda e: (replace(e, form={**e.form, **ours}, **ours), EDIT)))
    reports(office.store, id, "jobs", "2025-05-01", 300)
    left = takes(facilitator, office.gives_out())
    assert "clash=1" in left.headers["Location"] and PAGE + "/" in left.headers["Location"]
    shown = facilitator.opens(left.headers["Location"])
    assert (
        "Ours &lt;b&gt;" in shown.text and "Felt workshop" in shown.text and "changed on both sides: 1." in shown.text
    )
    assert "May 1, 2025" in shown.text
    waiting = left.headers["Location"].split("?")[0]
    with store.read() as connection:
        into = exchange.trusts(connection)[0].region
    done = facilitator.sends(waiting, {"act": "take_in", "into": into, f"entry:{id}": "theirs"})
    assert "settled=1" in done.headers["Location"]
    assert titles(app) == ["Felt workshop"]
    assert facilitator.opens(waiting).status_code == 404, "a file that is settled does not wait any more"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Choose the file of a region."),
        (b"{", "This is not a signed file of a region."),
        (b"[1]", "This is not a signed file of a region."),
        (b'{"schema": "led-region/1", "signature": "00"}', "The signature does not fit"),
        (b"[" * 100_000, "This is not a signed file of a region."),
    ],
)
def test_what_is_no_file_of_a_region_is_refused(facilitator: Facilitator, content: bytes, said: str):
    answer = brings(facilitator, content)
    assert answer.status_code == 400 and said in answer.text


def test_a_file_that_was_changed_on_the_way_is_refused(app: Flask, facilitator: Facilitator, office: Office):
    answer = brings(facilitator, office.gives_out().replace(b"Felt workshop", b"Gold workshop"))
    assert answer.status_code == 400 and "The signature does not fit" in answer.text
    assert "Waiting to be taken in" not in facilitator.opens(PAGE).text
    assert titles(app) == []


def test_a_file_can_be_put_away_and_a_key_be_believed_no_longer(app: Flask, facilitator: Facilitator, office: Office):
    content = office.gives_out()
    came = brings(facilitator, content)
    assert facilitator.sends(came.headers["Location"], {"act": "drop"}).status_code == 303
    assert facilitator.opens(came.headers["Location"]).status_code == 404
    takes(facilitator, content, believe="yes")
    with house_of(app).store.read() as connection:
        (trust,) = exchange.trusts(connection)
    facilitator.sends(f"{PAGE}/keys", {"key": trust.key, "region": trust.region}, page=PAGE)
    assert takes(facilitator, content, into=trust.region).status_code == 403


def test_commands_give_out_and_take_in(office: Office, tmp_path: Path):
    office.gives_out()
    file, umbrella = str(office.data / "out.json"), ["--data", str(tmp_path / "umbrella"), "--json"]

    def merges(*words: str) -> Any:
        return CliRunner().invoke(main, ["region", "merge", file, *words, *umbrella])

    refused = merges()
    assert refused.exit_code == 1 and "is not known for North" in refused.output
    spoken = office.says("key").output.strip()
    assert spoken in refused.output
    wrong = merges("--believe", "0" * 32)
    assert wrong.exit_code == 1 and "not by the key that is to be believed" in wrong.output
    told = json.loads(merges("--believe", spoken).output)
    assert told["new"] == 1
    assert json.loads(merges().output)["same"] == 1
    missing = office.says("export", "Moon", "-o", file)
    assert missing.exit_code == 1 and "No region is called Moon." in missing.output
    (office.data / "out.json").write_text("{}")
    assert "This is not a signed file of a region." in merges().output


def test_a_whole_workshop_travels_and_what_both_changed_is_asked(
    app: Flask, facilitator: Facilitator, workshop: str, tmp_path: Path
):
    id = workshop.split("/")[3]
    link = f"/facilitator/workshops/{id}/signed.json"
    assert link in facilitator.opens(PAGE).text
    answer = facilitator.opens(link)
    assert answer.status_code == 200 and "attachment" in answer.headers["Content-Disposition"]
    file, umbrella = tmp_path / "day.json", ["--data", str(tmp_path / "umbrella"), "--json"]
    file.write_bytes(answer.data)

    def merges(*words: str) -> dict[str, Any]:
        done = CliRunner().invoke(main, ["region", "merge", str(file), *words, *umbrella])
        assert done.exit_code == 0, done.output
        told: dict[str, Any] = json.loads(done.output)
        return told

    assert merges("--believe", grouped(key_of(house_of(app).secret)))["new"] == 1
    assert merges()["same"] == 1
    done = takes(facilitator, answer.data, believe="yes")
    assert "same=1" in done.headers["Location"]
    file.write_bytes(answer.data.replace(b"Planning day", b"Spending day"))
    refused = CliRunner().invoke(main, ["region", "merge", str(file), *umbrella])
    assert refused.exit_code == 1 and "The signature does not fit" in refused.output


def test_a_clash_of_two_workshops_is_shown_with_what_each_holds(
    app: Flask, facilitator: Facilitator, workshop: str, tmp_path: Path
):
    page, id = workshop, workshop.split("/")[3]
    content = facilitator.opens(f"/facilitator/workshops/{id}/signed.json").data
    facilitator.sends(page + "minutes/versions", {}, page=page + "minutes")
    came = brings(facilitator, content)
    shown = facilitator.opens(came.headers["Location"])
    assert "changed on both sides: 1." in shown.text and "Versions of the minutes" in shown.text
    done = facilitator.sends(came.headers["Location"], {"act": "take_in", "believe": "yes", "into": region_of(app, id)})
    assert "clash=1" in done.headers["Location"]
    with house_of(app).store.read() as connection:
        assert revisions.all_of(connection, id), "the version is still there"


def region_of(app: Flask, id: str) -> str:
    return next(r.region for r in house_of(app).store.records(id)[1] if isinstance(r, Workshop))


def test_a_second_region_of_the_same_house_is_not_taken_for_the_first(
    app: Flask, facilitator: Facilitator, office: Office
):
    takes(facilitator, office.gives_out(), believe="yes")
    south: str = office.store.write(lambda c: people.add_region(c, "South", "mn"))
    measure(office.store, south, "Bridge")
    file = office.data / "south.json"
    assert office.says("export", "South", "-o", str(file)).exit_code == 0
    came = brings(facilitator, file.read_bytes())
    shown = facilitator.opens(came.headers["Location"]).text
    assert "not known for this region" in shown and "Not released any more" not in shown
    assert takes(facilitator, file.read_bytes()).status_code == 403
    assert titles(app) == ["Felt workshop"]
