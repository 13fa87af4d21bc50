"""What is said of places that may be tagged, and of those that were, in words."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from annotator.core.found_places import Proposal, Standing
from annotator.operations.bulk_tagging import BulkTagged
from annotator.ui.lines import isolated, number


def _tr(words: str) -> str:
    return QCoreApplication.translate("Finding", words)


def standing_words(proposal: Proposal) -> str:
    """What stands in the way of a place; "" when nothing does."""
    if proposal.standing is Standing.OTHERS:
        return _tr("tagged so by {name}").format(name=isolated(proposal.by))
    return {
        Standing.FURNITURE: _tr("not article text"),
        Standing.OVERLAPS: _tr("overlaps one of yours"),
        Standing.TAGGED: _tr("tagged so already"),
        Standing.REPEATED: _tr("the same stretch as another place"),
        Standing.FROZEN: _tr("in an older version"),
    }.get(proposal.standing, "")


def chosen_words(chosen: Sequence[Proposal], proposals: Sequence[Proposal]) -> str:
    """How many places are chosen, and what the others are."""
    articles = len({one.place.document_id for one in chosen})
    words = _tr("{count} of {total} chosen").format(count=number(len(chosen)), total=number(len(proposals)))
    if chosen:
        in_articles = _tr("in 1 article") if articles == 1 else _tr("in {count} articles")
        words += ", " + in_articles.format(count=number(articles))
    there = Counter(one.standing for one in proposals)
    tellings = (
        (Standing.TAGGED, _tr("{count} tagged so already")),
        (Standing.REPEATED, _tr("{count} the same stretch as another")),
        (Standing.OVERLAPS, _tr("{count} overlap one of yours")),
        (Standing.OTHERS, _tr("{count} tagged so by others")),
        (Standing.FURNITURE, _tr("{count} not article text")),
        (Standing.FROZEN, _tr("{count} in older versions")),
    )
    return " · ".join(
        [words, *(telling.format(count=number(there[standing])) for standing, telling in tellings if there[standing])]
    )


def tagged_words(report: BulkTagged) -> str:
    """What was tagged; said on the strip."""
    if not report.tagged:
        return _tr("Nothing was tagged")
    places = _tr("1 place") if report.tagged == 1 else _tr("{count} places").format(count=number(report.tagged))
    articles = (
        _tr("1 article") if report.articles == 1 else _tr("{count} articles").format(count=number(report.articles))
    )
    words = _tr("Tagged {places} in {articles} · saved · Undo takes all of it back")
    return words.format(places=places, articles=articles)


def left_words(report: BulkTagged) -> str:
    """What was not tagged and why; "" when all of it was."""
    parts = []
    if report.cancelled:
        parts.append(_tr("You stopped before all places were tagged; Undo takes back those that were."))
    if report.left:
        reasons = " ".join(dict.fromkeys(reason for *_, reason in report.left))
        words = _tr("{count} could not be tagged: {reasons}")
        parts.append(words.format(count=number(len(report.left)), reasons=reasons))
    return " ".join(parts)
