"""How an export went, in words."""

from pathlib import Path

import pytest

from annotator.operations.export_sample import ExportSample
from annotator.operations.exports import ExportReport
from annotator.ui.export.export_words import report_words, sample_words

WHOLE = ExportReport("csv", 2, 1, (), Path("/tmp/out.csv"))


def test_what_was_written_is_counted() -> None:
    assert report_words(WHOLE) == "Exported 1 annotation of 2 articles to “out.csv”, read back and compared."


def test_each_thing_that_is_not_in_it_is_told() -> None:
    lost = {"lost": {"note": 2}, "losses_path": Path("/tmp/out.csv.losses.json")}
    report = ExportReport("csv", 2, 1, (), None, 1, 2, 3, 1, ("5 disputes are left out.",), **lost)  # type: ignore[arg-type]
    words = report_words(report)
    for part in (
        "2 things could not be held; “out.csv.losses.json” lists them.",
        "1 article is withheld",
        "3 annotations are off the record",
        "1 article is in it without the others’ work",
        "2 older versions were left out",
        "5 disputes are left out.",
    ):
        assert part in words


@pytest.mark.parametrize(
    ("sample", "words"),
    [
        (ExportSample("", 0), "Nothing that is chosen"),
        (ExportSample("", 0, nothing="of 2 articles none"), "The file would be empty: of 2 articles none."),
        (ExportSample("x", 1), "The first entry"),
        (ExportSample("x", 2), "The first 2 entries"),
        (ExportSample("x", 2, is_cut=True), "The beginning"),
        (ExportSample("x", 2, is_text=False), "This file is not for reading"),
    ],
)
def test_what_the_first_rows_are(sample: ExportSample, words: str) -> None:
    assert sample_words(sample).startswith(words)
