"""Labels, attributes and values that become one, with all their annotations."""

import pytest

from annotator.core import label_changes
from annotator.core.attributes import Defaults
from annotator.core.records import AnnotationRecord
from annotator.core.spans import Span
from annotator.errors import InvalidLabelSet
from annotator.operations import annotations, history, label_merging, label_sets, relations, sources
from annotator.operations.cases import earlier_cases
from annotator.operations.documents import read_document
from annotator.operations.label_merging import Merge, merge
from annotator.operations.label_usage import label_usage
from annotator.store.tables import Document
from tests.store.desk import Desk


def records(desk: Desk, document_id: object) -> list[AnnotationRecord]:
    return list(read_document(desk.workspace, document_id).annotations)  # type: ignore[arg-type]


def test_a_label_goes_over_to_another_whoever_used_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(label_merging, "_BATCH", 2)
    document = desk.load()
    for start in range(5):
        desk.tag(document, start * 2, start * 2 + 2, "denial", desk.ana if start % 2 else desk.ben)
    desk.tag(document, label="quote")
    told: list[tuple[int, int]] = []
    report = merge(desk.workspace, Merge("labels", "denial", "claim"), desk.ana, lambda *at: told.append(at))
    assert (report.changed, report.cancelled) == (5, False)
    assert sorted(record.label for record in records(desk, document)) == ["claim"] * 5 + ["quote"]
    assert label_sets.project_labels(desk.workspace).label("denial").retired
    assert told == [(2, 5), (4, 5), (5, 5)]
    assert desk.problems() == []


