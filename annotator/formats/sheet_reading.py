"""Sheets of annotations as people give them back: columns moved or gone, dates and separators of another country."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink, place_of
from annotator.core.losses import names_in
from annotator.core.records import Unread
from annotator.core.spans import Span
from annotator.core.times import iso_time
from annotator.errors import UnreadableInput
from annotator.formats import page_dates
from annotator.formats.article_table import Row, Sheet
from annotator.formats.sheet_cells import segments_in, texts_in, unprotected
from annotator.formats.sheet_head import headings_of, plain_heading, sheets_of
from annotator.formats.table_depth import attributes_in, links_in

_DETAILS = ("title", "outlet", "byline", "published", "url", "language", "file_name", "text_sha256")
_TELL_ARTICLES_APART = ("article_id", "text_sha256", "url", "title")  # the best first
_SOURCE = "attributed_to"  # what the attribute of the source is called where a sheet does not say
_NUMBER = re.compile(r"(\d{1,3}(?:[.,\s’']\d{3})+|\d{1,12})(?:[.,]0+)?")

Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SheetKind:
    """A sheet's columns, one annotation a row, and which of them hold what.

    `known_by` are headings that no other sheet has together. `key` is the column of an annotation's key, `words` that
    of its text, `label` what all rows are labelled; "" where the column “label” says it. `attributes`: column -> key
    of the attribute in it; `sources`: the same for those that hold names of sources.
    """

    columns: tuple[str, ...]
    known_by: frozenset[str]
    key: str
    words: str
    label: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Gathered:
    """What has been read of one article: its details as its first rows have them, and its annotations by key."""

    key: str
    details: dict[str, str] = field(default_factory=dict)
    annotations: dict[str, ExchangedAnnotation] = field(default_factory=dict)
    links: list[ExchangedLink] = field(default_factory=list)


def is_sheet(path: Path, kind: SheetKind, takes: Callable[[str], bool]) -> bool:
    """True when a file has the headings by which sheets of this kind are known; `takes` says: with this delimiter."""
    return any(kind.known_by <= head.headings and takes(head.delimiter) for head in headings_of(path))


def read_sheet(path: Path, kind: SheetKind) -> Iterator[ExchangedArticle | Unread]:
    """The articles of a sheet in the order of their first rows, then the rows that cannot be read.

    A sheet has no texts: the articles' are empty, and the annotations' places count in the text that `text_sha256`
    names. What was said in words stays words, a default too. Raises UnreadableInput, naming the columns that lack.
    """
    found = sheets_of(path)
    there = [sheet for sheet in found if not _lacking(sheet, kind)]
    if not there:
        lacks = min((_lacking(sheet, kind) for sheet in found), key=len)
        columns = " and ".join(f"“{column}”" for column in lacks)
        raise UnreadableInput(f"“{path.name}” has no column {columns}; put it back under this heading.")
    articles: dict[str, _Gathered] = {}
    homes: dict[str, str] = {}
    unread: list[Unread] = []
    for sheet in there:
        for row in _rows(sheet):
            problem = row if isinstance(row, Unread) else _take(row[0], row[1], kind, articles, homes)
            if problem:
                unread.append(problem)
    for one in articles.values():
        yield _article(one, homes)
    yield from unread


def _lacking(sheet: Sheet, kind: SheetKind) -> list[str]:
    """The headings without which the sheet cannot be understood."""
    there = {plain_heading(heading) for heading in sheet.headings}
    lacking = [] if kind.label or "label" in there else ["label"]
    if "segments" not in there and not {"start", "end"} <= there:
        lacking.append("segments")
    if not there.intersection(_TELL_ARTICLES_APART):
        lacking.append("article_id")
    return lacking


def _rows(sheet: Sheet) -> Iterator[tuple[str, Cells] | Unread]:
    plain = {heading: plain_heading(heading) for heading in sheet.headings}
    for row in sheet.rows:
        if isinstance(row, Row):
            cells = {plain[heading]: cell for heading, cell in row.cells.items() if heading in plain}
            if any(cell.strip() for cell in cells.values()):
                yield row.name, {name: _lines(cell) for name, cell in cells.items()}
        else:
            yield row


def _lines(cell: str) -> str:
    """A cell with lines that end as they do here; a spreadsheet may have ended them otherwise."""
    return cell.replace("\r\n", "\n").replace("\r", "\n")


def _take(
    name: str, cells: Cells, kind: SheetKind, articles: dict[str, _Gathered], homes: dict[str, str]
) -> Unread | None:
    """Put a row with its article; or say why it cannot be read."""
    passage, cells = cells.get(kind.words, ""), {column: unprotected(cell) for column, cell in cells.items()}
    article = next((cells[column] for column in _TELL_ARTICLES_APART if cells.get(column)), "")
    if not article:
        return Unread(name, "It does not say in which article it is; fill in the column “article_id”.")
    try:
        annotation = _annotation(cells, passage, kind, name)
    except ValueError as error:
        return Unread(name, str(error))
    one = articles.setdefault(article, _Gathered(article))
    if annotation.key in one.annotations:
        return Unread(name, f"The annotation {annotation.key} stands in another row already; take one of them out.")
    one.annotations[annotation.key] = annotation
    homes[annotation.key] = article
    for column in (*_DETAILS, "published_at"):
        if cells.get(column):
            one.details.setdefault(column, cells[column])
    if not kind.label:
        for link, target in links_in(cells.get("links", ""))[0]:
            one.links.append(ExchangedLink(link, annotation.key, target))
    return None


def _annotation(cells: Cells, passage: str, kind: SheetKind, name: str) -> ExchangedAnnotation:
    """The annotation of a row. Raises ValueError with a plain sentence."""
    label = kind.label or cells.get("label", "").strip()
    if not label:
        raise ValueError("It has no label; fill in the column “label”.")
    segments = _segments(cells)
    texts = _texts(passage, cells.get(kind.words, ""), segments)
    if texts is None:
        raise ValueError(f"The words in its column “{kind.words}” are not as long as its segments say; put one right.")
    return ExchangedAnnotation(
        key=cells.get(kind.key, "").strip() or name,
        label=label,
        segments=segments,
        attributes=_attributes(cells, kind),
        note=cells.get("note", ""),
        annotator=cells.get("annotator", ""),
        created_at=_moment(cells.get("created_at", "")),
        texts=texts,
    )


def _texts(passage: str, unprotected_passage: str, segments: tuple[Span, ...]) -> tuple[str, ...] | None:
    """The words of each segment; () for none, None for such as cannot be told apart.

    Whether a mark before them protects them, their length says: in a workbook nothing needs to be protected.
    """
    if not passage:
        return ()
    for words in (unprotected_passage, passage):
        if (texts := texts_in(words, segments)) is not None:
            return texts
    return (unprotected_passage,) if len(segments) == 1 else None


def _segments(cells: Cells) -> tuple[Span, ...]:
    places = cells.get("segments", "").strip()
    try:
        segments = segments_in(places) if places else (Span(_number(cells, "start"), _number(cells, "end")),)
    except ValueError as error:
        raise ValueError("It does not say where it stands; its column “segments” holds places like 12..40.") from error
    ends = [0, *(end for _, end in segments)]
    if any(not ends[at] <= start < end for at, (start, end) in enumerate(segments)):
        raise ValueError("Its segments are empty, or not in their order; they are places like 12..40 52..60.")
    return segments


def _number(cells: Cells, column: str) -> int:
    found = _NUMBER.fullmatch(cells.get(column, "").strip())
    if found is None:
        raise ValueError(f"“{column}” is no number")
    return int(re.sub(r"\D", "", found[1]))


def _attributes(cells: Cells, kind: SheetKind) -> dict[str, Any]:
    found: dict[str, Any] = {key: cells[column] for column, key in kind.attributes.items() if cells.get(column)}
    sources = {key: names_in(cells[column]) for column, key in kind.sources.items() if cells.get(column)}
    if not kind.label:
        found |= attributes_in(cells.get("attributes", ""))
        sources |= links_in(cells.get("links", ""))[1]
        if names := names_in(cells.get("source", "")):
            sources[cells.get("source_key") or _SOURCE] = names
    return found | {key: names for key, names in sources.items() if names}


def _moment(words: str) -> datetime | None:
    """When it was made; None where a spreadsheet has turned that into something without a zone."""
    with suppress(ValueError):
        moment = datetime.fromisoformat(words.strip())
        return moment if moment.tzinfo else None
    return None


def _article(one: _Gathered, homes: Mapping[str, str]) -> ExchangedArticle:
    details: dict[str, Any] = dict(one.details)
    when = details.pop("published_at", "")
    return ExchangedArticle(
        key=one.key,
        text="",
        annotations=tuple(sorted(one.annotations.values(), key=place_of)),
        links=tuple(_link(link, one.key, homes) for link in one.links),
        published_at=iso_time(when) or page_dates.iso_time(when) or "",
        **details,
    )


def _link(link: ExchangedLink, here: str, homes: Mapping[str, str]) -> ExchangedLink:
    home = homes.get(link.to_key, here)
    return link if home == here else ExchangedLink(link.kind, link.from_key, link.to_key, to_article=home)
