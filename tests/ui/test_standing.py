"""How far one is stands over the text and in the library, and follows what is done."""

from annotator.core.readings import State
from annotator.operations import people, readings, review
from annotator.ui.library.document_model import DocumentModel
from annotator.ui.library.reading_states import StateFilter
from annotator.ui.standing import READING
from tests.ui.stage import Stage


def shows(stage: Stage, words: str) -> bool:
    """The state over the text follows the page after a moment."""
    stage.qtbot.waitUntil(lambda: stage.window.reading_state.text().strip() == words)
    return True


def rows(stage: Stage) -> list[str]:
    model = stage.window.library.list_view.model()
    found = [model.index(row, 0).data(DocumentModel.ReadingRole) for row in range(model.rowCount())]
    return [one.state.value if one else "" for one in found]


def hand_in(stage: Stage) -> None:
    readings.submit(stage.session.workspace, stage.document.id, stage.session.annotator_id)
    stage.settle()


def test_it_follows_what_is_done(stage: Stage) -> None:
    stage.start().load()
    assert shows(stage, "Unread")
    assert stage.window.reading_state.isVisible()
    stage.session.tagging.tag("claim")
    stage.settle()
    assert shows(stage, "In progress")
    stage.session.undo()
    stage.settle()
    assert shows(stage, "Unread")
    hand_in(stage)
    assert shows(stage, "Handed in")
    stage.window.library.refresh_progress([stage.document.id])
    stage.qtbot.waitUntil(lambda: rows(stage) == ["submitted"])


def test_no_article_no_state(stage: Stage) -> None:
    stage.start()
    assert not stage.window.reading_state.isVisible()


def test_somebody_else_is_somewhere_else(stage: Stage) -> None:
    stage.start().load()
    hand_in(stage)
    stage.session.identifying.become(people.add_person(stage.session.workspace, "Ben"))
    stage.settle()
    assert shows(stage, "Unread")


def test_a_returned_article_says_so_with_the_reason(stage: Stage) -> None:
    stage.start().load()
    stage.session.tagging.tag("claim")
    stage.settle()
    hand_in(stage)
    ben = people.add_person(stage.session.workspace, "Ben")
    who, here = stage.session.annotator_id, stage.document.id
    (claim,) = stage.window.reader.annotations()
    review.return_annotations(stage.session.workspace, [claim.id], "which mayor", ben)
    review.return_reading(stage.session.workspace, here, who, "See the claim", ben)
    stage.settle()
    assert shows(stage, "Returned")
    assert stage.window.banner.notice.text == "Ben has returned this article: See the claim"
    stage.window.banner.notice.ways[0].take()
    dialog = stage.session.submitting._dialog
    assert dialog.list_view.model().index(0, 0).data() == "which mayor"
    dialog.go.click()
    stage.settle()
    assert stage.window.reader.current_annotation().id == claim.id
    assert stage.window.inspector.card.returned.text() == "Ben has returned this: which mayor"
    assert stage.window.inspector.card.returned.isVisible()
    hand_in(stage)
    assert stage.window.banner.notice is None
    assert not stage.window.inspector.card.returned.isVisible()


def test_what_was_said_of_one_article_is_not_said_of_the_next(stage: Stage) -> None:
    stage.start().load()
    first = stage.document.id
    stage.session.submitting.submit()
    stage.settle()
    assert stage.window.banner.notice.topic == READING
    stage.load("Another article.")
    assert stage.window.banner.notice is None
    stage.session.reading.open_document(first)
    stage.settle()
    assert stage.session.standing.reading.state is State.SUBMITTED


def test_the_library_shows_only_what_is_wanted(stage: Stage) -> None:
    stage.start().load().load("Another article.")
    library = stage.window.library
    library.states.pick(StateFilter.SUBMITTED)
    assert library.list_view.model().rowCount() == 0
    assert "Handed in" in library.list_view.empty_text
    hand_in(stage)
    stage.qtbot.waitUntil(lambda: library.list_view.model().rowCount() == 1)
    library.states.pick(StateFilter.UNREAD)
    assert library.list_view.model().rowCount() == 1
    stage.session.identifying.become(people.add_person(stage.session.workspace, "Ben"))
    stage.settle()
    assert library.list_view.model().rowCount() == 2


def test_a_click_hands_in_and_then_says_how_to_get_back(stage: Stage) -> None:
    stage.start().load()
    stage.window.reading_state.click()
    stage.settle()
    assert shows(stage, "Handed in")
    stage.window.reading_state.click()
    stage.window.banner.notice.ways[0].take()
    stage.settle()
    assert shows(stage, "Unread")
