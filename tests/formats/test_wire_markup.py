"""Stories in XML as text."""

from lxml import etree

from annotator.formats.limits import LIMITS
from annotator.formats.wire_markup import text_of, words_of


def test_prefixes_and_names_of_nitf_do_not_matter() -> None:
    root = etree.fromstring(
        '<x:body.content xmlns:x="urn:n"><x:block><x:p>One <x:em>two</x:em>.</x:p><x:hl2>Three</x:hl2></x:block>'
        "<x:media><x:media-caption>Not this</x:media-caption></x:media><x:note>Nor this</x:note>"
        "<x:ul><x:li>a</x:li><x:li>b</x:li></x:ul></x:body.content>"
    )
    assert text_of(root, LIMITS) == "One two.\n\nThree\n\na\nb"


def test_what_stands_behind_an_element_is_not_its_own() -> None:
    root = etree.fromstring("<a><p>One</p>two</a>")
    assert text_of(root[0], LIMITS) == "One"


def test_words_on_one_line() -> None:
    assert words_of(etree.fromstring("<a> One <b>two</b>\n three</a>")) == "One two three"
    assert words_of(None) == ""
