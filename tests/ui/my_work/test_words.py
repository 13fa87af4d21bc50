"""What waits, in words."""

from uuid import UUID

from annotator.core.todo import Duty, Todo
from annotator.ui.my_work.words import SIGNS, duty_words, spoken, summary_words, todo_details, todo_title

RETURNED = Todo(Duty.RETURNED_TAG, UUID(int=1), "An article", "Ben", "which\none", passage="The mayor")


def test_each_kind_has_a_sign_and_words() -> None:
    assert set(SIGNS) == set(Duty)
    assert len({duty_words(duty) for duty in Duty}) == len(Duty)


def test_who_said_what_about_which_words() -> None:
    assert todo_details(RETURNED) == "Ben: which one · “The mayor”"
    assert spoken(RETURNED) == "Tag returned, An article, Ben: which one · “The mayor”"
    assert todo_details(Todo(Duty.ASSIGNED, who="Ben", about="de")) == "asked for by Ben · de"
    assert todo_title(Todo(Duty.SELF_CHECK, count=12)).startswith("12 sentences")
    assert todo_title(Todo(Duty.REVIEW)) == "1 reading waits for a review"


def test_how_much() -> None:
    assert summary_words([]) == ""
    assert summary_words([RETURNED, Todo(Duty.ASSIGNED), Todo(Duty.IN_PROGRESS)]) == (
        "1 thing to answer or put right · 2 articles to read"
    )
