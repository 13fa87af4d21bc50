"""What there is to know of an annotation."""

from uuid import UUID

from pytestqt.qtbot import QtBot

from annotator.operations import annotations, review
from annotator.operations.corrections import Correction, correct
from annotator.ui.review.annotation_facts import AnnotationFacts
from tests.operations.review_desk import hand_in, take_up
from tests.store.desk import Desk
from tests.ui.review.readings import reading


def facts_of(qtbot: QtBot, desk: Desk, article: UUID, at: int) -> AnnotationFacts:
    facts = AnnotationFacts()
    qtbot.addWidget(facts)
    facts.show_annotation(reading(desk, article), at, "light", lambda source: source.name)
    facts.show()
    return facts


def test_label_words_fields_note_and_verdicts_are_told(qtbot: QtBot, desk: Desk, article: UUID) -> None:
    take_up(desk, article)
    claim = reading(desk, article).annotations[0].annotation
    annotations.set_note(desk.workspace, claim.id, "Check the year.", desk.ana)
    annotations.set_attributes(desk.workspace, [claim.id], {"accuses": "organisation"}, desk.ana)
    hand_in(desk, article)
    review.return_annotations(desk.workspace, [claim.id], "No source.", desk.ben)
    facts = facts_of(qtbot, desk, article, 0)
    assert facts.place.text() == "1 of 3"
    assert facts.standing.text() == "↩ returned"
    assert facts.note.text() == "Note: Check the year."
    assert [row.text() for row in facts._rows] == ["Accuses", "an organisation"]
    assert "No source." in facts.verdicts.text()
    assert facts.words() == "1 of 3, Claim, ↩ returned, The mayor took the money."


def test_what_is_not_there_takes_no_room_and_another_replaces_it(qtbot: QtBot, desk: Desk, article: UUID) -> None:
    facts = facts_of(qtbot, desk, article, 1)
    assert facts.note.isHidden()
    assert facts.instead.isHidden()
    assert facts.verdicts.isHidden()
    assert facts.problems.isVisible()
    denial = reading(desk, article).annotations[1].annotation
    correct(desk.workspace, denial.id, Correction(label="quote", note="Rather."), desk.ben)
    facts.show_annotation(reading(desk, article), 1, "light", lambda source: source.name)
    assert facts.instead.text() == "Instead: Quote, “She denies it.”"
    assert facts.note.text() == "Note: Rather."
