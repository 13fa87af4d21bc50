"""What a dataset's card tells of its project is what the project holds, without a name that must not leave."""

from dataclasses import replace
from datetime import datetime

from annotator.core.dataset_about import DatasetAbout
from annotator.core.label_set_file import load_label_set
from annotator.core.recipes import ExportRequest, Recipe
from annotator.core.selection import Selection, Unit
from annotator.operations.agreement import compare_readings, work_out_intervals
from annotator.operations.dataset_facts import about_of, agreement_table
from annotator.operations.label_sets import change_label_set, project_labels
from annotator.operations.recipes import forget_recipe, keep_recipe
from annotator.operations.sources import add_source, set_source_details
from annotator.store import journal
from tests.operations.agreeing import shared
from tests.store.desk import Desk

REQUEST = ExportRequest("dataset", seed=4, shares=(70, 20, 10))


def about(desk: Desk, selection: Selection | None = None) -> DatasetAbout:
    return about_of(desk.workspace, replace(REQUEST, selection=selection or Selection()))


def changed(desk: Desk) -> datetime:
    with desk.workspace.reading() as connection:
        found = journal.last_change(connection)
    assert found
    return found


def test_labels_guideline_and_state_are_the_projects(desk: Desk) -> None:
    desk.load()
    found = about(desk)
    assert found.labels == project_labels(desk.workspace)
    assert load_label_set(found.label_set).label_set == found.labels
    assert [one.key for one in found.guideline][:2] == ["*", "claim"]
    assert "stranger with documents" in found.guideline[1].text
    assert (found.seed, found.shares) == (4, (70, 20, 10))
    assert found.changed_at.endswith("+00:00")
    assert found == about(desk)  # nothing in it is of now
    desk.load("Kosong saja.")
    assert found.changed_at <= about(desk).changed_at


def test_keeping_a_recipe_changes_nothing_that_goes_out(desk: Desk) -> None:
    desk.load()
    before = changed(desk)
    keep_recipe(desk.workspace, Recipe("weekly", REQUEST, "out"), desk.ana)
    keep_recipe(desk.workspace, Recipe("monthly", REQUEST), desk.ana)
    forget_recipe(desk.workspace, "weekly", desk.ana)
    assert changed(desk) == before
    desk.load("Kosong saja.")
    assert changed(desk) > before


def test_agreement_is_told_where_two_have_read_the_same(desk: Desk) -> None:
    desk.load()
    assert about(desk).agreement is None
    shared(desk)
    found = agreement_table(desk.workspace)
    assert found is not None
    assert (found.articles, found.people) == (1, 2)
    assert len(found.measures) == len(found.rows[""])
    comparison = compare_readings(desk.workspace)
    comparison.intervals = work_out_intervals(comparison)
    expected = {figure.value for figure in comparison.figures("quote").values()}
    assert {cell.value for cell in found.rows["quote"]} <= expected
    assert all(cell.is_of_few for cell in found.rows["quote"])
    assert found.method


def test_whose_work_and_what_was_asked_for_is_told_without_names(desk: Desk) -> None:
    asked = Selection(
        labels=("claim",), annotators=("Ana",), languages=("id",), outlets=("Harian",), since="2026-01-01",
        until="2026-02-01", attributes=(("certainty", "sure"),), states=("approved",), pseudonyms=True, negatives=False,
        unit=Unit.SENTENCE, split="train", reading="Ana", documents=(),
    )  # fmt: skip
    found = about(desk, asked)
    assert found.reading == "It holds the reading of one annotator."
    assert found.narrowed == (
        "Only annotations with these labels: claim.",
        "Only the work of some annotators.",
        "Only annotations that are approved.",
        "Only articles in these languages: id.",
        "Only articles of some outlets.",
        "Only articles that were published on 2026-01-01 or later.",
        "Only articles that were published on 2026-02-01 or earlier.",
        "Only annotations with certainty = sure.",
        "Persons and annotators are called by numbers.",
        "What holds no annotation is left out.",
        "A row is a sentence with 1 before and after it, so that an annotation may stand in several rows.",
        "Only the part “train”.",
    )
    assert "gold reading" in about(desk, Selection(reading="gold")).reading
    assert about(desk).narrowed == ()
    assert about(desk, Selection(unit=Unit.SENTENCE, context=0)).narrowed == ("A row is a sentence.",)
    assert about(desk, Selection(unit=Unit.SPAN)).narrowed == ("A row is an annotated stretch alone.",)
    assert "every annotator" in about(desk).reading
    named = Selection(attributes=(("attributed_to", "Wati Suryani"), ("denied_text", "harga naik")))
    assert about(desk, named).narrowed == ("Only annotations with a certain attributed_to and a certain denied_text.",)
    either = Selection(attributes=(("certainty", "sure"), ("medium", "speech"), ("medium", "writing")))
    assert about(desk, either).narrowed == ("Only annotations with certainty = sure and medium = speech or writing.",)


def test_no_protected_name_is_in_it(desk: Desk) -> None:
    source = add_source(desk.workspace, "Wati Suryani", desk.ana)
    set_source_details(desk.workspace, source.id, desk.ana, protected=True)
    named = {"en": {"claim": "As Wati Suryani said."}}
    change_label_set(desk.workspace, project_labels(desk.workspace), desk.ana, named)
    found = about(desk)
    assert "Wati" not in repr(found)
    assert "Wati" not in found.label_set.decode()


def test_without_texts_the_newsrooms_own_guideline_stays_at_home(desk: Desk) -> None:
    own = {"en": {"claim": "As in “Harga beras naik”."}}
    change_label_set(desk.workspace, project_labels(desk.workspace), desk.ana, own)
    assert "Harga" in about(desk).guideline[1].text
    assert "Harga" not in repr(about(desk, Selection(pseudonyms=True)))  # with the names in it
    found = about_of(desk.workspace, replace(REQUEST, without_text=True))
    assert "Harga" not in repr(found)
    assert "Harga" not in found.label_set.decode()
    assert "stranger with documents" in found.guideline[1].text
    assert found.narrowed == (
        "The newsroom’s own guideline is left out, as it may quote articles; that of the label set is here.",
    )
