"""RSS and Atom: every entry that brings its text is an article; one with a headline only is named, with its address.

The library is given bytes, never an address or a name: with bytes it neither fetches nor opens anything.
"""

import io
import re
from calendar import timegm
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, NamedTuple
from urllib.parse import urljoin

import orjson

from annotator.core.records import ArticleRecord, Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import Read, ReadOptions
from annotator.formats.html_text import text_of_html
from annotator.formats.limits import LIMITS, Limits, megabytes
from annotator.formats.plain_text import title_of
from annotator.formats.wire_root import root_of
from annotator.formats.wire_text import language_code, newlines, one_line, web_address, with_headline
from annotator.formats.wire_time import printed_time, utc_time

_ROOTS = {"rss", "feed", "RDF"}
_NAMESPACES = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#", "http://purl.org/rss/1.0/")
# Below this a description is taken for the first lines of an article, not the article.
_WHOLE = 1_000
_SHORT = "The feed holds the beginning of this article only; load it from its address to have it whole."
_NO_TEXT = "It has only a headline here; load it from its address."
_ENTRY = re.compile(rb"<(/?)(?:[A-Za-z_][\w.-]{0,40}:)?(item|entry)(?=[\s/>])", re.IGNORECASE)
# Each is compared with all before it in its entry, which takes quadratic time.
_CATEGORY = re.compile(rb"<[^\s<>/]{0,40}(?:category|subject|keywords|tag)[\s>]", re.IGNORECASE)
_MARKUP = re.compile(r"<[A-Za-z/!]|&[#A-Za-z0-9]{1,31};")


class FeedEntry(NamedTuple):
    """One entry as a list shows it: `published` as printed, `published_at` as ISO 8601.

    `summary_length` counts the characters of text that the feed itself holds; `full` is True when that seems to be
    the whole article.
    """

    title: str
    url: str
    published: str
    published_at: str
    summary_length: int
    full: bool


@dataclass(frozen=True, slots=True)
class Feed:
    """One article an entry; read only."""

    id: str = "feed"
    title: str = "Feed (RSS, Atom)"
    extensions: tuple[str, ...] = (".rss", ".atom", ".rdf")
    losses: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        """True for XML whose root element is that of a feed."""
        root = root_of(content)
        if root is None or root.name not in _ROOTS:
            return False
        return root.name == "rss" or any(root.declares(namespace) for namespace in _NAMESPACES)

    def read(self, content: bytes, name: str, options: ReadOptions) -> Read:
        """The entries that hold text, one by one, and an Unread for each that does not. Raises UnreadableInput."""
        parsed = _parse(content, f"“{name}”" if name else "This feed", options.limits)
        return _articles(parsed, content, name, options)


def entries(content: bytes, base_url: str | None, limits: Limits = LIMITS) -> list[FeedEntry]:
    """What a feed offers, in its order; relative addresses are completed with `base_url`. Raises UnreadableInput."""
    parsed = _parse(content, "This feed", limits)
    return [_as_entry(entry, base_url, limits) for entry in parsed.entries]


def _parse(content: bytes, called: str, limits: Limits) -> Any:
    if len(content) > limits.page_bytes:
        raise UnreadableInput(
            f"{called} has {megabytes(len(content))}; the limit for a feed is {megabytes(limits.page_bytes)}, "
            "so load its articles from their addresses."
        )
    if re.search(rb"<!ENTITY", content, re.IGNORECASE):
        raise UnreadableInput(f"{called} declares entities, which can hide text or grow without end; save it without.")
    _check(content, called, limits)
    # Started late: it takes a fifth of a second, and only feeds need it.
    import feedparser

    try:
        parsed = feedparser.parse(io.BytesIO(content), resolve_relative_uris=False, sanitize_html=False)
    except Exception as error:  # it raises whatever its many parts do
        raise UnreadableInput(
            f"{called} is damaged: it cannot be read as a feed; load it again from its address."
        ) from error
    if not parsed.entries:
        what = "is a feed without entries; load it again when it has some"
        raise UnreadableInput(
            f"{called} {what if parsed.get('version') else 'is no feed of RSS or Atom; load the article itself'}."
        )
    return parsed


def _check(content: bytes, called: str, limits: Limits) -> None:
    """Raises UnreadableInput for more of anything than the library reads in a short time."""
    counts = (
        (content.count(b"<"), limits.tags, "tags"),
        (sum(1 for _ in _CATEGORY.finditer(content)), limits.categories, "categories"),
        (sum(1 for tag in _ENTRY.finditer(content) if not tag[1]), limits.articles, "entries"),
    )
    for count, most, what in counts:
        if count > most:
            raise UnreadableInput(
                f"{called} holds more than {most:,} {what}, which is the limit; load its articles from their addresses."
            )


