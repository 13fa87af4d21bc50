"""Places of an old text in a new one."""

from annotator.core.spans import Span
from annotator.core.text_diff import differences
from annotator.core.text_map import TextMap

OLD = "One two three. Four five six.\nSeven eight.\n"
NEW = "Zero. One two 3. Four five six.\nAdded.\nSeven eight.\n"
MAP = TextMap(differences(OLD, NEW))


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def test_what_has_not_changed_is_where_it_was_shifted_to() -> None:
    for words in ("One two", "Four five six.", "Seven eight."):
        assert MAP.same(span_of(OLD, words)) == span_of(NEW, words)


def test_what_has_changed_is_not_the_same() -> None:
    assert MAP.same(span_of(OLD, "three")) is None
    assert MAP.same(span_of(OLD, "two three")) is None
    assert MAP.same(span_of(OLD, "six.\nSeven")) is None
    assert TextMap([]).same(Span(0, 1)) is None


def test_a_window_has_certain_edges_where_the_differences_have_one() -> None:
    window = MAP.window(span_of(OLD, "two three"))
    assert NEW[slice(*window.span)] == "two 3"
    assert (window.starts, window.ends) == (True, True)


def test_a_window_is_uncertain_inside_a_change() -> None:
    text = TextMap(differences("alpha beta gamma delta", "uno dos tres"))
    window = text.window(Span(6, 16))
    assert (window.span, window.starts, window.ends) == (Span(0, 12), False, False)
    assert text.window(Span(0, 10)).starts


def test_what_was_inserted_at_an_edge_is_left_out() -> None:
    window = MAP.window(span_of(OLD, "six.\nSeven"))
    assert NEW[slice(*window.span)] == "six.\nAdded.\nSeven"
    assert NEW[slice(*MAP.window(Span(0, 3)).span)] == "One"


def test_what_was_deleted_has_an_empty_window() -> None:
    old = "Keep this. Drop that one. Keep the end."
    window = TextMap(differences(old, "Keep this. Keep the end.")).window(span_of(old, "that"))
    assert window.span.start_char == window.span.end_char


def test_unchanged_text_is_taken_and_new_text_is_not() -> None:
    assert MAP.is_taken(span_of(NEW, "Four"))
    assert not MAP.is_taken(span_of(NEW, "Added"))
    assert [NEW[slice(*span)].strip() for span in MAP.changed] == ["Zero.", "3", "Added."]
