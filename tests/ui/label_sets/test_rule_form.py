"""The form of a rule."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.schema import Severity
from annotator.core.schema_file import CHECKS
from annotator.ui.label_sets.rule_form import RuleForm
from tests.ui.label_sets.sets import NEWSROOM

RULES = {rule.key: rule for rule in NEWSROOM.rules}


def shown(qtbot: QtBot, key: str) -> tuple[RuleForm, list[dict[str, Any]]]:
    form, told = RuleForm(), list[dict[str, Any]]()
    qtbot.addWidget(form)
    form.edited.connect(told.append)
    form.show_part(NEWSROOM, RULES[key], is_new=False)
    return form, told


def test_a_rule_is_shown_and_what_is_changed_is_told(qtbot: QtBot) -> None:
    form, told = shown(qtbot, "denial_has_a_target")
    assert set(form.needs.keys()) == {"denies", "denied_text", "responds_to"}
    assert form.severity.currentText() == "put right before it is handed in"
    assert told == []
    form.severity.setCurrentIndex(form.severity.findData("soft"))
    form.severity.activated.emit(0)
    form.needs.tick("note", on=True)
    form.at_most.setValue(300)
    QTest.keyClicks(form.message, "!")
    assert told[0] == {"severity": Severity.SOFT}
    assert "note" in told[1]["needs"]
    assert told[2] == {"at_most": 300}
    assert told[3]["message"].startswith("!Say what")


def test_a_check_of_the_program_is_chosen(qtbot: QtBot) -> None:
    form, told = shown(qtbot, "direct_has_marks")
    assert form.check.currentText() == "quotation marks stand around it"
    QTest.keyClick(form.check, Qt.Key.Key_Down)
    assert told == [{"check": "balanced_marks"}]
    assert shown(qtbot, "unsure_says_why")[0].check.currentData() == ""


def test_every_check_there_is_can_be_chosen(qtbot: QtBot) -> None:
    form, _told = shown(qtbot, "direct_has_marks")
    assert tuple(form.check.itemData(row) for row in range(form.check.count())) == CHECKS
