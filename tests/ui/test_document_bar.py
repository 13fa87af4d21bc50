"""The bar over the text tells place and language, and takes another language."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.core.identity import new_id
from annotator.core.records import DocumentRecord
from annotator.ui.document_bar import DocumentBar
from annotator.ui.language_picker import LanguagePicker


def _document(language: str, confidence: float | None, *also_in: str, by_hand: bool = False) -> DocumentRecord:
    return DocumentRecord(
        id=new_id(), title="t", outlet="", byline="", published="", url="", language=language,
        language_confidence=confidence, language_by_hand=by_hand, text="x", text_sha256="",
        original_sha256="", encoding="", file_name="", loaded_at=datetime.now(UTC), furniture=(), sentences=(),
        marks=(), annotations=(), also_in=also_in,
    )  # fmt: skip


@pytest.fixture
def bar(qtbot: QtBot) -> DocumentBar:
    bar = DocumentBar()
    qtbot.addWidget(bar)
    return bar


@pytest.mark.parametrize(
    ("document", "words", "grounds"),
    [
        (_document("id", 0.984), "Bahasa Indonesia · 98 %", "found out"),
        (_document("ja", None, by_hand=True), "日本語 · chosen", "by hand"),
        (_document("unknown", None), "Language unknown", "too short"),
        (_document("unknown", None, by_hand=True), "Language unknown · chosen", "by hand"),
        (_document("ms", 0.71), "Probably Bahasa Melayu", "71 %"),
        (_document("ms", 0.45), "Perhaps Bahasa Melayu", "45 %"),
        (_document("id", 0.99, "en"), "Mixed: Bahasa Indonesia, English", "different languages"),
        (_document("id", 0.99, "en", "de", "nl"), "Mixed: Bahasa Indonesia, English, Deutsch, …", "different"),
        (_document("en", None, "id", by_hand=True), "English · chosen", "by hand"),
        (_document("qq", 1.0), "qq · 100 %", "found out"),
    ],
)
def test_the_language_is_told_with_its_grounds(
    bar: DocumentBar, document: DocumentRecord, words: str, grounds: str
) -> None:
    bar.show_document(document, writable=True)
    assert bar._language.text() == words
    assert words in bar._language.accessibleName()
    assert grounds in bar._language.toolTip()
    assert "cut anew" in bar._language.toolTip()


def test_a_name_that_runs_right_to_left_does_not_turn_the_figure_round(bar: DocumentBar) -> None:
    bar.show_document(_document("ar", 0.98), writable=True)
    assert bar._language.text() == "\u2068العربية\u2069 · 98 %"


def test_another_language_can_be_chosen_where_the_project_can_be_written(qtbot: QtBot, bar: DocumentBar) -> None:
    bar.set_language_source(lambda: ["ms", "id"])
    bar.show_document(_document("id", 1.0), writable=True)
    bar.show()
    QTest.mouseClick(bar._language, Qt.MouseButton.LeftButton)
    (picker,) = bar.findChildren(LanguagePicker)
    assert picker.isVisible()
    with qtbot.waitSignal(bar.language_chosen) as chosen:
        QTest.keyClick(picker.field, Qt.Key.Key_Up)
        QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert chosen.args == ["ms"]
    bar.show_document(_document("ms", 1.0), writable=False)
    assert not bar._language.isEnabled()


def test_the_program_can_be_asked_to_look_again(qtbot: QtBot, bar: DocumentBar) -> None:
    bar.show_document(_document("id", None, by_hand=True), writable=True)
    bar.choose_language()
    (picker,) = bar.findChildren(LanguagePicker)
    QTest.keyClicks(picker.field, "detect")
    with qtbot.waitSignal(bar.detection_requested), qtbot.assertNotEmitted(bar.language_chosen):
        QTest.keyClick(picker.field, Qt.Key.Key_Return)


def test_without_an_article_there_is_nothing_to_choose(bar: DocumentBar) -> None:
    bar.choose_language()
    assert bar.findChildren(LanguagePicker) == []


def test_the_tip_is_wrapped(bar: DocumentBar) -> None:
    bar.show_document(_document("id", 1.0), writable=True)
    assert bar._language.toolTip() == f"<p>{bar._language.accessibleDescription()}</p>"


def test_the_place_counts_from_one(qtbot: QtBot) -> None:
    bar = DocumentBar()
    qtbot.addWidget(bar)
    bar.show_place(0, 25)
    assert bar._place.text() == "Sentence 1 of 25"
    bar.show_place(-1, 0)
    assert bar._place.text() == ""


def test_another_parts_widget_stands_before_the_language(qtbot: QtBot) -> None:
    bar, widget = DocumentBar(), QLabel("mine")
    qtbot.addWidget(bar)
    bar.add(widget)
    bar.show_document(_document("id", 1.0), writable=True)
    bar.resize(600, 40)
    bar.show()
    assert bar._place.x() < widget.x() < bar._language.x()
