"""What cutting anew changes or has changed, in one sentence for the window."""

from PySide6.QtCore import QCoreApplication

from annotator.operations.resplit import Resplit
from annotator.ui.lines import number


def change_words(found: Resplit, *, done: bool) -> str:
    """What would change, or has changed: “3 of 120 articles would change: 14 sentences become 6.”"""
    return _done(found) if done else _to_come(found)


def stopped_words(found: Resplit) -> str:
    """How far it came: “Stopped after 576 of 5,000 articles. 14 changed: 9 sentences became 3.”"""
    if not found.articles:
        return _tr("Stopped. No article has changed.")
    words = _tr("Stopped after {articles} of {total} articles.") + " "
    words += _tr("{changed} changed: {before} became {after}.") if found.changed else _tr("None has changed.")
    return _filled(words, found)


def _done(found: Resplit) -> str:
    if not found.changed:
        return _tr("The article is cut as it was.") if found.articles == 1 else _tr("No article has changed.")
    words = _tr("{changed} of {articles} articles changed: {before} became {after}.")
    return _filled(_tr("The article changed: {before} became {after}.") if found.articles == 1 else words, found)


def _to_come(found: Resplit) -> str:
    if not found.changed:
        return _tr("No article would change.")
    one = found.before == 1
    if found.articles == 1:
        words = _tr("The article would change: {before} become {after}.")
        words = _tr("The article would change: {before} becomes {after}.") if one else words
    else:
        words = _tr("{changed} of {articles} articles would change: {before} become {after}.")
        words = _tr("{changed} of {articles} articles would change: {before} becomes {after}.") if one else words
    return _filled(words, found)


def _filled(words: str, found: Resplit) -> str:
    before = _tr("1 sentence") if found.before == 1 else _tr("{n} sentences").format(n=number(found.before))
    return words.format(
        changed=number(found.changed),
        articles=number(found.articles),
        total=number(found.total),
        before=before,
        after=number(found.after),
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("SentenceCounts", words)
