"""Why a suggestion is made, in words: what in the text spoke for it, who proposes it, how sure that is."""

from PySide6.QtCore import QCoreApplication

from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion
from annotator.core.suggestion_policy import LEARNED
from annotator.ui.lines import one_line

_LONGEST = 60
_MOST_WORDS = 4


def QT_TRANSLATE_NOOP(_context: str, words: str) -> str:
    """Mark words for the translator's tool, which looks for this name; they are translated when shown."""
    return words


# What a suggester calls its reason -> a sentence about the words that it found: {cue} or the evidence.
_REASONS = {
    "marks": QT_TRANSLATE_NOOP("Suggestions", "It stands in quotation marks"),
    "dash": QT_TRANSLATE_NOOP("Suggestions", "A dash opens it, as in a dialogue"),
    "after": QT_TRANSLATE_NOOP("Suggestions", "{words} follows it"),
    "colon": QT_TRANSLATE_NOOP("Suggestions", "{words} and a colon lead to it"),
    "that": QT_TRANSLATE_NOOP("Suggestions", "{words} reports it"),
    "clause": QT_TRANSLATE_NOOP("Suggestions", "{words} reports it"),
    "object": QT_TRANSLATE_NOOP("Suggestions", "{words} reports it"),
    "noun": QT_TRANSLATE_NOOP("Suggestions", "{words} announces it"),
    "source": QT_TRANSLATE_NOOP("Suggestions", "{words} names who says so"),
    "mood": QT_TRANSLATE_NOOP("Suggestions", "The form of its verb says that it is reported"),
    "summary": QT_TRANSLATE_NOOP("Suggestions", "{words} tells what was said"),
    "denies": QT_TRANSLATE_NOOP("Suggestions", "{words} denies something"),
    "contradicts": QT_TRANSLATE_NOOP("Suggestions", "{words} says that something is not so"),
    "dismisses": QT_TRANSLATE_NOOP("Suggestions", "{words} dismisses something"),
    "corrects": QT_TRANSLATE_NOOP("Suggestions", "{words} corrects something"),
    "not denied": QT_TRANSLATE_NOOP("Suggestions", "{words} leaves it standing"),
    "claimed": QT_TRANSLATE_NOOP("Suggestions", "{words} says that somebody claims it"),
    "hedged": QT_TRANSLATE_NOOP("Suggestions", "{words} says that it is not certain"),
    "reported fact": QT_TRANSLATE_NOOP("Suggestions", "It is reported and could be checked: {words}"),
    LEARNED: QT_TRANSLATE_NOOP("Suggestions", "As decided in this project before: {words}"),
}
_BY_EVIDENCE = frozenset({"denies", "contradicts", "dismisses", "corrects", "hedged", "reported fact", LEARNED})


def reason_words(suggestion: Suggestion, text: str) -> str:
    """What in the text speaks for it, one or two short sentences in one line."""
    parts = [_reason(suggestion, text)]
    if suggestion.source:
        parts.append(_tr("source: {words}").format(words=_quoted([suggestion.source], text)))
    return " · ".join(part for part in parts if part)


def proposer_words(suggestion: Suggestion) -> str:
    """Who proposes it and how sure that is: “by cue words · 70 % sure”."""
    who = _tr("learned here") if suggestion.suggester == LEARNED else _tr("by cue words")
    if suggestion.confidence >= 1:
        return who
    return f"{who} · " + _tr("{percent} % sure").format(percent=round(100 * suggestion.confidence))


def _reason(suggestion: Suggestion, text: str) -> str:
    words = _tr(_REASONS.get(suggestion.reason, ""))
    if "{words}" not in words and words:
        return words
    cue = [suggestion.cue] if suggestion.cue else []
    shown = list(suggestion.evidence) if suggestion.reason in _BY_EVIDENCE and suggestion.evidence else cue
    named = _quoted(shown or [one for one in suggestion.evidence if one not in suggestion.segments], text)
    if not named:
        return _tr(_REASONS["marks"]) if suggestion.evidence else ""
    return words.format(words=named) if words else _tr("{words} speaks for it").format(words=named)


def _quoted(spans: list[Span], text: str) -> str:
    # Each held apart from the sentence around it, which may run the other way.
    found = dict.fromkeys(one_line(text[start:end], _LONGEST) for start, end in spans)
    return ", ".join(f"“\u2068{words}\u2069”" for words in list(found)[:_MOST_WORDS] if words)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Suggestions", words) if words else ""
