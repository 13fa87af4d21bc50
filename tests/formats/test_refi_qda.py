"""REFI-QDA projects: the golden file, the example of the standard, attributes as codes, and hostile archives."""

import json
import subprocess
import sys
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from annotator.core.exchange import ExchangedArticle, slices
from annotator.core.losses import saying
from annotator.errors import UnreadableInput
from annotator.formats.base import WriteOptions
from annotator.formats.refi_qda import RefiQda
from annotator.operations.label_sets import shipped_label_set
from tests.formats.exchanged import TEXT, corpora, minister
from tests.formats.refi_files import coding, project_file, selection, text_source
from tests.formats.refi_schema import project_schema
from tests.formats.write_golden import GOLDEN, write_exchange

NEWSROOM = shipped_label_set("newsroom")


def _members(path: Path) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def test_the_golden_file(tmp_path: Path) -> None:
    write_exchange(RefiQda(), tmp_path / "a.qdpx")
    assert _members(tmp_path / "a.qdpx") == _members(GOLDEN / "refi-qda.qdpx")


def test_the_fixture_of_other_tools(tmp_path: Path) -> None:
    within = selection(15, 32, f"<Description>memo</Description>{coding()}")
    parts = f"<Sources>{text_source(within)}</Sources>"
    (article,) = RefiQda().read_articles(project_file(tmp_path / "a.qdpx", parts, {"sources/a.txt": TEXT.encode()}))
    assert isinstance(article, ExchangedArticle)
    assert slices(article, article.annotations[0]) == ("Harga beras turun",)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(corpora())
def test_what_goes_out_with_a_label_set_comes_back(tmp_path: Path, given: list[ExchangedArticle]) -> None:
    options = WriteOptions(label_set=NEWSROOM)
    fitted = [RefiQda().fit(one, options).article for one in given]
    RefiQda().write_articles(fitted, tmp_path / "a.qdpx", options)
    for before, after in zip(fitted, RefiQda().read_articles(tmp_path / "a.qdpx"), strict=True):
        assert isinstance(after, ExchangedArticle)
        assert saying(after, RefiQda.holds) == saying(before, RefiQda.holds)


_PEER = """
import json, pathlib, sys
from pyrefiqda import RefiCodebook, RefiProject
project, codebook, folder = map(pathlib.Path, sys.argv[1:])
taken = RefiProject.load(project, folder)
found = []
for source in taken.sources.text_source:
    text = (folder / source.plain_text_path.replace("internal://", "sources/")).read_text(encoding="utf-8")
    found += [text[one.start_position:one.end_position] for one in source.plain_text_selection]
RefiProject.save(taken, folder / "saved.qdpx", folder / "sources")
print(json.dumps([found, [one.name for one in RefiCodebook.load(codebook).codes.code]]))
"""


def test_a_reader_made_of_the_standard_s_schema_takes_projects_and_code_books(tmp_path: Path) -> None:
    pytest.importorskip("pyrefiqda")
    paths = [str(GOLDEN / "refi-qda.qdpx"), str(GOLDEN / "codebook.qdc"), str(tmp_path)]
    done = subprocess.run([sys.executable, "-c", _PEER, *paths], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    words, codes = json.loads(done.stdout)
    assert words == ['"Harga beras turun."', "Harga beras turun", "Pedagang membantah"]
    assert {"claim", "denial", "quote"} <= set(codes)
    (ours,) = RefiQda().read_articles(GOLDEN / "refi-qda.qdpx")
    (theirs,) = RefiQda().read_articles(tmp_path / "saved.qdpx")
    assert theirs == ours


def test_the_keys_of_what_is_whole_come_back(tmp_path: Path) -> None:
    RefiQda().write_articles([RefiQda().fit(minister(), WriteOptions()).article], tmp_path / "a.qdpx", WriteOptions())
    (article,) = RefiQda().read_articles(tmp_path / "a.qdpx")
    assert isinstance(article, ExchangedArticle)
    assert [one.key for one in article.annotations] == [one.key for one in minister().annotations]
    assert (article.key, article.links[0].key) == (minister().key, minister().links[0].key)


@pytest.mark.parametrize("text", ["", "\ufeffHarga", "Ka\x00ta\x1f\u2028\x85.", " \n\n"])
def test_any_text_comes_back(tmp_path: Path, text: str) -> None:
    given = RefiQda().fit(ExchangedArticle(minister().key, text), WriteOptions())
    assert given.lost == ()
    RefiQda().write_articles([given.article], tmp_path / "a.qdpx", WriteOptions())
    (article,) = RefiQda().read_articles(tmp_path / "a.qdpx")
    assert isinstance(article, ExchangedArticle)
    assert article.text == text


def test_times_are_in_whole_seconds() -> None:
    first = minister().annotations[0]
    assert first.created_at is not None
    given = replace(first, created_at=first.created_at.replace(microsecond=123_000))
    fitted = RefiQda().fit(replace(minister(), annotations=(given,), links=()), WriteOptions()).article
    assert fitted.annotations[0].created_at == first.created_at


def test_parts_of_an_article_may_have_the_same_annotations(tmp_path: Path) -> None:
    parts = [replace(minister(), key=f"{minister().key}#s{number}") for number in (1, 2)]
    fitted = [RefiQda().fit(one, WriteOptions()).article for one in parts]
    RefiQda().write_articles(fitted, tmp_path / "a.qdpx", WriteOptions())
    with zipfile.ZipFile(tmp_path / "a.qdpx") as archive:
        project = etree.fromstring(archive.read("project.qde"))
    project_schema().assertValid(project)
    guids = [one.get("guid") for one in project.iter() if one.get("guid")]
    assert len(set(guids)) == len(guids)
    back = list(RefiQda().read_articles(tmp_path / "a.qdpx"))
    for before, after in zip(fitted, back, strict=True):
        assert isinstance(after, ExchangedArticle)
        assert saying(after, RefiQda.holds) == saying(before, RefiQda.holds)


def _zip(members: dict[str, bytes]) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in members.items():
            archive.writestr(name, words)
    return content.getvalue()


BOMB = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><Project>&b;&b;</Project>'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no archive",
        _zip({}),
        _zip({"a.txt": b"a"}),
        _zip({"project.qde": b""}),
        _zip({"project.qde": b"<Project"}),
        _zip({"project.qde": b"<CodeBook/>"}),
        _zip({"project.qde": BOMB}),
        _zip({"project.qde": b"<Project/>", "../a.txt": b"a"}),
        _zip({"project.qde": b"<Project>" + b" " * 2_000_000 + b"</Project>"}),
        _zip({"project.qde": b"<Project/>"})[:-30],
    ],
)
def test_damaged_and_hostile_files_are_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.qdpx").write_bytes(content)
    with pytest.raises(UnreadableInput):
        list(RefiQda().read_articles(tmp_path / "a.qdpx"))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="cannot be read"):
        list(RefiQda().read_articles(tmp_path / "a.qdpx"))


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=20), st.integers(0, 600))
def test_no_project_stops_it_otherwise(tmp_path: Path, noise: bytes, at: int) -> None:
    within = selection(15, 32, coding()).encode()
    whole = b"<Project><Sources>" + text_source("@").encode().replace(b"@", within) + b"</Sources></Project>"
    (tmp_path / "a.qdpx").write_bytes(_zip({"project.qde": whole[:at] + noise + whole[at:], "sources/a.txt": b"Harga"}))
    try:
        list(RefiQda().read_articles(tmp_path / "a.qdpx"))
    except UnreadableInput:
        return
