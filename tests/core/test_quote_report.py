"""What a rule has found."""

from annotator.core.quote_report import INDIRECT, Report
from annotator.core.spans import Span


def test_a_report_is_indirect_and_without_marks_until_marks_are_found() -> None:
    found = Report((Span(0, 4),), "that")
    assert found.quote_type == INDIRECT
    assert found.marks == ()
    assert found.cue is None
    assert found.source is None
