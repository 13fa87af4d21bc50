"""A corrected version is decided on by key, annotation by annotation."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.core.anchoring import Fate
from annotator.core.schema_file import read_label_set
from annotator.core.spans import Span
from annotator.operations import versions
from annotator.ui.copies.application_model import ApplicationModel
from annotator.ui.versions.fate_model import FateModel
from annotator.ui.versions.version_dialog import VersionDialog
from tests.operations.test_versions import NEW, OLD, plan, tag
from tests.store.desk import Desk

LABELS = {
    label.key: label for label in read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml")).labels
}
STRETCHES = ("We did not know", "paid 200 million", "Neighbours want the ferry back.", "until Friday,” she told")


@pytest.fixture
def desk(project_path: Path) -> Iterator[Desk]:
    made = Desk(project_path)
    yield made
    made.workspace.close()


@pytest.fixture
def tags(desk: Desk) -> dict[str, UUID]:
    """An article with four annotations: one kept, two reworded, one gone."""
    document = desk.load(OLD)
    return {words: tag(desk, document, words) for words in STRETCHES}


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, tags: dict[str, UUID]) -> VersionDialog:
    (document,) = desk.rows()["document"]
    made = VersionDialog(None, plan(desk, document["id"]), LABELS, "light")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def press(dialog: VersionDialog, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(dialog.list_view, key)


def told(dialog: VersionDialog) -> list[str]:
    model = dialog.model
    return [
        f"{model.index(row, 0).data(FateModel.SignRole)} {model.index(row, 0).data(ApplicationModel.ContextRole)[1]}"
        for row in range(model.rowCount())
    ]


def test_what_is_to_be_decided_comes_first(dialog: VersionDialog) -> None:
    assert told(dialog) == [
        "? paid 250 million",
        "? until Friday,” she wrote",
        "? Neighbours want the ferry back.",
        "✓ We did not know",
    ]
    assert dialog.count.text() == "3 annotations to decide on"
    assert not dialog.load_button.isEnabled()
    assert dialog.view.old_view.toPlainText() == OLD
    assert dialog.view.new_view.toPlainText() == NEW


def test_keys_take_and_leave_behind_and_go_on(dialog: VersionDialog, tags: dict[str, UUID]) -> None:
    press(dialog, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Space)
    assert dialog.list_view.currentIndex().row() == 2  # what is gone cannot be taken
    assert dialog.count.text() == "1 annotation to decide on"
    press(dialog, Qt.Key.Key_Delete)
    assert told(dialog)[:3] == ["✓ paid 250 million", "– until Friday,” she told", "– Neighbours want the ferry back."]
    assert dialog.load_button.isEnabled()
    assert dialog.model.decisions == {
        tags["paid 200 million"]: (Span(NEW.index("paid 250"), NEW.index("paid 250") + 16),),
        tags["until Friday,” she told"]: (),
        tags["Neighbours want the ferry back."]: (),
    }
    press(dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_enter_goes_to_what_is_not_decided(dialog: VersionDialog) -> None:
    press(dialog, Qt.Key.Key_Space, Qt.Key.Key_Up)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.list_view.currentIndex().row() == 1


def test_selected_words_are_a_place(dialog: VersionDialog, tags: dict[str, UUID]) -> None:
    press(dialog, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert not dialog.adjust_button.isEnabled()
    cursor = QTextCursor(dialog.view.new_view.document())
    start = NEW.index("It was cheap")
    cursor.setPosition(start + 3)
    cursor.setPosition(start + 12, QTextCursor.MoveMode.KeepAnchor)
    dialog.view.new_view.setTextCursor(cursor)
    assert dialog.adjust_button.isEnabled()
    QTest.keyClick(dialog.adjust_button, Qt.Key.Key_Space)
    assert dialog.model.decisions == {tags["Neighbours want the ferry back."]: (Span(start + 3, start + 12),)}
    assert "✓ was cheap" in told(dialog)


def test_all_at_once(dialog: VersionDialog) -> None:
    QTest.mouseClick(dialog.take_all_button, Qt.MouseButton.LeftButton)
    assert dialog.count.text() == "1 annotation to decide on"
    assert not dialog.take_all_button.isEnabled()
    QTest.mouseClick(dialog.leave_all_button, Qt.MouseButton.LeftButton)
    assert dialog.count.text() == "All is decided."
    assert dialog.load_button.isEnabled()


def test_what_is_kept_may_be_left_behind(dialog: VersionDialog, tags: dict[str, UUID]) -> None:
    press(dialog, Qt.Key.Key_End, Qt.Key.Key_Delete)
    assert dialog.model.decisions == {tags["We did not know"]: ()}


def test_the_place_is_ringed_and_marked_in_both_texts(dialog: VersionDialog) -> None:
    assert dialog.view.old_view._ring == Span(OLD.index("paid 200"), OLD.index("paid 200") + 16)
    assert dialog.view.new_view._ring == Span(NEW.index("paid 250"), NEW.index("paid 250") + 16)


def test_rows_are_spoken(dialog: VersionDialog) -> None:
    spoken = dialog.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Claim, “paid 250 million”, “200” is now “250”, reworded, ")
    assert spoken.endswith("not decided yet · Ana")
    press(dialog, Qt.Key.Key_Space)
    assert "goes there" in dialog.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_every_part_has_a_name_and_fits_a_small_screen(dialog: VersionDialog) -> None:
    assert dialog.list_view.accessibleName()
    assert dialog.width() <= 1024
    assert dialog.height() <= 700
    assert dialog.minimumSizeHint().width() <= 1024


def test_without_annotations_there_is_nothing_to_decide(qtbot: QtBot, desk: Desk) -> None:
    made = VersionDialog(None, plan(desk, desk.load(OLD), title="New heading"), LABELS, "dark")
    qtbot.addWidget(made)
    made.show()
    assert made.load_button.isEnabled()
    assert not made.list_view.isVisible()
    assert not made.take_button.isVisible()
    assert made.view.isVisible()
    assert made.model.undecided() == []


def test_asking_gives_the_decisions_or_nothing(
    qtbot: QtBot, desk: Desk, tags: dict[str, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    (document,) = desk.rows()["document"]
    made = plan(desk, document["id"])
    monkeypatch.setattr(VersionDialog, "exec", lambda dialog: dialog._all(Fate.GONE) or QDialog.DialogCode.Accepted)
    decisions = VersionDialog.ask(None, made, LABELS, "light")
    assert decisions == {tags["Neighbours want the ferry back."]: ()}
    monkeypatch.setattr(VersionDialog, "exec", lambda _dialog: QDialog.DialogCode.Rejected)
    assert VersionDialog.ask(None, made, LABELS, "light") is None
    assert len(versions.versions_of(desk.workspace, document["id"])) == 1
