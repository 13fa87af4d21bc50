"""The mask of a project: numbers for ever, and no byte of an export with a protected name in it."""

import io
from pathlib import Path
from uuid import UUID, uuid4
from zipfile import ZipFile, is_zipfile

import pytest

from annotator import formats
from annotator.core.discretion import discreet
from annotator.formats.base import WriteOptions, Writer
from annotator.formats.exchange import AnnotationReader, Exchange
from annotator.operations import annotations, details, documents, exports, history, loading, relations, sources
from annotator.operations.protection import mask_of
from tests.store.desk import Desk

NAME, ALIAS = "Tira Wulandani", "Kenari"
TEXT = "Tira Wulandani membantah. “Saya tidak tahu,” kata Wulandani.\nWULANDANI, alias Kenari, pergi. Tïra pulang."


def protect(desk: Desk, name: str, **more: object) -> UUID:
    return sources.add_source(desk.workspace, name, desk.ana, protected=True, **more).id  # type: ignore[arg-type]


def test_numbers_are_given_in_the_order_of_protection_and_never_again(desk: Desk) -> None:
    first = sources.add_source(desk.workspace, "Bexley Orlun", desk.ana).id
    second = protect(desk, "Corvin Dastel")
    sources.set_source_details(desk.workspace, first, desk.ana, protected=True)
    third = protect(desk, "Danvers Ilke")

    def shown() -> list[str]:
        mask = mask_of(desk.workspace)
        return [mask.name(source) for source in sources.read_sources(desk.workspace)]

    assert shown() == ["Protected source 2", "Protected source 1", "Protected source 3"]
    sources.remove_sources(desk.workspace, [second], desk.ana)
    assert shown() == ["Protected source 2", "Protected source 3"]
    sources.set_source_details(desk.workspace, first, desk.ana, protected=False)
    history.undo(desk.workspace, desk.ana)
    desk.reopen()
    assert shown() == ["Protected source 2", "Protected source 3"]
    assert sources.read_sources(desk.workspace, [third])[0].protected


def test_logs_follow_what_is_protected(desk: Desk) -> None:
    name = "Qosmira Veldtung"  # of no other test's project, which may still be in memory
    key = sources.add_source(desk.workspace, name, desk.ana).id
    assert discreet(name) == name
    sources.set_source_details(desk.workspace, key, desk.ana, protected=True)
    assert discreet(f"cannot read {name}.txt") == "cannot read ███████ ████████.txt"
    assert discreet("veldtung.txt") == "████████.txt"
    desk.reopen()
    assert discreet(name) == "███████ ████████"


@pytest.mark.parametrize("writer", formats.exporters(), ids=lambda writer: writer.id)
@pytest.mark.parametrize("furniture", [False, True])
def test_no_byte_of_an_export_names_a_protected_source(
    desk: Desk, tmp_path: Path, writer: Writer | Exchange, furniture: bool
) -> None:
    source = protect(desk, NAME, aliases=[ALIAS], kind="person", note=f"{ALIAS} calls at night", role="private")
    load = loading.load_content(desk.workspace, TEXT.encode(), f"{NAME}.txt", desk.ana, detect_language=False)
    tags = [
        annotations.add_annotation(desk.workspace, load.id, [(start, end)], label, desk.ana, f"ask {NAME}")  # type: ignore[list-item]
        for start, end, label in ((0, 25, "denial"), (26, 44, "quote"), (61, 93, "claim"))
    ]
    annotations.set_attributes(desk.workspace, [tags[0].id], {"target_in_text": "absent"}, desk.ana)
    annotations.set_attributes(desk.workspace, [tags[0].id], {"denied_text": f"that {ALIAS} was there"}, desk.ana)
    relations.set_sources(desk.workspace, [tags[1].id], "attributed_to", [source], desk.ana)
    told = {"title": f"{NAME} pergi", "byline": ALIAS, "source_note": NAME, "url": "https://a.test/tira-wulandani/1"}
    details.set_details_of_many(desk.workspace, [load.id], told, desk.ana)

    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / f"out{writer.extensions[0]}"
    exports.export_dataset(desk.workspace, writer.id, target, options=WriteOptions(with_furniture=furniture))
    shown = everything_in(folder) + read_again(writer, target)
    for word in ("wulandani", "kenari", "tira", "tïra", "night"):
        assert word not in shown
    truth = documents.read_document(desk.workspace, load.id)
    assert truth.text_sha256 not in shown  # by which names could be tried out
    assert truth.original_sha256 not in shown
    if writer.id in ("jsonl", "csv", "tsv", "xlsx"):
        with target.open("rb") as stream:
            passages = list(writer.passages(stream))  # type: ignore[union-attr]
        assert [len(passage.texts[0]) for passage in passages] == [25, 18, 32]  # every offset is as true as before
        assert passages[0].segments == ((0, 25),)


def everything_in(folder: Path) -> str:
    """What stands in all files of a folder, and in those that are packed in them; small."""
    found = []
    for path in filter(Path.is_file, folder.rglob("*")):
        found += [path.name.encode(), path.read_bytes()]
        if is_zipfile(path):
            with ZipFile(path) as packed:
                found += [part for name in packed.namelist() for part in (name.encode(), packed.read(name))]
    return b"\n".join(found).decode("utf-8", "replace").casefold()


def read_again(writer: Writer | Exchange, target: Path) -> str:
    """What a file says when it is read, whatever it is packed in; small."""
    if writer.id == "refi-codebook" or not isinstance(writer, AnnotationReader):
        return ""
    return repr(list(writer.read_articles(target))).casefold()


def test_the_project_itself_keeps_the_truth(desk: Desk) -> None:
    protect(desk, NAME)
    article = desk.load(f"{NAME} left.")
    exports.export_dataset(desk.workspace, "jsonl", io.BytesIO())
    assert sources.read_sources(desk.workspace)[0].name == NAME
    with desk.workspace.reading() as connection:
        assert desk.workspace.text_of(connection, article).startswith(NAME)
    assert desk.problems() == []


def test_without_protected_sources_nothing_is_hidden(desk: Desk) -> None:
    sources.add_source(desk.workspace, NAME, desk.ana)
    assert mask_of(desk.workspace).text(NAME) == NAME
    assert uuid4() not in {source.id for source in sources.read_sources(desk.workspace)}
