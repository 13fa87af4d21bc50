"""What the report dialog hands back."""

from pathlib import Path

from annotator.core.report import Kind
from annotator.core.report_article import ReportOptions
from annotator.ui.report.choices import Asked, Offered, ReportChoice, Scope


def test_records_compare_by_what_they_say() -> None:
    asked = Asked(Kind.LIBEL, Scope.OPEN, ReportOptions())
    assert ReportChoice(asked, "pdf", Path("x")) == ReportChoice(
        Asked(Kind.LIBEL, Scope.OPEN, ReportOptions()), "pdf", Path("x")
    )
    assert Offered("", 0, 0).held == 0