def test_undo_takes_all_of_it_back_at_once_and_the_label_stays_readable(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(label_merging, "_BATCH", 2)
    document = desk.load()
    for start in range(3):
        desk.tag(document, start * 2, start * 2 + 2, "denial")
    merge(desk.workspace, Merge("labels", "denial", "claim"), desk.ana)
    history.undo(desk.workspace, desk.ana)
    assert [record.label for record in records(desk, document)] == ["denial"] * 3
    assert label_sets.project_labels(desk.workspace).label("denial").retired
    history.redo(desk.workspace, desk.ana)
    assert [record.label for record in records(desk, document)] == ["claim"] * 3
    assert desk.problems() == []


def test_what_is_stopped_is_finished_by_doing_it_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(label_merging, "_BATCH", 1)
    document = desk.load()
    for start in range(3):
        desk.tag(document, start * 2, start * 2 + 2, "denial")
    looks = iter([False, True])
    first = merge(desk.workspace, Merge("labels", "denial", "claim"), desk.ana, cancelled=lambda: next(looks))
    assert (first.changed, first.cancelled) == (1, True)
    assert merge(desk.workspace, Merge("labels", "denial", "claim"), desk.ana).changed == 2
    assert len(label_sets.label_set_versions(desk.workspace)) == 2


def test_an_older_version_of_an_article_stays_as_it_is(desk: Desk) -> None:
    old, new = desk.load(), desk.load("Wali kota tidak membantah.")
    desk.tag(old, label="denial")
    desk.tag(new, label="denial")
    with desk.workspace.edit("Replace", desk.ana) as session:
        document = session.get(Document, old)
        assert document is not None
        document.superseded_by = new
    assert merge(desk.workspace, Merge("labels", "denial", "claim"), desk.ana).changed == 1
    assert [record.label for record in records(desk, old)] == ["denial"]
    assert [record.label for record in records(desk, new)] == ["claim"]


def test_values_of_an_attribute_become_one(desk: Desk) -> None:
    document = desk.load()
    ids = [desk.tag(document, start, start + 2).id for start in (0, 4, 8)]
    for annotation_id, value in zip(ids, ("comparison", "other", "quantity"), strict=True):
        annotations.set_attributes(desk.workspace, [annotation_id], {"claim_kind": value}, desk.ana)
    done = merge(desk.workspace, Merge("attributes", "comparison", "other", "claim_kind"), desk.ana)
    assert done.changed == 1
    assert [record.attributes["claim_kind"] for record in records(desk, document)] == ["other", "other", "quantity"]


def test_a_value_that_becomes_the_default_is_no_longer_stored(desk: Desk) -> None:
    document = desk.load()
    quote = desk.tag(document, label="quote").id
    annotations.set_attributes(desk.workspace, [quote], {"medium": "document", "quote_type": "direct"}, desk.ana)
    merge(desk.workspace, Merge("attributes", "document", "unknown", "medium"), desk.ana)
    assert records(desk, document)[0].attributes == {"quote_type": "direct"}


def test_an_attribute_goes_over_to_another_and_what_is_said_already_stays(desk: Desk) -> None:
    document = desk.load()
    first, second = (desk.tag(document, start, start + 2, "quote").id for start in (0, 4))
    annotations.set_attributes(desk.workspace, [first, second], {"medium": "speech"}, desk.ana)
    annotations.set_attributes(desk.workspace, [second], {"record_status": "background"}, desk.ana)
    assert merge(desk.workspace, Merge("attributes", "medium", "record_status"), desk.ana).changed == 2
    said = [record.attributes for record in records(desk, document)]
    assert [one["record_status"] for one in said] == ["speech", "background"]
    assert not any("medium" in one for one in said)
    assert desk.problems() == []


def test_what_saying_nothing_meant_is_written_out(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Claims that say nothing of “Voice” are reported ones; of “Medium” they would be of an unknown medium."""
    monkeypatch.setattr(label_merging, "_BATCH", 2)
    document = desk.load()
    ids = [desk.tag(document, start, start + 2).id for start in (0, 4, 8)]
    desk.tag(document, 10, 12, "quote")
    annotations.set_attributes(desk.workspace, ids[:1], {"voice": "outlet"}, desk.ana)
    before = records(desk, document)
    label_set = label_sets.project_labels(desk.workspace)
    meant = [Defaults(label_set).complete(one.label, one.attributes).get("voice", "unknown") for one in before]
    assert merge(desk.workspace, Merge("attributes", "voice", "medium"), desk.ana).changed == 3
    merged = Defaults(label_sets.project_labels(desk.workspace))
    after = records(desk, document)
    assert [merged.complete(one.label, one.attributes)["medium"] for one in after] == meant
    assert after[3].attributes == before[3].attributes
    desk.tag(document, 13, 15)  # made when only the one field is asked
    assert merge(desk.workspace, Merge("attributes", "voice", "medium"), desk.ana).changed == 0
    assert "medium" not in records(desk, document)[-1].attributes
    history.undo(desk.workspace, desk.ana)
    history.undo(desk.workspace, desk.ana)
    assert records(desk, document) == before
    assert desk.problems() == []


def test_what_was_stopped_is_written_out_to_the_end(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(label_merging, "_BATCH", 1)
    document = desk.load()
    for start in (0, 4, 8):
        desk.tag(document, start, start + 2)
    stops = iter([False, True])
    wanted = Merge("attributes", "voice", "medium")
    assert merge(desk.workspace, wanted, desk.ana, cancelled=lambda: next(stops)).changed == 1
    assert merge(desk.workspace, wanted, desk.ana).changed == 2
    assert [record.attributes["medium"] for record in records(desk, document)] == ["reported"] * 3


def at_once(desk: Desk, *merges: Merge) -> None:
    """Merges that follow each other, applied with one version of the label set, as the window does it."""
    wanted = label_sets.project_labels(desk.workspace)
    for one in merges:
        wanted = label_merging.merged_set(wanted, one)
    label_sets.change_label_set(desk.workspace, wanted, desk.ana)
    for one in merges:
        merge(desk.workspace, one, desk.ana)


def test_fields_merged_one_after_the_other_with_one_version_keep_what_was_meant(desk: Desk) -> None:
    document = desk.load()
    desk.tag(document, 0, 2)
    at_once(desk, Merge("attributes", "voice", "denial_scope"), Merge("attributes", "denial_scope", "medium"))
    (found,) = records(desk, document)
    assert found.attributes == {"medium": "reported"}


def test_labels_and_values_merged_one_after_the_other_arrive_at_the_last(desk: Desk) -> None:
    document = desk.load()
    quote = desk.tag(document, 0, 2, "quote").id
    desk.tag(document, 4, 6, "denial")
    annotations.set_attributes(desk.workspace, [quote], {"medium": "speech"}, desk.ana)
    at_once(
        desk,
        Merge("attributes", "speech", "writing", "medium"),
        Merge("attributes", "writing", "document", "medium"),
        Merge("labels", "denial", "quote"),
        Merge("labels", "quote", "claim"),
    )
    found = records(desk, document)
    assert [one.label for one in found] == ["claim", "claim"]
    assert found[0].attributes["medium"] == "document"


def test_sources_go_over_without_becoming_two(desk: Desk) -> None:
    present = label_sets.project_labels(desk.workspace)
    attribute = present.attribute("addressed_to")
    more, _made = label_changes.add_attribute(present, "Also to", attribute.kind, ["quote"])
    more = label_changes.change(more, "attributes", "also_to", many=True)
    label_sets.change_label_set(desk.workspace, more, desk.ana)
    quote = desk.tag(desk.load(), label="quote").id
    one, two = (sources.add_source(desk.workspace, name, desk.ana).id for name in ("Rina", "Tono"))
    relations.set_sources(desk.workspace, [quote], "also_to", [one, two], desk.ana)
    relations.set_sources(desk.workspace, [quote], "addressed_to", [one], desk.ana)
    merge(desk.workspace, Merge("attributes", "also_to", "addressed_to"), desk.ana)
    found = relations.read_relations(desk.workspace, [quote])
    assert sorted((link.kind, link.source_id) for link in found) == sorted(
        [("addressed_to", one), ("addressed_to", two)], key=str
    )
    assert desk.problems() == []


def test_where_one_source_can_be_named_the_one_that_stays_is_kept(desk: Desk) -> None:
    present = label_sets.project_labels(desk.workspace)
    more, _made = label_changes.add_attribute(present, "Told by", present.attribute("addressed_to").kind, ["quote"])
    more, _made = label_changes.add_attribute(more, "Said by", present.attribute("addressed_to").kind, ["quote"])
    label_sets.change_label_set(desk.workspace, more, desk.ana)
    quote = desk.tag(desk.load(), label="quote").id
    one, two = (sources.add_source(desk.workspace, name, desk.ana).id for name in ("Rina", "Tono"))
    relations.set_sources(desk.workspace, [quote], "told_by", [one], desk.ana)
    relations.set_sources(desk.workspace, [quote], "said_by", [two], desk.ana)
    merge(desk.workspace, Merge("attributes", "told_by", "said_by"), desk.ana)
    found = relations.read_relations(desk.workspace, [quote])
    assert [(link.kind, link.source_id) for link in found] == [("said_by", two)]
    assert desk.problems() == []


def test_what_does_not_go_together_changes_nothing(desk: Desk) -> None:
    document = desk.load()
    desk.tag(document, label="denial")
    entries = desk.entries()
    for wrong in (
        Merge("labels", "denial", "rumour"),
        Merge("attributes", "negated_report", "medium"),
        Merge("attributes", "unknown", "speech", "medium"),
        Merge("attributes", "accuses", "voice"),
        Merge("attributes", "denial_form", "voice"),
        Merge("attributes", "nobody", "organisation", "accuses"),
    ):
        with pytest.raises(InvalidLabelSet):
            merge(desk.workspace, wrong, desk.ana)
    assert desk.entries() == entries


def test_a_project_on_a_server_merges_as_well(postgresql_url: str) -> None:
    desk = Desk(postgresql_url)
    document = desk.load("Ketua membantah. Hakim diam.")
    denial = desk.tag(document, 0, 15, "denial")
    desk.tag(document, 17, 27, "quote")
    annotations.set_attributes(desk.workspace, [denial.id], {"denial_form": "verb"}, desk.ana)
    other = desk.load("Camat membantah juga.")
    assert label_usage(desk.workspace).values == {("denial_form", "verb"): 1, ("quote_type", "indirect"): 1}
    found = earlier_cases(desk.workspace, other, Span(0, 5))
    assert found == []  # in no language are there cues, and one word in common is chance
    done = merge(desk.workspace, Merge("attributes", "verb", "negation", "denial_form"), desk.ana)
    assert done.changed == 1
    assert merge(desk.workspace, Merge("labels", "denial", "claim"), desk.ana).changed == 1
    assert sorted(record.label for record in records(desk, document)) == ["claim", "quote"]
    assert [kept.annotator for kept in label_sets.kept_versions(desk.workspace)] == ["Ana", "Ana", ""]
    assert desk.problems() == []
    desk.workspace.close()
