"""The export dialog by its keys and its answers."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from annotator.ui.export.choices import ExportChoice, FormatChoice
from annotator.ui.export.export_dialog import ExportDialog

_FORMATS = (
    FormatChoice("jsonl", "JSON lines", (".jsonl",)),
    FormatChoice("csv", "CSV", (".csv",), ("Sentences are left out.",)),
)


def _dialog(qtbot: QtBot, current: str = "Prices rise") -> ExportDialog:
    dialog = ExportDialog(None, _FORMATS, 10_000, current)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def _chosen(dialog: ExportDialog) -> ExportChoice:
    chosen = dialog.choice()
    assert chosen is not None
    return chosen


def test_what_is_lost_is_said_before_it_is_lost(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    assert dialog.losses() == "This format holds everything."
    qtbot.keyClick(dialog.format_box, Qt.Key.Key_Down)
    assert "– Sentences are left out." in dialog.losses()


def test_it_says_how_many_names_are_blacked_out(qtbot: QtBot) -> None:
    assert not _dialog(qtbot).masked.isVisible()
    for count, words in ((1, "The name of the protected source is"), (3, "The names of the 3 protected sources are")):
        dialog = ExportDialog(None, _FORMATS, 10, protected_count=count)
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.masked.isVisible()
        assert dialog.masked.text().startswith(f"{words} blacked out")


def test_a_byte_order_mark_is_offered_for_csv_only(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    dialog.target.setText("out")
    dialog.mark.setChecked(True)
    assert not dialog.mark.isVisible()
    assert not _chosen(dialog).byte_order_mark
    dialog.format_box.setCurrentIndex(1)
    assert dialog.mark.isVisible()
    assert _chosen(dialog).byte_order_mark


def test_nothing_is_exported_to_nowhere(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    assert not dialog._export.isEnabled()
    assert dialog.choice() is None
    qtbot.keyClicks(dialog.target, "out")
    assert dialog._export.isEnabled()


def test_the_open_article_is_offered_only_when_there_is_one(qtbot: QtBot) -> None:
    assert not _dialog(qtbot, "").this_article.isEnabled()
    dialog = _dialog(qtbot)
    qtbot.keyClick(dialog.this_article, Qt.Key.Key_Space)
    dialog.target.setText("out")
    assert _chosen(dialog).current_only


def test_the_whole_project_is_counted(qtbot: QtBot) -> None:
    assert _dialog(qtbot).all_articles.text() == "All 10,000 articles"


@pytest.mark.parametrize("accepts", [True, False])
def test_ask_gives_the_choice_or_nothing(qtbot: QtBot, tmp_path: Path, accepts: bool) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        dialog.target.setText(str(tmp_path / "claims"))
        dialog.furniture.setChecked(True)
        dialog.done(QDialog.DialogCode.Accepted if accepts else QDialog.DialogCode.Rejected)

    QTimer.singleShot(0, answer)
    chosen = ExportDialog.ask(None, _FORMATS, 3)
    expected = ExportChoice("jsonl", tmp_path / "claims.jsonl", False, True, False)
    assert chosen == (expected if accepts else None)


def test_every_part_has_a_name(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    assert all(part.accessibleName() for part in (dialog.format_box, dialog.target))


def test_a_file_is_not_replaced_unawares(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "claims.jsonl").touch()
    dialog = _dialog(qtbot)
    dialog.target.setText(str(tmp_path / "claims"))
    assert dialog._export.text() == "Replace"
    assert dialog._replaces.isVisible()
    dialog.target.setText(str(tmp_path / "others"))
    assert dialog._export.text() == "Export"
    assert not dialog._replaces.isVisible()


def test_what_is_held_back_is_offered_with_its_count_and_off(qtbot: QtBot) -> None:
    assert not _dialog(qtbot).held.isVisible()
    for count, words in ((1, "the 1 article that is withheld"), (1_200, "the 1,200 articles that are withheld")):
        dialog = ExportDialog(None, _FORMATS, 10_000, "", count)
        qtbot.addWidget(dialog)
        dialog.show()
        assert words in dialog.held.text()
        dialog.target.setText("out")
        assert not _chosen(dialog).with_held
        qtbot.keyClick(dialog.held, Qt.Key.Key_Space)
        assert _chosen(dialog).with_held


def test_whose_work_is_asked_where_several_people_work(qtbot: QtBot, tmp_path: Path) -> None:
    alone = ExportDialog(None, _FORMATS, 10, readers=("Ana",))
    qtbot.addWidget(alone)
    assert alone.reading_box.isHidden()
    dialog = ExportDialog(None, _FORMATS, 10, readers=("Ana", "Ben"))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.reading_box.isVisible()
    dialog.target.setText(str(tmp_path / "claims"))
    told = []
    for row in range(dialog.reading_box.count()):
        dialog.reading_box.setCurrentIndex(row)
        told.append(_chosen(dialog).reading)
    assert told == ["all", "gold", "Ana", "Ben"]
