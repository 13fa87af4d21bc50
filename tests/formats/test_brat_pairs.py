"""Texts and brat files find each other by their names."""

from pathlib import Path

import pytest

from annotator.core.records import Unread
from annotator.errors import UnreadableInput
from annotator.formats.brat_folder import Brat
from annotator.formats.brat_pairs import Pair, find_pairs


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")


def told(folder: Path) -> list[tuple[str, str, str]]:
    pairs, _ = find_pairs(folder)
    return [
        (one.text.relative_to(folder).as_posix(), one.annotations.relative_to(folder).as_posix(), one.annotator)
        for one in pairs
    ]


def test_a_file_beside_its_text(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "a.ann", "below/b.txt", "below/b.ann")
    assert told(tmp_path) == [("a.txt", "a.ann", ""), ("below/b.txt", "below/b.ann", "")]
    assert find_pairs(tmp_path / "a.ann") == ([Pair(tmp_path / "a.txt", tmp_path / "a.ann", "")], [])


def test_the_annotator_in_the_name(tmp_path: Path) -> None:
    put(tmp_path, "text/story.txt", "text/story_one.txt", "ann/story_Ana.ann", "ann/story_one-Ben.ann")
    assert told(tmp_path) == [
        ("text/story.txt", "ann/story_Ana.ann", "Ana"),
        ("text/story_one.txt", "ann/story_one-Ben.ann", "Ben"),
    ]


def test_the_annotator_in_the_folder(tmp_path: Path) -> None:
    put(tmp_path, "Ana/a.txt", "Ana/a.ann", "Ben/a.txt", "Ben/a.ann", "Ben/b.txt", "Ben/b.ann")
    assert [name for _, _, name in told(tmp_path)] == ["Ana", "Ben", "Ben"]


def test_a_file_without_a_text(tmp_path: Path) -> None:
    put(tmp_path, "a.ann", "abc.txt")
    assert find_pairs(tmp_path) == ([], [tmp_path / "a.ann"])


def test_nothing_of_the_kind(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    with pytest.raises(UnreadableInput, match="no brat files"):
        find_pairs(tmp_path)


def test_what_a_link_leads_to_outside_the_folder_is_not_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    put(tmp_path, "secret.txt", "secret.ann", "in/a.ann", "in/b.txt", "in/b.ann")
    (folder / "a.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "b_Ana.ann").symlink_to(tmp_path / "secret.ann")
    (folder / "b_Ben.ann").symlink_to(folder / "b.ann")
    assert told(folder) == [("b.txt", "b.ann", ""), ("b.txt", "b_Ben.ann", "Ben")]
    assert find_pairs(folder)[1] == [folder / "b_Ana.ann", folder / "a.ann"]
    assert find_pairs(folder / "a.ann") == ([], [folder / "a.ann"])
    found = {one.name: one.reason for one in Brat().read_articles(folder) if isinstance(one, Unread)}
    assert [words for words in found.values() if "out of the folder" in words] == [found["b_Ana.ann"], found["a.ann"]]
