"""The article under review: which signs stand on it."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.operations import review
from annotator.operations.corrections import Correction, correct
from annotator.ui.review.article_pane import ArticlePane
from tests.store.desk import Desk
from tests.ui.review.readings import reading


def test_each_annotation_has_its_sign_and_what_was_corrected_is_struck(qtbot: QtBot, desk: Desk, article: UUID) -> None:
    claim, denial, quote = (one.annotation for one in reading(desk, article).annotations)
    pane = ArticlePane()
    qtbot.addWidget(pane)
    pane.show_reading(reading(desk, article))
    assert [span.mark for span in pane.spans] == ["•", "•", "•"]
    review.approve(desk.workspace, [claim.id], desk.ben)
    made = correct(desk.workspace, denial.id, Correction(label="quote"), desk.ben)
    pane.show_standings(reading(desk, article))
    assert [(span.id, span.mark, span.struck) for span in pane.spans] == [
        (claim.id, "✓", False),
        (denial.id, "", True),
        (made.id, "✎", False),
        (quote.id, "•", False),
    ]
    assert pane.spans[0].tip == "Claim: approved"
    assert pane.accessibleName()


def test_only_keys_that_turn_pages_are_taken(qtbot: QtBot, desk: Desk) -> None:
    long = desk.load("\n\n".join(f"Paragraph {number} of the town." for number in range(80)))
    pane = ArticlePane()
    qtbot.addWidget(pane)
    pane.resize(400, 200)
    pane.show_reading(reading(desk, long))
    pane.show()
    QTest.keyClick(pane, Qt.Key.Key_Down)
    assert pane.verticalScrollBar().value() == 0
    QTest.keyClick(pane, Qt.Key.Key_Space)
    turned = pane.verticalScrollBar().value()
    assert turned > 100
    QTest.keyClick(pane, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert pane.verticalScrollBar().value() == 0
    QTest.keyClick(pane, Qt.Key.Key_PageDown)
    assert pane.verticalScrollBar().value() > 100
