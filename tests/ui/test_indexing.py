"""Older articles become searchable behind the window, and whoever searches is told."""

from annotator.operations import indexing
from annotator.ui.indexing import Indexing
from tests.ui.stage import Stage

NOT_SEARCHABLE = ("DELETE FROM search_text", "INSERT INTO search_words (search_words) VALUES ('delete-all')")


def forget(stage: Stage) -> None:
    with stage.session.workspace.edit("Forget", None, undoable=False) as session:
        for statement in NOT_SEARCHABLE:
            session.connection().exec_driver_sql(statement)


def test_who_searches_meanwhile_is_told_how_far_it_is_and_gets_what_is_found_then(stage: Stage) -> None:
    stage.start().load()
    forget(stage)
    told: list[str] = []
    more: list[bool] = []
    at_work = Indexing(stage.session)
    at_work.told.connect(lambda: told.append(at_work.waiting))
    at_work.found_more.connect(lambda: more.append(True))
    at_work.begin()
    stage.settle()
    assert told[0] == "Older articles are still being made searchable: 1 of 1"
    assert (told[-1], more, at_work.refusal) == ("", [True], "")


def test_nothing_is_said_where_nothing_is_to_be_done(stage: Stage) -> None:
    stage.start().load()
    more: list[bool] = []
    at_work = Indexing(stage.session)
    at_work.found_more.connect(lambda: more.append(True))
    at_work.begin()
    stage.settle()
    assert (at_work.waiting, more) == ("", [])


def test_why_it_stopped_stands_on_the_page_that_is_opened_later(stage: Stage, monkeypatch: object) -> None:
    def stop(*_given: object) -> int:
        raise OSError("The disk is gone.")

    stage.start().load()
    monkeypatch.setattr(indexing, "catch_up", stop)  # type: ignore[attr-defined]
    stage.session.indexing.begin()
    stage.settle()
    assert stage.window.banner.isHidden()
    stage.session.searching.open()
    assert "The disk is gone." in stage.window.search.hits.empty_text
