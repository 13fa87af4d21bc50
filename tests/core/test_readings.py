"""States are told from what is there and what is written down; what is handed in is closed."""

from uuid import UUID

import pytest

from annotator.core.readings import CLOSED, ReadingRecord, State, refuse_closed, state_of
from annotator.errors import Closed

HERE, ANA = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(
    ("written", "has_work", "state"),
    [
        (None, False, State.UNREAD),
        ("open", False, State.UNREAD),
        (None, True, State.IN_PROGRESS),
        ("open", True, State.IN_PROGRESS),
        ("submitted", False, State.SUBMITTED),
        ("returned", True, State.RETURNED),
        ("approved", True, State.APPROVED),
    ],
)
def test_state(written: str | None, has_work: bool, state: State) -> None:
    assert state_of(written, has_work=has_work) is state


@pytest.mark.parametrize("written", [None, "open", "returned"])
def test_what_is_open_may_be_changed(written: str | None) -> None:
    refuse_closed(written, HERE, ANA)


@pytest.mark.parametrize("written", sorted(CLOSED))
def test_what_is_closed_may_not(written: str) -> None:
    with pytest.raises(Closed) as caught:
        refuse_closed(written, HERE, ANA)
    assert (caught.value.state, caught.value.document_id, caught.value.annotator_id) == (written, HERE, ANA)


def test_a_record_knows_whether_it_is_closed() -> None:
    assert [state for state in State if ReadingRecord(HERE, ANA, state).is_closed] == [State.SUBMITTED, State.APPROVED]
    assert not ReadingRecord(HERE, ANA).is_assigned
