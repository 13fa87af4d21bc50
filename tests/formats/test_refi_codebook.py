"""A label set leaves as a code book, and code books of other tools become label sets."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from annotator.core import label_changes
from annotator.errors import InvalidLabelSet, UnreadableInput
from annotator.formats.base import WriteOptions
from annotator.formats.refi_codebook import RefiCodebook, is_codebook, read_codebook
from annotator.operations import label_sets, sources
from annotator.operations.exports import export_dataset
from annotator.operations.label_sets import SHIPPED, shipped_label_set
from tests.formats.records import minister
from tests.formats.refi_schema import codebook_schema
from tests.formats.write_golden import GOLDEN
from tests.store.desk import Desk

FOREIGN = (
    b'<?xml version="1.0" encoding="utf-8"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="ATLAS.ti Win 23.4.0">'
    b'<Codes><Code guid="1FF58B12-6F6F-4B0C-8BE5-BBDC91F55294" name="Reaction" color="#46AA00" isCodable="false">'
    b'<Description>What they say to it</Description><Code guid="1FF58B12-6F6F-4B0C-8BE5-BBDC91F55295" name="Denial" '
    b'isCodable="true"><Description>No</Description></Code></Code>'
    b'<Code guid="1FF58B12-6F6F-4B0C-8BE5-BBDC91F55296" name="Claim" isCodable="true"/></Codes></CodeBook>'
)


def _written(name: str) -> bytes:
    stream = BytesIO()
    RefiCodebook().write([minister()], stream, WriteOptions(label_set=shipped_label_set(name)))
    return stream.getvalue()


def test_the_golden_file() -> None:
    assert _written("newsroom") == (GOLDEN / "codebook.qdc").read_bytes()


@pytest.mark.parametrize("name", SHIPPED)
def test_it_is_valid_and_comes_back(name: str) -> None:
    content = _written(name)
    codebook_schema().assertValid(etree.fromstring(content))
    back, given = read_codebook(content, "a.qdc"), shipped_label_set(name)
    assert [one.key for one in back.labels] == [one.key for one in given.offered]
    assert [one.description for one in back.labels] == [one.description for one in given.offered]
    closed = {one.key: [value.key for value in one.values] for one in given.attributes if one.values}
    assert {one.key: [value.key for value in one.values] for one in back.attributes if one.values} == closed


def test_it_holds_no_annotation_and_each_is_named() -> None:
    kind, options = RefiCodebook(), WriteOptions()
    assert kind.fitted(minister(), options).annotations == ()
    lost = list(kind.lost(minister(), options))
    assert [loss.annotation for loss in lost] == [str(one.id) for one in minister().annotations]
    assert {loss.what for loss in lost} == {"span"}
    assert list(kind.passages(BytesIO(_written("newsroom")))) == []
    with pytest.raises(ValueError, match="damaged"):
        list(kind.passages(BytesIO(b"<CodeBook")))


def test_a_code_book_of_another_tool_is_a_label_set() -> None:
    assert is_codebook(FOREIGN)
    found = read_codebook(FOREIGN, "Peers.qdc")
    assert found.title == "Peers"
    assert {(one.title, one.description) for one in found.labels} == {("Reaction/Denial", "No"), ("Claim", "")}
    assert found.attributes == ()


def test_a_code_book_that_another_tool_has_from_here_has_its_attributes_again() -> None:
    """QualCoder puts a mark of byte order before it, its own name in it, and leaves out what groups are called for."""
    given = _written("newsroom").replace(b'origin="Annotator"', b'origin="QualCoder"')
    found = read_codebook(b"\xef\xbb\xbf" + given, "a.qdc")
    assert [one.key for one in found.labels] == [one.key for one in shipped_label_set("newsroom").offered]
    certainty = next(one for one in found.attributes if one.key == "certainty")
    assert [value.key for value in certainty.values] == ["sure", "unsure"]


def test_codes_that_are_called_like_values_are_labels_where_there_are_no_others() -> None:
    words = (
        b'<CodeBook><Codes><Code name="topic" isCodable="false"><Code name="topic: prices"/></Code></Codes></CodeBook>'
    )
    assert [one.title for one in read_codebook(words, "a.qdc").labels] == ["topic/topic: prices"]


def test_it_is_recognised_and_has_no_articles(tmp_path: Path) -> None:
    (tmp_path / "a.qdc").write_bytes(FOREIGN)
    assert RefiCodebook().recognises_annotations(tmp_path / "a.qdc")
    with pytest.raises(UnreadableInput, match="labels import"):
        RefiCodebook().read_articles(tmp_path / "a.qdc")


def test_a_project_in_which_a_code_book_lies_is_none(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.qdpx", "w") as archive:  # stored, not packed
        archive.writestr("project.qde", FOREIGN)
    assert FOREIGN in (tmp_path / "a.qdpx").read_bytes()
    assert not RefiCodebook().recognises_annotations(tmp_path / "a.qdpx")
    assert not is_codebook((tmp_path / "a.qdpx").read_bytes()[:-40])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<CodeBook/>",
        b"<Project/>",
        FOREIGN[:-5],
        b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><CodeBook>&e;</CodeBook>',
        b"<CodeBook><Codes>"
        + b"".join(b'<Code name="%d"/>' % number for number in range(501))
        + b"</Codes></CodeBook>",
    ],
)
def test_damaged_and_hostile_code_books_are_refused(content: bytes) -> None:
    with pytest.raises(InvalidLabelSet):
        read_codebook(content, "a.qdc")


@pytest.mark.parametrize(("kind", "name"), [("refi-codebook", "a.qdc"), ("refi-qda", "a.qdpx")])
def test_a_protected_name_is_in_no_description(tmp_path: Path, kind: str, name: str) -> None:
    desk = Desk(tmp_path / "ours.annotator")
    present = label_sets.project_labels(desk.workspace)
    told = label_changes.change(present, "labels", "claim", description="As Rina Hartati says.")
    label_sets.change_label_set(desk.workspace, told, desk.ana)
    sources.add_source(desk.workspace, "Rina Hartati", desk.ana, protected=True)
    export_dataset(desk.workspace, kind, tmp_path / name)
    desk.workspace.close()
    content = (tmp_path / name).read_bytes()
    if kind == "refi-qda":
        with zipfile.ZipFile(BytesIO(content)) as archive:
            content = archive.read("project.qde")
    assert "As ████ ███████ says." in content.decode()
    assert b"Hartati" not in content
