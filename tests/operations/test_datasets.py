"""Which part of a dataset an article is in: with its copies and versions, and where it was before."""

import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import update

from annotator.core.exchange import ExchangedArticle
from annotator.core.recipes import ExportRequest
from annotator.core.selection import Selection, Unit
from annotator.errors import ExportFailed, UnreadableInput
from annotator.formats.base import WriteOptions
from annotator.formats.dataset import Dataset
from annotator.operations.datasets import parts_before, parts_in, splits_of
from annotator.operations.exports import export
from annotator.operations.proving import LossTaker, write_articles
from annotator.store.tables import Document, table_of
from tests.core.test_near_copies import edited, story
from tests.formats.exchanged import key, minister
from tests.formats.write_golden import files_of
from tests.operations.agreeing import shared
from tests.operations.copies_desk import arrive
from tests.store.desk import Desk

REQUEST = ExportRequest("dataset")


def exported(desk: Desk, path: Path) -> dict[str, bytes]:
    """The files of a dataset of everything."""
    export(desk.workspace, replace(REQUEST, licence="CC-BY-4.0"), path)
    return files_of(path)


def later_version(desk: Desk, old: UUID, new: UUID) -> None:
    document = table_of(Document)
    with desk.behind() as connection:
        connection.execute(update(document).where(document.c.id == old).values(superseded_by=new))


def test_copies_versions_and_equal_texts_are_in_one_part(desk: Desk) -> None:
    texts = [story(120, seed) for seed in range(24)]
    keys = arrive(desk, *texts)
    (copy, version, equal) = arrive(desk, edited(texts[3], 1, 0.02), story(120, 99), texts[5])
    later_version(desk, keys[7], version)
    document = table_of(Document)
    with desk.behind() as connection:  # somebody has said that it is no copy; its words are the same all the same
        connection.execute(update(document).where(document.c.id == equal).values(copy_group=None))
    for seed in range(4):
        found = splits_of(desk.workspace, seed=seed)
        assert found.keys() == {*keys, copy, version, equal}
        assert found[copy] == found[keys[3]]
        assert found[version] == found[keys[7]]
        assert found[equal] == found[keys[5]]
        assert set(found.values()) == {"train", "dev", "test"}


def test_articles_that_are_loaded_later_move_none(desk: Desk) -> None:
    arrive(desk, *(story(60, seed) for seed in range(15)))
    before = splits_of(desk.workspace)
    arrive(desk, *(story(60, seed) for seed in range(100, 110)))
    after = splits_of(desk.workspace)
    assert len(after) == 25
    assert {key: after[key] for key in before} == before


def test_labels_count_and_known_parts_stay(desk: Desk) -> None:
    keys = arrive(desk, *(story(60, seed) for seed in range(12)))
    before = splits_of(desk.workspace)
    for one_key in keys[::2]:
        desk.tag(one_key)
    after = splits_of(desk.workspace)
    tagged = {after[key] for key in keys[::2]}
    assert len(tagged) > 1  # dealt out by label, not all to one part
    assert splits_of(desk.workspace, known=before) == before
    assert splits_of(desk.workspace, (0, 0, 1)) == dict.fromkeys(keys, "test")


def test_the_same_project_gives_the_same_bytes_and_its_articles_keep_their_parts(desk: Desk, tmp_path: Path) -> None:
    keys = arrive(desk, *(story(60, seed) for seed in range(12)))
    desk.tag(keys[0])
    shared(desk)
    one = exported(desk, tmp_path / "one")
    assert exported(desk, tmp_path / "other") == one
    assert exported(desk, tmp_path / "one") == one
    card = one["README.md"].decode()
    assert "## Agreement" in card
    assert "A statement that a stranger with documents could show" in card
    before = json.loads(one["splits.json"])["articles"]
    for one_key in keys:  # with all of their labels changed, they might be dealt out otherwise
        desk.tag(one_key, 5, 9, "quote")
    later = arrive(desk, *(story(60, seed) for seed in range(50, 60)))
    after = json.loads(exported(desk, tmp_path / "one")["splits.json"])["articles"]
    assert {key: after[key] for key in before} == before
    assert len(after) == len(before) + len(later)


