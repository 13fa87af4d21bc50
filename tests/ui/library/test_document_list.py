"""The list view by its keys."""

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from annotator.ui.library.document_list import DocumentList
from annotator.ui.library.document_model import DocumentModel
from tests.ui.library.shelf import shelf, with_copies


def _shown(qtbot: QtBot, count: int, *, copies: bool = False) -> DocumentList:
    model = DocumentModel()
    view = DocumentList(model)
    model.setParent(view)
    model.set_documents(with_copies(count) if copies else shelf(count))
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


def test_right_and_left_ask_to_unfold_and_to_fold(qtbot: QtBot) -> None:
    view = _shown(qtbot, 20, copies=True)
    view.setCurrentIndex(view.model().index(0, 0))
    for direction, unfold in ((Qt.LayoutDirection.LeftToRight, True), (Qt.LayoutDirection.RightToLeft, False)):
        view.setLayoutDirection(direction)
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            with qtbot.waitSignal(view.fold_asked) as asked:
                qtbot.keyClick(view, key)
            assert asked.args is not None
            assert (asked.args[0].row(), asked.args[1]) == (0, unfold == (key == Qt.Key.Key_Right))


def test_left_on_a_copy_goes_up_to_its_row_and_rows_without_copies_know_no_folding(qtbot: QtBot) -> None:
    view = _shown(qtbot, 20, copies=True)
    model = view.model()
    assert isinstance(model, DocumentModel)
    model.set_expanded(model.shown[0].id, expanded=True)
    view.setCurrentIndex(model.index(3, 0))
    with qtbot.assertNotEmitted(view.fold_asked):
        qtbot.keyClick(view, Qt.Key.Key_Right)
        qtbot.keyClick(view, Qt.Key.Key_Left)
        assert view.currentIndex().row() == 0
        view.setCurrentIndex(model.index(6, 0))
        qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.currentIndex().row() == 6


def test_a_click_on_the_mark_folds_and_opens_nothing(qtbot: QtBot) -> None:
    view = _shown(qtbot, 20, copies=True)
    row = view.visualRect(view.model().index(0, 0))
    left = Qt.MouseButton.LeftButton
    with qtbot.assertNotEmitted(view.chosen), qtbot.waitSignal(view.fold_asked) as asked:
        qtbot.mouseClick(view.viewport(), left, pos=row.bottomLeft() + QPoint(16, -12))
    assert asked.args is not None
    assert asked.args[1] is True
    for index, place in ((0, row.center()), (1, view.visualRect(view.model().index(1, 0)).bottomLeft())):
        with qtbot.assertNotEmitted(view.fold_asked), qtbot.waitSignal(view.chosen) as chosen:
            qtbot.mouseClick(view.viewport(), left, pos=place + QPoint(16, -12))
        assert chosen.args is not None
        assert chosen.args[0].row() == index
