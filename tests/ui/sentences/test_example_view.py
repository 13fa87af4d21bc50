"""The example is shown sentence by sentence, and read out too."""

import itertools

from pytestqt.qtbot import QtBot

from annotator.ui.sentences.example_view import ExampleView
from annotator.ui.sentences.examples import example


def test_the_sentences_are_shown_and_nothing_jumps(qtbot: QtBot) -> None:
    view = ExampleView(["id", "hi", "ar", "*"])
    qtbot.addWidget(view)
    view.resize(480, view.minimumHeight())
    view.show()
    heights = []
    for language, quotes in itertools.product(("ar", "hi", "id"), ("whole", "split")):
        shown = example(language, quotes)
        view.show_example(shown)
        assert view.sentences() == list(shown.sentences)
        assert all(sentence in view.accessibleDescription() for sentence in shown.sentences)
        heights.append(max(view.minimumHeight(), view.heightForWidth(480), view.minimumSizeHint().height()))
    assert len(set(heights)) == 1
    assert view.accessibleName() == "Example in Bahasa Indonesia: 3 sentences"
