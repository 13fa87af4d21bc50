"""What is said of annotations beside their label: attributes and sources, of one or of several at once."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject

from annotator.core.records import AnnotationRecord, DocumentRecord, SourceRecord
from annotator.core.schema import LabelSet, Severity
from annotator.core.validation import problems
from annotator.errors import AnnotatorError
from annotator.operations import annotations, describing, relations, sources
from annotator.operations.describing import Ties
from annotator.operations.label_sets import project_labels
from annotator.store.workspace import Change
from annotator.ui.command import CONTEXT, MENUS
from annotator.ui.inspector.described import Described
from annotator.ui.inspector.mnemonics import letters_of
from annotator.ui.lines import quoted_line
from annotator.ui.reader.accessibility import announce
from annotator.ui.source_finding import ProjectSources

if TYPE_CHECKING:
    from annotator.ui.session import Session

_SHOWN = 60
_TIED = frozenset({"relation", "source", "project"})


class Describing(QObject):
    """Gives the inspector what it shows of an annotation, and turns what is chosen there into edits.

    Attributes: `checked` is the article whose hard problems are shown, too, because it has been checked.
    """

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._inspector, self._form = session.window.inspector, session.window.inspector.card.form
        self.checked: UUID | None = None
        self._known: tuple[UUID, Ties] | None = None
        self._sources = ProjectSources(session.workspace, self._about)
        self._inspector.set_description_source(self.describe)
        self._inspector.set_name_source(self.name_of)
        self._form.set_taken_letters(letters_of([QCoreApplication.translate(CONTEXT, title) for title in MENUS]))
        self._form.set_source_finder(self._sources)
        self._connections = [
            self._form.changed.connect(self._set_attributes),
            self._form.sources_changed.connect(self._set_sources),
            self._form.source_wanted.connect(self._name_new_source),
        ]

    def describe(self, record: AnnotationRecord) -> Described:
        """An annotation of the open article with its sources, and with what is to be told of it now."""
        document = self._document()
        if document is None or record.document_id != document.id:
            return Described(record)
        ties, label_set = self._ties(document.id), self._labels()
        named: dict[str, tuple[SourceRecord, ...]] = {}
        known = {source.id: source for source in ties.sources}
        for link in ties.relations:
            if link.from_id == record.id and link.source_id in known:
                named[link.kind] = (*named.get(link.kind, ()), known[link.source_id])
        found = problems(label_set, record, document) if label_set else []
        told = [one for one in found if one.severity is not Severity.HARD or self.checked == document.id]
        own = self._session.identifying.is_own(record.annotator)
        return Described(record, named, tuple(told), own, self._session.standing.returned_words(record.id))

    def name_of(self, key: UUID) -> str:
        """How a source, or another annotation, is called in a sentence; "" for what is gone."""
        try:
            for source in sources.read_sources(self._session.workspace, [key]):
                return f"“{self._sources.name_of(source)}”"
            for record in annotations.read_annotations(self._session.workspace, [key]):
                text = self._session.reading.document.text if self._session.reading.document else ""
                here = self._session.window.reader.annotation(key) is not None
                words = " … ".join(text[start:end] for start, end in record.segments)
                return quoted_line(words, _SHOWN) if here else ""
        except AnnotatorError as error:
            self._session.tell(error)
        return ""

    def focus_source(self) -> None:
        """To the field that names the source of the annotation in focus; where there is none, say why."""
        self._session.refresh_now()
        label_set, record = self._labels(), self._session.window.reader.current_annotation()
        shown = [one.record for one in self._form.shown] or ([record] if record else [])
        if not shown or label_set is None:
            self._say(self.tr("A source belongs to a tag: tag the sentence first."))
            return
        attribute = label_set.source_of(shown[0].label)
        self._inspector.show()
        if attribute is None or not self._inspector.focus_field(attribute.key):
            several = self.tr("Not all of the chosen annotations can name a source; Esc lets them go.")
            self._say(several if len(shown) > 1 else self.tr("This label names no source."))

    def toggle_chosen(self) -> None:
        """Take the annotation in focus into those that are edited together, or out of them."""
        self._session.refresh_now()
        if record := self._session.window.reader.current_annotation():
            self._inspector.toggle_chosen(record.id)
            count = len(self._inspector.chosen)
            one = self.tr("1 annotation is chosen · Tab leads to its fields, M adds another")
            many = self.tr("{n} annotations are chosen · what you change changes in all of them")
            if count > 1 and self._form.is_empty:
                many = self.tr("{n} annotations are chosen · their labels have no field in common")
            self._say((one if count == 1 else many).format(n=count) if count else self.tr("No annotation is chosen"))
        else:
            self._say(self.tr("Only tags can be chosen: there is none on this sentence."))

    def let_go(self) -> None:
        """Back to what is usual: no annotations chosen together, else nothing but the whole sentence selected."""
        if self._inspector.chosen:
            self._inspector.choose(())
            self._say(self.tr("No annotation is chosen"))
        else:
            self._session.window.reader.clear_selection()

    def show_checked(self, document_id: UUID | None) -> None:
        """From now on show the hard problems of this article, too."""
        self.checked = document_id
        self._inspector.describe_anew()

    def take(self, change: Change) -> None:
        """What was known may be so no more."""
        if not change.tables.isdisjoint(_TIED):
            self._known = None
            self._sources.forget()

    def close(self) -> None:
        """Let go of the inspector."""
        for connection in self._connections:
            QObject.disconnect(connection)
        self._inspector.choose(())
        self._inspector.set_description_source(None)
        self._inspector.set_name_source(None)
        self._form.set_source_finder(None)

    def _set_attributes(self, ids: Sequence[UUID], changes: dict[str, Any]) -> None:
        workspace, who = self._session.workspace, self._session.annotator_id
        if not self._session.attempt(lambda: annotations.set_attributes(workspace, ids, changes, who)):
            self._inspector.describe_anew()
            self._form.keep_draft(tuple(ids), changes)

    def _set_sources(self, ids: Sequence[UUID], kind: str, source_ids: Sequence[UUID]) -> None:
        workspace, who = self._session.workspace, self._session.annotator_id
        self._session.attempt(lambda: relations.set_sources(workspace, ids, kind, source_ids, who))
        self._show_anew()

    def _name_new_source(self, ids: Sequence[UUID], kind: str, name: str) -> None:
        workspace, who = self._session.workspace, self._session.annotator_id
        self._session.attempt(lambda: describing.name_new_source(workspace, ids, kind, name, who))
        self._show_anew()

    def _show_anew(self) -> None:
        """At once: a key may already be on its way that depends on what the field shows."""
        self._inspector.describe_anew()

    def _document(self) -> DocumentRecord | None:
        """The open article with the annotations and links that it has now."""
        document = self._session.reading.document
        if document is None:
            return None
        there = tuple(self._session.window.reader.annotations())
        return replace(document, annotations=there, relations=self._ties(document.id).relations)

    def _ties(self, document_id: UUID) -> Ties:
        if self._known is None or self._known[0] != document_id:
            try:
                self._known = document_id, describing.read_ties(self._session.workspace, document_id)
            except AnnotatorError as error:
                self._session.tell(error)
                return Ties()
        return self._known[1]

    def _about(self) -> tuple[DocumentRecord | None, Sequence[AnnotationRecord], Ties]:
        document = self._session.reading.document
        ties = self._ties(document.id) if document else Ties()
        return document, [one.record for one in self._form.shown], ties

    def _labels(self) -> LabelSet | None:
        try:
            return project_labels(self._session.workspace)
        except AnnotatorError as error:
            self._session.tell(error)
            return None

    def _say(self, words: str) -> None:
        self._session.window.strip.say_here(words)
        announce(self._session.window.reader, words)
