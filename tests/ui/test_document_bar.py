"""The bar over the text tells place and language, and takes another language."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.core.identity import new_id
from annotator.core.records import DocumentRecord
from annotator.ui.document_bar import DocumentBar


def _document(language: str, confidence: float | None) -> DocumentRecord:
    return DocumentRecord(
        id=new_id(), title="t", outlet="", byline="", published="", url="", language=language,
        language_confidence=confidence, language_by_hand=confidence is None, text="x", text_sha256="",
        original_sha256="", encoding="", file_name="", loaded_at=datetime.now(UTC), furniture=(), sentences=(),
        marks=(), annotations=(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "confidence", "words"),
    [
        ("id", 0.9999, "id 100 %"),
        ("ja", None, "日本語"),
        ("unknown", None, "Language unknown"),
        ("en", 0.71, "en 71 %"),
    ],
)
def test_the_language_is_told_with_its_confidence(qtbot: QtBot, language: str, confidence: float, words: str) -> None:
    bar = DocumentBar()
    qtbot.addWidget(bar)
    bar.show_document(_document(language, confidence), writable=True)
    assert bar._language.text() == words
    assert words in bar._language.accessibleName()


def test_another_language_can_be_chosen_where_the_project_can_be_written(qtbot: QtBot) -> None:
    bar = DocumentBar()
    qtbot.addWidget(bar)
    bar.show_document(_document("id", 1.0), writable=True)
    checked = [action.data() for action in bar._menu.actions() if action.isChecked()]
    assert checked == ["id"]
    with qtbot.waitSignal(bar.language_chosen) as chosen:
        next(action for action in bar._menu.actions() if action.data() == "ms").trigger()
    assert chosen.args == ["ms"]
    bar.show_document(_document("id", 1.0), writable=False)
    assert not bar._language.isEnabled()


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
