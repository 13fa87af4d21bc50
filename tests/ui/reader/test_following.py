"""Which sentences are in view."""

from annotator.core.spans import Span
from annotator.ui.reader.following import first_in_view, is_seen, last_in_view
from annotator.ui.reader.reader import Reader
from tests.ui.reader.articles import document


def test_the_sentences_that_begin_in_view_are_found(reader: Reader) -> None:
    text = "\n\n".join(f"Sentence number {n} stands here." for n in range(200))
    reader.show_document(document(text))
    assert first_in_view(reader) == 0
    last = last_in_view(reader)
    spans = [reader.document().sentences[n] for n in (0, last, last + 2)]  # type: ignore[union-attr]
    assert [is_seen(reader, Span(*span)) for span in spans] == [True, True, False]
    reader.verticalScrollBar().setValue(1500)
    assert 0 < first_in_view(reader) < last_in_view(reader)


def test_a_sentence_that_fills_the_view_is_the_one(reader: Reader) -> None:
    reader.show_document(document("word " * 3000 + "end. Short one.", sentences=[Span(0, 15005), Span(15005, 15015)]))
    reader.verticalScrollBar().setValue(1500)
    assert first_in_view(reader) == last_in_view(reader) == 0


def test_without_a_document_there_is_none(reader: Reader) -> None:
    reader.show_document(None)
    assert first_in_view(reader) == -1
    assert not is_seen(reader, Span(0, 1))
