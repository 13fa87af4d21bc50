"""The open article's quotation marks are checked after it is shown, and gone through by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.ui import quoting
from annotator.ui.reader import accessibility
from tests.ui.stage import Stage

TEXT = (
    "The clerk read it out. “The fares are safe, she said.\n\n"
    "The board met again. Nobody came to “the old and “new hall”. A guard said “stop”.\n"
)


def press(stage: Stage, key: Qt.Key) -> None:
    QTest.keyClick(stage.window.focusWidget(), key)
    stage.settle()


def starts(stage: Stage) -> list[int]:
    return [doubt.start_char for doubt in stage.window.reader.opened.quoted.doubts]


def test_the_count_stands_over_the_text_and_the_key_goes_round(stage: Stage) -> None:
    stage.start().load(TEXT)
    assert stage.window.doubts.text() == "2 suspicious quotation marks"
    assert stage.window.doubts.isVisible()
    assert "(Q)" in stage.window.doubts.toolTip()
    seen = []
    for _ in range(3):
        press(stage, Qt.Key.Key_Q)
        seen.append((stage.window.reader.focused_sentence(), stage.window.strip.state))
    words = "This mark opens a quotation that is not closed in its paragraph."
    first = stage.window.reader.sentence_at(TEXT.index("“The"))
    second = stage.window.reader.sentence_at(TEXT.index("“the"))
    assert seen == [(first, f"1/2  {words}"), (second, f"2/2  {words}"), (first, f"1/2  {words}")]
    assert starts(stage) == [TEXT.index("“The"), TEXT.index("“the")]


def test_the_count_can_be_clicked_and_what_is_said_goes_with_the_focus(stage: Stage) -> None:
    stage.start().load(TEXT)
    before = stage.window.strip.state
    QTest.mouseClick(stage.window.doubts, Qt.MouseButton.LeftButton)
    assert stage.window.strip.state.startswith("1/2")
    assert stage.window.focusWidget() is stage.window.reader
    press(stage, Qt.Key.Key_Down)
    assert stage.window.strip.state == before


def test_a_second_mark_in_one_sentence_is_said_aloud(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    plain = "The clerk said “no” to “each” of “them”. The guard called the “old” hall “small”."
    stage.start().load(f"{plain} The board met. It called the plan ”bold“.\n")
    monkeypatch.setattr(accessibility, "announce", lambda _, words: said.append(words))
    press(stage, Qt.Key.Key_Q)
    assert said == []  # the sentence came into focus, and is read out with what is wrong in it
    press(stage, Qt.Key.Key_Q)
    assert said == ["This mark points the wrong way, compared with the others in this article."]


def test_where_nothing_looks_wrong_the_key_says_so(stage: Stage) -> None:
    stage.start().load()
    press(stage, Qt.Key.Key_Q)
    assert stage.window.strip.state == "No quotation mark looks wrong in this article"
    assert not stage.window.doubts.isVisible()


def test_it_can_be_switched_off_and_on_again(stage: Stage) -> None:
    stage.start().load(TEXT)
    stage.window.choices.choose(check_quotations=False)
    assert starts(stage) == []
    assert not stage.window.doubts.isVisible()
    press(stage, Qt.Key.Key_Q)
    assert "switched off" in stage.window.strip.state
    stage.window.choices.choose(check_quotations=True)
    assert len(starts(stage)) == 2


def test_what_becomes_page_furniture_is_not_shown(stage: Stage) -> None:
    stage.start().load(TEXT)
    press(stage, Qt.Key.Key_Q)
    press(stage, Qt.Key.Key_F)
    assert starts(stage) == [TEXT.index("“the")]
    assert stage.window.doubts.text() == "1 suspicious quotation mark"
    press(stage, Qt.Key.Key_F)
    assert len(starts(stage)) == 2


def test_the_check_is_made_once_for_an_article(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    check = quoting.check_quotations
    monkeypatch.setattr(quoting, "check_quotations", lambda record: asked.append(record.language) or check(record))
    stage.start().load(TEXT)
    press(stage, Qt.Key.Key_1)
    press(stage, Qt.Key.Key_Down)
    assert asked == ["en"]
    stage.window.document_bar.language_chosen.emit("id")
    stage.settle()
    assert asked == ["en", "id"]
    stage.load("Another article. It is short.")
    assert len(asked) == 3
    assert not stage.window.doubts.isVisible()


def test_a_long_article_is_checked_behind_the_window(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quoting, "_AT_ONCE", 10)
    stage.start().load()
    stage.session.loading.load_text(TEXT)
    stage.qtbot.waitUntil(lambda: stage.document.text == TEXT, timeout=10_000)
    stage.session.quoting.next()
    assert stage.window.strip.state == "The quotation marks are still being checked"
    stage.settle()
    assert len(starts(stage)) == 2


def test_what_was_found_of_an_article_that_was_left_is_dropped(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.start().load("First article. It is short.")
    first = stage.document.id
    stage.load(TEXT)
    monkeypatch.setattr(quoting, "_AT_ONCE", 10)
    second = stage.document.id
    stage.session.reading.open_document(first)
    stage.session.reading.open_document(second)
    stage.session.refresh_now()
    stage.session.reading.open_document(first)
    stage.session.refresh_now()
    stage.settle()
    assert starts(stage) == []
    assert not stage.window.doubts.isVisible()
