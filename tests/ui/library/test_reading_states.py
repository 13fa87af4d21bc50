"""States are asked for the rows in view; for all only while a filter needs them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

import pytest

from annotator.core.readings import ReadingRecord, State
from annotator.core.records import DocumentSummary
from annotator.ui.library.reading_states import ReadingStates, StateFilter

ANA = UUID(int=99)
NOW = datetime(2026, 5, 1, tzinfo=UTC)
READINGS = {
    UUID(int=1): ReadingRecord(UUID(int=1), ANA, State.IN_PROGRESS),
    UUID(int=2): ReadingRecord(UUID(int=2), ANA, State.SUBMITTED, assigned_at=NOW),
    UUID(int=3): ReadingRecord(UUID(int=3), ANA, State.UNREAD, assigned_at=NOW),
}
ARTICLES = [DocumentSummary(UUID(int=n), f"Article {n}", "", "", "en", None, NOW, 10) for n in range(1, 5)]


class Source:
    def __init__(self) -> None:
        self.asked: list[Sequence[UUID] | None] = []
        self.readings = dict(READINGS)

    def __call__(self, ids: Sequence[UUID] | None) -> dict[UUID, ReadingRecord]:
        self.asked.append(ids)
        return {key: one for key, one in self.readings.items() if ids is None or key in ids}


def started() -> tuple[ReadingStates, Source]:
    states, source = ReadingStates(), Source()
    states.set_source(source)
    return states, source


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (StateFilter.ASSIGNED, [2, 3]),
        (StateFilter.UNREAD, [3, 4]),
        (StateFilter.IN_PROGRESS, [1]),
        (StateFilter.SUBMITTED, [2]),
        (StateFilter.RETURNED, []),
    ],
)
def test_what_the_filter_lets_through(wanted: StateFilter, numbers: list[int]) -> None:
    states, source = started()
    states.choose(wanted)
    assert source.asked == [None]
    assert [one.id.int for one in states.let_through(ARTICLES)] == numbers


def test_without_a_filter_only_what_is_in_view_is_asked() -> None:
    states, source = started()
    states.choose(StateFilter.ALL)
    assert source.asked == []
    states.fetch([UUID(int=1), UUID(int=4)])
    assert source.asked == [[UUID(int=1), UUID(int=4)]]
    assert (states.of(UUID(int=1)), states.of(UUID(int=2))) == (READINGS[UUID(int=1)], None)


def test_it_is_told_whether_a_state_has_changed() -> None:
    states, source = started()
    states.choose(StateFilter.IN_PROGRESS)
    assert not states.fetch([UUID(int=1)])
    source.readings[UUID(int=1)] = ReadingRecord(UUID(int=1), ANA, State.SUBMITTED)
    assert states.fetch([UUID(int=1)])
    del source.readings[UUID(int=1)]
    assert states.fetch([UUID(int=1)])
    assert states.of(UUID(int=1)) is None
