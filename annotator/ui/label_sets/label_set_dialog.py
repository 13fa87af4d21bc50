"""The label set, edited: parts on the left, the chosen one in the middle, how it would look on the right."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.core import label_changes
from annotator.core.guideline import GENERAL
from annotator.core.label_changes import KINDS
from annotator.core.label_differences import title_of
from annotator.core.schema import AttributeKind, LabelSet, Rule, Severity
from annotator.errors import InvalidLabelSet
from annotator.operations.label_merging import Merge
from annotator.operations.label_usage import Usage
from annotator.ui.label_sets.attribute_form import AttributeForm
from annotator.ui.label_sets.change_words import change_lines, merge_outlook
from annotator.ui.label_sets.draft import Draft, Own
from annotator.ui.label_sets.guideline_form import GuidelineForm
from annotator.ui.label_sets.label_form import Clashes, LabelForm
from annotator.ui.label_sets.merge_dialog import MergeDialog
from annotator.ui.label_sets.part_form import PartForm
from annotator.ui.label_sets.parts_tree import SET, PartsTree
from annotator.ui.label_sets.preview import Preview
from annotator.ui.label_sets.relation_form import RelationForm
from annotator.ui.label_sets.rule_form import RuleForm
from annotator.ui.label_sets.set_form import SetForm
from annotator.ui.steady_menu import SteadyMenu
from annotator.ui.theme import Theme

_SIZE = (980, 640)
_COLUMNS = (230, 440, 310)
_GAP = 12
_REST_MILLISECONDS = 120
_LINES = 3  # of what would change are seen at once


class LabelSetDialog(QDialog):
    """It edits a draft; whoever shows it applies that.

    Signals:
        apply_requested: the draft shall become the project's label set.
        other_requested: another set is wanted: the name of one that ships, "import", "export" or "versions".
    """

    apply_requested = Signal()
    other_requested = Signal(str)

    def __init__(self, parent: QWidget | None, present: LabelSet, own: Own, theme: Theme, clashes: Clashes) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Label set"))
        self._theme, self._usage = theme, Usage()
        self._later = QTimer(self)  # what would look how is drawn when the hands rest
        self._later.setSingleShot(True)
        self._later.setInterval(_REST_MILLISECONDS)
        self._preview_label = ""
        self._fresh: tuple[str, str] | None = None  # a part just added, that nothing can refer to yet
        self._silent = False  # while a form is filled, what it tells is no edit
        self.draft = Draft(present, own, self)
        self.tree = PartsTree(self)
        self.set_form, self.guideline = SetForm(self), GuidelineForm(self)
        attributes = AttributeForm(self)
        self.forms: dict[str, PartForm] = {
            "labels": LabelForm(theme.name, clashes, self),
            "attributes": attributes,
            "relations": RelationForm(self),
            "rules": RuleForm(self),
        }
        self.stack, self.tabs = QStackedWidget(self), QTabWidget(self)
        self.preview = Preview(theme, self)
        self.words = QLabel(self)
        self.buttons = {name: self._button(words, slot) for name, words, slot in self._ways()}
        self._box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.apply = self._box.addButton(self.tr("Apply"), QDialogButtonBox.ButtonRole.ApplyRole)
        self.apply.setProperty("leading", True)
        for button in (self.apply, self._box.button(QDialogButtonBox.StandardButton.Cancel)):
            button.setAutoDefault(False)  # or Enter in a line of text would apply or drop what is half typed
        self._lay_out()
        self._connect(attributes)
        self._show_all()
        self.tree.choose("labels", present.offered[0].key)
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_usage(self, usage: Usage) -> None:
        """How much of the set is in use; what would change is told with it."""
        self._usage = usage
        self._tell_changes()

    def say(self, words: str) -> None:
        """Why something was not done."""
        self.words.setText(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self.words, QAccessible.Event.Alert))

    def change_lines(self) -> list[str]:
        """What would change, a line each."""
        lines = change_lines(self.draft.differences(), self.draft.merges, self.draft.label_set, self._usage)
        return [*lines, self.tr("The newsroom’s own guideline")] if self.draft.guideline_differs else lines

    def reject(self) -> None:
        """Escape in a field leaves the dialog only where nothing would be lost without a word."""
        if self.draft.differs and self.words.text() != self._loss_words():
            self.say(self._loss_words())
            return
        super().reject()

    def _loss_words(self) -> str:
        return self.tr("What you have changed is not applied. Press Cancel once more to drop it.")

    def _ways(self) -> tuple[tuple[str, str, Callable[[], object]], ...]:
        return (
            ("add", self.tr("Add"), self._add),
            ("up", self.tr("Up"), lambda: self._move(-1)),
            ("down", self.tr("Down"), lambda: self._move(1)),
            ("retire", self.tr("Retire"), self._retire),
            ("merge", self.tr("Merge…"), self._merge),
        )

    def _button(self, words: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    # What a person does

    def _attempt(self, made: Callable[[], None]) -> None:
        self._fresh = None
        try:
            made()
        except InvalidLabelSet as error:
            self.say(str(error))

    def _change(self, made: Callable[[LabelSet], LabelSet], about: str = "") -> None:
        self._attempt(lambda: self.draft.change(made, about))

    def _edit(self, details: dict[str, Any]) -> None:
        kind, key = self.tree.chosen()
        if key and not self._silent:
            if self._fresh == (kind, key) and [*details] == ["title"]:
                self._name_fresh(kind, key, details["title"])
                return
            about = f"{kind} {key} {' '.join(details)}"
            self._change(lambda there: label_changes.change(there, kind, key, **details), about)

    def _name_fresh(self, kind: str, key: str, title: str) -> None:
        """Databases and exports are to hold a word that says what is meant, not “new”."""
        made, named = label_changes.name_new(self.draft.label_set, kind, key, title)
        self.tree.rename_chosen(named)
        self._change(lambda _there: made, f"{kind} fresh")
        self._fresh = kind, named

    def _add(self) -> None:
        kind, labels = self.tree.chosen()[0], self.draft.label_set
        main = [label.key for label in labels.main]
        title = self.tr("New")
        if kind == "attributes":
            made, part = label_changes.add_attribute(labels, title, AttributeKind.TEXT, main[:1])
        elif kind == "relations":
            made, part = label_changes.add_relation(labels, title, main[:1], main[:1])  # type: ignore[assignment]
        elif kind == "rules":
            made = label_changes.add_rule(
                labels, Rule("", Severity.SOFT, title, labels=tuple(main[:1]), needs=("note",))
            )
            part = made.rules[-1]  # type: ignore[assignment]
        else:
            kind = "labels"
            made, part = label_changes.add_label(labels, title)  # type: ignore[assignment]
        self._change(lambda _there: made)
        self.tree.choose(kind, part.key)
        form = self.forms[kind]
        first = form.message if isinstance(form, RuleForm) else form.title  # type: ignore[attr-defined]
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        first.selectAll()
        self._fresh = kind, part.key

    def _move(self, by: int) -> None:
        kind, key = self.tree.chosen()
        if key:
            self._change(lambda there: label_changes.move(there, kind, key, by))

    def _retire(self) -> None:
        kind, key = self.tree.chosen()
        if not key:
            return
        retired = getattr(label_changes.part(self.draft.label_set, kind, key), "retired", False)
        change = label_changes.bring_back if retired else label_changes.retire
        self._change(lambda there: change(there, kind, key))

    def _merge(self) -> None:
        kind, key = self.tree.chosen()
        there = label_changes.parts(self.draft.label_set, kind) if kind in ("labels", "attributes") else ()
        part = next((one for one in there if one.key == key), None)
        if part is None:
            return
        alike = [one for one in there if not getattr(one, "retired", False) and one.key != key]
        alike = [one for one in alike if getattr(one, "kind", None) == getattr(part, "kind", None)]
        self._ask_merge(
            title_of(part), [(one.key, title_of(one)) for one in alike], lambda into: Merge(kind, key, into)
        )

    def _merge_value(self, key: str) -> None:
        attribute = self.draft.label_set.attribute(self.tree.chosen()[1])
        value = attribute.value(key)
        into = [(one.key, one.title) for one in attribute.values if one.key != key and not one.retired]
        made = lambda chosen: Merge("attributes", key, chosen, attribute.key)  # noqa: E731  one line says it
        self._ask_merge(value.title if value else key, into, made)

    def _ask_merge(self, title: str, into: list[tuple[str, str]], made: Callable[[str], Merge]) -> None:
        if not into:
            self.say(self.tr("There is nothing that it could become."))
            return
        outlook = lambda key: merge_outlook(made(key), self.draft.label_set, self._usage)  # noqa: E731
        if chosen := MergeDialog.ask(self, title, into, outlook):
            self._attempt(lambda: self.draft.merge(made(chosen)))

    # What is seen

    def _show_all(self) -> None:
        """The draft has changed: everything follows, and what has the focus keeps it."""
        self.tree.show_set(self.draft.label_set, self._theme.name)
        self._show_part()
        self._tell_changes()

    def _show_part(self) -> None:
        kind, key = self.tree.chosen()
        labels = self.draft.label_set
        part = next((one for one in label_changes.parts(labels, kind) if one.key == key), None) if key else None
        self._silent = True
        if part is None:
            self.set_form.show_set(labels, kind)
            self.stack.setCurrentWidget(self.set_form)
        else:
            self.forms[kind].show_part(labels, part, is_new=self.draft.is_new(kind, key))
            self.stack.setCurrentWidget(self.forms[kind])
        has_guideline = kind == SET or (kind == "labels" and part is not None)
        self.tabs.setTabVisible(1, has_guideline)
        if has_guideline:
            self.guideline.show_chapter(labels, self.draft.own, key or GENERAL)
        self._silent = False
        self._preview_label = key if kind == "labels" else _label_of(part)
        self._later.start()
        self._follow_buttons(kind, part)

    def _show_preview(self) -> None:
        self.preview.show_set(self.draft.label_set, self._preview_label)

    def _follow_buttons(self, kind: str, part: object) -> None:
        retired = bool(getattr(part, "retired", False))
        for name in ("up", "down", "retire"):
            self.buttons[name].setEnabled(part is not None)
        self.buttons["merge"].setEnabled(part is not None and kind in ("labels", "attributes") and not retired)
        words = self.tr("Take out") if kind == "rules" else self.tr("Retire")
        self.buttons["retire"].setText(self.tr("Bring back") if retired else words)
        titles = dict(zip(KINDS, (self.tr("Label"), self.tr("Field"), self.tr("Link"), self.tr("Rule")), strict=True))
        added = titles.get(kind, titles["labels"])
        self.buttons["add"].setText(self.tr("Add: {kind}").format(kind=added))

    def _tell_changes(self) -> None:
        problem, lines = self.draft.problem(), self.change_lines()
        nothing = self.tr("Nothing has been changed yet.")
        self.words.setText(problem or "\n".join(lines) or nothing)
        self.words.setAccessibleName(self.tr("What changes: {words}").format(words=self.words.text()))
        self.apply.setEnabled(not problem and self.draft.differs)
        self.apply.setText(self.tr("Apply as version {n}").format(n=self.draft.present.version + 1))

    def _connect(self, attributes: AttributeForm) -> None:
        self._later.timeout.connect(self._show_preview)
        self.draft.changed.connect(self._show_all)
        self.tree.part_chosen.connect(lambda _kind, _key: self._show_part())
        self.tree.move_requested.connect(self._move)
        self.tree.retire_requested.connect(self._retire)
        for form in self.forms.values():
            form.edited.connect(self._edit)
        attributes.merge_requested.connect(self._merge_value)
        self.set_form.title_edited.connect(self._rename_set)
        self.guideline.edited.connect(self._rewrite)
        self.apply.clicked.connect(self.apply_requested)
        self._box.rejected.connect(self.reject)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self.tree)
        undo.setContext(Qt.ShortcutContext.WidgetShortcut)
        undo.activated.connect(self.draft.undo)

    def _rename_set(self, title: str) -> None:
        self._change(lambda there: label_changes.rename_set(there, title), SET)

    def _rewrite(self, key: str, language: str, text: str) -> None:
        if not self._silent:
            self._attempt(lambda: self.draft.rewrite(key, language, text))

    def _lay_out(self) -> None:
        for form in (self.set_form, *self.forms.values()):
            self.stack.addWidget(form)
        self.tabs.addTab(_scrolled(self.stack), self.tr("What it is"))
        self.tabs.addTab(self.guideline, self.tr("Guideline"))
        left = QWidget(self)
        below = QHBoxLayout()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.buttons["add"])
        column.addWidget(self.tree, 1)
        column.addLayout(below)
        column.addWidget(self.buttons["merge"])
        for name in ("up", "down", "retire"):
            below.addWidget(self.buttons[name])
        columns = QSplitter(Qt.Orientation.Horizontal, self)
        columns.setChildrenCollapsible(False)
        columns.setHandleWidth(_GAP)
        columns.setStyleSheet("QSplitter::handle { background: transparent; }")
        for widget in (left, self.tabs, self.preview):
            columns.addWidget(widget)
        columns.setSizes([*_COLUMNS])
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        changes = _scrolled(self.words)
        changes.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 8)
        other = self._box.addButton(self.tr("Another set"), QDialogButtonBox.ButtonRole.ResetRole)
        other.setAutoDefault(False)
        other.setMenu(self._other_menu(other))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 12)
        whole.setSpacing(10)
        whole.addWidget(columns, 1)
        whole.addWidget(changes)
        whole.addWidget(self._box)
        self.resize(*_SIZE)

    def _other_menu(self, parent: QWidget) -> SteadyMenu:
        menu = SteadyMenu(parent)
        titles = {"newsroom": self.tr("Newsroom"), "plain": self.tr("Plain"), "attribution": self.tr("Attribution")}
        ways = {"import": self.tr("Import…"), "versions": self.tr("Older versions…"), "export": self.tr("Export…")}
        for name, words in (titles | ways).items():
            if name == "import":
                menu.addSeparator()
            menu.addAction(words).triggered.connect(lambda _on, name=name: self.other_requested.emit(name))
        return menu


def _label_of(part: object) -> str:
    """The first label that a field, a link or a rule is about."""
    keys = getattr(part, "labels", ()) or getattr(part, "from_labels", ())
    return str(keys[0]) if keys else ""


def _scrolled(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
