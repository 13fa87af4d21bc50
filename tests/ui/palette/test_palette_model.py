"""The entries are a list that says aloud what it shows; a group is named once."""

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from annotator.ui.palette.entries import Entry, Group
from annotator.ui.palette.palette_model import PaletteModel

ENTRIES = (
    Entry(Group.COMMAND, "undo", "Undo", keys="Ctrl+Z"),
    Entry(Group.COMMAND, "redo", "Redo"),
    Entry(Group.ARTICLE, 1, "New ferry", "Gazette"),
)


def test_it_is_a_model_as_qt_wants_it(qapp: object, qtmodeltester: ModelTester) -> None:
    model = PaletteModel()
    model.show(ENTRIES)
    qtmodeltester.check(model)
    model.show(())
    qtmodeltester.check(model)


def test_groups_and_words(qapp: object) -> None:
    model = PaletteModel()
    model.show(ENTRIES)
    rows = [model.index(row, 0) for row in range(3)]
    assert [row.data(PaletteModel.GroupRole) for row in rows] == ["Commands", "", "Articles"]
    assert [row.data(Qt.ItemDataRole.AccessibleTextRole) for row in rows] == [
        "Undo, Ctrl+Z, Commands", "Redo, Commands", "New ferry, Gazette, Articles",
    ]  # fmt: skip
