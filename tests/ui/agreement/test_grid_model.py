"""A table of agreement in a view."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from annotator.core.agreement.measures import Interval, Measure
from annotator.ui.agreement.grid import Grid, labels_grid, pairs_grid
from annotator.ui.agreement.grid_model import GridModel
from tests.ui.agreement.compared import comparison, three


def test_cells_say_all_that_has_to_be_known(qtbot: QtBot) -> None:
    model = GridModel()
    QAbstractItemModelTester(model)
    found = comparison(three())
    found.intervals = {("claim", (), Measure.PERCENT): Interval(0.9, 1.0)}
    model.show(labels_grid(found))
    cell = model.index(1, 1)
    assert cell.data() == "100 %"
    told = cell.data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("Claim, Percent (sentence): 100 %; n 40;")
    assert "Between 90 % and 100 %" in told
    assert "Enter shows the places" in cell.data(Qt.ItemDataRole.ToolTipRole)
    few = model.index(1, 1 + list(Measure).index(Measure.F1_EXACT))
    assert "too few to judge by" in few.data(Qt.ItemDataRole.ToolTipRole)
    unused = model.index(2, 2)
    assert unused.data() == "–"
    assert "Nobody has used it" in unused.data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(0, 0).data() == "All labels"
    assert model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole).endswith("?")


def test_figures_that_change_keep_what_is_chosen(qtbot: QtBot) -> None:
    model = GridModel()
    found = comparison(three())
    model.show(labels_grid(found))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show(labels_grid(found))
    with qtbot.waitSignal(model.modelReset):
        model.show(pairs_grid(found, "", Measure.PERCENT))
    with qtbot.waitSignal(model.modelReset):
        model.show(Grid())


def test_the_table_as_text_has_every_n(qtbot: QtBot) -> None:
    model = GridModel()
    model.show(labels_grid(comparison(three())))
    lines = model.as_text().splitlines()
    assert lines[0].split("\t")[:3] == ["Label", "Percent (sentence)", "n"]
    assert lines[2].split("\t")[:3] == ["Claim", "100 %", "40"]


def test_names_stand_where_their_script_begins(qtbot: QtBot) -> None:
    model = GridModel()
    model.show(pairs_grid(comparison(three()), "", Measure.PERCENT))
    sides = [Qt.AlignmentFlag(model.index(row, 0).data(Qt.ItemDataRole.TextAlignmentRole)) for row in (0, 2)]
    assert Qt.AlignmentFlag.AlignLeft in sides[0]
    assert Qt.AlignmentFlag.AlignRight in sides[1]
    assert model.index(0, 1).data() == ""
