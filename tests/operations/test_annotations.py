"""Tagging: what is refused, and what exactly is kept."""

from uuid import uuid4

import pytest

from annotator.core.spans import Span
from annotator.errors import EditConflict, InvalidLabelSet, InvalidSpan, NotFound
from annotator.operations import annotations, history
from tests.store.desk import ARTICLE, Desk


def test_a_tag_is_what_was_asked_for(desk: Desk) -> None:
    document_id = desk.load()
    made = annotations.add_annotation(
        desk.workspace, document_id, [Span(21, 37), Span(0, 20)], "quote", desk.ana, "ask again \n", "rule"
    )
    assert made == annotations.read_annotation(desk.workspace, made.id)
    assert made.segments == (Span(0, 20), Span(21, 37))
    assert made.extent == Span(0, 37)
    assert (made.label, made.annotator, made.note, made.origin) == ("quote", "Ana", "ask again", "rule")
    assert made.created_at.utcoffset() is not None


@pytest.mark.parametrize(
    "segments",
    [[], [Span(3, 3)], [Span(5, 2)], [Span(-1, 4)], [Span(0, len(ARTICLE) + 1)], [Span(0, 9), Span(5, 12)]],
)
def test_a_stretch_that_is_none_is_refused(desk: Desk, segments: list[Span]) -> None:
    document_id = desk.load()
    entries = desk.entries()
    with pytest.raises(InvalidSpan):
        annotations.add_annotation(desk.workspace, document_id, segments, "claim", desk.ana)
    with pytest.raises(InvalidSpan):
        annotations.toggle_label(desk.workspace, document_id, segments, "claim", desk.ana)
    assert desk.entries() == entries


def test_a_stretch_may_not_cut_a_character(desk: Desk) -> None:
    document_id = desk.load("Kata 👩🏽‍🚒 e\u0301 itu.")
    for span in (Span(5, 6), Span(6, 9), Span(10, 11)):
        with pytest.raises(InvalidSpan):
            annotations.add_annotation(desk.workspace, document_id, [span], "claim", desk.ana)
    assert annotations.add_annotation(desk.workspace, document_id, [Span(5, 9)], "claim", desk.ana)


def test_only_the_project_s_labels(desk: Desk) -> None:
    document_id = desk.load()
    with pytest.raises(InvalidLabelSet, match="claim, denial, quote"):
        desk.tag(document_id, label="rumour")
    tagged = desk.tag(document_id)
    with pytest.raises(InvalidLabelSet):
        annotations.set_label(desk.workspace, tagged.id, "rumour", desk.ana)


