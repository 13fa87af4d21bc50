"""The inspector: the selected annotation first, then all of the article's, then its history."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from annotator.core.records import AnnotationRecord
from annotator.core.schema import LabelSet
from annotator.ui.inspector.annotation_card import AnnotationCard
from annotator.ui.inspector.annotation_model import AnnotationModel, Entry
from annotator.ui.inspector.article_annotations import ArticleAnnotations
from annotator.ui.inspector.described import Described
from annotator.ui.inspector.history_fold import HistoryFold
from annotator.ui.inspector.history_words import HistoryLine, Names
from annotator.ui.inspector.key_hints import KeyHints
from annotator.ui.inspector.links_list import LinksList

_SIDE = 16


class InspectorPanel(QWidget):
    """It is given records and tells what a person wants of them; it writes nothing itself.

    Signals:
        note_edited: annotation and its new note.
        note_left: the person is done with the note, the fields or the list, and wants to read on.
        label_chosen: key of the label that the shown annotation shall have.
        remove_requested: this annotation shall be removed.
        annotation_chosen: show this annotation in the text.
        history_requested: the history of this annotation is wanted; answer with `set_history`.
    """

    note_edited = Signal(UUID, str)
    note_left = Signal()
    label_chosen = Signal(str)
    remove_requested = Signal(UUID)
    annotation_chosen = Signal(UUID)
    history_requested = Signal(UUID)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label_set: LabelSet | None = None
        self._shown: UUID | None = None
        self._record: AnnotationRecord | None = None
        self._text = ""
        self._chosen: dict[UUID, None] = {}
        self._source_title: Callable[[AnnotationRecord], str] = lambda _record: ""
        self._describe: Callable[[AnnotationRecord], Described] = Described
        self._name_of: Callable[[UUID], str] = lambda _key: ""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.card = AnnotationCard(self)
        self.hints = KeyHints(self)
        self.article = ArticleAnnotations(self)
        self.history = HistoryFold(self)
        self.links = LinksList(self)
        self._lay_out()
        self._connect()
        self._turn_to(None)

    def set_labels(self, label_set: LabelSet, theme_name: str) -> None:
        """The project's labels, and the theme ("light", "dark", "contrast") of their signs."""
        self._label_set = label_set
        for part in (self.card, self.hints, self.article):
            part.set_labels(label_set, theme_name)
        self.links.set_theme(theme_name)
        self._order_tabs()

    def set_title_source(self, source_title: Callable[[AnnotationRecord], str] | None) -> None:
        """Who knows the title of the article that an annotation was copied from; "" for one that was not."""
        self._source_title = source_title or (lambda _record: "")

    def set_description_source(self, describe: Callable[[AnnotationRecord], Described] | None) -> None:
        """Who knows which sources an annotation names, and what is to be put right."""
        self._describe = describe or Described

    def set_name_source(self, name_of: Callable[[UUID], str] | None) -> None:
        """Who knows how sources and other annotations are called in the history."""
        self._name_of = name_of or (lambda _key: "")

    @property
    def chosen(self) -> tuple[UUID, ...]:
        """The annotations that are edited together; none: the shown one alone."""
        return tuple(self._chosen)

    def choose(self, ids: Iterable[UUID]) -> None:
        """Edit these annotations together; none: again the one that is shown alone."""
        self._chosen = dict.fromkeys(record.id for record in self.article.model.records(ids))
        self.article.model.set_chosen(self._chosen)
        self.describe_anew()

    def toggle_chosen(self, annotation_id: UUID) -> None:
        """Edit an annotation together with others, or no longer."""
        others = [one for one in self._chosen if one != annotation_id]
        self.choose(others if annotation_id in self._chosen else [*others, annotation_id])

    def describe_anew(self) -> None:
        """Show the sources and problems that there are now."""
        record = next(iter(self.article.model.records([self._shown] if self._shown else [])), self._record)
        self.show_annotation(record, self._text)

    def set_changeable(self, changeable: bool) -> None:
        """Whether annotations can be changed here: those of an older version are only shown."""
        self.card.set_changeable(changeable)
        self.hints.setEnabled(changeable)
        self.links.set_changeable(changeable)

    def show_annotation(self, record: AnnotationRecord | None, text: str = "") -> None:
        """Show the selected annotation with its exact text (segments joined by " … "), or the hints.

        A note that was being typed for another annotation is handed over first.
        """
        changed = self._shown != (record.id if record else None)
        self._shown, self._record, self._text = record.id if record else None, record, text
        if self._chosen:
            self.card.show_several([self._describe(one) for one in self.article.model.records(self._chosen)])
        elif record is None:
            self.card.show_nothing()
        else:
            self.card.show_annotation(self._describe(record), text, self._source_title(record))
        self._turn_to(record)
        if record and self.history.is_unfolded:
            if changed:
                self.history.set_lines((), self._label_set)
            self.history_requested.emit(record.id)

    def add_part(self, part: QWidget) -> None:
        """Show something more of what is in focus, below its links."""
        self._inner.insertWidget(self._inner.indexOf(self.links) + 1, part)

    def remove_part(self, part: QWidget) -> None:
        """Show it no more."""
        self._inner.removeWidget(part)
        part.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            event.accept()  # while the panel itself has the focus, no key is for anything else

    def set_annotations(self, entries: Iterable[Entry]) -> None:
        """All annotations of the open article, each with its exact text."""
        self.article.model.set_annotations(entries)
        self.article.tell_counts()
        if self._chosen:
            self.choose(self._chosen)

    def put_annotation(self, record: AnnotationRecord, text: str) -> None:
        """One annotation is new or has changed. The selected one is shown anew."""
        self.article.model.put(record, text)
        self.article.tell_counts()
        if record.id == self._shown:
            self.show_annotation(record, text)
        elif record.id in self._chosen:
            self.describe_anew()

    def drop_annotation(self, annotation_id: UUID) -> None:
        """One annotation is gone; one that is not there is no error."""
        self.article.model.drop(annotation_id)
        self.article.tell_counts()
        if annotation_id == self._shown:
            self.show_annotation(None)
        if annotation_id in self._chosen:
            self.toggle_chosen(annotation_id)

    def set_history(self, lines: Sequence[HistoryLine]) -> None:
        """The history of the shown annotation."""
        self.history.set_lines(lines, self._label_set, Names(self._shown, self._name_of))

    def focus_note(self) -> None:
        """Put the cursor at the end of the shown annotation's note."""
        if self._shown is not None:
            self.card.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.card.note.moveCursor(self.card.note.textCursor().MoveOperation.End)

    def focus_links(self) -> None:
        """Give the links of the shown annotation the keyboard, and bring all of them into view."""
        self.links.enter()
        QTimer.singleShot(0, self, self._show_links)

    def focus_field(self, key: str) -> bool:
        """Give the field of an attribute the keyboard, "" for the first; False where it is not asked now."""
        found = self.card.form.focus_field(key)
        QTimer.singleShot(0, self, self._show_focus)  # when it is laid out
        return found

    def commit_note(self) -> None:
        """Hand over what is being typed; call it before the window or the project closes."""
        self.card.note.commit()
        self.card.form.commit()

    @property
    def note_is_saved(self) -> bool:
        """False while a typed note, or what was typed into a field, is on no disk."""
        return self.card.note.is_saved and self.card.form.is_saved

    def keep_draft(self, annotation_id: UUID, note: str) -> None:
        """A note that was handed over could not be saved: keep it in the field for another try."""
        self.card.note.keep_draft(annotation_id, note)

    def _turn_to(self, record: AnnotationRecord | None) -> None:
        self.card.setVisible(record is not None or bool(self._chosen))
        self.hints.setVisible(record is None and not self._chosen)
        self.history.setVisible(record is not None and not self._chosen)
        self.article.model.set_open(self._shown)
        self.article.show_open(self.article.model.row_of(self._shown))

    def _lay_out(self) -> None:
        self._body = body = QWidget(self)
        top = QVBoxLayout()
        top.setContentsMargins(_SIDE, _SIDE, _SIDE, _SIDE)
        top.addWidget(self.card)
        top.addWidget(self.hints)
        self._inner = inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, 8)
        inner.setSpacing(8)
        inner.addLayout(top)
        inner.addWidget(self.links)
        inner.addWidget(_hairline(body))
        inner.addWidget(self.article, 1)
        inner.addWidget(self.history)
        # A window that is too low scrolls the panel; it must not be forced to grow by a selection.
        self._area = area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        area.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _connect(self) -> None:
        self.card.note.note_edited.connect(self.note_edited)
        self.card.note.left.connect(self.note_left)
        self.card.form.left.connect(self._leave)
        self.card.form.page_changed.connect(self._order_tabs)
        self.card.label_chosen.connect(self.label_chosen)
        self.card.remove_clicked.connect(self._ask_removal)
        self.article.row_chosen.connect(self._choose)
        self.article.picked.connect(lambda index: self.toggle_chosen(_id_of(index)))
        self.article.picked_up_to.connect(self._choose_up_to)
        self.article.left.connect(self._leave)
        self.history.unfolded.connect(self._ask_history)

    def _order_tabs(self) -> None:
        """Tab goes from top to bottom, also through what was made later than what stands below it."""
        lists = (self.links.list_view, self.article.list_view)
        order: list[QWidget] = [self, *self.card.tab_order(), *lists, self.history.heading]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def _show_focus(self) -> None:
        focus: QWidget | None = self.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self._area.ensureWidgetVisible(focus)

    def _show_links(self) -> None:
        """All of the list: by itself the panel would follow only the row that the keyboard came to first."""
        rows = self.links.list_view
        for corner in (rows.rect().bottomLeft(), rows.rect().topLeft()):
            place = rows.mapTo(self._body, corner)
            self._area.ensureVisible(place.x(), place.y(), 0, 8)

    def _ask_removal(self) -> None:
        if self._shown is not None:
            self.remove_requested.emit(self._shown)

    def _ask_history(self) -> None:
        if self._shown is not None:
            self.history_requested.emit(self._shown)

    def _choose(self, index: QModelIndex) -> None:
        self.choose(())
        self.annotation_chosen.emit(_id_of(index))

    def _choose_up_to(self, index: QModelIndex) -> None:
        """From the row that was chosen last, or that is shown, to this one."""
        model = self.article.model
        last = next(reversed(self._chosen), self._shown)
        first = max(0, model.row_of(last))
        rows = range(min(first, index.row()), max(first, index.row()) + 1)
        self.choose([*self._chosen, *(_id_of(model.index(row)) for row in rows)])

    def _leave(self) -> None:
        """Back to the text; annotations that were chosen together are let go."""
        self.choose(())
        self.note_left.emit()


def _id_of(index: QModelIndex) -> UUID:
    found: UUID = index.data(AnnotationModel.RecordRole).id
    return found


def _hairline(parent: QWidget) -> QWidget:
    line = QWidget(parent)
    line.setFixedHeight(1)
    line.setAutoFillBackground(True)
    line.setBackgroundRole(QPalette.ColorRole.Mid)
    return line
