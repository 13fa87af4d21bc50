"""What narrows an export down is brought back whole, and no day is no day."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.core.schema_file import read_label_set
from annotator.core.selection import Selection
from annotator.ui.export.choices import Offered
from annotator.ui.export.narrow_box import NarrowBox

NEWSROOM = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))
OFFERED = Offered(NEWSROOM, 10, people=("Ana", "Ben"), languages=("id", ""), outlets=("X & Y",))


@pytest.fixture
def box(qtbot: QtBot) -> NarrowBox:
    widget = NarrowBox(OFFERED)
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_what_is_chosen_comes_back(box: NarrowBox) -> None:
    wanted = Selection(labels=("claim",), annotators=("Ben",), languages=("",), attributes=(("quote_type", "direct"),))
    box.set_selection(wanted)
    assert box.add_to(Selection()) == wanted
    assert box.narrows() == 4
    box.set_selection(Selection())
    assert box.add_to(Selection()) == Selection()


def test_what_is_no_longer_there_stays_chosen_and_can_be_taken_away(box: NarrowBox) -> None:
    wanted = Selection(
        labels=("rumour",), annotators=("Zed",), outlets=("Gone",), attributes=(("denied_text", "any words"),)
    )
    box.set_selection(wanted)
    assert box.add_to(Selection()) == wanted
    assert box.labels.text() == "Label: rumour (from the recipe) ▾"
    assert box.attributes.accessibleName().endswith("denied_text: any words (from the recipe)")
    box.set_selection(Selection(labels=("claim",)))
    assert [action.data()[0] for action in box.labels.menu().actions()] == [one.key for one in NEWSROOM.labels]


def test_a_moment_of_a_recipe_is_its_day(box: NarrowBox) -> None:
    box.set_selection(Selection(since="2026-01-05T10:00:00+00:00", until="2026-02"))
    assert box.add_to(Selection()) == Selection(since="2026-01-05", until="2026-02-28")


def test_what_is_no_day_is_told_once_it_is_left(box: NarrowBox, qtbot: QtBot) -> None:
    said: list[bool] = []
    box.understood.connect(said.append)
    box.since.setFocus()
    qtbot.keyClicks(box.since, "yesterday")
    assert not box.is_understood
    assert said[-1] is False
    assert not box.no_day.isVisible()
    qtbot.keyClick(box.since, Qt.Key.Key_Return)
    assert box.no_day.text().startswith("“yesterday” is no day.")
    assert box.no_day.isVisible()
    box.since.clear()
    assert box.is_understood
    assert said[-1] is True
    assert not box.no_day.isVisible()
