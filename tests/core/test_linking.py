"""Which annotations are offered for a link, and in which order."""

from datetime import UTC, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from annotator import resources
from annotator.core.linking import Way, candidates, encloses, linked_ends, ways_of
from annotator.core.records import AnnotationRecord, RelationRecord
from annotator.core.schema_file import read_label_set
from annotator.core.spans import Span

NEWSROOM = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))
ARTICLE = UUID(int=99)
AT = datetime(2026, 5, 4, tzinfo=UTC)


def made(number: int, label: str, *segments: tuple[int, int], by: str = "Ana") -> AnnotationRecord:
    spans = tuple(Span(*segment) for segment in segments)
    return AnnotationRecord(UUID(int=number), ARTICLE, label, spans, by, "", "manual", AT)


def linked(kind: str, start: int, end: int) -> RelationRecord:
    return RelationRecord(UUID(int=1000 + start), ARTICLE, kind, UUID(int=start), UUID(int=end), None, "Ana")


def way(key: str, inward: bool = False) -> Way:
    return Way(NEWSROOM.relation(key), inward)


def numbers(found: list[AnnotationRecord]) -> list[int]:
    return [one.id.int for one in found]


def test_a_label_s_own_link_comes_first_and_the_other_ends_last() -> None:
    titles = {label: [way.title for way in ways_of(NEWSROOM, label)] for label in ("claim", "denial", "quote")}
    assert titles["denial"] == ["denies", "responds to", "cued by", "supersedes", "said in", "superseded by"]
    assert titles["quote"][0] == "contains"
    assert titles["claim"][0] == "same as"
    assert titles["claim"].count("same as") == 1
    assert {"denied by", "said in"} <= set(titles["claim"])


def test_the_nearest_before_then_the_nearest_after() -> None:
    denial = made(1, "denial", (100, 120))
    claims = [made(2, "claim", (0, 10)), made(3, "claim", (121, 130)), made(4, "claim", (60, 90))]
    claims += [made(5, "claim", (300, 310)), made(6, "quote", (95, 99))]
    assert numbers(candidates(way("denies"), denial, [denial, *claims], (), "Ana")) == [4, 2, 3, 5]


def test_what_overlaps_is_nearest() -> None:
    denial = made(1, "denial", (100, 120))
    inside, before = made(2, "claim", (100, 110)), made(3, "claim", (80, 99))
    assert numbers(candidates(way("denies"), denial, [before, inside], (), "Ana")) == [2, 3]


def test_a_quote_is_offered_first_what_it_encloses() -> None:
    quote = made(1, "quote", (50, 80), (100, 140))
    inside, later = made(2, "claim", (110, 130)), made(3, "denial", (55, 60))
    gap, before = made(4, "claim", (85, 95)), made(5, "claim", (30, 49))
    assert numbers(candidates(way("contains"), quote, [inside, later, gap, before], (), "Ana")) == [3, 2, 5, 4]
    assert not encloses(quote, gap)


def test_of_quotes_around_a_claim_the_narrowest_is_offered_first() -> None:
    claim = made(1, "claim", (20, 30))
    around = [made(2, "quote", (0, 90)), made(3, "quote", (15, 40)), made(4, "quote", (200, 210))]
    assert numbers(candidates(way("contains", inward=True), claim, around, (), "Ana")) == [3, 2, 4]


def test_what_is_linked_already_is_not_offered_again() -> None:
    first, second, third = made(1, "claim", (0, 5)), made(2, "claim", (10, 15)), made(3, "claim", (20, 25))
    same = [linked("same_as", 2, 1)]
    assert numbers(candidates(way("same_as"), first, [second, third], same, "Ana")) == [3]
    assert linked_ends(way("denies"), first.id, same) == set()
    assert linked_ends(way("contains", inward=True), UUID(int=1), [linked("contains", 4, 1)]) == {UUID(int=4)}
    assert linked_ends(way("contains"), UUID(int=1), [linked("contains", 4, 1)]) == set()


def test_a_link_goes_out_from_one_s_own_annotations_only() -> None:
    claim, quote = made(1, "claim", (10, 20)), made(2, "quote", (0, 30), by="Ben")
    assert candidates(way("contains", inward=True), claim, [quote], (), "Ana") == []
    assert numbers(candidates(way("contains", inward=True), claim, [quote], (), "Ben")) == [2]
    assert numbers(candidates(way("contains"), quote, [claim], (), "Ana")) == [1]


_spans = st.tuples(st.integers(0, 400), st.integers(1, 60)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(_spans, st.lists(_spans, max_size=12))
def test_all_that_fit_are_offered_once_and_none_after_nearer_ones(
    start: tuple[int, int], others: list[tuple[int, int]]
) -> None:
    denial = made(1, "denial", start)
    claims = [made(number, "claim", span) for number, span in enumerate(others, 2)]
    found = candidates(way("denies"), denial, claims, (), "Ana")
    assert sorted(numbers(found)) == [one.id.int for one in claims]
    before = [one for one in found if one.extent.start_char <= start[0]]
    assert found[: len(before)] == before
    gaps = [max(0, start[0] - one.extent.end_char) for one in before]
    assert gaps == sorted(gaps)
