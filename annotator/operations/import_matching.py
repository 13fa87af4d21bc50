"""Which article here one of a file is: by its key, its text, the key that another tool gave it, its address, its title.

A key, an address and a title are believed where the texts are alike: other tools number articles from 1 on anew in
each file.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import chain
from uuid import UUID

from sqlalchemy import Connection

from annotator.core.dataset import cut_furniture
from annotator.core.exchange import ExchangedArticle
from annotator.core.foreign_places import Places
from annotator.core.records import DocumentRecord
from annotator.core.spans import Span
from annotator.store import import_reads, queries

_OF_ONE_TITLE = 5
_ENDS = (b"", b"\n", b"\n\n")
"""How the same text may end here."""


class Here(StrEnum):
    """How an article of a file stands to those here."""

    SAME = "same"
    OTHER_TEXT = "other text"
    NEW = "new"
    UNKNOWN = "unknown"
    NOT_NAMED = "not the one named"


@dataclass(frozen=True, slots=True)
class Match:
    """An article of a file: as which document it is here (None: not yet), and where its places are in that.

    `text_sha256` is that of its text as it would be stored.
    """

    article: ExchangedArticle
    here: Here
    places: Places
    document: DocumentRecord | None = None
    text_sha256: bytes = b""


@dataclass(slots=True)
class Matching:
    """Matches articles against a project.

    `into`: they are this document, whatever they say of themselves; `among_others`: only those that are it, or a part
    of it, since the file has several.
    """

    format_id: str
    into: UUID | None = None
    among_others: bool = False
    _urls: dict[str, UUID] | None = None
    _titles: dict[str, list[UUID]] = field(default_factory=dict)

    def matches(self, connection: Connection, articles: Sequence[ExchangedArticle]) -> list[Match]:
        """What each of these articles is here."""
        sha256s = [hashlib.sha256(one.text.encode("utf-8", "replace")).digest() for one in articles]
        candidates = self._candidates(connection, articles, sha256s)
        wanted = dict.fromkeys(key for keys in candidates for key in keys)
        newest = import_reads.newest_versions(connection, wanted)
        records = {record.id: record for record in queries.documents(connection, list(dict.fromkeys(newest.values())))}
        found = []
        for article, sha256, keys in zip(articles, sha256s, candidates, strict=True):
            there = [records[newest[key]] for key in dict.fromkeys(keys) if newest.get(key) in records]
            if not article.text and there:
                article = _with_its_text(connection, article, there)
            found.append(self._match(article, sha256, there))
        return found

    def _match(self, article: ExchangedArticle, sha256: bytes, there: Sequence[DocumentRecord]) -> Match:
        for record in there:
            places = places_in(article, record)
            if self._is_it(article, places, record):
                here = Here.SAME if places.is_exact else Here.OTHER_TEXT
                return Match(article, here, places, record, sha256)
        places = Places(article, article.text)
        if self.into:
            return Match(article, Here.NOT_NAMED, places, None, sha256)
        return Match(article, Here.NEW if article.text.strip() else Here.UNKNOWN, places, None, sha256)

    def _is_it(self, article: ExchangedArticle, places: Places, record: DocumentRecord) -> bool:
        if not self.into:
            return places.is_same_story
        if not self.among_others:
            return True
        return places.is_same_story if article.text else self._is_told(article, places, record)

    def _is_told(self, article: ExchangedArticle, places: Places, record: DocumentRecord) -> bool:
        """Whether an article without a text is a document: by what is said of it, else by words that stand there."""
        said = (
            article.text_sha256,
            article.url,
            article.title,
            self.foreign_key(article),
            article.key.partition("#")[0],
        )
        there = (record.text_sha256, record.url, record.title, record.foreign_key, str(record.id))
        if any(one and one == other for one, other in zip(said, there, strict=True)):
            return True
        worded = [one for one in article.annotations if one.texts]
        return bool(worded) and 2 * sum(bool(places.place(one).segments) for one in worded) >= len(worded)

    def _candidates(
        self, connection: Connection, articles: Sequence[ExchangedArticle], sha256s: Sequence[bytes]
    ) -> list[list[UUID]]:
        """For each article the documents that it may be, the likeliest first."""
        if self.into:
            return [[self.into] for _ in articles]
        told = {one.key: _hash(one.text_sha256) for one in articles}
        ends = [_sha256s_of_other_ends(one.text) for one in articles]
        texts = import_reads.articles_of_texts(connection, {*sha256s, *told.values(), *chain.from_iterable(ends)})
        foreign = import_reads.articles_of_foreign_keys(connection, (self.foreign_key(one) for one in articles))
        found = []
        for article, sha256, others in zip(articles, sha256s, ends, strict=True):
            keys = list(_keys(article.key))
            same = texts.get(told[article.key], []) + (texts.get(sha256, []) if article.text else [])
            alike = [key for other in others for key in texts.get(other, [])]
            keys = [key for key in keys if key in {*same, *alike}] + same[::-1] + alike[::-1] + keys
            keys += reversed(foreign.get(self.foreign_key(article), []))
            found.append(keys or self._told_by_details(connection, article))
        return found

    def foreign_key(self, article: ExchangedArticle) -> str:
        """What an article is called in the other tool, as a document keeps it."""
        return f"{self.format_id}:{article.key}"

    def _told_by_details(self, connection: Connection, article: ExchangedArticle) -> list[UUID]:
        if self._urls is None:
            self._urls = queries.documents_by_url(connection)
            self._titles = import_reads.articles_by_title(connection)
        at_address = [self._urls[article.url]] if article.url in self._urls else []
        called_so = self._titles.get(article.title, []) if article.title else []
        return [*at_address, *called_so[: -_OF_ONE_TITLE - 1 : -1]]


def places_in(article: ExchangedArticle, record: DocumentRecord) -> Places:
    """The places of an article of a file in a document, also where its text is that without furniture, or a part."""
    ways: list[tuple[Span, ...]] = []
    if article.text and article.text != record.text:
        if record.furniture:
            ways.append(cut_furniture(record).kept)
        at = record.text.find(article.text)
        if at >= 0 and record.text.find(article.text, at + 1) < 0:
            ways.append((Span(at, at + len(article.text)),))
    return Places(article, record.text, ways)


def _with_its_text(
    connection: Connection, article: ExchangedArticle, there: Sequence[DocumentRecord]
) -> ExchangedArticle:
    """An article of which a file tells the places alone, with the older text that these are in, where that is kept."""
    sha256 = _hash(article.text_sha256)
    if not sha256 or any(record.text_sha256 == article.text_sha256 for record in there):
        return article
    if sha256 not in queries.known_texts(connection, [sha256]):
        return article
    return replace(article, text=queries.text_content(connection, sha256))


def _keys(key: str) -> Iterator[UUID]:
    """The keys of ours that an article's key may hold: itself, or what stands before the number of a part of it."""
    for words in dict.fromkeys((key, key.partition("#")[0])):
        if len(words) == len(str(UUID(int=0))):
            try:
                yield UUID(words)
            except ValueError:
                continue


def _sha256s_of_other_ends(text: str) -> list[bytes]:
    """The SHA-256s that a text would have with another end: tools add a last line feed, or drop it.

    So the index of texts finds it without a look at any of them.
    """
    bare = text.rstrip()
    begun, found = hashlib.sha256(bare.encode("utf-8", "replace")), []
    for end in _ENDS if bare else ():
        other = begun.copy()
        other.update(end)
        found.append(other.digest())
    return found


def _hash(words: str) -> bytes:
    try:
        return bytes.fromhex(words)
    except ValueError:
        return b""
