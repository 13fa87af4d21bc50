"""How a line of the queue is painted."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.review.queue_model import QueueModel
from annotator.ui.review.queue_panel import QueueList
from annotator.ui.theme import palette, read_theme
from tests.ui.review.readings import entry, person


def painted(qtbot: QtBot, *entries: object, opened: int = -1) -> tuple[QueueList, QImage]:
    model = QueueModel()
    lines = [one for one in entries if hasattr(one, "annotator_id")]
    model.set_people([person(one) for one in lines], "light")  # type: ignore[arg-type]
    model.set_entries(lines)  # type: ignore[arg-type]
    if opened >= 0:
        model.set_opened((model.shown[opened].document_id, model.shown[opened].annotator_id))
    view = QueueList(model, None)  # type: ignore[arg-type]
    model.setParent(view)
    qtbot.addWidget(view)
    view.setPalette(palette(read_theme("light")))
    view.resize(260, 240)
    view.show()
    QApplication.processEvents()
    return view, view.grab().toImage()


def test_each_line_has_its_own_look_and_one_height(qtbot: QtBot) -> None:
    view, picture = painted(qtbot, entry(), entry("جسر المدينة مغلق", "ليلى"), entry("x" * 400))
    assert view.rowHeight(0) == view.rowHeight(1) == view.rowHeight(2)
    rows = [picture.copy(0, row * view.rowHeight(0), 250, view.rowHeight(0)) for row in range(3)]
    assert rows[0] != rows[1] != rows[2]


def test_the_reading_under_review_is_marked(qtbot: QtBot) -> None:
    one = entry()
    assert painted(qtbot, one)[1] != painted(qtbot, one, opened=0)[1]
