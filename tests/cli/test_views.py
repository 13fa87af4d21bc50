"""An article and an annotation as a prompt shows them."""

from dataclasses import replace

from annotator.cli.views import annotation_line, annotation_view, document_lines, document_view, language_words
from tests.formats.records import framed, minister


def test_sentences_are_shown_without_the_white_space_around_them() -> None:
    record = framed()
    view = document_view(record)
    shown = [record.text[s["start"] : s["end"]] for s in view["sentences"]]
    assert shown == [line for line in record.text.split("\n") if line]
    assert [s["state"] for s in view["sentences"]] == ["furniture", "undecided", "tagged", "nothing", "furniture"]
    assert view["furniture"][0] == [0, 14]


def test_an_annotation_in_two_parts() -> None:
    record = framed()
    (quote,) = record.annotations
    assert annotation_view(quote, record.text)["text"] == "“Kami rugi,” “setiap hari.”"
    assert annotation_line(quote, record.text).endswith("““Kami rugi,” “setiap hari.””  (=2+3)")


def test_lines_name_states_and_labels() -> None:
    lines = list(document_lines(minister()))
    assert lines[0] == "Kata Menteri"
    assert "language Bahasa Indonesia (id), 100% sure" in lines[1]
    assert "quote, claim  Kata Menteri" in lines[3]
    assert len(lines) == 5 + 1 + 3


def test_the_language_in_words() -> None:
    record = minister()
    assert language_words(replace(record, language="unknown", language_confidence=None)) == "unknown"
    assert language_words(replace(record, language_by_hand=True)).endswith("chosen by hand")
    assert language_words(replace(record, language_confidence=None)).endswith("(id)")
    assert language_words(replace(record, language_confidence=0.71)) == "probably Bahasa Indonesia (id), 71% sure"
    assert language_words(replace(record, language_confidence=0.4)).startswith("perhaps ")
    mixed = replace(record, also_in=("en", "jv"))
    assert language_words(mixed) == "mixed: Bahasa Indonesia (id), English (en), Basa Jawa (jv)"
    assert "mixed" not in language_words(replace(mixed, language_by_hand=True))
