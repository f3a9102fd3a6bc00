"""Two versions of minutes side by side: what was changed is told, and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from shared.minutes.difference import Bit, differences
from shared.minutes.tree import Document, Heading, Item, Items, Own, Paragraph, Table

LINES = st.lists(st.text("ab c,", min_size=1, max_size=12).map(str.strip).filter(bool), max_size=12)


def document(*lines: str) -> Document:
    return Document("en", "Day", (Heading(1, "Day"), *(Paragraph(line) for line in lines)))


def test_a_changed_line_tells_its_words_under_its_heading() -> None:
    older = Document("en", "Day", (Heading(2, "Decisions"), Items([Item("Ask the bank in May"), Item("Go on")])))
    newer = Document("en", "Day", (Heading(2, "Decisions"), Items([Item("Ask the bank in June"), Item("Go on")])))
    (passage,) = differences(older, newer)
    assert passage.heading == "Decisions"
    assert passage.lines == [(Bit("same", "Ask the bank in "), Bit("out", "May"), Bit("in", "June"))]


def test_what_is_new_and_what_is_gone_stand_where_they_were() -> None:
    older = Document("en", "Day", (Heading(2, "A"), Paragraph("gone with it"), Heading(2, "B"), Paragraph("stays")))
    newer = Document("en", "Day", (Heading(2, "A"), Heading(2, "B"), Paragraph("stays"), Own("*came*", "Own words")))
    gone, came = differences(older, newer)
    assert (gone.heading, gone.lines) == ("A", [(Bit("out", "gone with it"),)])
    assert (came.heading, came.lines) == ("B", [(Bit("in", "came"),)])


def test_a_figure_in_a_table_is_a_change_of_its_row() -> None:
    tables = [Table("Dots", ("Group", "Dots"), (("Loans", n), ("Roads", "3")), frozenset({1})) for n in ("14", "15")]
    (passage,) = differences(*(Document("en", "Day", (Heading(2, "Vote"), table)) for table in tables))
    assert passage.lines == [(Bit("same", "Loans · "), Bit("out", "14"), Bit("in", "15"))]


def test_nothing_differs_from_itself() -> None:
    assert differences(document("a", "b"), document("a", "b")) == []


@given(LINES, LINES)
def test_both_versions_can_be_read_from_what_differs(older: list[str], newer: list[str]) -> None:
    """Each line that is told belongs to its version, and no line that is in one version only is left out."""
    told = [line for passage in differences(document(*older), document(*newer)) for line in passage.lines]
    for lines, not_in_it in ((older, "in"), (newer, "out")):
        read = ["".join(bit.text for bit in line if bit.what != not_in_it) for line in told]
        read = [text for text, line in zip(read, told, strict=True) if any(bit.what != not_in_it for bit in line)]
        assert all(text in lines for text in read), (read, lines)
        other = newer if lines is older else older
        assert {line for line in lines if line not in other} <= set(read)
