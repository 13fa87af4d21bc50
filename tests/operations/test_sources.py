"""Sources are made, found, changed everywhere at once, and taken away when nothing names them."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import pytest

from annotator.errors import AnnotatorError, NotFound
from annotator.operations import history, relations, sources
from tests.store.desk import Desk


def names(desk: Desk) -> list[str]:
    return [source.name for source in sources.read_sources(desk.workspace)]


def found(desk: Desk, typed: str) -> list[str]:
    return [one.source.name for one in sources.find_sources(desk.workspace, typed)]


def test_a_source_is_kept_as_it_was_given(desk: Desk) -> None:
    given: dict[str, Any] = {"aliases": ["Kenari", " Kenari ", "Tira  Wulandani"], "kind": "person", "protected": True}
    made = sources.add_source(desk.workspace, " Tira\nWulandani ", desk.ana, **given, note="met in June\n")
    assert (made.name, made.aliases, made.kind, made.protected) == ("Tira Wulandani", ("Kenari",), "person", True)
    assert sources.read_sources(desk.workspace) == [made]
    assert sources.read_sources(desk.workspace, [made.id]) == [made]
    assert sources.read_sources(desk.workspace, [uuid4()]) == []


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"name": " "}, "needs a name"),
        ({"name": "x" * 301}, "at most 300"),
        ({"name": "A", "kind": "ghost"}, "no kind of source “ghost”"),
        ({"name": "A", "role": "king"}, "no role"),
        ({"name": "A", "naming": "shy"}, "no naming"),
    ],
)
def test_what_is_no_source_is_refused(desk: Desk, given: dict[str, Any], words: str) -> None:
    with pytest.raises(AnnotatorError, match=words):
        sources.add_source(desk.workspace, annotator_id=desk.ana, **given)
    assert names(desk) == []


def test_a_new_name_is_one_everywhere_and_no_alias_of_itself(desk: Desk) -> None:
    made = sources.add_source(desk.workspace, "Tira W.", desk.ana, aliases=["Tira Wulandani"])
    changed = sources.set_source_details(desk.workspace, made.id, desk.ben, name="Tira Wulandani", role="private")
    assert (changed.name, changed.aliases, changed.role) == ("Tira Wulandani", (), "private")
    history.undo(desk.workspace, desk.ben)
    assert names(desk) == ["Tira W."]
    with pytest.raises(AnnotatorError, match="no “colour”"):
        sources.set_source_details(desk.workspace, made.id, desk.ana, colour="red")
    with pytest.raises(NotFound):
        sources.set_source_details(desk.workspace, uuid4(), desk.ana, name="B")


def test_what_changes_is_found_by_the_next_key(desk: Desk) -> None:
    assert found(desk, "tir") == []
    made = sources.add_source(desk.workspace, "Tira Wulandani", desk.ana)
    assert found(desk, "tir") == ["Tira Wulandani"]
    sources.set_source_details(desk.workspace, made.id, desk.ana, name="Мария Доброхотова")
    assert (found(desk, "tir"), found(desk, "mariya")) == ([], ["Мария Доброхотова"])
    history.undo(desk.workspace, desk.ana)
    assert found(desk, "tir") == ["Tira Wulandani"]
    history.undo(desk.workspace, desk.ana)
    assert (found(desk, "tir"), sources.all_sources(desk.workspace)) == ([], [])
    history.redo(desk.workspace, desk.ana)
    assert [source.id for source in sources.all_sources(desk.workspace)] == [made.id]


def test_who_is_told_of_a_change_finds_it_at_once(desk: Desk) -> None:
    told: list[list[str]] = []
    desk.workspace.subscribe(lambda _change: told.append(found(desk, "ti")))
    sources.add_source(desk.workspace, "Tira", desk.ana)
    assert told == [["Tira"]]


def test_several_threads_may_ask_while_sources_change(desk: Desk) -> None:
    def work(number: int) -> None:
        for at in range(15):
            sources.add_source(desk.workspace, f"Tira {number} {at}", desk.ana)
            assert found(desk, f"tira {number} {at}")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4)))
    assert len(sources.find_sources(desk.workspace, "tira", None)) == 60


def test_what_a_colleague_has_made_is_found_once_it_is_seen(desk: Desk) -> None:
    assert found(desk, "") == []
    other = desk.open(uuid4())
    sources.add_source(other, "Tira", desk.ben)
    other.close()
    desk.workspace.catch_up()
    assert found(desk, "ti") == ["Tira"]


def test_a_source_is_named_or_given_by_its_key(desk: Desk) -> None:
    made = sources.add_source(desk.workspace, "Tira Wulandani", desk.ana, aliases=["Kenari"], protected=True)
    other = sources.add_source(desk.workspace, "Kenari", desk.ana)
    third = sources.add_source(desk.workspace, "Bela", desk.ana, aliases=["B"])
    sources.add_source(desk.workspace, "Cora", desk.ana, aliases=["B"])
    for given, source in (
        ("TIRA  wulandani", made),
        ("protected source 1", made),
        (str(made.id), made),
        ("kenari", other),  # a name goes before an alias
        ("bela", third),
    ):
        assert sources.find_source(desk.workspace, given) == source
    for given, words in (("b", "More than one source is called"), ("0", "More than one source begins"), ("zz", "no")):
        with pytest.raises(NotFound, match=words):
            sources.find_source(desk.workspace, given)


def test_only_what_nothing_names_can_go(desk: Desk) -> None:
    named, idle = (sources.add_source(desk.workspace, name, desk.ana).id for name in ("Tira", "Bela"))
    tag = desk.tag(desk.load(), label="quote").id
    relations.set_sources(desk.workspace, [tag], "attributed_to", [named], desk.ana)
    with pytest.raises(AnnotatorError, match="named once; merge it"):
        sources.remove_sources(desk.workspace, [idle, named], desk.ana)
    relations.set_sources(desk.workspace, [tag], "addressed_to", [named], desk.ana)
    history.undo(desk.workspace, desk.ana)
    assert sources.counts_by_label(desk.workspace) == {named: {"quote": 1}}
    sources.remove_sources(desk.workspace, [idle], desk.ana)
    assert names(desk) == ["Tira"]
    with pytest.raises(NotFound):
        sources.remove_sources(desk.workspace, [idle], desk.ana)
    history.undo(desk.workspace, desk.ana)
    assert names(desk) == ["Tira", "Bela"]
    assert desk.problems() == []


def test_one_that_others_name_since_stays_and_that_is_told(desk: Desk) -> None:
    made = sources.add_source(desk.workspace, "Tira", desk.ana)
    tag = desk.tag(desk.load(annotator_id=desk.ben), label="quote", by=desk.ben).id
    relations.set_sources(desk.workspace, [tag], "attributed_to", [made.id], desk.ben)
    told: list[str] = []
    history.undo(desk.workspace, desk.ana, told.append)
    assert told == ["1 source stays: somebody names it or has changed it since."]
    assert names(desk) == ["Tira"]
    assert history.undo_title(desk.workspace, desk.ana) is None


def test_the_mask_is_asked_of_the_sources(desk: Desk) -> None:
    assert not sources.mask_of(desk.workspace)
    sources.add_source(desk.workspace, "Tira Wulandani", desk.ana, protected=True)
    assert sources.mask_of(desk.workspace).text("Tira Wulandani") == "████ █████████"
