"""The rows of a table as articles, one a row, whatever kind of file the table came in."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Any, NamedTuple, TypeVar

import orjson

from annotator.core.records import ArticleRecord, Status, Unread
from annotator.core.times import iso_time
from annotator.errors import UnreadableInput
from annotator.formats import page_dates
from annotator.formats.base import Read, ReadOptions
from annotator.formats.columns import (
    PREVIEW_ROWS,
    TablePreview,
    columns_to_read,
    distinct,
    guess_columns,
    headings_key,
    is_row_of_headings,
)
from annotator.formats.decoding import is_binary
from annotator.formats.limits import Limits, megabytes
from annotator.formats.plain_text import title_of

_UNREAD_ROWS = 200
"""Of rows that hold no article so many are named one by one; the rest are counted."""

_KEYS_OF_ANNOTATIONS = frozenset({"annotation_id", "quote_id", "claim_id"})
_BESIDE_THEM = frozenset({"article_id", "segments"})
_Entry = TypeVar("_Entry")
_SHOWN = 1_000
"""Of a cell so many characters are shown before a table is loaded."""
_NO_CHANCE = 25  # characters: so much of a title is not how the first sentence happens to begin
_TITLE_LINES = 4
_SHOWN_TITLE = 80

_HTML = re.compile(r"</(?:p|div|h[1-6]|li|blockquote|article)\s*>|<br\s*/?>|<p[\s>]", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.IGNORECASE)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8}){0,4}")
_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,2000}", re.IGNORECASE)
_SEVERAL = re.compile(r"\s*(?:[;\n|])\s*")
_STATUSES = {
    "usable": Status.USABLE,
    "published": Status.USABLE,
    "live": Status.USABLE,
    "withheld": Status.WITHHELD,
    "hold": Status.WITHHELD,
    "on hold": Status.WITHHELD,
    "embargoed": Status.WITHHELD,
    "draft": Status.WITHHELD,
    "cancelled": Status.CANCELLED,
    "canceled": Status.CANCELLED,
    "killed": Status.CANCELLED,
    "kill": Status.CANCELLED,
    "withdrawn": Status.CANCELLED,
    "retracted": Status.CANCELLED,
}


class Row(NamedTuple):
    """One row: what a person calls it (“row 17”), its cells by heading, and what is kept as its original."""

    name: str
    cells: Mapping[str, str]
    original: Any
    frozen: bool = False
    """True where the text is as it stood in a project: nothing is put before it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it comes out of a file: distinct headings, and rows one after the other.

    A row that cannot be read at all comes as Unread.
    """

    headings: tuple[str, ...]
    rows: Iterable[Row | Unread]
    name: str = ""


def sheet_of_lists(
    rows: Iterator[tuple[str, Sequence[str]]], limits: Limits, called: str, name: str = "", *, loose: bool = False
) -> Sheet:
    """The table whose first row with something in it holds the headings, unless that row is an article already.

    `rows` are named cells; `called` names the file in sentences. In a `loose` table cells may stand beside those under
    headings; elsewhere such a row has gone wrong. Raises UnreadableInput for one without rows or with too many columns.
    """
    first = next((row for row in rows if any(cell.strip() for cell in row[1])), None)
    if first is None:
        raise UnreadableInput(f"{called} is empty; there is nothing to read in it.")
    headless = not is_row_of_headings(first[1])
    titles = [""] * len(first[1]) if headless else _without_empty_end(first[1])
    if len(titles) > limits.columns:
        raise UnreadableInput(
            f"{called} has {len(titles):,} columns; the limit is {limits.columns:,}, so take out what is not needed."
        )
    headings = distinct(titles)
    left = chain([first], rows) if headless else rows
    return Sheet(
        headings, (_row(headings, *row, loose=loose) for row in left if any(cell.strip() for cell in row[1])), name
    )


def within_limit(rows: Iterable[_Entry], limits: Limits, called: str) -> Iterator[_Entry]:
    """The same rows. Raises UnreadableInput after more than any spreadsheet holds: even empty ones take time."""
    for number, row in enumerate(rows):
        if number >= limits.rows:
            raise UnreadableInput(f"{called} has more than {limits.rows:,} rows, which is the limit; split it first.")
        yield row


def refuse_annotations(headings: Sequence[str], called: str) -> None:
    """Raise UnreadableInput for a sheet of annotations that this program wrote: none of its rows is an article."""
    there = {heading.casefold() for heading in headings}
    if there >= _BESIDE_THEM and there & _KEYS_OF_ANNOTATIONS:
        raise UnreadableInput(
            f"{called} is a table of annotations that this program wrote; load the articles themselves, or a dataset."
        )


def articles(sheet: Sheet, name: str, options: ReadOptions, format_id: str) -> Read:
    """The articles of a table. Raises UnreadableInput, before the first, where no column gives the text."""
    rows = iter(sheet.rows)
    beginning = list(islice(rows, PREVIEW_ROWS))
    shown = [cells_of(row, sheet.headings) for row in beginning if isinstance(row, Row)]
    wanted = options.columns or options.known_columns.get(headings_key(sheet.headings), {})
    columns = columns_to_read(sheet.headings, shown, wanted, name)
    return _counted(_articles(chain(beginning, rows), columns, name, options.limits, format_id))


def preview_of(sheet: Sheet, sheets: tuple[str, ...] = ()) -> TablePreview:
    """The table's first rows and what can be guessed from them."""
    rows = [row for row in islice(sheet.rows, PREVIEW_ROWS) if isinstance(row, Row)]
    whole = [cells_of(row, sheet.headings) for row in rows]
    shown = tuple(tuple(cell[:_SHOWN] for cell in cells) for cells in whole)
    return TablePreview(sheet.headings, shown, guess_columns(sheet.headings, whole), sheets)


