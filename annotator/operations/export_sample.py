"""The first rows of an export, as the file would have them: written by the real writer, and thrown away."""

import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, slices
from annotator.core.recipes import ExportRequest
from annotator.core.records import DocumentRecord
from annotator.formats import dataset
from annotator.formats.base import TellsLosses, Writer
from annotator.formats.exchange import AnnotationReader, Exchange
from annotator.operations.choosing import IsCancelled
from annotator.operations.outgoing import Outgoing, outgoing
from annotator.store.workspace import Workspace

ARTICLES = 2
LONGEST = 20_000
"""So many characters are shown at most."""
_MOST_FILES = 6
_LOOKED_AT = 100  # articles, for some that a sheet has rows of
_ABOUT_ALL = frozenset({dataset.README, dataset.SPLITS, dataset.SUMS})
"""What a dataset says of all its articles would be wrong of the first ones; these files are only named."""


@dataclass(frozen=True, slots=True)
class ExportSample:
    """The beginning of an export. `articles` (or parts of some) are in it; `is_cut`: they are longer than is shown.

    `is_text` is False where the file is no text: then `words` is what it says when it is read again. `nothing` says in
    a clause why no article is in it, where that is known.
    """

    words: str
    articles: int
    is_cut: bool = False
    is_text: bool = True
    nothing: str = ""


def sample(
    workspace: Workspace, request: ExportRequest, *, articles: int = ARTICLES, cancelled: IsCancelled | None = None
) -> ExportSample:
    """Write the first articles of what a request asks for. Raises what `exports.export` raises."""
    sent = outgoing(workspace, request, cancelled=cancelled)
    with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
        path = Path(folder) / "sample"
        number = _write(sent, path, articles)
        found = _of_folder(path, number) if path.is_dir() else _of_file(path, number, sent.writer)
    return replace(found, nothing=sent.nothing())


def _write(sent: Outgoing, path: Path, articles: int) -> int:
    taken = 0
    if isinstance(sent.writer, Exchange):
        with closing(sent.articles()) as found:

            def fitted() -> Iterator[ExchangedArticle]:
                nonlocal taken
                for one in islice(found, articles):
                    taken += 1
                    yield one.article

            if sent.writer.makes_folder(sent.options):
                path.mkdir()
            sent.writer.write_articles(fitted(), path, sent.options)
        return taken
    with closing(sent.records()) as records, path.open("wb+") as stream:
        first = _first_of(records, articles, sent)
        sent.writer.write(first, stream, sent.options)
    return len(first)


def _first_of(records: Iterator[DocumentRecord], articles: int, sent: Outgoing) -> list[DocumentRecord]:
    """The first articles; of a sheet, in which annotations are the rows, the first ones that it has rows of."""
    writer = sent.writer
    if not isinstance(writer, TellsLosses):
        return list(islice(records, articles))
    begun: list[DocumentRecord] = []
    with_rows: list[DocumentRecord] = []
    for record in islice(records, _LOOKED_AT):
        if len(begun) < articles:
            begun.append(record)
        if writer.fitted(record, sent.options).annotations:
            with_rows.append(record)
        if len(with_rows) == articles:
            break
    return with_rows or begun


def _of_folder(path: Path, number: int) -> ExportSample:
    """The files of a folder one after the other, each under its name; those with articles come first."""
    files = [file for file in path.rglob("*") if file.is_file()]
    files.sort(key=lambda file: (file.name in _ABOUT_ALL, file))
    parts = []
    for file in files[:_MOST_FILES]:
        words = None if file.name in _ABOUT_ALL else _text_of(file)
        parts.append(f"── {file.relative_to(path).as_posix()}\n{words if words is not None else '…'}")
    parts += [f"── {file.relative_to(path).as_posix()}" for file in files[_MOST_FILES:]]
    words = "\n\n".join(parts)
    return ExportSample(words[:LONGEST], number, len(words) > LONGEST)


def _of_file(path: Path, number: int, writer: Writer | Exchange) -> ExportSample:
    words = _text_of(path)
    is_text = words is not None
    if words is None:
        words = "\n\n".join(_told(path, writer))
    return ExportSample(words[:LONGEST], number, len(words) > LONGEST, is_text)


def _text_of(path: Path) -> str | None:
    """The beginning of a text file; None for another."""
    with path.open("rb") as stream:
        start = stream.read(LONGEST * 4 + 1)
    if b"\x00" in start:
        return None
    try:
        return start.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return start[: error.start].decode("utf-8-sig") if error.start > len(start) - 4 else None


def _told(path: Path, writer: Writer | Exchange) -> Iterator[str]:
    """What a file that is no text says when it is read again."""
    if not isinstance(writer, AnnotationReader):
        return
    for article in writer.read_articles(path):
        if isinstance(article, ExchangedArticle):
            lines = [_line(article, one) for one in article.annotations] or ["  no annotations"]
            yield "\n".join([article.title or article.key, *lines])


def _line(article: ExchangedArticle, one: ExchangedAnnotation) -> str:
    start, end = one.extent
    return f"  {one.label:10} {start}–{end}  {' … '.join(one.texts or slices(article, one))}"
