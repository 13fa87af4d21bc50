"""What was found is a list that says aloud what it shows."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from annotator.core.search_query import Field
from annotator.ui.search.found_model import FoundModel
from tests.ui.search.found import hit, line

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def model(qapp: object) -> FoundModel:
    return FoundModel()


def test_it_is_a_model_as_qt_wants_it(model: FoundModel, qtmodeltester: ModelTester) -> None:
    model.show((hit("rice and rice", (0, 4), (9, 13)), hit("rice", (0, 4))))
    qtmodeltester.check(model)
    model.show(())
    qtmodeltester.check(model)


def test_a_row_is_spoken_with_its_snippet(model: FoundModel) -> None:
    model.show((hit("rice and rice", (0, 4), (9, 13)), hit("a\nnote", where=Field.NOTE)))
    assert model.index(0).data(SPOKEN) == "Rice prices. 2 places: rice and rice"
    assert model.index(1).data(SPOKEN) == "Rice prices. in a note: a note"
    model.show((line("the rice is enough", 4, 8),))
    assert model.index(0).data(SPOKEN) == "the rice is enough – Rice prices"


def test_the_row_that_was_opened_is_marked(model: FoundModel) -> None:
    model.show((hit("rice", (0, 4)), hit("rices", (0, 4))))
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    model.set_open(0)
    model.set_open(1)
    assert changed == [0, 0, 1]
    assert [model.index(row).data(FoundModel.OpenRole) for row in range(2)] == [False, True]
    model.show(())
    assert model.open_row == -1


def test_a_line_says_how_its_place_is_tagged(model: FoundModel) -> None:
    model.show((line("the rice is enough", 4, 8), line("no rice", 3, 7)), (("Claim", "Quote"), ()))
    assert model.index(0).data(FoundModel.LabelsRole) == ("Claim", "Quote")
    assert model.index(0).data(SPOKEN) == "the rice is enough – Rice prices, tagged: Claim, Quote"
    changed: list[int] = []
    model.dataChanged.connect(lambda _first, last: changed.append(last.row()))
    model.set_labels([("Claim", "Quote"), ()])
    assert changed == [], "nothing is painted anew where nothing has changed"
    model.set_labels([(), ("Denial",)])
    assert changed == [1]
    assert model.index(0).data(FoundModel.LabelsRole) == ()
    model.show((line("no rice", 3, 7),))
    assert model.index(0).data(FoundModel.LabelsRole) == ()
