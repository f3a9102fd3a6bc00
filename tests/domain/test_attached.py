"""Attached papers: names made plain, PDFs that would act refused however they hide it, limits by measure."""

from __future__ import annotations

import zlib
from dataclasses import replace

import pytest

from shared.domain.changes import Refused
from shared.domain.register.attached import (
    KINDS,
    MOST,
    MOST_ALL,
    PDF,
    Attached,
    is_pdf,
    kind_of,
    may_remove,
    name_of,
    one_more,
    sound_pdf,
)
from shared.domain.register.entries import Entry
from shared.domain.register.states import CHAMPION, OFFICE

OPEN = Entry("e", "r", "NOR-2025-01", "Felt", "drafting")
SENT = replace(OPEN, state="submitted")
ONE = Attached("a", "letters", "Letter.pdf", PDF, 10, "0" * 64, "Oyun", CHAMPION, 1)


def pdf(inside: bytes = b"") -> bytes:
    return b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog " + inside + b" >>\nendobj\nstartxref\n9\n%%EOF\n"


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("Letter of Bat.pdf", "Letter of Bat.pdf"),
        ("C:\\Users\\bat\\Offer.PDF", "Offer.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("Офферт 3.docx.exe", "Офферт 3 docx.pdf"),
        ('a"b<c>|d?*.pdf', "a b c d.pdf"),
        ("\u202efdp.exe", "fdp.pdf"),
        ("line\r\nSet-Cookie: x.pdf", "lineSet-Cookie x.pdf"),
        ("", "file.pdf"),
        ("...", "file.pdf"),
        ("x" * 400 + ".pdf", "x" * 80 + ".pdf"),
    ],
)
def test_a_name_is_made_plain(typed: str, made: str):
    assert name_of(typed, PDF) == made


def test_a_plain_pdf_passes():
    sound_pdf(pdf())
    sound_pdf(pdf(b"/Lang (en) /AAPL:Keywords [] /Subtype /JSON"))
    sound_pdf(pdf(packed(b"1 0 << /Type /Page >>")))


def test_what_a_picture_is_made_of_is_no_word():
    """By chance a large scan holds the letters of any short name."""
    sound_pdf(pdf(packed(b"\0/JS\0/AA ", of=b"/Subtype /Image")))
    sound_pdf(pdf(b">>\nendobj\n2 0 obj\n<< /Length 9 >>\nstream\n\xff/JS /AA \nendstream\nendobj\n<<"))
    assert is_pdf(pdf()) and not is_pdf(b"<svg>")


def packed(text: bytes, of: bytes = b"/Type /ObjStm") -> bytes:
    """Put bytes into a compressed stream, where objects can hide."""
    head = b">>\nendobj\n2 0 obj\n<< " + of + b" /Filter /FlateDecode >>\nstream\n"
    return head + zlib.compress(text) + b"\nendstream\nendobj\n<<"


@pytest.mark.parametrize(
    "inside",
    [
        b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>",
        b"/AA << >>",
        b"/Names << /EmbeddedFiles << >> >>",
        b"/S /Launch /F (cmd.exe)",
        b"/Encrypt 5 0 R",
        b"/#4aavaScript (x)",
        b"/J#61vaScript (x)",
        packed(b"<< /S /JavaScript /JS (x) >>"),
        packed(b"<< /S /#4a#53 >>"),
        packed(b"q Q", of=b"") + packed(b"<< /S /Launch >>"),
        packed(b"<< /S /Launch >>", of=b"/Type /#4fbjStm"),
        packed(b"q Q", of=b"") + b"/OpenAction 3 0 R",
        b"\n% stream\n/OpenAction << /S /JavaScript >>\n% endstream\n",
        packed(b"q Q", of=b"/Type /ObjStm /DecodeParms << /Predictor 12 >>"),
        b">>\nendobj\n2 0 obj\n<< /Type /ObjStm /Filter /LZWDecode >>\nstream\nxyz\nendstream\nendobj\n<<",
    ],
)
def test_a_pdf_that_would_act_is_refused_however_it_hides_that(inside: bytes):
    with pytest.raises(Refused, match="attached_active"):
        sound_pdf(pdf(inside))


def test_a_pdf_that_is_cut_off_or_swells_is_refused():
    with pytest.raises(Refused, match="attached_broken"):
        sound_pdf(pdf()[:-20])
    with pytest.raises(Refused, match="attached_dense"):
        sound_pdf(pdf(packed(b"0" * 50_000_000)))


def test_limits_are_by_number_and_by_weight():
    one_more(OPEN, CHAMPION, [ONE] * (MOST - 1), 10)
    with pytest.raises(Refused, match="attached_full"):
        one_more(OPEN, CHAMPION, [ONE] * MOST, 10)
    heavy = replace(ONE, size=MOST_ALL - 5)
    one_more(OPEN, OFFICE, [heavy], 5)
    with pytest.raises(Refused, match="attached_heavy"):
        one_more(OPEN, OFFICE, [heavy], 6)


def test_a_champion_attaches_while_the_application_is_open_and_takes_out_their_own():
    with pytest.raises(Refused, match="form_closed"):
        one_more(SENT, CHAMPION, [], 1)
    one_more(SENT, OFFICE, [], 1)
    may_remove(OPEN, CHAMPION, ONE)
    may_remove(SENT, OFFICE, ONE)
    for entry, one in ((SENT, ONE), (OPEN, replace(ONE, party=OFFICE))):
        with pytest.raises(Refused, match="attached_not_yours"):
            may_remove(entry, CHAMPION, one)


def test_kinds_are_those_of_the_form():
    assert [kind_of(kind) for kind in KINDS] == ["letters", "offers", "sketch", "land"]
    with pytest.raises(Refused, match="form_choice"):
        kind_of("secrets")
