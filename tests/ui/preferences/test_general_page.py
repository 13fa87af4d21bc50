"""Each plain choice is told when it is made."""

from pytestqt.qtbot import QtBot

from annotator.settings import Settings
from annotator.ui.preferences.general_page import GeneralPage


def test_every_change_is_told(qtbot: QtBot) -> None:
    page = GeneralPage(Settings(theme="light", zoom=110, annotator="Ana"))
    qtbot.addWidget(page)
    told: list[dict[str, object]] = []
    page.chosen.connect(told.append)
    page.theme.setCurrentIndex(page.theme.findData("contrast"))
    page.zoom.setValue(150)
    page.annotator.setText("  Budi ")
    page.annotator.editingFinished.emit()
    page.check_quotations.click()
    assert told == [{"theme": "contrast"}, {"zoom": 150}, {"annotator": "Budi"}, {"check_quotations": False}]
