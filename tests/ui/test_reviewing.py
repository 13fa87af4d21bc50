"""Review in the window, from the key that opens the page to the reading that is approved, by real keys alone."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.reviewing import Standing
from annotator.core.spans import Span
from annotator.operations import annotations, corrections, review
from annotator.operations.annotators import find_or_add_annotator
from annotator.operations.readings import put_submission
from annotator.operations.under_review import ReviewedReading, read_review
from tests.ui.stage import Stage

CLAIMS = 30
ARTICLE = "\n\n".join(f"Claim number {number} stands in this paragraph of the paper." for number in range(CLAIMS))
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Desk:
    """The window on a project in which Rina has handed an article with thirty claims in."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage.start().load(ARTICLE)
        self.article = stage.document.id
        self.rina = hand_in(stage, "Rina", self.article, ARTICLE, CLAIMS)
        stage.settle()

    @property
    def session(self) -> Any:
        return self.stage.session

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key for whatever has the keyboard."""
        QTest.keyClick(QApplication.focusWidget() or self.stage.window, key, modifiers)

    def open_queue(self) -> Any:
        self.press(Qt.Key.Key_F7)
        self.stage.settle()
        page: Any = self.stage.window.pages.currentWidget()
        assert page.objectName() == "review_page"
        return page

    def wait_for(self, true: Callable[[], bool]) -> None:
        """The queue is read again a moment after a change."""
        self.stage.qtbot.waitUntil(true, timeout=5000)

    def reading(self) -> ReviewedReading:
        return read_review(self.session.workspace, self.article, self.rina)


@pytest.fixture
def desk(stage: Stage) -> Desk:
    return Desk(stage)


def hand_in(stage: Stage, name: str, article: UUID, text: str, count: int) -> UUID:
    workspace = stage.session.workspace
    who = find_or_add_annotator(workspace, name)
    for number in range(count):
        at = text.index(f"Claim number {number} ")
        annotations.add_annotation(workspace, article, [Span(at, at + 14)], "claim", who)
    with workspace.edit("Hand in", who, undoable=False) as session:
        put_submission(session, article, who)
    return who


def test_thirty_annotations_take_a_key_each_and_no_mouse(desk: Desk) -> None:
    """F7, Enter; one return of two keys, 29 approvals, and two keys to give the reading back."""
    page = desk.open_queue()
    pressed = 0

    def key(one: Qt.Key) -> None:
        nonlocal pressed
        pressed += 1
        desk.press(one)

    key(Qt.Key.Key_Return)
    assert page.pane.hasFocus()
    key(Qt.Key.Key_R)
    key(Qt.Key.Key_4)
    for _ in range(CLAIMS - 1):
        key(Qt.Key.Key_A)
    found = desk.reading()
    assert (found.count(Standing.APPROVED), found.count(Standing.RETURNED)) == (29, 1)
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_Return)
    found = desk.reading()
    assert str(found.reading.state) == "returned"
    assert found.reading.reason == review.read_reasons(desk.session.workspace)[3]
    assert pressed == CLAIMS + 4
    desk.wait_for(lambda: bool(page.queue.list_view.empty_text))


def test_all_the_rest_is_approved_at_once_and_the_reading_with_it(desk: Desk) -> None:
    desk.open_queue()
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_A, SHIFT)
    assert desk.reading().count(Standing.APPROVED) == CLAIMS
    desk.press(Qt.Key.Key_Return)
    assert str(desk.reading().reading.state) == "approved"


def test_undo_takes_a_verdict_back_on_the_page(desk: Desk) -> None:
    page = desk.open_queue()
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_A)
    desk.stage.settle()
    assert page.reading.count(Standing.APPROVED) == 1
    desk.session.undo()
    desk.stage.settle()
    assert page.reading.count(Standing.APPROVED) == 0
    assert page.pane.spans[0].mark == "•"


def test_a_correction_is_made_by_keys_and_stands_in_place(desk: Desk) -> None:
    page = desk.open_queue()
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_E)
    desk.press(Qt.Key.Key_3)
    desk.press(Qt.Key.Key_Return)
    first = desk.reading().annotations[0]
    assert (first.judged.standing, first.annotation.label, first.present.label) == ("corrected", "claim", "quote")
    assert page.at == 1
    assert page.pane.hasFocus()


def test_a_correction_that_changes_nothing_is_refused_in_words_and_can_go_on(desk: Desk) -> None:
    page = desk.open_queue()
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_E)
    desk.press(Qt.Key.Key_Return)
    assert "Nothing is otherwise" in page.card.correction.problem.text()
    assert page.card.is_asking
    desk.press(Qt.Key.Key_Escape)
    assert not page.card.is_asking


def test_a_source_is_made_for_a_correction(desk: Desk) -> None:
    page = desk.open_queue()
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_E)
    form = page.card.correction
    form.form.source_wanted.emit((), "attributed_to", "Vera Lund")
    form.stretch.setFocus()
    desk.press(Qt.Key.Key_Return)
    made = desk.reading().annotations[0].correction
    assert made is not None
    assert [one.name for one in desk.reading().document.sources] == ["Vera Lund"]


def test_after_one_reading_comes_the_next(desk: Desk) -> None:
    first, second = desk.article, "Claim number 0 of another paper.\n"
    desk.stage.load(second)
    other = desk.stage.document.id
    hand_in(desk.stage, "Budi", other, second, 1)
    page = desk.open_queue()
    desk.press(Qt.Key.Key_Return)
    assert page.reading.document.id == first
    desk.press(Qt.Key.Key_A, SHIFT)
    desk.press(Qt.Key.Key_Return)
    assert page.reading.document.id == other
    desk.press(Qt.Key.Key_A)
    desk.press(Qt.Key.Key_Return)
    desk.wait_for(lambda: page.queue.model.shown == [])


def test_a_review_is_reopened(desk: Desk) -> None:
    page = desk.open_queue()
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_A, SHIFT)
    desk.press(Qt.Key.Key_Return)
    page.card.reopen.click()
    assert str(desk.reading().reading.state) == "submitted"


def test_an_article_that_is_taken_away_leaves_the_page(desk: Desk) -> None:
    page = desk.open_queue()
    desk.press(Qt.Key.Key_Return)
    desk.session.remove_document(desk.article)
    desk.stage.settle()
    assert page.reading is None


def test_ones_own_reading_is_not_in_the_queue_and_escape_leads_back_to_the_text(desk: Desk) -> None:
    hand_in(desk.stage, desk.stage.window.choices.settings.annotator_name, desk.article, ARTICLE, 1)
    page = desk.open_queue()
    assert [one.annotator for one in page.queue.model.shown] == ["Rina"]
    assert desk.stage.window.library.isHidden()
    desk.press(Qt.Key.Key_Escape)
    assert desk.stage.window.pages.is_home
    assert not desk.stage.window.library.isHidden()


def test_closing_the_project_lets_go_of_the_page(desk: Desk) -> None:
    page = desk.open_queue()
    desk.press(Qt.Key.Key_Return)
    desk.stage.app.projects.close()
    assert page.reading is None
    assert page.queue.model.entries == ()


def test_what_was_corrected_is_struck_through_in_the_text_too(desk: Desk) -> None:
    first = desk.reading().annotations[0].annotation
    workspace, who = desk.session.workspace, desk.session.annotator_id
    made = corrections.correct(workspace, first.id, corrections.Correction(label="quote"), who)
    desk.stage.settle()
    reader = desk.stage.window.reader
    assert reader.opened.replaced == {first.id}
    struck = reader.grab().toImage()
    reader.opened.replaced = frozenset()
    assert reader.grab().toImage() != struck
    annotations.remove_annotations(workspace, [made.id], who)
    desk.session.reading.show(desk.stage.document)
    assert first.id not in reader.opened.replaced


def test_words_about_an_annotation_are_said_and_shown(desk: Desk) -> None:
    page = desk.open_queue()
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_T)
    name = desk.stage.window.choices.settings.annotator_name
    QTest.keyClicks(page.card.reason.comment.edit, f"Whose claim, @{name[:2]}")
    assert page.card.reason.comment.names.isVisible()
    desk.press(Qt.Key.Key_Return)
    QTest.keyClicks(page.card.reason.comment.edit, "?")
    QTest.keyClick(page.card.reason.comment.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.card.facts.comments.text() == f"{name}: Whose claim, @{name} ?"
    assert page.pane.hasFocus()


def test_another_theme_is_taken_at_once(desk: Desk) -> None:
    page = desk.open_queue()
    desk.press(Qt.Key.Key_Return)
    before = page.pane.theme.name
    desk.stage.window.choices.choose(theme="dark" if before == "light" else "light")
    assert page.pane.theme.name != before


def test_whose_reading_it_is_can_only_look_at_it(desk: Desk) -> None:
    page = desk.open_queue()
    desk.press(Qt.Key.Key_Return)
    assert page.card.approve.isEnabled()
    desk.session.identifying.become(desk.rina)
    assert desk.open_queue() is page
    desk.wait_for(lambda: page.queue.model.entries == ())
    assert not page.card.approve.isEnabled()


def test_panels_are_as_wide_as_before_when_one_comes_back(desk: Desk) -> None:
    before = desk.stage.window.splitter.sizes()
    page = desk.open_queue()
    page.left.emit()
    desk.stage.settle()
    assert desk.stage.window.splitter.sizes() == before
