"""What the reader says in words: tool tips, and sentences for a screen reader."""

from html import escape

from PySide6.QtCore import QCoreApplication

from annotator.core.records import AnnotationRecord, SentenceState
from annotator.core.schema import Label
from annotator.core.spans import Span
from annotator.ui.reader.opened import OpenDocument
from annotator.ui.reader.visible_marks import describe


def tool_tip(opened: OpenDocument, labels: dict[str, Label], position: int) -> str:
    """What there is to say about the character at a position, as rich text; empty when there is nothing."""
    parts = [_annotation_tip(annotation, labels) for annotation in opened.annotations_at(position)]
    name = describe(opened.text[position])
    if name:
        parts.append(escape(name))
    if opened.furniture_on(Span(position, position + 1)):
        parts.append(escape(not_article_text()))
    return "<br>".join(parts)


def describe_focus(opened: OpenDocument, labels: dict[str, Label]) -> str:
    """The focused sentence for somebody who hears it: its number, state, labels and text."""
    focus = opened.selection.focus
    if focus < 0:
        return ""
    seen = opened.selection.sentence_span(focus)
    place = _tr("Sentence {number} of {count}").format(number=focus + 1, count=len(opened.selection.sentences))
    names = [_title(annotation, labels) for annotation in opened.annotations_in_focus()]
    said = ", ".join(names) if names else _state(opened.states[focus])
    return f"{place}, {said}. {opened.text[seen.start_char : seen.end_char]}"


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
