"""What is lost is told in a sentence and listed."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.core.losses import Loss
from annotator.core.schema_file import read_label_set
from annotator.ui.export.losses_view import MOST_ROWS, LossesView


@pytest.fixture
def view(qtbot: QtBot) -> LossesView:
    widget = LossesView()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_nothing_lost_is_said_and_nothing_listed(view: LossesView) -> None:
    view.show_losses({})
    assert view.summary.text() == "Nothing of what is chosen is lost."
    assert not view.table.isVisible()
    assert not view.nearest.isVisible()


def test_what_is_lost_is_listed_and_the_nearest_format_offered(view: LossesView, qtbot: QtBot) -> None:
    wanted: list[str] = []
    view.nearest_wanted.connect(wanted.append)
    view.show_losses(
        {"note": 1, "span": 2}, [Loss("a", "b", "span", "It overlaps.")], {"b": "Harga"}, ("w3c", "Web Annotation")
    )
    assert view.summary.text() == "This format cannot hold 3 things: 2 × span, 1 × note."
    cells = [view.table.item(0, column) for column in range(3)]
    assert [cell.text() for cell in cells if cell] == ["span", "Harga", "It overlaps."]
    assert view.table.rowCount() == 1
    assert view.whole.text() == "Harga\nIt overlaps."
    assert view.loses_nothing.text() == "“Web Annotation” loses nothing."
    assert view.nearest.accessibleName() == "Choose “Web Annotation”, which loses nothing"
    qtbot.mouseClick(view.nearest, Qt.MouseButton.LeftButton)
    assert wanted == ["w3c"]


def test_attributes_and_links_are_called_as_in_the_label_set(qtbot: QtBot) -> None:
    view = LossesView(read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml")))
    qtbot.addWidget(view)
    counts = {"attribute attributed_to": 5, "link denies": 4, "attribute denies": 3, "attribute of_old": 2, "note": 1}
    view.show_losses(counts, [Loss("a", "b", "link denies", "It holds no links.")])
    assert view.summary.text().endswith(
        ": 5 × attribute “Source”, 4 × link “denies”, 3 × link “denies”, 2 × attribute of_old, 1 × note."
    )
    cell = view.table.item(0, 0)
    assert cell is not None
    assert cell.text() == "link “denies”"


def test_one_thing_and_very_many_have_words_of_their_own(view: LossesView) -> None:
    view.show_losses({"note": 1})
    assert view.summary.text() == "This format cannot hold one thing: 1 × note."
    view.show_losses({"note": 12_345})
    assert view.summary.text().startswith("This format cannot hold 12,345 things: 12,345 × note. The first 500 are")
    assert MOST_ROWS == 500


def test_the_counting_is_followed(view: LossesView) -> None:
    view.wait()
    assert view.summary.text() == "Counting what would be lost…"
    view.wait(1_000, 20_000)
    assert view.summary.text() == "Counting what would be lost… 1,000 / 20,000"
    assert not view.table.isVisible()
    view.show_refusal("There is no label “rumour”.")
    assert view.summary.text() == "There is no label “rumour”."


def test_what_is_always_lost_and_strictness(view: LossesView, qtbot: QtBot) -> None:
    view.show_always(("Sentences are not in it.",))
    assert view.always.text() == "About this export:\n– Sentences are not in it."
    view.show_always(())
    assert not view.always.isVisible()
    with qtbot.waitSignal(view.strict_changed):
        qtbot.keyClick(view.strict, Qt.Key.Key_Space)
    assert view.strict.isChecked()
