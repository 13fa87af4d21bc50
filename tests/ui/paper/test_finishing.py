"""Bookmarks, language and date of a PDF."""

from annotator.core.report import Report
from annotator.ui.paper.finishing import finished

REPORT = Report("Title", "2026-05-04 21:35 UTC", "en")


def test_what_is_not_built_as_expected_stays_as_it_is_but_for_its_date() -> None:
    assert finished(b"%PDF-1.4 something", [], REPORT) == b"%PDF-1.4 something"
    dated = finished(b"x /CreationDate (D:20991231235959Z) y", [], REPORT)
    assert dated == b"x /CreationDate (D:20260504213500Z) y"


def test_a_moment_that_is_none_gives_a_date_of_long_ago() -> None:
    assert b"(D:19800101000000Z)" in finished(b"(D:20991231235959Z)", [], Report("Title", "soon", "en"))
