"""What a learner sees of sentences."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.learned.features import SIZE, by_label, hashed, look_at, word_feature, words_of
from annotator.core.segmenter import split_sentences
from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion

TEXT = "“We are full,” said Lim. The port closed. Then 40 boats left."


def sentences_of(text: str, language: str = "en") -> list[Span]:
    return [Span(*one) for one in split_sentences(text, language)]


def test_a_feature_has_the_same_number_on_every_machine() -> None:
    assert hashed("wport") == 18706
    assert hashed("wport") == word_feature("Port")
    assert hashed("w\ud800") < SIZE


def test_words_marks_and_figures_are_seen() -> None:
    quoted, plain, counted = look_at(TEXT, "en", sentences_of(TEXT), [])
    assert word_feature("said") in quoted.features
    assert hashed("bsaid lim") in quoted.features
    assert word_feature("said") not in plain.features
    assert hashed("d") in counted.features
    assert hashed("d") not in plain.features
    assert {hashed("q0")} <= {*plain.features}
    assert {hashed("q3"), hashed("q4")} & {*quoted.features}
    assert plain.extent == Span(25, 41)


def test_cues_are_seen_in_the_sentence_and_from_its_neighbours() -> None:
    suggestion = Suggestion("denial", (Span(25, 40),), "cues", "")
    before, cued, after = look_at(TEXT, "en", sentences_of(TEXT), [suggestion])
    assert [look.cued for look in (before, cued, after)] == [set(), {"denial"}, set()]
    assert hashed("kdenial0") in cued.features
    assert hashed("cdenial") in before.features
    assert hashed("adenial") in after.features
    assert by_label([suggestion]) == {"denial": [Span(25, 40)]}


def test_scripts_without_spaces_are_seen_in_pairs_of_characters() -> None:
    text = "他否认指控。"
    (look,) = look_at(text, "zh", sentences_of(text, "zh"), [])
    assert hashed("g否认") in look.features


def test_words_have_places() -> None:
    assert [TEXT[start:end] for start, end in words_of(TEXT, Span(25, 41))] == ["The", "port", "closed"]


@given(st.text(max_size=300))
def test_any_text_can_be_looked_at(text: str) -> None:
    sentences = sentences_of(text)
    looks = look_at(text, "en", sentences, [])
    assert len(looks) == len(sentences)
    assert all(0 <= one < SIZE for look in looks for one in look.features)


def test_a_sentence_without_end_costs_no_more_than_it_can_tell() -> None:
    text = "word " * 20_000
    (look,) = look_at(text, "en", [Span(0, len(text))], [])
    assert len(look.features) < 100
    (look,) = look_at("词" * 50_000, "zh", [Span(0, 50_000)], [])
    assert len(look.features) < 100
