"""Which way each stretch of a text runs, and whose rules hold."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.reports.scripts import Languages, languages_of, runs_of


def test_latin_words_in_arabic_are_stretches_of_their_own() -> None:
    text = "نفى الوزير (BBC) في 12"
    assert list(runs_of(text, right_to_left=True)) == [
        ("نفى الوزير", True), (" (", True), ("BBC", False), (") ", True), ("في", True), (" 12", True),
    ]  # fmt: skip


def test_arabic_words_in_english_are_stretches_of_their_own() -> None:
    assert list(runs_of("said نفى 12", right_to_left=False)) == [("said ", False), ("نفى", True), (" 12", False)]


@given(st.text("aب1 (\n", max_size=30), st.booleans())
def test_nothing_is_lost(text: str, right: bool) -> None:
    assert "".join(words for words, _ in runs_of(text, right_to_left=right)) == text


def test_languages_go_under_their_group() -> None:
    assert languages_of("zh-TW") == Languages(east_asian="zh-CN")
    assert languages_of("ar") == Languages(complex="ar-SA")
    assert languages_of("id") == Languages(western="id-ID")
    assert languages_of("xx") == Languages(western="xx")
