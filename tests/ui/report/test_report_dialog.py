"""The report dialog by its keys and its answers."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from annotator.core.report import Heading, Kind
from annotator.ui.export.choices import FormatChoice
from annotator.ui.report.choices import Asked, Offered, ReportChoice, Scope
from annotator.ui.report.report_dialog import ReportDialog

_FORMATS = (FormatChoice("html", "Web page", (".html",)), FormatChoice("pdf", "PDF", (".pdf",)))


def _dialog(qtbot: QtBot, offered: Offered | None = None) -> ReportDialog:
    dialog = ReportDialog(None, _FORMATS, offered or Offered("Prices rise", 3, 10))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_report_is_asked_for_by_keys(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = _dialog(qtbot)
    chosen: list[ReportChoice] = []
    dialog.chosen.connect(chosen.append)
    qtbot.keyClick(dialog.kind_box, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.scopes[Scope.LISTED], Qt.Key.Key_Space)
    qtbot.keyClick(dialog.notes, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.format_box, Qt.Key.Key_Down)
    qtbot.keyClicks(dialog.target, str(tmp_path / "libel"))
    qtbot.keyClick(dialog.target, Qt.Key.Key_Return)
    (choice,) = chosen
    assert (choice.asked.kind, choice.asked.scope, choice.format_id) == (Kind.LIBEL, Scope.LISTED, "pdf")
    assert choice.target == tmp_path / "libel.pdf"
    assert not choice.asked.options.with_notes


def test_without_a_file_nothing_is_written(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    (write,) = (button for button in box.buttons() if button.text() == "Write")
    assert not write.isEnabled()
    dialog.target.setText("report")
    assert write.isEnabled()


def test_a_file_is_not_replaced_unawares(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "there.html").touch()
    dialog = _dialog(qtbot)
    dialog.target.setText(str(tmp_path / "there"))
    assert dialog._write.text() == "Replace"


def test_agreement_is_of_the_whole_project(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    dialog.kind_box.setCurrentIndex(dialog.kind_box.findData(Kind.AGREEMENT))
    assert not any(button.isEnabled() for button in dialog.scopes.values())
    assert dialog.asked().scope is Scope.ALL
    dialog.kind_box.setCurrentIndex(0)
    assert dialog.asked().scope is Scope.OPEN
    assert all(button.isEnabled() for button in dialog.scopes.values())


@pytest.mark.parametrize(
    ("offered", "scope", "listed"),
    [
        (Offered("", 10, 10), Scope.ALL, False),
        (Offered("x", 3, 10), Scope.OPEN, True),
        (Offered("x", 0, 10), Scope.OPEN, False),
    ],
)
def test_only_what_there_is_can_be_chosen(qtbot: QtBot, offered: Offered, scope: Scope, listed: bool) -> None:
    dialog = _dialog(qtbot, offered)
    assert dialog.asked().scope is scope
    assert dialog.scopes[Scope.LISTED].isVisible() is listed
    assert dialog.scopes[Scope.OPEN].isEnabled() is bool(offered.open_title)


def test_what_is_on_hold_is_offered_and_off(qtbot: QtBot) -> None:
    assert not _dialog(qtbot).held.isVisible()
    dialog = _dialog(qtbot, Offered("x", 3, 10, held=2, protected=1))
    assert dialog.held.text() == "The 2 articles on hold, too"
    assert not dialog.asked().with_held


def test_every_change_asks_for_another_look(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    with qtbot.waitSignal(dialog.look_wanted) as first:
        pass
    with qtbot.waitSignal(dialog.look_wanted) as second:
        qtbot.keyClick(dialog.text, Qt.Key.Key_Space)
    assert isinstance(first.args[0], Asked)
    assert first.args[0].options.with_text
    assert not second.args[0].options.with_text


def test_the_beginning_is_shown_or_why_there_is_none(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    dialog.show_beginning([Heading("Title", 1)], (), 1_200)
    assert dialog.preview.toPlainText() == "Title"
    assert "1,200 parts" in dialog.state()
    dialog.show_refusal("Nothing to see.")
    assert (dialog.preview.toPlainText(), dialog.state()) == ("", "Nothing to see.")


def test_it_fits_a_small_screen_and_every_part_has_a_name(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Offered("x", 3, 10, held=2, protected=3))
    assert dialog.minimumSizeHint().width() <= 1000
    assert dialog.minimumSizeHint().height() <= 640
    assert all(part.accessibleName() for part in (dialog.kind_box, dialog.format_box, dialog.target, dialog.preview))
