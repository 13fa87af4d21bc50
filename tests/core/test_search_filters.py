"""What an article must be to be found."""

from annotator.core.records import Progress
from annotator.core.search_filters import EVERYTHING, Filters, Reading, reading_of


def test_nothing_is_asked_unless_it_is_said() -> None:
    assert not EVERYTHING.are_set
    assert not Filters(with_superseded=True).are_set
    assert Filters(labels=frozenset({"claim"})).are_set


def test_a_reading_is_done_when_every_sentence_is_decided() -> None:
    assert reading_of(Progress(3, 2, 1)) is Reading.DONE
    assert reading_of(Progress(3, 2, 0)) is Reading.BEGUN