def test_a_dataset_of_sentences_comes_back_and_nothing_straddles(desk: Desk, tmp_path: Path) -> None:
    keys = [desk.load(), desk.load("Satu. Dua. Tiga.")]
    desk.tag(keys[0])
    request = replace(REQUEST, selection=Selection(unit=Unit.SENTENCE, context=0), shares=(50, 0, 50))
    export(desk.workspace, request, tmp_path / "out")
    parts: dict[str, set[str]] = {}
    for one in Dataset().read_articles(tmp_path / "out"):
        assert isinstance(one, ExchangedArticle)
        parts.setdefault(one.key.partition("#")[0], set()).add(one.split)
    assert parts.keys() == set(map(str, keys))
    assert all(len(found) == 1 for found in parts.values())


def test_folders_by_language_are_put_in_place(desk: Desk, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    desk.tag(desk.load())
    report = export(desk.workspace, ExportRequest("parquet", partition_by=("language",)), tmp_path / "parts")
    assert (report.documents, report.annotations) == (1, 1)
    (folder,) = (path for path in (tmp_path / "parts").iterdir() if path.is_dir())
    assert folder.name.startswith("language=")


class _Forgetful(Dataset):
    """Gives one row twice and the last one not at all, or another row in the place of one."""

    def __init__(self, change: Callable[[list[Any]], list[Any]]) -> None:
        self._change = change

    def read_articles(self, path: Path) -> Iterator[Any]:
        yield from self._change(list(super().read_articles(path)))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda rows: [rows[0], *rows[:-1]], "came back twice"),
        (lambda rows: rows[:-1], "1 articles lack"),
        (lambda rows: [replace(rows[0], title="Other"), *rows[1:]], r"article 1 \(Other\) came back changed"),
        (lambda rows: [*rows, rows[0]], "came back changed"),
        (lambda rows: [rows[0], replace(rows[1], text="Kata Xenteri"), *rows[2:]], "came back"),
    ],
)
def test_rows_in_another_order_are_proved_all_the_same(
    tmp_path: Path, change: Callable[[list[Any]], list[Any]], told: str
) -> None:
    options = WriteOptions(splits={key(at): part for at, part in ((1, "test"), (2, "train"), (3, "dev"))})
    given = [replace(minister(), key=key(at), links=()) for at in (1, 2, 3)]

    def prove(kind: Dataset, path: Path) -> int:
        path.mkdir()
        return write_articles(kind, (kind.fit(one, options) for one in given), path, options, LossTaker())

    assert prove(Dataset(), tmp_path / "good") == 9
    with pytest.raises(ExportFailed, match=told):
        prove(_Forgetful(change), tmp_path / "bad")


def said(articles: object, seed: int = 0, shares: tuple[int, ...] = (80, 10, 10)) -> bytes:
    return json.dumps({"seed": seed, "shares": shares, "articles": articles}).encode()


def test_the_parts_of_the_dataset_that_is_replaced_stay(tmp_path: Path) -> None:
    key = uuid4()
    (tmp_path / "splits.json").write_bytes(said({str(key): "dev", str(uuid4()): "elsewhere"}))
    assert parts_before(tmp_path, REQUEST) == {key: "dev"}
    with zipfile.ZipFile(tmp_path / "set.zip", "w") as archive:
        archive.writestr("splits.json", said({str(key): "test"}))
    assert parts_before(tmp_path / "set.zip", REQUEST) == {key: "test"}
    for path in (tmp_path / "splits.json", tmp_path / "set.zip", tmp_path):
        assert list(parts_in(path)) == [key]


def test_another_seed_or_other_shares_deal_out_anew(tmp_path: Path) -> None:
    articles = {str(uuid4()): "dev"}
    for content in (said(articles, seed=1), said(articles, shares=(70, 20, 10)), b'{"articles": {}}'):
        (tmp_path / "splits.json").write_bytes(content)
        assert parts_before(tmp_path, REQUEST) == {}


def test_where_no_dataset_is_nothing_is_known(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("splits", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("a.txt", "a")
    for name in ("", "gone", "notes.txt", "other.zip"):
        assert parts_before(tmp_path / name, REQUEST) == {}


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", said([]), said({"no key": "dev"}), b"\xff"])
def test_what_is_damaged_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "splits.json").write_bytes(content)
    with pytest.raises(UnreadableInput, match="choose a dataset that is whole"):
        parts_in(tmp_path)


def test_a_place_where_nothing_is_holds_no_parts(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="cannot be read"):
        parts_in(tmp_path / "gone")
