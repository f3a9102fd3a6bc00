"""Every number leads to its vote and every statement to its cards, in every format; no link leads nowhere."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import docx
import lxml.html
import pytest
from docx.oxml.ns import qn
from markdown import markdown as to_html

from shared.domain.records import Activity, Finding, Measure
from shared.minutes.anchors import anchored, links
from shared.minutes.plain import Para, places, plain
from shared.minutes.render import render, written
from shared.minutes.tree import Document, Heading, Item, Items, Link, Paragraph, Place, Strong, Table
from shared.web.language import languages
from tests.harness.readers import poppler

from .kinds import every_kind
from .records import Desk
from .test_files import _WORDS
from .test_golden import day


def targets(document: Document) -> dict[str, str]:
    """Where words lead, by what they say."""
    return {link.text: link.to for link in links(document.blocks)}


@pytest.mark.parametrize("language", languages())
def test_no_link_leads_nowhere_and_no_place_is_there_twice(language: str):
    for document in (day(language).minutes(), every_kind(language).minutes()):
        told = re.sub(r"<svg.*?</svg>", "", render(document, "html"), flags=re.DOTALL)
        ids = re.findall(r' id="([^"]+)"', told)
        assert len(ids) == len(set(ids))
        assert {link.to for link in links(document.blocks)} <= places(plain(document)) == set(ids)


def test_numbers_lead_to_their_vote_and_statements_to_their_cards():
    desk = Desk()
    writing, sorting, weigh = (desk.step(kind) for kind in ("brainstorm", "cluster", "dots"))
    group = desk.cluster(sorting, "Loans")
    card = desk.card(writing, "No loans", cluster=group.id)
    desk.records.append(Finding("f", "w", ["1.1"], "-", "Banks ask for land", 1.0, shown=True, card=card.id))
    desk.records.append(Measure("m", "w", "Fund", group.id, 1.0))
    desk.records.append(Activity("reading", "r", "w", "Reading", "", 99, 20, "revealed"))
    result = {"items": [{"id": group.id, "title": "Loans", "dots": 7, "place": 1, "by_sector": {}}]}
    result |= {"rule": "dots", "dots": 3, "most": 1, "cast": 3, "blank": 0, "unused": 0, "seats": 3}
    desk.step("dots", result=result)
    found = targets(desk.minutes())
    assert found["Dots: 7"] == f"step-{weigh.id}"
    assert found["Loans"] == f"group-{group.id}"
    assert found["Banks ask for land"] == f"card-{card.id}"
    assert found[weigh.title] == f"step-{weigh.id}"


@pytest.mark.parametrize("language", languages())
def test_links_of_markdown_lead_to_headings_by_the_name_that_programs_give_them(language: str):
    for document in (day(language).minutes(), every_kind(language).minutes()):
        read = lxml.html.fragment_fromstring(to_html(render(document, "md"), extensions=["tables"]), "div")
        names = [_name(head.text_content()) for head in read.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        led = [(link.get("href"), link.text_content()) for link in read.iter("a")]
        wanted = Counter(" ".join(link.text.split()) for link in links(document.blocks))
        assert Counter(text for _, text in led) == wanted
        assert {to.removeprefix("#") for to, _ in led} <= set(names)
        assert all(names.count(to.removeprefix("#")) == 1 for to, _ in led)


def _name(heading: str) -> str:
    """Name a heading as GitHub does."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def test_a_link_of_markdown_holds_whatever_people_write():
    hostile = ("a](javascript:alert(1))", "![x](http://evil.example/x.png)", "[b][c]", "\\", "`]`", "a\nb", "]]>", "!")
    blocks = [Heading(1, "Day"), Heading(2, "Cards (2)!", "c")]
    blocks += [Paragraph(["Wow!", Link(text, "c"), Link(text, "c", strong=True), Strong(" so")]) for text in hostile]
    blocks.append(Heading(2, "Cards 2", "d"))
    blocks.append(Paragraph(Link("again", "d")))
    read = lxml.html.fragment_fromstring(to_html(render(Document("en", "Day", tuple(blocks)), "md")), "div")
    told = [(link.get("href"), link.text_content()) for link in read.iter("a")]
    wanted = [("#cards-2", " ".join(text.split())) for text in hostile for _ in (1, 2)]
    assert told == [*wanted, ("#cards-2-1", "again")]
    assert not list(read.iter("img", "script"))


