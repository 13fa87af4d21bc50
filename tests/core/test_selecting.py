"""What a selection takes of an article: by label, annotator, state and what is said of an annotation."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from annotator.core.records import AnnotationRecord, DocumentRecord, RelationRecord, SourceRecord
from annotator.core.selecting import Selecting, as_said, day_of, known, without
from annotator.core.selection import Selection
from annotator.core.spans import Span
from annotator.errors import AnnotatorError, InvalidDetails, InvalidLabelSet, NotFound
from annotator.operations.label_sets import shipped_label_set

LABEL_SET = shipped_label_set("newsroom")
MADE = datetime(2026, 1, 1, tzinfo=UTC)
HOME, OTHER = UUID(int=100), UUID(int=200)


def annotation(number: int, label: str, annotator: str = "Ana", **more: object) -> AnnotationRecord:
    segments = (Span(number, number + 1),)
    made = AnnotationRecord(UUID(int=number), HOME, label, segments, annotator, "", "manual", MADE)
    return replace(made, **more)  # type: ignore[arg-type]


RINA = SourceRecord(UUID(int=50), "Rina")
QUOTE = annotation(1, "quote", attributes={"quote_type": "direct"})
CLAIM = annotation(2, "claim", "Ben", review_state="approved")
DENIAL = annotation(3, "denial")
LINKS = (
    RelationRecord(UUID(int=60), HOME, "denies", DENIAL.id, CLAIM.id, None, "Ana"),
    RelationRecord(UUID(int=61), HOME, "attributed_to", QUOTE.id, None, RINA.id, "Ana"),
    RelationRecord(UUID(int=62), HOME, "denies", DENIAL.id, OTHER, None, "Ana"),
)
ARTICLE = DocumentRecord(
    HOME, "", "", "", "", "", "id", None, False, "abcdef", "", "", "", "", MADE, (), (), (), (QUOTE, CLAIM, DENIAL),
    relations=LINKS, sources=(RINA,),
)  # fmt: skip


def taken(**wanted: object) -> list[str]:
    selecting = Selecting(Selection(**wanted), LABEL_SET)  # type: ignore[arg-type]
    dropped = selecting.dropped(ARTICLE)
    assert selecting.narrows or not dropped
    return [one.label for one in ARTICLE.annotations if one not in dropped]


def test_whatever_is_empty_does_not_narrow() -> None:
    assert taken() == ["quote", "claim", "denial"]
    assert not Selecting(Selection(), LABEL_SET).narrows


def test_by_label_annotator_and_state() -> None:
    assert taken(labels=("claim", "denial")) == ["claim", "denial"]
    assert taken(annotators=("Ben",)) == ["claim"]
    assert taken(states=("draft",)) == ["quote", "denial"]
    assert taken(labels=("quote",), annotators=("Ben",)) == []


def test_by_attribute_with_defaults_counted_and_sources_by_name() -> None:
    assert taken(attributes=(("quote_type", "direct"),)) == ["quote"]
    assert taken(attributes=(("medium", "unknown"),)) == ["quote"]  # nobody has said it: it is the default
    assert taken(attributes=(("quote_type", "direct"), ("quote_type", "indirect"))) == ["quote"]
    assert taken(attributes=(("quote_type", "direct"), ("medium", "speech"))) == []
    assert taken(attributes=(("attributed_to", "Rina"),)) == ["quote"]
    assert taken(attributes=(("attributed_to", "Budi"),)) == []


@pytest.mark.parametrize(
    ("wanted", "error", "words"),
    [
        ({"labels": ("lie",)}, InvalidLabelSet, "no label “lie” in this project; it has claim, "),
        ({"states": ("new",)}, NotFound, "no state “new” to choose by; there are draft, submitted"),
        ({"attributes": (("colour", "red"),)}, InvalidLabelSet, "no attribute “colour”"),
        ({"attributes": (("quote_type", "odd"),)}, NotFound, "“odd” to choose by; there are direct"),
    ],
)
def test_what_is_not_there_is_refused_and_what_is_there_named(
    wanted: dict[str, object], error: type[AnnotatorError], words: str
) -> None:
    with pytest.raises(error, match=words):
        taken(**wanted)


def test_an_annotation_goes_with_its_links_and_sources() -> None:
    left = without(ARTICLE, {CLAIM.id})
    assert [one.label for one in left.annotations] == ["quote", "denial"]
    assert [one.id.int for one in left.relations] == [61, 62]
    assert without(ARTICLE, {QUOTE.id}).sources == ()
    assert without(ARTICLE, ()) is ARTICLE
    assert [one.id.int for one in without(ARTICLE, (), lambda key: key != OTHER).relations] == [60, 61]


def test_words_of_a_person_are_understood_whatever_their_case() -> None:
    assert known("outlet", ["tempo", "Kompas"], ["Kompas", "Tempo"]) == ("Tempo", "Kompas")
    with pytest.raises(NotFound, match="there are none"):
        known("outlet", ["Tempo"], [])
    with pytest.raises(NotFound, match="o11 and 3 more"):
        known("outlet", ["Tempo"], [f"o{at}" for at in range(15)])


def test_days() -> None:
    assert (day_of(""), day_of("2026-01-02"), day_of("2026-01-02 10:00")) == ("", "2026-01-02", "2026-01-02")
    with pytest.raises(InvalidDetails, match="“yesterday” is no date"):
        day_of("yesterday")
    assert [as_said(value) for value in (True, False, None, 3, "x")] == ["yes", "no", None, "3", "x"]
