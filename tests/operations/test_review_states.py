"""What reviewers say of articles, as exports hold it."""

import csv
import io
import json

from annotator.core.rulings import RulingVerdict
from annotator.core.spans import Span
from annotator.operations import annotations, readings, review
from annotator.operations.corrections import Correction, correct
from annotator.operations.exports import export_dataset
from annotator.operations.review_states import replaced_everywhere, replaced_in, reviews_of
from annotator.operations.rulings import Choice, rule
from annotator.store import queries
from tests.operations.review_desk import reviewable, tag
from tests.store.desk import Desk


def exported(desk: Desk, reading: str = "all") -> list[dict[str, object]]:
    stream = io.BytesIO()
    export_dataset(desk.workspace, "jsonl", stream, reading=reading)
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    return [span for line in lines for span in line["spans"]]


def test_an_export_says_how_far_each_annotation_has_come(desk: Desk) -> None:
    article, claim, denial, _ = reviewable(desk)
    tag(desk, article, "The case goes on.", by=desk.ben)
    review.approve(desk.workspace, [claim.id], desk.ben)
    review.return_annotations(desk.workspace, [denial.id], "No", desk.ben)
    told = [(one["review_state"], one["reviewer"]) for one in exported(desk)]
    assert told == [("approved", "Ben"), ("rejected", "Ben"), ("submitted", ""), ("draft", "")]


def test_what_was_corrected_is_in_no_export_of_everything_but_in_the_persons_own(desk: Desk) -> None:
    _, claim, *_ = reviewable(desk)
    made = correct(desk.workspace, claim.id, Correction(label="quote"), desk.ben)
    found = {one["id"]: one for one in exported(desk)}
    assert str(claim.id) not in found
    assert (found[str(made.id)]["review_state"], found[str(made.id)]["reviewer"]) == ("approved", "Ben")
    own = {one["id"]: one for one in exported(desk, "Ana")}
    assert own[str(claim.id)]["review_state"] == "rejected"
    assert str(made.id) not in own


def test_a_ruling_is_told_as_long_as_the_readings_say_what_it_was_made_on(desk: Desk) -> None:
    article = desk.load()
    claim = desk.tag(article, 0, 9)
    desk.tag(article, 0, 4, by=desk.ben)
    for who in (desk.ana, desk.ben):
        readings.submit(desk.workspace, article, who)
    rule(desk.workspace, article, claim.id, Choice(RulingVerdict.ONE, desk.ana), desk.ben)
    told = [(one["review_state"], one["reviewer"]) for one in exported(desk)]
    assert told == [("adjudicated", "Ben"), ("rejected", "Ben")]
    readings.take_back(desk.workspace, article, desk.ana)
    annotations.set_segments(desk.workspace, claim.id, [Span(0, 14)], desk.ana)
    assert [one["review_state"] for one in exported(desk)] == ["draft", "submitted"]
    readings.submit(desk.workspace, article, desk.ana)
    assert [(one["review_state"], one["reviewer"]) for one in exported(desk)] == [("submitted", ""), ("submitted", "")]


def test_a_table_has_it_too(desk: Desk) -> None:
    article, *_ = reviewable(desk)
    review.approve_reading(desk.workspace, article, desk.ana, desk.ben, rest=True)
    stream = io.BytesIO()
    export_dataset(desk.workspace, "csv", stream)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue().decode())))
    assert {(row["review_state"], row["reviewer"]) for row in rows} == {("approved", "Ben")}


def test_what_counts_no_more_is_known_for_one_article_and_for_all(desk: Desk) -> None:
    article, claim, *_ = reviewable(desk)
    assert replaced_in(desk.workspace, article) == frozenset()
    first = correct(desk.workspace, claim.id, Correction(label="quote"), desk.ben)
    correct(desk.workspace, first.id, Correction(label="denial"), desk.ben)
    assert replaced_in(desk.workspace, article) == {claim.id, first.id}
    with desk.workspace.reading() as connection:
        assert replaced_everywhere(connection) == {claim.id, first.id}
        label_set = desk.workspace.label_set(connection)
        assert reviews_of(connection, label_set, queries.newest_ids(connection)).keys() == {article}