def _articles(parsed: Any, content: bytes, name: str, options: ReadOptions) -> Iterator[ArticleRecord | Unread]:
    originals = _originals(content, len(parsed.entries))
    outlet, language = _line(parsed.feed, "title", options.limits), language_code(parsed.feed.get("language"))
    for number, entry in enumerate(parsed.entries, 1):
        original = originals[number - 1] if originals else _stand_in(entry)
        article = ArticleRecord("", "", original, "", name, outlet=outlet, language=language, format_id="feed")
        try:
            yield _article(entry, article, options)
        except UnreadableInput as error:
            yield Unread(_called(entry, options) or f"entry {number}", str(error))


def _article(entry: Any, article: ArticleRecord, options: ReadOptions) -> ArticleRecord:
    """The entry filled in; `article` has what holds for the whole feed. Raises UnreadableInput."""
    listed, text = _as_entry(entry, options.url, options.limits), _text(entry, options.limits)
    if not text:
        raise UnreadableInput(_NO_TEXT)
    names = (one_line(str(author.get("name") or "")) for author in entry.get("authors", []))
    authors = tuple(dict.fromkeys(filter(None, names)))
    return replace(
        article,
        title=listed.title or title_of(text, article.file_name),
        text=with_headline(listed.title, text),
        outlet=_outlet(entry, options.limits) or article.outlet,
        byline=", ".join(authors),
        authors=authors,
        published=listed.published,
        published_at=listed.published_at,
        url=listed.url,
        language=language_code(entry.get("language")) or article.language,
        notices=() if listed.full else (_SHORT,),
    )


def _called(entry: Any, options: ReadOptions) -> str:
    """What a list of entries that were not read calls this one."""
    return _address(entry, options.url) or one_line(str(entry.get("title") or ""))


def _as_entry(entry: Any, base_url: str | None, limits: Limits) -> FeedEntry:
    printed = one_line(entry.get("published") or _updated(entry, "updated") or "")
    moment = printed_time(printed)
    if not moment and (parsed := entry.get("published_parsed") or _updated(entry, "updated_parsed")):
        moment = _of_parts(parsed)
    text = _text(entry, limits)
    full = bool(entry.get("content")) or len(text) >= _WHOLE
    return FeedEntry(_line(entry, "title", limits), _address(entry, base_url), printed, moment, len(text), full)


def _updated(entry: Any, key: str) -> Any:
    """Asked with care: without it the library would take the time of publication, and warn."""
    return entry[key] if key in entry else None  # noqa: SIM401


def _of_parts(parsed: Any) -> str:
    try:
        return utc_time(datetime.fromtimestamp(timegm(parsed), UTC))
    except (ValueError, TypeError, OverflowError, OSError):
        return ""


def _address(entry: Any, base_url: str | None) -> str:
    """The page of the entry: its link, else a guid that is one."""
    for told in (entry.get("link"), entry.get("id")):
        try:
            found = web_address(urljoin(base_url or "", str(told))) if told else ""
        except ValueError:  # brackets that are no IPv6 address
            continue
        if found:
            return found
    return ""


def _text(entry: Any, limits: Limits) -> str:
    """The longest text that the entry brings, its content before its summary."""
    told = [_plain(part, limits) for part in entry.get("content", [])]
    if not any(told):
        told = [_plain(entry.get("summary_detail") or {}, limits)]
    return max(told, key=len, default="")


def _plain(part: Any, limits: Limits) -> str:
    words, kind = str(part.get("value") or ""), str(part.get("type") or "")
    if not words.strip():
        return ""
    if "html" in kind or _MARKUP.search(words):
        return text_of_html(words, limits).strip()
    return newlines(words).strip() if kind in ("", "text/plain") else ""


def _line(of: Any, key: str, limits: Limits) -> str:
    detail = of.get(f"{key}_detail") or {"value": of.get(key) or ""}
    words = str(detail.get("value") or "")
    return one_line(text_of_html(words, limits) if _MARKUP.search(words) else words)


def _outlet(entry: Any, limits: Limits) -> str:
    """The outlet an entry was taken over from, where a feed gathers several."""
    source = entry.get("source") or {}
    return _line(source, "title", limits) if hasattr(source, "get") else ""


def _originals(content: bytes, count: int) -> list[bytes]:
    """Each entry's own bytes, in order; none when they cannot be told apart with certainty."""
    found, start = [], None
    for tag in _ENTRY.finditer(content):
        if tag[1]:
            if start is not None and (end := content.find(b">", tag.end())) >= 0:
                found.append(content[start : end + 1])
            start = None
        elif start is None:
            start = tag.start()
    return found if len(found) == count else []


def _stand_in(entry: Any) -> bytes:
    """What the library understood of an entry of a feed that is not well formed."""
    return orjson.dumps(entry, default=str, option=orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS)
