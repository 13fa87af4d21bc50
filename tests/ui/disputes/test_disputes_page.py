"""The page of disputes by its keys: go, rule, say why, make something new, make it a case, take it back."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core.rulings import RulingVerdict
from annotator.operations import disputes
from annotator.operations.cases_of_guideline import guideline_cases
from tests.operations.disputed_desk import TEXT, Disputed
from tests.ui.disputes.disputed_stage import disputed_here, page_of, press
from tests.ui.stage import Stage

NAMES = ["boundary", "link", "missed", "label", "attribute"]  # in text order


@pytest.fixture
def there(stage: Stage) -> Disputed:
    return disputed_here(stage.start())


@pytest.fixture
def page(stage: Stage, there: Disputed) -> Any:
    return page_of(stage)


def key(stage: Stage, which: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(stage.window.focusWidget(), which, held)


def ruling_of(there: Disputed, name: str) -> Any:
    return disputes.find_dispute(there.workspace, str(there.ana[name]))[1].ruling


def test_keys_clicks_and_filters_lead_from_dispute_to_dispute(stage: Stage, page: Any, there: Disputed) -> None:
    assert page.dispute.id == there.ana["boundary"]
    assert stage.window.focusWidget() is page.texts.pane
    assert page.count.text() == "5 open of 5 · 1 article"
    assert page.model.lines[0].readers == "Ana, Ben"
    assert page.card.title.text() == "Boundary"
    seen = [page.dispute.id]
    for letter in "jjjjj":
        press(stage, letter)
        seen.append(page.dispute.id)
    assert seen == [there.ana[name] for name in NAMES] + [there.ana["attribute"]]
    press(stage, "k")
    key(stage, Qt.Key.Key_Up)
    assert page.dispute.id == there.ana["missed"]
    key(stage, Qt.Key.Key_Down)
    assert page.dispute.id == there.ana["label"]
    page.texts.pane.span_chosen.emit(there.ben["label"])
    assert page.dispute.id == there.ana["label"]
    choose(page.filters.kinds, 2)
    assert page.dispute.id == there.ana["missed"]
    assert page.count.text() == "1 open of 1 · 1 article"
    choose(page.filters.states, 1)
    assert "filters" in page.empty.text()
    assert page.empty.isVisible()


def choose(button: Any, row: int) -> None:
    button.menu().actions()[row].trigger()


def test_all_are_settled_by_keys_alone(stage: Stage, page: Any, there: Disputed) -> None:
    for letter in "12bn1":
        press(stage, letter)
        key(stage, Qt.Key.Key_Return)
    told = [(ruling_of(there, name).verdict, set(ruling_of(there, name).keeps)) for name in NAMES]
    assert told == [
        (RulingVerdict.ONE, {there.ana["boundary"]}),
        (RulingVerdict.ONE, {there.ben["link"]}),
        (RulingVerdict.BOTH, {there.ana["missed"]}),
        (RulingVerdict.NEITHER, set()),
        (RulingVerdict.ONE, {there.ana["attribute"]}),
    ]
    assert page.count.text() == "0 open of 5 · 1 article"
    assert "holds" in page.card.ruled.text()
    press(stage, "z")
    stage.settle()
    assert ruling_of(there, "attribute") is None
    assert page.count.text() == "1 open of 5 · 1 article"


def test_reasons_and_cases(stage: Stage, page: Any, there: Disputed) -> None:
    press(stage, "1")
    assert stage.window.focusWidget() is page.line.field
    press(stage, "Rule 8")
    key(stage, Qt.Key.Key_Return)
    assert ruling_of(there, "boundary").reason == "Rule 8"
    press(stage, "2")
    key(stage, Qt.Key.Key_Down)
    key(stage, Qt.Key.Key_Return)
    assert ruling_of(there, "link").reason == "Rule 8"
    press(stage, "g1")
    key(stage, Qt.Key.Key_Return)
    press(stage, "Missed")
    key(stage, Qt.Key.Key_Return)
    press(stage, "b")
    key(stage, Qt.Key.Key_Return)
    press(stage, "kg")
    press(stage, "Labels")
    key(stage, Qt.Key.Key_Return)
    assert [(case.number, case.title) for case in guideline_cases(there.workspace)] == [(1, "Missed"), (2, "Labels")]
    assert "Case 2: Labels" in page.card.ruled.text()


def test_something_new_and_the_other_view(stage: Stage, page: Any, there: Disputed) -> None:
    press(stage, "e")
    assert page.answering.is_selecting
    key(stage, Qt.Key.Key_Right)
    key(stage, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press(stage, "1")
    key(stage, Qt.Key.Key_Return)
    press(stage, "More words")
    key(stage, Qt.Key.Key_Return)
    ruling = ruling_of(there, "boundary")
    start, end = ruling.segments[0]
    assert (ruling.verdict, ruling.label, ruling.reason) == (RulingVerdict.NEW, "claim", "More words")
    assert TEXT[start:end].startswith("mayor denies it")
    assert len(TEXT[start:end]) >= len("mayor denies it")
    press(stage, "k")
    press(stage, "v")
    assert page.texts.view is page.texts.columns
    assert stage.window.focusWidget() is page.texts.columns
    assert [column.person.name for column in page.texts.columns.columns] == ["Ana", "Ben"]
    assert [len(column.spans) for column in page.texts.columns.columns] == [len(there.ana), len(there.ben)]
    press(stage, "j1")
    key(stage, Qt.Key.Key_Return)
    struck = [span.id for column in page.texts.columns.columns for span in column.spans if span.struck]
    assert struck == [there.ana["boundary"], there.ben["boundary"], there.ben["link"]]
    press(stage, "v")
    assert page.texts.view is page.texts.pane


def test_the_next_article_follows_and_escape_leads_away(stage: Stage, there: Disputed) -> None:
    other = disputed_here(stage, TEXT.replace("mayor", "Mayor", 1))
    page = page_of(stage)
    assert page.article.record.id == other.article
    page.article_chosen.emit(there.article)
    press(stage, "jjjjj")
    assert (page.article.record.id, page.dispute.id) == (other.article, other.ana["boundary"])
    press(stage, "k")
    assert (page.article.record.id, page.dispute.id) == (there.article, there.ana["attribute"])
    press(stage, "1")
    key(stage, Qt.Key.Key_Escape)
    assert ruling_of(there, "attribute") is None
    assert not page.line.isVisible()
    key(stage, Qt.Key.Key_Return)
    stage.settle()
    assert stage.window.pages.is_home
    assert stage.window.reader.current_annotation().id == there.ana["attribute"]
    page_of(stage)
    key(stage, Qt.Key.Key_Escape)
    assert stage.window.pages.is_home


def test_undo_leads_back_to_the_dispute_that_is_open_again(stage: Stage, page: Any, there: Disputed) -> None:
    press(stage, "j1")
    key(stage, Qt.Key.Key_Return)
    assert page.dispute.id == there.ana["missed"]
    press(stage, "j")
    stage.session.undo()
    assert page.dispute.id == there.ana["link"]
    assert page.dispute.is_open
    press(stage, "1")
    key(stage, Qt.Key.Key_Return)
    press(stage, "jz")
    assert page.dispute.id == there.ana["link"]


def test_escape_lets_the_case_go_before_it_leaves(stage: Stage, page: Any, there: Disputed) -> None:
    press(stage, "g")
    key(stage, Qt.Key.Key_Escape)
    assert not stage.window.pages.is_home
    assert page.steps.text() == "It becomes no case."
    press(stage, "1")
    key(stage, Qt.Key.Key_Return)
    assert ruling_of(there, "boundary") is not None
    assert guideline_cases(there.workspace) == []
    key(stage, Qt.Key.Key_Escape)
    assert stage.window.pages.is_home


def test_the_library_gives_its_room(stage: Stage, page: Any) -> None:
    assert not stage.window.library.isVisible()
    key(stage, Qt.Key.Key_Escape)
    assert stage.window.library.isVisible()


def test_where_nothing_is_disputed_the_page_says_how_to_begin(stage: Stage) -> None:
    stage.start().load()
    page = page_of(stage)
    assert "second reader" in page.empty.text()
    assert page.empty.isVisible()
