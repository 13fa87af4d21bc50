"""One's own figures in words."""

import pytest

from annotator.core.self_check import Consistency, Sameness
from annotator.ui.self_check.figures import FiguresTable, kappa_words, same_words


@pytest.mark.parametrize(
    ("one", "same", "kappa"),
    [
        (Sameness("", 100, 0.834, 0.5012, 20, 10), "83 %", "0.50"),
        (Sameness("", 12, 1.0, None, 0, 0), "100 %, too few to judge", "not defined"),
        (Sameness("", 0, None, None, 0, 0), "–", "–"),
    ],
)
def test_words(one: Sameness, same: str, kappa: str) -> None:
    assert (same_words(one), kappa_words(one)) == (same, kappa)


def test_all_labels_then_each_then_months(qtbot: object) -> None:
    table = FiguresTable()
    qtbot.addWidget(table)  # type: ignore[attr-defined]
    one = Sameness("claim", 40, 0.5, 0.1, 3, 2)
    table.show_figures(Consistency(one, (one,), (("2026-05", one),)), {})
    assert [table.item(row, 0).text() for row in range(table.rowCount())] == ["All labels", "claim", "2026-05"]
