"""The contents of a printed report: on which page each part begins."""

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtGui import QTextDocument

from annotator.core.report import Report, Table
from annotator.ui.paper.pages import lay_out
from annotator.ui.paper.setting import Setting

_TRIES = 4  # the list itself takes pages, on which the numbers depend


def front_with_contents(
    setting: Setting, report: Report, titles: Sequence[str], lengths: Sequence[int]
) -> QTextDocument:
    """The front of a report, laid out, with a list of its parts, which take so many pages each."""
    pages = 1
    for _ in range(_TRIES):
        starts = accumulate(lengths[:-1], initial=pages + 1)
        rows = tuple((title, str(start)) for title, start in zip(titles, starts, strict=True))
        document = setting.document([*report.front, Table("", report.contents, rows, 1)])
        if lay_out(document) == pages:
            break
        pages = document.pageCount()
    return document
