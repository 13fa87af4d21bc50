"""How a label set would look: a passage of text with its labels, and the fields of the label that is chosen."""

from datetime import UTC, datetime
from itertools import cycle, islice

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from annotator.core.identity import new_id
from annotator.core.records import AnnotationRecord, DocumentRecord
from annotator.core.schema import LabelSet
from annotator.core.spans import Span
from annotator.ui.inspector.described import Described
from annotator.ui.inspector.form import AttributeForm
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.reader.article_view import ArticleView
from annotator.ui.reader_look import reader_theme
from annotator.ui.theme import Theme

_HEIGHT = 250
_ZOOM = 75  # per cent
_WORDS_EACH = 3


class Preview(QWidget):
    """It looks as the window would, and changes nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ArticleView(self)
        self.text.set_theme(reader_theme(theme))
        self.text.set_zoom(_ZOOM)
        self.text.setFixedHeight(_HEIGHT)
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.text.setAccessibleName(self.tr("How the labels look"))
        self.form = AttributeForm(self)
        self.words = QuietLabel("", self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)  # titles are anybody's words
        area = QScrollArea(self)
        area.setWidget(self.form)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        column.addWidget(self.words)
        column.addWidget(area, 1)

    def show_set(self, label_set: LabelSet, label_key: str) -> None:
        """Show a set, and the fields of one of its labels; the first where there is none of this key."""
        offered = [label for label in label_set.offered if label.key == label_key] or [*label_set.offered[:1]]
        self.text.set_labels(label_set)
        sample = self.tr(
            "Words in a row show how each of the labels looks where it lies on a text that somebody reads from the "
            "beginning to the end, line by line, in the course of a long day."
        )
        self.text.show_document(_sample(sample, label_set))
        self.form.set_labels(label_set)
        if offered:
            self.form.show_described([Described(_annotation(offered[0].key, Span(0, 1)))])
            words = self.tr("What is asked of “{label}”:") if label_set.attributes_of(offered[0].key) else ""
            self.words.setText(words.format(label=offered[0].title))


def _annotation(label: str, span: Span) -> AnnotationRecord:
    return AnnotationRecord(new_id(), new_id(), label, (span,), "", "", "manual", datetime.now(UTC))


def _sample(text: str, label_set: LabelSet) -> DocumentRecord:
    """A text in which each label lies on a few words in turn, with as many between."""
    starts = [0, *(at + 1 for at, character in enumerate(text) if character == " ")]
    spans = [Span(starts[at], starts[at + _WORDS_EACH] - 1) for at in range(0, len(starts) - _WORDS_EACH, _WORDS_EACH)]
    labels = islice(cycle(label_set.offered), len(spans[::2])) if label_set.offered else ()
    annotations = tuple(_annotation(label.key, span) for label, span in zip(labels, spans[::2], strict=False))
    return DocumentRecord(
        new_id(), "", "", "", "", "", "en", 1.0, False, text, "", "", "utf-8", "", datetime.now(UTC),
        (), [Span(0, len(text))], (), annotations,
    )  # fmt: skip
