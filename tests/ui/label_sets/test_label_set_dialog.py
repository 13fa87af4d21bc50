"""The dialog: what is chosen is shown, what is done is told before it is applied."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QListWidget, QPlainTextEdit
from pytestqt.qtbot import QtBot

from annotator.core.label_changes import KINDS, parts
from annotator.operations.label_usage import Usage
from annotator.ui.label_sets.label_set_dialog import LabelSetDialog
from annotator.ui.label_sets.merge_dialog import MergeDialog
from annotator.ui.theme import read_theme
from tests.ui.label_sets.sets import NEWSROOM


@pytest.fixture
def dialog(qtbot: QtBot) -> LabelSetDialog:
    made = LabelSetDialog(None, NEWSROOM, {}, read_theme("light"), lambda _set, _label: ())
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_it_fits_a_small_screen(dialog: LabelSetDialog) -> None:
    assert dialog.minimumSizeHint().width() <= 1000
    assert dialog.minimumSizeHint().height() <= 660


def test_looking_at_every_part_changes_nothing(dialog: LabelSetDialog) -> None:
    for kind in KINDS:
        for part in parts(NEWSROOM, kind):
            dialog.tree.choose(kind, part.key)
            assert dialog.stack.currentWidget() is dialog.forms[kind]
    dialog.tree.choose("set", "")
    assert dialog.stack.currentWidget() is dialog.set_form
    assert not dialog.draft.can_undo
    assert dialog.words.text() == "Nothing has been changed yet."
    assert not dialog.apply.isEnabled()


def test_the_guideline_is_there_for_labels_and_for_all(dialog: LabelSetDialog) -> None:
    for kind, key, there in (("labels", "claim", True), ("set", "", True), ("attributes", "medium", False)):
        dialog.tree.choose(kind, key)
        assert dialog.tabs.isTabVisible(1) is there
    dialog.tree.choose("labels", "claim")
    dialog.guideline.text.setPlainText("Our rule.")
    assert dialog.change_lines() == ["The newsroom’s own guideline"]
    assert dialog.apply.isEnabled()


def test_keys_put_labels_in_order_and_take_it_back(dialog: LabelSetDialog) -> None:
    QTest.keyClick(dialog.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [label.key for label in dialog.draft.label_set.main] == ["denial", "claim", "quote"]
    assert dialog.tree.chosen() == ("labels", "claim")
    QTest.keyClick(dialog.tree, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dialog.draft.label_set == NEWSROOM


def test_retiring_and_bringing_back_are_one_button(dialog: LabelSetDialog) -> None:
    dialog.tree.choose("attributes", "medium")
    dialog.buttons["retire"].click()
    assert dialog.change_lines() == ["Field “Medium” retired"]
    assert dialog.buttons["retire"].text() == "Bring back"
    dialog.buttons["retire"].click()
    assert not dialog.draft.differs
    dialog.tree.choose("rules", "long_quote")
    assert dialog.buttons["retire"].text() == "Take out"


@pytest.mark.parametrize("kind", KINDS)
def test_a_part_of_each_kind_is_added_and_has_the_keyboard(dialog: LabelSetDialog, kind: str) -> None:
    dialog.tree.choose(kind, "")
    dialog.buttons["add"].click()
    focus: Any = dialog.focusWidget()
    QTest.keyClicks(focus, "Fresh")
    assert dialog.tree.chosen()[0] == kind
    made = parts(dialog.draft.label_set, kind)
    assert any("Fresh" in str(getattr(part, "title", "") or getattr(part, "message", "")) for part in made)
    assert dialog.draft.problem() == ""
    assert dialog.apply.isEnabled()


@pytest.mark.parametrize("kind", ["labels", "attributes", "relations"])
def test_the_key_of_a_new_part_is_made_from_its_title(dialog: LabelSetDialog, kind: str) -> None:
    dialog.tree.choose(kind, "")
    dialog.buttons["add"].click()
    focus: Any = dialog.focusWidget()
    QTest.keyClicks(focus, "Public apology")
    assert focus is dialog.focusWidget()
    assert dialog.tree.chosen() == (kind, "public_apology")
    assert dialog.forms[kind].key.text() == "public_apology"
    dialog.buttons["up"].click()
    QTest.keyClicks(focus, " or none")
    assert dialog.tree.chosen() == (kind, "public_apology")
    assert dialog.draft.problem() == ""


def test_what_does_not_hold_together_cannot_be_applied(dialog: LabelSetDialog) -> None:
    form: Any = dialog.forms["labels"]
    form.shortcut.selectAll()
    QTest.keyClicks(form.shortcut, "2")
    assert "same shortcut" in dialog.words.text()
    assert not dialog.apply.isEnabled()


def test_a_merge_says_before_how_many_change(dialog: LabelSetDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    usage, told = Usage(), list[str]()
    usage.labels["denial"] = 12
    dialog.set_usage(usage)

    def ask(_parent: object, _title: str, into: list[tuple[str, str]], words: Any) -> str:
        told.extend([into[0][0], words(into[0][0])])
        return into[0][0]

    monkeypatch.setattr(MergeDialog, "ask", ask)
    dialog.tree.choose("labels", "denial")
    dialog.buttons["merge"].click()
    assert told == ["claim", "12 annotations will change."]
    assert dialog.draft.merges[0].into == "claim"
    assert dialog.change_lines()[0] == "“Denial” becomes “Claim”: 12 annotations"


def test_a_value_is_merged_with_another(dialog: LabelSetDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MergeDialog, "ask", lambda *_given: "other")
    dialog.tree.choose("attributes", "claim_kind")
    form: Any = dialog.forms["attributes"]
    form.values.list.setCurrentRow(4)
    form.values.merge_button.click()
    assert dialog.draft.merges[0][:4] == ("attributes", "comparison", "other", "claim_kind")


def test_nothing_is_dropped_without_a_word(dialog: LabelSetDialog) -> None:
    dialog.buttons["retire"].click()
    dialog.reject()
    assert dialog.isVisible()
    assert "not applied" in dialog.words.text()
    dialog.reject()
    assert not dialog.isVisible()


def test_everything_has_a_name_for_who_listens(dialog: LabelSetDialog) -> None:
    kinds = (QComboBox, QLineEdit, QPlainTextEdit, QListWidget, QAbstractButton)
    inner = ("qt_", "ScrollLeft", "ScrollRight")
    parts_of = [one for kind in kinds for one in dialog.findChildren(kind) if not one.objectName().startswith(inner)]
    nameless = [one for one in parts_of if not one.accessibleName() and not getattr(one, "text", str)()]
    seen = [one for one in nameless if not dialog.preview.isAncestorOf(one)]
    assert seen == []


def test_enter_in_a_line_of_text_applies_nothing(dialog: LabelSetDialog, qtbot: QtBot) -> None:
    form: Any = dialog.forms["labels"]
    form.title.setFocus()
    QTest.keyClicks(form.title, "x")
    with qtbot.assertNotEmitted(dialog.apply_requested):
        QTest.keyClick(form.title, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_boxes_are_ticked_with_space_one_after_the_other(dialog: LabelSetDialog) -> None:
    dialog.tree.choose("attributes", "medium")
    form: Any = dialog.forms["attributes"]
    form.labels.setFocus()
    form.labels.setCurrentRow(0)
    for _ in range(2):
        QTest.keyClick(form.labels, Qt.Key.Key_Space)
        QTest.keyClick(form.labels, Qt.Key.Key_Down)
    assert form.labels.currentRow() == 2
    assert dialog.draft.label_set.attribute("medium").labels == ("claim", "denial", "quote")


def test_a_value_is_renamed_where_it_stands(dialog: LabelSetDialog, qtbot: QtBot) -> None:
    dialog.tree.choose("attributes", "medium")
    form: Any = dialog.forms["attributes"]
    form.values.list.setFocus()
    form.values.list.setCurrentRow(1)
    QTest.keyClick(form.values.list, Qt.Key.Key_F2)
    field: Any = form.values.list.findChild(QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, "letters")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.draft.can_undo)
    assert dialog.change_lines() == ["Value “writing” is called “letters”"]
    assert form.values.list.currentRow() == 1
    assert dialog.isVisible()
