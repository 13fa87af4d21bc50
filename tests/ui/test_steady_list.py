"""The steady list: choosing, and changes that lay nothing out anew."""

from PySide6.QtCore import QStringListModel, Qt
from pytestqt.qtbot import QtBot

from annotator.ui.steady_list import SteadyList


def _shown(qtbot: QtBot, rows: list[str]) -> SteadyList:
    view = SteadyList(QStringListModel(rows))
    view.model().setParent(view)
    qtbot.addWidget(view)
    view.resize(240, 300)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_the_ring_moves_without_choosing_and_enter_chooses(qtbot: QtBot) -> None:
    view = _shown(qtbot, ["one", "two", "three"])
    view.setCurrentIndex(view.model().index(0, 0))
    with qtbot.assertNotEmitted(view.chosen):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args is not None
    assert chosen.args[0].row() == 1


def test_a_click_chooses(qtbot: QtBot) -> None:
    view = _shown(qtbot, ["one", "two"])
    with qtbot.waitSignal(view.chosen):
        qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(1, 0)).center()
        )


def test_a_changed_row_is_painted_anew(qtbot: QtBot) -> None:
    view = _shown(qtbot, ["one", "two"])
    before = view.grab().toImage()
    with qtbot.waitSignal(view.model().dataChanged):
        view.model().setData(view.model().index(0, 0), "changed")
    assert view.grab().toImage() != before


def test_a_changed_row_does_not_lay_the_list_out_again(qtbot: QtBot) -> None:
    class Counting(SteadyList):
        layouts = 0

        def doItemsLayout(self) -> None:
            self.layouts += 1
            super().doItemsLayout()

    view = Counting(QStringListModel([str(row) for row in range(50)]))
    view.model().setParent(view)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitExposed(view)
    before = view.layouts
    view.model().setData(view.model().index(0, 0), "changed")
    qtbot.wait(20)
    assert before > 0
    assert view.layouts == before


def test_an_empty_list_says_why(qtbot: QtBot) -> None:
    view = _shown(qtbot, [])
    before = view.grab().toImage()
    view.empty_text = "Nothing here."
    view.viewport().update()
    assert view.grab().toImage() != before


def test_home_and_end_go_to_the_first_and_last_row(qtbot: QtBot) -> None:
    view = _shown(qtbot, ["one", "two", "three"])
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == 2
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.currentIndex().row() == 0


def test_rows_grow_with_the_text_size(qtbot: QtBot) -> None:
    view = _shown(qtbot, ["one", "two"])
    before = view.rowHeight(0)
    font = view.font()
    font.setPointSizeF(30)
    view.setFont(font)
    assert view.rowHeight(0) > before
    assert view.rowHeight(0) >= view.fontMetrics().height()


def test_words_of_an_empty_list_that_is_one_row_high_stand_within_it(qtbot: QtBot) -> None:
    view = _shown(qtbot, [])
    view.empty_text = "Nothing is here."
    view.setFixedHeight(36)
    image = view.viewport().grab().toImage()
    paper = image.pixelColor(0, 0)
    inked = [y for y in range(36) if any(image.pixelColor(x, y) != paper for x in range(240))]
    assert 4 < min(inked) < max(inked) < 32
