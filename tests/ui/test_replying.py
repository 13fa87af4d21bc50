"""The right of reply in the window of the program, by keyboard."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit

from annotator.core.replies import Standing
from annotator.core.spans import Span
from annotator.operations import annotations, contacts, relations
from annotator.operations.annotators import find_or_add_annotator
from annotator.ui.replies.log_dialog import LogDialog
from tests.ui.stage import Stage

TEXT = (
    "The mayor took the money.\n\nThe clerk forged a letter, a report says.\n\nThe bank lost a file.\n\n"
    "She denies it. The case goes on.\n"
)
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def press(stage: Stage, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        QTest.keyClick(stage.window.focusWidget(), key, modifier)
    settle(stage)


def settle(stage: Stage) -> None:
    replying = stage.session.replying
    replying._soon.setInterval(0)
    QApplication.processEvents()
    stage.qtbot.waitUntil(lambda: not (replying._soon.isActive() or stage.app.tasks.busy), timeout=5000)
    QApplication.processEvents()


def back_in_window(stage: Stage) -> None:
    """A dialog has closed; without a window manager nobody hands the keyboard back."""
    with stage.qtbot.waitActive(stage.window, timeout=3000):
        stage.window.activateWindow()


def accuse(stage: Stage, words: str, by: UUID | None = None, **more: str) -> Any:
    text, workspace, who = stage.document.text, stage.session.workspace, by or stage.session.annotator_id
    span = Span(text.index(words), text.index(words) + len(words))
    said = {"accuses": "named_person", **more}
    return annotations.add_annotation(workspace, stage.document.id, [span], "claim", who, attributes=said)


def page(stage: Stage) -> Any:
    return stage.session.replying._page


def passages(stage: Stage) -> list[str]:
    return [one.place.passage for one in page(stage).model.shown]


@pytest.fixture
def accused(stage: Stage) -> tuple[Stage, Any, Any]:
    """The page with two claims: one that a denial answers, and one that nothing does."""
    stage.start().load(TEXT)
    answered, open_one = accuse(stage, "The mayor took the money."), accuse(stage, "The clerk forged a letter")
    workspace, who = stage.session.workspace, stage.session.annotator_id
    start = TEXT.index("She denies it.")
    denial = annotations.add_annotation(workspace, stage.document.id, [Span(start, start + 14)], "denial", who)
    relations.link(workspace, denial.id, "denies", answered.id, who)
    stage.settle()
    press(stage, Qt.Key.Key_R, modifier=CONTROL_SHIFT)
    return stage, answered, open_one


def test_what_nothing_answers_comes_first_and_enter_opens_the_place(accused: tuple[Stage, Any, Any]) -> None:
    stage, answered, open_one = accused
    assert passages(stage) == ["The clerk forged a letter", "The mayor took the money."]
    assert page(stage).list_view.hasFocus()
    assert page(stage).chosen_id == open_one.id
    press(stage, Qt.Key.Key_Down)
    assert page(stage).chosen_id == answered.id
    assert [row.passage for row in page(stage).details.answers.rows.rows] == ["“She denies it.”"]
    press(stage, Qt.Key.Key_Return)
    assert stage.window.pages.is_home
    assert stage.window.reader.hasFocus()
    assert stage.window.reader.current_annotation().id == answered.id


def test_an_answer_is_opened_from_its_list(accused: tuple[Stage, Any, Any]) -> None:
    stage, *_ = accused
    press(stage, Qt.Key.Key_Down)
    page(stage).details.answers.setFocus()
    press(stage, Qt.Key.Key_Return)
    assert stage.window.reader.current_annotation().label == "denial"


def test_a_contact_is_noted_by_key_and_proposes_a_status_that_nobody_sets_but_the_person(
    accused: tuple[Stage, Any, Any],
) -> None:
    stage, _, claim = accused
    press(stage, Qt.Key.Key_C)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LogDialog)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    QTest.keyClicks(dialog.person, "Rina")
    QTest.keyClicks(dialog.deadline, "2026-05-02")
    QTest.keyClick(dialog.deadline, Qt.Key.Key_Return)
    back_in_window(stage)
    settle(stage)
    (noted,) = contacts.read_contacts(stage.session.workspace, [claim.id])
    assert (noted.person, noted.deadline, noted.annotator) == ("Rina", "2026-05-02", noted.annotator)
    details = page(stage).details
    assert details.claim.annotation.id == claim.id
    assert (details.claim.status, details.claim.standing) == ("not_sought", Standing.ASKED)
    assert "no reply" in details.proposal.text()
    QTest.keyClick(details.proposal, Qt.Key.Key_Space)
    settle(stage)
    assert annotations.read_annotation(stage.session.workspace, claim.id).attributes["reply_status"] == "no_reply"
    assert details.proposal.isHidden()
    press(stage, Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    stage.qtbot.waitUntil(lambda: page(stage).details.claim.status == "not_sought", timeout=3000)


def test_a_contact_is_changed_and_removed_in_the_log(accused: tuple[Stage, Any, Any]) -> None:
    stage, _, claim = accused
    workspace, who = stage.session.workspace, stage.session.annotator_id
    contacts.add_contact(workspace, claim.id, who, at="2026-05-01", person="Rina")
    settle(stage)
    log = page(stage).details.log
    log.setFocus()
    press(stage, Qt.Key.Key_Return)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LogDialog)
    assert dialog.person.text() == "Rina"
    QTest.keyClicks(dialog.answered_at, "2026-05-03")
    QTest.keyClick(dialog.answered_at, Qt.Key.Key_Return)
    back_in_window(stage)
    settle(stage)
    assert contacts.read_contacts(workspace)[0].answered_at == "2026-05-03"
    assert "answered 2026-05-03" in log.rows.rows[0].beside
    log.setFocus()
    press(stage, Qt.Key.Key_Delete)
    assert contacts.read_contacts(workspace) == []
    press(stage, Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    stage.qtbot.waitUntil(lambda: len(log.rows.rows) == 1, timeout=3000)


def test_a_colleague_s_claim_can_be_logged_but_its_status_is_theirs(accused: tuple[Stage, Any, Any]) -> None:
    stage, *_ = accused
    ben = find_or_add_annotator(stage.session.workspace, "Ben")
    claim = accuse(stage, "The bank lost a file.", ben)
    settle(stage)
    here = page(stage)
    here.list_view.setCurrentIndex(here.model.index(here.model.row_of(claim.id)))
    assert not here.details.status.isEnabled()
    assert here.details.add.isEnabled()


def test_what_is_undone_on_the_page_leaves_one_there_whatever_article_is_open(accused: tuple[Stage, Any, Any]) -> None:
    stage, _, claim = accused
    workspace, who = stage.session.workspace, stage.session.annotator_id
    press(stage, Qt.Key.Key_Escape)
    stage.load("Another article.\n")
    press(stage, Qt.Key.Key_R, modifier=CONTROL_SHIFT)
    contacts.add_contact(workspace, claim.id, who, at="2026-05-01")
    settle(stage)
    press(stage, Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert stage.window.pages.name == "replies"
    stage.qtbot.waitUntil(lambda: page(stage).details.claim.contacts == (), timeout=3000)


def test_the_page_follows_what_colleagues_do_and_keeps_the_choice(accused: tuple[Stage, Any, Any]) -> None:
    stage, answered, _ = accused
    press(stage, Qt.Key.Key_Down)
    accuse(stage, "The bank lost a file.")
    settle(stage)
    assert len(passages(stage)) == 3
    assert page(stage).chosen_id == answered.id


def test_a_page_a_table_and_a_pdf_are_written(
    accused: tuple[Stage, Any, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, *_ = accused
    beginnings = {"html": b"<!DOCTYPE html>", "csv": b"\xef\xbb\xbfclaim_id", "pdf": b"%PDF-"}
    for ending, beginning in beginnings.items():
        target = tmp_path / f"replies.{ending}"
        monkeypatch.setattr(
            QFileDialog, "getSaveFileName", lambda *_given, t=target, e=ending: (str(t.with_suffix("")), f"x (*.{e})")
        )
        page(stage).export_button.click()
        settle(stage)
        assert target.read_bytes().startswith(beginning)
    assert "2 claims were written to “replies.pdf”" in stage.window.banner.notice.text


def test_what_is_shown_is_printed(
    accused: tuple[Stage, Any, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, *_ = accused
    paper = tmp_path / "paper.pdf"

    def accept(dialog: QPrintDialog) -> QDialog.DialogCode:
        dialog.printer().setOutputFileName(str(paper))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    page(stage).print_button.click()
    assert paper.read_bytes().startswith(b"%PDF-")
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QDialog.DialogCode.Rejected)
    paper.unlink()
    page(stage).print_button.click()
    assert not paper.exists()


def test_escape_goes_back_to_the_text_and_another_project_starts_anew(accused: tuple[Stage, Any, Any]) -> None:
    stage, *_ = accused
    press(stage, Qt.Key.Key_Escape)
    assert stage.window.pages.is_home
    press(stage, Qt.Key.Key_R, modifier=CONTROL_SHIFT)
    here = page(stage)
    stage.app.projects.close()
    assert here.model.shown == []
    assert here.details.claim is None
