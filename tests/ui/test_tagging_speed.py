"""How many keys an editor needs for an article: counted in a real window, with nothing but key events."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.operations import describing
from tests.ui.stage import Stage
from tests.ui.tagging_script import ARTICLE, SENTENCES, WORK

GOAL = 120


class Editor:
    """Presses keys and counts them; each time Ctrl, Shift or Alt is put down anew counts, too."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.presses = 0
        self._held = Qt.KeyboardModifier.NoModifier

    def press(self, keys: Iterable[str]) -> None:
        for key in keys:
            combination = QKeySequence.fromString(key)[0]
            modifiers = combination.keyboardModifiers()
            QTest.keyClick(QApplication.focusWidget(), combination.key(), modifiers)
            QApplication.processEvents()
            self.presses += 1 + (modifiers & ~self._held).value.bit_count()
            self._held = modifiers

    def tag_by_hand(self) -> None:
        """Every sentence in its order: trim, tag, name, link; Enter goes on."""
        for sentence in range(SENTENCES):
            assert self.stage.window.reader.focused_sentence() == sentence
            for work in WORK.get(sentence, ()):
                self.press([*work.before, work.label, *work.after])
            self.press(["Return"])


def tagged(stage: Stage) -> list[str]:
    return [stage.session.reading.exact_text(record) for record in stage.window.reader.annotations()]


def test_the_article_is_tagged_within_the_goal(stage: Stage) -> None:
    stage.start().load(ARTICLE)
    assert len(stage.document.sentences) == SENTENCES
    assert stage.document.language == "id"
    editor = Editor(stage)
    editor.tag_by_hand()
    stage.settle()
    assert tagged(stage) == [work.stretch for works in WORK.values() for work in works]
    ties = describing.read_ties(stage.session.workspace, stage.document.id)
    assert [source.name for source in ties.sources] == [
        "Wali Kota Rina Hartono",
        "Ketua Forum Warga Bambang Sutejo",
        "Kepala Dinas Yohanes Lado",
        "Lembaga Uji Beton",
    ]
    assert len([link for link in ties.relations if link.source_id]) == 5
    assert [link.kind for link in ties.relations if link.to_id] == ["denies", "denies"]
    progress = stage.session.reading.progress()
    assert progress is not None
    assert (progress.decided, progress.sentences) == (SENTENCES, SENTENCES)
    assert editor.presses <= 102 < GOAL
