"""What an annotation shall be instead, in one small form: its stretch, label, fields, note, and why."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from annotator.core.records import AnnotationRecord, SourceRecord
from annotator.core.schema import AttributeKind, LabelSet
from annotator.core.spans import Span
from annotator.operations.corrections import Correction
from annotator.ui.inspector.described import Described
from annotator.ui.inspector.fields.source_field import SourceFinder
from annotator.ui.inspector.flow_layout import FlowLayout
from annotator.ui.inspector.form import AttributeForm
from annotator.ui.inspector.label_chip import SWATCH, label_icon, label_tip, short_title
from annotator.ui.inspector.passage import Passage
from annotator.ui.inspector.problem_words import ProblemLabel
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.reader.accessibility import announce

_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier

Sources = Mapping[str, tuple[SourceRecord, ...]]


class CorrectionForm(QWidget):
    """Holds a draft of the annotation; it writes nothing. Ctrl+Enter, or Enter on the stretch, saves.

    Signals:
        end_moved, start_moved: one word to the right (True) or left as it is seen.
        saved: a Correction, and why ("" for no reason).
        source_wanted: attribute and name of a source that is to be made; `take_source` gives it.
        sources_wanted: attribute and ids of the sources it names from now on; `take_sources` gives them.
        left: Escape: nothing is corrected.
    """

    end_moved = Signal(bool)
    start_moved = Signal(bool)
    saved = Signal(object, str)
    source_wanted = Signal(str, str)
    sources_wanted = Signal(str, list)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label_set: LabelSet | None = None
        self._theme_name = "light"
        self._former: AnnotationRecord | None = None
        self._draft: AnnotationRecord | None = None
        self._sources: Sources = {}
        self._former_sources: Sources = {}
        self._labels: dict[str, QToolButton] = {}
        self.stretch, self.form = StretchField(self), AttributeForm(self)
        self.note, self.reason = QLineEdit(self), QLineEdit(self)
        self.problem = ProblemLabel(self)
        self.save, self.cancel = QPushButton(self.tr("Save correction"), self), QToolButton(self)
        self._choices = FlowLayout(spacing=4)
        self._lay_out()
        self._connect()

    @property
    def draft(self) -> AnnotationRecord | None:
        """What the annotation would be; None while nothing is corrected."""
        return self._draft

    def set_labels(self, label_set: LabelSet, theme_name: str) -> None:
        """The labels to choose from."""
        if label_set == self._label_set and theme_name == self._theme_name:
            return
        self._label_set, self._theme_name = label_set, theme_name
        self.form.set_labels(label_set)
        self._choices.clear()
        self._labels = {label.key: self._label_button(label) for label in label_set.offered}
        for button in self._labels.values():
            self._choices.addWidget(button)

    def set_source_finder(self, finder: SourceFinder | None) -> None:
        """Who knows the project's sources."""
        self.form.set_source_finder(finder)

    def begin(self, record: AnnotationRecord, sources: Sources, words: str) -> None:
        """Correct this annotation; `words` are those it is on."""
        self._former = self._draft = record
        self._sources = self._former_sources = dict(sources)
        self.note.setText(record.note)
        self.reason.clear()
        self.problem.say("")
        self.set_stretch(record.segments, words)
        self._show()
        self.stretch.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def end(self) -> None:
        """Nothing is corrected any more."""
        self._former = self._draft = None
        self.form.show_described(())

    def set_stretch(self, segments: Sequence[Span], words: str) -> None:
        """The annotation would be on these stretches."""
        if self._draft:
            self._draft = replace(self._draft, segments=tuple(segments))
        self.stretch.set_words(words)

    def refuse(self, words: str) -> None:
        """Say why the correction was not made."""
        announce(self, self.problem.say(words))
        self.stretch.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_sources(self, kind: str, sources: Sequence[SourceRecord]) -> None:
        """The draft names these sources under an attribute."""
        self._sources = {**self._sources, kind: tuple(sources)}
        self._show()

    def correction(self) -> Correction:
        """What is other in the draft than in the annotation."""
        former, draft = self._former, self._draft
        if former is None or draft is None:
            return Correction()
        keys = {*former.attributes, *draft.attributes}
        values: dict[str, Any] = {
            key: draft.attributes.get(key)
            for key in sorted(keys)
            if former.attributes.get(key) != draft.attributes.get(key)
        }
        sources: dict[str, Sequence[UUID]] = {
            key: [one.id for one in there]
            for key, there in self._sources.items()
            if there != self._former_sources.get(key, ())
        }
        note = self.note.text()
        return Correction(
            None if former.segments == draft.segments else draft.segments,
            None if former.label == draft.label else draft.label,
            values,
            sources,
            None if note.strip() == former.note.strip() else note,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif enter and event.modifiers() & _CONTROL:
            self._save()
        else:
            super().keyPressEvent(event)

    def _save(self) -> None:
        self.problem.say("")
        self.form.commit()
        if self._draft:
            self.saved.emit(self.correction(), self.reason.text().strip())

    def _choose_label(self, key: str) -> None:
        if self._draft is None or self._label_set is None:
            return
        asked = {one.key for one in self._label_set.attributes_of(key)}
        kept = {name: value for name, value in self._draft.attributes.items() if name in asked}
        self._draft = replace(self._draft, label=key, attributes=kept)
        self._sources = {name: there for name, there in self._sources.items() if name in asked}
        self._show()

    def _choose_by_key(self, letter: str) -> bool:
        labels = self._label_set.offered if self._label_set else ()
        found = next((label for label in labels if letter and label.shortcut.casefold() == letter.casefold()), None)
        if found:
            self._choose_label(found.key)
        return found is not None

    def _change(self, _ids: object, changes: Mapping[str, Any]) -> None:
        if self._draft is None or self._label_set is None:
            return
        kinds = {one.key: one for one in self._label_set.attributes}
        attributes = dict(self._draft.attributes)
        for key, value in changes.items():
            default = kinds[key].default if kinds[key].kind is AttributeKind.CHOICE else None
            if value in (None, "", default):
                attributes.pop(key, None)
            else:
                attributes[key] = value
        self._draft = replace(self._draft, attributes=attributes)
        self._show()

    def _show(self) -> None:
        if self._draft is None:
            return
        self.form.show_described([Described(self._draft, self._sources)])
        for key, button in self._labels.items():
            button.setChecked(key == self._draft.label)

    def _label_button(self, label: Any) -> QToolButton:
        metrics = self.fontMetrics()
        button = QToolButton(self)
        key = f"{label.shortcut}  " if label.shortcut else ""
        button.setText(f"{key}{short_title(label, metrics)}".replace("&", "&&"))
        button.setToolTip(label_tip(label, metrics))
        button.setIcon(label_icon(label, self._theme_name, self.palette().window().color()))
        button.setIconSize(SWATCH)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(label.title)
        button.clicked.connect(lambda: self._choose_label(label.key))
        return button

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Correct"), self)
        font = QFont(title.font())
        font.setWeight(QFont.Weight.DemiBold)
        title.setFont(font)
        self.note.setPlaceholderText(self.tr("Note"))
        self.note.setAccessibleName(self.tr("Note"))
        self.reason.setPlaceholderText(self.tr("Why, for the annotator (may be left out)"))
        self.reason.setAccessibleName(self.tr("Why it is corrected"))
        self.save.setProperty("leading", True)
        self.save.setToolTip(self.tr("Save the correction (Ctrl+Enter)"))
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        hint = QuietLabel(
            self.tr("Ctrl+Shift+← → moves the end, with Alt the start; a label’s key gives that label; Enter saves."),
            self,
        )
        hint.setWordWrap(True)
        line = QHBoxLayout()
        line.addWidget(self.save)
        line.addWidget(self.cancel)
        line.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        above: tuple[QWidget, ...] = (title, self.stretch, hint)
        below: tuple[QWidget, ...] = (self.form, self.note, self.reason, self.problem)
        for part in above:
            whole.addWidget(part)
        whole.addLayout(self._choices)
        for part in below:
            whole.addWidget(part)
        whole.addLayout(line)

    def _connect(self) -> None:
        self.stretch.end_moved.connect(self.end_moved)
        self.stretch.start_moved.connect(self.start_moved)
        self.stretch.entered.connect(self._save)
        self.stretch.chooses = self._choose_by_key
        self.form.changed.connect(self._change)
        self.form.sources_changed.connect(lambda _ids, kind, ids: self.sources_wanted.emit(kind, ids))
        self.form.source_wanted.connect(lambda _ids, kind, name: self.source_wanted.emit(kind, name))
        self.form.left.connect(self.stretch.setFocus)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.left)
        for field in (self.note, self.reason):
            field.returnPressed.connect(self._save)


