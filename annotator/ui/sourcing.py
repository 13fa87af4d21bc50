"""Sources in the window: their page is filled, what is changed on it is kept, and protected names stay hidden."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QMetaObject, QObject, QTimer

from annotator.core.masking import Mask
from annotator.core.records import SourceRecord
from annotator.core.source_statements import Statement, by_month
from annotator.core.sources import place_in_list
from annotator.errors import AnnotatorError, Cancelled
from annotator.operations import source_statements, sources
from annotator.operations.label_sets import project_labels
from annotator.operations.source_merging import merge_sources
from annotator.store.workspace import Change
from annotator.ui import fonts
from annotator.ui.tasks import Task

if TYPE_CHECKING:
    from annotator.ui.session import Session
    from annotator.ui.sources.source_model import SourceRow
    from annotator.ui.sources.sources_page import SourcesPage
    from annotator.ui.sources.statement_model import Sentence

PAGE = "sources"
_PREPARED_AFTER = 1500  # milliseconds: when the first article is long on the screen
_LOOKED_AT = 20_000  # letters of names, for the typefaces they need
_ABOUT_SOURCES = frozenset({"source", "relation", "annotation", "document", "project"})


class Sourcing(QObject):
    """Answers the page of sources."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session, self._window = session, session.window
        self._page: SourcesPage | None = None
        self._connections: list[QMetaObject.Connection] = []
        self._task: Task | None = None
        self._counts: Mapping[UUID, Mapping[str, int]] = {}
        self._mask, self._names = Mask(), dict[tuple[UUID, str], str]()
        self._protected: list[SourceRecord] = []
        self._reveals = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._prepare)
        self._soon.start(_PREPARED_AFTER)

    def open(self) -> None:
        """Show the page of sources."""
        self._window.inspector.commit_note()
        if self._page is None:
            self._page = self._make()
        self._window.pages.open(PAGE)
        self._refresh()
        self._page.begin()

    def show(self, source_id: UUID) -> None:
        """Show the page with this source beside the list."""
        self.open()
        self._choose(source_id)
        if self._page is not None:
            self._page.field.clear()
            self._list()

    def take(self, change: Change) -> None:
        """Something was changed, here or by a colleague."""
        if not change.tables.isdisjoint({"source", "project"}):
            self._session.reading.name_window()
        if self._page is not None and self._window.pages.name == PAGE and change.tables & _ABOUT_SOURCES:
            self._refresh()

    def close(self) -> None:
        """Let go of the page."""
        self._stop()
        self._soon.stop()
        if self._page is not None:
            self._page.details.commit()
            for connection in self._connections:
                QObject.disconnect(connection)
            self._page.statements.set_sentence_source(None)
            self._page.forget()
            self._page = None

    def _prepare(self) -> None:
        """Learn the names behind the window, so that the first key in a field finds thousands of sources ready."""
        workspace = self._session.workspace
        task = self._session.tasks.make(lambda _progress, _cancelled: sources.find_sources(workspace, "", 1))
        self._session.tasks.start(task, short=True)

    def _make(self) -> "SourcesPage":
        from annotator.ui.sources.sources_page import SourcesPage  # seldom needed, so not with the window

        page = self._window.pages.page(PAGE, partial(SourcesPage, self._window))
        self._connections = [
            page.typed.connect(self._list),
            page.chosen.connect(self._choose),
            page.edited.connect(self._change),
            page.new_wanted.connect(self._add),
            page.merge_wanted.connect(self._merge),
            page.remove_wanted.connect(self._remove),
            page.statement_chosen.connect(self._open_statement),
            page.reveal_changed.connect(self._reveal),
            page.left.connect(self._window.leave_page),
            self._window.choices.changed.connect(self._dress),
        ]
        page.statements.set_sentence_source(self._sentences)
        return page

    def _refresh(self) -> None:
        """Read anew what the page shows."""
        page, workspace = self._page, self._session.workspace
        if page is None:
            return
        try:
            self._counts = sources.counts_by_label(workspace)
            protected = [source for source in sources.all_sources(workspace) if source.protected]
            if protected != self._protected:
                self._protected, self._mask, self._names = protected, sources.mask_of(workspace), {}
        except AnnotatorError as error:
            self._session.tell(error)
            return
        self._dress()
        page.reveal.setVisible(bool(self._mask))
        self._list()
        self._choose(page.shown)

    def _dress(self) -> None:
        if self._page is None:
            return
        label_set = project_labels(self._session.workspace)
        labels = {label.key: label for label in label_set.labels}
        own = sources.speaking_kinds(label_set)
        kinds = {attribute.key: attribute.title for attribute in label_set.attributes if attribute.key not in own}
        self._page.dress(labels, kinds, self._window.theme.name, writable=self._session.writable)

    def _list(self) -> None:
        page = self._page
        if page is None:
            return
        everybody, typed = sources.all_sources(self._session.workspace), page.field.text()
        rows = self._rows(typed, everybody)
        fonts.load_fonts_for(" ".join(row.name for row in rows)[:_LOOKED_AT])
        page.show_sources(rows, len(everybody))

    def _rows(self, typed: str, everybody: Sequence[SourceRecord]) -> list["SourceRow"]:
        """The sources that fit what is typed, the best first; nothing typed: all by name."""
        from annotator.ui.sources.source_model import SourceRow  # with the page

        if not typed.strip():
            rows = [SourceRow(one, self._name(one), "", self._counts.get(one.id, {})) for one in everybody]
            return sorted(rows, key=lambda row: place_in_list(row.name))
        found = sources.find_sources(self._session.workspace, typed, None)
        shown = ((one.source, one.matched if one.is_alias and self._is_seen(one.source) else "") for one in found)
        return [SourceRow(one, self._name(one), alias, self._counts.get(one.id, {})) for one, alias in shown]

    def _name(self, source: SourceRecord) -> str:
        """A name as it may be shown; what has been looked through once is remembered, as there may be thousands."""
        if self._reveals:
            return source.name
        key = source.id, source.name
        if key not in self._names:
            self._names[key] = self._mask.name(source)
        return self._names[key]

    def _is_seen(self, source: SourceRecord) -> bool:
        return self._reveals or not source.protected

    def _choose(self, source_id: UUID | None) -> None:
        """Show a source beside the list; one that is gone no longer."""
        page = self._page
        if page is None:
            return
        self._stop()
        found = sources.read_sources(self._session.workspace, [source_id]) if source_id else []
        source = found[0] if found else None
        is_other = source is None or source.id != page.shown
        page.show_source(
            source, self._name(source) if source else "", hidden=bool(source and not self._is_seen(source))
        )
        if source is None:
            return
        if is_other:
            page.show_statements((), ())
        workspace, key = self._session.workspace, source.id
        self._task = task = self._session.tasks.make(
            lambda _progress, _cancelled: source_statements.statements_of(workspace, key)
        )
        task.finished.connect(lambda statements: self._show_statements(task, statements))
        task.failed.connect(self._fail)
        self._session.tasks.start(task, short=True)

    def _show_statements(self, task: Task, statements: list[Statement]) -> None:
        if task is self._task and self._page is not None:
            self._task = None
            own = sources.speaking_kinds(project_labels(self._session.workspace))
            if self._mask and not self._reveals:
                statements = [replace(one, title=self._mask.text(one.title)) for one in statements]
            self._page.show_statements(statements, by_month(one for one in statements if one.kind in own))

    def _sentences(self, statements: Sequence[Statement]) -> "dict[UUID, Sentence]":
        try:
            found = source_statements.sentences_of(self._session.workspace, statements)
        except AnnotatorError as error:
            self._session.tell(error)
            return {}
        if self._reveals or not self._mask:
            return found
        return {key: (self._mask.text(words), places) for key, (words, places) in found.items()}

    def _change(self, source_id: UUID | None, changes: dict[str, Any]) -> None:
        if source_id is None:
            return
        workspace, who = self._session.workspace, self._session.annotator_id
        if not self._session.attempt(lambda: sources.set_source_details(workspace, source_id, who, **changes)):
            self._choose(source_id)  # the field shows again what is kept

    def _add(self, typed: str) -> None:
        workspace, who, page = self._session.workspace, self._session.annotator_id, self._page
        name = typed or self.tr("New source")
        made: list[SourceRecord] = []
        if page is None or not self._session.attempt(lambda: sources.add_source(workspace, name, who), made.append):
            return
        page.field.clear()
        self._choose(made[0].id)
        self._list()
        page.edit_name()

    def _merge(self, source_id: UUID | None) -> None:
        from annotator.ui.sources.merge_dialog import MergeDialog  # seldom needed

        workspace, who, page = self._session.workspace, self._session.annotator_id, self._page
        everybody = sources.all_sources(workspace)
        kept = next((row for row in self._rows("", everybody) if row.source.id == source_id), None)
        if kept is None or page is None:
            return
        other = MergeDialog.ask(self._window, kept, lambda typed: self._rows(typed, everybody), page.sources)
        if other:
            self._session.attempt(lambda: merge_sources(workspace, kept.source.id, [other], who))
            page.list.setFocus()  # in the field Ctrl+Z would take letters back, not the merge

    def _remove(self, source_id: UUID | None) -> None:
        if source_id is None:
            return
        workspace, who = self._session.workspace, self._session.annotator_id
        self._session.attempt(lambda: sources.remove_sources(workspace, [source_id], who))

    def _reveal(self, reveals: bool) -> None:
        """Show protected names, or no longer."""
        if self._page is None or reveals == self._reveals:
            return
        self._reveals = reveals
        self._list()
        self._choose(self._page.shown)
        self._page.statements.forget_sentences()

    def _open_statement(self, statement: Statement) -> None:
        self._session.reading.open_document(statement.document_id)
        self._window.leave_page()
        here = self._session.reading.document
        if here and here.id == statement.document_id:
            self._window.reader.focus_annotation(statement.annotation_id)
            self._window.reader.reveal(statement.segments[0])

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._session.tell(error)

    def _stop(self) -> None:
        if self._task:
            self._task.cancel()
        self._task = None
