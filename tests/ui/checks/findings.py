"""Made-up findings of a check."""

from annotator.core.schema import Severity
from annotator.core.validation import Problem
from annotator.operations.checking import Finding
from tests.ui.inspector.passages import tagged

TEXT = "The mayor denies it. “I was there,” she said. " * 20


def finding(severity: Severity, start: int = 0, field: str = "attributed_to") -> Finding:
    """A problem of an annotation that starts there."""
    return Finding(tagged(start), Problem("rule", severity, f"Look at {start}.", field))


EACH = [finding(severity, start) for start, severity in enumerate((Severity.HARD, Severity.HOLD, Severity.SOFT))]
