"""Own sentences come back in the window, one after the other, and the figures are one's own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.operations import self_checks
from annotator.operations.documents import read_document
from annotator.ui.self_check.page import SelfCheckPage
from tests.ui.stage import Stage


@pytest.fixture
def page(stage: Stage) -> SelfCheckPage:
    """Two sentences of an article are tagged, and both come back."""
    stage.start().load()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_2, Qt.Key.Key_Down, Qt.Key.Key_3):
        QTest.keyClick(stage.window.focusWidget(), key)
        stage.settle()
    session = stage.session
    self_checks.take_sentences(session.workspace, session.annotator_id, 1, after_days=-1)
    stage.window.actions_table["self_check"].trigger()
    stage.settle()
    found = stage.session.self_checking._page
    assert found is not None
    return found


def test_every_sentence_is_asked_once_and_counted(stage: Stage, page: SelfCheckPage) -> None:
    waiting = len(self_checks.due_checks(stage.session.workspace, stage.session.annotator_id))
    assert str(waiting) in page.begin_asking.text()
    QTest.keyClick(page.begin_asking, Qt.Key.Key_Space)
    for _ in range(waiting):
        assert page.is_asking
        assert page.pane.spans == ()  # no mark on it
        QTest.keyClick(page.pane, Qt.Key.Key_1)
        assert [span.label.key for span in page.pane.spans if span.label] == ["claim"]
        QTest.keyClick(page.pane, Qt.Key.Key_1)
        assert page.pane.spans == ()
        QTest.keyClick(page.pane, Qt.Key.Key_2)
        QTest.keyClick(page.pane, Qt.Key.Key_Return)
        stage.settle()
    assert not page.is_asking
    found = self_checks.own_consistency(stage.session.workspace, stage.session.annotator_id)
    assert found.overall.n == waiting
    assert page.table.item(0, 1).text() == str(waiting)
    assert "too few to judge" in page.table.item(0, 2).text()
    document = stage.session.reading.document
    assert document is not None
    labels = sorted(one.label for one in read_document(stage.session.workspace, document.id).annotations)
    assert labels == ["denial", "quote"]  # what was tagged stays as it was


def test_words_are_chosen_by_keys_and_escape_leaves(stage: Stage, page: SelfCheckPage) -> None:
    page.begin_asking.click()
    whole = page.pane.selection()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page.pane, Qt.Key.Key_Left, keys)
    assert page.pane.selection() != whole
    QTest.keyClick(page.pane, Qt.Key.Key_Escape)
    assert not page.is_asking
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert stage.window.pages.is_home


def test_nothing_is_old_enough(stage: Stage, page: SelfCheckPage) -> None:
    page.take.click()
    stage.settle()
    assert "old enough" in page._waiting.text()


def test_another_project_begins_anew(stage: Stage, page: SelfCheckPage) -> None:
    stage.session.close()
    assert stage.session.self_checking._page is None
