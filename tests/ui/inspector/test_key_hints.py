"""The hints are made from the project's labels."""

from pytestqt.qtbot import QtBot

from annotator.ui.inspector.key_hints import KeyHints
from annotator.ui.inspector.label_chip import LabelChip
from annotator.ui.quiet_label import QuietLabel
from tests.ui.inspector.passages import newsroom


def test_every_label_is_there_with_its_key(qtbot: QtBot) -> None:
    hints = KeyHints()
    qtbot.addWidget(hints)
    hints.set_labels(newsroom(), "light")
    assert [chip.accessibleName() for chip in hints.findChildren(LabelChip)] == ["1 Claim", "2 Denial", "3 Quote"]


def test_other_keys_can_be_changed(qtbot: QtBot) -> None:
    hints = KeyHints()
    qtbot.addWidget(hints)
    hints.set_keys([("F9", "write a note")])
    assert "F9 – write a note" in [label.text() for label in hints.findChildren(QuietLabel)]
