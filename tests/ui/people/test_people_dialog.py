"""The dialog tells what is wanted, once, and shows what it is given."""

from uuid import UUID

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.core.people import Person, Role
from annotator.ui.people.people_dialog import PeopleDialog

ANA, BEN = Person(UUID(int=1), "Ana", "A"), Person(UUID(int=2), "بنيامين", "ب", Role.LEAD, "rose")


def shown(qtbot: QtBot) -> tuple[PeopleDialog, list[tuple[object, ...]]]:
    dialog = PeopleDialog(None, "light")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    told: list[tuple[object, ...]] = []
    dialog.changed.connect(lambda *what: told.append(what))
    dialog.show_people([ANA, BEN], ANA.id)
    dialog.show()
    return dialog, told


def test_one_begins_with_oneself(qtbot: QtBot) -> None:
    dialog, _ = shown(qtbot)
    assert (dialog.name.text(), dialog.initials.text(), dialog.become.isEnabled()) == ("Ana", "A", False)
    dialog.list_view.setCurrentRow(1)
    assert (dialog.name.text(), dialog.role.currentData(), dialog.color.currentData()) == ("بنيامين", "lead", "rose")
    assert dialog.become.isEnabled()


def test_what_is_as_it_was_is_not_told(qtbot: QtBot) -> None:
    dialog, told = shown(qtbot)
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    dialog.role.activated.emit(0)
    assert told == []
    dialog.color.setCurrentIndex(dialog.color.findData("teal"))
    dialog.color.activated.emit(dialog.color.currentIndex())
    assert told == [(ANA.id, "color", "teal")]


def test_it_fits_a_small_screen(qtbot: QtBot) -> None:
    dialog, _ = shown(qtbot)
    assert dialog.width() <= 1024
    assert dialog.height() <= 700
