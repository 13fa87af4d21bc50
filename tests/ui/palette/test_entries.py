"""What is typed finds entries of every group, the group with the best first, and what was gone to before others."""

from collections.abc import Sequence

import pytest

from annotator.ui.palette.entries import Entries, Entry, Group

TITLES = {
    Group.COMMAND: ("Export…", "Next article", "Undo"),
    Group.ARTICLE: ("Rice exports rise", "New ferry", "Undoing the past"),
    Group.ANNOTATION: ("We know nothing of rice", "The ferry sank"),
}


def find_sources(typed: str, most: int) -> Sequence[Entry]:
    names = ("Rina Hasan", "Protected source 1")
    return [Entry(Group.SOURCE, name, name) for name in names if typed.strip().lower() in name.lower() or "zo" in typed]


@pytest.fixture
def entries() -> Entries:
    made = Entries(find_sources)
    for group, titles in TITLES.items():
        made.put(group, (Entry(group, title, title) for title in titles))
    return made


def titles(entries: Entries, typed: str) -> list[str]:
    return [entry.title for entry in entries.find(typed)]


def test_groups_stand_together_the_best_first(entries: Entries) -> None:
    assert titles(entries, "export") == ["Export…", "Rice exports rise"]
    assert titles(entries, "rice") == ["Rice exports rise", "We know nothing of rice"]
    assert titles(entries, "rina")[0] == "Rina Hasan"
    assert titles(entries, "xxxx") == []


def test_a_prefix_asks_for_one_group(entries: Entries) -> None:
    assert titles(entries, ">") == list(TITLES[Group.COMMAND])
    assert titles(entries, "> undo") == ["Undo"]
    assert titles(entries, "#ferry") == ["The ferry sank"]
    assert titles(entries, "@rina") == ["Rina Hasan"]


def test_letters_that_were_typed_are_marked_where_they_are_shown(entries: Entries) -> None:
    (entry,) = entries.find("@rina")
    assert [entry.title[slice(*mark)] for mark in entry.marks] == ["Rina"]
    assert [entry.marks for entry in entries.find("@zorro")] == [(), ()], "found by a name that is not shown"


def test_what_was_gone_to_comes_first(entries: Entries) -> None:
    assert titles(entries, "") == list(TITLES[Group.ARTICLE])
    for typed in ("new ferry", "> undo"):
        entries.remember(entries.find(typed)[0])
    assert titles(entries, "")[:2] == ["Undo", "New ferry"]
    assert titles(entries, "ferry")[0] == "New ferry"
    assert entries.find("")[0].marks == ()
    assert titles(entries, "").count("New ferry") == 1


def test_what_is_gone_is_no_longer_remembered(entries: Entries) -> None:
    entries.remember(entries.find("new ferry")[0])
    entries.put(Group.ARTICLE, ())
    assert "New ferry" not in titles(entries, "")


def test_in_an_empty_project_the_commands_are_offered(entries: Entries) -> None:
    entries.put(Group.ARTICLE, ())
    assert titles(entries, "") == list(TITLES[Group.COMMAND])
