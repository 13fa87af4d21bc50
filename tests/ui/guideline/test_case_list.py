"""Cases that were decided earlier, as rows."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID, uuid4

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.records import AnnotationRecord
from annotator.core.spans import Span
from annotator.operations.cases import DecidedCase
from annotator.operations.label_sets import shipped_label_set
from annotator.ui.guideline.case_list import CaseList

LABELS = shipped_label_set("newsroom")


def case(label: str = "denial", note: str = "", **attributes: str) -> DecidedCase:
    at = datetime(2026, 5, 4, 12, tzinfo=UTC)
    record = AnnotationRecord(uuid4(), uuid4(), label, (Span(0, 9),), "Ben", note, "manual", at, attributes=attributes)
    return DecidedCase(record, "The mayor denied it.", "Bridge", ("denied",), 9.0)


def shown(qtbot: QtBot, *cases: DecidedCase) -> CaseList:
    made = CaseList()
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show_cases(cases, LABELS, "light")
    return made


def test_a_row_says_label_who_sentence_and_why(qtbot: QtBot) -> None:
    made = shown(qtbot, case(note="It answers the report."), case(certainty="unsure"), case())
    rows = [made.list.item(row).text().split("\n") for row in range(made.list.count())]
    assert [row[0].split(" · ")[:2] for row in rows] == [["Denial", "Ben"]] * 3
    assert [row[1] for row in rows] == ["The mayor denied it."] * 3
    assert [row[2:] for row in rows] == [["Note: It answers the report."], ["Decided as unsure"], []]
    assert made.words.text() == "Decided earlier, with “denied”"
    assert not made.list.item(0).icon().isNull()


def test_none_is_said_and_a_label_that_never_was_is_shown_by_its_key(qtbot: QtBot) -> None:
    assert shown(qtbot).words.text().startswith("Nothing like it")
    assert not shown(qtbot).list.isVisible()
    assert shown(qtbot, case("strange")).list.item(0).text().startswith("strange · Ben")


def test_enter_opens_a_case(qtbot: QtBot) -> None:
    one, other = case(), replace(case(), title="Tunnel")
    made, told = shown(qtbot, one, other), list[tuple[UUID, UUID]]()
    made.chosen.connect(lambda *ids: told.append(ids))
    made.list.setCurrentRow(1)
    QTest.keyClick(made.list, Qt.Key.Key_Return)
    assert told == [(other.annotation.document_id, other.annotation.id)]
