"""The banner says one thing at a time, with its ways out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.banner import Banner, Kind, Notice, Way
from annotator.ui.theme import read_theme


def test_a_way_out_is_taken_and_a_settled_topic_goes(qtbot: QtBot) -> None:
    taken: list[str] = []
    banner = Banner()
    qtbot.addWidget(banner)
    banner.set_theme(read_theme("light"))
    assert not banner.isVisibleTo(None)
    banner.say(Notice("disk", "The disk is full.", Kind.ERROR, (Way("Try again", lambda: taken.append("again")),)))
    (button,) = [one for one in banner.findChildren(QPushButton) if one.isVisibleTo(banner)]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert taken == ["again"]
    assert banner.accessibleName() == "The disk is full."
    banner.clear("other")
    assert banner.notice is not None
    banner.clear("disk")
    assert banner.notice is None


def test_a_newer_notice_on_a_topic_replaces_the_older(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.say(Notice("project", "Read only."))
    banner.say(Notice("mishap", "One."))
    banner.say(Notice("mishap", "Two."))
    assert banner.notice == Notice("mishap", "Two.")
    qtbot.mouseClick(banner._away, Qt.MouseButton.LeftButton)
    assert banner.notice == Notice("project", "Read only.")


def test_what_must_stay_cannot_be_put_away(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.say(Notice("project", "Damaged.", Kind.ERROR, stays=True))
    assert not banner._away.isVisibleTo(banner)


def test_it_tells_when_what_had_the_keyboard_is_gone(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    banner, field = Banner(window), QLineEdit(window)
    with qtbot.waitActive(window):
        window.show()
    banner.say(Notice("disk", "The disk is full.", Kind.ERROR, (Way("Try again", lambda: banner.clear("disk")),)))
    (button,) = banner.findChildren(QPushButton)
    with qtbot.waitSignal(banner.left):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    field.setFocus()
    banner.say(Notice("disk", "The disk is full."))
    with qtbot.assertNotEmitted(banner.left):
        banner.clear("disk")
