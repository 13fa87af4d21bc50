"""Reads for reports, in both databases."""

from annotator.operations import annotations, relations
from annotator.operations.readings import put_reading
from annotator.store import report_reads
from annotator.store.review_tables import Verdict
from tests.store.desk import Desk


def test_articles_of_which_something_is_tagged(desk: Desk) -> None:
    tagged, _bare = desk.load(), desk.load("Other words.")
    desk.tag(tagged)
    desk.tag(tagged, 5, 9)
    with desk.workspace.reading() as connection:
        assert report_reads.documents_with_annotations(connection) == {tagged}


def test_annotations_that_say_something(desk: Desk) -> None:
    article = desk.load()
    one, _other = desk.tag(article), desk.tag(article, 5, 9)
    annotations.set_attributes(desk.workspace, [one.id], {"legal_flag": "privacy"}, desk.ana)
    with desk.workspace.reading() as connection:
        assert [found.id for found in report_reads.annotations_that_say(connection, "legal_flag")] == [one.id]
        assert report_reads.annotations_that_say(connection, "accuses") == []


def test_articles_in_which_something_was_corrected(desk: Desk) -> None:
    article, other = desk.load(), desk.load("Other words.")
    one, two = desk.tag(article), desk.tag(article, 5, 9)
    with desk.workspace.edit("Review", desk.ben) as session:
        session.add(Verdict(document_id=other, annotation_id=one.id, annotator_id=desk.ben, verdict="approved"))
    with desk.workspace.reading() as connection:
        assert report_reads.documents_corrected(connection) == set()
    relations.link(desk.workspace, one.id, "supersedes", two.id, desk.ana)
    with desk.workspace.reading() as connection:
        assert report_reads.documents_corrected(connection) == {article}


def test_who_loaded_an_article(desk: Desk) -> None:
    article = desk.load(annotator_id=desk.ben)
    desk.tag(article)
    with desk.workspace.reading() as connection:
        assert report_reads.who_loaded(connection, article) == desk.ben


def test_articles_of_which_others_work_is_known(desk: Desk) -> None:
    seen, unseen = desk.load(), desk.load("Other words.")
    with desk.workspace.edit("See", desk.ana) as session:
        put_reading(session, seen, desk.ana).saw_others = True
        put_reading(session, unseen, desk.ana)
    with desk.workspace.reading() as connection:
        assert report_reads.readings_that_know(connection, desk.ana) == {seen}
        assert report_reads.readings_that_know(connection, desk.ben) == set()
