"""The article that is open: fetched, shown, and repainted where it has changed."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from annotator.core.discretion import discreet
from annotator.core.progress import sentence_at
from annotator.core.records import AnnotationRecord, DocumentRecord, DocumentSummary, Progress
from annotator.core.spans import Span
from annotator.errors import AnnotatorError, NotFound
from annotator.operations import annotations, documents
from annotator.operations.review_states import replaced_in
from annotator.operations.sources import mask_of
from annotator.store.workspace import Change
from annotator.ui import glyphs
from annotator.ui.banner import Kind, Notice
from annotator.ui.lines import printed_time

if TYPE_CHECKING:
    from annotator.ui.session import Session

_PLACES_REMEMBERED = 500
_LETTERS = "letters"


class Reading(QObject):
    """Keeps the reader, the header and the inspector on one article. `document` is as it was last read."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session, self._window = session, session.window
        self.document: DocumentRecord | None = None
        self._places: dict[UUID, int] = {}  # in code points: sentences can be cut anew
        self._to_follow: dict[UUID, AnnotationRecord | None] = {}
        self._is_new = False
        self.touched_at: int | None = None

    def open_document(self, document_id: UUID) -> None:
        """Show an article, where it was left."""
        self._window.inspector.commit_note()
        try:
            document = documents.read_document(self._session.workspace, document_id)
        except AnnotatorError as error:
            self._session.tell(error)
            return
        self.show(document)
        self._window.focus_reader()

    def open_first(self, summaries: list[DocumentSummary]) -> None:
        """The article of the last time, else the newest."""
        last = self._window.choices.settings.last_document
        ids = [summary.id for summary in summaries]
        chosen = next((one for one in ids if str(one) == last), ids[0] if ids else None)
        if chosen and str(chosen) == last:
            self._places[chosen] = self._window.choices.settings.last_place
        if chosen:
            self.open_document(chosen)
        else:
            self.show(None)

    def show(self, document: DocumentRecord | None) -> None:
        """Show this article, or that there is none: the page at once, the rest of the window after it."""
        self.document = document
        self._is_new = True
        self._to_follow.clear()
        window = self._window
        title = document.title if document else None
        window.show_reader(title)
        place = self._place() if document else -1
        window.reader.show_document(document, _byline(document) if document else "", place)
        self._show_replaced()
        window.reader.viewport().repaint()
        self.name_window()
        window.library.set_current(document.id if document else None)
        if document:
            window.document_bar.show_document(document, writable=self._session.writable)
        self.tell_place(window.reader.focused_sentence())
        self._session.refresh_soon()

    def name_window(self) -> None:
        """Give the window its title, which whoever passes by can read: without the names of protected sources."""
        title = mask_of(self._session.workspace).title(self.document) if self.document else ""
        self._window.set_titles(title, discreet(self._session.name))

    def follow(self) -> None:
        """Let the inspector and the check of quotation marks follow the page: what is on it and meant now."""
        if self._is_new:
            self._is_new = False
            self._follow_to_article()
        for annotation_id, record in self._to_follow.items():
            if record:
                self._window.inspector.put_annotation(record, self.exact_text(record))
            else:
                self._window.inspector.drop_annotation(annotation_id)
        self._to_follow.clear()
        self.show_current()
        self._session.quoting.follow()

    def _follow_to_article(self) -> None:
        self._to_follow.clear()
        self._window.inspector.set_annotations(
            [(one, self.exact_text(one)) for one in self._window.reader.annotations()]
        )
        if self.document:
            self._window.choices.choose(last_document=str(self.document.id))
            self._tell_missing_letters(self.document.text)

    def _tell_missing_letters(self, text: str) -> None:
        package = glyphs.package_for(text, self._window.reader.typography.body)
        if not package:
            self._window.banner.clear(_LETTERS)
            return
        words = self.tr(
            "This system has no typeface for some letters of this article; they show as boxes or not at all. "
            "One that draws them, on Debian and Ubuntu: apt-get install {package}"
        )
        self._window.banner.say(Notice(_LETTERS, words.format(package=package), Kind.WARNING))

    def show_current(self) -> None:
        """Show the annotation that is meant now in the inspector."""
        current = self._window.reader.current_annotation()
        self._window.inspector.show_annotation(current, self.exact_text(current) if current else "")

    def keep_place(self) -> None:
        """Remember for the next start where the article is left."""
        if self.document:
            self._window.choices.choose(last_place=self._places.get(self.document.id, 0))

    def repaint(self, change: Change) -> None:
        """Show what a change did to the open article, and no more."""
        document = self.document
        if document is None or document.id not in change.document_ids:
            return
        if "document" in change.tables or "sentence_break" in change.tables:
            self._reread(document.id)
        if self.document and "mark" in change.tables:
            self._repaint_marks(document.id)
        if "verdict" in change.tables or "submission" in change.tables:
            self._show_replaced()
        if self.document and "annotation" in change.tables:
            self._repaint_annotations(document.id, [row for table, row in change.rows if table == "annotation"])

    def see_anew(self) -> None:
        """Show of the open article what may be seen of it now: more than before, or less."""
        if self.document is None:
            return
        try:
            self.document = document = documents.read_document(self._session.workspace, self.document.id)
        except AnnotatorError as error:
            self._session.tell(error)
            return
        reader = self._window.reader
        gone = {one.id for one in reader.annotations()} - {one.id for one in document.annotations}
        reader.put_annotations(document.annotations)
        reader.drop_annotations(gone)
        reader.put_marks(document.marks)
        self._is_new = True  # the inspector follows
        self._session.refresh_soon()

    def go_to_touched(self) -> None:
        """Have in view what an undo or redo has changed."""
        if self.touched_at is not None:
            self._window.reader.focus_sentence(self._window.reader.sentence_at(self.touched_at))

    def exact_text(self, record: AnnotationRecord) -> str:
        """The words of an annotation's segments."""
        text = self.document.text if self.document else ""
        return " … ".join(text[start:end] for start, end in record.segments)

    def tell_place(self, index: int) -> None:
        """The focus is on this sentence."""
        if self.document and index != self._place():
            self._places[self.document.id] = self.document.sentences[index].start_char
            if len(self._places) > _PLACES_REMEMBERED:
                self._places.pop(next(iter(self._places)))
        self._window.document_bar.show_place(index, len(self.document.sentences) if self.document else 0)

    def progress(self) -> Progress | None:
        """How far the open article is read, from what the reader shows."""
        return self._window.reader.progress() if self.document else None

    def _place(self) -> int:
        """The sentence on which the article was left, however it is cut by now; -1 where it never was."""
        if self.document is None or self.document.id not in self._places:
            return -1
        return sentence_at(self.document.sentences, self._places[self.document.id])

    def _repaint_annotations(self, document_id: UUID, ids: list[UUID]) -> None:
        read = annotations.read_annotations(self._session.workspace, ids)
        found = [record for record in read if record.document_id == document_id]
        gone = set(ids) - {record.id for record in found}
        before = [self._window.reader.annotation(annotation_id) for annotation_id in gone]
        self._touched(record.extent.start_char for record in (*found, *before) if record)
        self._window.reader.put_annotations(found)
        self._window.reader.drop_annotations(gone)
        self._window.reader.paint_now()  # the rest of the window follows
        self._to_follow.update({record.id: record for record in found})
        self._to_follow.update(dict.fromkeys(gone))

    def _repaint_marks(self, document_id: UUID) -> None:
        marks = annotations.read_marks(self._session.workspace, document_id)
        if self.document:
            self._touched(mark.start_char for mark in {*marks} ^ {*self.document.marks})
            self.document = replace(self.document, marks=tuple(marks))
        self._window.reader.put_marks(marks)

    def _show_replaced(self) -> None:
        """Strike through what a reviewer has put something else in the place of."""
        opened = self._window.reader.opened
        if self.document is None or opened is None:
            return
        replaced = replaced_in(self._session.workspace, self.document.id)
        if replaced != opened.replaced:
            opened.replaced = replaced
            self._window.reader.viewport().update()

    def _touched(self, places: Iterable[int]) -> None:
        self.touched_at = min(places, default=self.touched_at)

    def _reread(self, document_id: UUID) -> None:
        """The language, furniture or sentences are other than they were; the text never is."""
        former = self.document
        try:
            self.document = documents.read_document(self._session.workspace, document_id)
        except NotFound:
            self.show(None)
            return
        window = self._window
        window.reader.set_sentences(self.document.sentences)
        if window.reader.focused_sentence() != self._place() >= 0:
            window.reader.focus_sentence(self._place())  # a place in a sentence that had been joined for a while
        window.reader.set_furniture(self.document.furniture)
        window.reader.set_byline(_byline(self.document))
        if former:
            pieces = {*former.sentences} ^ {*self.document.sentences}
            pieces |= {Span(*one[:2]) for one in {*former.furniture} ^ {*self.document.furniture}}
            self._touched(piece.start_char for piece in pieces)
        window.document_bar.show_document(self.document, writable=self._session.writable)
        self.tell_place(window.reader.focused_sentence())


def _byline(document: DocumentRecord) -> str:
    return " · ".join(part for part in (document.outlet, document.byline, printed_time(document.published)) if part)