def cells_of(row: Row, headings: Sequence[str]) -> tuple[str, ...]:
    """A row's cells in the order of the headings."""
    return tuple(row.cells.get(heading, "") for heading in headings)


def article_of(row: Row, columns: Mapping[str, str], name: str, limits: Limits) -> ArticleRecord:
    """One row as an article; `columns`: field -> heading. Raises UnreadableInput for a row without a text."""
    cells = {field_name: row.cells.get(heading, "").strip() for field_name, heading in columns.items()}
    text = _text(row.cells.get(columns["text"], ""), limits, frozen=row.frozen)
    title = " ".join(_plain(cells.get("title", ""), limits).split())
    if title and not row.frozen and not _begins_with(text, title):
        text = f"{title}\n\n{text}"
    authors = tuple(name for name in _SEVERAL.split(cells.get("byline", "")) if name)
    record = ArticleRecord(
        title=title or title_of(text, name),
        text=text,
        original=_canonical(row.original),
        encoding="",
        file_name=f"{name}, {row.name}" if name else row.name,
        outlet=_line(cells.get("outlet", "")),
        byline=_line(", ".join(authors)),
        published=_line(cells.get("published", "")),
        url=_address(cells.get("url", "")),
        published_at=_published_at(row, cells.get("published", "")),
        language=_language(cells.get("language", "")),
        source_note=cells.get("source_note", ""),
        authors=authors,
        notices=_left_behind(row),
    )
    return _with_holds(record, cells.get("status", ""), cells.get("embargo_until", ""))


def _articles(
    rows: Iterable[Row | Unread], columns: Mapping[str, str], name: str, limits: Limits, format_id: str
) -> Iterator[ArticleRecord | Unread]:
    for row in rows:
        if isinstance(row, Unread):
            yield row
            continue
        try:
            yield replace(article_of(row, columns, name, limits), format_id=format_id)
        except UnreadableInput as error:
            yield Unread(row.name, str(error))


def _counted(read: Iterator[ArticleRecord | Unread]) -> Read:
    """The same, with only so many unread rows named that a person may look through them."""
    unread = 0
    for found in read:
        if isinstance(found, Unread):
            unread += 1
            if unread > _UNREAD_ROWS:
                continue
        yield found
    if unread > _UNREAD_ROWS:
        more = unread - _UNREAD_ROWS
        yield Unread("other rows", f"{more:,} more rows could not be read; look at the table itself.")


