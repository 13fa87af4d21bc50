"""A chart as a widget and as a picture on the disk."""

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from annotator.ui.statistics.chart import Chart
from annotator.ui.statistics.chart_view import ChartView
from annotator.ui.theme import palette, read_theme
from tests.ui.statistics.test_chart import LABELS, TABLE


def test_a_chart_is_saved_as_a_picture_and_as_lines(qtbot: QtBot, tmp_path: Path) -> None:
    view = ChartView()
    qtbot.addWidget(view)
    view.show_chart(Chart(TABLE, LABELS, "light", palette(read_theme("light"))), "A 8, B 4")
    assert view.accessibleName() == "Annotations by outlet"
    assert view.accessibleDescription() == "A 8, B 4"
    png, svg = tmp_path / "c.png", tmp_path / "c.svg"
    assert view.save_png(str(png))
    assert QImage(str(png)).width() == 1800
    assert view.save_svg(str(svg))
    assert QSvgRenderer(str(svg)).isValid()
    assert "Annotations by outlet" in svg.read_text()


def test_where_nothing_can_be_written_that_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    view = ChartView()
    qtbot.addWidget(view)
    view.show_chart(Chart(TABLE, LABELS, "light", palette(read_theme("light"))), "")
    assert not view.save_png(str(tmp_path / "none" / "c.png"))
    assert not view.save_svg(str(tmp_path / "none" / "c.svg"))


@pytest.mark.skipif(sys.platform == "win32", reason="the system cannot be told to refuse large files")
def test_on_a_full_disk_the_old_picture_stays_and_that_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    import resource  # not on Windows

    view = ChartView()
    qtbot.addWidget(view)
    view.show_chart(Chart(TABLE, LABELS, "light", palette(read_theme("light"))), "")
    saves = {tmp_path / "c.png": view.save_png, tmp_path / "c.svg": view.save_svg}
    for path in saves:
        path.write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        told = [save(str(path)) for path, save in saves.items()]
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert told == [False, False]
    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == [b"old", b"old"]


def test_without_a_chart_it_takes_no_room(qtbot: QtBot) -> None:
    view = ChartView()
    qtbot.addWidget(view)
    view.show_chart(None, "")
    assert view.height() == 0 or view.minimumHeight() == 0
