"""The page of one's own work: kept up to date, and Enter opens the place."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from annotator.operations import people, readings, review
from annotator.operations.comments import add_comment
from annotator.ui.waiting import PAGE
from tests.ui.stage import Stage


@pytest.fixture
def asked(stage: Stage) -> Stage:
    """An article with a claim that Ben has returned, and another one that is open."""
    stage.start().load()
    stage.session.tagging.tag("claim")
    stage.settle()
    session, here = stage.session, stage.document.id
    ben = people.add_person(session.workspace, "Ben")
    (claim,) = stage.window.reader.annotations()
    readings.submit(session.workspace, here, session.annotator_id)
    review.return_annotations(session.workspace, [claim.id], "which mayor", ben)
    review.return_reading(session.workspace, here, session.annotator_id, "See the claim", ben)
    return stage.load("Another article.")


def page_of(stage: Stage) -> Any:
    stage.qtbot.keyClick(stage.window.reader, Qt.Key.Key_F9)
    stage.settle()
    assert stage.window.pages.name == PAGE
    return stage.window.pages.currentWidget()


def duties(page: Any) -> list[str]:
    return [one.duty.value for one in page.model.todos]


def test_enter_opens_the_place(asked: Stage) -> None:
    page = page_of(asked)
    assert duties(page) == ["returned_reading", "returned_tag"]
    asked.qtbot.keyClick(page.list_view, Qt.Key.Key_Down)
    asked.qtbot.keyClick(page.list_view, Qt.Key.Key_Return)
    asked.settle()
    assert asked.window.pages.is_home
    assert asked.document.title.startswith("The mayor")
    assert asked.window.reader.current_annotation().label == "claim"


def test_it_follows_what_others_do(asked: Stage) -> None:
    page = page_of(asked)
    ben = people.people(asked.session.workspace)[1].id
    name = asked.session.identifying.person.name
    add_comment(asked.session.workspace, asked.document.id, f"@{name} why?", ben)
    asked.qtbot.waitUntil(lambda: duties(page) == ["returned_reading", "returned_tag", "mention"], timeout=5000)
    page.list_view.setCurrentIndex(page.model.index(2, 0))
    asked.qtbot.keyClick(page.list_view, Qt.Key.Key_Return)
    asked.settle()
    assert asked.document.title == "Another article."


def test_a_reviewer_gets_to_the_page_of_reviews(asked: Stage) -> None:
    session = asked.session
    readings.submit(session.workspace, asked.document.id, session.annotator_id)
    ben = people.people(session.workspace)[1].id
    people.change_person(session.workspace, ben, role="reviewer")
    session.identifying.become(ben)
    asked.settle()
    page = page_of(asked)
    assert duties(page) == ["review"]
    asked.qtbot.keyClick(page.list_view, Qt.Key.Key_Return)
    asked.settle()
    assert asked.window.pages.name not in (PAGE, "article", "welcome")


def test_escape_leads_back_to_the_text(asked: Stage) -> None:
    page = page_of(asked)
    asked.qtbot.keyClick(page.list_view, Qt.Key.Key_Escape)
    assert asked.window.pages.is_home


def test_somebody_else_has_other_work(asked: Stage) -> None:
    page_of(asked)
    asked.session.identifying.become(people.people(asked.session.workspace)[1].id)
    asked.settle()
    assert asked.window.pages.is_home
    assert duties(page_of(asked)) == []


def test_it_goes_with_the_project(asked: Stage) -> None:
    page = page_of(asked)
    asked.app.projects.close()
    assert page.model.todos == ()
