"""Linking by keyboard and by click, in the window of the program."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.spans import Span
from annotator.operations import annotations, relations
from annotator.operations.annotators import find_or_add_annotator
from tests.ui.stage import Stage

TEXT = (
    "The mayor took the money.\n\nThe bridge was never built, a report says.\n\n"
    "She denies it. “I took nothing and I owe nothing,” she said. The case goes on.\n"
)
OTHER = "Harbour news\n\nThe minister stole the boat.\n\nNobody saw it.\n"
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def settle(stage: Stage) -> None:
    """Have what follows a key done at once, in place of the moment in which it would be."""
    stage.qtbot.waitUntil(lambda: not stage.app.tasks.busy, timeout=5000)
    QApplication.processEvents()
    stage.session.refresh_now()


def press(stage: Stage, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        QTest.keyClick(stage.window.focusWidget(), key, modifier)
    settle(stage)


def tag(stage: Stage, words: str, label: str, by: UUID | None = None) -> Any:
    text, workspace = stage.document.text, stage.session.workspace
    span = Span(text.index(words), text.index(words) + len(words))
    who = by or stage.session.annotator_id
    return annotations.add_annotation(workspace, stage.document.id, [span], label, who)


def focus(stage: Stage, record: Any) -> None:
    settle(stage)
    stage.window.reader.focus_annotation(record.id)
    settle(stage)


def links(stage: Stage) -> list[tuple[str, str, str]]:
    """Each link with the words of its ends; "elsewhere" for one in another article."""
    shown = {one.id: stage.session.reading.exact_text(one) for one in stage.window.reader.annotations()}
    found = relations.read_relations(stage.session.workspace, shown)
    return [(one.kind, shown.get(one.from_id, "elsewhere"), shown.get(one.to_id, "elsewhere")) for one in found]


def listed(stage: Stage) -> Sequence[tuple[str, str]]:
    return [(row.before, row.passage) for row in stage.window.inspector.links.model.rows]


@pytest.fixture
def tagged(stage: Stage) -> tuple[Stage, Any, Any, Any]:
    """Two claims and a denial, the denial in focus."""
    stage.start().load(TEXT)
    first, second = tag(stage, "The mayor took the money.", "claim"), tag(stage, "The bridge was never built", "claim")
    denial = tag(stage, "She denies it.", "denial")
    focus(stage, denial)
    return stage, first, second, denial


def test_one_obvious_candidate_is_linked_with_two_keys(stage: Stage) -> None:
    stage.start().load(TEXT)
    tag(stage, "The mayor took the money.", "claim")
    focus(stage, tag(stage, "She denies it.", "denial"))
    press(stage, Qt.Key.Key_L, Qt.Key.Key_Return)
    assert links(stage) == [("denies", "She denies it.", "The mayor took the money.")]
    assert listed(stage) == [("denies", "“The mayor took the money.”")]
    assert stage.window.strip.state == "Linked: denies · saved"
    assert stage.window.link_bar.isHidden()
    assert [tie.words for tie in stage.window.reader.ties.shown] == ["denies"]
    press(stage, Qt.Key.Key_Down)
    assert stage.window.reader.ties.shown == ()


def test_arrows_move_among_candidates_and_the_nearest_comes_first(tagged: tuple[Stage, Any, Any, Any]) -> None:
    stage, first, second, denial = tagged
    press(stage, Qt.Key.Key_L)
    ties = stage.window.reader.ties
    assert ties.offered == second.id
    assert stage.window.link_bar.way.text() == "denies"
    assert stage.window.link_bar.where.text() == "Claim · sentence 2 · 1 of 2"
    press(stage, Qt.Key.Key_Down)
    assert ties.offered == first.id
    press(stage, Qt.Key.Key_Down)
    assert ties.offered == first.id
    press(stage, Qt.Key.Key_Up)
    assert ties.offered == second.id
    press(stage, Qt.Key.Key_End, Qt.Key.Key_Return)
    assert links(stage) == [("denies", "She denies it.", "The mayor took the money.")]
    assert stage.window.reader.current_annotation().id == denial.id


def test_escape_leaves_and_keys_are_commands_again(tagged: tuple[Stage, Any, Any, Any]) -> None:
    stage, *_ = tagged
    here = stage.window.reader.focused_sentence()
    press(stage, Qt.Key.Key_L, Qt.Key.Key_1, Qt.Key.Key_2)
    assert stage.labels_here() == ["claim", "claim", "denial"]
    press(stage, Qt.Key.Key_Escape)
    assert stage.window.link_bar.isHidden()
    assert stage.window.reader.ties.offered is None
    assert links(stage) == []
    press(stage, Qt.Key.Key_Down)
    assert stage.window.reader.focused_sentence() == here + 1


def test_while_linking_letters_mean_no_suggestion(tagged: tuple[Stage, Any, Any, Any]) -> None:
    stage, *_ = tagged
    bar = stage.window.suggestion_bar
    stage.qtbot.waitUntil(bar.isVisible, timeout=5000)
    press(stage, Qt.Key.Key_L)
    assert bar.isHidden()
    press(stage, Qt.Key.Key_Escape)
    assert bar.isVisible()


def test_l_again_and_tab_go_to_the_next_kind_of_link(tagged: tuple[Stage, Any, Any, Any]) -> None:
    stage, _, second, _ = tagged
    press(stage, Qt.Key.Key_L, Qt.Key.Key_L)
    bar = stage.window.link_bar
    assert bar.way.text() == "responds to"
    press(stage, Qt.Key.Key_Tab)
    assert bar.way.text() == "cued by"
    assert "no cue in this article" in bar.where.text()
    assert stage.window.reader.ties.offered is None
    press(stage, Qt.Key.Key_Return)
    assert links(stage) == []
    press(stage, Qt.Key.Key_Backtab, Qt.Key.Key_Return)
    assert [kind for kind, *_ in links(stage)] == ["responds_to"]
    assert stage.window.reader.annotation(second.id)


def test_a_quote_is_offered_what_it_encloses_first(tagged: tuple[Stage, Any, Any, Any]) -> None:
    stage, *_ = tagged
    quote = tag(stage, "“I took nothing and I owe nothing,”", "quote")
    inside = tag(stage, "I owe nothing", "claim")
    focus(stage, quote)
    press(stage, Qt.Key.Key_L)
    assert stage.window.reader.ties.offered == inside.id
    press(stage, Qt.Key.Key_Return)
    assert links(stage) == [("contains", "“I took nothing and I owe nothing,”", "I owe nothing")]
    focus(stage, inside)
    assert listed(stage) == [("said in", "“I took nothing and I owe nothing,”")]


def test_a_claim_can_be_linked_to_the_quote_around_it(tagged: tuple[Stage, Any, Any, Any]) -> None:
    stage, *_ = tagged
    tag(stage, "“I took nothing and I owe nothing,”", "quote")
    focus(stage, tag(stage, "I owe nothing", "claim"))
    press(stage, Qt.Key.Key_L)
    while stage.window.link_bar.way.text() != "said in":
        press(stage, Qt.Key.Key_Tab)
    press(stage, Qt.Key.Key_Return)
    assert [(kind, to) for kind, _, to in links(stage)] == [("contains", "I owe nothing")]


def test_a_click_on_a_candidate_links_it(tagged: tuple[Stage, Any, Any, Any]) -> None:
    stage, first, _, _ = tagged
    press(stage, Qt.Key.Key_L)
    reader = stage.window.reader
    nowhere = reader.boxes_of(Span(stage.document.text.index("The case"), len(stage.document.text) - 1))[0]
    QTest.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=nowhere.center().toPoint())
    assert "Click on a claim" in stage.window.strip.state
    assert not stage.window.link_bar.isHidden()
    box = reader.boxes_of(first.extent)[0]
    QTest.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    settle(stage)
    assert links(stage) == [("denies", "She denies it.", "The mayor took the money.")]


def test_what_the_rules_forbid_is_said_at_once(tagged: tuple[Stage, Any, Any, Any]) -> None:
    stage, _, _, denial = tagged
    press(stage, Qt.Key.Key_End, Qt.Key.Key_L)
    assert "tag the sentence first" in stage.window.strip.state
    cue = tag(stage, "denies", "cue")
    another = tag(stage, "The case", "cue")
    relations.link(stage.session.workspace, denial.id, "cued_by", cue.id, stage.session.annotator_id)
    focus(stage, denial)
    press(stage, Qt.Key.Key_L, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert "only 1 “cued by”" in stage.window.strip.state
    press(stage, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert another.id not in {one.to_id for one in relations.read_relations(stage.session.workspace, [denial.id])}


def test_what_there_is_and_cannot_be_offered_is_not_said_to_be_none(tagged: tuple[Stage, Any, Any, Any]) -> None:
    stage, first, second, denial = tagged
    for claim in (first, second):
        relations.link(stage.session.workspace, denial.id, "denies", claim.id, stage.session.annotator_id)
    focus(stage, denial)
    bar = stage.window.link_bar
    press(stage, Qt.Key.Key_L)
    assert bar.where.text().startswith("There is no further claim here")
    while bar.way.text() != "said in":
        press(stage, Qt.Key.Key_Tab)
    assert bar.where.text().startswith("There is no quote in this article")
    while bar.way.text() != "superseded by":
        press(stage, Qt.Key.Key_Tab)
    press(stage, Qt.Key.Key_Slash)
    settle(stage)
    assert bar.found.empty_text == "No claim, denial or quote of another article has these words."


def test_an_annotation_of_a_colleague_is_not_linked(tagged: tuple[Stage, Any, Any, Any]) -> None:
    stage, *_ = tagged
    ben = find_or_add_annotator(stage.session.workspace, "Ben")
    focus(stage, tag(stage, "The case goes on.", "cue", ben))
    press(stage, Qt.Key.Key_L)
    assert stage.window.link_bar.way.text() == "cue of"
    press(stage, Qt.Key.Key_Escape)
    focus(stage, tag(stage, "The case goes on.", "source_mention", ben))
    press(stage, Qt.Key.Key_L)
    assert "Ben" in stage.window.strip.state
    assert stage.window.link_bar.isHidden()


def test_a_claim_of_another_article_is_found_by_its_words(stage: Stage) -> None:
    stage.start().load(OTHER)
    tag(stage, "The minister stole the boat.", "claim")
    elsewhere = stage.document.id
    stage.load(TEXT)
    focus(stage, tag(stage, "She denies it.", "denial"))
    press(stage, Qt.Key.Key_L, Qt.Key.Key_M)
    QTest.keyClicks(stage.window.focusWidget(), "inister boa")
    bar = stage.window.link_bar
    with stage.qtbot.waitSignal(bar.asked, timeout=3000):
        pass  # a moment after the last letter
    settle(stage)
    assert bar.model.rows[0].beside.startswith("Harbour news")
    press(stage, Qt.Key.Key_Return)
    assert links(stage) == [("denies", "She denies it.", "elsewhere")]
    assert stage.window.reader.hasFocus()
    (row,) = stage.window.inspector.links.model.rows
    assert (row.before, row.passage, row.elsewhere) == ("denies", "“The minister stole the boat.”", True)
    stage.window.inspector.links.enter()
    press(stage, Qt.Key.Key_Return)
    assert stage.document.id == elsewhere
    assert listed(stage) == [("denied by", "“She denies it.”")]


def test_a_search_that_finds_nothing_says_so_and_escape_goes_back_step_by_step(
    tagged: tuple[Stage, Any, Any, Any],
) -> None:
    stage, _, second, _ = tagged
    press(stage, Qt.Key.Key_L, Qt.Key.Key_Slash)
    bar = stage.window.link_bar
    stage.qtbot.waitUntil(lambda: "No claim" in bar.found.empty_text, timeout=3000)
    press(stage, Qt.Key.Key_Escape)
    assert not bar.is_searching
    assert stage.window.reader.ties.offered == second.id
    press(stage, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_leaving_the_sentence_or_losing_the_tag_ends_it(tagged: tuple[Stage, Any, Any, Any]) -> None:
    stage, _, _, denial = tagged
    press(stage, Qt.Key.Key_L)
    annotations.remove_annotations(stage.session.workspace, [denial.id], stage.session.annotator_id)
    settle(stage)
    assert stage.window.link_bar.isHidden()
    assert stage.session.linking.start is None
    focus(stage, tag(stage, "She denies it.", "denial"))
    press(stage, Qt.Key.Key_L)
    stage.window.library.filter_field.setFocus()
    settle(stage)
    assert stage.window.link_bar.isHidden()


def test_another_project_has_no_link_mode(tagged: tuple[Stage, Any, Any, Any]) -> None:
    stage, *_ = tagged
    press(stage, Qt.Key.Key_L)
    window = stage.window
    stage.app.projects.close()
    assert window.link_bar.isHidden()
    assert window.inspector.links.model.rows == ()
