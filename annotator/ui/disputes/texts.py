"""An article's readings, merged in one text or side by side."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from annotator.core.schema import LabelSet
from annotator.core.spans import Span
from annotator.operations.disputed_articles import DisputedArticle
from annotator.ui.disputes.columns_view import Column, ColumnsView
from annotator.ui.disputes.shown import merged_spans, spans_of
from annotator.ui.passages.reading_pane import ReadingPane
from annotator.ui.reader_look import reader_theme
from annotator.ui.theme import Theme


class DisputedTexts(QStackedWidget):
    """Two views of the same readings, of which one is shown.

    Signals:
        span_chosen: the key of a span on which somebody clicked.
    """

    span_chosen = Signal(UUID)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pane, self.columns = ReadingPane(self), ColumnsView(self)
        self._article: DisputedArticle | None = None
        self._label_set: LabelSet | None = None
        self._is_stale = False  # the columns show what was: they are only made when they are looked at
        for view in (self.pane, self.columns):
            view.span_chosen.connect(self.span_chosen)
            self.addWidget(view)

    @property
    def view(self) -> QWidget:
        """The text that is shown."""
        return self.columns if self.currentIndex() else self.pane

    def set_look(self, theme: Theme, zoom: int) -> None:
        """Draw in the colours of a theme, the letters as large as the reader's are (per cent)."""
        self.pane.set_zoom(zoom)
        self.columns.set_zoom(zoom)
        self.pane.set_theme(reader_theme(theme))
        self.columns.set_theme(reader_theme(theme))

    def show_article(self, article: DisputedArticle, label_set: LabelSet, theme_name: str) -> None:
        """Show these readings; of the same text, what is in view stays there."""
        former, self._article, self._label_set = self._article, article, label_set
        record, spans = article.record, merged_spans(article, label_set, theme_name)
        if former is not None and (former.record.id, former.record.text) == (record.id, record.text):
            self.pane.set_spans(spans)
            if not self._is_stale:
                self.columns.set_columns(self._columns())
        else:
            self.pane.show_text(
                record.text,
                spans,
                record.language,
                title=record.title,
                sentences=record.sentences,
                furniture=[Span(piece.start_char, piece.end_char) for piece in record.furniture],
            )
            self._is_stale = True
        self._refresh()

    def forget(self) -> None:
        """Show nothing."""
        self._article, self._is_stale = None, False
        self.pane.show_text("")
        self.columns.show_text("", (), (), "")

    def focus(self, span: Span | None) -> None:
        """Frame a stretch in both views, and bring it into view."""
        self.pane.focus(span, aloud=False)
        if not self._is_stale:
            self.columns.focus(span)

    def set_side_by_side(self, wanted: bool) -> None:
        """Show the readings side by side, or merged."""
        self.setCurrentIndex(1 if wanted else 0)
        self._refresh()

    def _refresh(self) -> None:
        if self._is_stale and self.currentIndex() and self._article:
            record = self._article.record
            self.columns.show_text(record.text, record.sentences, self._columns(), record.language)
            self._is_stale = False

    def _columns(self) -> list[Column]:
        article, label_set = self._article, self._label_set
        if article is None or label_set is None:
            return []
        groups = article.disputes.comparison.groups
        people = [article.people[key] for key in article.disputes.comparison.annotator_ids if key in article.people]
        return [Column(person, list(spans_of(article, person.id, label_set, groups))) for person in people]
