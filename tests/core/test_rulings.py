"""A ruling holds for what it was made about, and no longer than that stays as it was."""

from uuid import UUID

from annotator.core.adjudication import compare
from annotator.core.disputes import Comparison
from annotator.core.rulings import RulingRecord, RulingVerdict, same_words, superseded, with_rulings
from tests.core.submitted import ANA, BEN, CLEO, DOCUMENT, link, reading, said

THEN = compare([reading(ANA, said(1, "claim", (0, 9))), reading(BEN, said(2, "claim", (0, 12)))])


def ruling(number: int, *settles: int, keeps: tuple[int, ...] = ()) -> RulingRecord:
    about, kept = frozenset(UUID(int=one) for one in settles), frozenset(UUID(int=one) for one in keeps)
    return RulingRecord(UUID(int=number), DOCUMENT, CLEO, RulingVerdict.ONE, about, kept)


def unchanged(_ruling: RulingRecord) -> Comparison | None:
    return None


def test_the_newest_ruling_on_the_same_annotations_counts() -> None:
    first, second = ruling(10, 1, 2, keeps=(1,)), ruling(11, 1, 2, keeps=(2,))
    (dispute,) = with_rulings(THEN, [second, first], unchanged)
    assert dispute.ruling == second
    assert not dispute.is_open
    assert superseded([first, second]) == {first.id}


def test_a_ruling_on_other_annotations_is_only_shown() -> None:
    (dispute,) = with_rulings(THEN, [ruling(10, 1)], unchanged)
    assert dispute.is_open
    assert dispute.former == ruling(10, 1)
    assert with_rulings(THEN, [ruling(10, 7)], unchanged)[0].former is None


def test_it_is_open_again_when_a_reading_says_something_else_of_the_same_annotation() -> None:
    now = compare([reading(ANA, said(1, "claim", (0, 9))), reading(BEN, said(2, "claim", (0, 14)), number=2)])
    (dispute,) = with_rulings(now, [ruling(10, 1, 2)], lambda _ruling: THEN)
    assert dispute.is_open
    assert dispute.former == ruling(10, 1, 2)


def test_it_holds_when_a_reading_is_handed_in_anew_as_it_was() -> None:
    now = compare([reading(ANA, said(1, "claim", (0, 9))), reading(BEN, said(2, "claim", (0, 12)), number=2)])
    assert with_rulings(now, [ruling(10, 1, 2)], lambda _ruling: THEN)[0].ruling == ruling(10, 1, 2)


def test_somebody_who_has_nothing_there_changes_nothing() -> None:
    with_cleo = compare(
        [reading(ANA, said(1, "claim", (0, 9))), reading(BEN, said(2, "claim", (0, 12))), reading(CLEO)]
    )
    assert same_words(THEN.disputes[0], with_cleo.disputes[0])


def test_values_and_links_are_part_of_what_is_said() -> None:
    ana = reading(ANA, said(1, "claim", (0, 9)))
    for other in (
        reading(BEN, said(2, "claim", (0, 12), voice="outlet")),
        reading(BEN, said(2, "claim", (0, 12)), links=[link("attributed_to", 2, source=5)]),
    ):
        assert not same_words(THEN.disputes[0], compare([ana, other]).disputes[0])
