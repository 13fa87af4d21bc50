"""Undo and redo: each person's own, across restarts, never over somebody else's work."""

from pathlib import Path
from uuid import uuid4

import pytest

from annotator.core.spans import Span
from annotator.errors import EditConflict, NothingToUndo, ProjectDamaged
from annotator.operations import annotations, documents, history, loading, sentences
from annotator.store.tables import Annotator, Document
from annotator.store.workspace import Step
from tests.store.desk import ARTICLE, Desk


def labels(desk: Desk) -> list[str]:
    return sorted(row["label"] for row in desk.rows()["annotation"])


def test_undo_and_redo_walk_the_same_way_back_and_forth(desk: Desk) -> None:
    document_id = desk.load()
    states = [desk.rows()]
    for label in ("claim", "denial", "quote"):
        desk.tag(document_id, label=label)
        states.append(desk.rows())
    for expected in (states[2], states[1], states[0]):
        history.undo(desk.workspace, desk.ana)
        assert desk.rows() == expected
    for expected in (states[1], states[2], states[3]):
        history.redo(desk.workspace, desk.ana)
        assert desk.rows() == expected
    history.undo(desk.workspace, desk.ana)
    history.undo(desk.workspace, desk.ana)
    history.redo(desk.workspace, desk.ana)
    assert desk.rows() == states[2]
    assert desk.problems() == []


def test_nothing_to_undo_or_redo_is_said(desk: Desk) -> None:
    for verb in (history.undo, history.redo):
        with pytest.raises(NothingToUndo):
            verb(desk.workspace, desk.ana)
    assert history.undo_title(desk.workspace, desk.ana) is None
    assert history.redo_title(desk.workspace, desk.ana) is None


def test_titles_say_what_comes_next(desk: Desk) -> None:
    desk.tag(desk.load())
    assert history.undo_title(desk.workspace, desk.ana) == "Tag claim"
    assert history.undo(desk.workspace, desk.ana) == "Tag claim"
    assert history.undo_title(desk.workspace, desk.ana) == "Load article"
    assert history.redo_title(desk.workspace, desk.ana) == "Tag claim"


def test_everybody_undoes_their_own(desk: Desk) -> None:
    document_id = desk.load()
    desk.tag(document_id, label="claim", by=desk.ana)
    desk.tag(document_id, label="quote", by=desk.ben)
    desk.tag(document_id, label="denial", by=desk.ana)
    history.undo(desk.workspace, desk.ben)
    assert labels(desk) == ["claim", "denial"]
    history.undo(desk.workspace, desk.ana)
    assert labels(desk) == ["claim"]
    history.redo(desk.workspace, desk.ben)
    assert labels(desk) == ["claim", "quote"]
    assert history.redo_title(desk.workspace, desk.ana) == "Tag denial"
    assert desk.problems() == []


def test_undo_goes_back_through_restarts(desk: Desk) -> None:
    desk.tag(desk.load())
    desk.reopen()
    history.undo(desk.workspace, desk.ana)
    assert labels(desk) == []
    desk.reopen()
    history.redo(desk.workspace, desk.ana)
    assert labels(desk) == ["claim"]
    desk.reopen()
    history.undo(desk.workspace, desk.ana)
    history.undo(desk.workspace, desk.ana)
    assert desk.rows()["document"] == []
    assert desk.problems() == []


def test_another_installation_undoes_for_the_same_person(desk: Desk) -> None:
    desk.tag(desk.load())
    other = desk.open(uuid4())
    assert history.undo(other, desk.ana) == "Tag claim"
    other.close()
    assert labels(desk) == []
    assert history.redo(desk.workspace, desk.ana) == "Tag claim"
    assert desk.problems() == []


def test_a_load_of_several_batches_is_one_step(desk: Desk, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(2 * loading._BATCH + 1)]
    for number, path in enumerate(paths):
        path.write_text(f"{ARTICLE} {number}")
    loading.load_files(desk.workspace, paths, desk.ana, detect_language=False)
    loaded = desk.rows()
    assert history.undo(desk.workspace, desk.ana) == "Load article"
    assert desk.rows()["document"] == []
    assert history.undo_title(desk.workspace, desk.ana) is None
    history.redo(desk.workspace, desk.ana)
    assert desk.rows() == loaded
    assert desk.problems() == []


def test_tags_made_while_loading_are_undone_before_the_load(desk: Desk) -> None:
    step = Step()
    first = desk.load()
    with desk.workspace.edit("Long work", desk.ben, step=step) as session:
        session.get_one(Document, first).title = "one"
    desk.tag(first, by=desk.ben)
    with desk.workspace.edit("Long work", desk.ben, step=step) as session:
        session.get_one(Document, first).outlet = "two"
    assert history.undo(desk.workspace, desk.ben) == "Tag claim"
    assert history.undo(desk.workspace, desk.ben) == "Long work"
    document = desk.rows()["document"][0]
    assert (document["title"], document["outlet"]) == ("Wali kota membantah. “Kami tidak tahu,” kata Rina.", "")


def test_a_step_that_is_undone_late_is_over(desk: Desk) -> None:
    step, first = Step(), desk.load()

    def go_on(title: str) -> None:
        with desk.workspace.edit("Long work", desk.ben, step=step) as session:
            session.get_one(Document, first).title = title

    for title in ("one", "two", "three"):
        go_on(title)
        desk.tag(first)  # somebody else's, in between
    assert history.undo(desk.workspace, desk.ben) == "Long work"
    go_on("four")
    go_on("five")
    assert history.undo(desk.workspace, desk.ben) == "Long work"
    assert desk.rows()["document"][0]["title"].startswith("Wali kota")
    assert history.undo_title(desk.workspace, desk.ben) is None
    assert desk.problems() == []


