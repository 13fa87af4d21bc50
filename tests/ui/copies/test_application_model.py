"""What is proposed, as rows that can be chosen."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from annotator.ui.copies.application_model import ApplicationModel
from tests.ui.copies.proposals import Proposals, labels

CHECK = Qt.ItemDataRole.CheckStateRole


def made() -> ApplicationModel:
    proposals = Proposals()
    return ApplicationModel(proposals.wire, proposals.texts, proposals.all, labels())


def states(model: ApplicationModel) -> list[Qt.CheckState | None]:
    return [model.index(row, 0).data(CHECK) for row in range(model.rowCount())]


def test_what_needs_no_look_is_chosen_and_what_cannot_be_applied_has_no_box(qtbot: QtBot) -> None:
    model = made()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert states(model) == [Qt.CheckState.Unchecked, None, Qt.CheckState.Checked, None]
    assert model.chosen() == [model.proposed[2]]
    del tester


def test_rows_are_chosen_and_left_out(qtbot: QtBot) -> None:
    model = made()
    with qtbot.waitSignal(model.chosen_changed):
        model.toggle(0)
    assert model.chosen() == [model.proposed[0], model.proposed[2]]
    with qtbot.assertNotEmitted(model.chosen_changed):
        model.toggle(1)
        model.choose([1, 3], on=True)
    model.choose(range(4), on=False)
    assert model.chosen() == []
    model.choose(range(4), on=True)
    assert len(model.chosen()) == 2


def test_a_row_says_all_of_it(qtbot: QtBot) -> None:
    model = made()
    spoken = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(4)]
    assert spoken[0].startswith("Quote, “Nobody told us anything at all")
    assert "in other words, " in spoken[0]
    assert spoken[0].endswith("% the same · Harrow loses its bridge · Riverton Post, not chosen")
    assert spoken[1] == "Denial, “The council denies that.”, not in this copy · Harrow loses its bridge · Riverton Post"
    assert spoken[2].endswith(", chosen")
    assert "there already" in spoken[3]
    assert model.index(2, 0).data(ApplicationModel.LabelRole).key == "claim"
    assert model.index(2, 0).data(Qt.ItemDataRole.DecorationRole) is None
