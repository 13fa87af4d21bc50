"""All that a text reports."""

from annotator.core.quote_finder import find_reports, speech_in
from annotator.core.spans import Span


def pieces(text: str, segments: tuple[Span, ...]) -> list[str]:
    return [text[start:end] for start, end in segments]


def test_what_a_quotation_leaves_to_a_later_sentence_is_read_with_it() -> None:
    text = "He said: “It is late. Nobody is here. Go home.” Then he left."
    (one,) = find_reports(text, "en")
    assert pieces(text, one.segments) == ["“It is late. Nobody is here. Go home.”"]
    assert one.quote_type == "direct"


def test_one_verb_between_two_quotations_makes_them_one() -> None:
    text = "“It is late,” Lim said. “Go home.” “I stay,” said Hill."
    assert [len(one.segments) for one in find_reports(text, "en")] == [2, 1]


def test_a_name_in_marks_does_not_make_a_report_mixed() -> None:
    text = "He said that the “Bank of the North” was shut."
    assert [one.quote_type for one in find_reports(text, "en")] == ["indirect"]
    text = "He said that the bank was “rotten to the core” and shut."
    (one,) = find_reports(text, "en")
    assert one.quote_type == "mixed"
    assert pieces(text, one.marks) == ["“rotten to the core”"]


def test_a_title_is_named_by_the_word_before_it() -> None:
    assert find_reports("She read the novel “how we all came to live here”.", "en") == []
    assert len(find_reports("The sign was plain: “how we all came to live here”.", "en")) == 1


def test_where_direct_speech_alone_is_asked_for_nothing_else_is_given() -> None:
    text = "Lim said that it was late. “Go home now, all of you.”"
    assert len(find_reports(text, "en")) == 2
    assert len(find_reports(text, "en", direct_only=True)) == 1


def test_speech_in_marks_is_found_inside_reports() -> None:
    text = "Er sagte, die Lage sei „sehr ernst“."
    assert [pieces(text, one.segments) for one in speech_in(text, "de")] == [["„sehr ernst“"]]


def test_a_sentence_without_end_is_read_for_its_marks() -> None:
    text = "word " * 500 + "“it is all over now and we go home”"
    (one,) = find_reports(text, "en")
    assert one.how == "marks"
    assert one.cue is None


def test_a_sentence_that_ends_in_a_colon_tells_who_says_what_stands_in_the_next_paragraph() -> None:
    text = "On Friday, Lim went on and said:\n\n“Go.”"
    (one,) = find_reports(text, "en")
    assert one.cue is not None
    assert one.source is not None
    assert pieces(text, (one.cue, one.source)) == ["said", "Lim went on"]


def test_a_report_that_goes_on_is_by_whom_it_began() -> None:
    text = "Hügel sagte, es sei spät. Niemand sei mehr da."
    found = find_reports(text, "de")
    assert [one.how for one in found] == ["clause", "mood"]
    assert [one.source for one in found] == [Span(0, 5), Span(0, 5)]


def test_marks_with_nothing_between_them_are_no_quotation() -> None:
    assert find_reports('"" said Lim.', "en") == []
