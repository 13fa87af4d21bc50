"""Markdown: the text as it would be shown, with what a block of metadata above it says (title, date, author)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from annotator.core.records import ArticleRecord
from annotator.errors import UnreadableInput
from annotator.formats.base import Read, ReadOptions
from annotator.formats.decoding import decode, is_binary
from annotator.formats.html_text import text_of_html
from annotator.formats.limits import Limits, megabytes
from annotator.formats.page_authors import names
from annotator.formats.page_dates import iso_time
from annotator.formats.plain_text import title_of

_FRONT = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\n(.{0,20000}?)\n(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"(\w[\w-]{0,40})\s*[:=]\s*(.*)")
_ITEM = re.compile(r"\s+-\s+(.*)|-\s+(.*)")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_]\w+)?", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>\"]{3,2000}")
_HEADING = re.compile(r"(?m)^(?: {0,3}#(?!#)[ \t]+(.{1,300}?)[ \t#]*$|(\S.{0,300})\n=+[ \t]*$)")
# What the library looks through all of a paragraph for, each time it stands there, and where a paragraph ends.
_MARK = re.compile(r"\[|[*_~`]+")
_END = re.compile(r"\n(?=[ \t]*\n|[ \t]*(?:[-*+]|1[.)])[ \t])")


@dataclass(frozen=True, slots=True)
class Markdown:
    """One article a file; read only."""

    id: str = "markdown"
    title: str = "Markdown"
    extensions: tuple[str, ...] = (".md", ".markdown")
    losses: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        """Never: any plain text may be Markdown."""
        return False

    def read(self, content: bytes, name: str, options: ReadOptions) -> Read:
        """The article in a file's bytes. Raises UnreadableInput."""
        called = f"“{name}”" if name else "This text"
        limit = options.limits.markdown_bytes
        if len(content) > limit:
            size = megabytes(len(content))
            raise UnreadableInput(
                f"{called} has {size}; the limit for Markdown is {megabytes(limit)}, so split it first."
            )
        written, _ = decode(content, options.encoding)
        if is_binary(written):
            raise UnreadableInput(f"{called} is not text; open it in its own program and save it as plain text.")
        written = written.replace("\r\n", "\n").replace("\r", "\n")
        front, body = split_front(written)
        _check(body, called, options.limits)
        text = text_of_html(rendered(body), options.limits)
        title = front.get("title", "") or _heading(body) or title_of(text, name)
        if title and "title" in front and not text.startswith(title):
            text = f"{title}\n\n{text}".rstrip()
        if not any(map(str.isalnum, text)):
            raise UnreadableInput(f"{called} is empty; there is nothing to read in it.")
        return [_record(ArticleRecord(title, text, content, "", name, format_id=self.id), front)]


def split_front(written: str) -> tuple[Mapping[str, str], str]:
    """The metadata above a text, keys in small letters, and the text. A list is joined by semicolons.

    Only the simple lines that newsrooms and site builders write are understood; others are left out, never refused.
    """
    found = _FRONT.match(written)
    if found is None:
        return {}, written
    front: dict[str, str] = {}
    key = ""
    for line in found.group(2).split("\n"):
        if (item := _ITEM.match(line)) and key:
            value = _unquoted((item.group(1) or item.group(2) or "").strip())
            front[key] = f"{front[key]}; {value}".lstrip("; ")
        elif pair := _PAIR.match(line):
            key = pair.group(1).lower()
            front[key] = _unquoted(pair.group(2).strip())
    return front, written[found.end() :]


def rendered(body: str) -> str:
    """Markdown as HTML; what is HTML in it stays, to be read like any other. Nothing of it runs."""
    # Loaded late: few files are Markdown.
    from markdown_it import MarkdownIt

    # Deeper than its own 20, because it leaves out what lies deeper without a word.
    html: str = MarkdownIt("commonmark", {"maxNesting": 60}).enable(["table", "strikethrough"]).render(body)
    return html


def _check(body: str, called: str, limits: Limits) -> None:
    if any(sum(1 for _ in _MARK.finditer(paragraph)) > limits.marks for paragraph in _END.split(body)):
        raise UnreadableInput(
            f"{called} has a paragraph with more than {limits.marks:,} signs of Markdown, which is the limit; "
            "rename it to end in .txt and load that."
        )


def _record(record: ArticleRecord, front: Mapping[str, str]) -> ArticleRecord:
    date = next((front[key] for key in ("date", "published", "pubdate") if front.get(key)), "")
    authors = names(next((front[key] for key in ("author", "authors", "byline") if front.get(key)), "").split(";"))
    language = _LANGUAGE.fullmatch(front.get("lang") or front.get("language") or "")
    url = next((front[key] for key in ("canonical_url", "canonical", "url", "source") if front.get(key)), "")
    return replace(
        record,
        byline=", ".join(authors),
        authors=tuple(authors),
        published=date,
        published_at=iso_time(date),
        language=language.group(1).lower() if language else "",
        url=url if _URL.fullmatch(url) else "",
    )


def _heading(body: str) -> str:
    """The words of the first heading of the first level."""
    found = _HEADING.search(body[:20_000])
    return " ".join(text_of_html(rendered(found.group())).split()) if found else ""


def _unquoted(value: str) -> str:
    if value[:1] == "[" and value[-1:] == "]":
        return "; ".join(_unquoted(part.strip()) for part in value[1:-1].split(","))
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
