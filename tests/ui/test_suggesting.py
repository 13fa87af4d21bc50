"""Suggestions in the window: what the keys do, what is drawn and said, and whose doing each tag was."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion
from annotator.core.suggestion_policy import SuggestionPolicy
from annotator.operations import annotations, suggestions
from annotator.store.workspace import Workspace
from annotator.ui import suggesting
from tests.operations.suggesting_desk import ARTICLE, Marks
from tests.ui.stage import Stage, close_during

NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
Y, R, E = Qt.Key.Key_Y, Qt.Key.Key_R, Qt.Key.Key_E


@pytest.fixture(autouse=True)
def marks_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests know what one suggester proposes, whatever the program's learns to propose."""
    monkeypatch.setattr(suggestions, "suggesters_of", lambda _workspace, _policy: (Marks(),))


def press(stage: Stage, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        QTest.keyClick(stage.window.focusWidget(), key, modifier)
        settle(stage)


def settle(stage: Stage) -> None:
    """The rest of the window has followed the page, and all that is suggested is there."""
    stage.settle()
    stage.session.refresh_now()
    stage.qtbot.waitUntil(lambda: not stage.session.suggesting.is_busy, timeout=10_000)


def begin(stage: Stage, text: str = ARTICLE) -> Stage:
    stage.start().load(text)
    settle(stage)
    return stage


def tags(stage: Stage) -> list[tuple[str, str, str]]:
    text = stage.document.text
    found = sorted(stage.window.reader.annotations(), key=lambda one: one.extent)
    return [(one.label, text[one.extent.start_char : one.extent.end_char], one.origin) for one in found]


def shown(stage: Stage) -> list[str]:
    opened = stage.window.reader.opened
    every = [one for one in opened.suggested.every if one in opened.suggested.on(one.extent, opened.index)]
    return [stage.document.text[one.extent.start_char : one.extent.end_char] for one in every]


def test_they_come_with_the_article_and_are_no_tags(stage: Stage) -> None:
    begin(stage)
    assert shown(stage) == ["“Kami tidak tahu,”", "“Besok,”", "“Tidak,”"]
    assert tags(stage) == []
    assert stage.window.strip.state != ""
    assert stage.window.suggestion_bar.isVisible()
    assert stage.window.suggestion_bar.title.text() == "No suggestion for this sentence"
    assert stage.window.suggestion_bar.reason.words == "3 more in this article"


def test_from_one_to_the_next_accepted_and_rejected_by_key(stage: Stage) -> None:
    begin(stage)
    bar = stage.window.suggestion_bar
    press(stage, E)
    assert stage.window.reader.focused_sentence() == 1
    assert bar.accessibleName() == "Suggested: Quote"
    assert "Rina Wijaya" in bar.reason.words
    press(stage, Y)
    assert tags(stage) == [("quote", "“Kami tidak tahu,”", "accepted")]
    assert shown(stage) == ["“Besok,”", "“Tidak,”"]
    press(stage, E, R)
    assert shown(stage) == ["“Tidak,”"]
    assert stage.window.strip.state == "Suggestion rejected"
    press(stage, E, Y, E)
    assert [origin for _, _, origin in tags(stage)] == ["accepted", "accepted"]
    assert bar.reason.words == "All in this article are decided on"
    assert stage.window.strip.state == "No suggestion is left in this article"


def test_undo_brings_each_back_in_its_place(stage: Stage) -> None:
    begin(stage)
    press(stage, E, Y, E, R, Qt.Key.Key_End)
    press(stage, Qt.Key.Key_Z, modifier=CONTROL)
    assert shown(stage) == ["“Besok,”", "“Tidak,”"]
    assert stage.window.reader.focused_sentence() == 3
    press(stage, Qt.Key.Key_Z, modifier=CONTROL)
    assert len(shown(stage)) == 3
    assert tags(stage) == []


def test_they_are_there_again_when_the_article_is_opened_again_without_the_rejected(stage: Stage) -> None:
    begin(stage)
    press(stage, E, R)
    first = stage.document.id
    stage.load("Another article. It has none.")
    settle(stage)
    assert not stage.window.suggestion_bar.isVisible()
    stage.session.reading.open_document(first)
    settle(stage)
    assert shown(stage) == ["“Besok,”", "“Tidak,”"]


def test_a_selection_over_it_is_what_is_accepted(stage: Stage) -> None:
    begin(stage)
    press(stage, E)
    reader = stage.window.reader
    start, end = stage.session.suggesting._page.current().extent
    reader.select_range(start, end + len(" kata Rina Wijaya."), exact=True)
    press(stage, Y)
    assert tags(stage) == [("quote", "“Kami tidak tahu,” kata Rina Wijaya.", "edited")]


def test_a_selection_elsewhere_is_not(stage: Stage) -> None:
    begin(stage, "Satu dua tiga “empat lima enam,” katanya kemarin.")
    stage.window.reader.select_range(0, 4, exact=True)
    press(stage, Y)
    assert tags(stage) == [("quote", "“empat lima enam,”", "accepted")]


def test_a_tag_just_there_by_hand_counts_as_accepted_and_any_other_does_not(stage: Stage) -> None:
    begin(stage)
    press(stage, E)
    reader = stage.window.reader
    extent = stage.session.suggesting._page.current().extent
    reader.select_range(*extent, exact=True)
    press(stage, Qt.Key.Key_3)
    assert tags(stage) == [("quote", "“Kami tidak tahu,”", "accepted")]
    press(stage, Qt.Key.Key_3)
    assert tags(stage) == []
    press(stage, Qt.Key.Key_1)
    assert tags(stage) == [("claim", "“Kami tidak tahu,”", "manual")]
    assert len(shown(stage)) == 3
    press(stage, Qt.Key.Key_Escape, Qt.Key.Key_3)
    assert [origin for _, _, origin in tags(stage)] == ["manual", "manual"]
    assert len(shown(stage)) == 2


def test_on_hidden_sentences_nothing_is_shown_and_what_is_tagged_is_unaided(stage: Stage) -> None:
    begin(stage)
    session = stage.session
    kept = suggestions.change_policy(session.workspace, SuggestionPolicy(hidden_share=0.5), session.annotator_id)
    settle(stage)
    document = stage.document
    hidden = [n for n, one in enumerate(document.sentences) if kept.is_hidden(document.id, one.start_char)]
    for index in range(len(document.sentences)):
        stage.window.reader.focus_sentence(index)
        press(stage, Qt.Key.Key_2)
    assert [origin == "unaided" for _, _, origin in tags(stage)] == [
        index in hidden for index in range(len(document.sentences))
    ]
    quoted = {"“Kami tidak tahu,”": 1, "“Besok,”": 3, "“Tidak,”": 4}
    assert shown(stage) == [words for words, index in quoted.items() if index not in hidden]


def test_on_and_off_for_the_whole_project(stage: Stage) -> None:
    begin(stage)
    stage.window.actions_table.call("suggestions_on")
    settle(stage)
    assert shown(stage) == []
    assert not stage.window.suggestion_bar.isVisible()
    press(stage, Y)
    assert stage.window.strip.state == "Suggestions are off in this project"
    settle(stage.again())
    assert shown(stage) == []
    stage.window.actions_table.call("suggestions_on")
    settle(stage)
    assert len(shown(stage)) == 3


def test_where_nothing_is_suggested_the_keys_say_so(stage: Stage) -> None:
    begin(stage)
    press(stage, R)
    assert stage.window.strip.state == "No suggestion for this sentence"
    press(stage, Y)
    assert tags(stage) == []
    only = "“Satu,” katanya kemarin."
    stage.load(only)
    settle(stage)
    press(stage, E)
    assert stage.window.strip.state == "No other suggestion in this article"


def test_another_language_has_them_made_anew(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Listening(Marks):
        def suggest(self, text: str, language: str) -> list[Suggestion]:
            asked.append(language)
            return super().suggest(text, language)

    monkeypatch.setattr(suggestions, "suggesters_of", lambda _workspace, _policy: (Listening(),))
    begin(stage)
    stage.window.document_bar.language_chosen.emit("zh")
    settle(stage)
    press(stage, Qt.Key.Key_1, Qt.Key.Key_Down)
    assert asked[-1] == "zh"
    assert len(asked) == 2


def test_what_is_marked_as_no_article_text_is_not_suggested(stage: Stage) -> None:
    begin(stage)
    press(stage, E, Qt.Key.Key_F)
    assert shown(stage) == ["“Besok,”", "“Tidak,”"]
    press(stage, Qt.Key.Key_F)
    assert len(shown(stage)) == 3


def test_what_a_colleague_decides_is_seen(stage: Stage) -> None:
    begin(stage)
    session, key = stage.session, stage.document.id
    first, second, _ = stage.window.reader.opened.suggested.every
    suggestions.reject(session.workspace, key, first, session.annotator_id)
    annotations.add_annotation(session.workspace, key, second.segments, "quote", session.annotator_id)
    settle(stage)
    assert shown(stage) == ["“Tidak,”"]


def test_an_article_that_was_left_gets_none_of_the_others(stage: Stage) -> None:
    begin(stage)
    first = stage.document.id
    stage.load("Another article. It has none.")
    stage.session.reading.open_document(first)
    stage.session.refresh_now()
    stage.session.step(-1)
    stage.session.step(1)
    settle(stage)
    found = [one.extent for one in stage.window.reader.opened.suggested.every]
    assert all(extent.end_char <= len(stage.document.text) for extent in found)


def test_a_suggester_that_fails_is_told_and_nothing_else_breaks(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Sequence[Suggestion]:
        raise RuntimeError

    monkeypatch.setattr(Marks, "suggest", fail)
    begin(stage)
    assert "did not expect" in stage.window.banner.notice.text
    press(stage, Qt.Key.Key_1)
    assert stage.labels_here() == ["claim"]


def test_the_buttons_do_what_the_keys_do(stage: Stage) -> None:
    begin(stage)
    accept, reject, following = stage.window.suggestion_bar.buttons
    following.click()
    settle(stage)
    assert accept.text() == "Accept  Y"
    assert stage.window.reader.hasFocus()
    accept.click()
    settle(stage)
    following.click()
    settle(stage)
    reject.click()
    settle(stage)
    assert [words for _, words, _ in tags(stage)] == ["“Kami tidak tahu,”"]
    assert shown(stage) == ["“Tidak,”"]


def test_a_button_that_goes_gives_the_keyboard_back(stage: Stage) -> None:
    begin(stage)
    press(stage, E)
    accept = stage.window.suggestion_bar.buttons[0]
    accept.setFocus()
    QTest.keyClick(accept, Qt.Key.Key_Space)
    settle(stage)
    assert tags(stage)
    assert stage.window.reader.hasFocus()


def test_two_on_one_sentence_are_gone_through(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    class Twice(Marks):
        def suggest(self, text: str, language: str) -> list[Suggestion]:
            found = super().suggest(text, language)
            whole = Suggestion("claim", (Span(0, 19),), "marks", "marks")
            return [whole, Suggestion("denial", (Span(0, 20),), "marks", "marks"), *found]

    monkeypatch.setattr(suggestions, "suggesters_of", lambda _workspace, _policy: (Twice(),))
    begin(stage)
    bar = stage.window.suggestion_bar
    assert bar.accessibleName() == "Suggested: Denial"
    press(stage, E)
    assert stage.window.reader.focused_sentence() == 0
    assert bar.accessibleName() == "Suggested: Claim"
    press(stage, Y)
    assert bar.accessibleName() == "Suggested: Denial"
    assert stage.labels_here() == ["claim"]


def test_where_nothing_can_be_written_nothing_is_suggested(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(stage)
    monkeypatch.setattr(Workspace, "read_only", True)
    settle(stage)
    assert shown(stage) == []
    assert not stage.window.suggestion_bar.isVisible()


def test_in_an_older_version_nothing_is_suggested(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(stage)
    monkeypatch.setattr(stage.session.reading, "document", replace(stage.document, superseded_by=uuid4()))
    settle(stage)
    assert shown(stage) == []
    assert not stage.window.suggestion_bar.isVisible()


def test_a_project_that_is_closed_meanwhile_takes_no_answer(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(stage)
    session = stage.session

    def ask_again() -> None:
        session.suggesting.close()
        session.refresh_now()

    close_during(stage, monkeypatch, suggestions, "proposals", ask_again)
    assert stage.session is None
    assert stage.window.banner.notice is None


def test_of_a_long_article_the_part_around_the_focus_comes_first(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggesting, "_AT_ONCE", 400)
    asked: list[str] = []

    class Listening(Marks):
        def suggest(self, text: str, language: str) -> list[Suggestion]:
            asked.append(text)
            return super().suggest(text, language)

    monkeypatch.setattr(suggestions, "suggesters_of", lambda _workspace, _policy: (Listening(),))
    lines = [f"Tidak ada apa-apa di baris {number}." for number in range(60)]
    lines[20], lines[40] = "“Satu,” katanya kemarin.", "“Dua,” katanya lagi."
    begin(stage, "\n".join(lines))
    assert len(asked) == 1
    assert stage.window.suggestion_bar.reason.words == "There may be more further on in this article"
    press(stage, E)
    settle(stage)
    assert shown(stage) == ["“Satu,”"]
    assert stage.window.suggestion_bar.accessibleName() == "Suggested: Quote"
    assert len(asked) < 4
    press(stage, Y, E)
    settle(stage)
    assert stage.session.reading.exact_text(stage.window.reader.annotations()[0]) == "“Satu,”"
    assert shown(stage) == ["“Dua,”"]
    press(stage, R, E)
    settle(stage)
    assert stage.window.strip.state == "No suggestion is left in this article"
    assert "".join(asked) == stage.document.text
