"""Attributes and sources by key, on the disk at once; several annotations at once; what is told of problems."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from annotator.core.schema import Severity
from annotator.errors import ProjectError
from annotator.operations import annotations, describing, history, relations, sources
from tests.ui.stage import Stage

ARTICLE = (
    "Wali Kota Rina Hartono menegaskan bahwa jembatan aman.\n\n"
    "“Kami sudah memeriksanya,” kata Rina.\n\nWarga menuduh camat menerima uang.\n"
)
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def press(stage: Stage, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key, modifier)
        QApplication.processEvents()


def field(stage: Stage, key: str) -> Any:
    return stage.window.inspector.card.form.page.fields[key]


def on_disk(stage: Stage) -> list[Any]:
    ids = [record.id for record in stage.window.reader.annotations()]
    return annotations.read_annotations(stage.session.workspace, ids)


def names(stage: Stage) -> list[str]:
    ties = describing.read_ties(stage.session.workspace, stage.document.id)
    known = {source.id: source.name for source in ties.sources}
    return [known[link.source_id] for link in ties.relations if link.source_id]


def test_s_and_enter_name_whom_the_article_names(stage: Stage) -> None:
    stage.start().load(ARTICLE)
    press(stage, Key.Key_3, Key.Key_S, Key.Key_Return)
    assert stage.window.reader.hasFocus()
    press(stage, Key.Key_Down, Key.Key_3, Key.Key_S)
    assert field(stage, "attributed_to").choices.words() == "Wali Kota Rina Hartono"
    press(stage, Key.Key_Return)
    assert names(stage) == ["Wali Kota Rina Hartono"] * 2
    assert len(sources.read_sources(stage.session.workspace)) == 1
    stage.settle()
    assert field(stage, "attributed_to").findChildren(QLineEdit)[0].text() == "Wali Kota Rina Hartono"


def test_a_new_source_is_one_step_back(stage: Stage) -> None:
    stage.start().load(ARTICLE)
    press(stage, Key.Key_3, Key.Key_S, Key.Key_Return)
    press(stage, Key.Key_Z, modifier=CONTROL)
    stage.settle()
    assert names(stage) == []
    assert sources.read_sources(stage.session.workspace) == []
    assert field(stage, "attributed_to").findChildren(QLineEdit)[0].text() == ""


def test_a_field_is_on_the_disk_with_the_key_that_changes_it(stage: Stage) -> None:
    stage.start().load(ARTICLE)
    press(stage, Key.Key_1)
    stage.settle()
    stage.window.inspector.focus_field("accuses")
    press(stage, Key.Key_A, Key.Key_N)
    (claim,) = on_disk(stage)
    assert dict(claim.attributes) == {"accuses": "organisation"}
    stage.settle()
    assert field(stage, "reply_status").isVisible()
    press(stage, Key.Key_Escape)
    assert stage.window.reader.hasFocus()


def test_tab_leads_from_the_text_to_the_first_field(stage: Stage) -> None:
    stage.start().load(ARTICLE)
    press(stage, Key.Key_1)
    stage.settle()
    seen = []
    for _ in range(5):
        press(stage, Key.Key_Tab)
        seen.append(QApplication.focusWidget().accessibleName())
    assert seen[seen.index("Source") :][:4] == ["Source", "Voice", "Kind", "Accuses"][: 5 - seen.index("Source")]
    assert seen.index("Source") <= 1


def test_several_tags_are_edited_at_once_and_taken_back_at_once(stage: Stage) -> None:
    stage.start().load(ARTICLE)
    press(stage, Key.Key_1, Key.Key_M, Key.Key_Down, Key.Key_1, Key.Key_M, Key.Key_Down)
    stage.settle()
    assert len(stage.window.inspector.chosen) == 2
    assert stage.window.inspector.card.several.text().startswith("2 annotations are chosen")
    stage.window.inspector.focus_field("voice")
    press(stage, Key.Key_T)
    assert [dict(one.attributes) for one in on_disk(stage)] == [{"voice": "outlet"}] * 2
    history.undo(stage.session.workspace, stage.session.annotator_id)
    assert [dict(one.attributes) for one in on_disk(stage)] == [{}, {}]


def test_a_source_for_several_at_once(stage: Stage) -> None:
    stage.start().load(ARTICLE)
    press(stage, Key.Key_1, Key.Key_M, Key.Key_Down, Key.Key_3, Key.Key_M, Key.Key_S, Key.Key_Return)
    assert names(stage) == ["Wali Kota Rina Hartono"] * 2


def test_escape_lets_the_chosen_ones_go_before_anything_else(stage: Stage) -> None:
    stage.start().load(ARTICLE)
    press(stage, Key.Key_1, Key.Key_M)
    press(stage, Key.Key_Left, modifier=CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert stage.window.reader.has_selection()
    press(stage, Key.Key_Escape)
    assert stage.window.inspector.chosen == ()
    assert stage.window.reader.has_selection()
    press(stage, Key.Key_Escape)
    assert not stage.window.reader.has_selection()


def test_m_again_takes_one_out_and_a_removed_one_is_none(stage: Stage) -> None:
    stage.start().load(ARTICLE)
    press(stage, Key.Key_1, Key.Key_M, Key.Key_M)
    assert stage.window.inspector.chosen == ()
    press(stage, Key.Key_M, Key.Key_Delete)
    stage.settle()
    assert stage.window.inspector.chosen == ()
    assert not stage.window.inspector.card.isVisible()


def test_what_needs_a_tag_says_so(stage: Stage) -> None:
    stage.start().load(ARTICLE)
    press(stage, Key.Key_S)
    assert stage.window.strip.state.startswith("A source belongs to a tag")
    press(stage, Key.Key_M)
    assert stage.window.strip.state.startswith("Only tags can be chosen")
    press(stage, Key.Key_7, Key.Key_S)
    assert stage.window.strip.state.startswith("This label names no source")


def test_soft_problems_are_told_at_once_and_hard_ones_when_the_article_was_checked(stage: Stage) -> None:
    stage.start().load(ARTICLE)
    press(stage, Key.Key_1)
    stage.settle()
    assert field(stage, "attributed_to").problem.startswith("Whose claim is it?")
    press(stage, Key.Key_Down, Key.Key_3)
    stage.settle()
    (shown,) = stage.window.inspector.card.form.shown
    assert [one.severity for one in shown.problems] == []
    stage.session.describing.show_checked(stage.document.id)
    assert field(stage, "attributed_to").problem.startswith("To be put right: Say whose words")
    press(stage, Key.Key_S, Key.Key_Return)
    assert field(stage, "attributed_to").problem == ""
    assert all(one.severity is Severity.SOFT for one in shown.problems)


def test_what_cannot_be_saved_is_shown_as_it_was(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ProjectError("The disk is full.")

    stage.start().load(ARTICLE)
    press(stage, Key.Key_1)
    stage.settle()
    monkeypatch.setattr(annotations, "set_attributes", fail)
    stage.window.inspector.focus_field("voice")
    press(stage, Key.Key_T)
    assert stage.window.banner.notice.text == "The disk is full."
    assert field(stage, "voice").findChildren(QComboBox)[0].currentText() == "reported"


def test_a_protected_source_is_shown_under_its_mask(stage: Stage) -> None:
    stage.start().load(ARTICLE)
    press(stage, Key.Key_3, Key.Key_S, Key.Key_Return)
    (source,) = sources.read_sources(stage.session.workspace)
    sources.set_source_details(stage.session.workspace, source.id, stage.session.annotator_id, protected=True)
    stage.settle()
    assert field(stage, "attributed_to").findChildren(QLineEdit)[0].text() == "Protected source 1"
    press(stage, Key.Key_Down, Key.Key_3, Key.Key_S)
    assert field(stage, "attributed_to").choices.words() == "Protected source 1"


def test_after_the_project_nothing_is_described(stage: Stage) -> None:
    stage.start().load(ARTICLE)
    press(stage, Key.Key_1, Key.Key_M)
    stage.app.projects.close()
    assert stage.window.inspector.chosen == ()
    assert stage.window.inspector.card.form.shown == ()


def test_the_history_says_what_was_set_named_and_linked(stage: Stage) -> None:
    stage.start().load(ARTICLE)
    press(stage, Key.Key_1, Key.Key_S, Key.Key_Return)
    (record,) = stage.window.reader.annotations()
    who = stage.session.annotator_id
    annotations.set_attributes(stage.session.workspace, [record.id], {"claim_kind": "quantity"}, who)
    stage.window.inspector.history.set_unfolded(True)
    words = stage.window.inspector.history.words()
    assert "set “Kind” to “quantity”" in words
    assert "named “Wali Kota Rina Hartono” as “Source”" in words


def test_control_enter_makes_a_source_in_its_field_and_ends_a_note_in_its_own(stage: Stage) -> None:
    stage.start().load(ARTICLE)
    press(stage, Key.Key_3, Key.Key_S)
    QTest.keyClicks(QApplication.focusWidget(), "Wali")
    press(stage, Key.Key_Return, modifier=CONTROL)
    assert names(stage) == ["Wali"]
    press(stage, Key.Key_N)
    QTest.keyClicks(QApplication.focusWidget(), "why")
    press(stage, Key.Key_Return, modifier=CONTROL)
    assert stage.window.reader.hasFocus()
    assert [one.note for one in on_disk(stage)] == ["why"]


def test_labels_that_have_no_field_in_common_say_so(stage: Stage) -> None:
    stage.start().load(ARTICLE)
    press(stage, Key.Key_1, Key.Key_M, Key.Key_Down, Key.Key_7, Key.Key_M)
    assert "no field in common" in stage.window.strip.state
    assert "no field in common" in stage.window.inspector.card.several.text()
    press(stage, Key.Key_S)
    assert stage.window.strip.state.startswith("Not all of the chosen")
    press(stage, Key.Key_M, Key.Key_Down, Key.Key_3, Key.Key_M)
    assert "changes in all of them" in stage.window.inspector.card.several.text()


def test_the_chips_of_several_sources_are_on_the_way_of_the_keyboard(stage: Stage) -> None:
    stage.start().load(ARTICLE)
    press(stage, Key.Key_3)
    (record,) = stage.window.reader.annotations()
    workspace, who = stage.session.workspace, stage.session.annotator_id
    made = [sources.add_source(workspace, name, who).id for name in ("Ana", "Bea")]
    relations.set_sources(workspace, [record.id], "addressed_to", made, who)
    stage.settle()
    stage.window.inspector.focus_field("addressed_to")  # unfolds what it stands in
    stage.window.inspector.card.form.page.fold.setFocus()
    way = []
    for _ in range(4):
        press(stage, Key.Key_Tab)
        way.append(QApplication.focusWidget().accessibleName())
    assert way == ["Take Ana away", "Take Bea away", "Said to", "Medium"]
    press(stage, Key.Key_Backtab, Key.Key_Backtab)
    press(stage, Key.Key_Space)
    stage.settle()
    assert names(stage) == ["Ana"]
    assert QApplication.focusWidget().accessibleName() == "Said to"  # what was taken away has the keyboard no more
