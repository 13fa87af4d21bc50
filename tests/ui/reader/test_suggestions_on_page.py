"""Suggestions in a real reader: shown, gone through, decided on."""

import pytest
from PySide6.QtGui import QAccessible

from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion
from annotator.ui.reader import accessibility
from annotator.ui.reader.reader import Reader
from annotator.ui.reader.suggestions_on_page import SuggestionsOnPage
from annotator.ui.reader.typography import CONTRAST, DARK, LIGHT
from tests.ui.reader.articles import ENGLISH, annotation, document, place


def on(part: str, label: str = "quote") -> Suggestion:
    return Suggestion(label, (Span(*place(ENGLISH, part)),), "cues", "marks")


FIRST, SECOND, THIRD = on("“prices will fall”"), on("Critics denied it.", "denial"), on("A third sentence stands here.")


@pytest.fixture
def page(reader: Reader) -> SuggestionsOnPage:
    reader.show_document(document())
    return SuggestionsOnPage(reader)


def test_they_are_gone_through_in_order_and_round(reader: Reader, page: SuggestionsOnPage) -> None:
    page.put([THIRD, FIRST, SECOND])
    reader.focus_sentence(0)
    assert page.current() is None
    assert [page.next() for _ in range(4)] == [FIRST, SECOND, THIRD, FIRST]
    assert page.current() == FIRST
    assert reader.focused_sentence() == reader.sentence_at(FIRST.extent.start_char)


def test_without_any_nothing_moves(reader: Reader, page: SuggestionsOnPage) -> None:
    reader.focus_sentence(1)
    assert page.next() is None
    assert reader.focused_sentence() == 1


def test_two_on_one_sentence_are_told_apart(reader: Reader, page: SuggestionsOnPage) -> None:
    other = on("The minister said", "claim")
    page.put([FIRST, other, THIRD])
    reader.focus_sentence(reader.sentence_at(FIRST.extent.start_char))
    assert page.current() == other
    assert page.next() == FIRST
    assert page.current() == FIRST
    assert page.next() == THIRD


def test_an_annotation_decides_and_its_removal_opens_again(reader: Reader, page: SuggestionsOnPage) -> None:
    page.put([FIRST])
    reader.focus_sentence(reader.sentence_at(FIRST.extent.start_char))
    tag = annotation("quote", (FIRST.extent.start_char + 3, FIRST.extent.start_char + 9))
    reader.put_annotations([tag])
    assert (page.current(), page.number_open()) == (None, 0)
    assert page.match("quote", FIRST.segments) is None
    reader.drop_annotations([tag.id])
    assert (page.current(), page.number_open()) == (FIRST, 1)
    assert page.match("quote", FIRST.segments) == FIRST


def test_a_suggestion_is_no_decision(reader: Reader, page: SuggestionsOnPage) -> None:
    before = reader.progress()
    page.put([FIRST, SECOND, THIRD])
    assert reader.progress() == before
    assert reader.annotations() == []


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST])
def test_what_is_suggested_is_seen_and_does_not_look_like_a_tag(
    reader: Reader, page: SuggestionsOnPage, theme: object
) -> None:
    reader.set_theme(theme)  # type: ignore[arg-type]
    reader.focus_sentence(0)
    plain = reader.viewport().grab().toImage()
    page.put([THIRD])
    suggested = reader.viewport().grab().toImage()
    assert suggested != plain
    reader.put_annotations([annotation("quote", THIRD.segments[0])])
    tagged = reader.viewport().grab().toImage()
    assert tagged not in (plain, suggested)
    page.put([])
    assert reader.viewport().grab().toImage() == tagged


def test_a_suggestion_over_two_paragraphs_goes_from_both(reader: Reader, page: SuggestionsOnPage) -> None:
    start, end = place(ENGLISH, "Critics denied it.\n\nA third sentence stands here.")
    both = Suggestion("quote", (Span(start, end),), "cues", "marks")
    reader.focus_sentence(0)
    plain = reader.viewport().grab().toImage()
    page.put([both])
    tag = annotation("quote", (start, start + 7))
    reader.put_annotations([tag])
    page.put([])
    without = reader.viewport().grab().toImage()
    page.put([both])
    assert reader.viewport().grab().toImage() == without
    reader.drop_annotations([tag.id])
    assert reader.viewport().grab().toImage() != plain


def test_whoever_listens_hears_what_is_suggested(
    reader: Reader, page: SuggestionsOnPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(accessibility, "announce", lambda _widget, words: said.append(words))
    monkeypatch.setattr(accessibility, "is_heard", lambda: True)
    reader.setFocus()
    index = reader.sentence_at(SECOND.extent.start_char)
    reader.focus_sentence(index)
    page.put([SECOND, THIRD])
    assert said == ["Suggested: Denial"]
    item = QAccessible.queryAccessibleInterface(reader).child(index)
    assert "Suggested: Denial" in item.text(QAccessible.Text.Description)
    page.put([THIRD])
    assert "Suggested" not in item.text(QAccessible.Text.Description)
    assert said == ["Suggested: Denial"]


def test_an_article_that_is_closed_takes_none(reader: Reader, page: SuggestionsOnPage) -> None:
    reader.show_document(None)
    page.put([FIRST])
    assert (page.current(), page.next(), page.number_open(), page.match("quote", FIRST.segments)) == (
        None,
        None,
        0,
        None,
    )
