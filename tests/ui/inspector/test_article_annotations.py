"""Counts and list of the open article's annotations."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.ui.inspector.article_annotations import ArticleAnnotations
from annotator.ui.inspector.label_chip import LabelChip
from tests.ui.inspector.passages import newsroom, tagged


def test_counts_follow(qtbot: QtBot) -> None:
    part = ArticleAnnotations()
    qtbot.addWidget(part)
    part.set_labels(newsroom(), "light")
    part.model.set_annotations([(tagged(start), "text") for start in range(3)])
    part.tell_counts()
    assert [chip.accessibleName() for chip in part.findChildren(LabelChip)] == ["Claim 3", "Denial 0", "Quote 0"]


def test_enter_on_a_row_chooses_it(qtbot: QtBot) -> None:
    part = ArticleAnnotations()
    qtbot.addWidget(part)
    part.model.set_annotations([(tagged(start), "text") for start in range(3)])
    part.show()
    part.show_open(1)
    with qtbot.waitSignal(part.row_chosen) as chosen:
        qtbot.keyClick(part.list_view, Qt.Key.Key_Return)
    assert chosen.args is not None
    assert chosen.args[0].row() == 1
