"""The hand-out tells what was decided on one page, whatever there is."""

from __future__ import annotations

import html
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from shared.domain.records import Measure
from shared.minutes.anchors import links
from shared.minutes.as_html import article
from shared.minutes.as_pdf import pdf
from shared.minutes.document import compose
from shared.minutes.handout import handout
from shared.minutes.plain import places, plain
from shared.minutes.render import written
from shared.minutes.sheet import Sheet, lay_out
from shared.minutes.tree import Heading
from shared.web.language import Speech
from tests.harness.readers import poppler
from tests.minutes.records import Desk
from tests.minutes.test_document import RESULT


def sheet(desk: Desk) -> Sheet:
    return lay_out(desk.records, Speech(desk.records[0].language), desk.acts, region="Altan-Ovoo")


def test_an_empty_day_says_that_nothing_came_of_it_yet():
    text = article(handout(sheet(Desk())))
    assert "Nothing has come of this workshop yet." in text


def test_it_tells_what_was_found_decided_and_comes_next():
    desk = Desk()
    desk.workshop(host="Chamber")
    desk.seat("private")
    desk.step("dots", "confirmed", result=RESULT, settings={"dots": 3, "most": 1})
    desk.note("summary", "A **good** day\n\n- for all")
    desk.note("decision", "Roads go on", reasons="Kept for the minutes")
    desk.note("task", "Ask for prices", who="Aya", due="2026-12-04")
    desk.note("private", "Nobody reads this")
    desk.records.append(Measure("m1", "w", "Felt workshop", None, 1.0, champion="Dorj"))
    desk.records.append(Measure("m2", "w", "Too far", None, 2.0, parked="Not here"))
    document = handout(sheet(desk))
    heads = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert heads == [
        *("Planning day", "What we found", "What we decided", "These measures were proposed"),
        *("Who does what next", "Whom to ask"),
    ]
    text = article(document)
    for said in ("<strong>good</strong>", "<li>for all</li>", "Loans (4)", "Roads go on", "Felt workshop – Dorj"):
        assert said in text
    assert "Ask for prices · Aya · December 4, 2026" in text
    for kept in ("Nobody reads", "Kept for the minutes", "Too far"):
        assert kept not in text


def test_figures_that_were_not_shown_stay_out():
    desk = Desk()
    desk.step("dots", "closed", result=RESULT, settings={"dots": 3, "most": 1})
    assert "Loans" not in article(handout(sheet(desk)))


MINUTES = "http://192.0.2.7:8000/facilitator/workshops/w/minutes"
CHECK = "http://192.0.2.7:8000/minutes/verify?checksum=" + "0f" * 32


def told_day() -> Sheet:
    desk = Desk()
    desk.seat("private")
    sorting, vote = desk.step("cluster"), desk.step("dots", "confirmed", settings={"dots": 3, "most": 1})
    group = desk.cluster(sorting, "Loans [1](javascript:x)")
    items = [{**item, "id": group.id, "title": group.title} for item in RESULT["items"][:1]]
    desk.records[desk.records.index(vote)] = replace(vote, result={**RESULT, "items": items})
    desk.note("decision", "Roads go on")
    desk.note("task", "Ask for prices", who="Aya", due="2026-12-04")
    desk.records.append(Measure("m1", "w", "Felt " * 40, None, 1.0, champion="Dorj"))
    return sheet(desk)


def test_it_leads_to_where_the_minutes_tell_each_thing_in_full(tmp_path: Path):
    laid = told_day()
    document, whole = handout(laid, MINUTES, CHECK), compose(laid)
    found = {link.text: link.to for link in links(document.blocks)}
    assert found["Loans [1](javascript:x)"].startswith(f"{MINUTES}#group-")
    assert found["Roads go on"] == f"{MINUTES}#decisions"
    assert found["Ask for prices"] == f"{MINUTES}#tasks"
    assert [to for text, to in found.items() if text.startswith("Felt")] == [f"{MINUTES}#measure-m1"]
    assert found["The minutes have all cards, all votes and all words."] == MINUTES
    assert CHECK in found.values()
    there = places(plain(whole))
    assert {to.partition("#")[2] for to in found.values()} - {""} <= there
    for format in ("pdf", "html", "docx", "odt", "md"):
        file = tmp_path / f"handout.{format}"
        file.write_bytes(written(replace(document, words={**whole.words, **document.words}), format))
        led = _led(file)
        assert set(found.values()) <= led, format
        assert all(to.startswith("http://192.0.2.7:8000/") for to in led), format


def test_whoever_cannot_open_the_minutes_gets_no_link_to_them():
    assert not list(links(handout(told_day()).blocks))
    assert [link.to for link in links(handout(told_day(), sealed=CHECK).blocks)] == [CHECK]


def _led(file: Path) -> set[str]:
    """Gather the addresses outside to which a file leads."""
    content = file.read_bytes()
    if file.suffix == ".pdf":
        return set(re.findall(r"/URI ?\(([^)]+)\)", content.decode("latin-1")))
    if file.suffix in (".docx", ".odt"):
        with zipfile.ZipFile(file) as archive:
            inside = "word/_rels/document.xml.rels" if file.suffix == ".docx" else "content.xml"
            content = archive.read(inside)
        mark = r'hyperlink"[^>]*Target="([^"]+)"|Target="(http://192[^"]+)"|xlink:href="(http[^"]+)"'
        return {next(filter(None, found)) for found in re.findall(mark, content.decode())}
    found = re.findall(r'href="(http[^"]+)"|\]\(<([^>]+)>\)', content.decode())
    return {html.unescape(one or other) for one, other in found}


@pytest.mark.parametrize("language", ["en", "mn", "ar", "ru", "de"])
@pytest.mark.parametrize("word", ["Шийдвэрлэх ", "W" * 39 + " ", "مستودعات التبريد "])
def test_it_stays_one_page_however_much_there_is(language: str, word: str, tmp_path: Path):
    desk, long = Desk(language=language), word * 99
    desk.workshop(title=long[:120], host=long[:120], facilitators=long[:120], place=long[:120])
    for sector in ("private", "public", "semi-public"):
        desk.seat(sector)
    items = [{**item, "title": long[:120]} for item in RESULT["items"]]
    desk.step("dots", "confirmed", result={**RESULT, "items": items}, settings={"dots": 3, "most": 1})
    desk.note("summary", "\n".join(["## Heading", "", long, "", "- a", "- b"] * 3))
    for n in range(9):
        desk.note("decision", f"{n} {long}")
        desk.note("task", f"{n} {long}", who=long[:120], due="2026-12-04")
        desk.records.append(Measure(f"m{n}", "w", long[:120], None, float(n), champion=long[:120]))
    file = tmp_path / "handout.pdf"
    file.write_bytes(pdf(handout(sheet(desk))))
    told = poppler("pdfinfo", file)
    assert re.search(r"Pages: +1$", told, re.MULTILINE), told
    assert re.search(r"Tagged: +yes", told)