def test_no_tag_without_an_article(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.tag(uuid4())


def test_the_same_key_again_takes_the_label_off(desk: Desk) -> None:
    document_id = desk.load()
    spans = [Span(0, 20)]
    made = annotations.toggle_label(desk.workspace, document_id, spans, "claim", desk.ana)
    assert made
    assert annotations.toggle_label(desk.workspace, document_id, spans, "quote", desk.ana)
    assert annotations.toggle_label(desk.workspace, document_id, spans, "claim", desk.ben)
    assert annotations.toggle_label(desk.workspace, document_id, [Span(0, 19)], "claim", desk.ana)
    assert annotations.toggle_label(desk.workspace, document_id, spans, "claim", desk.ana) is None
    left = {(row["label"], row["end_char"], row["annotator_id"]) for row in desk.rows()["annotation"]}
    assert left == {("quote", 20, desk.ana), ("claim", 20, desk.ben), ("claim", 19, desk.ana)}
    history.undo(desk.workspace, desk.ana)
    assert annotations.read_annotation(desk.workspace, made.id) == made


def test_several_tags_go_in_one_step(desk: Desk) -> None:
    document_id = desk.load()
    ids = [desk.tag(document_id, start).id for start in range(3)]
    annotations.remove_annotations(desk.workspace, iter(ids), desk.ana)
    assert desk.rows()["annotation"] == []
    assert history.undo(desk.workspace, desk.ana) == "Remove 3 tags"
    assert len(annotations.read_annotations(desk.workspace, ids)) == 3


def test_one_s_own_can_be_changed(desk: Desk) -> None:
    tagged = desk.tag(desk.load())
    annotations.set_note(desk.workspace, tagged.id, "क्या? \x00 👩🏽‍🚒\ud800", desk.ana)
    annotations.set_label(desk.workspace, tagged.id, "denial", desk.ana)
    annotations.set_segments(desk.workspace, tagged.id, [Span(5, 9), Span(10, 19)], desk.ana)
    record = annotations.read_annotation(desk.workspace, tagged.id)
    assert (record.note, record.label) == ("क्या?  👩🏽‍🚒?", "denial")
    assert record.segments == (Span(5, 9), Span(10, 19))
    annotations.set_segments(desk.workspace, tagged.id, [Span(0, 4)], desk.ana)
    assert annotations.read_annotation(desk.workspace, tagged.id).segments == (Span(0, 4),)


def test_somebody_else_s_cannot(desk: Desk) -> None:
    tagged = desk.tag(desk.load(), by=desk.ben)
    before = desk.rows()
    for change in (
        lambda: annotations.set_note(desk.workspace, tagged.id, "x", desk.ana),
        lambda: annotations.set_label(desk.workspace, tagged.id, "quote", desk.ana),
        lambda: annotations.set_segments(desk.workspace, tagged.id, [Span(0, 2)], desk.ana),
        lambda: annotations.remove_annotations(desk.workspace, [tagged.id], desk.ana),
    ):
        with pytest.raises(EditConflict, match="Ben"):
            change()
    assert desk.rows() == before


def test_what_is_gone_is_not_found(desk: Desk) -> None:
    tagged = desk.tag(desk.load())
    annotations.remove_annotations(desk.workspace, [tagged.id], desk.ana)
    for verb in (
        lambda: annotations.read_annotation(desk.workspace, tagged.id),
        lambda: annotations.set_note(desk.workspace, tagged.id, "x", desk.ana),
        lambda: annotations.remove_annotations(desk.workspace, [tagged.id], desk.ana),
    ):
        with pytest.raises(NotFound):
            verb()
    assert annotations.read_annotations(desk.workspace, [tagged.id]) == []


def test_removing_is_whole_or_not_at_all(desk: Desk) -> None:
    document_id = desk.load()
    mine, other = desk.tag(document_id), desk.tag(document_id, by=desk.ben)
    with pytest.raises(EditConflict):
        annotations.remove_annotations(desk.workspace, [mine.id, other.id], desk.ana)
    assert len(desk.rows()["annotation"]) == 2


def test_an_annotation_is_found_by_the_beginning_of_its_id(desk: Desk) -> None:
    document_id = desk.load()
    first, second = desk.tag(document_id), desk.tag(document_id)
    assert annotations.find_annotation(desk.workspace, str(first.id)) == first.id
    assert annotations.find_annotation(desk.workspace, second.id.hex.upper()) == second.id
    with pytest.raises(NotFound, match="More than one"):
        annotations.find_annotation(desk.workspace, first.id.hex[:4])
    for nonsense in ("", "xyz", "f" * 40, "ffffffff"):
        with pytest.raises(NotFound, match="There is no annotation"):
            annotations.find_annotation(desk.workspace, nonsense)


def test_nothing_here_is_marked_once(desk: Desk) -> None:
    document_id = desk.load()
    annotations.mark_nothing(desk.workspace, document_id, [Span(0, 20), Span(51, 67)], desk.ana)
    entries = desk.entries()
    annotations.mark_nothing(desk.workspace, document_id, [Span(4, 10), Span(51, 60)], desk.ana)
    assert desk.entries() == entries
    assert annotations.read_marks(desk.workspace, document_id) == [Span(0, 20), Span(51, 67)]
    annotations.mark_nothing(desk.workspace, document_id, [Span(0, 20)], desk.ben)
    assert annotations.clear_nothing(desk.workspace, document_id, [Span(3, 4)], desk.ana)
    assert annotations.read_marks(desk.workspace, document_id) == [Span(0, 20), Span(51, 67)]
    assert not annotations.clear_nothing(desk.workspace, document_id, [Span(3, 4)], desk.ana)
    assert annotations.clear_nothing(desk.workspace, document_id, [Span(0, 67)], desk.ben)
    assert annotations.read_marks(desk.workspace, document_id) == [Span(51, 67)]


def test_nothing_here_needs_a_stretch(desk: Desk) -> None:
    document_id = desk.load()
    with pytest.raises(InvalidSpan):
        annotations.mark_nothing(desk.workspace, document_id, [Span(4, 4)], desk.ana)
    assert not annotations.clear_nothing(desk.workspace, document_id, [], desk.ana)


def test_a_quote_in_marks_begins_as_a_direct_one_unless_something_else_is_said(desk: Desk) -> None:
    document_id = desk.load()
    quote = [Span(21, 39)]
    made = annotations.add_annotation(desk.workspace, document_id, quote, "quote", desk.ana)
    assert dict(made.attributes) == {"quote_type": "direct"}
    indirect = annotations.add_annotation(desk.workspace, document_id, [Span(0, 9)], "quote", desk.ana)
    assert dict(indirect.attributes) == {"quote_type": "indirect"}
    said = annotations.add_annotation(
        desk.workspace, document_id, quote, "quote", desk.ben, attributes={"quote_type": "mixed", "medium": "speech"}
    )
    assert dict(said.attributes) == {"quote_type": "mixed", "medium": "speech"}
    assert desk.tag(document_id, 21, 39, "claim").attributes == {}
