"""Own templates and clones: who sees them, what they carry, files that come and go."""

from __future__ import annotations

import io
import json
import re

import pytest

from shared.domain.records import Activity, Workshop
from shared.domain.templates import TEMPLATES
from shared.store import people, templates
from shared.web.identity import COOKIE
from tests.web.conftest import Visitor, house_of
from tests.web.test_prepare import does


class Colleague(Visitor):
    """Another facilitator, of regions of their own."""

    def __init__(self, app, email, *regions):
        super().__init__(app)
        house = house_of(app)

        def join(connection):
            known = {region.name: region.id for region in people.regions(connection)}
            ids = [known.get(name) or people.add_region(connection, name, "en") for name in regions]
            id = people.add_person(connection, email=email, name=email, role="facilitator", language="en")
            people.set_regions(connection, id, ids)
            return id

        self.id = house.store.write(join)
        self.client.set_cookie(COOKIE, house.identity.start_session(self.id), domain="localhost")


def keeps(person, workshop, name="Our day", shared="no", description=""):
    told = {"act": "keep", "name": name, "description": description, "shared": shared}
    return person.sends(f"{workshop}again", told)


def kept(app):
    with house_of(app).store.read() as connection:
        return templates.every(connection)


def everything(app, page):
    return house_of(app).store.records(page.split("/")[3])[1]


def agenda(app, page):
    steps = sorted((r for r in everything(app, page) if isinstance(r, Activity)), key=lambda a: a.position)
    return [(a.kind, a.title, a.question, a.minutes, a.settings) for a in steps]


def makes(person, template):
    region = re.search(r'<option value="([0-9a-f]{32})"', person.opens("/facilitator/new").text)
    details = {"template": template, "title": "Again", "region": region[1], "date": "2027-02-01", "language": "en"}
    return person.sends("/facilitator/new", details)


def test_an_agenda_is_kept_and_used_for_the_next_workshop(app, facilitator, workshop):
    does(app, workshop, "activity.add", activity="x", kind="choice", title="Own", settings={"choices": ["A", "B"]})
    does(app, workshop, "workshop.edit", begins="08:00", ends="15:00")
    assert keeps(facilitator, workshop, description="For small towns").status_code == 303
    listed = facilitator.opens("/facilitator/templates").text
    assert "Our day" in listed and "For small towns" in listed
    assert f"{len(TEMPLATES['led-planning']) + 1} steps" in listed
    (template,) = kept(app)
    made = makes(facilitator, f"own:{template.id}")
    page = made.headers["Location"].removesuffix("prepare")
    assert agenda(app, page) == agenda(app, workshop)
    w = next(r for r in everything(app, page) if isinstance(r, Workshop))
    assert (w.title, w.date, w.begins, w.ends, w.template) == ("Again", "2027-02-01", "08:00", "15:00", "led-planning")


def test_nobody_sees_what_another_keeps_for_themselves(app, facilitator, workshop):
    near = Colleague(app, "near@example.org", "Altan-Ovoo")
    far = Colleague(app, "far@example.org", "Khar-Us")
    keeps(facilitator, workshop)
    (template,) = kept(app)
    home = "/facilitator/templates"
    sees = {"no": set(), "region": {near}, "all": {near, far}}
    for shared, who in sees.items():
        told = {"name": "Our day", "description": "", "shared": shared}
        assert facilitator.sends(f"{home}/{template.id}", told, page=home).status_code == 303
        for person in (near, far):
            there = person in who
            assert ("Our day" in person.opens(home).text) is there
            assert (f"own:{template.id}" in person.opens("/facilitator/new").text) is there
            assert person.opens(f"{home}/{template.id}.json").status_code == (200 if there else 404)
            assert makes(person, f"own:{template.id}").status_code == (303 if there else 400)
            stolen = {"name": "Mine", "description": "", "shared": "all"}
            assert person.sends(f"{home}/{template.id}", stolen, page="/facilitator/new").status_code == 404
            gone = person.sends(f"{home}/{template.id}", {"act": "remove"}, page="/facilitator/new")
            assert gone.status_code == 404
    assert kept(app)[0].name == "Our day"


def test_an_administrator_does_not_see_private_ones_of_others(app, facilitator, workshop):
    far = Colleague(app, "far@example.org", "Altan-Ovoo")
    keeps(far, workshop, "Far's own")
    assert "Far&#39;s own" not in facilitator.opens("/facilitator/templates").text
    (template,) = kept(app)
    assert facilitator.opens(f"/facilitator/templates/{template.id}.json").status_code == 404


def test_what_will_not_do_as_a_template_is_said(app, facilitator, workshop):
    for wrong in ({"name": " "}, {"name": "x" * 121}, {"shared": "everybody"}, {"description": "x" * 501}):
        refused = keeps(facilitator, workshop, **wrong)
        assert refused.status_code == 400 and "banner err" in refused.text
    assert kept(app) == []


