"""An article that was found shows what was found in it, in every theme."""

import pytest

from annotator.core.spans import Span
from annotator.ui.search.hit_delegate import HitDelegate, shown_snippet
from annotator.ui.theme import THEMES
from tests.ui.search.found import hit
from tests.ui.search.pictures import marked, painted


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", THEMES)
def test_what_was_found_is_marked_below_the_title(theme: str) -> None:
    picture = painted(HitDelegate(), hit("the rice is enough", (4, 8)), theme)
    place = marked(picture, theme)
    assert not place.isNull()
    assert place.top() > picture.height() * 0.2
    assert marked(painted(HitDelegate(), hit("the rice is enough"), theme), theme).isNull()


def test_dots_say_where_a_snippet_was_cut() -> None:
    text = "word " * 60 + "rice" + " word" * 60
    words, marks = shown_snippet(hit(text, (300, 304)))
    assert words.startswith("… ")
    assert words.endswith(" …")
    assert [words[start:end] for start, end in marks] == ["rice"]
    assert shown_snippet(hit("rice", (0, 4))) == ("rice", (Span(0, 4),))
