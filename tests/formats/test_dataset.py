"""A dataset's folder is loaded by the library that trains on it, and comes back; texts left out are put back in."""

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.dataset_about import DatasetAbout
from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle
from annotator.core.guideline import Chapter
from annotator.core.losses import saying
from annotator.core.spans import Span
from annotator.errors import UnreadableInput
from annotator.formats.base import WriteOptions
from annotator.formats.dataset import Dataset
from annotator.formats.rows import HOLDS
from tests.formats.exchanged import TEXT, key, minister
from tests.formats.test_rows import FOREIGN
from tests.formats.write_golden import GOLDEN, files_of, write_exchange

KIND = Dataset()
RULE = Chapter("claim", "Claim", "en", "A rule.", own=False)
ABOUT = DatasetAbout("Harbour", label_set=b"{}\n", guideline=(RULE,), seed=3)
FROZEN = "Menu\n\nHarga naik.\nIklan\nIklan\nKata سارة 😀.\n"


def corpus() -> list[ExchangedArticle]:
    """Three articles, one of which nothing is said of, and one in two segments whose furniture was cut."""
    kept = (Span(6, 18), Span(30, 43))
    shown = "".join(FROZEN[start:end] for start, end in kept)
    broken = ExchangedAnnotation(key(7), "claim", (Span(0, 5), Span(12, 16)), annotator="Ben")
    cut = ExchangedArticle(
        key(101), shown, language="ar", annotations=(broken,), kept=kept, text_sha256=hash_of(FROZEN), outlet="Harian"
    )
    nothing = ExchangedArticle(key(102), "Kosong saja.", language="id", text_sha256=hash_of("Kosong saja."))
    return [replace(minister(), text_sha256=hash_of(TEXT)), cut, nothing]


def hash_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


SPLITS = {key(100): "train", key(101): "test", key(102): "train"}
OPTIONS = WriteOptions(splits=SPLITS, about=ABOUT, licence="CC-BY-4.0")


def written(path: Path, options: WriteOptions = OPTIONS) -> Path:
    path.mkdir()
    KIND.write_articles([KIND.fit(one, options).article for one in corpus()], path, options)
    return path


def run(*words: str | Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, *map(str, words)], capture_output=True, text=True, check=False)


def test_the_bytes_are_those_of_the_golden_folder(tmp_path: Path) -> None:
    write_exchange(KIND, tmp_path / "out")
    assert files_of(tmp_path / "out") == files_of(GOLDEN / "dataset")


def test_all_that_belongs_to_it_is_there(tmp_path: Path) -> None:
    path = written(tmp_path / "out")
    there = {one.relative_to(path).as_posix() for one in path.rglob("*") if one.is_file()}
    assert there == {
        "README.md", "SHA256SUMS", "data/test.jsonl", "data/train.jsonl",
        "guideline.md", "label_set.json", "splits.json",
    }  # fmt: skip
    assert json.loads((path / "splits.json").read_bytes()) == {"seed": 3, "shares": [80, 10, 10], "articles": SPLITS}
    assert (path / "guideline.md").read_text(encoding="utf-8") == "# Guideline\n\n## Claim\n\nA rule.\n"
    sums = dict(line.split("  ")[::-1] for line in (path / "SHA256SUMS").read_text(encoding="utf-8").splitlines())
    assert sums == {name: hashlib.sha256((path / name).read_bytes()).hexdigest() for name in there - {"SHA256SUMS"}}
    card = (path / "README.md").read_text(encoding="utf-8")
    assert "\n# Harbour\n" in card
    assert "| data/test.jsonl | the rows of the part “test” |" in card
    assert "rehydrate" not in card


def test_it_comes_back_part_by_part(tmp_path: Path) -> None:
    back = list(KIND.read_articles(written(tmp_path / "out")))
    first, second, third = (KIND.fit(one, OPTIONS).article for one in corpus())
    assert [saying(one, HOLDS) for one in back if isinstance(one, ExchangedArticle)] == [
        saying(one, HOLDS) for one in (first, third, second)
    ]


