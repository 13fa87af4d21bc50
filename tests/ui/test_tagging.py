"""What each tagging key does to the open article."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core.records import SentenceState
from annotator.errors import ProjectError
from annotator.operations import documents
from tests.ui.stage import Stage

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def press(stage: Stage, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        QTest.keyClick(stage.window.focusWidget(), key, modifier)
        stage.settle()


def texts(stage: Stage) -> list[str]:
    return [stage.session.reading.exact_text(record) for record in stage.window.reader.annotations()]


def test_the_last_tag_is_repeated(stage: Stage) -> None:
    stage.start().load()
    press(stage, Qt.Key.Key_3, Qt.Key.Key_Down, Qt.Key.Key_Period)
    assert stage.labels_here() == ["quote", "quote"]


def test_enter_goes_through_all_sentences_and_says_when_none_is_left(stage: Stage) -> None:
    stage.start().load()
    press(stage, *[Qt.Key.Key_Return] * (len(stage.document.sentences) + 1))
    progress = stage.session.reading.progress()
    assert progress is not None
    assert progress.decided == progress.sentences
    assert stage.window.strip.state.startswith("Every sentence is read")


def test_enter_on_a_decided_sentence_only_goes_on(stage: Stage) -> None:
    stage.start().load()
    press(stage, Qt.Key.Key_1, Qt.Key.Key_Return)
    assert stage.window.reader.sentence_state(0) is SentenceState.TAGGED
    assert stage.window.reader.focused_sentence() == 1


def test_enter_marks_every_undecided_sentence_of_the_selection(stage: Stage) -> None:
    stage.start().load()
    press(stage, Qt.Key.Key_Down, modifier=SHIFT)
    press(stage, Qt.Key.Key_Return)
    states = [stage.window.reader.sentence_state(index) for index in (0, 1)]
    assert states == [SentenceState.NOTHING, SentenceState.NOTHING]


def test_delete_takes_the_annotation_first_and_then_the_mark(stage: Stage) -> None:
    stage.start().load()
    press(stage, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_1, Qt.Key.Key_Delete)
    assert stage.labels_here() == []
    assert stage.window.reader.sentence_state(0) is SentenceState.NOTHING
    press(stage, Qt.Key.Key_Delete)
    assert stage.window.reader.sentence_state(0) is SentenceState.UNDECIDED


def test_a_note_is_written_with_one_letter_keys_that_tag_nothing(stage: Stage) -> None:
    stage.start().load()
    press(stage, Qt.Key.Key_1, Qt.Key.Key_N)
    QTest.keyClicks(stage.window.focusWidget(), "says 2 of 3")
    stage.window.inspector.commit_note()
    stage.settle()
    (record,) = stage.window.reader.annotations()
    assert record.note == "says 2 of 3"


def test_furniture_and_back(stage: Stage) -> None:
    stage.start().load()
    press(stage, Qt.Key.Key_F)
    assert stage.window.reader.sentence_state(0) is SentenceState.FURNITURE
    press(stage, Qt.Key.Key_F)
    assert stage.window.reader.sentence_state(0) is SentenceState.UNDECIDED


def test_split_and_join_move_no_annotation(stage: Stage) -> None:
    stage.start().load()
    press(stage, Qt.Key.Key_1)
    before, count = texts(stage), len(stage.document.sentences)
    press(stage, Qt.Key.Key_Right, modifier=CONTROL | SHIFT)
    stage.window.reader.clear_selection()
    stage.window.reader.move_end(False)
    press(stage, Qt.Key.Key_B)
    assert len(stage.document.sentences) == count + 1
    stage.window.reader.clear_selection()
    press(stage, Qt.Key.Key_B, modifier=SHIFT)
    assert len(stage.document.sentences) == count
    assert texts(stage) == before


def test_the_label_can_be_changed_in_the_inspector(stage: Stage) -> None:
    stage.start().load()
    press(stage, Qt.Key.Key_1)
    stage.window.inspector.label_chosen.emit("denial")
    assert stage.labels_here() == ["denial"]


def test_another_language_is_kept_and_shown(stage: Stage) -> None:
    stage.start().load()
    stage.window.document_bar.language_chosen.emit("id")
    assert stage.document.language == "id"
    assert stage.document.language_by_hand


def test_the_language_is_detected_again_and_that_can_be_undone(stage: Stage) -> None:
    stage.start().load()
    found = (stage.document.language, stage.document.language_confidence)
    stage.window.document_bar.language_chosen.emit("zh")
    stage.window.document_bar.detection_requested.emit()
    stage.settle()
    assert not stage.document.language_by_hand
    assert (stage.document.language, stage.document.language_confidence) == found
    assert stage.window.strip.state == "Detected again: English · saved"
    stage.window.document_bar.detection_requested.emit()
    stage.settle()
    assert stage.window.strip.state == "Detected again: English, as before"
    stage.session.undo()
    assert stage.document.language == "zh"


def test_a_language_that_cannot_be_told_is_said(stage: Stage) -> None:
    stage.start().load("12 34.")
    stage.window.document_bar.detection_requested.emit()
    stage.settle()
    assert stage.window.strip.state == "The program cannot tell the language of this article"


def test_detecting_waits_for_no_load(stage: Stage) -> None:
    stage.start().load()
    loaded = Event()
    stage.window.document_bar.language_chosen.emit("zh")
    stage.app.tasks.start(stage.app.tasks.make(lambda _progress, _cancelled: loaded.wait(5)))
    stage.window.document_bar.detection_requested.emit()
    stage.qtbot.waitUntil(lambda: not stage.document.language_by_hand, timeout=4000)
    assert stage.app.tasks.busy
    loaded.set()


def test_of_an_article_that_was_left_no_language_is_said(stage: Stage) -> None:
    stage.start().load()
    first = stage.document.id
    stage.load("Another article. It is short.")
    before = stage.window.strip.state
    stage.window.document_bar.detection_requested.emit()
    stage.session.reading.open_document(first)
    stage.settle()
    assert stage.window.strip.state == before


def test_a_language_that_cannot_be_detected_is_told_why(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ProjectError("The disk is full.")

    stage.start().load()
    monkeypatch.setattr(documents, "set_language", fail)
    stage.window.document_bar.detection_requested.emit()
    stage.settle()
    assert stage.window.banner.notice.text == "The disk is full."


def test_history_is_given_when_asked_for(stage: Stage) -> None:
    stage.start().load()
    press(stage, Qt.Key.Key_1)
    (record,) = stage.window.reader.annotations()
    stage.window.inspector.history_requested.emit(record.id)
    assert stage.window.banner.notice is None


def test_what_was_scrolled_away_is_shown_as_it_is_tagged_and_not_passed_unseen(stage: Stage) -> None:
    stage.start().load("\n\n".join(f"Sentence number {n} stands here." for n in range(200)))
    reader = stage.window.reader
    reader.verticalScrollBar().setValue(3000)
    press(stage, Qt.Key.Key_Return)
    assert reader.sentence_state(0) is SentenceState.UNDECIDED
    assert not reader.rect_of(0).isNull()
    reader.verticalScrollBar().setValue(3000)
    press(stage, Qt.Key.Key_1)
    assert reader.sentence_state(0) is SentenceState.TAGGED
    assert not reader.rect_of(0).isNull()
    press(stage, Qt.Key.Key_PageDown, Qt.Key.Key_2)
    assert reader.focused_sentence() > 0
    assert not reader.rect_of(reader.selected_segments()[0].start_char).isNull()


def test_a_note_without_a_tag_runs_no_commands(stage: Stage) -> None:
    stage.start().load()
    press(stage, Qt.Key.Key_N, Qt.Key.Key_1, Qt.Key.Key_F, Qt.Key.Key_B)
    assert stage.labels_here() == []
    assert stage.window.reader.sentence_state(0) is SentenceState.UNDECIDED
    press(stage, Qt.Key.Key_Escape, Qt.Key.Key_1)
    assert stage.labels_here() == ["claim"]


def test_a_held_segment_serves_one_annotation(stage: Stage) -> None:
    stage.start().load()
    press(stage, Qt.Key.Key_H, Qt.Key.Key_Down, Qt.Key.Key_3)
    (quote,) = stage.window.reader.annotations()
    assert len(quote.segments) == 2
    press(stage, Qt.Key.Key_Down, Qt.Key.Key_3)
    assert sorted(len(one.segments) for one in stage.window.reader.annotations()) == [1, 2]


def test_repeating_a_tag_that_is_there_changes_nothing(stage: Stage) -> None:
    stage.start().load()
    press(stage, Qt.Key.Key_2, Qt.Key.Key_Period)
    assert stage.labels_here() == ["denial"]
    press(stage, Qt.Key.Key_Down, Qt.Key.Key_Period)
    assert stage.labels_here() == ["denial", "denial"]


def test_undo_shows_what_it_took_back(stage: Stage) -> None:
    stage.start().load()
    press(stage, Qt.Key.Key_Down, Qt.Key.Key_Return)
    press(stage, Qt.Key.Key_End)
    press(stage, Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert stage.window.reader.focused_sentence() == 1
    press(stage, Qt.Key.Key_1, Qt.Key.Key_End)
    press(stage, Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert stage.window.reader.focused_sentence() == 1
