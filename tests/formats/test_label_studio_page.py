"""Pages of HTML as Label Studio counts in them, and as a person reads them."""

import pytest

from annotator.core.spans import Span
from annotator.formats.label_studio_page import PageText


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<h1>Beras</h1><p>Kata <b>Menteri</b></p>", "Beras\nKata Menteri"),
        ("<h1>Beras</h1>\n<p>Kata</p>", "Beras\nKata"),
        ("<p>Satu<br></p><p>dua\n</p><p>tiga</p>", "Satu\ndua\ntiga"),
        ("<div><div><p>Satu</p></div> </div>dua", "Satu \ndua"),
        ("<ul><li>a</li><li>b</li></ul><script>x</script><p></p>", "a\nb"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb"),
        ("", ""),
    ],
)
def test_each_block_has_a_line(page: str, text: str) -> None:
    assert PageText(page).text == text


def test_places_are_counted_without_the_breaks_between_blocks() -> None:
    page = PageText("<h1>Beras</h1><p>Kata 😀</p><p>ya</p>")
    words = {(0, 5): "Beras", (5, 9): "Kata", (3, 7): "as\nKa", (10, 11): "😀", (11, 13): "ya"}
    assert {place: page.text[slice(*page.place(*place))] for place in words} == words
    assert page.place(5, 9, "Kata") == Span(6, 10)


def test_words_may_be_told_with_the_breaks_or_without() -> None:
    page = PageText("<h1>Beras</h1><p>Kata</p>")
    assert page.place(0, 9, "BerasKata") == page.place(0, 9, "Beras\nKata") == Span(0, 10)
    assert page.place(None, None, "Beras\\nKata") == Span(0, 10)
    with pytest.raises(ValueError, match="not in the text"):
        page.place(0, 3, "Gula")
    with pytest.raises(ValueError, match="0–99"):
        page.place(0, 99)


def test_line_ends_of_two_characters_count_as_two() -> None:
    page = PageText("<pre>Satu&#13;\ndua</pre><p>tiga</p>")
    assert page.text == "Satu\ndua\ntiga"
    assert page.text[slice(*page.place(9, 13))] == "tiga"
