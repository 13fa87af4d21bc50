"""The examples are cut by the segmenter itself, so they show what really happens."""

import pytest

from annotator.ui.sentences.examples import example


@pytest.mark.parametrize(("language", "shown"), [("id", "id"), ("en", "en"), ("ar", "en"), ("*", "en")])
def test_three_sentences_or_one(language: str, shown: str) -> None:
    cut, whole = example(language, "split"), example(language, "whole")
    assert cut.language == whole.language == shown
    assert (len(cut.sentences), len(whole.sentences)) == (3, 1)
    assert " ".join(cut.sentences) == whole.sentences[0]
