"""The facilitator's own Markdown, made safe: no raw HTML, no pictures from elsewhere, links to pages and mail only."""

from __future__ import annotations

import html
import re

import nh3
from markdown import Markdown
from markdown.extensions.toc import TocExtension
from markupsafe import escape

MOST_LINKS = 200
_SCHEMES = {"http", "https", "mailto"}
_TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "code", "pre", "blockquote", "hr", "h4", "h5", "h6", "a"}
_TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}
_ATTRIBUTES = {"a": {"href", "title"}}
_INLINE_LINK = re.compile(r"(\]\(\s*<?)([^\s)>]*)")
_NAMED_LINK = re.compile(r"^(\s{0,3}\[[^\]]*\]:\s*<?)([^\s>]*)", re.MULTILINE)


def to_html(text: str) -> str:
    """Turn Markdown into HTML of an allow-list; headings come below those of the minutes."""
    writer = Markdown(extensions=["tables", "sane_lists", "nl2br", TocExtension(baselevel=4, marker="")])
    writer.preprocessors.deregister("html_block")
    writer.inlinePatterns.deregister("html")
    try:
        made = writer.convert(safe_markdown(text))
    except (RecursionError, ValueError, AssertionError):  # quotes within quotes within quotes ...
        made = f"<p>{escape(text)}</p>"
    return nh3.clean(made, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel="noopener noreferrer")


def safe_markdown(text: str) -> str:
    """Keep Markdown as Markdown, without what another program might run, fetch or open when it reads it."""
    text = re.sub(r"<(?=[A-Za-z/!?])", "&lt;", text)
    text = text.replace("![", "\\![")
    if text.count("[") > MOST_LINKS:  # each open bracket is looked for its end by some readers, all by all
        text = text.replace("[", "\\[")
    text = _INLINE_LINK.sub(lambda m: m[1] + _target(m[2]), text)
    return _NAMED_LINK.sub(lambda m: m[1] + _target(m[2]), text)


def _target(raw: str) -> str:
    """Keep a link's target only where it leads to a page, a mail address or a part of the minutes."""
    plain = re.sub(r"[\x00-\x20\\]", "", html.unescape(raw))
    scheme = re.match(r"([^/?#]*?):", plain)
    return raw if plain.startswith("#") or (scheme and scheme[1].lower() in _SCHEMES) else "#"
