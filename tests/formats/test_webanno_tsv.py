"""Folders and files of WebAnno TSV."""

from pathlib import Path

import pytest

from annotator.core.exchange import ExchangedArticle
from annotator.core.records import Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import WriteOptions
from annotator.formats.webanno_tsv import WebannoTsv
from tests.formats.exchanged import minister
from tests.formats.test_webanno_spans import OF_THE_SPECIFICATION, TEXT
from tests.formats.write_golden import GOLDEN, files_of, write_exchange

KIND = WebannoTsv()


def test_the_golden_files(tmp_path: Path) -> None:
    write_exchange(KIND, tmp_path / "out")
    assert files_of(tmp_path / "out") == files_of(GOLDEN / "webanno-tsv")


def test_nothing_of_the_first_article_is_lost() -> None:
    assert KIND.fit(minister(), WriteOptions()).lost == ()


def test_a_file_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes(b"\xef\xbb\xbf" + OF_THE_SPECIFICATION.replace("\n", "\r\n").encode())
    assert KIND.recognises_annotations(path)
    (one,) = KIND.read_articles(path)
    assert isinstance(one, ExchangedArticle)
    assert (one.key, one.text, one.file_name) == ("a", TEXT, "a.tsv")


def test_a_project_of_inception(tmp_path: Path) -> None:
    for name in ("berita.txt/ana.tsv", "berita.txt/INITIAL_CAS.tsv"):
        (tmp_path / "annotation" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "annotation" / name).write_text(OF_THE_SPECIFICATION, encoding="utf-8")
    assert KIND.recognises_annotations(tmp_path)
    found = [one for one in KIND.read_articles(tmp_path) if isinstance(one, ExchangedArticle)]
    assert [(one.file_name, one.annotations[0].annotator) for one in found] == [
        ("berita.txt", ""),
        ("berita.txt", "ana"),
    ]


def test_damaged_files_are_told(tmp_path: Path) -> None:
    path = tmp_path / "out"
    write_exchange(KIND, path)
    (path / "other.tsv").write_text("#FORMAT=WebAnno TSV 3.3\n\n\n#Text=a\n1-1\t5-2\ta\t\n", encoding="utf-8")
    (path / "sheet.tsv").write_text("a\tb\n", encoding="utf-8")
    found = list(KIND.read_articles(path))
    assert [type(one).__name__ for one in found] == ["ExchangedArticle", "ExchangedArticle", "Unread"]
    (path / "Harga beras.tsv").write_text("cut", encoding="utf-8")
    told = next(one for one in KIND.read_articles(path) if isinstance(one, Unread))
    assert told.reason.startswith("“Harga beras.tsv” does not begin as WebAnno TSV 3 does")
    (path / "Harga beras.tsv").unlink()
    first = next(iter(KIND.read_articles(path)))
    assert isinstance(first, Unread)
    assert first.reason == "“Harga beras.tsv” is not in the folder; put it there."


def test_nothing_of_the_kind(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="no files of WebAnno TSV"):
        list(KIND.read_articles(tmp_path))
    with pytest.raises(UnreadableInput, match="cannot be opened"):
        list(KIND.read_articles(tmp_path / "missing.tsv"))


def test_no_articles_is_an_export_too(tmp_path: Path) -> None:
    KIND.write_articles([], tmp_path, WriteOptions())
    assert list(KIND.read_articles(tmp_path)) == []
