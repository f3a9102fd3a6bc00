"""People's words stay words in every format; the facilitator's Markdown does nothing but look."""

from __future__ import annotations

import html
import json
import re
import textwrap
import time
from html.parser import HTMLParser

import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import markdown as to_markup

from shared.minutes.as_html import article
from shared.minutes.as_markdown import escaped
from shared.minutes.own_words import safe_markdown, to_html
from shared.minutes.render import render
from shared.minutes.tree import Document, Heading, Paragraph, Strong, Table
from tests.minutes.records import Desk

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    '"><script>alert(1)</script>',
    "javascript:alert(1)",
    "[x](javascript:alert(1))",
    "[]()",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](java\\script:alert(1))",
    "[x]( javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox(1))",
    "[x](file:///etc/passwd)",
    "![x](http://evil.example/pixel.png)",
    "![x][y]\n\n[y]: http://evil.example/pixel.png",
    "<javascript:alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<iframe src=//evil.example>",
    "<style>@import url(//evil.example)</style>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "`<script>alert(1)</script>`",
    "```\n</code><script>alert(1)</script>\n```",
    "{{ 7 * 7 }} {% raw %} ${7*7} <%= 7*7 %>",
    "</textarea></title></main><script>alert(1)</script>",
    "<!-- --!><script>alert(1)</script>",
    "a\x00b\ufffec",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
]
MARKUP = [
    "# heading",
    "- item",
    "+ item",
    "1. item",
    "1) item",
    "> quote",
    "*a* _b_ **c** __d__",
    "`code`",
    "[a](http://b.example)",
    "| a | b |\n|---|---|",
    "text\n===",
    "text\n---",
    "    code",
    "~~gone~~",
    "http://auto.example www.auto.example a@b.example",
    "***",
    "word {: .class }",
    "[^1]: note",
    "=> 5 = 5",
    "trailing #",
    "&amp; &copy;",
    "\\*",
]


class Parsed(HTMLParser):
    """What a browser would find: elements, attributes, text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def assert_harmless(page: str, drawings: int = 0) -> Parsed:
    """Find nothing that acts, and no more drawings than our own."""
    parsed = Parsed(page)
    assert sum(tag == "svg" for tag, _ in parsed.elements) == drawings
    for tag, attributes in parsed.elements:
        assert tag not in ("script", "img", "iframe", "style", "math", "object", "embed", "form", "base", "link")
        assert not any(name.startswith("on") or name in ("style", "src", "srcset") for name in attributes)
        href = attributes.get("href")
        assert href is None or re.match(r"(https?:|mailto:|#)", href), href
    return parsed


@pytest.mark.parametrize("words", HOSTILE)
def test_people_can_do_nothing_with_words(words):
    desk = Desk(title=words.split("\n")[0])
    step, sorting = desk.step("brainstorm"), desk.step("cluster", "confirmed")
    group = desk.cluster(sorting, words)
    desk.card(step, words, cluster=group.id)
    desk.workshop(host=words, place=words)
    page = assert_harmless(str(article(desk.minutes())), drawings=1)
    shown = words.replace("\x00", "\ufffd").replace("\ufffe", "\ufffd")
    assert all(line in page.text for line in shown.splitlines())
    json.loads(render(desk.minutes(), "json"))


@pytest.mark.parametrize("words", HOSTILE)
def test_nor_can_the_facilitators_own_words_do_anything(words):
    desk = Desk()
    for type in ("summary", "note", "decision", "task"):
        desk.note(type, words)
    assert_harmless(str(article(desk.minutes())))
    text = render(desk.minutes(), "md")
    assert_harmless(nh3.clean(to_markup(text, extensions=["tables"])))
    assert not re.search(r"<(?=[A-Za-z/!?])", text)
    assert not re.search(r"(?<!\\)!\[", text)


@pytest.mark.parametrize("words", [*MARKUP, *HOSTILE])
def test_what_people_wrote_is_no_markup_in_any_dialect(words):
    """Read by Python-Markdown and by a CommonMark reader with GitHub's tables and strikes: the words come back."""
    from markdown_it import MarkdownIt

    line = " ".join(words.split())
    made = {
        "python": to_markup(f"- {escaped(line)}", extensions=["tables", "attr_list", "footnotes", "def_list"]),
        "commonmark": MarkdownIt("gfm-like", {"linkify": False}).render(f"- {escaped(line)}"),
    }
    for reader, page in made.items():
        parsed = Parsed(page)
        assert [tag for tag, _ in parsed.elements] == ["ul", "li"], (reader, page)
        assert parsed.text.strip() == line.replace("\x00", "\ufffd").replace("\ufffe", "\ufffd"), reader


