"""A session that writes nothing."""

from annotator.operations.import_session import ImportSession, Unwritten
from annotator.store import queries
from annotator.store.tables import Annotator, Document
from tests.store.desk import Desk


def test_nothing_is_written(desk: Desk) -> None:
    document = desk.load()
    before = desk.rows()
    with desk.workspace.reading() as connection:
        session: ImportSession = Unwritten(connection)
        session.add(Annotator(name="Cici"))
        session.flush()
        session.change_row(Document, {"id": document}, {"foreign_key": None}, {"foreign_key": "x:1"})
        assert set(queries.annotator_names(session.connection()).values()) == {"Ana", "Ben"}
    assert desk.rows() == before
