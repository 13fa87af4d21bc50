"""What the control arm shows, in words and figures."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from annotator.core.suggestion_influence import ENOUGH, Arm, Influence, Interval, LabelInfluence
from annotator.core.suggestion_policy import SuggestionPolicy
from annotator.ui.lines import local_time, locale, number

OUTCOMES = ("accepted", "edited", "rejected", "manual", "unaided")


def arm_words(arm: Arm) -> str:
    """So many per 100 sentences, its bounds, and of how many sentences."""
    count = _tr("n = {n}").format(n=number(arm.sentences))
    return f"{_interval(arm.rate)} · {count}" if arm.rate else f"{too_few()} · {count}"


def difference_words(found: LabelInfluence) -> str:
    """By how many per 100 sentences more the label was put on where suggestions were shown."""
    return _interval(found.more, signed=True) if found.more else too_few()


def outcome_words(found: LabelInfluence, outcome: str) -> str:
    """How often, and of what was answered the share."""
    count = number(found.origins.get(outcome, 0))
    share = found.share(outcome) if outcome in OUTCOMES[:3] else None
    return count if share is None else f"{count} ({locale().toString(100 * share, 'f', 0)} %)"


def time_words(found: Influence) -> str:
    """How long a sentence took, with suggestions and without."""
    if found.seconds_shown is None or found.seconds_hidden is None:
        shown, hidden = (number(count) for count in found.timed)
        words = _tr("Time for a sentence: too few to judge ({shown} with suggestions, {hidden} without)")
        return words.format(shown=shown, hidden=hidden)
    words = _tr("Time for a sentence, in seconds (median): {shown} with suggestions, {hidden} without")
    return words.format(shown=_interval(found.seconds_shown, 1), hidden=_interval(found.seconds_hidden, 1))


def ground_words(found: Influence, policy: SuggestionPolicy) -> str:
    """What the figures are of."""
    articles = _tr("1 article") if found.articles == 1 else _tr("{n} articles").format(n=number(found.articles))
    if not policy.hidden_share:
        words = _tr("No sentence is hidden, so there is nothing to compare with. Counted in {articles}.")
        return words.format(articles=articles)
    if not policy.since:
        return _tr("Counted in {articles}.").format(articles=articles)
    since = local_time(datetime.fromisoformat(policy.since))
    words = _tr("Counted in {articles} since {time}, when the choice was last changed.")
    return words.format(articles=articles, time=since)


def too_few() -> str:
    """The words instead of a figure that would be chance."""
    return _tr("too few to judge")


def headings() -> list[str]:
    """The columns of the table."""
    return [
        _tr("Label"),
        _tr("Shown"),
        _tr("Hidden"),
        _tr("Difference"),
        _tr("Accepted"),
        _tr("Edited"),
        _tr("Rejected"),
        _tr("By hand"),
        _tr("Unaided"),
    ]


def explanations() -> list[str]:
    """What the columns mean, in their order."""
    per_hundred = _tr("Of 100 sentences read, how many got the label; in brackets the bounds of 95 %.")
    return [
        "",
        _tr("Where suggestions were shown.") + " " + per_hundred,
        _tr("Where suggestions stayed hidden.") + " " + per_hundred,
        _tr("So many more of 100 sentences got the label where suggestions were shown."),
        _tr("Suggestions that became tags as they were."),
        _tr("Suggestions that became tags with other words or another label."),
        _tr("Suggestions that were rejected."),
        _tr("Tags made by hand where suggestions were not hidden."),
        _tr("Tags made where suggestions stayed hidden."),
    ]


def least() -> str:
    """How many sentences a figure needs."""
    return _tr("A figure needs at least {n} sentences.").format(n=number(ENOUGH))


def _interval(found: Interval, digits: int = 0, *, signed: bool = False) -> str:
    value, low, high = (_figure(part, digits, signed) for part in found)
    return f"{value} ({low} … {high})"


def _figure(value: float, digits: int, signed: bool) -> str:
    written = locale().toString(float(abs(value)), "f", digits)
    is_nought = not any(character.isdigit() and int(character) for character in written)
    sign = "" if is_nought else "−" if value < 0 else "+" if signed else ""
    return sign + written


def _tr(words: str) -> str:
    return QCoreApplication.translate("Influence", words)
