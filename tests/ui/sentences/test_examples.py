"""The examples are cut by the segmenter itself, so they show what really happens."""

import pytest

from annotator.ui.sentences.examples import example, has_example


@pytest.mark.parametrize(
    ("language", "shown"),
    [*((code, code) for code in "ar de en es fr hi id ja ru zh".split()), ("cy", "en"), ("*", "en")],
)
def test_three_sentences_or_one(language: str, shown: str) -> None:
    cut, whole = example(language, "split"), example(language, "whole")
    assert cut.language == whole.language == shown
    assert (len(cut.sentences), len(whole.sentences)) == (3, 1)
    joint = "" if shown in ("ja", "zh") else " "
    assert joint.join(cut.sentences) == whole.sentences[0]
    assert has_example(language) == (language == shown)
