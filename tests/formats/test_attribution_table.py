"""The list of articles: PolNeAR's columns, and what comes back of them."""

import io
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.errors import UnreadableInput
from annotator.formats.attribution_table import (
    DETAILS,
    PEOPLE,
    TABLE,
    read_people,
    read_table,
    row_of,
    table_writer,
    write_people,
)
from tests.formats.exchanged import minister

POLNEAR = (
    "compartment\tfilename\tlevel\tannotators\tpublisher\tpublication_date\tauthor\ttitle\ttrump_count\t"
    "clinton_count\tcredit\twire\n"
    "dev\tnyt_2016-09-08_a\t1\t4b22|4e07\tnyt\t2016-09-08\tNone\tA 'title'\t1\t5\tNone\tNA\n"
)


def test_a_row_comes_back(tmp_path: Path) -> None:
    given = replace(minister(), byline="Ana\tBen", split="train", published_at="2026-01-01T10:00:00+07:00")
    stream = io.StringIO()
    table_writer(stream).writerow(row_of(given, "00001-harga", ["ana", "ben"]))
    (tmp_path / TABLE).write_text(stream.getvalue(), encoding="utf-8")
    (row,) = read_table(tmp_path)
    assert (row.compartment, row.name, row.annotators, row.key) == ("train", "00001-harga", ("ana", "ben"), given.key)
    assert row.details == {name: getattr(given, name) for name in DETAILS}


def test_a_row_of_the_corpus(tmp_path: Path) -> None:
    (tmp_path / TABLE).write_text(POLNEAR, encoding="utf-8")
    (row,) = read_table(tmp_path)
    assert (row.annotators, row.key) == (("4b22", "4e07"), "nyt_2016-09-08_a")
    told = (row.details["outlet"], row.details["byline"], row.details["published_at"], row.details["split"])
    assert told == ("nyt", "", "2016-09-08", "dev")


def test_a_day_is_told_where_corpora_look_for_it() -> None:
    assert row_of(minister(), "a", [])["publication_date"] == "2026-01-01"
    assert row_of(replace(minister(), published_at="2026"), "a", [])["publication_date"] == ""


@pytest.mark.parametrize("name", ["../../etc/passwd", "..", "a/b", "a\\b", "c:a", ""])
def test_a_name_that_leads_elsewhere_is_passed_over(tmp_path: Path, name: str) -> None:
    (tmp_path / TABLE).write_text(POLNEAR.replace("nyt_2016-09-08_a", name), encoding="utf-8")
    assert list(read_table(tmp_path)) == []


def test_people_come_back(tmp_path: Path) -> None:
    names = {"ana": "Ana", "nobody": "", "x": 'سارة "S"\tB'}
    write_people(names, tmp_path / PEOPLE)
    assert read_people(tmp_path) == names


def test_what_is_missing_is_empty_and_what_is_damaged_is_refused(tmp_path: Path) -> None:
    assert list(read_table(tmp_path)) == []
    assert read_people(tmp_path) == {}
    (tmp_path / TABLE).write_bytes(b"compartment\tfilename\n\xff\t\xff\n")
    with pytest.raises(UnreadableInput, match=r"metadata\.tsv"):
        list(read_table(tmp_path))
    (tmp_path / TABLE).write_bytes(b"compartment\tfilename\n" + b"a" * 200_000 + b"\tb\n")
    with pytest.raises(UnreadableInput, match=r"metadata\.tsv"):
        list(read_table(tmp_path))
