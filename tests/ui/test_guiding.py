"""G opens the guideline beside the text; it follows what is in focus and shows how like cases were decided."""

from threading import get_ident
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest

from annotator.core import label_changes
from annotator.core.rulings import RulingVerdict
from annotator.core.spans import Span
from annotator.operations import annotations, annotators, cases_of_guideline, documents, label_sets, sources
from annotator.operations.cases_of_guideline import GuidelineCase, guideline_cases
from annotator.operations.readings import put_reading
from annotator.operations.rulings import Choice, make_case, rule
from annotator.store.workspace import Workspace
from annotator.ui import guiding
from tests.ui.disputes.disputed_stage import disputed_here
from tests.ui.stage import Stage

HERE = "Menteri membantah kabar itu.\n\nHarga beras naik.\n"
ELSEWHERE = "Bank tidak tahu.\n\nDirektur membantah tuduhan itu. Rapat ditunda.\n"


@pytest.fixture
def opened(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """An article that somebody has decided on, and another that is open."""
    monkeypatch.setattr(guiding, "_STAYS_MILLISECONDS", 20)
    stage.start().load(ELSEWHERE)
    other, workspace = stage.document.id, stage.session.workspace
    ben = annotators.find_or_add_annotator(workspace, "Ben")
    start = ELSEWHERE.index("Direktur")
    annotations.add_annotation(workspace, other, [Span(start, start + 32)], "denial", ben, note="Bukan penolakan.")
    stage.load(HERE)
    for document_id in (other, stage.document.id):
        documents.set_language(workspace, document_id, "id", ben)
    stage.settle()
    return stage


def press(stage: Stage, key: str) -> None:
    QTest.keyClicks(stage.window.focusWidget(), key)
    stage.qtbot.wait(60)


def panel(stage: Stage) -> Any:
    found = stage.session.guiding._panel
    assert found is not None
    return found


def test_g_shows_the_rule_for_the_label_in_focus(opened: Stage) -> None:
    press(opened, "2")
    press(opened, "g")
    assert panel(opened).isVisible()
    assert panel(opened).key == "denial"
    assert "X denies that" in panel(opened).text.toPlainText()
    assert panel(opened).version.text() == "Made under this version of the guideline, 2."
    assert opened.window.focusWidget() is panel(opened).text


def test_g_shows_the_rule_for_the_label_that_is_suggested(opened: Stage) -> None:
    opened.qtbot.waitUntil(lambda: bool(opened.session.suggesting.proposed_label))
    press(opened, "g")
    assert panel(opened).key == "denial"
    press(opened, "r")  # in the panel it rejects nothing
    opened.session.guiding.leave()
    press(opened, "r")
    opened.settle()
    assert opened.session.suggesting.proposed_label == ""


def test_the_sentence_in_focus_stays_in_view(opened: Stage) -> None:
    opened.window.resize(900, 500)
    opened.load("\n\n".join(f"Bagian {number} membantah kabar itu." for number in range(30)))
    reader = opened.window.reader
    for _ in range(6):
        reader.focus_next()
    press(opened, "g")
    top, bottom = reader.extent_in_view(reader.opened.selection.sentence_span(reader.focused_sentence()))
    assert None not in (top, bottom)
    assert 0 <= top < bottom <= reader.viewport().height()


def test_escape_closes_it_and_the_text_has_the_keyboard(opened: Stage) -> None:
    press(opened, "g")
    QTest.keyClick(opened.window.focusWidget(), Qt.Key.Key_Escape)
    assert not panel(opened).isVisible()
    assert opened.window.reader.hasFocus()


def test_figures_turn_to_a_label_and_tag_nothing(opened: Stage) -> None:
    press(opened, "g")
    for key, label in (("3", "quote"), ("1", "claim")):
        press(opened, key)
        assert panel(opened).key == label
    assert opened.labels_here() == []


def test_earlier_cases_are_shown_and_lead_to_their_place(opened: Stage) -> None:
    press(opened, "2")
    press(opened, "g")
    cases = panel(opened).cases
    opened.qtbot.waitUntil(lambda: cases.list.count() == 1, timeout=5000)
    words = cases.list.item(0).text()
    assert words.startswith("Denial · Ben · ")
    assert "Direktur membantah tuduhan itu." in words
    assert "Note: Bukan penolakan." in words
    assert "membantah" in cases.words.text()
    cases.list.setCurrentRow(0)
    cases.list.setFocus()
    QTest.keyClick(cases.list, Qt.Key.Key_Return)
    opened.settle()
    assert opened.document.title != "Menteri membantah kabar itu."
    assert opened.window.reader.current_annotation().annotator == "Ben"


def test_the_panel_follows_the_reader(opened: Stage) -> None:
    press(opened, "2")
    press(opened, "g")
    opened.window.reader.setFocus()
    QTest.keyClick(opened.window.reader, Qt.Key.Key_Down)
    press(opened, "1")
    opened.qtbot.waitUntil(lambda: panel(opened).key == "claim", timeout=3000)


def test_a_tag_with_a_telling_cue_says_that_there_are_cases(opened: Stage) -> None:
    press(opened, "2")
    opened.qtbot.waitUntil(lambda: "G shows how" in opened.window.strip.state, timeout=5000)
    assert opened.window.strip.state.startswith("“membantah” was decided earlier: 1")


def test_a_new_version_of_the_set_is_told_and_shown(opened: Stage) -> None:
    press(opened, "2")
    press(opened, "g")
    workspace, who = opened.session.workspace, opened.session.annotator_id
    renamed = label_changes.change(label_sets.project_labels(workspace), "labels", "denial", title="Rebuttal")
    label_sets.change_label_set(workspace, renamed, who, {"en": {"denial": "Our own rule."}})
    opened.qtbot.waitUntil(lambda: "Our own rule." in panel(opened).text.toPlainText(), timeout=3000)
    assert panel(opened).chapter_box.currentText() == "Rebuttal"
    opened.qtbot.waitUntil(lambda: "under version 2 of" in panel(opened).version.text(), timeout=3000)


def test_the_language_is_switched(opened: Stage) -> None:
    press(opened, "g")
    press(opened, "2")
    box = panel(opened).language_box
    box.setCurrentIndex(box.findData("id"))
    box.activated.emit(box.currentIndex())
    assert "membantah bahwa" in panel(opened).text.toPlainText()
    assert panel(opened).key == "denial"


def test_closing_the_project_takes_the_panel_along(opened: Stage) -> None:
    press(opened, "g")
    opened.app.projects.close()
    assert opened.window.beside.count() == 1


def test_a_protected_name_stands_in_no_case(opened: Stage) -> None:
    workspace, who = opened.session.workspace, opened.session.annotator_id
    sources.add_source(workspace, "Direktur", who, protected=True)
    press(opened, "2")
    press(opened, "g")
    cases = panel(opened).cases
    opened.qtbot.waitUntil(lambda: cases.list.count() == 1, timeout=5000)
    assert "████████ membantah tuduhan itu." in cases.list.item(0).text()


def test_a_ruling_that_became_a_case_is_told_and_opened(stage: Stage) -> None:
    there = disputed_here(stage.start())
    rule(there.workspace, there.article, there.ana["label"], Choice(RulingVerdict.BOTH), there.cleo, case_title="Both")
    stage.load(HERE)
    press(stage, "g")
    panel(stage).show_label("claim")
    told = "Case 1: Both. Nobody was hurt, the police said."
    stage.qtbot.waitUntil(lambda: told in panel(stage).text.toPlainText(), timeout=5000)
    panel(stage).text.anchorClicked.emit(QUrl("case:1"))
    stage.settle()
    assert stage.document.id == there.article
    make_case(there.workspace, guideline_cases(there.workspace)[0].ruling_id, "Two labels", there.cleo)
    stage.qtbot.waitUntil(lambda: "Case 1: Two labels" in panel(stage).text.toPlainText(), timeout=5000)
    with there.workspace.edit("Assign", None, undoable=False) as session:
        put_reading(session, there.article, there.cleo).blind = True
    there.workspace.viewer = there.cleo
    stage.session.tell_anew()
    assert "Case 1" not in panel(stage).text.toPlainText()
    stage.settle()
    assert "Case 1" not in panel(stage).text.toPlainText()


def test_cases_are_read_behind_the_window(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    there = disputed_here(stage.start())
    rule(there.workspace, there.article, there.ana["label"], Choice(RulingVerdict.BOTH), there.cleo, case_title="Both")
    stage.load(HERE)
    readers: list[int] = []

    def reading(workspace: Workspace) -> list[GuidelineCase]:
        readers.append(get_ident())
        return guideline_cases(workspace)

    monkeypatch.setattr(cases_of_guideline, "guideline_cases", reading)
    press(stage, "g")
    panel(stage).show_label("claim")
    stage.qtbot.waitUntil(lambda: "Case 1: Both" in panel(stage).text.toPlainText(), timeout=5000)
    assert readers
    assert get_ident() not in readers
    box = panel(stage).language_box
    box.setCurrentIndex(box.findData("id"))
    box.activated.emit(box.currentIndex())
    assert "Case 1: Both" in panel(stage).text.toPlainText()
