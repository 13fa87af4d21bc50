"""What is told of corrections, and of changes in a text."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.report import Paragraph, Table, passages_in
from annotator.core.report_article import Article
from annotator.core.report_corrections import Correction, CorrectionReport, Passage, text_changes
from tests.formats.records import minister

EARLY, LATE = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)


def test_the_oldest_stands_first_and_what_is_gone_says_so() -> None:
    corrections = [
        Correction("Second", LATE, "Ben", now=(Passage("Claim", "new words"),)),
        Correction("First", EARLY, "", was=(Passage("", ""),)),
    ]
    blocks = CorrectionReport().part(Article(minister()), corrections).blocks
    words = [getattr(block, "words", getattr(block, "text", "")) for block in blocks]
    assert words.index("1. First") < words.index("(the passage is no longer there)") < words.index("2. Second")
    assert list(passages_in(blocks)) == ["new words"]


def test_many_changes_are_cut_and_counted() -> None:
    changes = tuple((f"a{number}", "b") for number in range(70))
    blocks = CorrectionReport().part(Article(minister()), [Correction("x", EARLY, "", changes=changes)]).blocks
    (table,) = (block for block in blocks if isinstance(block, Table))
    assert len(table.rows) == 60
    assert any(isinstance(block, Paragraph) and block.text.startswith("10 more") for block in blocks)
    (same,) = [CorrectionReport().part(Article(minister()), [Correction("x", EARLY, "", changes=())]).blocks[-1]]
    assert isinstance(same, Paragraph)
    assert same.text == "The text is the same."


def test_a_change_stands_in_brackets_with_words_around_it() -> None:
    assert text_changes("He paid 200 euro.", "He paid 250 euro.") == (("He paid [200] euro.", "He paid [250] euro."),)
    assert text_changes("a\nb\nc", "a\nB\nc") == (("[b]", "[B]"),)


@given(st.text("ab c\n", max_size=40), st.text("ab c\n", max_size=40))
def test_equal_texts_have_no_changes_and_others_some(old: str, new: str) -> None:
    assert bool(text_changes(old, new)) == (old != new)
