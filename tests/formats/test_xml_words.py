"""Control characters become spaces where XML takes the words, and each article and annotation that had one is named."""

from dataclasses import replace

from lxml import etree

from annotator.core.losses import Fitted
from annotator.formats.xml_words import fit_for_xml, spaced
from tests.formats.exchanged import minister


def test_what_xml_holds_stays() -> None:
    words = "a\tb\nc\rd é 😀 \ufffd \u2028"
    assert spaced(words) == words


def test_what_it_cannot_hold_becomes_a_space() -> None:
    assert spaced("a\x00b\x0bc\x1fd\ufffee\ud800") == "a b c d e "


def test_every_character_that_is_kept_can_be_written() -> None:
    every = "".join(map(chr, [*range(0x300), *range(0xD7F0, 0xE010), *range(0xFFF0, 0x10010)]))
    assert len(spaced(every)) == len(every)
    etree.Element("a").text = spaced(every)


def test_nothing_is_named_where_nothing_is_changed() -> None:
    fitted = Fitted(minister())
    assert fit_for_xml(fitted) is fitted


def test_what_is_changed_is_named_once_for_each() -> None:
    given = minister()
    first, *others = given.annotations
    noted = replace(first, note="a\x07b", attributes={"cue": "\x01x"})
    given = replace(given, text=given.text.replace("Kata", "Ka\x02a"), annotations=(noted, *others))
    fitted = fit_for_xml(Fitted(given))
    assert [(loss.annotation, loss.what) for loss in fitted.lost] == [("", "text"), (first.key, "text")]
    assert fitted.article.text.startswith("Ka a Menteri")
    assert fitted.article.annotations[0].note == "a b"
    assert fitted.article.annotations[0].attributes == {"cue": " x"}


def test_a_text_that_is_in_no_xml_keeps_them() -> None:
    given = replace(minister(), text=minister().text.replace("Kata", "Ka\x02a"))
    assert fit_for_xml(Fitted(given), with_text=False).article == given
