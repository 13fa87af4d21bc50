"""Rows go to Parquet files in groups and come back one by one; what is no such file is refused in a sentence."""

import builtins
from pathlib import Path
from typing import Any

import pytest

from annotator.errors import AnnotatorError, UnreadableInput
from annotator.formats import parquet_rows
from annotator.formats.parquet_rows import ParquetFile, files_below, is_of_ours, read_rows, weight_of
from annotator.formats.rows import row_of
from tests.formats.exchanged import minister

pyarrow = pytest.importorskip("pyarrow")

ROW = row_of(minister())


def written(path: Path, number: int = 1) -> Path:
    with ParquetFile(path) as file:
        for _ in range(number):
            file.add(ROW)
    return path


def test_rows_come_back_as_they_were(tmp_path: Path) -> None:
    assert list(read_rows(written(tmp_path / "a.parquet", 3))) == [ROW] * 3
    assert list(read_rows(written(tmp_path / "none.parquet", 0))) == []


def test_rows_are_written_when_they_weigh_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_rows, "GROUP_WEIGHT", 2 * weight_of(ROW))
    path = written(tmp_path / "a.parquet", 5)
    from pyarrow import parquet

    assert parquet.ParquetFile(path).metadata.num_row_groups == 3
    assert len(list(read_rows(path))) == 5


def test_a_file_is_known_by_its_columns(tmp_path: Path) -> None:
    from pyarrow import parquet

    assert is_of_ours(written(tmp_path / "a.parquet"))
    parquet.write_table(pyarrow.table({"text": ["Kata"]}), tmp_path / "b.parquet")
    assert not is_of_ours(tmp_path / "b.parquet")
    for name, content in (("c", b"PAR1"), ("d", b""), ("e", b"PAR1" + b"\xff" * 20)):
        (tmp_path / name).write_bytes(content)
        assert not is_of_ours(tmp_path / name)
    with pytest.raises(UnreadableInput, match="no column “spans”"):
        list(read_rows(tmp_path / "b.parquet"))


def test_what_is_cut_off_or_damaged_is_refused_in_a_sentence(tmp_path: Path) -> None:
    whole = written(tmp_path / "a.parquet", 40).read_bytes()
    refused = 0
    for cut in (0, 1, 4, 12, len(whole) // 2, len(whole) - 9, len(whole) - 1):
        (tmp_path / "cut.parquet").write_bytes(whole[:cut])
        with pytest.raises(
            UnreadableInput, match=r"^“cut.parquet” cannot be read as Parquet: it is another file, .*\.$"
        ):
            list(read_rows(tmp_path / "cut.parquet"))
    for at in range(4, len(whole), len(whole) // 60):
        (tmp_path / "changed.parquet").write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        try:
            list(read_rows(tmp_path / "changed.parquet"))
        except UnreadableInput:
            refused += 1
    assert refused > 5


def test_rows_that_unpack_to_too_much_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "a.parquet")
    monkeypatch.setattr(parquet_rows, "_LARGEST_GROUP", 100)
    with pytest.raises(UnreadableInput, match="smaller row groups"):
        list(read_rows(path))


def test_without_the_package_a_sentence_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "a.parquet")
    there = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.partition(".")[0] == "pyarrow":
            raise ModuleNotFoundError(name)
        return there(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(AnnotatorError, match=r"install it with “pip install 'annotator\[parquet\]'”"):
        ParquetFile(tmp_path / "b.parquet")
    with pytest.raises(UnreadableInput, match="pyarrow"):
        list(read_rows(path))


def test_files_are_found_in_folders_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b/x.parquet", "a/y.parquet", "a/x.parquet", "a/z.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert [path.relative_to(tmp_path).as_posix() for path in files_below(tmp_path)] == [
        "a/x.parquet",
        "a/y.parquet",
        "b/x.parquet",
    ]