def test_as_parquet_it_is_the_same(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    one = written(tmp_path / "one")
    other = written(tmp_path / "other", replace(OPTIONS, parquet=True))
    assert {path.name for path in (other / "data").iterdir()} == {"train.parquet", "test.parquet"}
    assert list(KIND.read_articles(other)) == list(KIND.read_articles(one))
    assert KIND.recognises_annotations(other)
    assert (other / "README.md").read_text(encoding="utf-8").count("data/train.parquet") == 2


def test_a_file_of_such_rows_is_one_too(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_text(FOREIGN + "\n", encoding="utf-8")
    assert KIND.recognises_annotations(path)
    assert [one.key for one in KIND.read_articles(path) if isinstance(one, ExchangedArticle)] == ["art-1#s1"]


def test_another_folder_is_refused(tmp_path: Path) -> None:
    assert not KIND.recognises_annotations(tmp_path)
    with pytest.raises(UnreadableInput, match="choose a dataset’s folder"):
        list(KIND.read_articles(tmp_path))
    with pytest.raises(UnreadableInput, match="There is no “gone”"):
        list(KIND.read_articles(tmp_path / "gone"))


def test_a_dataset_of_nothing_is_one(tmp_path: Path) -> None:
    KIND.write_articles([], tmp_path, WriteOptions())
    assert list(KIND.read_articles(tmp_path)) == []
    assert "configs" not in (tmp_path / "README.md").read_text(encoding="utf-8")


_LOAD = """
import json, sys
import datasets
datasets.disable_progress_bars()
for path in sys.argv[1:]:
    loaded = datasets.load_dataset(path)
    for name, part in loaded.items():
        for row in part:
            said = [" ".join(row["text"][s["start"]:s["end"]] for s in one["segments"]) for one in row["spans"]]
            assert said == [one["text"] for one in row["spans"]], (said, row)
    print(json.dumps({name: [len(part), sorted(part.column_names)] for name, part in loaded.items()}))
"""


def test_the_library_that_trains_on_it_loads_it_offline(tmp_path: Path) -> None:
    pytest.importorskip("datasets")
    folders = [written(tmp_path / "lines"), written(tmp_path / "columns", replace(OPTIONS, parquet=True))]
    folders.append(tmp_path / "golden")
    write_exchange(KIND, folders[-1])
    home = {"HF_HUB_OFFLINE": "1", "HF_HOME": str(tmp_path / "hf")}
    done = subprocess.run(
        [sys.executable, "-c", _LOAD, *map(str, folders)],
        env={**os.environ, **home}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    lines, columns, golden = map(json.loads, done.stdout.splitlines())
    assert {part: said[0] for part, said in lines.items()} == {"train": 2, "test": 1}
    assert lines == columns
    assert golden["train"][0] == 1


BARE = replace(OPTIONS, without_text=True, parquet=True)


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    return written(tmp_path / "bare", BARE)


def test_without_text_no_word_of_it_is_in_any_file(bare: Path) -> None:
    whole = b"".join(path.read_bytes() for path in bare.rglob("*") if path.is_file())
    for word in ("beras", "Pedagang", "Kosong", "naik", "Harga", "cek ulang", "berita.txt"):
        assert word.encode() not in whole
    assert hash_of(TEXT).encode() in whole
    assert b"https://berita.invalid/1" in whole
    assert (bare / "data" / "train.jsonl").is_file()  # never Parquet: the script needs nothing but Python
    said = (bare / "README.md").read_text(encoding="utf-8")
    assert "python rehydrate.py TEXTS OUT" in said
    assert "The names of speakers, authors and annotators are in it" in said


def test_it_reads_back_as_places(bare: Path) -> None:
    back = [one for one in KIND.read_articles(bare) if isinstance(one, ExchangedArticle)]
    assert {one.text for one in back} == {""}
    wanted = {one.key: saying(KIND.fit(one, BARE).article, HOLDS) for one in corpus()}
    assert {one.key: saying(one, HOLDS) for one in back} == wanted


def frozen_texts(folder: Path) -> Path:
    """The texts as somebody else has kept them: other names, line ends, a mark in front, a line feed at the end."""
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.encode() + b"\r\n")
    (folder / "inner").mkdir()
    (folder / "inner" / "b.txt").write_bytes(FROZEN.replace("\n", "\r\n").encode())
    (folder / "c.txt").write_bytes(b"Kosong saja.")
    (folder / "d.txt").write_bytes(b"\xff\xfe nothing that anybody asked for")
    return folder


def test_texts_are_put_back_in_by_their_hashes(bare: Path, tmp_path: Path) -> None:
    done = run(bare / "rehydrate.py", frozen_texts(tmp_path / "texts"), tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("3 rows with their texts are in ")
    whole = {one.key: one for one in KIND.read_articles(tmp_path / "out") if isinstance(one, ExchangedArticle)}
    for before in corpus():
        after = whole[before.key]
        assert after.text == before.text
        assert [one.segments for one in after.annotations] == [one.segments for one in before.annotations]
        assert all(one.texts for one in after.annotations)
    assert "سارة 😀" in (tmp_path / "out" / "data" / "test.jsonl").read_text(encoding="utf-8")
    head = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    assert head.split("\n---\n")[0] == (bare / "README.md").read_text(encoding="utf-8").split("\n---\n")[0]


def test_texts_come_from_lines_too_and_what_differs_is_refused(bare: Path, tmp_path: Path) -> None:
    lines = [json.dumps({"text": TEXT}), "", "[]", "{", json.dumps({"text": "Kosong saja. "}), json.dumps({"text": 7})]
    (tmp_path / "texts.jsonl").write_text("\n".join(lines), encoding="utf-8")
    script, texts, out = bare / "rehydrate.py", tmp_path / "texts.jsonl", tmp_path / "out"
    refused = run(script, texts, out)
    assert refused.returncode == 1
    assert refused.stderr.startswith("2 of 3 texts are missing or differ, so nothing was written: ")
    assert key(102) in refused.stderr
    assert not out.exists()
    some = run(script, texts, out, "--partial")
    assert some.returncode == 0
    (back,) = KIND.read_articles(out)
    assert isinstance(back, ExchangedArticle)
    assert back.text == TEXT
    again = run(script, texts, out)
    assert "is there already" in again.stderr
    assert "There is no" in run(script, tmp_path / "gone", tmp_path / "other").stderr


def test_a_place_outside_its_text_leaves_nothing(bare: Path, tmp_path: Path) -> None:
    path = bare / "data" / "train.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"start":37,"end":55', b'"start":37,"end":550'))
    done = run(bare / "rehydrate.py", frozen_texts(tmp_path / "texts"), tmp_path / "out")
    assert done.returncode == 1
    assert "lies outside its text" in done.stderr
    assert not (tmp_path / "out").exists()
