"""Who one is in the window: shown always, changed at once, and the dialog of all people."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt

from annotator.core.people import Person
from annotator.errors import AnnotatorError
from annotator.operations import people
from annotator.settings import Settings
from annotator.store.workspace import Change
from annotator.ui.lines import isolated, one_line
from annotator.ui.opening import annotator
from annotator.ui.people.chip import person_dot
from annotator.ui.people.people_words import role_words
from annotator.ui.steady_menu import SteadyMenu

if TYPE_CHECKING:
    from annotator.ui.people.name_dialog import NameDialog
    from annotator.ui.people.people_dialog import PeopleDialog
    from annotator.ui.session import Session


class Identifying(QObject):
    """Keeps the session, the settings and what is seen on one person.

    An actor that has a method `see_anew` is told when somebody else looks: what it shows is the former one's.
    """

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._name = session.window.choices.settings.annotator_name
        self._shown = ""
        self._dialog: PeopleDialog | None = None
        self._asking: NameDialog | None = None
        session.workspace.viewer = session.annotator_id
        self.follow()

    @property
    def person(self) -> Person | None:
        """Who one is; None in a project that can only be read and does not know one."""
        return people.person(self._session.workspace, self._session.annotator_id)

    def follow(self) -> None:
        """Show who one is."""
        try:
            person = self.person
        except AnnotatorError as error:
            self._session.tell(error)
            return
        self._shown = person.name if person else ""
        self._session.window.who.show_person(person, self._session.window.theme.name)

    def is_own(self, name: str) -> bool:
        """Whether what somebody of this name has tagged is one's own."""
        return self._shown in ("", name)

    def take(self, change: Change) -> None:
        """Somebody may have another name or colour now."""
        if "annotator" in change.tables:
            self.follow()
            if self._dialog:
                self._dialog.show_people(people.people(self._session.workspace), self._session.annotator_id)

    def close(self) -> None:
        """The project is being closed."""
        for dialog in (self._asking, self._dialog):
            if dialog:
                dialog.close()
        self._session.window.who.show_person(None, self._session.window.theme.name)

    def choose(self) -> None:
        """Open the menu of people under one's own name."""
        try:
            self._open_menu(people.people(self._session.workspace))
        except AnnotatorError as error:
            self._session.tell(error)

    def become(self, annotator_id: UUID) -> None:
        """Go on as somebody else, at once: what is tagged, undone and seen from now on is theirs."""
        session = self._session
        if annotator_id == session.annotator_id:
            return
        session.window.inspector.commit_note()
        person = people.person(session.workspace, annotator_id)
        if person is None:
            return
        session.annotator_id = session.workspace.viewer = annotator_id
        self._name = person.name
        session.window.choices.choose(annotator=person.name)
        self._see_anew()
        session.window.strip.set_state(self.tr("You work as {name} now").format(name=one_line(person.name)))

    def follow_settings(self, chosen: Settings) -> None:
        """The person may have typed another name in the preferences."""
        self.follow()
        if not self._session.writable or chosen.annotator_name == self._name:
            return
        try:
            self.become(annotator(self._session.workspace, chosen.annotator_name))
        except AnnotatorError as error:
            self._session.tell(error)
            return
        self._name = chosen.annotator_name

    def add(self) -> None:
        """Ask for the name of somebody new, and go on as them."""
        self._ask_name(self.tr("Somebody else"), self.become)

    def open_people(self) -> None:
        """Open the dialog of all people."""
        from annotator.ui.people.people_dialog import PeopleDialog  # seldom needed

        if self._dialog is None:
            self._dialog = PeopleDialog(self._session.window, self._session.window.theme.name)
            self._dialog.changed.connect(self._change)
            self._dialog.adding.connect(lambda: self._ask_name(self.tr("Add somebody"), self._show_added))
            self._dialog.becoming.connect(self.become)
            self._dialog.finished.connect(self._forget)
        self._dialog.show_people(people.people(self._session.workspace), self._session.annotator_id)
        self._dialog.show()

    def _open_menu(self, found: tuple[Person, ...]) -> None:
        window = self._session.window
        menu = SteadyMenu(window.who)
        menu.setAccessibleName(self.tr("Who you are"))
        for number, one in enumerate(found, 1):
            key = f"&{number}  " if number < 10 else ""
            name = isolated(one_line(one.name)).replace("&", "&&")
            if one.id == self._session.annotator_id:
                name = self.tr("{name} (you)").format(name=name)
            action = menu.addAction(person_dot(one, window.theme.name), f"{key}{name} · {role_words(one.role)}")
            action.setIconVisibleInMenu(True)
            action.setCheckable(True)
            action.setChecked(one.id == self._session.annotator_id)
            action.triggered.connect(lambda _on, key=one.id: self.become(key))
            if one.id == self._session.annotator_id:
                menu.setActiveAction(action)
        menu.addSeparator()
        other = menu.addAction(self.tr("Somebody &else…"), self.add)
        everybody = menu.addAction(self.tr("&People…"), self.open_people)
        for action in (other, everybody):
            action.setEnabled(self._session.writable)
        window.who.open_menu(menu)

    def _see_anew(self) -> None:
        """Show everything as the one who looks now sees it."""
        session = self._session
        self.follow()
        session.window.leave_page()
        session.tell_anew()
        if session.reading.document:
            session.reading.open_document(session.reading.document.id)
        session.window.library.refresh_all()
        session.refresh_soon()

    def _ask_name(self, title: str, then: Callable[[UUID], object]) -> None:
        from annotator.ui.people.name_dialog import NameDialog  # seldom needed

        dialog = NameDialog(self._dialog or self._session.window, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.named.connect(lambda name: self._add(dialog, name, then))
        dialog.finished.connect(self._forget_asking)
        self._asking = dialog
        dialog.open()

    def _add(self, dialog: "NameDialog", name: str, then: Callable[[UUID], object]) -> None:
        try:
            added = people.add_person(self._session.workspace, name, self._session.annotator_id)
        except AnnotatorError as error:
            dialog.refuse(str(error))
            return
        dialog.accept()
        then(added)

    def _show_added(self, added: UUID) -> None:
        if self._dialog:
            found = people.people(self._session.workspace)
            self._dialog.show_people(found, self._session.annotator_id, added)

    def _change(self, annotator_id: UUID, what: str, value: str) -> None:
        session = self._session
        try:
            changed = people.change_person(session.workspace, annotator_id, session.annotator_id, **{what: value})
        except AnnotatorError as error:
            if self._dialog:
                self._dialog.refuse(str(error))
            return
        if annotator_id == session.annotator_id and what == "name":
            self._name = changed.name  # who starts the program next is this person, not a new one
            session.window.choices.choose(annotator=changed.name)
        if what == "name" and session.reading.document:
            session.reading.open_document(session.reading.document.id)

    def _forget(self) -> None:
        self._dialog = None

    def _forget_asking(self) -> None:
        self._asking = None
