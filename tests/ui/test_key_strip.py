"""The strip names the labels with the person's own keys, and tells progress and state."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.core.records import Progress
from annotator.core.schema_file import read_label_set
from annotator.ui.inspector.label_chip import LabelChip
from annotator.ui.key_strip import KeyStrip
from annotator.ui.lines import number
from annotator.ui.theme import read_theme

LABELS = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))


def test_labels_and_keys_are_shown_and_follow_the_choice(qtbot: QtBot) -> None:
    strip = KeyStrip()
    qtbot.addWidget(strip)
    strip.set_commands(LABELS, {}, read_theme("light"))
    strip.set_commands(LABELS, {"note": "M", "keys": ""}, read_theme("dark"))
    shown = [one for one in strip.findChildren(LabelChip) if one.isVisibleTo(strip)]
    words = [one.text() for one in strip.findChildren(QLabel) if one.isVisibleTo(strip)]
    assert len(shown) == 3
    assert "M" in words
    assert "F1" not in words


def test_progress_and_state(qtbot: QtBot) -> None:
    strip = KeyStrip()
    qtbot.addWidget(strip)
    strip.set_progress(Progress(sentences=25, tagged=8, nothing=4))
    strip.set_state("saved")
    assert strip._progress.text() == "12 of 25 read"
    strip.set_progress(Progress(sentences=17401, tagged=1000, nothing=1))
    assert strip._progress.text() == f"{number(1001)} of {number(17401)} read"
    assert strip.state == "saved"
    strip.set_progress(None)
    assert strip._progress.text() == ""


def test_keys_make_room_for_what_is_said_and_come_back(qtbot: QtBot) -> None:
    strip = KeyStrip()
    qtbot.addWidget(strip)
    strip.set_commands(LABELS, {}, read_theme("light"))
    strip.set_state("saved")
    strip.setMinimumWidth(100)  # as a narrow window does
    strip.resize(900, 30)
    strip.show()

    def shown() -> list[int]:
        hints = [strip._keys.itemAt(index).widget() for index in range(strip._keys.count())]
        return [hint.width() - hint.sizeHint().width() for hint in hints if hint.isVisible()]

    assert len(shown()) == 7
    strip.set_state("What is said here is as long as the strip has room for, or nearly so: read it to the end.")
    qtbot.waitUntil(lambda: strip._state.width() >= strip._state.sizeHint().width())
    assert len(shown()) < 4
    assert all(spare >= 0 for spare in shown())
    strip.set_state("saved")
    assert len(shown()) == 7
    strip.resize(420, 30)
    assert len(shown()) < 7


def test_what_is_said_of_a_sentence_goes_with_the_focus_unless_something_else_is_so_by_now(qtbot: QtBot) -> None:
    strip = KeyStrip()
    qtbot.addWidget(strip)
    strip.set_state("saved")
    strip.say_here("1/2 looks wrong")
    strip.say_here("2/2 looks wrong")
    strip.move_on()
    assert strip.state == "saved"
    strip.say_here("1/2 looks wrong")
    strip.set_state("Undone: Tag claim")
    strip.say_here("2/2 looks wrong")
    strip.move_on()
    assert strip.state == "Undone: Tag claim"
    strip.say_here("1/2 looks wrong")
    strip.set_state("saved")
    strip.move_on()
    assert strip.state == "saved"


def test_a_page_in_place_of_the_text_has_keys_of_its_own(qtbot: QtBot) -> None:
    strip = KeyStrip()
    qtbot.addWidget(strip)
    strip.set_commands(LABELS, {}, read_theme("light"))
    strip.set_progress(Progress(sentences=25, tagged=8, nothing=4))
    strip.resize(1400, 30)
    strip.show()

    def shown() -> list[str]:
        return [one.text() for one in strip.findChildren(QLabel) if one.isVisibleTo(strip) and one.text()]

    assert {"N", "F1", "12 of 25 read"} <= set(shown())
    strip.set_with_text(False)
    assert shown() == ["F1", "All keys"]
    strip.set_with_text(True)
    assert {"N", "F1", "12 of 25 read"} <= set(shown())
