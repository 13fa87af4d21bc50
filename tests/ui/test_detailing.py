"""Details are changed from the window: one step, seen at once in the bar and the library."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.operations.details import DETECT
from annotator.ui.details.details_dialog import DetailsDialog
from tests.ui.stage import Stage


def with_the_form(stage: Stage, do: Callable[[DetailsDialog], None]) -> None:
    """Ask for the form by its key, and do something with it."""

    def when_open() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, DetailsDialog) or QApplication.focusWidget() is not dialog.fields["title"]:
            QTimer.singleShot(20, when_open)
            return
        dialog.fields["title"].selectAll()
        do(dialog)

    QTimer.singleShot(0, when_open)
    QTest.keyClick(stage.window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    stage.settle()


def row(stage: Stage) -> str:
    model = stage.window.library.list_view.model()
    return str(model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_details_are_changed_seen_and_taken_back(stage: Stage) -> None:
    stage.start().load()

    def fill(dialog: DetailsDialog) -> None:
        QTest.keyClicks(QApplication.focusWidget(), "New title")
        dialog.fields["outlet"].setFocus()
        QTest.keyClicks(QApplication.focusWidget(), "Harbour Gazette")
        dialog.status.setFocus()
        QTest.keyClick(dialog.status, Qt.Key.Key_Down)
        QTest.keyClick(dialog.fields["title"], Qt.Key.Key_Return)

    with_the_form(stage, fill)
    stage.qtbot.waitUntil(lambda: "Harbour Gazette" in row(stage), timeout=3000)
    assert stage.document.title == "New title"
    assert "Withheld" in row(stage)
    assert stage.window.document_bar._held.text() == "Withheld"
    assert stage.window.document_bar._held.isVisible()
    assert "exports leave this article out" in stage.window.document_bar._held.accessibleName()
    stage.session.undo()
    stage.settle()
    assert stage.document.title != "New title"
    stage.qtbot.waitUntil(lambda: "Withheld" not in row(stage), timeout=3000)
    assert not stage.window.document_bar._held.isVisible()


def test_a_form_that_is_left_writes_nothing(stage: Stage) -> None:
    stage.start().load()
    before = stage.document

    def leave(dialog: DetailsDialog) -> None:
        QTest.keyClicks(QApplication.focusWidget(), "New title")
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    with_the_form(stage, leave)
    assert stage.document == before
    with_the_form(stage, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return))
    assert stage.document == before


def test_a_language_is_found_out_again_off_the_windows_thread(stage: Stage) -> None:
    stage.start().load()
    stage.session.tagging.set_language("ms")
    assert stage.document.language_by_hand
    stage.session.detailing.write(stage.document.id, {"language": DETECT, "outlet": "Kantor"})
    stage.settle()
    stage.qtbot.waitUntil(lambda: not stage.document.language_by_hand, timeout=3000)
    assert stage.document.outlet == "Kantor"


def test_without_an_article_there_is_no_form(stage: Stage) -> None:
    stage.start()
    stage.session.detailing.choose()
    assert QApplication.activeModalWidget() is None
