"""The trail as a list that grows."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt

from annotator.operations.trail import Trail, TrailEntry
from annotator.ui.audit.trail_model import TrailModel

AT = datetime(2026, 5, 4, 12, 30, tzinfo=UTC)


def entry(number: int, **more: object) -> TrailEntry:
    values: dict[str, object] = {"annotator": "Ana", "article": "Prices\nrise", "received": False, **more}
    return TrailEntry(
        number, AT, values["annotator"], None, values["article"], "Tag claim", "edit", values["received"], ()
    )  # type: ignore[arg-type]


def test_two_lines_an_entry(qapp: object) -> None:
    model = TrailModel()
    model.show(Trail((entry(3), entry(2, annotator="", received=True)), None))
    first, second = model.data(model.index(0)).split("\n")
    assert first == "Ana · Tag claim"
    assert second.endswith("Prices rise")
    assert model.data(model.index(1)).startswith("The program")
    assert "in another copy" in model.data(model.index(1))
    model.names_articles = False
    assert "Prices" not in model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert model.data(model.index(1), model.EntryRole).number == 2


def test_older_ones_are_asked_for_once(qapp: object) -> None:
    model, asked = TrailModel(), list[int]()
    model.more_wanted.connect(asked.append)
    model.show(Trail((entry(9),), 9))
    assert model.canFetchMore()
    model.fetchMore()
    assert (asked, model.canFetchMore()) == ([9], False)
    model.add(Trail((), 5))  # a page of which nothing was asked for: on to the next
    assert asked == [9, 5]
    model.add(Trail((entry(2),), None))
    assert [one.number for one in model.entries] == [9, 2]
    assert not model.canFetchMore()
