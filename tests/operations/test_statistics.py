"""The figures of a project, and the passages behind them."""

from uuid import UUID

import pytest

from annotator.core.figures import Subject
from annotator.core.spans import Span
from annotator.errors import Cancelled
from annotator.operations import annotations, relations, sources
from annotator.operations.corrections import Correction, correct
from annotator.operations.details import set_details_of_many
from annotator.operations.statistics import COUNT, coverage, passages_counted, project_figures, reading_time
from tests.operations.review_desk import reviewable
from tests.store.desk import Desk


def test_labels_have_their_titles(desk: Desk) -> None:
    key = desk.load()
    for start in (0, 5, 10):
        desk.tag(key, start, start + 4)
    desk.tag(key, 21, 36, "quote")
    table = project_figures(desk.workspace, Subject.LABELS)
    assert table.columns == (COUNT,)
    assert [(row.title, row.numbers) for row in table.rows] == [("Claim", (3,)), ("Quote", (1,))]


def test_a_protected_source_is_counted_under_its_mask(desk: Desk) -> None:
    key = desk.load()
    quote = desk.tag(key, 21, 36, "quote")
    rina = sources.add_source(desk.workspace, "Rina Wati", desk.ana, protected=True)
    relations.set_sources(desk.workspace, [quote.id], "attributed_to", [rina.id], desk.ana)
    (row,) = project_figures(desk.workspace, Subject.SOURCES).rows
    assert row.total == 1
    assert "Rina" not in row.title
    (passage,) = passages_counted(desk.workspace, Subject.SOURCES, row.key, "quote")
    assert passage.annotation.id == quote.id


def test_an_outlet_called_by_a_protected_name_is_masked_in_its_title(desk: Desk) -> None:
    article = desk.load()
    desk.tag(article)
    set_details_of_many(desk.workspace, [article], {"outlet": "Blog Rina Hartati"}, desk.ana)
    sources.add_source(desk.workspace, "Rina Hartati", desk.ana, protected=True)
    (row,) = project_figures(desk.workspace, Subject.OUTLETS).rows
    assert row.title == "Blog ████ ███████"
    assert len(passages_counted(desk.workspace, Subject.OUTLETS, row.key)) == 1


def test_every_number_leads_to_its_passages(desk: Desk) -> None:
    first, second = desk.load(), desk.load("Harga turun. Menteri membantah.")
    desk.tag(first, by=desk.ben)
    desk.tag(second)
    for subject in (Subject.LABELS, Subject.LANGUAGES, Subject.OUTLETS, Subject.MONTHS, Subject.ANNOTATORS):
        table = project_figures(desk.workspace, subject)
        found = [passages_counted(desk.workspace, subject, row.key) for row in table.rows]
        assert [len(passages) for passages in found] == [row.total for row in table.rows]
    (first_found, *_) = passages_counted(desk.workspace, Subject.LABELS, "claim")
    assert first_found.text == "Wali"


def test_coverage_counts_sentences_and_articles(desk: Desk) -> None:
    first = desk.load("One. Two. Three.")
    desk.load("Four. Five.")
    annotations.mark_nothing(desk.workspace, first, [Span(0, 4)], desk.ana)
    desk.tag(first, 5, 9)
    table, articles = coverage(desk.workspace)
    assert sum(row.total for row in table.rows) == 5
    assert table.totals() == (1, 1, 3)
    assert (articles.done, articles.begun, articles.unread) == (0, 1, 1)
    with pytest.raises(Cancelled):
        coverage(desk.workspace, cancelled=lambda: True)
    assert passages_counted(desk.workspace, Subject.COVERAGE, "en") == []


def test_time_is_told_for_articles_that_something_was_decided_in(desk: Desk) -> None:
    assert project_figures(desk.workspace, Subject.TIME).rows == ()
    key: UUID = desk.load()
    desk.load("Never opened.")
    desk.tag(key)
    desk.tag(key, 5, 9)
    table, time = reading_time(desk.workspace)
    assert table.total == 1
    assert (time.articles, table.rows[0].numbers) == (1, (1,))
    assert time.median is not None
    assert 0 <= time.median < 60


def test_what_a_reviewer_corrected_counts_no_more(desk: Desk) -> None:
    _, claim, *_ = reviewable(desk)
    made = correct(desk.workspace, claim.id, Correction(label="quote"), desk.ben)
    counts = {row.key: row.numbers for row in project_figures(desk.workspace, Subject.LABELS).rows}
    assert counts == {"denial": (1,), "quote": (2,)}
    found = passages_counted(desk.workspace, Subject.LABELS, "quote")
    assert made.id in {one.annotation.id for one in found}
    assert passages_counted(desk.workspace, Subject.LABELS, "claim") == []
