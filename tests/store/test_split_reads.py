"""What decides the part of an article is read of all articles at once, in both databases."""

from sqlalchemy import update

from annotator.store.split_reads import split_rows
from annotator.store.tables import Document, table_of
from tests.store.desk import Desk


def test_every_article_comes_with_its_labels_and_ties(desk: Desk) -> None:
    first, second, third = desk.load(), desk.load("Kosong saja."), desk.load("Kosong juga, dan panjang.")
    desk.tag(first)
    desk.tag(first, 5, 9, by=desk.ben)
    desk.tag(first, 22, 38, "quote")
    document = table_of(Document)
    with desk.behind() as connection:
        changed = {"superseded_by": third, "copy_group": second}
        connection.execute(update(document).where(document.c.id == second).values(changed))
    with desk.workspace.reading() as connection:
        rows = list(split_rows(connection))
    assert [row.id for row in rows] == [first, second, third]
    assert [set(row.labels) for row in rows] == [{"claim", "quote"}, set(), set()]
    assert [row.superseded_by for row in rows] == [None, third, None]
    assert rows[1].copy_group == second
    assert len({row.text_sha256 for row in rows}) == 3
    assert all(isinstance(row.language, str) for row in rows)
