"""Files of a folder have names that a person can read, each its own, and are read in their order."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.exchange import ExchangedArticle
from annotator.core.records import Unread
from annotator.errors import UnreadableInput
from annotator.formats.numbered_files import file_stem, in_order, read_each
from tests.formats.exchanged import minister


@pytest.mark.parametrize(
    ("title", "file_name", "stem"),
    [
        ("Harga beras", "", "00007-harga-beras"),
        ("../../etc/passwd\\..\x00", "", "00007-etc-passwd"),
        ("", "berita.txt", "00007-berita"),
        ("عنوان", "", "00007-عنوان"),
        ("?!", "", "00007"),
        ("", "", "00007"),
        ("x" * 500, "", "00007-" + "x" * 40),
    ],
)
def test_a_name_begins_with_the_number_and_leads_nowhere(title: str, file_name: str, stem: str) -> None:
    article = replace(minister(), title=title, file_name=file_name)
    assert file_stem(7, article) == stem


def test_the_longest_name_fits_every_file_system() -> None:
    article = replace(minister(), title="𠀀" * 100)
    assert len(f"{file_stem(123_456, article)}.json".encode()) <= 255


def test_files_are_in_the_order_of_their_numbers() -> None:
    names = ["z.xmi", "100000-a.xmi", "00002-b.xmi", "99999-c.xmi", "a.xmi"]
    found = [path.name for path in in_order(map(Path, names))]
    assert found == ["00002-b.xmi", "99999-c.xmi", "100000-a.xmi", "a.xmi", "z.xmi"]


def _refusing(path: Path) -> Iterator[ExchangedArticle | Unread]:
    if path.stem == "bad":
        raise UnreadableInput("It is damaged.")
    yield replace(minister(), key=path.stem, text=path.read_text(encoding="utf-8"))


def test_what_cannot_be_read_of_a_folder_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    for name in ("1.x", "bad.x", "c.x"):
        (tmp_path / name).write_text("a", encoding="utf-8")
    found = list(read_each(tmp_path, ".x", _refusing))
    assert [one.name if isinstance(one, Unread) else one.key for one in found] == ["1", "bad.x", "c"]
    assert found[1] == Unread("bad.x", "It is damaged.")


def test_a_single_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"It is damaged\."):
        list(read_each(tmp_path / "bad.x", ".x", _refusing))
    with pytest.raises(UnreadableInput, match=r"“none\.x” cannot be read"):
        list(read_each(tmp_path / "none.x", ".x", _refusing))
