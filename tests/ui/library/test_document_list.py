"""The list view by its keys."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.ui.library.document_list import DocumentList
from annotator.ui.library.document_model import DocumentModel
from tests.ui.library.shelf import shelf


def _shown(qtbot: QtBot, count: int) -> DocumentList:
    model = DocumentModel()
    view = DocumentList(model)
    model.setParent(view)
    model.set_documents(shelf(count))
    qtbot.addWidget(view)
    view.resize(240, 300)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_enter_chooses_and_delete_asks(qtbot: QtBot) -> None:
    view = _shown(qtbot, 3)
    view.setCurrentIndex(view.model().index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.remove_asked) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert chosen.args is not None
    assert asked.args is not None
    assert (chosen.args[0].row(), asked.args[0].row()) == (1, 1)


def test_up_from_the_first_row_leaves_the_list(qtbot: QtBot) -> None:
    view = _shown(qtbot, 3)
    view.setCurrentIndex(view.model().index(1, 0))
    with qtbot.assertNotEmitted(view.left_above):
        qtbot.keyClick(view, Qt.Key.Key_Up)
    with qtbot.waitSignal(view.left_above):
        qtbot.keyClick(view, Qt.Key.Key_Up)
