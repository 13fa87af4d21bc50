"""Where an annotation stands."""

from annotator.core.places import passage_in, place_in
from annotator.core.spans import Span
from tests.core.test_linking import made

TEXT = "One here. Two 😀 there. Three."


def test_segments_are_joined_and_the_first_sentence_is_told_without_white_space() -> None:
    two = made(1, "claim", (10, 13), (16, 21))
    assert passage_in(TEXT, two) == "Two … there"
    assert place_in(TEXT, [Span(0, 10), Span(10, 23), Span(23, 29)], two) == ("Two … there", 1, "Two 😀 there.")


def test_a_text_without_sentences_has_the_words_alone() -> None:
    assert place_in("Two", [], made(1, "claim", (0, 3))) == ("Two", -1, "")