@settings(max_examples=300)
@given(st.text(max_size=80))
def test_any_words_come_back_as_they_were(words):
    line = " ".join(words.split())
    parsed = Parsed(to_markup(escaped(line), extensions=["tables"]))
    assert {tag for tag, _ in parsed.elements} <= {"p"}


@settings(max_examples=200)
@given(st.text(alphabet="<>[]()!`*_#-+=|:&;\\/ \njavscriptht:'\"", max_size=120))
def test_no_own_words_get_through_the_sieve(words):
    assert_harmless(to_html(words))


def test_own_words_look_as_they_were_meant():
    made = to_html("# Title\n\n**bold** and *slanted*\n\n- one\n- two\n\n[page](https://example.org) <b>no</b>")
    assert "<h4>Title</h4>" in made
    assert "<strong>bold</strong> and <em>slanted</em>" in made
    assert "<li>one</li>" in made
    assert '<a href="https://example.org" rel="noopener noreferrer">page</a>' in made
    assert "&lt;b&gt;no&lt;/b&gt;" in made


def test_five_thousand_cards_are_each_broken_into_lines_once(monkeypatch):
    broken = []
    wrap = textwrap.wrap
    monkeypatch.setattr(textwrap, "wrap", lambda text, *args, **more: broken.append(text) or wrap(text, *args, **more))
    desk = Desk()
    writing, sorting = desk.step("brainstorm"), desk.step("cluster", "confirmed")
    groups = [desk.cluster(sorting, f"Group {i}").id for i in range(20)]
    for i in range(5000):
        desk.card(writing, f"Card {i} says something", cluster=groups[i % 20])
    document = desk.minutes()
    for format in ("md", "html", "json"):
        assert "Card 4999 says something" in render(document, format)
    cards = [text for text in broken if text.startswith("Card ")]
    assert 0 < len(set(cards)) == len(cards) <= 5000


def test_deep_nesting_breaks_nothing():
    for depth in (">" * 5000, "- " * 3000, "[" * 4000, "*" * 8000, "(" * 8000, "![" * 4000, "[a](" * 2000):
        began = time.process_time()
        assert_harmless(to_html(depth))
        assert time.process_time() - began < 2


def test_safe_markdown_keeps_what_is_harmless():
    kept = "A [link](https://example.org/a?b=1) and [mail](mailto:a@b.example), 3 < 4, a: b, [jump](#part)"
    assert safe_markdown(kept) == kept


def test_the_page_stands_by_itself():
    page = render(Desk().minutes(), "html")
    assert page.startswith("<!doctype html>")
    assert not re.search(r"(src|href)=[\"']?(https?:)?//", page)
    assert 'lang="en" dir="ltr"' in page


def test_unprintable_signs_become_replacement_signs():
    desk = Desk()
    desk.card(desk.step("brainstorm"), "a\x0bb\ufffec")
    for format in ("md", "html"):
        assert "a\ufffdb\ufffdc" in html.unescape(render(desk.minutes(), format))


def test_what_is_strong_and_empty_is_nothing():
    blocks = (Heading(1, "a"), Paragraph((Strong(""), "b")), Table("t", ("c",), ((Strong(" "),),)))
    assert "**" not in render(Document("en", "a", blocks), "md")
