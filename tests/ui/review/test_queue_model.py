"""The queue as a model."""

from PySide6.QtCore import QModelIndex
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from annotator.core.review_queue import APPROVED, QueueFilter
from annotator.ui.review.queue_model import QueueModel
from tests.ui.review.readings import entry, person


def test_qt_is_content_with_it(qtmodeltester: ModelTester) -> None:
    model = QueueModel()
    model.set_entries([entry(), entry("Other")])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_a_filter_shows_some_and_the_open_one_is_marked(qtbot: QtBot) -> None:
    first, second, done = entry(), entry("Other"), entry(state=APPROVED)
    model = QueueModel()
    model.set_people([person(first)], "dark")
    model.set_entries([first, second, done])
    assert list(model.shown) == [first, second]
    assert model.data(model.index(0), QueueModel.PersonRole) == person(first)
    assert model.data(model.index(1), QueueModel.PersonRole) is None
    model.set_filter(QueueFilter("other"))
    assert (list(model.shown), model.rowCount()) == ([second], 1)
    key = second.document_id, second.annotator_id
    with qtbot.waitSignal(model.dataChanged):
        model.set_opened(key)
    assert (model.row_of(key), model.row_of(None), len(model.entries)) == (0, -1, 3)
    assert model.data(QModelIndex()) is None
    assert "Other" in model.data(model.index(0))
