"""The corrected article as a new version: what goes over, what is decided, and that one step takes it back."""

from pathlib import Path
from uuid import UUID, uuid4

import pytest

from annotator.core.anchoring import Fate
from annotator.core.records import ArticleRecord, DocumentRecord
from annotator.core.spans import Span
from annotator.errors import AlreadyLoaded, EditConflict, Frozen, InvalidSpan, NotFound, Undecided, UnreadableInput
from annotator.operations import annotations, documents, history, sentences, versions
from annotator.operations.resplit import quote_policy
from annotator.operations.versions import VersionPlan
from annotator.reading.preparing import prepare
from tests.store.desk import Desk

OLD = (
    "The bridge is open again\n\nThe council paid 200 million euro, mayor Prins said. "
    "“We did not know of the cracks until Friday,” she told the council.\n\n"
    "The builder denied it. Neighbours want the ferry back. It was cheap.\n"
)
NEW = OLD.replace("200", "250").replace(" Neighbours want the ferry back.", "").replace("told the council", "wrote")


def plan(desk: Desk, document_id: UUID, text: str = NEW, **details: str) -> VersionPlan:
    record = ArticleRecord(details.pop("title", ""), text, text.encode(), "utf-8", "new.txt", **details)  # type: ignore[arg-type]
    return versions.plan_version(
        desk.workspace, document_id, prepare(record, quote_policy(desk.workspace), detect_language=False)
    )


def tag(desk: Desk, document_id: UUID, words: str, by: UUID | None = None) -> UUID:
    start = OLD.index(words)
    return desk.tag(document_id, start, start + len(words), by=by).id


def read(desk: Desk, document_id: UUID) -> DocumentRecord:
    return documents.read_document(desk.workspace, document_id)


def all_of(plan: VersionPlan) -> dict[UUID, tuple[Span, ...]]:
    """Every decision as it is proposed."""
    return {one.annotation.id: one.anchored.segments for one in plan.carried}


def corrected(desk: Desk, document_id: UUID, text: str = NEW) -> UUID:
    made = plan(desk, document_id, text)
    return versions.load_version(desk.workspace, made, all_of(made), desk.ana)


# The plan


def test_a_plan_tells_the_fate_of_each_annotation_and_changes_nothing(desk: Desk) -> None:
    old = desk.load(OLD)
    tags = [
        tag(desk, old, words) for words in ("We did not know", "paid 200 million", "Neighbours want the ferry back.")
    ]
    before = desk.rows()
    made = plan(desk, old)
    fates = {one.annotation.id: one.anchored.fate for one in made.carried}
    assert [fates[key] for key in tags] == [Fate.KEPT, Fate.REWORDED, Fate.GONE]
    assert {one.annotation.id for one in made.undecided({})} == set(tags[1:])
    assert made.undecided(dict.fromkeys(tags[1:], ())) == []
    assert "".join(NEW[slice(*piece.new)] for piece in made.pieces) == NEW
    assert desk.rows() == before


def test_the_same_text_is_no_new_version(desk: Desk) -> None:
    old = desk.load(OLD)
    made = plan(desk, old, OLD)
    assert made.same_text
    with pytest.raises(AlreadyLoaded, match="The text is the same"):
        versions.load_version(desk.workspace, made, {}, desk.ana)


# Loading


def test_annotations_go_over_with_their_makers(desk: Desk) -> None:
    old = desk.load(OLD)
    kept, reworded = tag(desk, old, "We did not know"), tag(desk, old, "paid 200 million", desk.ben)
    annotations.set_note(desk.workspace, reworded, "how much?", desk.ben)
    new = corrected(desk, old)
    one, two = sorted(read(desk, new).annotations, key=lambda record: record.extent)
    assert (NEW[slice(*one.extent)], one.annotator, one.note, one.origin) == (
        "paid 250 million", "Ben", "how much?", "carried",
    )  # fmt: skip
    assert (NEW[slice(*two.extent)], two.annotator, two.label) == ("We did not know", "Ana", "claim")
    assert (one.made_from, two.made_from) == (reworded, kept)
    assert desk.problems() == []


def test_several_segments_go_over(desk: Desk) -> None:
    old = desk.load(OLD)
    segments = [Span(OLD.index(words), OLD.index(words) + len(words)) for words in ("We did", "until Friday")]
    annotations.add_annotation(desk.workspace, old, segments, "quote", desk.ana)
    (record,) = read(desk, corrected(desk, old, "Corrected.\n" + OLD)).annotations
    assert record.segments == tuple(Span(start + 11, end + 11) for start, end in segments)


