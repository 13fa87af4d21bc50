"""What came into a project unsearchable becomes searchable, once."""

from annotator.operations import indexing
from annotator.store import search_index
from tests.operations.search_desk import SearchDesk
from tests.store.desk import Desk


def forget_all(desk: Desk) -> None:
    for table in ("search_text", "search_document"):
        desk.sql(f"DELETE FROM {table}")
    desk.sql("INSERT INTO search_words (search_words) VALUES ('delete-all')")
    desk.sql("DELETE FROM search_about")


def test_everything_is_indexed_once_and_no_edit_is_left_to_undo(desk: Desk, project_path: object) -> None:
    searching = SearchDesk(desk.address)
    first = searching.put("Harga naik\n\nKata Menteri.")
    entries = searching.entries()
    forget_all(searching)
    assert searching.found("menteri") == searching.found("title:harga") == []
    told: list[tuple[int, int]] = []
    assert indexing.catch_up(searching.workspace, lambda *step: told.append(step)) == 1
    assert told == [(1, 1)]
    assert searching.found("menteri") == searching.found("title:harga") == [first]
    assert indexing.catch_up(searching.workspace) == 0
    assert searching.entries() == entries
    searching.workspace.close()


def test_it_can_be_stopped_and_goes_on_later(desk: Desk) -> None:
    desk.load()
    forget_all(desk)
    assert indexing.catch_up(desk.workspace, cancelled=lambda: True) == 0
    assert indexing.catch_up(desk.workspace) == 1


def test_what_is_read_only_stays_as_it_is(desk: Desk) -> None:
    desk.load()
    forget_all(desk)
    desk.workspace._database = desk.workspace._database.__class__(
        desk.workspace._database.engine, desk.workspace._database.path, read_only=True, is_new=False
    )
    assert indexing.catch_up(desk.workspace) == 0
    with desk.workspace.reading() as connection:
        assert search_index.number_missing(connection) == 1
