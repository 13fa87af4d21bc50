"""One state of a project, read for a report."""

from annotator.core.report_article import ReportOptions
from annotator.core.report_words import ENGLISH
from annotator.operations.report_reader import Reader
from tests.operations.report_desk import NOW
from tests.store.desk import Desk


def test_articles_are_read_once_and_marks_are_the_project_s(desk: Desk) -> None:
    with desk.workspace.reading() as connection:
        reader = Reader(desk.workspace, connection, ENGLISH, NOW, ReportOptions())
        assert reader.articles is reader.articles
        assert [mark.key for mark in reader.marks][:3] == ["claim", "denial", "quote"]