def test_a_template_travels_as_a_file(app, facilitator, workshop):
    keeps(facilitator, workshop, "Бидний өдөр", description="Two\nlines")
    (template,) = kept(app)
    home = "/facilitator/templates"
    answer = facilitator.opens(f"{home}/{template.id}.json")
    assert "attachment" in answer.headers["Content-Disposition"]
    region = re.search(r'<option value="([0-9a-f]{32})"', facilitator.opens("/facilitator/new").text)
    facilitator.sends(f"{home}/{template.id}", {"act": "remove"}, page=home)
    assert kept(app) == []

    def brings(text, **told):
        file = (io.BytesIO(text if isinstance(text, bytes) else text.encode()), "template.json")
        return facilitator.sends(home, {"file": file, "region": region[1], **told}, page=home)

    assert brings(answer.data).status_code == 303
    (came,) = kept(app)
    assert (came.name, came.description, came.shared) == ("Бидний өдөр", "Two\nlines", "no")
    assert (came.language, came.outline) == (template.language, template.outline)
    good = json.loads(answer.data)
    wrong = {**good, "outline": {**good["outline"], "steps": [{"kind": "magic"}]}}
    for text in ("", "[]", "{}", b"\xff\xfe\x00", "[" * 100_000, json.dumps({**good, "name": 5}), json.dumps(wrong)):
        refused = brings(text)
        assert refused.status_code == 400 and "Traceback" not in refused.text
    assert brings(answer.data, region="elsewhere").status_code == 400
    assert len(kept(app)) == 1


def test_a_clone_is_made_from_the_list(app, facilitator, workshop):
    does(app, workshop, "measure.adopt", measure="m", title="Mend the road")
    assert f"{workshop}again" in facilitator.opens("/facilitator/").text
    told = {"act": "clone", "title": "Next year", "date": "2027-11-23"}
    made = facilitator.sends(f"{workshop}again", told)
    page = made.headers["Location"].removesuffix("prepare")
    assert agenda(app, page) == agenda(app, workshop)
    assert "Mend the road" not in str(everything(app, page))
    taken = facilitator.sends(f"{workshop}again", {**told, "measures": "yes"})
    assert "Mend the road" in str(everything(app, taken.headers["Location"].removesuffix("prepare")))
    refused = facilitator.sends(f"{workshop}again", {**told, "date": "soon"})
    assert refused.status_code == 400 and 'value="Next year"' in refused.text


def test_what_is_not_ones_own_is_not_cloned(app, workshop):
    far = Colleague(app, "far@example.org", "Khar-Us")
    told = {"act": "clone", "title": "Stolen", "date": "2027-11-23"}
    assert far.sends(f"{workshop}again", told, page="/facilitator/templates").status_code == 404


@pytest.mark.parametrize("by", ["id", "name"])
def test_the_command_line_lists_uses_and_carries_templates(app, facilitator, workshop, settings, tmp_path, by):
    from tests.web.test_commands import Shell

    keeps(facilitator, workshop, "Small towns")
    shell = Shell(settings.data)
    (told,) = shell.json("template", "list")["templates"]
    name = f"own:{told['id']}" if by == "id" else "small TOWNS"
    made = shell.json("workshop", "new", "--template", name, "--title", "T")
    assert agenda(app, f"/facilitator/workshops/{made['id']}/") == agenda(app, workshop)
    file = str(tmp_path / "t.json")
    assert shell.json("template", "export", name, "-o", file)["name"] == "Small towns"
    shell.json("template", "import", file, "--owner", "tuya@example.org")
    assert "Several templates" in shell.fails(2, "workshop", "new", "--template", "Small towns", "--title", "T")
    assert "Nobody here" in shell.fails(1, "template", "import", file, "--owner", "x@example.org")
    assert "There is no template" in shell.fails(1, "template", "export", "none", "-o", file)


def test_the_command_line_clones(app, facilitator, workshop, settings):
    from tests.web.test_commands import Shell

    does(app, workshop, "measure.adopt", measure="m", title="Mend the road")
    code = next(r for r in everything(app, workshop) if isinstance(r, Workshop)).code
    shell = Shell(settings.data)
    made = shell.json("workshop", "clone", code, "--title", "Next", "--date", "2027-01-05", "--measures")
    page = f"/facilitator/workshops/{made['id']}/"
    assert made.keys() == {"id", "code", "join_url", "projector_url", "console_url"}
    assert agenda(app, page) == agenda(app, workshop)
    assert "Mend the road" in str(everything(app, page))
    assert "does not fit: date" in shell.fails(1, "workshop", "clone", code, "--date", "soon")
