"""The page of the audit trail by itself: what is chosen is what is asked."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core.people import Person
from annotator.core.schema import LabelSet
from annotator.operations.label_sets import shipped_label_set
from annotator.operations.trail import Question, Trail
from annotator.ui.audit.page import AuditPage


@pytest.fixture
def page(qtbot: object, label_set: LabelSet) -> AuditPage:
    made = AuditPage()
    qtbot.addWidget(made)  # type: ignore[attr-defined]
    return made


@pytest.fixture
def label_set() -> LabelSet:
    return shipped_label_set("newsroom")


def test_what_is_chosen_is_asked(page: AuditPage, label_set: LabelSet) -> None:
    ana = Person(uuid4(), "Ana", "A")
    asked: list[Question] = []
    page.asked.connect(asked.append)
    page.prepare(None, [ana], label_set.labels, label_set, lambda _key: "")
    page.person.setCurrentIndex(1)
    page.label.setCurrentIndex(2)
    page.since.setCurrentIndex(1)
    page.ask_again()
    (question,) = asked
    assert (question.document_id, question.annotator_id, question.label) == (None, ana.id, label_set.labels[1].key)
    assert question.since is not None
    assert page.as_of.isHidden()


def test_nothing_was_done(page: AuditPage) -> None:
    page.show_trail(Trail((), None))
    assert page._says.text() == "Nothing of that kind was done."


def test_escape_leaves(page: AuditPage) -> None:
    left: list[bool] = []
    page.left.connect(lambda: left.append(True))
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert left == [True]
