"""The words of the page of agreement."""

import pytest

from annotator.core.agreement.compared import LeftOut
from annotator.core.agreement.measures import Interval, Measure, Why
from annotator.core.identity import new_id
from annotator.core.spans import Span
from annotator.operations.agreement import Question
from annotator.operations.agreement_places import SeenAnswer, SeenPlace
from annotator.ui.agreement import words
from tests.ui.agreement.compared import comparison


@pytest.mark.parametrize("measure", list(Measure))
def test_every_measure_has_a_title_and_a_sentence(measure: Measure) -> None:
    assert words.measure_title(measure)
    assert words.measure_tip(measure).endswith((".", "?"))


def test_titles_tell_measures_apart() -> None:
    assert len({words.measure_title(measure) for measure in Measure}) == len(Measure)


def test_figures() -> None:
    assert words.value_words(0.8249) == "0.82"
    assert words.value_words(0.8249, share=True) == "82 %"
    assert words.value_words(None) == "–"


@pytest.mark.parametrize(
    ("value", "said"), [(1.0, "100 %"), (0.997, "99.7 %"), (0.99999, "99.9 %"), (0.003, "0.3 %"), (0.0, "0 %")]
)
def test_all_and_none_are_said_only_where_it_is_so(value: float, said: str) -> None:
    assert words.value_words(value, share=True) == said


def test_intervals() -> None:
    assert words.interval_words(Interval(0.5, 0.61)) == "0.50–0.61"
    assert words.interval_words(Interval(0.5, 0.61), share=True) == "50–61 %"
    assert "0.50 and 0.61 in 95 of 100" in words.interval_sentence(Interval(0.5, 0.61))


@pytest.mark.parametrize("why", list(Why))
def test_why_a_figure_is_missing(why: Why) -> None:
    assert words.why_words(why)
    assert words.why_sentence(why).endswith(".")
    assert words.why_words(None) == words.why_sentence(None) == ""


def test_what_is_left_out() -> None:
    assert words.left_out_words(LeftOut(), 0) == ""
    told = words.left_out_words(LeftOut(1, 2, 3), 4)
    assert told.startswith("Left out: 1 made with another’s work in view, 2 that came later, 3 ")
    assert told.endswith("4 articles that you read blind.")


def test_where_there_is_nothing_it_says_what_to_do() -> None:
    nothing = comparison()
    assert "Assign one" in words.nothing_words(nothing)
    nothing.left_out = LeftOut(not_independent=1)
    assert "blind" in words.nothing_words(nothing)
    nothing = comparison()
    nothing.question = Question(languages=("fi",))
    assert "Ask for other annotators" in words.nothing_words(nothing)


def test_the_method_names_its_sources_and_says_when_drafts_count() -> None:
    told = words.method_words(drafts=False)
    for source in ("Cohen’s (1960)", "1971", "Krippendorff 2004", "Efron 1979"):
        assert source in told
    assert "with fewer than 10 they are too narrow" in told
    assert words.method_words(drafts=True) != told


def test_what_everybody_says() -> None:
    answers = (
        SeenAnswer("Ana", ("quote",), ("“Yes.”",)),
        SeenAnswer("رنا", (), ()),
        SeenAnswer("Eva", ("quote",), (), "written"),
    )
    place = SeenPlace(new_id(), "T", Span(0, 5), "“Yes.”", (), answers, False)
    told = words.answers_words(place, {"quote": "Quote"})
    assert told.startswith("Ana: Quote ““Yes.””")
    assert "\u2068رنا\u2069: nothing" in told
    assert told.endswith("Eva: written")


def test_gamma() -> None:
    assert words.gamma_words(0.456, None, 16) == "gamma 0.46, gamma-cat –, of 16 annotations (Mathet and others 2015)."
