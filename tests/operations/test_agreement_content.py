"""Figures as they leave the program."""

import csv
import json
from io import StringIO

from annotator.core.agreement.measures import Measure, Why
from annotator.operations.agreement import compare_readings
from annotator.operations.agreement_content import as_csv, as_json, content, why_words
from annotator.operations.agreement_gamma import Gamma
from tests.operations.agreeing import ARTICLE, QUOTE, person, read, shared
from tests.store.desk import Desk


def test_json_has_what_is_promised(desk: Desk) -> None:
    shared(desk)
    told = json.loads(as_json(compare_readings(desk.workspace), Gamma(0.5, None, 12)))
    assert told["annotators"] == ["Ana", "Ben"]
    assert {"n", *Measure} <= told["overall"].keys()
    assert told["overall"]["gamma"] == 0.5
    assert told["overall"]["gamma_cat"] is None
    assert told["pairs"][0]["labels"]["quote"]["f1_overlap"] == 1.0
    assert told["labels"]["claim"]["why"]["alpha_u"] == why_words(Why.UNUSED)
    assert any("2004" in note for note in told["notes"])
    assert any("fewer than 10 articles are too narrow" in note for note in told["notes"])


def test_without_gamma_its_key_is_not_there(desk: Desk) -> None:
    assert "gamma" not in content(compare_readings(desk.workspace))["overall"]


def test_csv_has_one_figure_a_row(desk: Desk) -> None:
    shared(desk)
    rows = list(csv.DictReader(StringIO(as_csv(compare_readings(desk.workspace)).decode("utf-8-sig"))))
    of_all = [row for row in rows if row["of"] == "overall" and not row["annotator_a"]]
    assert [row["measure"] for row in of_all] == list(Measure)
    pair = [row for row in rows if row["annotator_a"] == "Ana" and row["label"] == "quote"]
    assert next(row["value"] for row in pair if row["measure"] == "f1_overlap") == "1.0"
    assert any(row["of"] == "attribute" for row in rows)


def test_a_name_is_no_formula(desk: Desk) -> None:
    key = desk.load(ARTICLE)
    for who in (desk.ana, person(desk, "=1+1")):
        read(desk, key, who, [(QUOTE, "quote")])
    text = as_csv(compare_readings(desk.workspace)).decode("utf-8-sig")
    assert "'=1+1" in text
    assert ",=1+1" not in text
