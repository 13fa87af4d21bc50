"""What goes to a reading process and what comes back, as MessagePack.

Not pickled: who has taken over the process that reads must not be able to run anything in the one that asks.
"""

from dataclasses import astuple, dataclass, field, fields
from typing import Any, NamedTuple, get_type_hints

import msgpack

from annotator.core.language import LanguageGuess
from annotator.core.quote_policy import QuotePolicy
from annotator.core.records import ArticleRecord, Furniture, Status
from annotator.formats.base import ReadOptions
from annotator.formats.limits import Limits
from annotator.reading.preparing import Prepared


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read: from `path`, or, where `content` is given, these bytes, which a report calls `path`.

    `name` is the file's, None for the last part of `path`. `wanted` is what of it is asked for: its articles, or
    what a person chooses from before anything is loaded, see reading/asking.py.
    """

    path: str
    content: bytes | None = None
    options: ReadOptions = field(default_factory=ReadOptions)
    policy: QuotePolicy = field(default_factory=dict)
    detect_language: bool = True
    name: str | None = None
    wanted: str = "articles"


class Article(NamedTuple):
    """An article that was read."""

    prepared: Prepared


class Failed(NamedTuple):
    """A file, or (`name`) a part of it, that could not be read, and why, in one sentence."""

    name: str
    reason: str


class Told(NamedTuple):
    """What was asked for and is no article, as plain values."""

    value: Any


class Finished(NamedTuple):
    """A file of which nothing more comes."""


class Ready(NamedTuple):
    """The process has started; said once, before anything else."""


Answer = Article | Failed | Told | Finished | Ready

_WORDS = tuple(name for name, kind in get_type_hints(ArticleRecord).items() if kind is str)
_ARTICLE, _FAILED, _TOLD, _FINISHED, _READY = range(5)


def packed_job(job: Job) -> bytes:
    """A job as bytes; the limits are not in it, the process has them."""
    options = job.options
    known = {key: dict(columns) for key, columns in options.known_columns.items()}
    parts = (options.url, options.encoding, dict(options.columns), known, options.depth)
    return _packed((job.path, job.content, parts, dict(job.policy), job.detect_language, job.name, job.wanted))


def unpacked_job(message: bytes, limits: Limits) -> Job:
    """The job that `packed_job` was given, with these limits."""
    path, content, given, policy, detect_language, name, wanted = _unpacked(message)
    options = ReadOptions(*[*given, limits])
    return Job(path, content, options, policy, detect_language, name, wanted)


def packed_answer(answer: Answer) -> bytes:
    """An answer as bytes. An original that the text tells is left out."""
    if isinstance(answer, Article):
        return _packed((_ARTICLE, _article_parts(answer.prepared)))
    if isinstance(answer, Failed):
        return _packed((_FAILED, tuple(answer)))
    if isinstance(answer, Told):
        return _packed((_TOLD, answer.value))
    return _packed((_READY if isinstance(answer, Ready) else _FINISHED, ()))


def unpacked_answer(message: bytes) -> Answer:
    """The answer that `packed_answer` was given. Raises ValueError for what is none."""
    try:
        kind, parts = _unpacked(message)
        if kind == _ARTICLE:
            return Article(_article(*parts))
        if kind == _FAILED:
            return Failed(*map(str, parts))
        if kind == _TOLD:
            return Told(parts)
        return Ready() if kind == _READY else Finished()
    except (TypeError, KeyError, ValueError, msgpack.UnpackException) as error:
        raise ValueError(f"this is no answer: {error}") from error


def packed_limits(limits: Limits) -> bytes:
    """Limits as bytes."""
    return _packed(astuple(limits))


def unpacked_limits(message: bytes) -> Limits:
    """The limits that `packed_limits` was given."""
    return Limits(*_unpacked(message))


def _packed(parts: Any) -> bytes:
    # Names of files may hold bytes that are no text: Python keeps them as half surrogates.
    return bytes(msgpack.packb(parts, unicode_errors="surrogatepass"))


def _unpacked(message: bytes) -> Any:
    return msgpack.unpackb(message, unicode_errors="surrogatepass", strict_map_key=True)


def _article_parts(article: Prepared) -> tuple[Any, ...]:
    record = article.record
    return (
        [getattr(record, name) for name in _WORDS],
        b"" if article.told_by_text else record.original,
        record.status.value,
        record.authors,
        record.notices,
        article.furniture,
        article.guess,
        dict(article.policy),
        article.sentence_ends,
        article.original_sha256,
        article.text_sha256,
        article.told_by_text,
        article.terms,
        article.sketch,
    )


def _article(
    words: list[str],
    original: bytes,
    status: str,
    authors: list[str],
    notices: list[str],
    furniture: list[list[Any]],
    guess: list[Any],
    policy: dict[str, str],
    *rest: Any,
) -> Prepared:
    record = ArticleRecord(
        **dict(zip(_WORDS, words, strict=True)),  # type: ignore[arg-type]  # they are all words
        original=original,
        status=Status(status),
        authors=tuple(authors),
        notices=tuple(notices),
    )
    language, confidence, also_in = guess
    pieces = tuple(Furniture(*piece) for piece in furniture)
    return Prepared(record, pieces, LanguageGuess(language, confidence, tuple(also_in)), policy, *rest)


assert {field.name for field in fields(ArticleRecord)} == {
    *_WORDS, "original", "status", "authors", "notices", "furniture",
}  # fmt: skip