def test_the_old_version_stays_as_it_was(desk: Desk) -> None:
    old = desk.load(OLD)
    tag(desk, old, "We did not know")
    before = read(desk, old)
    new = corrected(desk, old)
    after = read(desk, old)
    assert after.superseded_by == new
    assert (after.text, after.annotations, after.sentences) == (before.text, before.annotations, before.sentences)
    assert read(desk, new).superseded_by is None


def test_what_is_undecided_stops_it(desk: Desk) -> None:
    old = desk.load(OLD)
    keys = [tag(desk, old, words) for words in ("paid 200 million", "Neighbours want the ferry back.")]
    made, before = plan(desk, old), desk.rows()
    with pytest.raises(Undecided, match="2 annotations"):
        versions.load_version(desk.workspace, made, {}, desk.ana)
    with pytest.raises(Undecided, match="One annotation"):
        versions.load_version(desk.workspace, made, {keys[0]: ()}, desk.ana)
    assert desk.rows() == before


def test_decisions_drop_adjust_and_place(desk: Desk) -> None:
    old = desk.load(OLD)
    dropped, adjusted, placed = (
        tag(desk, old, words) for words in ("We did not know", "paid 200 million", "Neighbours want the ferry back.")
    )
    decisions = {
        dropped: (),
        adjusted: [Span(NEW.index("250"), NEW.index("250") + 3)],
        placed: [Span(NEW.index("It was cheap."), NEW.index("It was cheap.") + 13)],
    }
    new = versions.load_version(desk.workspace, plan(desk, old), decisions, desk.ana)
    assert {record.made_from: NEW[slice(*record.extent)] for record in read(desk, new).annotations} == {
        adjusted: "250",
        placed: "It was cheap.",
    }


def test_a_decision_must_fit_the_new_text(desk: Desk) -> None:
    old = desk.load(OLD)
    key = tag(desk, old, "paid 200 million")
    before = desk.rows()
    with pytest.raises(InvalidSpan):
        versions.load_version(desk.workspace, plan(desk, old), {key: [Span(5, 9999)]}, desk.ana)
    assert desk.rows() == before


def test_what_changed_meanwhile_stops_it(desk: Desk) -> None:
    old = desk.load(OLD)
    made = plan(desk, old)
    tag(desk, old, "We did not know", desk.ben)
    with pytest.raises(EditConflict, match="changed the article while"):
        versions.load_version(desk.workspace, made, {}, desk.ana)


def test_an_article_is_corrected_once_and_its_correction_again(desk: Desk) -> None:
    old = desk.load(OLD)
    made = plan(desk, old)
    new = corrected(desk, old)
    with pytest.raises(Frozen):
        plan(desk, old)
    with pytest.raises(Frozen):
        versions.load_version(desk.workspace, made, all_of(made), desk.ana)
    third = corrected(desk, new, OLD)  # back to what was withdrawn: the same bytes are no obstacle
    for key in (old, new, third):
        assert [summary.id for summary in versions.versions_of(desk.workspace, key)] == [old, new, third]


def test_versions_of_nothing_are_not_found(desk: Desk) -> None:
    with pytest.raises(NotFound):
        versions.versions_of(desk.workspace, uuid4())


# What else goes over


def test_marks_splits_and_furniture_go_over_where_their_text_is_the_same(desk: Desk) -> None:
    old = desk.load(OLD)
    at = OLD.index("she told the council")
    split = OLD.index("she told")
    annotations.mark_nothing(
        desk.workspace, old, [Span(OLD.index("The builder"), OLD.index("Neighbours") - 1)], desk.ben
    )
    annotations.mark_nothing(desk.workspace, old, [Span(at, at + 20)], desk.ben)
    sentences.split_sentence(desk.workspace, old, OLD.index("cracks"), desk.ana)
    sentences.split_sentence(desk.workspace, old, split, desk.ana)
    documents.toggle_furniture(desk.workspace, old, Span(0, 24), desk.ana)
    new = corrected(desk, old)
    record = read(desk, new)
    assert [NEW[slice(*mark)] for mark in record.marks] == ["The builder denied it."]
    assert NEW.index("cracks") in [sentence.start_char for sentence in record.sentences]
    assert NEW.index("she wrote") not in [sentence.start_char for sentence in record.sentences]
    assert [(NEW[piece.start_char : piece.end_char], piece.kind) for piece in record.furniture] == [
        ("The bridge is open again", "manual")
    ]
    marks = [row for row in desk.rows()["mark"] if row["document_id"] == new]
    assert [row["annotator_id"] for row in marks] == [desk.ben]
    assert desk.problems() == []


