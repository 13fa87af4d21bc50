"""What the reader says in words: tool tips, and sentences for a screen reader."""

from html import escape

from PySide6.QtCore import QCoreApplication

from annotator.core.quotation_check import WORDS
from annotator.core.records import AnnotationRecord, DoubtKind, Progress, SentenceState
from annotator.core.schema import Label
from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion
from annotator.ui.reader.opened import OpenDocument
from annotator.ui.reader.ties import Tie
from annotator.ui.reader.visible_marks import describe

_LINKED_WORDS = 120  # characters of what is linked that are spoken


def tool_tip(opened: OpenDocument, labels: dict[str, Label], position: int) -> str:
    """What there is to say about the character at a position, as rich text; empty when there is nothing."""
    parts = [_annotation_tip(annotation, labels) for annotation in opened.annotations_at(position)]
    here = opened.suggested.on(Span(position, position + 1), opened.index)
    parts.extend(escape(suggested(one, labels)) for one in here)
    # A mark is thin and its ring is not: beside it the pointer is on it too.
    beside = Span(max(0, position - 1), position + 2)
    parts.extend(escape(doubt_words(doubt.kind)) for doubt in opened.quoted.doubts_on(beside))
    name = describe(opened.text[position])
    if name:
        parts.append(escape(name))
    if opened.furniture_on(Span(position, position + 1)):
        parts.append(escape(not_article_text()))
    return "<br>".join(parts)


def describe_sentence(opened: OpenDocument, labels: dict[str, Label], index: int) -> str:
    """What is said of a sentence besides its text: labels or state, its number, suggestions, marks that look wrong,
    and how many comments there are.
    """
    names = [_title(annotation, labels) for annotation in opened.annotations_in(index)]
    said = ", ".join(names) if names else _state(opened.states[index])
    count = len(opened.selection.sentences)
    words = _tr("{state}. Sentence {number} of {count}").format(state=said, number=index + 1, count=count)
    proposed = dict.fromkeys(suggested(one, labels) for one in opened.suggestions_in(index))
    doubts = dict.fromkeys(doubt_words(doubt.kind) for doubt in opened.doubts_in(index))
    return ". ".join([words, *proposed, *([" ".join(doubts)] if doubts else ()), *_talk(opened, index)])


def _talk(opened: OpenDocument, index: int) -> list[str]:
    number = opened.talk.number_on(Span(*opened.selection.sentences[index]))
    return [_tr("1 comment") if number == 1 else _tr("{n} comments").format(n=number)] if number else []


def describe_progress(progress: Progress) -> str:
    """How far the reading is."""
    return _tr("{decided} of {count} read").format(decided=progress.decided, count=progress.sentences)


def added(annotation: AnnotationRecord, labels: dict[str, Label]) -> str:
    """An annotation was put on."""
    return _tr("{label} added").format(label=_title(annotation, labels))


def removed(annotation: AnnotationRecord, labels: dict[str, Label]) -> str:
    """An annotation was taken off."""
    return _tr("{label} removed").format(label=_title(annotation, labels))


def suggested(suggestion: Suggestion, labels: dict[str, Label]) -> str:
    """A label is suggested."""
    label = labels.get(suggestion.label)
    return _tr("Suggested: {label}").format(label=label.title if label else suggestion.label)


def tied(tie: Tie, text: str) -> str:
    """What an annotation is linked to, and how."""
    if tie.other is None:
        return _tr("{link}: in another article").format(link=tie.words)
    start, end = tie.other.extent
    shown = text[start : min(end, start + _LINKED_WORDS)]
    return _tr("{link}: “{words}”").format(link=tie.words, words=" ".join(shown.split()))


def marked(nothing: bool) -> str:
    """A sentence was marked as read with nothing to tag, or is no more."""
    return _tr("nothing here") if nothing else _tr("unread again")


def doubt_words(kind: DoubtKind) -> str:
    """What looks wrong about a quotation mark."""
    return _tr(WORDS[kind])


def not_article_text() -> str:
    """The word for furniture."""
    return _tr("not article text")


def _annotation_tip(annotation: AnnotationRecord, labels: dict[str, Label]) -> str:
    words = f"<b>{escape(_title(annotation, labels))}</b> · {escape(annotation.annotator)}"
    return f"{words}<br>{escape(annotation.note)}" if annotation.note else words


def _title(annotation: AnnotationRecord, labels: dict[str, Label]) -> str:
    label = labels.get(annotation.label)
    return label.title if label else annotation.label


def _state(state: SentenceState) -> str:
    return {
        SentenceState.UNDECIDED: _tr("undecided"),
        SentenceState.NOTHING: _tr("nothing to tag"),
        SentenceState.TAGGED: _tr("tagged"),
        SentenceState.FURNITURE: not_article_text(),
    }[state]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Reader", words)
