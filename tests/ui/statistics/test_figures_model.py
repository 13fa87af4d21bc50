"""The table of figures, with what it comes to at its end."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from annotator.core.figures import Figures, Row, Subject
from annotator.ui.statistics.figures_model import FiguresModel
from tests.ui.inspector.passages import newsroom

LABELS = {label.key: label for label in newsroom().labels}
TABLE = Figures(Subject.OUTLETS, ("claim", "quote"), (Row("Koran", "Koran", (1200, 3)), Row("", "", (0, 4))))


def test_it_is_a_table_with_sums(qapp: object) -> None:
    model = FiguresModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(TABLE, LABELS)
    assert model.as_text().splitlines() == [
        "Outlets\tClaim\tQuote\ttogether",
        "Koran\t1,200\t3\t1,203",
        "outlet unknown\t0\t4\t4",
        "Together\t1,200\t7\t1,207",
    ]
    assert model.row_at(2) is None
    assert [model.column_key(column) for column in range(4)] == ["", "claim", "quote", ""]


def test_one_column_needs_no_sum_and_nothing_needs_no_rows(qapp: object) -> None:
    model = FiguresModel()
    model.show(Figures(Subject.LABELS, ("count",), (Row("claim", "Claim", (2,)),)), LABELS)
    assert (model.rowCount(), model.columnCount()) == (2, 2)
    model.show(Figures(Subject.LABELS, ("count",), ()), LABELS)
    assert model.rowCount() == 0


def test_a_cell_says_what_it_counts(qapp: object) -> None:
    model = FiguresModel()
    model.show(TABLE, LABELS)
    assert model.data(model.index(0, 1), Qt.ItemDataRole.AccessibleTextRole) == "Koran, Claim: 1,200"
