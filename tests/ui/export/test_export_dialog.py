"""The export dialog by its keys and its answers."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.core.losses import Flat
from annotator.core.recipes import ExportRequest, Recipe
from annotator.core.schema_file import read_label_set
from annotator.core.selection import Selection, Unit
from annotator.ui.export.choices import FormatChoice, Offered, Scope
from annotator.ui.export.export_dialog import ExportDialog

NEWSROOM = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))
OPEN = UUID(int=7)
OFFERED = Offered(NEWSROOM, 10_000, OPEN, "Prices rise", (OPEN, UUID(int=8)), people=("Ana", "Ben"))
_OURS = frozenset({"unit", "with_furniture"})
_FORMATS = (
    FormatChoice("jsonl", "JSON lines", (".jsonl",), heeds=_OURS),
    FormatChoice("csv", "CSV", (".csv",), ("Sentences are left out.",), heeds=frozenset({"bom"})),
    FormatChoice("brat", "brat", (".ann",), is_folder=True, heeds=_OURS),
    FormatChoice("iob2", "IOB2", (".iob2",), heeds=_OURS | {"flat"}),
)


@pytest.fixture
def dialog(qtbot: QtBot) -> ExportDialog:
    widget = ExportDialog(None, _FORMATS, OFFERED)
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_what_is_lost_is_said_before_it_is_lost(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.looks.setCurrentWidget(dialog.losses)
    assert not dialog.losses.always.isVisible()
    dialog.formats.choose("csv")
    assert dialog.losses.always.text() == "About this export:\n– Sentences are left out."


def test_a_look_is_wanted_once_for_several_choices(dialog: ExportDialog, qtbot: QtBot) -> None:
    looks: list[ExportRequest] = []
    dialog.look_wanted.connect(looks.append)
    dialog.formats.choose("csv")
    dialog.formats.choose("iob2")
    qtbot.keyClick(dialog.form.negatives, Qt.Key.Key_Space)
    with qtbot.waitSignal(dialog.look_wanted):
        pass
    assert looks == [ExportRequest("iob2", Selection(negatives=False))]


def test_a_byte_order_mark_is_offered_for_tables_only(dialog: ExportDialog) -> None:
    dialog.special.mark.setChecked(True)
    assert not dialog.special.mark.isVisible()
    assert not dialog.request().bom
    dialog.formats.choose("csv")
    assert dialog.special.mark.isVisible()
    assert dialog.request().bom


def test_nothing_is_exported_to_nowhere(dialog: ExportDialog, qtbot: QtBot) -> None:
    assert not dialog._export.isEnabled()
    qtbot.keyClicks(dialog.target, "out")
    assert dialog._export.isEnabled()


def test_enter_exports_what_is_chosen(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    chosen: list[tuple[ExportRequest, Path]] = []
    dialog.chosen.connect(lambda request, target: chosen.append((request, target)))
    qtbot.keyClick(dialog.form.scopes[Scope.OPEN], Qt.Key.Key_Space)
    qtbot.keyClick(dialog.form.furniture, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.losses.strict, Qt.Key.Key_Space)
    dialog.target.setText(str(tmp_path / "claims"))
    qtbot.keyClick(dialog.target, Qt.Key.Key_Return)
    wanted = ExportRequest("jsonl", Selection(documents=(OPEN,)), with_furniture=True, strict=True)
    assert chosen == [(wanted, tmp_path / "claims.jsonl")]
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_file_is_not_replaced_unawares(dialog: ExportDialog, tmp_path: Path) -> None:
    (tmp_path / "claims.jsonl").touch()
    dialog.target.setText(str(tmp_path / "claims"))
    assert dialog._export.text() == "Replace"
    assert dialog._replaces.isVisible()
    dialog.target.setText(str(tmp_path / "others"))
    assert dialog._export.text() == "Export"
    assert not dialog._replaces.isVisible()


def test_a_folder_that_is_not_there_is_told_before_the_choices_are_gone(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.target.setText(str(tmp_path / "gone" / "claims"))
    assert dialog._replaces.isVisible()
    assert dialog._replaces.text() == f"There is no folder “{tmp_path / 'gone'}”."
    assert not dialog._export.isEnabled()
    dialog.target.setText(str(tmp_path / "claims"))
    assert dialog._export.isEnabled()


def test_a_folder_gets_no_ending(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.formats.choose("brat")
    dialog.target.setText(str(tmp_path))
    assert dialog._replaces.text().startswith("There is a folder of this name")
    assert dialog.command.text().endswith(f" {tmp_path}")


def test_where_it_is_a_folder_it_is_called_so_and_has_a_name_without_an_ending(
    dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog.formats.choose("iob2")
    dialog.target.setText(str(tmp_path / "lay"))
    assert (dialog.place.text(), dialog.chosen_target()) == ("File", tmp_path / "lay.iob2")
    dialog.target.setText(str(tmp_path / "lay.iob2"))
    dialog.special.flat.setCurrentIndex(dialog.special.flat.findData(Flat.LAYERS.value))
    assert (dialog.place.text(), dialog.target.accessibleName()) == ("Folder", "Folder")
    assert (dialog.target.text(), dialog.chosen_target()) == (str(tmp_path / "lay"), tmp_path / "lay")
    assert dialog.command.text().endswith(f"--flat layers {tmp_path / 'lay'}")
    asked: list[str] = []

    def get_name(_parent: QWidget, _title: str, _before: str, pattern: str) -> tuple[str, str]:
        asked.append(pattern)
        return str(tmp_path / "layers"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", get_name)
    dialog._browse.click()
    assert (asked, dialog.chosen_target()) == (["IOB2 (*)"], tmp_path / "layers")
    dialog.target.setText(str(tmp_path / "lay.zip"))
    assert dialog.place.text() == "File"
    dialog.special.flat.setCurrentIndex(0)
    dialog.target.setText(str(tmp_path / "lay"))
    assert (dialog.place.text(), dialog.chosen_target()) == ("File", tmp_path / "lay.iob2")
    dialog.formats.choose("brat")
    assert dialog.place.text() == "Folder"


def test_a_recipe_that_makes_a_folder_keeps_the_name_it_has(dialog: ExportDialog) -> None:
    dialog.show_request(ExportRequest("iob2", flat=Flat.LAYERS), "/tmp/lay.iob2")
    assert dialog.chosen_target() == Path("/tmp/lay.iob2")


def test_another_format_takes_the_ending_of_the_last_away(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.target.setText(str(tmp_path / "out.v2.jsonl"))
    dialog.formats.choose("csv")
    assert dialog._target() == tmp_path / "out.v2.csv"
    dialog.target.setText(str(tmp_path / "out.csv"))
    dialog.formats.choose("brat")
    assert dialog._target() == tmp_path / "out"


def test_the_same_at_the_prompt_follows_and_can_be_copied(dialog: ExportDialog, qtbot: QtBot) -> None:
    assert dialog.command.text() == "annotator export --format jsonl OUT"
    dialog.formats.choose("iob2")
    dialog.special.flat.setCurrentIndex(1)
    dialog.target.setText("/tmp/my claims")
    assert dialog.command.text() == "annotator export --format iob2 --flat innermost '/tmp/my claims.iob2'"
    qtbot.mouseClick(dialog._copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == dialog.command.text()
    dialog.form.scopes[Scope.LISTED].setChecked(True)
    assert f"{OPEN} {UUID(int=8)} '/tmp/my claims.iob2'" in dialog.command.text()


def test_of_thousands_of_articles_a_few_are_shown_and_all_are_copied(qtbot: QtBot) -> None:
    listed = tuple(UUID(int=at) for at in range(1, 3001))
    dialog = ExportDialog(None, _FORMATS, Offered(NEWSROOM, 10_000, listed=listed))
    qtbot.addWidget(dialog)
    dialog.form.scopes[Scope.LISTED].setChecked(True)
    assert len(dialog.command.text()) <= 2000
    dialog._copy.click()
    command = QApplication.clipboard().text()
    assert command.startswith(dialog.command.text())
    assert all(str(key) in command for key in listed)


def test_nothing_is_exported_while_a_day_is_none(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.target.setText("/tmp/out")
    dialog.form.narrow.click()
    qtbot.keyClicks(dialog.form.filters.since, "2026-1x")
    assert not dialog._export.isEnabled()
    qtbot.keyClick(dialog.form.filters.since, Qt.Key.Key_Backspace)
    assert dialog._export.isEnabled()
    assert dialog.request().selection.since == "2026-01-01"


def test_a_recipe_is_chosen_and_kept(dialog: ExportDialog) -> None:
    request = ExportRequest("iob2", Selection(labels=("claim",)), flat=Flat.INNERMOST, strict=True)
    weekly = Recipe("weekly", request, "/tmp/week.iob2")
    dialog.show_recipes((weekly,), "weekly")
    dialog.recipes.chosen.emit(weekly)
    assert dialog.request() == request
    assert dialog.target.text() == "/tmp/week.iob2"
    kept: list[Recipe] = []
    dialog.keeping.connect(kept.append)
    dialog.recipes.keeping.emit("daily")
    assert kept == [Recipe("daily", request, "/tmp/week.iob2")]


def test_the_nearest_format_is_one_press_away(dialog: ExportDialog) -> None:
    dialog.formats.choose("iob2")
    dialog.losses.nearest_wanted.emit("jsonl")
    assert dialog.request().format_id == "jsonl"
    dialog.show_losses({"note": 12}, (), {}, "jsonl")
    assert dialog.losses.loses_nothing.text() == "“JSON lines” loses nothing."
    assert dialog.looks.tabText(1) == "What is lost (12)"
    dialog.formats.choose("iob2")
    assert dialog.looks.tabText(1) == "What is lost"
    dialog.show_losses({}, (), {}, "")
    assert dialog.looks.tabText(1) == "What is lost"


def test_every_part_has_a_name(dialog: ExportDialog) -> None:
    parts = (dialog.formats.list_view, dialog.formats.sought, dialog.target, dialog.command, dialog.sample.text)
    assert all(part.accessibleName() for part in parts)
    assert dialog.looks.tabBar().accessibleName() == "What the file will hold"
    dialog.form.set_selection(Selection(labels=("claim",)))
    assert dialog.form.narrow.accessibleName() == "Only some of it: 1 chosen"
    named = {label.buddy() for label in dialog.findChildren(QLabel)}
    assert {dialog.form.reading_box, dialog.form.unit_box, dialog.special.part, dialog.special.flat} <= named


def test_long_names_that_are_chosen_cut_nothing_of_the_form_off(dialog: ExportDialog) -> None:
    wanted = Selection(
        labels=("claim", "denial"),
        reading="Somebody with a long name who has left",
        annotators=("Somebody with a long name who has left",),
        outlets=("The Daily Paper of a Town with a Long Name",),
        attributes=(("denied_text", "words and more words of somebody"),),
        with_held=True,
        unit=Unit.SENTENCE,
    )
    dialog.form.narrow.setChecked(True)
    dialog.show_request(ExportRequest("brat", wanted, seed=3))
    (area,) = (one for one in dialog.findChildren(QScrollArea) if one.widget().isAncestorOf(dialog.form))
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()


def test_tab_goes_through_the_parts_as_they_stand(dialog: ExportDialog) -> None:
    parts: list[QWidget] = [dialog.formats.sought]
    while (after := parts[-1].nextInFocusChain()) and after is not parts[0]:
        parts.append(after)
    form = dialog.form
    shown = (form.negatives, form.furniture, dialog.target, dialog.command, dialog.recipes.box, dialog.recipes.keep)
    places = [parts.index(part) for part in shown]
    assert places == sorted(places)
    assert all(
        area.focusPolicy() is Qt.FocusPolicy.NoFocus for area in dialog.findChildren(QScrollArea) if area.widget()
    )


def test_of_a_project_without_articles_nothing_is_exported(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ExportDialog(None, _FORMATS, Offered(NEWSROOM, 0))
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    chosen: list[object] = []
    dialog.chosen.connect(lambda *asked: chosen.append(asked))
    assert dialog.form.scopes[Scope.ALL].text() == "There are none in this project yet"
    dialog.target.setText(str(tmp_path / "out.jsonl"))
    dialog.target.setFocus()
    qtbot.keyClick(dialog.target, Qt.Key.Key_Return)
    assert not chosen
    assert dialog.isVisible()


def test_another_file_is_looked_at_where_parts_may_lie_beside_it(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.special.part.setCurrentIndex(dialog.special.part.findData("train"))
    with qtbot.waitSignal(dialog.look_wanted):
        pass
    dialog.target.setFocus()
    qtbot.keyClicks(dialog.target, "/tmp/train.jsonl")
    with qtbot.waitSignal(dialog.look_wanted):
        qtbot.keyClick(dialog.target, Qt.Key.Key_Tab)
    assert dialog.chosen_target() == Path("/tmp/train.jsonl")
    dialog.special.part.setCurrentIndex(0)
    with qtbot.waitSignal(dialog.look_wanted):
        pass
    dialog.target.setFocus()
    with qtbot.assertNotEmitted(dialog.look_wanted, wait=300):
        qtbot.keyClick(dialog.target, Qt.Key.Key_Tab)
