"""EPUB books and magazines: one article a file, its chapters in the order in which they are read."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from annotator.core.records import ArticleRecord
from annotator.errors import UnreadableInput
from annotator.formats.base import Read, ReadOptions
from annotator.formats.html_text import text_of_html
from annotator.formats.limits import Limits
from annotator.formats.office_details import iso_date, one_line
from annotator.formats.plain_text import title_of
from annotator.formats.refusals import refuse_larger, refuse_wordless
from annotator.formats.xml_safely import parse
from annotator.formats.zip_safely import Archive, open_archive

_MIME = b"mimetypeapplication/epub+zip"
_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_PAGES = ("application/xhtml+xml", "text/html", "application/xml", "text/xml")
# XML may write any element as <title/>; to a reader of HTML that one never ends.
_EMPTY = re.compile(rb"<(title|script|style|textarea|iframe|noscript|a|p|div|span|td|th|li|i|b|em|strong)(\s[^<>]*)?/>")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class Epub:
    """One article a file; read only."""

    id: str = "epub"
    title: str = "EPUB"
    extensions: tuple[str, ...] = (".epub",)
    losses: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        """By what it says of itself in its first bytes."""
        return content.startswith(b"PK") and _MIME in content[:200]

    def read(self, content: bytes, name: str, options: ReadOptions) -> Read:
        """The article in an EPUB. Raises UnreadableInput for what is damaged, protected, hostile or too large."""
        return [_article(content, name, options.limits)]


def _article(content: bytes, name: str, limits: Limits) -> ArticleRecord:
    what = f"“{name}”" if name else "This EPUB"
    refuse_larger(content, limits, what)
    if not content.startswith(b"PK"):
        raise UnreadableInput(f"{what} is not an EPUB, whatever its name says; find out what it is and rename it.")
    archive = open_archive(content, limits, most_members=limits.parts, what=what)
    place, package = _package(archive, limits, what)
    chapters = [name for name in _spine(package, place) if name in archive.names()]
    _refuse_protected(archive, chapters, limits, what)
    text = "\n\n".join(chapter for chapter in _texts(archive, chapters, limits) if chapter)
    refuse_wordless(text, what)
    authors = tuple(name for name in map(one_line, _told(package, "creator")) if name)[:20]
    language = _LANGUAGE.match(next(iter(_told(package, "language")), ""))
    return ArticleRecord(
        title=next(iter(map(one_line, _told(package, "title"))), "") or title_of(text, name),
        text=text,
        original=content,
        encoding="",
        file_name=name,
        outlet=next(iter(map(one_line, _told(package, "publisher"))), ""),
        byline=", ".join(authors),
        authors=authors,
        published_at=next(filter(None, map(iso_date, _told(package, "date"))), ""),
        language=language.group().lower() if language else "",
        format_id="epub",
    )


def _package(archive: Archive, limits: Limits, what: str) -> tuple[str, Any]:
    """The file that says what belongs to the book, and the folder it lies in."""
    container = parse(archive.read(_CONTAINER), limits, what=what, doctype=True)
    file = container.find(".//{*}rootfile")
    path = unquote(file.get("full-path", "")) if file is not None else ""
    return posixpath.dirname(path), parse(archive.read(path), limits, what=what, doctype=True)


def _spine(package: Any, place: str) -> Iterator[str]:
    """The names of the pages in reading order, each once; the list of contents is left out."""
    items = {item.get("id", ""): item for item in package.iterfind("{*}manifest/{*}item")}
    seen = set()
    for reference in package.iterfind("{*}spine/{*}itemref"):
        item = items.get(reference.get("idref", ""))
        if (
            item is None
            or item.get("media-type", _PAGES[0]) not in _PAGES
            or "nav" in item.get("properties", "").split()
        ):
            continue
        name = posixpath.normpath(posixpath.join(place, unquote(item.get("href", "")).partition("#")[0]))
        if name not in seen:
            seen.add(name)
            yield name


def _refuse_protected(archive: Archive, chapters: list[str], limits: Limits, what: str) -> None:
    """Fonts may be scrambled; pages that are make a book that only its shop's program can read."""
    if _ENCRYPTION not in archive.names():
        return
    told = parse(archive.read(_ENCRYPTION), limits, what=what)
    locked = {unquote(reference.get("URI", "")) for reference in told.iter("{*}CipherReference")}
    if locked & set(chapters):
        raise UnreadableInput(f"{what} is locked by the shop it comes from; ask its publisher for a copy without that.")


def _texts(archive: Archive, chapters: list[str], limits: Limits) -> Iterator[str]:
    for name in chapters:
        yield text_of_html(_EMPTY.sub(rb"<\1\2></\1>", archive.read(name)), limits)


def _told(package: Any, what: str) -> list[str]:
    """What the book says of itself in elements of this name."""
    return ["".join(element.itertext()) for element in package.iterfind(f"{{*}}metadata/{{*}}{what}")]
