"""What the articles of one import share."""

from uuid import uuid4

import pytest

from annotator.core.import_map import ImportMap
from annotator.errors import AnnotatorError
from annotator.operations import annotators, sources
from annotator.operations.import_links import End, FarLink
from annotator.operations.import_report import ImportReport
from annotator.operations.import_sharing import Sharing
from annotator.operations.label_sets import project_labels
from tests.store.desk import Desk


def sharing(desk: Desk) -> Sharing:
    people = {"": desk.ana, "cici": desk.ben}
    return Sharing(project_labels(desk.workspace), ImportMap(), people, ImportReport(), "w3c")


def test_who_is_unknown_is_the_one_who_imports(desk: Desk) -> None:
    assert [sharing(desk).who(name) for name in ("cici", "dodi", "")] == [desk.ben, desk.ana, desk.ana]


def test_a_source_is_found_by_its_names_and_made_once(desk: Desk) -> None:
    rina = sources.add_source(desk.workspace, "Rina", desk.ana, aliases=["Ibu Rina"])
    shared = sharing(desk)
    with desk.workspace.edit("Import annotations", desk.ana) as session:
        assert shared.source_id(session, " IBU  rina ") == rina.id
        made = shared.source_id(session, "Menteri")
        assert shared.source_id(session, "menteri") == made
        for name in ("█████", " "):
            with pytest.raises(AnnotatorError):
                shared.source_id(session, name)
    assert shared.report.sources == 1
    assert [one.name for one in sources.all_sources(desk.workspace)] == ["Rina", "Menteri"]


def test_ends_of_links_between_articles_are_remembered_where_they_are_wanted(desk: Desk) -> None:
    shared, end = sharing(desk), End(uuid4(), "claim", desk.ana, uuid4())
    shared.expect([("a", "1")])
    for key in ("1", "2"):
        shared.note_end("a", key, end)
    assert shared.far_end(FarLink("t", "denies", end, desk.ana, ("a", "1"))) == end
    assert shared.far_end(FarLink("t", "denies", end, desk.ana, ("a", "2"))) is None


def test_who_is_here_is_told_from_who_may_come(desk: Desk) -> None:
    shared, cici, there = sharing(desk), uuid4(), {desk.ana: "Ana", desk.ben: "Ben"}
    shared.names = ImportMap(annotators={"b": "Ben", "c": " Cici ", "d": "Dodi", "nobody": ""})
    shared.meet(there, ["b", "c", "d", "nobody", "unknown"], cici, "Cici")
    assert {name: shared.who(name) for name in ("", "b", "c", "nobody", "unknown")} == {
        "": cici, "b": desk.ben, "c": cici, "nobody": cici, "unknown": cici,
    }  # fmt: skip
    assert shared.newcomers == {cici: "Cici", shared.who("d"): "Dodi"}
    mine = sharing(desk)
    mine.meet(there, ["c"], desk.ana, "Ana")
    assert (mine.who(""), mine.newcomers) == (desk.ana, {})


def test_somebody_new_comes_with_the_first_thing_of_theirs(desk: Desk) -> None:
    shared, cici, dodi = sharing(desk), uuid4(), uuid4()
    shared.people |= {"c": cici, "d": dodi}
    shared.newcomers |= {cici: "Cici", dodi: "Dodi"}
    there = annotators.find_or_add_annotator(desk.workspace, "Dodi")
    assert shared.everybody({there: "Dodi"}) == {cici: "Cici", there: "Dodi"}
    assert (shared.who("c"), shared.who("d")) == (cici, there)
    with desk.workspace.edit("Import annotations", desk.ana) as session:
        for who in (cici, cici, there):
            shared.admit(session, who)
    assert annotators.find_annotator(desk.workspace, "Cici") == cici
