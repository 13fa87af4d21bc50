"""What is too long for a box ends in “…”, and only that."""

from pytestqt.qtbot import QtBot

from annotator.ui.elided_box import ElidedBox


def test_words_end_where_the_room_does(qtbot: QtBot) -> None:
    box = ElidedBox()
    qtbot.addWidget(box)
    box.addItems(["A very long title of an article about the bridge over the river", "Short"])
    box.resize(140, box.sizeHint().height())
    box.show()
    assert box.shown_words().endswith("…")
    assert box.currentText().startswith(box.shown_words()[:-1])
    assert not box.grab().isNull()
    box.setCurrentIndex(1)
    assert box.shown_words() == "Short"
