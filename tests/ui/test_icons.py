"""Icons are drawn in the ink that is asked for."""

import pytest
from PySide6.QtGui import QColor, QIcon

from annotator import resources
from annotator.ui.commands import COMMANDS
from annotator.ui.icons import icon


def _inks(drawing: QIcon, mode: QIcon.Mode) -> set[str]:
    picture = drawing.pixmap(36, 36, mode).toImage()
    points = (picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height()))
    return {colour.name() for colour in points if colour.alpha() == 255}


@pytest.mark.usefixtures("qapp")
def test_an_icon_has_the_ink_and_another_when_disabled() -> None:
    drawing = icon("undo-2", "#aa1122", "#bbbbbb")
    assert _inks(drawing, QIcon.Mode.Normal) == {"#aa1122"}
    assert _inks(drawing, QIcon.Mode.Disabled) == {"#bbbbbb"}


@pytest.mark.usefixtures("qapp")
def test_every_command_s_icon_is_there() -> None:
    for command in COMMANDS:
        if command.icon:
            assert resources.path("icons", f"{command.icon}.svg").is_file()
            assert QColor("#123456").name() in _inks(icon(command.icon, "#123456"), QIcon.Mode.Normal)


def test_a_name_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon", "#000000")
