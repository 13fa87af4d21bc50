"""The palette in an open project: what there is to go to, found as one types, and gone to."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from annotator.core.masking import Mask
from annotator.core.records import DocumentSummary
from annotator.errors import AnnotatorError
from annotator.operations import sources
from annotator.operations.label_sets import project_labels
from annotator.operations.passages import newest_passages
from annotator.store.passages import Passage
from annotator.store.workspace import Change
from annotator.ui import fonts
from annotator.ui.command import title_of
from annotator.ui.keys import shown_key
from annotator.ui.lines import isolated, one_line, printed_time
from annotator.ui.palette.entries import Entries, Entry, Group
from annotator.ui.palette.palette import Palette

if TYPE_CHECKING:
    from annotator.ui.session import Session

_OWN = "palette"  # the command that opens it leads nowhere


class PaletteFinding(QObject):
    """Fills the palette and goes where it is told to."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session, self._window = session, session.window
        self._entries = Entries(self._find_sources)
        self._palette: Palette | None = None
        self._mask: Mask | None = None
        self._passages_are_old = True

    def open(self) -> None:
        """Bring the palette up over whatever is there."""
        self._window.inspector.commit_note()
        self._put_commands()
        self._entries.put(Group.ARTICLE, map(_article_entry, self._session.listing.newest_first()))
        self._read_passages()
        palette = self._palette or self._make()
        palette.open_with(self._entries.find(""))

    def take(self, change: Change) -> None:
        """Note what an edit has changed."""
        if "source" in change.tables:
            self._mask = None
        if change.tables & {"annotation", "document"}:
            self._passages_are_old = True

    def close(self) -> None:
        """Let go of the window."""
        if self._palette:
            self._palette.close()
            self._palette.deleteLater()
        self._palette = None

    def _make(self) -> Palette:
        palette = self._palette = Palette(self._window)
        palette.typed.connect(lambda typed: palette.show_entries(self._entries.find(typed)))
        # Whoever chose it has the window back first: what is called looks at what has the keyboard.
        palette.chosen.connect(lambda entry: QTimer.singleShot(0, self, lambda: self._go(entry)))
        return palette

    def _put_commands(self) -> None:
        table, keys = self._window.actions_table, self._window.choices.settings.keys
        self._entries.put(
            Group.COMMAND,
            (
                Entry(Group.COMMAND, command.id, title_of(command), keys=shown_key(command, keys))
                for command in table.commands
                if command.id != _OWN and table[command.id].isEnabled()
            ),
        )

    def _read_passages(self) -> None:
        """Read the annotations behind the window; those of the last time serve until then."""
        if not self._passages_are_old:
            return
        self._passages_are_old = False
        workspace = self._session.workspace
        task = self._session.tasks.make(lambda _progress, _cancelled: newest_passages(workspace))
        task.finished.connect(self._take_passages)
        self._session.tasks.start(task, short=True)

    def _take_passages(self, passages: Sequence[Passage]) -> None:
        if self._palette is None:
            return  # the project has been closed meanwhile
        titles = {label.key: label.title for label in project_labels(self._session.workspace).labels}
        self._entries.put(Group.ANNOTATION, (_passage_entry(one, titles.get(one.label, one.label)) for one in passages))
        if self._palette.isVisible():
            self._palette.show_entries(self._entries.find(self._palette.field.text()), keep_row=True)

    def _find_sources(self, typed: str, most: int) -> list[Entry]:
        """Protected ones are found by their names and shown under the mask."""
        try:
            found = sources.find_sources(self._session.workspace, typed, most)
            if self._mask is None:
                self._mask = sources.mask_of(self._session.workspace)
        except AnnotatorError as error:
            self._session.tell(error)
            return []
        mask = self._mask
        return [
            Entry(
                Group.SOURCE,
                one.source.id,
                one_line(mask.name(one.source)),
                isolated(one.matched) if one.is_alias and not one.source.protected else "",
            )
            for one in found
        ]

    def _go(self, entry: Entry) -> None:
        self._entries.remember(entry)
        fonts.load_fonts_for(entry.title)
        if entry.group is Group.COMMAND:
            self._call(str(entry.key))
        elif entry.group is Group.ARTICLE and isinstance(entry.key, UUID):
            self._window.leave_page()
            self._session.reading.open_document(entry.key)
        elif entry.group is Group.SOURCE and isinstance(entry.key, UUID):
            self._show_source(entry.key)
        elif isinstance(entry.key, tuple):
            self._show_annotation(*entry.key)

    def _call(self, command_id: str) -> None:
        """Do what a command says, where its keys would have done it."""
        table = self._window.actions_table
        if any(command.id == command_id and command.scope == "reader" for command in table.commands):
            self._window.focus_reader()
        table[command_id].trigger()

    def _show_annotation(self, document_id: UUID, annotation_id: UUID) -> None:
        here = self._session.reading.document
        if here is None or here.id != document_id:
            self._session.reading.open_document(document_id)
        self._window.focus_reader()
        self._window.reader.focus_annotation(annotation_id)

    def _show_source(self, source_id: UUID) -> None:
        """On the page of sources."""
        self._session.sourcing.show(source_id)


def _article_entry(summary: DocumentSummary) -> Entry:
    about = " · ".join(part for part in (isolated(one_line(summary.outlet)), printed_time(summary.published)) if part)
    return Entry(Group.ARTICLE, summary.id, one_line(summary.title), about)


def _passage_entry(passage: Passage, label: str) -> Entry:
    about = f"{label} · {isolated(one_line(passage.title, 60))}"
    return Entry(Group.ANNOTATION, (passage.document_id, passage.id), one_line(passage.words), about)
