"""What became of a batch."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from annotator.core.identity import new_id
from annotator.ui.export.import_report import ImportReportDialog, Line, ReportModel

_FAILED = [Line("/in/old.doc", "", "The file is binary."), Line("/in/news.zip", "b.txt", "It is empty.")]
_THERE = new_id()
_DUPLICATE = Line("/in/putin.txt", "", "is in the project already", _THERE)
_NOTICE = Line("/in/report.pdf", "", "Page 3 is a picture without text.")


def _dialog(qtbot: QtBot) -> ImportReportDialog:
    dialog = ImportReportDialog(None, 3120, _FAILED, [_DUPLICATE], [_NOTICE])
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_model_is_sound(qtbot: QtBot) -> None:
    model = ReportModel([*_FAILED, _DUPLICATE])
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.index(0, 0).data() == "old.doc – The file is binary."
    assert model.index(1, 0).data() == "news.zip: b.txt – It is empty."
    assert model.index(2, 0).data(ReportModel.DuplicateRole) == _THERE
    assert model.index(0, 0).data(ReportModel.DuplicateRole) is None
    del tester


def test_a_name_is_said_once() -> None:
    reason = Line("/in/empty.txt", "", "“empty.txt” is empty; there is nothing to read in it.")
    inside = Line("/in/news.zip", "b.jpg", "“b.jpg” is a picture.")
    assert reason.told == "“empty.txt” is empty; there is nothing to read in it."
    assert inside.told == "news.zip: “b.jpg” is a picture."


def test_a_reason_longer_than_its_row_is_read_below(qtbot: QtBot) -> None:
    reason = "The file is damaged. " + "It can be mended in many ways. " * 5 + "Get a fresh copy."
    dialog = ImportReportDialog(None, 1, [*_FAILED, Line("/in/broken.pdf", "", reason)])
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.whole.text() == "old.doc – The file is binary."
    dialog.list_view.setFocus()
    qtbot.keyClick(dialog.list_view, Qt.Key.Key_End)
    assert dialog.whole.text() == f"broken.pdf – {reason}"
    assert dialog.whole.height() >= dialog.whole.heightForWidth(dialog.whole.width())


def test_the_summary_counts_all_kinds(qtbot: QtBot) -> None:
    told = _dialog(qtbot).summary.text()
    assert told.startswith("3,120 articles were loaded. Not loaded: 2. In the project already: 1.")
    assert told.endswith("Loaded, but not all of the file: 1.")


def test_try_again_names_the_failed_ones(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    with qtbot.waitSignal(dialog.retry_requested) as asked:
        qtbot.keyClick(dialog.retry, Qt.Key.Key_Space)
    assert asked.args == [["/in/old.doc", "/in/news.zip"]]


def test_the_list_can_be_copied(qtbot: QtBot) -> None:
    qtbot.keyClick(_dialog(qtbot).copy, Qt.Key.Key_Space)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == f"{Path('/in/old.doc')}\t\tThe file is binary."
    assert len(lines) == 4


def test_the_one_that_is_there_can_be_opened(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    assert dialog.open_there.isEnabled()
    dialog.list_view.setFocus()
    qtbot.keyClick(dialog.list_view, Qt.Key.Key_Up)
    assert not dialog.open_there.isEnabled()
    qtbot.keyClick(dialog.list_view, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.open_requested) as asked:
        qtbot.keyClick(dialog.list_view, Qt.Key.Key_Return)
    assert asked.args == [_THERE]


def test_a_clean_batch_offers_nothing_to_do(qtbot: QtBot) -> None:
    dialog = ImportReportDialog(None, 1, [], [])
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.summary.text() == "1 article was loaded."
    for part in (dialog.list_view, dialog.whole, dialog.retry, dialog.copy, dialog.open_there):
        assert not part.isVisible()