def test_titles_in_strong_sentences_lead_to_their_cards_in_every_format():
    document = every_kind("en").minutes()
    strong = [link for link in links(document.blocks) if link.strong]
    assert len({link.to.partition("-")[0] for link in strong}) > 1
    html = lxml.html.document_fromstring(render(document, "html").encode())
    shown = [(a.get("href"), b.text) for a in html.iter("a") for b in a.iter("b")]
    assert shown == [(f"#{link.to}", link.text) for link in strong]
    read = lxml.html.fragment_fromstring(to_html(render(document, "md"), extensions=["tables"]), "div")
    assert [a.text_content() for b in read.iter("strong") for a in b.iter("a")] == [link.text for link in strong]
    pieces = [p for block in plain(document) if isinstance(block, Para) for p in block.pieces if p.to and p.strong]
    assert [(p.text, p.to) for p in pieces] == [(link.text, link.to) for link in strong]
    file = io.BytesIO(written(document, "docx"))
    within = [r for p in docx.Document(file).element.body.iter(qn("w:hyperlink")) for r in p.iter(qn("w:r"))]
    bold = ["".join(t.text for t in r.iter(qn("w:t"))) for r in within if r.find(f".//{qn('w:b')}") is not None]
    assert bold == [link.text for link in strong]


@pytest.mark.parametrize("language", ["en", "mn", "ar"])
def test_a_day_with_every_kind_is_a_tagged_pdf(language: str, tmp_path: Path):
    file = tmp_path / "day.pdf"
    file.write_bytes(written(every_kind(language).minutes(), "pdf"))
    assert re.search(r"Tagged: +yes", poppler("pdfinfo", file))


def test_of_a_place_that_is_there_twice_the_first_stays_and_lost_links_are_text():
    card = Item([Link("to", "gone"), Link("back", "here")], [Item("twin", id="here")], "card")
    table = Table("t", ("a",), [[[Place("b", "here"), Place("c", "there")]], [Link("d", "there")]])
    first, paragraph, told = anchored((Items([card, card]), Paragraph(Link("x", "nowhere")), table))
    assert isinstance(first, Items)
    assert isinstance(paragraph, Paragraph)
    assert isinstance(told, Table)
    assert [item.id for item in first.items] == ["card", ""]
    assert [item.under[0].id for item in first.items] == ["here", ""]
    assert list(first.items[0].runs) == ["to", Link("back", "here")]
    assert paragraph.runs == "x"
    assert [list(row[0]) if isinstance(row[0], list) else row[0] for row in told.rows] == [
        ["b", Place("c", "there")],
        Link("d", "there"),
    ]


def test_words_that_lead_stand_within_a_sentence(monkeypatch: pytest.MonkeyPatch):
    from shared.minutes.sheet import lay_out
    from shared.web.language import Speech

    sheet = lay_out(Desk().records, Speech("en"))
    hostile = "\ue0009\ue001"  # what a place within a sentence is marked by
    said = sheet.woven("vote.minutes.level", place=1, titles=[Link("A", "a"), hostile, Link("B", "b")])
    assert [run for run in said if isinstance(run, Link)] == [Link("A", "a"), Link("B", "b")]
    assert hostile in said
    assert sheet.woven("minutes.reopened", clock="1", title=hostile, reason="") is not None


def linked() -> Document:
    long = "p_" + "x" * 60
    items = Items([Item("A card", [Item("its twin", id=long + "b")], long + "a")], cards=True)
    table = Table(
        "t", ("a", "b"), [(Place("Fund", "measure-m"), Link("twin", long + "b")), ("", Link("card", long + "a"))]
    )
    blocks = (Heading(1, "Day"), items, table, Paragraph(Link("fund", "measure-m")))
    return Document("en", "Day", blocks, {}, _WORDS)


def test_places_are_bookmarks_of_word_processors(tmp_path: Path):
    for format, mark, link in (
        ("docx", r'w:bookmarkStart [^>]*w:name="([^"]+)"', r'w:anchor="([^"]+)"'),
        ("odt", r'<text:bookmark text:name="([^"]+)"', r'xlink:href="#([^"]+)"'),
    ):
        inside = {"docx": "word/document.xml", "odt": "content.xml"}[format]
        with zipfile.ZipFile(io.BytesIO(written(linked(), format))) as file:
            told = file.read(inside).decode()
        marks, found = re.findall(mark, told), re.findall(link, told)
        assert len(set(marks)) == len(marks) == 3
        assert set(found) == set(marks)
        if format == "docx":
            assert max(map(len, marks)) <= 40


def test_a_pdf_leads_to_its_places_and_is_tagged_wherever_a_link_goes_on_overleaf(tmp_path: Path):
    told: list[Any] = []
    file = tmp_path / "a.pdf"
    for lines in range(30, 46, 2):
        filling = [Paragraph("A line") for _ in range(lines)]
        long = Link("words that lead to another part of these minutes, line after line " * 12, "card-c")
        card = Items([Item("A card", id="card-c")], cards=True)
        row = (Place("Fund", "measure-m"), [long, " · ", long])
        blocks = (
            Heading(1, "Day"),
            card,
            *filling,
            Paragraph(long),
            Items([Item(long)]),
            Table("t", ("a", "b"), [row]),
        )
        file.write_bytes(written(Document("en", "Day", blocks, {}, _WORDS), "pdf"))
        told.append(bool(re.search(r"Tagged: +yes", poppler("pdfinfo", file))))
        assert file.read_bytes().count(b"/Subtype/Link") >= 4
    assert all(told), told
