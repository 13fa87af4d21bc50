"""What a screen reader finds in the reader, asked as it asks."""

import gc

import pytest
import shiboken6
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion
from annotator.ui.reader import accessibility
from annotator.ui.reader.reader import Reader
from annotator.ui.reader.suggestions_on_page import SuggestionsOnPage
from annotator.ui.reader.ties import Tie
from tests.ui.reader.articles import annotation, document

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture(autouse=True)
def _listening() -> None:
    QAccessible.setActive(True)


def article(reader: Reader) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(reader)


def test_an_article_is_a_list_of_its_sentences(reader: Reader) -> None:
    labels = [annotation("claim", (12, 15)), annotation("quote", (12, 23))]
    reader.show_document(document("One stands. Two stands.", annotations=labels))
    items = article(reader)
    assert (items.role(), items.text(NAME)) == (QAccessible.Role.List, "Article")
    assert items.text(DESCRIPTION) == "1 of 2 read"
    first, second = items.child(0), items.child(1)
    assert first.role() == QAccessible.Role.ListItem
    assert [first.text(NAME), second.text(NAME)] == ["One stands.", "Two stands."]
    assert first.text(DESCRIPTION) == "undecided. Sentence 1 of 2"
    assert second.text(DESCRIPTION) == "Quote, Claim. Sentence 2 of 2"
    children = [items.child(index) for index in range(items.childCount())]
    assert [items.indexOfChild(child) for child in children] == list(range(len(children)))
    assert len(children) > 2
    assert first.parent() is items


def test_the_focused_sentence_has_the_focus_and_is_where_it_is_seen(reader: Reader, qtbot: QtBot) -> None:
    reader.show_document(document("One stands. Two stands."))
    reader.activateWindow()
    reader.setFocus()
    qtbot.waitUntil(reader.hasFocus)
    reader.focus_next()
    items = article(reader)
    second = items.focusChild()
    assert second.text(NAME) == "Two stands."
    assert (second.state().focused, second.state().selected) == (1, 1)
    assert (items.child(0).state().focused, items.child(0).state().selected) == (0, 0)
    middle = second.rect().center()
    assert items.childAt(middle.x(), middle.y()).text(NAME) in ("One stands.", "Two stands.")


def test_other_sentences_are_other_items(reader: Reader) -> None:
    reader.show_document(document("One stands. Two stands."))
    items = article(reader)
    former = items.child(1)
    reader.show_document(document("Another."))
    assert not shiboken6.isValid(former)
    assert items.child(0).text(NAME) == "Another."
    reader.set_sentences([Span(0, 3), Span(3, 8)])
    assert [items.child(0).text(NAME), items.child(1).text(NAME)] == ["Ano", "ther."]
    reader.show_document(None)
    assert items.text(DESCRIPTION) == ""


def test_only_so_many_items_are_kept(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accessibility, "_KEPT", 2)
    reader.show_document(document("A stands. B stands. C stands."))
    items = article(reader)
    first = items.child(0)
    assert [items.child(index).text(NAME) for index in (1, 2, 1)] == ["B stands.", "C stands.", "B stands."]
    assert not shiboken6.isValid(first)


def test_an_article_that_is_gone_leaves_nothing_behind(qtbot: QtBot) -> None:
    kept = len(accessibility._articles)
    for _ in range(20):
        reader = Reader()
        reader.show_document(document("One stands. Two stands."))
        item = article(reader).child(1)
        shiboken6.delete(reader)
        assert not shiboken6.isValid(item)
        del reader, item
    gc.collect()
    assert len(accessibility._articles) == kept


def test_suggestions_and_links_are_told(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    claim, denial = annotation("claim", (0, 11)), annotation("denial", (12, 23))
    reader.show_document(document("One stands. Two stands.", annotations=[claim, denial]))
    reader.focus_annotation(denial.id)
    said: list[str] = []
    monkeypatch.setattr(accessibility, "announce", lambda _view, words: said.append(words))
    monkeypatch.setattr(reader, "hasFocus", lambda: True)
    reader.ties.show(denial.id, [Tie("denies", False, claim), Tie("denies", False, None)])
    assert said == ["denies: “One stands.”. denies: in another article"]
    first, second = article(reader).child(0), article(reader).child(1)
    assert second.text(DESCRIPTION).endswith("Sentence 2 of 2. denies: “One stands.”. denies: in another article")
    assert "denies" not in first.text(DESCRIPTION)
    reader.ties.show(None, ())
    assert "denies" not in second.text(DESCRIPTION)
    reader.show_document(document("One stands. Two stands."))
    SuggestionsOnPage(reader).put([Suggestion("quote", (Span(0, 11),), "cues", "said")])
    assert "Suggested: Quote" in article(reader).child(0).text(DESCRIPTION)
