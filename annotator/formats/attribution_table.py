"""The list of articles of a folder of attributions, metadata.tsv: PolNeAR's columns first, then what those lack."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from annotator.core.exchange import ExchangedArticle
from annotator.errors import UnreadableInput

TABLE, PEOPLE = "metadata.tsv", "annotators.tsv"
WITHOUT_PART = "all"
"""The folder of articles that are in no part (train, dev, test)."""
_POLNEAR = (
    "compartment", "filename", "level", "annotators", "publisher", "publication_date", "author", "title",
    "trump_count", "clinton_count", "credit", "wire",
)  # fmt: skip
_OURS = ("key", "published", "published_at", "url", "language", "file_name", "text_sha256")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NOTHING = frozenset({"None", "NA"})
DETAILS = frozenset({"title", "outlet", "byline", "split", *_OURS} - {"key"})


@dataclass(frozen=True, slots=True)
class Row:
    """An article as the list has it: where its files lie, whose files there are, and what is known of it."""

    compartment: str
    name: str
    annotators: tuple[str, ...]
    key: str
    details: dict[str, Any]


def table_writer(stream: TextIO) -> Any:
    """A writer of rows; the heads are written."""
    writer = csv.DictWriter(stream, (*_POLNEAR, *_OURS), delimiter="\t", lineterminator="\n")
    writer.writeheader()
    return writer


def row_of(article: ExchangedArticle, name: str, annotators: Sequence[str]) -> dict[str, str]:
    """The row of an article; columns that only say something of one election stay empty."""
    row = dict.fromkeys((*_POLNEAR, *_OURS), "")
    row |= {name: getattr(article, name) for name in _OURS}
    row |= {
        "compartment": article.split or WITHOUT_PART,
        "filename": name,
        "annotators": "|".join(annotators),
        "publisher": article.outlet,
        "publication_date": article.published_at if _DAY.fullmatch(article.published_at) else "",
        "author": article.byline,
        "title": article.title,
    }
    return row


def read_table(folder: Path) -> Iterator[Row]:
    """The rows of a folder's list, none where it has none. Raises UnreadableInput for one that is damaged."""
    for row in _rows(folder / TABLE):
        is_ours = "key" in row
        said = {name: "" if not is_ours and value in _NOTHING else value for name, value in row.items() if value}
        name, compartment = said.get("filename", ""), said.get("compartment", "")
        if _is_name(name) and _is_name(compartment):
            details = {column: said.get(column, "") for column in _OURS if column != "key"}
            details |= {"title": said.get("title", ""), "outlet": said.get("publisher", "")}
            details |= {"byline": said.get("author", ""), "split": "" if compartment == WITHOUT_PART else compartment}
            details["published_at"] = details["published_at"] or said.get("publication_date", "")
            annotators = tuple(one for one in said.get("annotators", "").split("|") if _is_name(one))
            yield Row(compartment, name, annotators, said.get("key") or name, details)


def read_people(folder: Path) -> dict[str, str]:
    """The names of annotators by what their files have for them. Raises UnreadableInput."""
    return {row["annotator"]: row.get("name") or "" for row in _rows(folder / PEOPLE) if row.get("annotator")}


def write_people(names: dict[str, str], path: Path) -> None:
    """Write who is who: the names by what their files have for them."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter="\t", lineterminator="\n")
        writer.writerow(("annotator", "name"))
        writer.writerows(names.items())


def _rows(path: Path) -> Iterator[dict[str, str]]:
    if not path.is_file():
        return
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            for row in csv.DictReader(stream, delimiter="\t"):
                yield {name: value for name, value in row.items() if isinstance(name, str) and isinstance(value, str)}
    except (csv.Error, UnicodeDecodeError) as error:
        raise UnreadableInput(f"“{path.name}” is damaged; remove that file to read the others without it.") from error


def _is_name(words: str) -> bool:
    """True for what names a file or a folder and leads nowhere else."""
    return bool(words) and words not in (".", "..") and not re.search(r"[\x00-\x1f/\\:]", words)
