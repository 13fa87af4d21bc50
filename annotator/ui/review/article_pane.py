"""The article under review: the annotations of one reading on it, each with the sign of where it stands."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from annotator.core.spans import Span
from annotator.operations.under_review import ReviewedReading
from annotator.ui.lines import printed_time
from annotator.ui.passages.reading_pane import ReadingPane
from annotator.ui.passages.shown_span import ShownSpan
from annotator.ui.review.words import SIGNS, standing_words

_TURNING = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_TURNED = 0.9  # of the view, so that one finds the place again


class ArticlePane(ReadingPane):
    """Leaves all keys but those that turn pages to the page it is on. The space bar turns, too."""

    def show_reading(self, reading: ReviewedReading) -> None:
        """Show the article from its top."""
        document = reading.document
        byline = " · ".join(filter(None, (document.outlet, document.byline, printed_time(document.published))))
        self.show_text(
            document.text,
            _spans(reading),
            document.language,
            title=document.title,
            byline=byline,
            sentences=document.sentences,
            furniture=[Span(start, end) for start, end, _ in document.furniture],
        )
        self.setAccessibleName(document.title)

    def show_standings(self, reading: ReviewedReading) -> None:
        """Show the annotations of the same article as they stand now."""
        self.set_spans(_spans(reading))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Space:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            bar.setValue(bar.value() + round(bar.pageStep() * (-_TURNED if back else _TURNED)))
        elif event.key() in _TURNING:
            super().keyPressEvent(event)
        else:
            event.ignore()


def _spans(reading: ReviewedReading) -> list[ShownSpan]:
    """What was corrected is struck, and what was put in its place has the sign."""
    labels = {label.key: label for label in reading.label_set.labels}
    spans = []
    for one in reading.annotations:
        record, standing = one.annotation, one.judged.standing
        label = labels.get(record.label)
        tip = f"{label.title if label else record.label}: {standing_words(standing)}"
        replaced = one.correction is not None
        mark = "" if replaced else SIGNS[standing]
        spans.append(ShownSpan(record.id, record.segments, label, mark, struck=replaced, tip=tip))
        if one.correction:
            instead = labels.get(one.correction.label)
            spans.append(ShownSpan(one.correction.id, one.correction.segments, instead, SIGNS[standing], tip=tip))
    return spans
