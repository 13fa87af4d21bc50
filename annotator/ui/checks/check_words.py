"""What a check of an article has found, in one sentence."""

from PySide6.QtCore import QCoreApplication

from annotator.core.schema import Severity
from annotator.operations.checking import ArticleCheck
from annotator.ui.lines import number


def check_words(found: ArticleCheck) -> str:
    """How many problems of which kind, and how many sentences are still to be read."""
    hard, soft, held = (found.count(severity) for severity in (Severity.HARD, Severity.SOFT, Severity.HOLD))
    told = [
        _counted(hard, _tr("1 thing is to be put right."), _tr("{n} things are to be put right.")),
        _counted(soft, _tr("1 is worth a second look."), _tr("{n} are worth a second look.")),
        _counted(held, _tr("1 tag leaves in no export."), _tr("{n} tags leave in no export.")),
    ]
    if not found.findings:
        told = [_tr("Nothing is to be put right in this article.")]
    told.append(_counted(found.undecided, _tr("1 sentence is undecided."), _tr("{n} sentences are undecided.")))
    return " ".join(words for words in told if words)


def _counted(count: int, one: str, many: str) -> str:
    return (one if count == 1 else many.format(n=number(count))) if count else ""


def _tr(words: str) -> str:
    return QCoreApplication.translate("Check", words)
