"""How many keys an editor needs for an article: counted in a real window, with nothing but key events."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.suggestion import Suggestion
from annotator.operations import describing
from tests.ui.stage import Stage
from tests.ui.tagging_script import ARTICLE, SENTENCES, WORK, Work

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

    def tag_with_suggestions(self) -> None:
        """The same, but Y takes what is suggested where it is what is wanted, with the source that it names."""
        reader, accepted = self.stage.window.reader, 0
        for sentence in range(SENTENCES):
            for work in WORK.get(sentence, ()):
                proposed = reader.opened.suggestion_in_focus() if reader.opened else None
                if proposed and self.is_wanted(proposed, work):
                    self.press(["Y"])
                    accepted += 1
                else:
                    self.press([*work.before, work.label])
                named = work.after[:1] == ("S",) and self.is_named()
                self.press(work.after[2:] if named else work.after)
            self.press(["Return"])
        assert accepted >= 3

    def is_wanted(self, proposed: Suggestion, work: Work) -> bool:
        """What a person sees at once: just these words, and the label."""
        labels = {label.key: label.shortcut for label in self.stage.window.reader.labels.values()}
        words = " … ".join(self.stage.document.text[start:end] for start, end in proposed.segments)
        return (labels[proposed.label], words) == (work.label, work.stretch)

    def is_named(self) -> bool:
        """Whether the inspector shows a source already."""
        self.stage.session.refresh_now()
        return any(one.sources for one in self.stage.window.inspector.card.form.shown)


def tagged(stage: Stage) -> list[str]:
    return [stage.session.reading.exact_text(record) for record in stage.window.reader.annotations()]


def check(stage: Stage) -> None:
    """The article is tagged as it should be, to the last sentence."""
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


def begin(stage: Stage) -> Editor:
    stage.start().load(ARTICLE)
    assert len(stage.document.sentences) == SENTENCES
    assert stage.document.language == "id"
    return Editor(stage)


def test_an_article_tagged_by_hand(stage: Stage) -> None:
    editor = begin(stage)
    editor.tag_by_hand()
    check(stage)
    assert editor.presses <= 102 < GOAL


def test_an_article_tagged_with_suggestions(stage: Stage) -> None:
    editor = begin(stage)
    editor.tag_with_suggestions()
    check(stage)
    assert editor.presses <= 90
