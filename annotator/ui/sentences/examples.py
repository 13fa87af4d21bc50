"""A quotation of three sentences, to show how it would be cut."""

from typing import NamedTuple

from annotator.core.segmenter import split_sentences

_TEXTS = {
    "id": "“Jembatan itu belum selesai. Kami masih menunggu semen. Bulan depan kami mulai lagi,” kata Wali Kota.",
    "en": "“The bridge is not ready. We are waiting for cement. Next month we go on,” the mayor said.",
}
_ELSE = "en"


class Example(NamedTuple):
    """The language the example is in, and its sentences."""

    language: str
    sentences: tuple[str, ...]


def example(language: str, quotes: str) -> Example:
    """The example in this language, else in English, with quotations "whole" or "split"."""
    language = language if language in _TEXTS else _ELSE
    text = _TEXTS[language]
    return Example(language, tuple(text[a:b].strip() for a, b in split_sentences(text, language, quotes)))
