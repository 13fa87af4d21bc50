"""The files of rows in a dataset's folder, a part each."""

from pathlib import Path

import pytest

from annotator.core.exchange import ExchangedArticle
from annotator.core.records import Unread
from annotator.errors import UnreadableInput
from annotator.formats import json_entries
from annotator.formats.dataset import Dataset
from annotator.formats.dataset_files import PartFiles, data_files, holds_rows, read_file, refusal_of
from annotator.formats.limits import Limits
from annotator.formats.rows import row_of
from tests.formats.exchanged import minister
from tests.formats.test_rows import FOREIGN

ROW = row_of(minister())


@pytest.mark.parametrize("parquet", [False, True])
def test_each_part_has_its_file_made_when_needed(tmp_path: Path, *, parquet: bool) -> None:
    if parquet:
        pytest.importorskip("pyarrow")
    with PartFiles(tmp_path, parquet=parquet) as files:
        for part in ("test", "train", "train", "extra"):
            files.add(part, ROW)
    ending = ".parquet" if parquet else ".jsonl"
    assert files.names() == [(part, f"data/{part}{ending}") for part in ("train", "test", "extra")]
    assert [path.name for path in data_files(tmp_path)] == [f"{part}{ending}" for part in ("train", "test", "extra")]
    assert all(map(holds_rows, data_files(tmp_path)))
    assert [len(list(read_file(path))) for path in data_files(tmp_path)] == [2, 1, 1]


def test_lines_as_other_tools_write_them_are_read(tmp_path: Path) -> None:
    """With a byte-order mark, other line ends, blank lines, and lines that are none."""
    path = tmp_path / "train.jsonl"
    path.write_bytes(
        b"\xef\xbb\xbf" + FOREIGN.encode() + b"\r\n\r\n{\n[]\n" + FOREIGN.encode()[:-1] + b"\n" + FOREIGN.encode()
    )
    assert holds_rows(path)
    found = list(read_file(path))
    assert [one.name for one in found if isinstance(one, Unread)] == [f"train.jsonl, line {at}" for at in (3, 4, 5)]
    assert [one.key for one in found if isinstance(one, ExchangedArticle)] == ["art-1#s1"] * 2
    anything = "something in it is not what it should be"
    assert [one.reason for one in found if isinstance(one, Unread)] == [
        f"It is no row of a dataset ({why})." for why in (anything, "it is no row with columns", anything)
    ]


def test_rows_without_a_language_are_known_by_their_folder(tmp_path: Path) -> None:
    path = tmp_path / "data" / "train.jsonl"
    path.parent.mkdir()
    path.write_bytes(b'{"id":"1","text":"Satu dua","spans":[{"start":0,"end":4,"label":"claim"}]}\n')
    assert (holds_rows(path), holds_rows(path, in_folder=True)) == (False, True)
    path.write_bytes(b'{"id":"1","words":"Satu dua"}\n')
    assert not holds_rows(path, in_folder=True)


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"{}", b"[1]", b'{"text":"a","spans":[]}', b'{"text":"a","lang":"id","spans":7}', b"\xff\xfe"],
)
def test_other_lines_are_not_taken_for_rows(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.jsonl").write_bytes(content)
    assert not holds_rows(tmp_path / "a.jsonl")
    assert not holds_rows(tmp_path / "gone.jsonl")


def test_a_folder_without_data_has_no_files(tmp_path: Path) -> None:
    assert data_files(tmp_path) == []


BARE = b'{"id":"1","text":"Satu dua","spans":[{"start":0,"end":4,"label":"claim"}]'


def test_files_at_the_root_are_rows_too(tmp_path: Path) -> None:
    names = [f"{part}-0000{at}-of-00002.jsonl" for part in ("train", "test", "validation") for at in range(2)]
    for name in names:
        (tmp_path / name).write_bytes(BARE + b"}\n")
    (tmp_path / "README.md").write_bytes(b"---\n---\n")
    files = data_files(tmp_path)
    assert [path.name for path in files] == names
    assert holds_rows(files[0], in_folder=True)
    assert Dataset().recognises_annotations(tmp_path)
    assert len(list(Dataset().read_articles(tmp_path))) == 6


def test_parquet_at_the_root_is_rows_too(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    arrow = pytest.importorskip("pyarrow")
    row = {"text": "Satu dua", "spans": [{"start": 0, "end": 4, "label": "claim"}]}
    parquet.write_table(arrow.Table.from_pylist([row]), tmp_path / "train-00000-of-00001.parquet")
    assert Dataset().recognises_annotations(tmp_path)
    (article,) = Dataset().read_articles(tmp_path)
    assert isinstance(article, ExchangedArticle)
    assert [one.label for one in article.annotations] == ["claim"]


@pytest.mark.parametrize("line", [BARE + b',"answer":"reject"}', b'{"text":"Satu","label":[[0,4,"claim"]]}'])
def test_lines_of_other_tools_in_a_folder_are_not_taken_for_rows(tmp_path: Path, line: bytes) -> None:
    (tmp_path / "train.jsonl").write_bytes(line + b"\n")
    assert not Dataset().recognises_annotations(tmp_path)


def test_what_a_dataset_is_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    words = tmp_path / "words"
    words.mkdir()
    (words / "train.jsonl").write_bytes(b'{"tokens":["Satu"],"ner_tags":[0]}\n')
    disk = tmp_path / "disk"
    disk.mkdir()
    (disk / "dataset_dict.json").write_bytes(b'{"splits":["train"]}')
    part = tmp_path / "part"
    part.mkdir()
    (part / "state.json").write_bytes(b"{}")
    assert refusal_of(part) == ""
    (part / "data-00000-of-00001.arrow").write_bytes(b"")
    assert "“save_to_disk”" in refusal_of(disk)
    assert "“save_to_disk”" in refusal_of(part)
    assert "write it as CoNLL" in refusal_of(words)
    for path in (words, words / "train.jsonl", disk, part):
        assert Dataset().recognises_annotations(path)
        with pytest.raises(UnreadableInput, match=r"; write it .*\.$"):
            list(Dataset().read_articles(path))
    assert refusal_of(tmp_path) == ""


def test_words_with_tags_in_parquet_are_said_too(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    arrow = pytest.importorskip("pyarrow")
    table = arrow.Table.from_pylist([{"tokens": ["Satu"], "ner_tags": [0]}])
    parquet.write_table(table, tmp_path / "train.parquet")
    assert "“ner_tags”" in refusal_of(tmp_path)


def test_a_line_without_end_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_entries, "LIMITS", Limits(container_bytes=100_000))
    row = b'{"text": "Kata Menteri", "spans": []}\n'
    (tmp_path / "train.jsonl").write_bytes(row + b'{"text": "' + b"x" * 300_000 + b'"}\n' + row)
    found = list(read_file(tmp_path / "train.jsonl"))
    assert [isinstance(one, Unread) for one in found] == [False, True, False]
