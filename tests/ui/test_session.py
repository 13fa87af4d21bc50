"""From a key press to the disk and back to the page, with real widgets and real keys."""

import gc
import os
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core.records import SentenceState
from annotator.errors import DiskFull, ExportFailed, ProjectBusy
from annotator.operations import annotations, annotators, documents, history
from annotator.ui.banner import Kind
from tests.ui.stage import Stage

NOBODY = ""


def press(stage: Stage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(stage.window.focusWidget(), key, modifier)
    stage.settle()


def test_a_key_tags_the_focused_sentence_and_again_takes_it_off(stage: Stage) -> None:
    stage.start().load()
    press(stage, Qt.Key.Key_Down)
    press(stage, Qt.Key.Key_2)
    assert stage.labels_here() == ["denial"]
    kept = documents.read_document(stage.session.workspace, stage.document.id)
    assert [kept.text[s:e] for s, e in kept.annotations[0].segments] == ["She denies it."]
    press(stage, Qt.Key.Key_2)
    assert stage.labels_here() == []


def test_everything_is_there_tomorrow_and_yesterdays_edit_can_be_undone(stage: Stage) -> None:
    stage.start().load()
    press(stage, Qt.Key.Key_1)
    stage.again()
    assert stage.labels_here() == ["claim"]
    assert stage.window.actions_table["undo"].text() == "Undo Tag claim"
    press(stage, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stage.labels_here() == []
    assert stage.window.strip.state == "Undone: Tag claim"
    press(stage, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert stage.labels_here() == ["claim"]


def test_what_was_done_to_many_articles_is_undone_beside_the_window(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.start().load("First article. It is short.")
    first = stage.document.id
    stage.load("Second article. “It is short. Too short,” she said.")
    monkeypatch.setattr("annotator.ui.undoing._MANY_ARTICLES", 1)
    with stage.session.workspace.edit("Rename both", stage.session.annotator_id) as session:
        for summary in documents.list_documents(stage.session.workspace):
            documents.document_row(session, summary.id).title = "x"
    stage.session.reading.open_document(first)
    press(stage, Qt.Key.Key_1)
    press(stage, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stage.labels_here() == []
    threads: list[int] = []
    stage.session.workspace.subscribe(lambda _change: threads.append(threading.get_ident()))
    stage.session.undo()
    assert stage.app.tasks.busy
    assert stage.window.strip.state == "Many articles are being changed back …"
    stage.settle()
    assert threads
    assert threads[0] != threading.get_ident()
    assert stage.window.strip.state == "Undone: Rename both"
    assert stage.document.id == first
    stage.session.redo()
    stage.settle()
    assert {summary.title for summary in documents.list_documents(stage.session.workspace)} == {"x"}


def test_what_many_articles_do_not_let_go_is_said(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.start().load("First article. It is short.").load("Second article. It is short too.")
    monkeypatch.setattr("annotator.ui.undoing._MANY_ARTICLES", 1)
    for title, who in (("x", stage.session.annotator_id), ("y", None)):
        with stage.session.workspace.edit("Rename both", who) as session:
            for summary in documents.list_documents(stage.session.workspace):
                documents.document_row(session, summary.id).title = title
    stage.session.undo()
    stage.settle()
    assert stage.window.banner.notice.kind is Kind.WARNING
    assert stage.window.strip.state == "not saved"


def test_undo_shows_the_article_it_changed(stage: Stage) -> None:
    stage.start().load("First article. It is short.")
    first = stage.document.id
    press(stage, Qt.Key.Key_1)
    stage.load("Second article. It is short too.")
    assert stage.document.id != first
    stage.session.undo()  # the second article itself
    stage.session.undo()
    assert stage.document.id == first
    assert stage.labels_here() == []


def test_progress_and_place_are_told(stage: Stage) -> None:
    stage.start().load()
    total = len(stage.document.sentences)
    press(stage, Qt.Key.Key_1)
    press(stage, Qt.Key.Key_Down)
    stage.qtbot.waitUntil(lambda: stage.window.strip._progress.text() == f"1 of {total} read")
    assert stage.window.document_bar._place.text() == f"Sentence 2 of {total}"


def test_a_colleagues_edit_appears(stage: Stage) -> None:
    from annotator.core.identity import new_id
    from annotator.operations.annotators import find_or_add_annotator
    from annotator.operations.projects import open_project

    stage.start().load()
    other = open_project(stage.address, new_id())
    who = find_or_add_annotator(other, "Colleague")
    annotations.add_annotation(other, stage.document.id, [stage.document.sentences[0]], "quote", who)
    other.close()
    stage.session._feed.look()
    assert stage.labels_here() == ["quote"]


def test_removing_the_open_article_closes_it_and_undo_brings_it_back(stage: Stage) -> None:
    stage.start().load()
    press(stage, Qt.Key.Key_1)
    stage.session.remove_current()
    stage.qtbot.wait(300)
    assert stage.document is None
    assert stage.window.library.list_view.model().rowCount() == 0
    stage.session.undo()
    assert stage.labels_here() == ["claim"]


def test_a_failed_edit_is_said_and_nothing_is_called_saved(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    from annotator.errors import DiskFull

    def refuse(*_: object) -> None:
        raise DiskFull("The disk is full; the edit was not made. Make room and try again.")

    stage.start().load()
    monkeypatch.setattr(annotations, "toggle_label", refuse)
    press(stage, Qt.Key.Key_1)
    notice = stage.window.banner.notice
    assert notice is not None
    assert notice.kind is Kind.ERROR
    assert "disk is full" in notice.text
    assert stage.window.strip.state == "not saved"
    monkeypatch.undo()


def test_what_is_no_edit_leaves_what_is_saved_called_saved(stage: Stage) -> None:
    stage.start().load()
    press(stage, Qt.Key.Key_1)
    assert stage.window.strip.state == "saved"
    stage.session.tell(ExportFailed("There is no room left for “out.csv”."))
    assert "no room" in stage.window.banner.notice.text
    assert stage.window.strip.state == "saved"
    stage.session.redo()
    assert stage.window.strip.state == "There is nothing to redo."


def test_what_cannot_be_split_or_joined_is_said_without_alarm(stage: Stage) -> None:
    stage.start().load()
    press(stage, Qt.Key.Key_End)
    press(stage, Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier)
    assert stage.window.strip.state == "There is no sentence after this one to join it with."
    press(stage, Qt.Key.Key_Home)
    assert "saved" in stage.window.strip.state
    press(stage, Qt.Key.Key_B)
    assert "select the first word of the new one" in stage.window.strip.state
    assert stage.window.banner.notice is None
    press(stage, Qt.Key.Key_1)
    assert stage.window.strip.state == "saved"


def test_a_name_that_cannot_be_taken_now_is_taken_later(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object) -> None:
        raise ProjectBusy("Another program is writing to this project; nothing was changed.")

    stage.start().load()
    before = stage.session.annotator_id
    monkeypatch.setattr(annotators, "find_or_add_annotator", busy)
    stage.window.choices.choose(annotator="Somebody Else")
    assert stage.session.annotator_id == before
    assert "Another program" in stage.window.banner.notice.text
    monkeypatch.undo()
    stage.window.choices.choose(zoom=110)
    assert stage.session.annotator_id == annotators.find_or_add_annotator(stage.session.workspace, "Somebody Else")


def test_a_read_only_project_is_shown_and_not_written(stage: Stage) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write every file")
    stage.start().load()
    stage.close()
    Path(stage.address).chmod(0o444)
    stage.start()
    assert not stage.window.actions_table["load"].isEnabled()
    assert stage.window.strip.state == "read only"


def test_states_follow_the_keys(stage: Stage) -> None:
    stage.start().load()
    press(stage, Qt.Key.Key_Return)
    assert stage.window.reader.sentence_state(0) is SentenceState.NOTHING
    assert stage.window.reader.focused_sentence() == 1


def test_a_note_that_cannot_be_saved_holds_the_window_open_once(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.start().load()
    press(stage, Qt.Key.Key_1)
    stage.settle()
    press(stage, Qt.Key.Key_N)
    QTest.keyClicks(stage.window.focusWidget(), "off the record")

    def full(*_: object) -> None:
        raise DiskFull("There is no room left.")

    monkeypatch.setattr("annotator.ui.tagging.annotations.set_note", full)
    assert not stage.window.close()
    assert stage.window.isVisible()
    assert stage.window.close()


def test_garbage_is_collected_again_once_the_project_is_open(stage: Stage) -> None:
    gc.disable()
    try:
        stage.start()
        assert gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()


def test_what_follows_the_page_waits_for_the_hands_to_rest_but_not_for_ever(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.start().load()
    seen: list[int] = []
    turns = 0
    monkeypatch.setattr(stage.session.reading, "show_current", lambda: seen.append(turns))

    def keep_on() -> bool:
        nonlocal turns
        turns += 1
        stage.session.refresh_soon()
        return bool(seen)

    stage.qtbot.waitUntil(keep_on, timeout=5000)  # asks every 10 ms: no rest of 30 ms anywhere
    assert turns > 5


def test_what_would_be_undone_is_read_anew_after_a_change_only(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.start().load()
    read: list[object] = []
    real = history.undo_title
    monkeypatch.setattr(history, "undo_title", lambda *given: read.append(given) or real(*given))
    press(stage, Qt.Key.Key_Down)
    assert not read
    press(stage, Qt.Key.Key_1)
    assert len(read) == 1
    assert "Tag claim" in stage.window.actions_table["undo"].text()
