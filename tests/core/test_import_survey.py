"""What is counted in a file."""

from dataclasses import replace

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink
from annotator.core.import_survey import Survey
from annotator.core.spans import Span
from tests.formats.exchanged import minister


def test_names_and_values_are_counted() -> None:
    survey = Survey()
    survey.take(minister())
    survey.take(replace(minister(), key="b", links=(ExchangedLink("denies", "x", "y", to_article="c"),)))
    assert (survey.articles, survey.annotations, survey.links) == (2, 6, 2)
    assert survey.labels == {"quote": 2, "claim": 2, "denial": 2}
    assert survey.attributes["attributed_to"] == {"Menteri": 2}
    assert survey.annotators == {"Ana": 6}
    assert survey.far == {("c", "y")}
    assert survey.has_times


def test_of_free_words_no_list_is_kept() -> None:
    survey = Survey()
    for number in range(300):
        one = ExchangedAnnotation("k", "claim", (Span(0, 1),), {"cue": f"word {number}", "sure": True})
        survey.take(ExchangedArticle("a", "a", annotations=(one,)))
    assert survey.values("cue") == ()
    assert len(survey.attributes["cue"]) < 110
    assert survey.values("sure") == ["true"]
