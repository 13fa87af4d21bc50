"""The code book: labels, and attributes as groups of codes; read from any depth."""

import pytest
from lxml import etree

from annotator.formats.refi_codes import (
    Code,
    CodeBook,
    attribute_in,
    codes_element,
    joined_values,
    read_codes,
    value_in,
)
from annotator.operations.label_sets import shipped_label_set

NEWSROOM = shipped_label_set("newsroom")


def test_a_label_set_is_a_code_book() -> None:
    codes = list(CodeBook(NEWSROOM).codes())
    claim = next(code for code in codes if code.path == ("claim",))
    assert (claim.colour, claim.is_codable) == ("#8a5a00", True)
    assert claim.description.startswith("A statement")
    group = next(code for code in codes if code.path == ("certainty",))
    assert not group.is_codable
    values = [code.path[1] for code in codes if code.path[0] == "certainty" and len(code.path) > 1]
    assert values == ["certainty: sure", "certainty: unsure"]


def test_no_name_is_there_twice() -> None:
    """QualCoder keeps the first code of a name alone."""
    names = [code.path[-1] for code in CodeBook(NEWSROOM).codes()]
    assert len(set(names)) == len(names)


def test_texts_are_no_codes_and_values_are() -> None:
    book = CodeBook(NEWSROOM)
    assert book.value_codes("denied_text", "Harga naik") == []
    assert len(book.value_codes("certainty", "unsure")) == 1
    assert len(book.value_codes("attributed_to", "Menteri; Ana")) == 2
    assert len(book.value_codes("attributed_to", '["A; B"]')) == 1


def test_without_a_label_set_short_words_are_codes() -> None:
    book = CodeBook(None)
    assert len(book.value_codes("cue", "kata")) == 1
    for words in ("", " kata", "a\nb", "x" * 41):
        assert book.value_codes("cue", words) == []


def test_what_is_written_is_read() -> None:
    book = CodeBook(NEWSROOM)
    book.value_codes("attributed_to", "Menteri")
    found = read_codes(codes_element(book, etree))
    assert {code.guid for code in book.codes()} == set(found)
    told = {attribute_in(code) for code in found.values() if code.is_codable}
    assert ("attributed_to", "Menteri") in told
    assert ("certainty", "unsure") in told
    assert None in told


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (("certainty", "certainty: unsure"), ("certainty", "unsure")),
        (("Mine", "certainty", "certainty: un: sure"), ("certainty", "un: sure")),
        (("certainty", "certainty"), None),
        (("certainty: unsure",), None),
        (("Topic", "Topic: prices"), None),
        (("the topic", "the topic: prices"), None),
    ],
)
def test_a_value_in_another_tools_hands_is_known_by_its_names(
    path: tuple[str, ...], told: tuple[str, str] | None
) -> None:
    assert value_in(Code("", path)) == told


def test_codes_lie_in_codes_to_any_depth() -> None:
    deep = etree.fromstring("<Codes>" + "<Code guid='a' name='x'>" * 200 + "</Code>" * 200 + "</Codes>")
    assert len(next(iter(read_codes(deep).values())).path) == 200
    nested = etree.fromstring(
        "<Codes><Code guid='1' name='Reaction' isCodable='true'><Code guid='2' name='denial'/></Code></Codes>"
    )
    assert [code.path for code in read_codes(nested).values()] == [("Reaction",), ("Reaction", "denial")]
    assert read_codes(None) == {}


def test_names_of_one_attribute_are_apart_by_semicolons() -> None:
    assert joined_values({"attributed_to": ["Ana", "Ben"], "cue": ["kata"]}) == {
        "attributed_to": "Ana; Ben",
        "cue": "kata",
    }
