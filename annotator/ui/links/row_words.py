"""Annotations at the ends of links as rows: which words, and how it is told where they stand."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.core.records import AnnotationRecord, DocumentSummary
from annotator.core.schema import Label
from annotator.operations.links import FoundAnnotation, LinkEnd
from annotator.ui.lines import number, one_line, quoted_line
from annotator.ui.links.rows import Row

if TYPE_CHECKING:
    from annotator.ui.session import Session

_SHOWN = 300


class LinkRows(QObject):
    """Makes rows as seen from the open article."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session

    def of_end(self, end: LinkEnd) -> Row:
        """The other end of a link: with its sentence here, with its article elsewhere."""
        here = self._session.reading.document
        elsewhere = here is None or end.article.id != here.id
        beside = self._article_words(end.article) if elsewhere else self._sentence_words(end.place.sentence)
        label, words = self._label_and_words(end.annotation, end.place.passage)
        ids = end.article.id, end.annotation.id
        return Row(*ids, label, words, beside, end.title, end.relation.id, elsewhere=elsewhere)

    def of_found(self, found: FoundAnnotation) -> Row:
        """An annotation that was found in another article."""
        label, words = self._label_and_words(found.annotation, found.place.passage)
        return Row(
            found.article.id, found.annotation.id, label, words, self._article_words(found.article), elsewhere=True
        )

    def of_here(self, record: AnnotationRecord) -> Row:
        """An annotation of the open article."""
        label, words = self._label_and_words(record, self._session.reading.exact_text(record))
        index = self._session.window.reader.sentence_at(record.extent.start_char)
        return Row(record.document_id, record.id, label, words, self._sentence_words(index))

    def _label_and_words(self, record: AnnotationRecord, passage: str) -> tuple[Label | None, str]:
        return self._session.window.reader.labels.get(record.label), quoted_line(passage, _SHOWN)

    def _article_words(self, article: DocumentSummary) -> str:
        """Title, outlet and day, and whether it is an older version."""
        day = article.published_at[:10] or article.published
        older = self.tr("older version") if article.superseded_by else ""
        parts = (one_line(article.title, 120), one_line(article.outlet, 60), day, older)
        return " · ".join(part for part in parts if part)

    def _sentence_words(self, index: int) -> str:
        return self.tr("sentence {number}").format(number=number(index + 1))
