"""What holds an article back, in words: withheld, cancelled, under embargo."""

from PySide6.QtCore import QCoreApplication

from annotator.core.release import Held, Hold, hold_of
from annotator.core.times import moment_of
from annotator.ui.lines import local_day_and_time

_LAST_YEAR = 3000  # beyond it the system's own calendar may end


def hold_words(article: Held) -> str:
    """One word, for a row of a list; "" when nothing holds the article back."""
    return {
        Hold.CANCELLED: _tr("Cancelled"),
        Hold.WITHHELD: _tr("Withheld"),
        Hold.EMBARGOED: _tr("Embargo"),
        None: "",
    }[hold_of(article)]


def hold_sentence(article: Held) -> str:
    """The same with what follows from it; for an embargo until when, by this computer's clock."""
    hold = hold_of(article)
    if hold is None:
        return ""
    if hold is not Hold.EMBARGOED:
        return _tr("{word}: exports leave this article out.").format(word=hold_words(article))
    words = _tr("Embargo until {time}: exports leave this article out until then.")
    return words.format(time=embargo_end(article.embargo_until))


def embargo_end(embargo_until: str) -> str:
    """When an embargo ends, as a person reads times; the words themselves where that cannot be told."""
    moment = moment_of(embargo_until)
    return embargo_until if moment is None or moment.year >= _LAST_YEAR else local_day_and_time(moment)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Details", words)
