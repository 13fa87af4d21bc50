"""What is done to the open article: tags, notes, "nothing here", furniture, sentences, language."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from annotator.core.language import UNKNOWN
from annotator.core.records import DocumentRecord, SentenceState
from annotator.core.spans import Span, trim
from annotator.errors import AnnotatorError
from annotator.operations import annotations, documents, history, sentences, suggestions
from annotator.ui.lines import isolated_language

if TYPE_CHECKING:
    from annotator.ui.session import Session


class Tagging(QObject):
    """Turns what is selected in the reader into edits. Nothing here repaints: the change does."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._reader, self._inspector = session.window.reader, session.window.inspector
        self._last_label = ""
        self._held_is_used = False

    def tag(self, label: str) -> None:
        """Put a label on what is selected; the same label again takes it off. What is just suggested is accepted."""
        document, segments = self._session.reading.document, self._reader.selected_segments()
        if document is None or not segments:
            return
        self._last_label = label
        self._reader.show_selection()
        workspace, who = self._session.workspace, self._session.annotator_id
        origin, proposed = self._session.suggesting.origin(segments), self._session.suggesting.match(label, segments)
        if proposed:
            self._session.attempt(lambda: suggestions.accept(workspace, document.id, proposed, who))
        else:
            self._session.attempt(
                lambda: annotations.toggle_label(workspace, document.id, segments, label, who, origin)
            )
        self._held_is_used = len(segments) > 1
        self.show_current()

    def repeat(self) -> None:
        """Put the label of the last time on what is selected; where it is already, nothing happens."""
        segments = self._reader.selected_segments()
        there = (one.label == self._last_label and one.segments == segments for one in self._reader.annotations())
        if self._last_label and not any(there):
            self.tag(self._last_label)

    def move_on(self) -> None:
        """The focus has moved: segments that have been tagged are not held for the next sentence."""
        if self._held_is_used:
            self._held_is_used = False
            self._reader.drop_held()

    def nothing_then_next(self) -> None:
        """Mark what is undecided in the selection as read, and go on to the next undecided sentence.

        A sentence that has been scrolled out of view is only shown: nobody meant to pass it unseen.
        """
        document = self._session.reading.document
        if document is None or not self._reader.show_selection():
            return
        spans = [self._seen(index) for index in self._selected_sentences() if self._undecided(index)]
        workspace, who = self._session.workspace, self._session.annotator_id
        if spans and not self._session.attempt(lambda: annotations.mark_nothing(workspace, document.id, spans, who)):
            return
        self.next_undecided()

    def next_undecided(self) -> None:
        """Go on to the next undecided sentence; say so when none is left."""
        if not self._reader.focus_next_undecided():
            self._session.window.strip.set_state(self.tr("Every sentence is read · Alt+Down opens the next article"))

    def write_note(self) -> None:
        """To the note of the annotation that is shown; where there is none, say what a note needs.

        Then the keys go nowhere until Escape: words typed as a note must not run as commands.
        """
        self._session.refresh_now()
        self._session.window.inspector.show()
        if self._reader.current_annotation():
            self._inspector.focus_note()
        else:
            self._inspector.setFocus()
            words = self.tr("A note belongs to a tag: go back with Escape and tag the sentence first.")
            self._session.window.strip.set_state(words)

    def remove(self) -> None:
        """Take off the annotation that is shown, or else the "nothing here" of what is selected."""
        self._reader.show_selection()
        if current := self._reader.current_annotation():
            self.remove_annotation(current.id)
            return
        document, segments = self._session.reading.document, self._reader.selected_segments()
        if document and segments:
            workspace, who = self._session.workspace, self._session.annotator_id
            self._session.attempt(lambda: annotations.clear_nothing(workspace, document.id, segments, who))

    def remove_annotation(self, annotation_id: UUID) -> None:
        """Take one annotation off."""
        workspace, who = self._session.workspace, self._session.annotator_id
        self._session.attempt(lambda: annotations.remove_annotations(workspace, [annotation_id], who))
        self.show_current()

    def change_label(self, label: str) -> None:
        """Give the annotation that is shown another label."""
        if current := self._reader.current_annotation():
            workspace, who = self._session.workspace, self._session.annotator_id
            self._session.attempt(lambda: annotations.set_label(workspace, current.id, label, who))

    def set_note(self, annotation_id: UUID, note: str) -> None:
        """Write a note; one that cannot be kept stays in its field."""
        workspace, who = self._session.workspace, self._session.annotator_id
        if not self._session.attempt(lambda: annotations.set_note(workspace, annotation_id, note, who)):
            self._inspector.keep_draft(annotation_id, note)

    def toggle_furniture(self) -> None:
        """Turn what is selected into "not article text", or back."""
        self._reader.show_selection()
        document, segments = self._session.reading.document, self._reader.selected_segments()
        if document and segments:
            extent = Span(segments[0].start_char, segments[-1].end_char)
            workspace, who = self._session.workspace, self._session.annotator_id
            self._session.attempt(lambda: documents.toggle_furniture(workspace, document.id, extent, who))

    def split_sentence(self) -> None:
        """Start a new sentence where the selection begins; where it ends when it begins a sentence."""
        self._reader.show_selection()
        document, segments = self._session.reading.document, self._reader.selected_segments()
        if document is None or not segments:
            return
        start = segments[0].start_char
        starts = {self._seen(index).start_char for index in self._selected_sentences()}
        position = segments[-1].end_char if start in starts else start
        workspace, who = self._session.workspace, self._session.annotator_id
        self._session.attempt(lambda: sentences.split_sentence(workspace, document.id, position, who))

    def join_sentence(self) -> None:
        """Join the focused sentence with the one after it."""
        self._reader.show_selection()
        document, index = self._session.reading.document, self._reader.focused_sentence()
        if document and index >= 0:
            position = document.sentences[index].start_char
            workspace, who = self._session.workspace, self._session.annotator_id
            self._session.attempt(lambda: sentences.join_sentence(workspace, document.id, position, who))

    def set_language(self, language: str) -> None:
        """Say which language the article is in."""
        if document := self._session.reading.document:
            workspace, who = self._session.workspace, self._session.annotator_id
            self._session.attempt(lambda: documents.set_language(workspace, document.id, language, who))

    def detect_language(self) -> None:
        """Find out again which language the article is in; off the window's thread, profiles may have to be loaded."""
        if document := self._session.reading.document:
            workspace, who, tasks = self._session.workspace, self._session.annotator_id, self._session.tasks

            def detect(*_: object) -> DocumentRecord:
                documents.set_language(workspace, document.id, None, who)
                return documents.read_document(workspace, document.id)

            task = tasks.make(detect)
            task.finished.connect(lambda found: self._tell_language(document, found))
            task.failed.connect(self._session.tell)
            tasks.start(task, short=True)

    def show_current(self) -> None:
        """Let the inspector show, in a moment, the annotation that is meant now."""
        self._session.refresh_soon()

    def reveal(self, annotation_id: UUID) -> None:
        """Show an annotation in the text."""
        self._reader.focus_annotation(annotation_id)

    def show_history(self, annotation_id: UUID) -> None:
        """What happened to an annotation."""
        try:
            self._inspector.set_history(history.history_of_annotation(self._session.workspace, annotation_id))
        except AnnotatorError as error:
            self._session.tell(error)

    def _tell_language(self, before: DocumentRecord, found: DocumentRecord) -> None:
        here = self._session.reading.document
        if here is None or here.id != found.id:
            return
        if found.language == UNKNOWN:
            words = self.tr("The program cannot tell the language of this article")
        elif (found.language, found.also_in) == (before.language, before.also_in):
            words = self.tr("Detected again: {language}, as before")
        else:
            words = self.tr("Detected again: {language} · saved")
        self._session.window.strip.set_state(words.format(language=isolated_language(found.language)))

    def _selected_sentences(self) -> list[int]:
        document, segments = self._session.reading.document, self._reader.selected_segments()
        focus = self._reader.focused_sentence()
        if document is None or focus < 0:
            return []
        last = max((segment.end_char for segment in segments), default=0)
        first = min((segment.start_char for segment in segments), default=0)
        while focus > 0 and document.sentences[focus].start_char > first:
            focus -= 1
        found = [focus] if focus < len(document.sentences) else []
        while found and found[-1] + 1 < len(document.sentences) and document.sentences[found[-1]].end_char < last:
            found.append(found[-1] + 1)
        return found

    def _seen(self, index: int) -> Span:
        document = self._session.reading.document
        return trim(document.text, document.sentences[index]) if document else Span(0, 0)

    def _undecided(self, index: int) -> bool:
        return self._reader.sentence_state(index) is SentenceState.UNDECIDED
