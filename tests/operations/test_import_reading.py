"""Which format a file is of, and what is read of it."""

import io
import os
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.exchange import ExchangedArticle
from annotator.core.records import Unread
from annotator.errors import NotFound, UnreadableInput, Unrecognised
from annotator.formats.limits import LIMITS
from annotator.operations import import_reading
from annotator.operations.import_reading import Given, opened, spooled
from tests.formats.exchanged import TEXT, minister
from tests.operations.import_desk import exchange, written


def articles_in(path: Path, format_id: str | None = None) -> tuple[str, list[ExchangedArticle | Unread]]:
    with opened(path, format_id) as given:
        return given.reader.id, list(given.articles())


def zipped(folder: Path, path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for one in sorted(folder.rglob("*")):
            if one.is_file():
                archive.write(one, f"in/{one.relative_to(folder).as_posix()}")
    return path


def test_the_format_is_recognised_whatever_the_file_is_called(tmp_path: Path) -> None:
    path = written(tmp_path, [minister()], "w3c").rename(tmp_path / "notes.bin")
    kind, (article,) = articles_in(path)
    assert kind == "w3c"
    assert isinstance(article, ExchangedArticle)
    assert article.text == TEXT


def test_a_folder_may_come_as_a_zip(tmp_path: Path) -> None:
    folder = written(tmp_path, [minister()], "brat")
    path = zipped(folder, tmp_path / "a.zip")
    assert articles_in(path)[0] == articles_in(path, "brat")[0] == "brat"


def inception(folder: Path, *people: str) -> Path:
    """A project as INCEpTION exports it: a ZIP for each person and document."""
    bare = replace(minister(), annotations=tuple(replace(one, annotator="") for one in minister().annotations))
    (file,) = written(folder, [bare], "uima-xmi").glob("*.xmi")
    path = folder / "project.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("exportedproject.json", "{}")
        archive.writestr("source/berita.txt", TEXT)
        for name in people:
            inner = io.BytesIO()
            with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as own:
                own.write(file, "00001.xmi")
                own.write(file.with_name("TypeSystem.xml"), "TypeSystem.xml")
            archive.writestr(f"annotation/berita.txt/{name}.zip", inner.getvalue())
    return path


def test_a_project_of_inception_holds_a_zip_a_person(tmp_path: Path) -> None:
    kind, found = articles_in(inception(tmp_path, "INITIAL_CAS", "ana", "ben.w"))
    articles = [one for one in found if isinstance(one, ExchangedArticle)]
    assert (kind, len(articles), len(found)) == ("uima-xmi", 2, 2)
    assert {one.text for one in articles} == {TEXT}
    assert [{own.annotator for own in one.annotations} for one in articles] == [{"ana"}, {"ben.w"}]


def test_the_zips_of_a_project_are_together_under_the_limits_of_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = inception(tmp_path, "ana", "ben", "citra")
    with zipfile.ZipFile(path) as archive:
        outer = sum(one.file_size for one in archive.infolist())
    monkeypatch.setattr(import_reading, "LIMITS", replace(LIMITS, unpacked_bytes=outer + 100))
    with pytest.raises(UnreadableInput, match=r"“ana.zip” unpacks to .*limit"):
        articles_in(path)
    monkeypatch.setattr(import_reading, "LIMITS", replace(LIMITS, members=8))
    with pytest.raises(UnreadableInput, match="holds more than"):
        articles_in(path)


def test_a_zip_that_could_do_harm_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../out.ann", "T1\tclaim 0 4\tKata")
    with pytest.raises(UnreadableInput, match="leads out"):
        articles_in(path)
    with zipfile.ZipFile(path, "w"):
        pass
    with pytest.raises(UnreadableInput, match="empty"):
        articles_in(path)


def test_what_no_format_knows_is_told_with_those_there_are(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    with pytest.raises(Unrecognised, match=r"name its format: .*brat"):
        articles_in(tmp_path / "a.txt")
    with pytest.raises(UnreadableInput, match="no file or folder"):
        articles_in(tmp_path / "b.txt")
    with pytest.raises(NotFound, match=r"there are .*doccano"):
        articles_in(tmp_path / "a.txt", "mine")
    (tmp_path / "unknown.bin").write_bytes(b"nothing that is known")
    with pytest.raises(UnreadableInput) as caught:
        articles_in(tmp_path / "unknown.bin")
    assert "refi-qda" in str(caught.value)
    assert "refi-codebook" not in str(caught.value)


def test_a_reader_that_breaks_is_told_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kind = exchange("w3c")

    def broken(_self: object, _path: Path) -> Iterator[ExchangedArticle]:
        yield minister()
        raise ZeroDivisionError

    monkeypatch.setattr(type(kind), "read_articles", broken)
    found = Given(kind, tmp_path, "a.json").articles()
    next(found)
    with pytest.raises(UnreadableInput, match="damaged"):
        next(found)


def test_what_comes_from_a_pipe_is_a_file(tmp_path: Path) -> None:
    assert spooled(io.BytesIO(b"abc"), tmp_path).read_bytes() == b"abc"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes that have names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableInput, match="neither a file nor a folder"), opened(tmp_path / "pipe"):
        pass


@pytest.mark.parametrize("names", [["x" * 300], ["a", "a/b"], ["a/b", "a"]])
def test_names_in_a_zip_that_no_file_here_can_have_are_refused(names: list[str], tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as archive:
        for name in names:
            archive.writestr(name, b"Kata Menteri.")
    with pytest.raises(UnreadableInput, match="cannot be unpacked here"), opened(tmp_path / "in.zip"):
        pass