def test_a_language_chosen_by_hand_is_kept(desk: Desk) -> None:
    old = desk.load(OLD)
    documents.set_language(desk.workspace, old, "nl", desk.ana)
    record = read(desk, corrected(desk, old))
    assert (record.language, record.language_by_hand, record.language_confidence) == ("nl", True, None)


def test_versions_stay_in_one_group_of_copies(desk: Desk) -> None:
    old = desk.load(OLD)
    assert read(desk, corrected(desk, old, "Something else entirely.\n")).copy_group == old


# Undo, redo, removal


def test_one_step_takes_it_back_and_does_it_again(desk: Desk) -> None:
    old = desk.load(OLD)
    tag(desk, old, "We did not know")
    before = desk.rows()
    corrected(desk, old)
    after = desk.rows()
    assert history.undo(desk.workspace, desk.ana) == "Load corrected version"
    assert desk.rows() == before
    desk.tag(old, by=desk.ben)  # it can be changed again
    history.undo(desk.workspace, desk.ben)
    history.redo(desk.workspace, desk.ana)
    assert desk.rows() == after
    assert desk.problems() == []


@pytest.mark.parametrize("which", [0, 1, 2])
def test_removing_a_version_links_those_beside_it(desk: Desk, which: int) -> None:
    first = desk.load(OLD)
    second = corrected(desk, first)
    keys = [first, second, corrected(desk, second, NEW + "More.\n")]
    rows = desk.rows()
    documents.remove_document(desk.workspace, keys[which], desk.ana)
    left = [key for key in keys if key != keys[which]]
    assert [one.id for one in versions.versions_of(desk.workspace, left[0])] == left
    desk.tag(left[-1])
    history.undo(desk.workspace, desk.ana)
    history.undo(desk.workspace, desk.ana)
    assert desk.rows() == rows
    assert desk.problems() == []


# What was loaded by itself


def test_what_was_loaded_by_itself_becomes_the_version(desk: Desk) -> None:
    old = desk.load(OLD)
    key = tag(desk, old, "We did not know")
    loaded = desk.load(NEW)
    before = desk.rows()
    assert [one.id for one in versions.likely_older(desk.workspace, loaded)] == [old]
    made = plan(desk, old)
    new = versions.load_version(desk.workspace, made, all_of(made), desk.ana, loaded)
    assert {row["id"] for row in desk.rows()["document"]} == {old, new}
    assert [record.made_from for record in read(desk, new).annotations] == [key]
    assert versions.likely_older(desk.workspace, new) == []
    history.undo(desk.workspace, desk.ana)
    assert desk.rows() == before
    assert desk.problems() == []


def test_work_on_what_was_loaded_by_itself_is_not_lost(desk: Desk) -> None:
    old, loaded = desk.load(OLD), desk.load(NEW)
    desk.tag(loaded, by=desk.ben)
    with pytest.raises(EditConflict, match="annotated"):
        versions.load_version(desk.workspace, plan(desk, old), {}, desk.ana, loaded)


# Files


def test_a_split_of_what_was_loaded_by_itself_is_not_lost(desk: Desk) -> None:
    old, alone = desk.load(OLD), desk.load(NEW)
    sentences.split_sentence(desk.workspace, alone, NEW.index("250"), desk.ana)
    with pytest.raises(EditConflict, match="worked on the article"):
        versions.load_version(desk.workspace, plan(desk, old), {}, desk.ana, alone)
    assert read(desk, old).superseded_by is None


def test_the_article_of_a_file_is_read_and_not_loaded(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "new.txt"
    path.write_text(NEW, encoding="utf-8")
    article = versions.read_article(desk.workspace, path)
    assert article.record.text == NEW
    assert desk.rows()["document"] == []
    assert versions.read_article(desk.workspace, "paste.txt", NEW.encode()).record.text == NEW


def test_a_file_without_or_with_several_articles_is_refused(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(UnreadableInput):
        versions.read_article(desk.workspace, tmp_path / "empty.txt")
    table = tmp_path / "table.csv"
    table.write_text("title,text\nOne,First text.\nTwo,Second text.\n", encoding="utf-8")
    with pytest.raises(UnreadableInput, match="several articles"):
        versions.read_article(desk.workspace, table)
