"""An article as of any moment: what replaying its journal up to then gives."""

from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.records import AnnotationRecord
from annotator.core.spans import Span
from annotator.operations import annotations, documents, history, relations
from annotator.operations.timeline import Timeline, read_timeline
from tests.store.desk import Desk

TEXT = "Prices rise.\nThe mayor denied it. “No,” she said."


def shown(desk: Desk, article: UUID) -> list[AnnotationRecord]:
    records = documents.read_document(desk.workspace, article).annotations
    return sorted(records, key=lambda record: (record.segments, record.id))


def test_each_moment_is_what_was_there_then(desk: Desk) -> None:
    article = desk.load(TEXT)
    claim = desk.tag(article, 0, 6)
    denial = desk.tag(article, 13, 22, "denial", desk.ben)
    link = relations.link(desk.workspace, denial.id, "denies", claim.id, desk.ben)
    relations.unlink(desk.workspace, [link.id], desk.ben)
    annotations.remove_annotations(desk.workspace, [claim.id], desk.ana)
    timeline = read_timeline(desk.workspace, article)
    assert [moment.title for moment in timeline.moments] == [
        "Tag claim",
        "Tag denial",
        "Link",
        "Remove link",
        "Remove tag",
    ]
    labels = [[record.label for record in timeline.annotations(index)] for index in range(-1, 5)]
    assert labels == [[], ["claim"], ["claim", "denial"], ["claim", "denial"], ["claim", "denial"], ["denial"]]
    assert [len(timeline.links(index)) for index in range(5)] == [0, 0, 1, 0, 0]
    assert timeline.annotations(0) == [claim]
    assert timeline.moments[1].annotator == "Ben"


def test_a_time_finds_its_moment(desk: Desk) -> None:
    article = desk.load(TEXT)
    desk.tag(article)
    annotations.mark_nothing(desk.workspace, article, [Span(13, 30)], desk.ana)
    timeline = read_timeline(desk.workspace, article)
    assert timeline.index_at(timeline.moments[0].at) == 0
    assert timeline.index_at(timeline.moments[0].at - timedelta(seconds=1)) == -1
    assert timeline.index_at(datetime.now(UTC)) == 1
    assert timeline.marks(1) == [Span(13, 30)]
    assert timeline.marks(0) == []


def test_a_removed_article_has_its_past(desk: Desk) -> None:
    article = desk.load(TEXT)
    tag = desk.tag(article)
    annotations.remove_annotations(desk.workspace, [tag.id], desk.ana)
    documents.remove_document(desk.workspace, article, desk.ana)
    assert read_timeline(desk.workspace, article).annotations(0) == [tag]


@settings(max_examples=15, deadline=None)
@given(work=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 40)), max_size=12), order=st.randoms())
def test_what_was_seen_at_each_moment_is_seen_again_in_any_order(
    work: list[tuple[int, int]],
    order: Random,
    tmp_path_factory: object,
) -> None:
    desk = Desk(tmp_path_factory.mktemp("t") / "p.annotator")  # type: ignore[attr-defined]
    article = desk.load(TEXT)
    seen: list[list[AnnotationRecord]] = []

    def moments() -> Timeline:
        return read_timeline(desk.workspace, article)

    for verb, place in work:
        there = shown(desk, article)
        if verb in (0, 1):
            desk.tag(article, place, place + 4, ("claim", "quote")[verb], (desk.ana, desk.ben)[verb])
        elif verb == 2 and there:
            record = there[place % len(there)]
            by = desk.ana if record.annotator == "Ana" else desk.ben
            annotations.set_note(desk.workspace, record.id, f"note {len(seen)}", by)
        elif verb == 3 and there:
            record = there[place % len(there)]
            by = desk.ana if record.annotator == "Ana" else desk.ben
            annotations.remove_annotations(desk.workspace, [record.id], by)
        elif verb == 4 and history.undo_title(desk.workspace, desk.ana) in ("Tag claim", "Change note", "Remove tag"):
            history.undo(desk.workspace, desk.ana)
        if len(moments().moments) > len(seen):
            seen.append(shown(desk, article))
    timeline = moments()
    assert len(timeline.moments) == len(seen)
    indices = list(range(len(seen)))
    order.shuffle(indices)
    for index in indices:
        assert timeline.annotations(index) == seen[index]
    desk.workspace.close()