class StretchField(QFrame):
    """The words that the annotation would be on; with the keyboard on it, keys move the ends.

    `chooses` is asked what to do with a letter or digit; True where it did something.

    Signals:
        end_moved, start_moved: one word to the right (True) or left.
        entered: Enter.
    """

    end_moved = Signal(bool)
    start_moved = Signal(bool)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chooses: Callable[[str], bool] = lambda _letter: False
        self.passage = Passage(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(self.tr("Ctrl+Shift and arrows move the end, with Alt the start"))
        self.setStyleSheet(
            "StretchField { border: 1px solid palette(mid); border-radius: 6px; }"
            "StretchField:focus { border: 1px solid palette(highlight); }"
        )
        inside = QVBoxLayout(self)
        inside.setContentsMargins(8, 6, 8, 6)
        inside.addWidget(self.passage)

    def set_words(self, words: str) -> None:
        """Show these words."""
        self.passage.set_text(words)
        self.setAccessibleName(self.passage.accessibleName())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        rightwards = event.key() == Qt.Key.Key_Right
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and modifiers == _CONTROL | _SHIFT:
            self.end_moved.emit(rightwards)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and modifiers == _CONTROL | _SHIFT | _ALT:
            self.start_moved.emit(rightwards)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not modifiers:
            self.entered.emit()
        elif not (not modifiers and self.chooses(event.text())):
            super().keyPressEvent(event)
