"""Places are chosen, left out, and looked at anew with another label or extent."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from annotator.core.found_places import Extent
from annotator.ui.finding.place_model import PlaceModel
from tests.ui.finding.places import all_standings, places

SPOKEN, CHECK = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def model(qapp: object) -> PlaceModel:
    return PlaceModel(all_standings(), Extent.SENTENCE, "claim")


def chosen(model: PlaceModel) -> list[int]:
    return [row for row in range(model.rowCount()) if model.is_chosen(row)]


def test_it_is_a_model_as_qt_wants_it(model: PlaceModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_what_nothing_stands_in_the_way_of_is_chosen(model: PlaceModel) -> None:
    assert chosen(model) == [0]
    model.choose_all(on=True)
    assert chosen(model) == [0, 2, 3, 4], "what is there already, or cannot be, stays out"
    model.choose_all(on=False)
    assert chosen(model) == []
    model.toggle(2)
    model.toggle(1)
    assert chosen(model) == [2]
    assert [model.index(row, 0).data(CHECK) for row in (0, 1, 2)] == [
        Qt.CheckState.Unchecked, None, Qt.CheckState.Checked,
    ]  # fmt: skip


def test_another_label_and_extent_mean_something_else(model: PlaceModel) -> None:
    told: list[int] = []
    model.chosen_changed.connect(lambda: told.append(len(model.chosen())))
    model.toggle(0)
    model.set_plan(Extent.EXACT, "denial")
    assert chosen(model) == [1, 2, 3, 5], "what was left out by hand stays out"
    model.set_plan(Extent.EXACT, "denial")
    assert told == [0, 4]


def test_a_row_is_spoken(qapp: object) -> None:
    model = PlaceModel(places(4, 24), Extent.SENTENCE, "claim")
    assert model.index(0, 0).data(SPOKEN) == "chosen, One left., Judul"
    assert model.index(1, 0).data(SPOKEN) == "not chosen, Tri left., Judul, tagged so by Ben"
    assert model.index(1, 0).data(PlaceModel.AboutRole) == "tagged so by Ben · Judul"
