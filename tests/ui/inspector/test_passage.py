"""The passage: whole when it is short, four lines when it is not."""

import pytest
from pytestqt.qtbot import QtBot

from annotator.ui.inspector.passage import Passage


def _passage(qtbot: QtBot, text: str) -> Passage:
    passage = Passage()
    qtbot.addWidget(passage)
    passage.resize(228, 10)
    passage.set_text(text)
    passage.show()
    return passage


def test_height_follows_the_text_up_to_four_lines(qtbot: QtBot) -> None:
    one, three, many = (_passage(qtbot, "word " * count) for count in (2, 15, 900))
    assert one.height() < three.height() <= many.height() <= one.height() * 4
    assert three.grab().height() == three.height()


@pytest.mark.parametrize("text", ["كلمة " * 300, "字" * 900, "x" * 2000, "a\u202eb\n\u2028c", ""])
def test_any_script_fits_its_width(qtbot: QtBot, text: str) -> None:
    passage = _passage(qtbot, text)
    assert passage.grab().width() == 228
    assert "\u202e" not in passage.accessibleName()


def test_a_narrow_passage_grows_when_it_gets_narrower(qtbot: QtBot) -> None:
    passage = _passage(qtbot, "word " * 9)
    before = passage.height()
    passage.resize(100, before)
    assert passage.height() > before
