"""One Parquet file, or folders by language and month that other engines read as one table."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.exchange import ExchangedArticle
from annotator.core.losses import saying
from annotator.core.records import Unread
from annotator.errors import ExportFailed, UnreadableInput
from annotator.formats import parquet as module
from annotator.formats.base import WriteOptions
from annotator.formats.parquet import Parquet, articles_of
from annotator.formats.parquet_rows import weight_of
from annotator.formats.rows import HOLDS, row_of
from tests.formats.exchanged import key, minister
from tests.formats.write_golden import GOLDEN

pyarrow = pytest.importorskip("pyarrow")
KIND = Parquet()
BY_BOTH = WriteOptions(partition_by=("language", "month"))


def corpus() -> list[ExchangedArticle]:
    """Seven articles of three languages and four months, one of them unknown."""
    said = [("id", "2026-01-05"), ("id", "2026-01-31T10:00:00+07:00"), ("id", "2026-02-01"), ("en", "2026-01-02"),
            ("no", "2025"), ("", ""), ("en", "2026-01-30")]  # fmt: skip
    return [
        replace(minister(), key=key(500 + at), language=language, published_at=at_, title=f"Judul {at}")
        for at, (language, at_) in enumerate(said)
    ]


def parted(folder: Path, options: WriteOptions = BY_BOTH) -> Path:
    path = folder / "parts"
    path.mkdir()
    KIND.write_articles((KIND.fit(one, options).article for one in corpus()), path, options)
    return path


def test_it_is_a_folder_where_something_parts_it() -> None:
    assert not KIND.makes_folder(WriteOptions())
    assert KIND.makes_folder(BY_BOTH)


def test_folders_are_named_as_other_engines_name_them(tmp_path: Path) -> None:
    path = parted(tmp_path)
    assert sorted(one.relative_to(path).as_posix() for one in path.rglob("*.parquet")) == [
        "language=en/month=2026-01/part-0.parquet",
        "language=id/month=2026-01/part-0.parquet",
        "language=id/month=2026-02/part-0.parquet",
        "language=no/month=unknown/part-0.parquet",
        "language=unknown/month=unknown/part-0.parquet",
    ]
    assert KIND.recognises_annotations(path)
    back = {one.key: one for one in KIND.read_articles(path) if isinstance(one, ExchangedArticle)}
    for one in corpus():
        assert saying(back[one.key], HOLDS) == saying(one, HOLDS)
    assert len(back) == 7


def test_a_name_that_no_folder_may_have_is_spelled_out(tmp_path: Path) -> None:
    one = replace(minister(), language="../x y")
    KIND.write_articles([one], tmp_path, WriteOptions(partition_by=("language",)))
    assert (tmp_path / "language=..%2Fx%20y" / "part-0.parquet").is_file()


def test_unknown_parts_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="by language and month, not by “outlet”"):
        KIND.write_articles([], tmp_path, WriteOptions(partition_by=("outlet",)))


def test_what_weighs_too_much_goes_to_the_disk_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_WEIGHT_OF_ALL", 3 * weight_of(row_of(minister())))
    path = parted(tmp_path)
    assert len(list(path.rglob("*.parquet"))) > 5
    assert sorted(one.key for one in KIND.read_articles(path) if isinstance(one, ExchangedArticle)) == sorted(
        one.key for one in corpus()
    )


def test_duckdb_reads_the_folders_as_one_table(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    where = f"read_parquet('{parted(tmp_path).as_posix()}/**/*.parquet', hive_partitioning = true)"
    counted = duckdb.sql(f"SELECT language, month, count(*) FROM {where} GROUP BY ALL ORDER BY ALL").fetchall()
    assert counted == [
        ("en", "2026-01", 2),
        ("id", "2026-01", 2),
        ("id", "2026-02", 1),
        ("no", "unknown", 1),
        ("unknown", "unknown", 1),
    ]
    asked = f"""SELECT DISTINCT s.label, substring(text, s.start + 1, s."end" - s.start) = s.text
                FROM (SELECT text, unnest(spans) AS s FROM {where} WHERE month = '2026-01') ORDER BY ALL"""
    assert duckdb.sql(asked).fetchall() == [("claim", True), ("denial", True), ("quote", True)]


def test_pandas_reads_file_and_folders(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    folder = pandas.read_parquet(parted(tmp_path))
    assert len(folder) == 7
    assert set(folder["month"].astype(str)) == {"2026-01", "2026-02", "unknown"}
    KIND.write_articles(corpus(), tmp_path / "one.parquet", WriteOptions())
    one = pandas.read_parquet(tmp_path / "one.parquet")
    span = one["spans"][0][2]
    assert (span["label"], one["text"][0][span["start"] : span["end"]]) == ("denial", "Pedagang membantah")
    assert list(one["lang"]) == ["id", "id", "id", "en", "no", "", "en"]


def test_without_text_there_are_places_only(tmp_path: Path) -> None:
    bare = WriteOptions(without_text=True)
    fitted = KIND.fit(minister(), bare).article
    KIND.write_articles([fitted], tmp_path / "bare.parquet", bare)
    (back,) = KIND.read_articles(tmp_path / "bare.parquet")
    assert isinstance(back, ExchangedArticle)
    assert saying(back, HOLDS) == saying(fitted, HOLDS)
    assert b"beras" not in (tmp_path / "bare.parquet").read_bytes()


def test_a_row_that_is_none_is_told_by_its_number() -> None:
    good, bad = articles_of("a.parquet", [row_of(minister()), {"text": "a", "spans": [{"start": 0}]}])
    assert isinstance(good, ExchangedArticle)
    assert isinstance(bad, Unread)
    assert bad.name == "a.parquet, row 2"


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput):
        list(KIND.read_articles(tmp_path / "gone.parquet"))


def test_the_bytes_are_those_of_the_golden_file(tmp_path: Path) -> None:
    from pyarrow import parquet

    golden = GOLDEN / "rows.parquet"
    path = tmp_path / "out.parquet"
    KIND.write_articles([KIND.fit(minister(), WriteOptions()).article], path, WriteOptions())
    assert list(KIND.read_articles(golden)) == list(KIND.read_articles(path))
    if parquet.ParquetFile(golden).metadata.created_by == parquet.ParquetFile(path).metadata.created_by:
        assert path.read_bytes() == golden.read_bytes()  # every version of the library writes its own name
