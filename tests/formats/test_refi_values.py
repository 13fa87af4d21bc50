"""Values that come back as codings stand in the annotation that they are about, and nowhere where that is not sure."""

from annotator.core.exchange import ExchangedAnnotation
from annotator.core.spans import Span
from annotator.formats.refi_values import with_values

VALUES = {
    "certainty/certainty: unsure": ("certainty", "unsure"),
    "by/by: A": ("by", "A"),
    "by/by: B": ("by", "B"),
}
SURE = "certainty/certainty: unsure"


def made(key: str, label: str, start: int = 0, annotator: str = "Ana", note: str = "") -> ExchangedAnnotation:
    return ExchangedAnnotation(key, label, (Span(start, start + 4),), {}, note, annotator)


def said(*given: ExchangedAnnotation) -> list[tuple[str, str, dict[str, str]]]:
    found, into = with_values(given, VALUES)
    assert set(into) == {one.key for one in given} - {one.key for one in found}
    return sorted((one.key, one.label, dict(one.attributes)) for one in found)


def test_a_value_stands_in_the_annotation_of_the_same_stretch_and_person() -> None:
    given = (made("v", SURE), made("a", "claim"), made("b", "claim", annotator="Ben"), made("c", "claim", 9))
    assert said(*given) == [("a", "claim", {"certainty": "unsure"}), ("b", "claim", {}), ("c", "claim", {})]
    assert with_values(given, VALUES)[1] == {"v": "a"}


def test_several_values_of_an_attribute_are_apart_by_semicolons() -> None:
    given = (made("a", "claim", note="cek"), made("v", "by/by: A", note="cek"), made("w", "by/by: B"))
    assert said(*given) == [("a", "claim", {"by": "A; B"})]


def test_where_it_is_not_sure_a_value_stays_what_it_was() -> None:
    value = made("v", SURE)
    assert said(value) == [("v", SURE, {})]
    assert len(said(value, made("a", "claim"), made("b", "quote"))) == 3
    assert len(said(value, made("a", "claim", annotator="Ben"))) == 2
    assert len(said(made("v", SURE, note="lain"), made("a", "claim", note="cek"))) == 2
    assert with_values([made("a", "claim")], {}) == ([made("a", "claim")], {})
