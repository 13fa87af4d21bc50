"""A word in context, sorted by the words beside it."""

from annotator.core.concordance import Order, contexts
from annotator.core.search_match import stretches
from annotator.core.search_query import every_part, parse

TEXT = "Naik harga beras.\nTurun harga apel; Élan harga cabai"


def test_what_stands_on_either_side_is_in_one_line() -> None:
    lines = list(contexts(TEXT, stretches(TEXT, every_part(parse("harga")), folded=False)))
    assert [line.word for line in lines] == ["harga"] * 3
    assert lines[1].left == "Naik harga beras. Turun "
    assert lines[1].right == " apel; Élan harga cabai"
    assert all(TEXT[line.span.start_char : line.span.end_char] == line.word for line in lines)


def test_lines_are_sorted_by_the_nearest_word_on_a_side() -> None:
    lines = list(contexts(TEXT, stretches(TEXT, every_part(parse("harga")), folded=False)))
    by_left = sorted(lines, key=lambda line: line.key(Order.LEFT))
    by_right = sorted(lines, key=lambda line: line.key(Order.RIGHT))
    assert [line.left.split()[-1] for line in by_left] == ["Élan", "Naik", "Turun"]
    assert [line.right.split()[0] for line in by_right] == ["apel;", "beras.", "cabai"]


def test_a_context_is_cut_at_a_space_and_inside_no_character() -> None:
    text = "satu " * 50 + "harga" + " 👩🏽‍🚒" * 50
    (line,) = contexts(text, stretches(text, every_part(parse("harga")), folded=False))
    assert line.left == "satu " * (len(line.left) // 5)
    assert set(line.right.split()) == {"👩🏽‍🚒"}
