"""What is found out about an article before the database is touched: furniture, language, sentences, hashes."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from annotator.core.clean import article_text, find_furniture
from annotator.core.language import PROBABLE_FROM, UNKNOWN, LanguageGuess, detect
from annotator.core.near_copies import sketch
from annotator.core.quote_policy import QuotePolicy, sentence_ends
from annotator.core.records import ArticleRecord, Furniture
from annotator.core.search_terms import indexed
from annotator.core.spans import Span, trim

_UTF8 = ("utf-8", "utf-8-sig")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article with all that is found out about it.

    `furniture` is all of it; the record's own is in it. `sentence_ends` were cut by `policy`. `told_by_text`:
    the text, encoded again, gives the original's bytes; then `record.original` may be empty, its hash is here.
    `terms` are what a search finds the text by, `sketch` what it is compared with others by.
    """

    record: ArticleRecord
    furniture: tuple[Furniture, ...]
    guess: LanguageGuess
    policy: QuotePolicy
    sentence_ends: list[int]
    original_sha256: bytes
    text_sha256: bytes
    told_by_text: bool
    terms: str
    sketch: bytes


def prepare(record: ArticleRecord, policy: QuotePolicy, *, detect_language: bool = True) -> Prepared:
    """Find out all that can be known of an article by itself."""
    record = _clean(record)
    furniture = _furniture(record)
    guess = _language(record, furniture, detect_language)
    text = record.text.encode("utf-8")
    return Prepared(
        record=replace(record, furniture=()) if record.furniture else record,
        furniture=furniture,
        guess=guess,
        policy=policy,
        sentence_ends=sentence_ends(record.text, guess.language, policy),
        original_sha256=hashlib.sha256(record.original).digest(),
        text_sha256=hashlib.sha256(text).digest(),
        told_by_text=record.encoding in _UTF8 and record.text.encode(record.encoding) == record.original,
        terms=indexed(record.text),
        sketch=sketch(record.text),
    )


def _clean(record: ArticleRecord) -> ArticleRecord:
    """The record with what every text must be: one kind of newline, no half of a surrogate pair."""
    changed: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, str) and (value != (whole := _whole_characters(value))):
            changed[field.name] = whole
    text = changed.get("text", record.text)
    if "\r" in text:
        changed["text"] = text.replace("\r\n", "\n").replace("\r", "\n")
    if "text" in changed:
        return replace(record, furniture=(), **changed)  # places in another text mean nothing
    return replace(record, **changed) if changed else record


def _whole_characters(text: str) -> str:
    """Surrogates joined to the characters they are halves of; what has no other half becomes U+FFFD."""
    if text.isascii() or not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _furniture(record: ArticleRecord) -> tuple[Furniture, ...]:
    """What the reader knows to be no article text, and what looks like it; sorted, disjoint, trimmed."""
    found = find_furniture(record.text)
    if not record.furniture:
        return found
    kept: list[Furniture] = []
    for piece in sorted((*record.furniture, *found)):
        start = max(piece.start_char, kept[-1].end_char if kept else 0)
        end = min(piece.end_char, len(record.text))
        if start < end and record.text[start:end].strip():
            kept.append(Furniture(*trim(record.text, Span(start, end)), piece.kind))
    return tuple(kept)


def _language(record: ArticleRecord, furniture: Sequence[Furniture], detect_language: bool) -> LanguageGuess:
    """What the text shows; what the file says where the text leaves it open."""
    guess = LanguageGuess(UNKNOWN, None)
    if detect_language:
        guess = detect(article_text(record.text, furniture))
    unsure = guess.language == UNKNOWN or (guess.confidence is not None and guess.confidence < PROBABLE_FROM)
    declared = re.split("[-_]", record.language.strip().lower())[0]
    if unsure and re.fullmatch("[a-z]{2,3}", declared):
        return LanguageGuess(declared, None)
    return guess
