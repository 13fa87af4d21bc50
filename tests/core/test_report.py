"""A report as records: what a file must bring back, and what no file can hold."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from annotator.core.report import (
    Fact,
    Facts,
    Heading,
    Paragraph,
    Part,
    Piece,
    Style,
    Table,
    can_be_written,
    cleaned,
    marks_of,
    passages_in,
    plain,
    tint_of,
    words_of,
)
from annotator.operations.label_sets import shipped_label_set

BAD = "a\x00b\ud800c"
GOOD = "a\ufffdb\ufffdc"


def test_only_passages_have_to_come_back() -> None:
    blocks = (Heading("x"), plain("y"), plain("one", Style.PASSAGE), plain("two", Style.PASSAGE))
    assert list(passages_in(blocks)) == ["one", "two"]


def test_numbers_are_no_words_of_a_text() -> None:
    assert Paragraph((Piece("[1", number=True), Piece("He denies"), Piece("1]", number=True))).text == "He denies"


def test_everything_is_cleaned_wherever_it_stands() -> None:
    dirty = Part(
        BAD,
        (
            Heading(BAD),
            plain(BAD),
            Facts((Fact(BAD, BAD),)),
            Table(BAD, (BAD,), ((BAD,),)),
        ),
    )
    clean = cleaned(dirty)
    assert clean.title == GOOD
    assert {words for block in clean.blocks for words in words_of(block)} == {GOOD}
    assert cleaned(clean) == clean


@given(st.text(alphabet=st.characters(codec=None)))
def test_what_can_be_written_is_xml_and_as_long_as_before(text: str) -> None:
    written = can_be_written(text)
    assert len(written) == len(text)
    element = etree.Element("p")
    element.text = written
    assert etree.fromstring(etree.tostring(element)).text == (written or None)


def test_a_tint_is_light_and_every_label_has_a_mark_of_its_own() -> None:
    assert tint_of("#000000") == "#d6d6d6"
    marks = marks_of(shipped_label_set("newsroom"))
    assert [mark.key for mark in marks][:3] == ["claim", "denial", "quote"]
    assert len({mark.pattern for mark in marks[:3]}) == 3
