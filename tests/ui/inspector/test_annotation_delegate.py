"""How a row of the inspector's list is painted."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.records import AnnotationRecord
from annotator.ui.inspector.annotation_delegate import AnnotationDelegate
from annotator.ui.inspector.annotation_model import AnnotationModel
from annotator.ui.steady_list import SteadyList
from tests.ui.inspector.passages import newsroom, tagged


def _picture(qtbot: QtBot, record: AnnotationRecord, text: str, *, is_open: bool = False) -> QImage:
    model = AnnotationModel()
    view = SteadyList(model)
    model.setParent(view)
    view.setItemDelegate(AnnotationDelegate(view))
    model.set_labels(newsroom(), "light")
    model.set_annotations([(record, text)])
    model.set_open(record.id if is_open else None)
    qtbot.addWidget(view)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its ring would reach the edges
    view.resize(260, 60)
    view.show()
    QApplication.processEvents()
    return view.grab(view.visualRect(model.index(0))).toImage()


def test_labels_look_different_before_their_text(qtbot: QtBot) -> None:
    claim, denial = (_picture(qtbot, tagged(label=label), "same") for label in ("claim", "denial"))
    assert claim != denial


def test_long_text_of_any_script_stays_inside(qtbot: QtBot) -> None:
    for text in ("word " * 100, "كلمة " * 100):
        image = _picture(qtbot, tagged(), text)
        ground = image.pixel(image.width() - 1, image.height() // 2)
        edge = [image.pixel(x, y) for x in range(image.width() - 12, image.width()) for y in range(5, 15)]
        assert set(edge) == {ground}


def test_the_selected_one_is_marked(qtbot: QtBot) -> None:
    record = tagged()
    assert _picture(qtbot, record, "same") != _picture(qtbot, record, "same", is_open=True)
