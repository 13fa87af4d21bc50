"""A row an annotation, a cell a column."""

from annotator.core.attributes import Defaults
from annotator.formats.sheet_rows import COLUMNS, annotation_rows
from tests.formats.records import bare
from tests.formats.sheets import NEWSROOM, argued


def test_every_annotation_is_a_row_of_all_columns() -> None:
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in annotation_rows(argued()[0], NEWSROOM, Defaults(NEWSROOM))]
    assert [row["label"] for row in rows] == ["cue", "quote", "claim", "denial"]
    assert [row["source"] for row in rows] == ["", "Menteri", "Menteri", '["Siti; Pasar Baru"]']
    assert rows[1]["source_key"] == "attributed_to"
    assert rows[1]["links"].startswith("addressed_to Dewan Kota; cued_by 0190")
    assert "negated_report=yes" in rows[1]["attributes"].split("; ")
    assert (rows[2]["review_state"], rows[2]["reviewer"]) == ("approved", "C")
    assert (rows[3]["start"], rows[3]["end"], rows[3]["text"]) == ("37", "55", "Pedagang membantah")


def test_an_article_without_annotations_has_no_rows() -> None:
    assert list(annotation_rows(bare(), None, None)) == []
