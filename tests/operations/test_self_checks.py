"""One's own sentences come back unmarked, and what comes of it is one's own business."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from annotator.core.spans import Span
from annotator.errors import EditConflict, InvalidLabelSet, NotFound
from annotator.operations import annotations, documents
from annotator.operations.self_checks import answer_check, due_checks, own_consistency, take_sentences
from annotator.operations.verification import verify
from tests.store.desk import Desk

TEXT = "Prices rise fast. The mayor denied it. Nobody knows. They left."
LATER = datetime.now(UTC) + timedelta(days=30)


@pytest.fixture
def article(desk: Desk) -> UUID:
    """Ana has tagged two sentences, found nothing in the third, and not decided on the fourth."""
    made = desk.load(TEXT)
    desk.tag(made, 0, 17)
    desk.tag(made, 18, 27, "denial")
    desk.tag(made, 39, 45, "quote", desk.ben)
    annotations.mark_nothing(desk.workspace, made, [Span(39, 52)], desk.ana)
    return made


def words(desk: Desk, article: UUID) -> set[str]:
    text = documents.read_document(desk.workspace, article).text
    return {text[one.sentence.start_char : one.sentence.end_char] for one in due_checks(desk.workspace, desk.ana)}


def test_what_was_decided_comes_back_and_changes_nothing(desk: Desk, article: UUID) -> None:
    before = documents.read_document(desk.workspace, article).annotations
    assert take_sentences(desk.workspace, desk.ana, 1, now=LATER) == 3
    assert words(desk, article) == {"Prices rise fast.", "The mayor denied it.", "Nobody knows."}
    assert take_sentences(desk.workspace, desk.ana, 1, now=LATER) == 0  # nothing is asked twice
    for one in due_checks(desk.workspace, desk.ana):
        answer_check(desk.workspace, one.id, [("claim", [one.sentence])], desk.ana)
    assert due_checks(desk.workspace, desk.ana) == []
    found = own_consistency(desk.workspace, desk.ana)
    assert (found.overall.n, found.overall.same) == (3, pytest.approx(1 / 3))
    claim = next(one for one in found.labels if one.label == "claim")
    assert (claim.n, claim.same, claim.both, claim.same_stretch) == (3, pytest.approx(1 / 3), 1, 1)
    assert documents.read_document(desk.workspace, article).annotations == before
    assert not verify(desk.workspace).problems


def test_nothing_young_is_asked(desk: Desk, article: UUID) -> None:
    assert take_sentences(desk.workspace, desk.ana, 1) == 0
    assert take_sentences(desk.workspace, desk.ana, 0.01, now=LATER) == 1


def test_nobody_else_sees_or_answers_it(desk: Desk, article: UUID) -> None:
    take_sentences(desk.workspace, desk.ana, 1, now=LATER)
    one = due_checks(desk.workspace, desk.ana)[0]
    assert due_checks(desk.workspace, desk.ben) == []
    assert own_consistency(desk.workspace, desk.ben).overall.n == 0
    with pytest.raises(EditConflict, match="Somebody else"):
        answer_check(desk.workspace, one.id, [], desk.ben)
    with pytest.raises(NotFound):
        answer_check(desk.workspace, uuid4(), [], desk.ana)
    with pytest.raises(InvalidLabelSet):
        answer_check(desk.workspace, one.id, [("rumour", [one.sentence])], desk.ana)
