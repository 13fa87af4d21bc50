"""What was decided about each sentence of an article."""

from dataclasses import replace
from uuid import UUID

from annotator.core.learned.decisions import decisions_of
from annotator.core.records import DocumentRecord, RejectedRecord
from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion
from tests.core.learned.project import LABELS, annotation, article, furniture

TEXT = "Ani denied it. The port closed. Rain fell. Boats left."


def decided(record: DocumentRecord) -> dict[str, tuple[set[str], set[str]]]:
    """The text of each sentence that teaches something, with what it has and lacks."""
    found = decisions_of(record, LABELS, ())
    return {record.text[slice(*one.look.extent)]: ({*one.has}, {*one.lacks}) for one in found}


def test_undecided_sentences_teach_nothing() -> None:
    assert decided(article(text=TEXT)) == {}


def test_tags_and_nothing_here_are_decisions() -> None:
    record = article(text=TEXT)
    record = replace(record, annotations=(annotation(record, "denial", Span(0, 14)),), marks=(record.sentences[1],))
    assert decided(record) == {
        "Ani denied it.": ({"denial"}, {"claim", "quote"}),
        "The port closed.": (set(), {*LABELS}),
    }


def test_marks_that_do_not_count_decide_nothing() -> None:
    record = article(text=TEXT)
    assert decided(replace(record, annotations=(annotation(record, "cue", Span(4, 10)),))) == {}


def test_furniture_is_no_sentence_to_learn_from() -> None:
    record = article(text=TEXT)
    record = replace(record, marks=tuple(record.sentences), furniture=(furniture(record, 2),))
    assert [*decided(record)] == ["Ani denied it.", "The port closed.", "Boats left."]


def test_a_rejection_speaks_of_its_label_alone_until_the_sentence_is_decided() -> None:
    record = article(text=TEXT)
    rejection = RejectedRecord(UUID(int=9), record.id, "claim", (Span(15, 30),), "Ana", "cues")
    record = replace(record, rejected=(rejection,))
    assert decided(record) == {"The port closed.": (set(), {"claim"})}
    tagged = replace(record, annotations=(annotation(record, "claim", Span(15, 31)),))
    assert decided(tagged) == {"The port closed.": ({"claim"}, {"denial", "quote"})}


def test_copies_are_one_group_and_cues_are_seen() -> None:
    record = article(text=TEXT, group=5)
    record = replace(record, marks=(record.sentences[0],))
    (decision,) = decisions_of(record, LABELS, [Suggestion("denial", (Span(0, 14),), "cues", "")])
    assert decision.group == record.copy_group
    assert decision.language == "en"
    assert decision.look.cued == {"denial"}
