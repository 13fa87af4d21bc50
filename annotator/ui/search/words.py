"""What is said of an answer: how much it is, or that it is nothing."""

from PySide6.QtCore import QCoreApplication

from annotator.ui.lines import number, one_line
from annotator.ui.search.ask import Answer, Ask


def _tr(words: str) -> str:
    return QCoreApplication.translate("Search", words)


def nothing_words(ask: Ask) -> str:
    """Nothing was found, and what may be tried."""
    words = _tr("Nothing was found for {words}.").format(words=f"\u2068{one_line(ask.text, 60)}\u2069")
    if ask.filters.are_set:
        words += " " + _tr("There may be something without the filters.")
    elif not ask.folded and not ask.by_pattern:
        words += " " + _tr("To find the beginnings of words add *; to find cafe as café, ignore accents.")
    return words


def count_words(ask: Ask, answer: Answer) -> str:
    """How many articles or places there are, as far as that is known."""
    shown = len(answer.found)
    if not shown:
        return ""
    if ask.order is not None:
        return _place_words(shown, more=answer.more)
    if not answer.more:
        return _tr("1 article") if shown == 1 else _tr("{count} articles").format(count=number(shown))
    if answer.total is None:
        return _tr("The first {count} articles").format(count=number(shown))
    return _tr("The first {count} of {total} articles").format(count=number(shown), total=number(answer.total))


def picked_words(words: str, picked: int) -> str:
    """The same, and how many of them are picked."""
    return _tr("{words} · {count} picked").format(words=words, count=number(picked))


def _place_words(shown: int, *, more: bool) -> str:
    if more:
        return _tr("The first {count} places").format(count=number(shown))
    return _tr("1 place") if shown == 1 else _tr("{count} places").format(count=number(shown))
