"""The lines of a concordance have what was found in one column, mirrored where the script is."""

import pytest
from PySide6.QtCore import QRect

from annotator.ui.search.line_delegate import LineDelegate
from annotator.ui.theme import THEMES
from tests.ui.search.found import line
from tests.ui.search.pictures import marked, painted

ENGLISH = "The minister said that rice is enough for all of us."
ARABIC = "قال الوزير إن الأرز متوفر في الأسواق كلها هذا العام."


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", THEMES)
def test_words_of_any_length_begin_in_the_same_column(theme: str) -> None:
    lefts = {
        marked(painted(LineDelegate(), line(ENGLISH, start, end), theme), theme).left()
        for start, end in ((0, 3), (23, 27), (4, 12))
    }
    assert len(lefts) == 1
    assert 150 < lefts.pop() < 350


@pytest.mark.usefixtures("qapp")
def test_what_follows_without_a_space_stands_close() -> None:
    close = marked(painted(LineDelegate(), line("She said rice, and rice again.", 9, 13)))
    apart = marked(painted(LineDelegate(), line("She said rice, and rice again.", 19, 23)))
    assert close.width() < apart.width()


@pytest.mark.usefixtures("qapp")
def test_from_right_to_left_the_column_is_on_the_other_side() -> None:
    at = ARABIC.index("الأرز")
    one = marked(painted(LineDelegate(), line(ARABIC, at, at + 5)))
    other = marked(painted(LineDelegate(), line(ARABIC, 0, 3)))
    assert one.right() == pytest.approx(other.right(), abs=2)
    english = marked(painted(LineDelegate(), line(ENGLISH, 23, 27)))
    assert one.right() > english.right()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", THEMES)
def test_labels_stand_before_the_article_and_leave_the_words_alone(theme: str) -> None:
    found = line(ENGLISH, 23, 27)
    plain = painted(LineDelegate(), found, theme)
    tagged = painted(LineDelegate(), found, theme, labels=("Statement of fact by a spokesperson", "Quote"))
    assert plain != tagged
    words = QRect(0, 0, 500, plain.height())
    assert plain.copy(words) == tagged.copy(words)
