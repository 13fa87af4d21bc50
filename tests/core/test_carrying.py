"""What goes over to a corrected text beside annotations."""

from annotator.core.anchoring import Anchoring
from annotator.core.carrying import BY_HAND, carried_break, carried_furniture, carried_mark
from annotator.core.records import Furniture
from annotator.core.spans import Span

OLD = "Read also: ferry news\nThe bridge is open. It was closed for a year. Nobody knows why.\nPhoto: A. Prins\n"
NEW = OLD.replace("for a year", "for two years").replace("The bridge", "Update: The bridge")
ANCHORING = Anchoring(OLD, NEW)


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def sentences() -> list[Span]:
    ends = [OLD.index("The"), OLD.index("It was"), OLD.index("Nobody"), OLD.index("Photo"), len(OLD)]
    return [Span(start, end) for start, end in zip([0, *ends], ends, strict=False)]


def test_a_mark_goes_over_whole_where_its_text_is_the_same() -> None:
    assert carried_mark(ANCHORING, span(OLD, "Nobody knows why."), sentences()) == [span(NEW, "Nobody knows why.")]


def test_of_a_longer_mark_the_sentences_that_are_the_same_go_over() -> None:
    mark = span(OLD, "The bridge is open. It was closed for a year. Nobody knows why.")
    carried = carried_mark(ANCHORING, mark, sentences())
    assert [NEW[slice(*one)] for one in carried] == ["The bridge is open.", "Nobody knows why."]


def test_what_was_reworded_has_to_be_read_again() -> None:
    assert carried_mark(ANCHORING, span(OLD, "It was closed for a year."), sentences()) == []


def test_a_part_of_a_changed_sentence_has_to_be_read_again() -> None:
    mark = Span(span(OLD, "closed for a").start_char, span(OLD, "Nobody knows why.").end_char)
    assert [NEW[slice(*one)] for one in carried_mark(ANCHORING, mark, sentences())] == ["Nobody knows why."]


def test_a_split_goes_over_where_the_words_beside_it_are_the_same() -> None:
    assert carried_break(ANCHORING, OLD.index("open.")) == NEW.index("open.")
    assert carried_break(ANCHORING, OLD.index("year")) is None
    assert carried_break(ANCHORING, 0) is None
    assert carried_break(ANCHORING, len(OLD)) is None


def test_furniture_by_hand_goes_over_and_so_does_what_was_said_to_be_none() -> None:
    rules = [
        Furniture(*span(OLD, "Read also: ferry news"), "read_more"),
        Furniture(*span(OLD, "Photo: A. Prins"), "credit"),
    ]
    had = [rules[0], Furniture(*span(OLD, "Nobody knows why."), BY_HAND)]  # the credit is text, a person said
    found = [
        Furniture(*span(NEW, "Read also: ferry news"), "read_more"),
        Furniture(*span(NEW, "Photo: A. Prins"), "credit"),
    ]
    assert carried_furniture(ANCHORING, rules, had, found) == [
        found[0],
        Furniture(*span(NEW, "Nobody knows why."), BY_HAND),
    ]


def test_furniture_on_reworded_text_is_left_to_the_rules() -> None:
    had = [Furniture(*span(OLD, "It was closed for a year."), BY_HAND)]
    assert carried_furniture(ANCHORING, [], had, []) == []
