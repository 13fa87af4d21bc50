"""Every state has words; a blind one and a later version say so."""

from uuid import UUID

from annotator.core.identity import born_at
from annotator.core.readings import ReadingRecord, State
from annotator.ui.people.state_words import library_words, reading_sentence, reading_words, state_words

ONE, ANA = UUID(int=1), UUID(int=2)
ANY_TIME = born_at(UUID(int=(1 << 40) << 80))


def test_all_have_words() -> None:
    assert len({state_words(state) for state in State}) == len(State)
    assert all(reading_sentence(ReadingRecord(ONE, ANA, state)) for state in State)


def test_what_is_special_is_said() -> None:
    assert reading_words(ReadingRecord(ONE, ANA, State.APPROVED, version=2)) == "Approved · version 2"
    assert reading_words(ReadingRecord(ONE, ANA, State.UNREAD, blind=True)) == "Unread · blind"
    assert reading_words(ReadingRecord(ONE, ANA, State.SUBMITTED, blind=True, submitted_at=ANY_TIME)) == "Handed in"


def test_the_library_says_what_matters_more_than_how_much_is_read() -> None:
    assert [library_words(ReadingRecord(ONE, ANA, state)) for state in State] == [
        "", "", "handed in", "returned", "approved",
    ]  # fmt: skip
    assert library_words(ReadingRecord(ONE, ANA, assigned_at=ANY_TIME)) == "assigned"
    assert library_words(None) == ""
