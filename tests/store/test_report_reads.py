"""Reads for reports, in both databases."""

from annotator.store import report_reads
from tests.store.desk import Desk


def test_articles_of_which_something_is_tagged(desk: Desk) -> None:
    tagged, _bare = desk.load(), desk.load("Other words.")
    desk.tag(tagged)
    desk.tag(tagged, 5, 9)
    with desk.workspace.reading() as connection:
        assert report_reads.documents_with_annotations(connection) == {tagged}
