"""A reading that one copy has closed and the other went on with is listed, in both directions, and settled."""

from pathlib import Path
from uuid import UUID

import pytest

from annotator.core.spans import Span
from annotator.operations import annotations, review
from annotator.operations.conflicts import list_conflicts, settle
from annotator.operations.corrections import Correction, correct
from tests.operations.review_desk import hand_in, state
from tests.store.desk import Desk
from tests.store.merging.two_copies import bring, copy_of, facts, in_both_directions


@pytest.fixture
def home(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "home.annotator")


def closed_at_home(home: Desk) -> tuple[Desk, UUID, UUID]:
    """A copy; Ana's reading is approved at home after it was made."""
    article = home.load()
    tag = home.tag(article)
    away = copy_of(home, "away.annotator")
    hand_in(home, article)
    review.approve_reading(home.workspace, article, home.ana, home.ben, rest=True)
    return away, article, tag.id


@pytest.mark.parametrize("change", ["note", "new", "gone", "mark"])
def test_whoever_goes_on_elsewhere_is_told(home: Desk, change: str) -> None:
    away, article, tag = closed_at_home(home)
    if change == "note":
        annotations.set_note(away.workspace, tag, "more", away.ana)
    elif change == "new":
        away.tag(article, 10, 19)
    elif change == "gone":
        annotations.remove_annotations(away.workspace, [tag], away.ana)
    else:
        annotations.mark_nothing(away.workspace, article, [Span(51, 67)], away.ana)
    left, right = in_both_directions(home, away)
    assert facts(left) == facts(right)
    (conflict,) = list_conflicts(left.workspace)
    assert conflict.what == "This reading of Ana was handed in or approved in one copy and gone on with in the other."
    assert (conflict.kept.words, conflict.other.words) == ("approved", "open")
    assert (conflict.kept.annotator, conflict.other.annotator) == ("Ben", "Ana")
    assert bring(left, away).nothing_new
    settle(left.workspace, conflict.id, "other", left.ben)
    assert state(left, article) == ("open", "", left.ben)
    assert left.problems() == right.problems() == []


def test_nobody_is_told_of_what_is_no_part_of_the_reading(home: Desk) -> None:
    away, article, _ = closed_at_home(home)
    away.tag(article, 10, 19, by=away.ben)
    taken_back = away.tag(article, 0, 9)
    annotations.remove_annotations(away.workspace, [taken_back.id], away.ana)
    bring(home, away)
    assert list_conflicts(home.workspace) == []
    assert home.problems() == []


def test_nor_of_work_that_was_handed_in_where_it_was_done(home: Desk) -> None:
    article = home.load()
    away = copy_of(home, "away.annotator")
    tag = away.tag(article)
    hand_in(away, article)
    correct(away.workspace, tag.id, Correction(label="denial"), away.ben)
    bring(home, away)
    assert list_conflicts(home.workspace) == []
    assert state(home, article)[0] == "submitted"
