"""The open article's quotation marks are checked after it is shown, and gone through by key."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core.records import DocumentRecord, Quotations
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
    words = "The quotation that begins here is still open where the paragraph ends."
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


def test_single_marks_are_said_not_to_be_checked(stage: Stage) -> None:
    stage.start().load("The clerk said ‘no’ twice. Nobody asked again.\n")
    press(stage, Qt.Key.Key_Q)
    assert stage.window.strip.state.endswith("looks wrong in this article · single marks are not checked")


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


class SlowCheck:
    """The check of marks, which waits behind the window until it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.checked: list[str] = []
        self._check, self._let_go = quoting.check_quotations, Event()
        monkeypatch.setattr(quoting, "_AT_ONCE", 40)
        monkeypatch.setattr(quoting, "check_quotations", self)

    def __call__(self, record: DocumentRecord) -> Quotations:
        self.checked.append(record.text)
        assert len(record.text) <= 40 or self._let_go.wait(5)
        return self._check(record)

    def let_go(self) -> None:
        self._let_go.set()


def test_a_long_article_is_checked_behind_the_window(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.start().load("Another. " + TEXT)
    assert stage.window.doubts.isVisible()
    slow = SlowCheck(monkeypatch)
    stage.session.loading.load_text(TEXT)
    stage.qtbot.waitUntil(lambda: TEXT in slow.checked, timeout=10_000)
    assert not stage.window.doubts.isVisible()
    stage.session.quoting.next()
    assert stage.window.strip.state == "The quotation marks are still being checked"
    slow.let_go()
    stage.settle()
    assert len(starts(stage)) == 2


def test_while_the_same_article_is_checked_again_the_key_goes_nowhere(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.start().load(TEXT)
    slow = SlowCheck(monkeypatch)
    stage.window.document_bar.language_chosen.emit("id")
    stage.qtbot.waitUntil(lambda: TEXT in slow.checked, timeout=10_000)
    before = stage.window.reader.focused_sentence()
    QTest.keyClick(stage.window.focusWidget(), Qt.Key.Key_Q)
    assert stage.window.strip.state == "The quotation marks are still being checked"
    assert (stage.window.reader.focused_sentence(), starts(stage)) == (before, [])
    slow.let_go()
    stage.settle()
    assert len(starts(stage)) == 2


def test_what_was_found_of_an_article_that_was_left_is_dropped(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.start().load("First article. It is short.")
    first = stage.document.id
    slow = SlowCheck(monkeypatch)
    stage.session.loading.load_text(TEXT)
    stage.qtbot.waitUntil(lambda: TEXT in slow.checked, timeout=10_000)
    stage.session.reading.open_document(first)
    stage.session.refresh_now()
    slow.let_go()
    stage.settle()
    assert slow.checked[-1].startswith("First")
    assert starts(stage) == []
    assert not stage.window.doubts.isVisible()
    press(stage, Qt.Key.Key_Q)
    assert stage.window.strip.state == "No quotation mark looks wrong in this article"


def test_switched_off_while_it_is_under_way_nothing_is_shown(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.start().load()
    slow = SlowCheck(monkeypatch)
    stage.session.loading.load_text(TEXT)
    stage.qtbot.waitUntil(lambda: TEXT in slow.checked, timeout=10_000)
    stage.window.choices.choose(check_quotations=False)
    slow.let_go()
    stage.settle()
    assert starts(stage) == []
    assert not stage.window.doubts.isVisible()


def test_it_does_not_wait_for_a_load(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.start().load(TEXT)
    first, loaded = stage.document.id, Event()
    stage.load()
    stage.app.tasks.start(stage.app.tasks.make(lambda _progress, _cancelled: loaded.wait(5)))
    monkeypatch.setattr(quoting, "_AT_ONCE", 40)
    stage.session.reading.open_document(first)
    stage.session.refresh_now()
    stage.qtbot.waitUntil(stage.window.doubts.isVisible, timeout=4000)
    assert stage.app.tasks.busy
    loaded.set()


def test_articles_that_were_passed_by_are_not_checked(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.start().load(TEXT)
    first = stage.document.id
    stage.load("Another. " + TEXT)
    second = stage.document.id
    slow = SlowCheck(monkeypatch)
    for document_id in (first, second, first):
        stage.session.reading.open_document(document_id)
        stage.session.refresh_now()
    stage.qtbot.waitUntil(lambda: bool(slow.checked), timeout=10_000)
    slow.let_go()
    stage.settle()
    assert slow.checked == [TEXT, TEXT]
    assert len(starts(stage)) == 2


def test_a_check_that_fails_is_said_and_the_next_article_is_checked(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_record: DocumentRecord) -> Quotations:
        raise ValueError("not foreseen")

    stage.start().load("First article. It is short.")
    with monkeypatch.context() as broken:
        broken.setattr(quoting, "_AT_ONCE", 40)
        broken.setattr(quoting, "check_quotations", fail)
        stage.load(TEXT)
        stage.qtbot.waitUntil(lambda: stage.window.banner.notice is not None)
        assert "did not expect" in stage.window.banner.notice.text
        press(stage, Qt.Key.Key_Q)
        assert stage.window.strip.state == "The quotation marks of this article could not be checked"
    stage.load("Another. " + TEXT)
    assert len(starts(stage)) == 2
