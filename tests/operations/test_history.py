"""Who did what when, also to what is gone."""

from uuid import UUID, uuid4

import pytest

from annotator.errors import NotFound
from annotator.operations import annotations, describing, documents, history, relations
from tests.store.desk import Desk


def test_the_history_of_an_annotation(desk: Desk) -> None:
    document_id = desk.load()
    tagged = desk.tag(document_id)
    desk.tag(document_id, 5, 9)
    annotations.set_note(desk.workspace, tagged.id, "why?", desk.ana)
    history.undo(desk.workspace, desk.ana)
    history.redo(desk.workspace, desk.ana)
    annotations.remove_annotations(desk.workspace, [tagged.id], desk.ana)
    found = history.history_of_annotation(desk.workspace, tagged.id)
    assert [(entry.title, entry.kind) for entry in found] == [
        ("Tag claim", "edit"),
        ("Change note", "edit"),
        ("Change note", "undo"),
        ("Change note", "redo"),
        ("Remove tag", "edit"),
    ]
    assert {(entry.annotator, entry.table, entry.row_id) for entry in found} == {("Ana", "annotation", tagged.id)}
    assert (found[1].before, found[1].after) == ({"note": ""}, {"note": "why?"})
    assert found[0].before is None
    assert found[-1].after is None
    assert [entry.at for entry in found] == sorted(entry.at for entry in found)


def test_the_history_of_an_article(desk: Desk) -> None:
    document_id, other = desk.load(), desk.load("Another article.")
    desk.tag(document_id, by=desk.ben)
    documents.remove_document(desk.workspace, document_id, desk.ana)
    found = history.history_of_document(desk.workspace, document_id)
    assert [(entry.title, entry.table, entry.annotator) for entry in found] == [
        ("Load article", "document", "Ana"),
        ("Tag claim", "annotation", "Ben"),
        ("Remove article", "annotation", "Ana"),
        ("Remove article", "document", "Ana"),
    ]
    assert [entry.title for entry in history.history_of_document(desk.workspace, other)] == ["Load article"]


def test_links_and_sources_belong_to_the_history_of_both_ends(desk: Desk) -> None:
    document_id = desk.load()
    denial, claim = desk.tag(document_id, 0, 20, "denial"), desk.tag(document_id, 51, 62)
    link = relations.link(desk.workspace, denial.id, "denies", claim.id, desk.ana)
    describing.name_new_source(desk.workspace, [denial.id], "attributed_to", "Rina", desk.ana)
    relations.unlink(desk.workspace, [link.id], desk.ana)

    def told(annotation_id: UUID) -> list[str]:
        return [entry.title for entry in history.history_of_annotation(desk.workspace, annotation_id)]

    assert told(denial.id) == ["Tag denial", "Link", "New source", "Remove link"]
    assert told(claim.id) == ["Tag claim", "Link", "Remove link"]


def test_what_never_was_has_no_history(desk: Desk) -> None:
    with pytest.raises(NotFound, match="never was"):
        history.history_of_annotation(desk.workspace, uuid4())
    assert history.history_of_document(desk.workspace, uuid4()) == []


def test_how_many_articles_a_step_is_about(desk: Desk) -> None:
    assert history.undo_size(desk.workspace, desk.ana) == 0
    keys = [desk.load(), desk.load("Another article.")]
    with desk.workspace.edit("Rename both", desk.ana) as session:
        for key in keys:
            documents.document_row(session, key).title = "x"
    assert history.undo_size(desk.workspace, desk.ana) == 2
    assert history.redo_size(desk.workspace, desk.ana) == 0
    history.undo(desk.workspace, desk.ana)
    assert history.undo_size(desk.workspace, desk.ana) == 1
    assert history.redo_size(desk.workspace, desk.ana) == 2
