"""The rows to decide on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt

from annotator.core.anchoring import Fate
from annotator.core.spans import Span
from annotator.ui.copies.application_model import ApplicationModel
from annotator.ui.versions.fate_model import FateModel
from tests.operations.test_versions import NEW, OLD, plan, tag
from tests.store.desk import Desk


@pytest.fixture
def model(project_path: Path) -> Iterator[FateModel]:
    """An annotation of each fate, the kept one in a sentence that has changed."""
    desk = Desk(project_path)
    document = desk.load(OLD)
    for words in ("It was cheap.", "until Friday", "paid 200 million", "Neighbours want the ferry back.", "denied it"):
        tag(desk, document, words)
    moved = NEW.replace(" It was cheap.", "")
    yield FateModel(plan(desk, document, f"It was cheap. So they said.\n\n{moved}"), {})
    desk.workspace.close()


def fates(model: FateModel) -> list[str]:
    return [str(one.anchored.fate) for one in model.rows]


def test_rows_come_in_the_order_of_their_need(model: FateModel) -> None:
    assert set(fates(model)[:2]) == {"reworded", "gone"}
    assert fates(model)[-1] == "kept"
    assert model.undecided() == [row for row, one in enumerate(model.rows) if one.anchored.needs_a_look]


def test_decisions_are_told_and_can_be_changed(model: FateModel) -> None:
    told: list[None] = []
    model.decided.connect(lambda: told.append(None))
    row = fates(model).index("reworded")
    assert model.index(row, 0).data(FateModel.SignRole) == "?"
    for segments, sign, words in (
        (None, "✓", "goes there"),
        ((Span(0, 2),), "✓", "goes where you selected"),
        ((), "–", "is left behind"),
    ):
        model.decide([row], segments)
        assert model.index(row, 0).data(FateModel.SignRole) == sign
        assert words in model.index(row, 0).data(ApplicationModel.AboutRole)
    assert len(told) == 3
    assert row not in model.undecided()
    model.decide([], None)
    assert len(told) == 3


def test_rows_are_found_by_fate(model: FateModel) -> None:
    gone, placed = model.rows_of(Fate.GONE), model.rows_of(Fate.REWORDED)
    assert sorted([*gone, *placed]) == model.undecided()
    model.decide(gone, None)
    assert model.rows_of(Fate.GONE) == []


def test_what_has_changed_in_a_stretch_stands_after_it(model: FateModel) -> None:
    row = fates(model).index("reworded")
    _, words, change = model.index(row, 0).data(ApplicationModel.ContextRole)
    assert (words, change.strip()) == ("paid 250 million", "“200” is now “250”")
    gone = fates(model).index("gone")
    assert model.index(gone, 0).data(ApplicationModel.ContextRole) == ("", "Neighbours want the ferry back.", "")


def test_there_is_one_column_and_nothing_below_a_row(model: FateModel) -> None:
    assert (model.columnCount(), model.rowCount(model.index(0, 0)), model.columnCount(model.index(0, 0))) == (1, 0, 0)
    assert model.data(QModelIndex()) is None
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.index(0, 0).data(ApplicationModel.LabelRole) is None  # the label set has no such label
