"""The people of the project: who there is at the left, what is known of one of them at the right."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.people import COLORS, MOST_INITIALS, Person, Role
from annotator.ui.lines import isolated, one_line
from annotator.ui.people.chip import PersonChip, badge_size, person_icon
from annotator.ui.people.people_words import color_words, person_words, role_words, roles_guide
from annotator.ui.quiet_label import QuietLabel

_SIZE, _LIST_WIDTH = (720, 460), 250
_KEY = Qt.ItemDataRole.UserRole


class PeopleDialog(QDialog):
    """Shows people and says what is wanted of them; what was done comes back by `show_people`.

    Signals:
        changed: a person's key and one thing to change: "name", "initials", "role" or "color", and its new value.
        adding: somebody new is wanted.
        becoming: go on as this person.
    """

    changed = Signal(UUID, str, str)
    adding = Signal()
    becoming = Signal(UUID)

    def __init__(self, parent: QWidget | None, theme_name: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("People"))
        self._theme_name = theme_name
        self._people: dict[UUID, Person] = {}
        self._you: UUID | None = None
        self.list_view = QListWidget(self)
        self.list_view.setAccessibleName(self.tr("People of this project"))
        self.list_view.setObjectName("choices")
        self.list_view.setFixedWidth(_LIST_WIDTH)
        self.list_view.currentItemChanged.connect(lambda: self._show_one())
        self.add = QPushButton(self.tr("Add somebody…"), self)
        self.add.clicked.connect(self.adding)
        self.chip = PersonChip(Person(UUID(int=0), "", "?"), theme_name, self, with_name=True)
        self.name, self.initials = QLineEdit(self), QLineEdit(self)
        self.role, self.color = QComboBox(self), QComboBox(self)
        self.problem = QLabel("", self)
        self.become = QPushButton(self.tr("Go on as this person"), self)
        self._dress_fields()
        self._lay_out()
        self.resize(*_SIZE)

    def show_people(self, people: Sequence[Person], you: UUID, current: UUID | None = None) -> None:
        """Show these people; `current` or who was shown is chosen, else `you`."""
        wanted = current or self._chosen() or you
        self._people, self._you = {one.id: one for one in people}, you
        self.problem.hide()
        self.list_view.blockSignals(True)
        self.list_view.clear()
        paper = self.palette().color(QPalette.ColorRole.Base)
        sizes = [badge_size(one, self.font()) for one in people]
        widest = max((size.width() for size in sizes), default=24)
        self.list_view.setIconSize(QSize(widest, max((size.height() for size in sizes), default=20)))
        for one in people:
            name = isolated(one_line(one.name))
            words = name if one.id != you else self.tr("{name} (you)").format(name=name)
            icon = person_icon(one, self._theme_name, self.font(), paper, widest)
            row = QListWidgetItem(icon, f"{words} · {role_words(one.role)}")
            row.setData(_KEY, one.id)
            row.setData(Qt.ItemDataRole.AccessibleTextRole, person_words(one))
            self.list_view.addItem(row)
        self.list_view.blockSignals(False)
        keys = [one.id for one in people]
        self.list_view.setCurrentRow(keys.index(wanted) if wanted in keys else 0)
        self._show_one()

    def refuse(self, words: str) -> None:
        """Say why something was not done; the fields show what holds."""
        self._show_one()
        self.problem.setText(words)
        self.problem.show()

    def _dress_fields(self) -> None:
        self.name.setAccessibleName(self.tr("Name"))
        self.initials.setAccessibleName(self.tr("Initials"))
        self.initials.setMaxLength(4 * MOST_INITIALS)  # of letters that are several characters
        self.initials.setFixedWidth(90)
        self.role.setAccessibleName(self.tr("Role"))
        for role in Role:
            self.role.addItem(role_words(role), role.value)
        self.color.setAccessibleName(self.tr("Colour"))
        for color in COLORS:
            self.color.addItem(color_words(color), color)
        self.problem.setWordWrap(True)
        self.problem.setProperty("problem", "hard")
        self.problem.hide()
        self.name.editingFinished.connect(lambda: self._tell("name", self.name.text()))
        self.initials.editingFinished.connect(lambda: self._tell("initials", self.initials.text()))
        self.role.activated.connect(lambda: self._tell("role", str(self.role.currentData())))
        self.color.activated.connect(lambda: self._tell("color", str(self.color.currentData())))
        self.become.clicked.connect(self._become)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.list_view, 1)
        left.addWidget(self.add)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.addRow(self.tr("Name:"), self.name)
        form.addRow(self.tr("Initials:"), self.initials)
        form.addRow(self.tr("Role:"), self.role)
        form.addRow(self.tr("Colour:"), self.color)
        guide = QuietLabel(roles_guide(), self)
        guide.setWordWrap(True)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.chip)
        right.addLayout(form)
        right.addWidget(self.problem)
        right.addWidget(guide)
        right.addStretch(1)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.accept)
        close.setAutoDefault(False)
        self.become.setAutoDefault(False)
        self.add.setAutoDefault(False)
        line = QHBoxLayout()
        line.addWidget(self.become)
        line.addStretch(1)
        line.addWidget(close)
        right.addLayout(line)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(24)
        whole.addLayout(left)
        whole.addLayout(right, 1)

    def _chosen(self) -> UUID | None:
        rows = self.list_view.selectedItems()
        return rows[0].data(_KEY) if rows else None

    def _show_one(self) -> None:
        person = self._people.get(self._chosen() or UUID(int=0))
        fields = (self.name, self.initials, self.role, self.color)
        for field in fields:
            field.setEnabled(person is not None)
        self.become.setEnabled(person is not None and person.id != self._you)
        self.problem.hide()
        if person is None:
            return
        self.chip.set_person(person, self._theme_name)
        self.name.setText(person.name)
        self.initials.setText(person.initials)
        self.role.setCurrentIndex(self.role.findData(person.role.value))
        self.color.setCurrentIndex(self.color.findData(person.color))

    def _tell(self, what: str, value: str) -> None:
        person = self._people.get(self._chosen() or UUID(int=0))
        if person and " ".join(value.split()) != str(getattr(person, what)):
            self.changed.emit(person.id, what, value)

    def _become(self) -> None:
        if person_id := self._chosen():
            self.accept()
            self.becoming.emit(person_id)