def _row(headings: Sequence[str], name: str, cells: Sequence[str], *, loose: bool) -> Row | Unread:
    found = dict(zip(headings, cells, strict=False))
    beside = {f"Column {at}": cell for at, cell in enumerate(cells[len(headings) :], len(headings) + 1) if cell.strip()}
    if beside and not loose:
        return Unread(
            name,
            f"It has {len(cells):,} cells, but the table has {len(headings):,} columns; put quotation marks around "
            "a text that holds what cells are apart by.",
        )
    return Row(name, found, beside | found)


def _without_empty_end(titles: Sequence[str]) -> Sequence[str]:
    end = len(titles)
    while end and not titles[end - 1].strip():
        end -= 1
    return titles[:end]


def _text(cell: str, limits: Limits, *, frozen: bool) -> str:
    """The text of an article with its own newlines. Raises UnreadableInput where there is none."""
    if len(cell) > limits.article_bytes:
        size = megabytes(len(cell))
        raise UnreadableInput(f"Its text has {size}; the limit for one article is {megabytes(limits.article_bytes)}.")
    if is_binary(cell):
        raise UnreadableInput("What is in its text column is not text; save the table again from its own program.")
    text = cell.replace("\r\n", "\n").replace("\r", "\n")
    text = text if frozen else _plain(text, limits).strip()
    if not text.strip():
        raise UnreadableInput("It has no text; fill the cell in, or choose another column for the text.")
    return text


def _plain(cell: str, limits: Limits) -> str:
    """What a cell says where it holds HTML, as those of content management systems do."""
    if not _HTML.search(cell):
        return html.unescape(cell) if _ENTITY.search(cell) else cell
    from annotator.formats.html_text import text_of_html  # brings a parser that most tables need not

    return text_of_html(cell, limits)


def _left_behind(row: Row) -> tuple[str, ...]:
    """What is said of an article that comes from a dataset with the annotations made there."""
    spans = row.original.get("spans") if row.frozen and isinstance(row.original, dict) else None
    if not isinstance(spans, list) or not spans:
        return ()
    title = _line(row.cells.get("title", ""))[:_SHOWN_TITLE]
    return (f"Of “{title}” the text and the details are loaded; its annotations ({len(spans):,}) stay in the dataset.",)


def _begins_with(text: str, title: str) -> bool:
    """True when the title stands over the text, or before it on one line: a short one may be a sentence's beginning."""
    wanted = title.casefold()
    start = text[: 2 * len(title) + 100].casefold()
    if len(title) >= _NO_CHANCE and " ".join(start.split()).startswith(wanted):
        return True
    ends = (line.end() for line in re.finditer(r"[^\n]+", start))
    return any(" ".join(start[:end].split()) == wanted for end in islice(ends, _TITLE_LINES))


def _line(words: str) -> str:
    return " ".join(words.split())


def _published_at(row: Row, printed: str) -> str:
    """The printed time in ISO 8601; of an article that was in a project, what that knew of it."""
    known = row.cells.get("published_at", "") if row.frozen else ""
    return iso_time(known) or iso_time(printed) or page_dates.iso_time(printed)


def _address(words: str) -> str:
    """An address of the web; anything else is none that could be opened, and stays in the original."""
    return words if _ADDRESS.fullmatch(words) else ""


def _language(words: str) -> str:
    """The code of a language without its country: "id" of "id-ID"."""
    match = _LANGUAGE.fullmatch(words)
    return match[1].lower() if match else ""


def _with_holds(record: ArticleRecord, status: str, embargo: str) -> ArticleRecord:
    """The article with its status and embargo. What holds it back and cannot be understood is said in its note."""
    known = _STATUSES.get(status.casefold())
    until = iso_time(embargo) or page_dates.iso_time(embargo)
    notes = [record.source_note]
    if status and known is None:
        notes.append(f"Status: {_line(status)}")
    if embargo and not until:
        notes.append(f"Embargo: {_line(embargo)}")
        known = known or Status.WITHHELD
    note = "\n".join(words for words in notes if words)
    return replace(record, status=known or Status.USABLE, embargo_until=until, source_note=note)


def _canonical(original: Any) -> bytes:
    """The row as JSON: the same row gives the same bytes, whatever the order of its columns."""
    try:
        return orjson.dumps(original, option=orjson.OPT_SORT_KEYS)
    except TypeError as error:
        raise UnreadableInput("It is nested too deep to be kept; the limit is 250 levels.") from error