def test_what_a_load_adds_after_it_was_undone_can_be_undone_too(desk: Desk, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(3 * loading._BATCH)]
    for number, path in enumerate(paths):
        path.write_text(f"{ARTICLE} {number}")

    def undo_at_once(done: int, _total: int) -> None:
        if done == loading._BATCH:
            history.undo(desk.workspace, desk.ana)

    loading.load_files(desk.workspace, paths, desk.ana, undo_at_once, detect_language=False)
    assert len(desk.rows()["document"]) == 2 * loading._BATCH
    assert history.undo(desk.workspace, desk.ana) == "Load article"
    assert desk.rows()["document"] == []
    assert history.undo_title(desk.workspace, desk.ana) is None
    history.redo(desk.workspace, desk.ana)
    assert len(desk.rows()["document"]) == 2 * loading._BATCH
    assert desk.problems() == []


def test_a_new_edit_clears_redo(desk: Desk) -> None:
    document_id = desk.load()
    desk.tag(document_id)
    history.undo(desk.workspace, desk.ana)
    desk.tag(document_id, label="quote", by=desk.ben)
    assert history.redo_title(desk.workspace, desk.ana) == "Tag claim"  # Ben's edit is not Ana's
    desk.tag(document_id, label="denial")
    assert history.redo_title(desk.workspace, desk.ana) is None
    with pytest.raises(NothingToUndo):
        history.redo(desk.workspace, desk.ana)


def conflicts(desk: Desk, verb: object = history.undo) -> None:
    before, entries = desk.rows(), desk.entries()
    with pytest.raises(EditConflict):
        verb(desk.workspace, desk.ana)  # type: ignore[operator]
    assert (desk.rows(), desk.entries()) == (before, entries)
    assert desk.problems() == []


def test_what_a_colleague_changed_since_is_not_overwritten(desk: Desk) -> None:
    document_id = desk.load()
    documents.rename_document(desk.workspace, document_id, "Ana's title", desk.ana)
    documents.rename_document(desk.workspace, document_id, "Ben's title", desk.ben)
    conflicts(desk)


def test_another_column_of_the_same_row_is_no_conflict(desk: Desk) -> None:
    document_id = desk.load()
    documents.rename_document(desk.workspace, document_id, "Ana's title", desk.ana)
    documents.set_language(desk.workspace, document_id, "id", desk.ben)
    history.undo(desk.workspace, desk.ana)
    document = documents.read_document(desk.workspace, document_id)
    assert document.title.startswith("Wali kota")
    assert document.language == "id"
    assert desk.problems() == []


def test_a_load_whose_article_was_renamed_since_stays(desk: Desk) -> None:
    documents.rename_document(desk.workspace, desk.load(), "Ben's title", desk.ben)
    conflicts(desk)


def test_a_load_whose_article_a_colleague_tagged_stays(desk: Desk) -> None:
    desk.tag(desk.load(), by=desk.ben)
    conflicts(desk)
    history.undo(desk.workspace, desk.ben)
    history.undo(desk.workspace, desk.ana)
    assert desk.rows()["document"] == []


def test_a_tag_in_an_article_that_a_colleague_removed(desk: Desk) -> None:
    document_id = desk.load()
    desk.tag(document_id)
    before = desk.rows()
    documents.remove_document(desk.workspace, document_id, desk.ben)
    conflicts(desk)
    history.undo(desk.workspace, desk.ben)
    assert desk.rows() == before
    history.undo(desk.workspace, desk.ana)
    assert labels(desk) == []


def test_redo_in_an_article_that_a_colleague_removed(desk: Desk) -> None:
    document_id = desk.load()
    desk.tag(document_id)
    history.undo(desk.workspace, desk.ana)
    documents.remove_document(desk.workspace, document_id, desk.ben)
    conflicts(desk, history.redo)


def test_a_removed_article_comes_back_with_all_that_was_said_about_it(desk: Desk) -> None:
    document_id = desk.load()
    tagged = desk.tag(document_id)
    annotations.set_note(desk.workspace, tagged.id, "ask twice", desk.ana)
    desk.tag(document_id, 5, 9, "quote", by=desk.ben)
    annotations.mark_nothing(desk.workspace, document_id, [Span(51, 67)], desk.ana)
    sentences.split_sentence(desk.workspace, document_id, 5, desk.ben)
    before = desk.rows()
    documents.remove_document(desk.workspace, document_id, desk.ana)
    rows = desk.rows()
    assert [rows[name] for name in ("document", "annotation", "mark", "sentence_break")] == [[], [], [], []]
    history.undo(desk.workspace, desk.ana)
    assert desk.rows() == before
    history.redo(desk.workspace, desk.ana)
    history.undo(desk.workspace, desk.ana)
    assert desk.rows() == before
    assert desk.problems() == []


def test_setting_up_is_never_undone(desk: Desk) -> None:
    with desk.workspace.edit("Set up", desk.ana, undoable=False) as session:
        session.add(Annotator(name="Third"))
    assert history.undo_title(desk.workspace, desk.ana) is None


def test_an_entry_that_cannot_be_read_is_said_in_words(desk: Desk) -> None:
    desk.tag(desk.load())
    desk.sql("UPDATE journal SET changes = :nothing", nothing=b"\xff")
    with pytest.raises(ProjectDamaged, match="newer version"):
        history.undo(desk.workspace, desk.ana)
