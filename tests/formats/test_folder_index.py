"""Names of files that no system refuses, and the list of what is in a folder."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.exchange import ExchangedArticle
from annotator.core.spans import Span
from annotator.errors import UnreadableInput
from annotator.formats.folder_index import INDEX, FreeNames, Part, inside, read_listed, write_listed
from tests.formats.exchanged import minister


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("Harga beras", "Harga beras"),
        ("../../etc/passwd", "etc passwd"),
        ("Rp 1.000", "Rp 1 000"),
        ("CON", "_CON"),
        ("a\nb\x00:*?", "a b"),
        ("عنوان", "عنوان"),
        ("   ", "otherwise"),
        ("articles", "articles (2)"),
        ("x" * 500, "x" * 50),
    ],
)
def test_names_of_files(wanted: str, name: str) -> None:
    assert FreeNames().take(wanted, "otherwise") == name


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("Harga beras: 1.000!", "Harga_beras_1_000"),
        ("Ölpreise — „teuer“", "olpreise_teuer"),
        ("米价", "otherwise"),
        ("annotation", "annotation_2"),
        ("con", "_con"),
    ],
)
def test_names_of_ascii(wanted: str, name: str) -> None:
    assert FreeNames(ascii_only=True).take(wanted, "otherwise") == name


def test_other_scripts_are_spelt_in_latin() -> None:
    assert FreeNames(ascii_only=True).take("وزير", "").isascii()
    assert FreeNames(ascii_only=True).take("وزير", "") != "article"


@given(st.lists(st.text(max_size=60), max_size=8), st.booleans())
def test_no_name_is_there_twice_or_leads_away(wanted: list[str], ascii_only: bool) -> None:
    names = FreeNames(ascii_only)
    found = [names.take(one, "") for one in wanted]
    assert len({one.casefold() for one in found}) == len(found)
    for one in found:
        assert Path(one).name == one
        assert len(one.encode()) < 240
        assert not one.startswith(".")


def test_what_is_written_is_read(tmp_path: Path) -> None:
    article = replace(minister(), kept=(Span(0, 5), Span(9, 12)), split="dev")
    parts = (Part("Ana/a.ann", "Ana"), Part("a.ann"))
    with (tmp_path / INDEX).open("wb") as stream:
        write_listed(article, parts, stream)
    (found,) = read_listed(tmp_path)
    assert (found.key, found.parts) == (article.key, parts)
    assert replace(ExchangedArticle(found.key, article.text), **found.details) == replace(
        article, annotations=(), links=(), sentences=()
    )


def test_a_folder_without_a_list(tmp_path: Path) -> None:
    assert list(read_listed(tmp_path)) == []


@pytest.mark.parametrize("line", ["{", "[]", '{"key":1,"files":[]}', '{"key":"a","files":[{}]}', "null", '{"key":"a"}'])
def test_a_damaged_list(tmp_path: Path, line: str) -> None:
    good = json.dumps({"key": "a", "files": []})
    (tmp_path / INDEX).write_text(f"{good}\n{line}\n", encoding="utf-8")
    with pytest.raises(UnreadableInput, match="Line 2 of “articles"):
        list(read_listed(tmp_path))


@pytest.mark.parametrize("name", ["", "/etc/passwd", "../a", "a/../../b", "C:x", "a\\..\\b"])
def test_names_that_lead_away(tmp_path: Path, name: str) -> None:
    assert inside(tmp_path, name) is None
    assert inside(tmp_path, "Ana/a.ann") == tmp_path / "Ana" / "a.ann"


def test_a_link_out_of_the_folder_is_not_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("x", "utf-8")
    (folder / "a.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "b.txt").write_text("x", "utf-8")
    (folder / "c.txt").symlink_to("c.txt")
    assert (inside(folder, "a.txt"), inside(folder, "b.txt")) == (None, folder / "b.txt")
    assert inside(folder, "c.txt") is None
