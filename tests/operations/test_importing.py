"""Annotations made elsewhere, in: who made them, what they mean here, and nothing twice."""

from pathlib import Path

import pytest

from annotator.core.spans import Span
from annotator.errors import InvalidLabelSet, UnreadableInput
from annotator.operations import documents
from annotator.operations.importing import IMPORTED, find_pairs, import_brat
from annotator.operations.verification import verify
from annotator.store.submissions import first_submissions
from tests.formats.test_brat import GOLDEN, TEXT
from tests.store.desk import Desk


def names(path: Path) -> list[tuple[str, str]]:
    return [(pair.annotations.name, pair.annotator) for pair in find_pairs(path)[0]]


def put(folder: Path, name: str, content: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")


def test_one_file_beside_its_text(tmp_path: Path) -> None:
    put(tmp_path, "beras.txt", TEXT)
    put(tmp_path, "beras.ann", GOLDEN)
    assert names(tmp_path) == names(tmp_path / "beras.ann") == [("beras.ann", "")]


def test_the_name_says_who(tmp_path: Path) -> None:
    put(tmp_path, "text/beras.txt", TEXT)
    put(tmp_path, "text/beras-naik.txt", "Another one.")
    for name in ("beras_4b22", "beras_4e07", "beras-naik_4b22", "lonely_4b22"):
        put(tmp_path, f"made/{name}.ann", GOLDEN)
    pairs, alone = find_pairs(tmp_path)
    assert sorted((pair.text.stem, pair.annotator) for pair in pairs) == [
        ("beras", "4b22"), ("beras", "4e07"), ("beras-naik", "4b22"),
    ]  # fmt: skip
    assert [path.stem for path in alone] == ["lonely_4b22"]


def test_the_folder_says_who(tmp_path: Path) -> None:
    for who in ("ana", "ben"):
        put(tmp_path, f"{who}/beras.txt", TEXT)
        put(tmp_path, f"{who}/beras.ann", GOLDEN)
    assert sorted(pair.annotator for pair in find_pairs(tmp_path)[0]) == ["ana", "ben"]


def test_nothing_of_the_kind(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="no brat files"):
        find_pairs(tmp_path)


def test_two_readings_of_one_article_come_in_once(desk: Desk, tmp_path: Path) -> None:
    put(tmp_path, "beras.txt", TEXT)
    put(tmp_path, "beras_cici.ann", GOLDEN.replace("Certainty T2 high", "certainty T2 unsure"))
    put(
        tmp_path,
        "beras_dodi.ann",
        "T1\tQuote 14 34\t“another”\nT2\tRumour 0 4\tKata\nT3\tDENIAL 37 45;46 55\tPedagang membantah",
    )
    report = import_brat(desk.workspace, tmp_path, desk.ana)
    assert (report.articles, report.loaded, report.annotations, report.people) == (1, 1, 4, ["cici", "dodi"])
    assert report.left_out == {
        "annotation whose words are not at its place in the text": 1,
        "label “Rumour”, which the label set does not have": 1,
        "attribute “Negated”, which the label set does not have": 1,
    }
    with desk.workspace.reading() as connection:
        submitted = list(first_submissions(connection))
    assert [(len(one.annotations), one.independent) for one in submitted] == [(3, True), (1, True)]
    record = documents.read_document(desk.workspace, submitted[0].document_id)
    said = {(one.annotator, one.label): one for one in record.annotations}
    assert said["dodi", "denial"].segments == (Span(37, 45), Span(46, 55))
    assert (said["cici", "claim"].attributes, said["cici", "denial"].note) == ({"certainty": "unsure"}, "cek ulang")
    assert {one.origin for one in record.annotations} == {IMPORTED}
    assert [one.kind for one in record.relations] == ["denies"]
    before = desk.rows()
    again = import_brat(desk.workspace, tmp_path, desk.ana)
    assert (again.loaded, again.annotations, again.known) == (0, 0, 4)
    assert desk.rows() == before
    put(tmp_path, "beras_dodi.ann", "T1\tQuote 37 45\tPedagang\nT3\tDENIAL 37 45;46 55\tPedagang membantah")
    later = import_brat(desk.workspace, tmp_path, desk.ana)
    assert later.left_out["annotation in a reading that is handed in already"] == 1
    assert desk.rows() == before
    assert not verify(desk.workspace).problems


def test_labels_are_mapped_as_one_says(desk: Desk, tmp_path: Path) -> None:
    put(tmp_path, "beras.txt", TEXT)
    put(tmp_path, "beras.ann", 'T1\tContent 14 34\t"Harga beras turun."')
    with pytest.raises(InvalidLabelSet):
        import_brat(desk.workspace, tmp_path, desk.ana, {"Content": "rumour"})
    report = import_brat(desk.workspace, tmp_path, desk.ana, {"Content": "quote"}, submit=False)
    assert (report.annotations, report.people) == (1, [])
    with desk.workspace.reading() as connection:
        assert list(first_submissions(connection)) == []
