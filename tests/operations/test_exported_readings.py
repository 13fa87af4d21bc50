"""Exports of one person's reading, and of the gold reading with how each span got there."""

import csv
import io
import json
from io import BytesIO
from typing import Any

import pytest

from annotator.core.readings import CORRECTED
from annotator.core.rulings import RulingVerdict
from annotator.errors import NotFound
from annotator.operations import annotations, exports, relations, sources
from annotator.operations.exported_readings import GOLD
from annotator.operations.rulings import Choice, rule
from annotator.store.review_tables import Verdict
from tests.operations.disputed_desk import Disputed
from tests.store.desk import Desk

ONE, NEW = RulingVerdict.ONE, RulingVerdict.NEW


@pytest.fixture
def there(desk: Desk) -> Disputed:
    return Disputed(desk)


def exported(there: Disputed, reading: str) -> tuple[list[dict[str, Any]], exports.ExportReport]:
    stream = BytesIO()
    report = exports.export_dataset(there.workspace, "jsonl", stream, reading=reading)
    return [json.loads(line) for line in stream.getvalue().splitlines()], report


def told(article: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(span["text"], span["label"], span["gold"]["how"]) for span in article["spans"]]


def test_gold_says_how_each_span_got_there(there: Disputed) -> None:
    new = Choice(NEW, label="claim", segments=[there.place("square stayed closed")], attributes={"voice": "outlet"})
    rule(there.workspace, there.article, there.ana["attribute"], new, there.cleo, "No article", "Articles")
    rule(there.workspace, there.article, there.ana["label"], Choice(ONE, there.desk.ben), there.cleo)
    (article,), report = exported(there, GOLD)
    assert told(article) == [
        ("took the money", "claim", "agreed"),
        ("Nobody was hurt", "quote", "ruled"),
        ("square stayed closed", "claim", "ruled"),
    ]
    assert article["spans"][0]["gold"]["by"] == ["Ana", "Ben"]
    made = article["spans"][2]
    assert (made["annotator"], made["origin"], made["attributes"]["voice"]) == ("Cleo", "ruled", "outlet")
    assert (made["gold"]["decided_by"], made["gold"]["reason"], made["gold"]["case"]) == ("Cleo", "No article", 1)
    assert report.losses[0] == "3 open disputes are left out; settle them to have them in."
    assert report.annotations == 3


def test_articles_that_nobody_has_submitted_are_left_out_and_told(there: Disputed) -> None:
    there.desk.load("Nobody has read this.")
    lines, report = exported(there, GOLD)
    assert [line["id"] for line in lines] == [str(there.article)]
    assert "1 article is left out, as nobody has submitted a reading of it." in report.losses


def test_links_lead_to_what_is_gold(there: Disputed) -> None:
    there.open(there.desk.ana)
    relations.link(there.workspace, there.ana["boundary"], "denies", there.ana["agreed"], there.desk.ana)
    there.hand_in(there.desk.ana)
    rule(there.workspace, there.article, there.ana["boundary"], Choice(ONE, there.desk.ana), there.cleo)
    rule(there.workspace, there.article, there.ana["link"], Choice(ONE, there.desk.ben), there.cleo)
    (article,), _ = exported(there, GOLD)
    ends = {(one["type"], one["from"], one["to"]) for one in article["relations"]}
    assert ends == {
        ("denies", str(there.ana["boundary"]), str(there.ana["agreed"])),
        ("attributed_to", str(there.ben["link"]), None),
    }
    assert [source["name"] for source in article["sources"]] == ["Ruth"]


def test_what_a_reviewer_put_in_place(there: Disputed) -> None:
    put = annotations.add_annotation(
        there.workspace,
        there.article,
        [there.place("took the money, Rina said")],
        "quote",
        there.cleo,
        origin=CORRECTED,
    )
    with there.workspace.edit("Review", there.cleo) as session:
        row = Verdict(document_id=there.article, annotation_id=there.ana["agreed"], annotator_id=there.cleo, verdict="")
        row.verdict, row.replacement_id, row.reason = "corrected", put.id, "Reported words"
        session.add(row)
    (article,), _ = exported(there, GOLD)
    assert told(article) == [("took the money, Rina said", "quote", "corrected")]
    (own,), _ = exported(there, "Cleo")
    assert own["spans"] == []


def test_one_persons_reading(there: Disputed) -> None:
    annotations.mark_nothing(there.workspace, there.article, [there.place("Rina said")], there.cleo)
    (article,), report = exported(there, "Ben")
    assert {span["annotator"] for span in article["spans"]} == {"Ben"}
    assert len(article["spans"]) == len(there.ben)
    assert [source["name"] for source in article["sources"]] == ["Ruth"]
    assert all("gold" not in span for span in article["spans"])
    assert report.losses[0] == "Only what Ben said is in it."
    with pytest.raises(NotFound, match="Zoe"):
        exported(there, "Zoe")


def test_a_table_has_it_in_words(there: Disputed) -> None:
    rule(there.workspace, there.article, there.ana["label"], Choice(ONE, there.desk.ana), there.cleo, "-1", "Case")
    stream = BytesIO()
    exports.export_dataset(there.workspace, "csv", stream, reading=GOLD)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue().decode())))
    assert [row["how"] for row in rows] == ["agreed by Ana, Ben", "ruled by Cleo (case 1): -1"]


def test_words_off_the_record_stay_in_whoever_said_so(there: Disputed) -> None:
    """A claim that all agree on stands in a quote that one of them has, and that is off the record."""
    there.open(there.desk.ana)
    whole = there.place("The mayor took the money, Rina said")
    quote = annotations.add_annotation(there.workspace, there.article, [whole], "quote", there.desk.ana)
    annotations.set_attributes(there.workspace, [quote.id], {"record_status": "off_record"}, there.desk.ana)
    there.hand_in(there.desk.ana)
    for reading in (GOLD, "Ben"):
        (article,), report = exported(there, reading)
        assert "took the money" not in [span["text"] for span in article["spans"]]
        assert report.off_record == 1
    rule(there.workspace, there.article, quote.id, Choice(ONE, there.desk.ben), there.cleo)  # there is no such quote
    assert "took the money" in [span["text"] for span in exported(there, GOLD)[0][0]["spans"]]


def test_a_protected_name_stands_nowhere(there: Disputed) -> None:
    for one in sources.all_sources(there.workspace):
        sources.set_source_details(there.workspace, one.id, there.desk.ana, protected=True)
    settle = Choice(ONE, there.desk.ana)
    rule(there.workspace, there.article, there.ana["link"], settle, there.cleo, "Ruth was not there")
    lines, _ = exported(there, GOLD)
    assert "Ruth" not in json.dumps(lines)
    assert "Rina" not in json.dumps(lines)
