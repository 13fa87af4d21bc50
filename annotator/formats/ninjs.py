"""ninjs 1 to 3: the stories of an agency in JSON, alone, several in one file, or associated with each other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import orjson

from annotator.core.records import ArticleRecord, Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import Read, ReadOptions
from annotator.formats.html_text import text_of_html
from annotator.formats.limits import Limits, megabytes
from annotator.formats.members import at_most
from annotator.formats.nitf import nitf_article
from annotator.formats.plain_text import title_of
from annotator.formats.wire_status import notes, release_of
from annotator.formats.wire_text import language_code, newlines, one_line, web_address, with_headline
from annotator.formats.wire_time import printed_time
from annotator.formats.xml_safely import parse

_HEAD = 262_144
_IDENTIFIED = re.compile(rb'"(?:uri|guid|standard)"\s*:')
_OF_NINJS = re.compile(rb'"(?:versioncreated|firstcreated|pubstatus|body_xhtml|bodies)"\s*:|"ninjs"', re.IGNORECASE)
_DEEPEST = 4  # items associated with items
_RICH = ("html", "xhtml")
_SUMMARY = "The file holds a summary of this story only."

Item = dict[str, Any]
"""An item as it was read. Version 3 writes “versionCreated” where the others have “versioncreated”."""


Form = tuple[str, str, str]
"""One form of a text: its role, its kind, its words."""


@dataclass(frozen=True, slots=True)
class Ninjs:
    """One article a story; read only."""

    id: str = "ninjs"
    title: str = "ninjs"
    extensions: tuple[str, ...] = (".ninjs",)
    losses: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        """True for JSON with the names that ninjs gives an item and its versions."""
        head = content[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
        if not head.startswith((b"{", b"[")):
            return False
        return bool(_IDENTIFIED.search(head) and _OF_NINJS.search(head))

    def read(self, content: bytes, name: str, options: ReadOptions) -> Read:
        """The stories, one by one, and an Unread for each item without text. Raises UnreadableInput."""
        called, most = f"“{name}”" if name else "This file", options.limits.article_bytes
        if len(content) > most:
            raise UnreadableInput(
                f"{called} has {megabytes(len(content))}; the limit for JSON is {megabytes(most)}, so split it first."
            )
        if content.count(b"{") > options.limits.objects:
            raise UnreadableInput(
                f"{called} holds more than {options.limits.objects:,} objects, which is the limit for JSON; "
                "split it first."
            )
        try:
            told = orjson.loads(content.removeprefix(b"\xef\xbb\xbf"))
        except orjson.JSONDecodeError as error:
            raise UnreadableInput(
                f"{called} is damaged: its JSON cannot be read; get it once more from where it comes from."
            ) from error
        items = [item for item in (told if isinstance(told, list) else [told]) if isinstance(item, dict)]
        if not items:
            raise UnreadableInput(f"{called} holds no item of ninjs; there is nothing in it to load.")
        if len(items) == 1 and not any(_associated(_lowered(items[0]))):
            return [_article(_lowered(items[0]), _blank(content, name), options.limits)]
        return at_most(_articles(items, content, name, options.limits), options.limits)


def _blank(original: bytes, name: str) -> ArticleRecord:
    return ArticleRecord("", "", original, "", name, format_id="ninjs")


def _articles(items: list[Item], content: bytes, name: str, limits: Limits) -> Iterator[ArticleRecord | Unread]:
    left = [(item, 0) for item in reversed(items)]
    number = 0
    while left:
        raw, depth = left.pop()
        item = _lowered(raw)
        number += 1
        try:
            if not depth or _body(item, limits):
                # The first story of a file with one is the file, whatever is associated with it.
                original = content if number == 1 and len(items) == 1 else _own_bytes(raw)
                yield _article(item, _blank(original, name), limits)
        except UnreadableInput as error:
            yield Unread(_called(item) or f"item {number}", str(error))
        if depth < _DEEPEST:
            left += [(other, depth + 1) for other in reversed(list(_associated(item)))]


def _lowered(item: Item) -> Item:
    """The item with all its names in small letters."""
    return {key.lower(): value for key, value in item.items()}


def _own_bytes(item: Item) -> bytes:
    try:
        return orjson.dumps(item)
    except TypeError as error:  # deeper than can be written, though not than can be read
        raise UnreadableInput("It is nested more than 254 deep, which is the limit; load it by itself.") from error


def _called(item: Item) -> str:
    """What a list of items that were not read calls this one; markup in a headline is left as it is."""
    return one_line(_word(item, "headline") or _word(item, "uri"))


def _associated(item: Item) -> Iterator[Item]:
    """The items inside an item: by name in version 1, a list since."""
    told = item.get("associations")
    for other in told.values() if isinstance(told, dict) else told if isinstance(told, list) else ():
        if isinstance(other, dict):
            yield other


def _article(item: Item, article: ArticleRecord, limits: Limits) -> ArticleRecord:
    """The story of an item. Raises UnreadableInput for one without text."""
    body, summary = _body(item, limits), ""
    if not body:
        summary = _summary(item, limits)
    kind = one_line(_word(item, "type")) or ("event" if "eventdetails" in item else "text")
    if not body and (not summary or kind != "text"):
        raise UnreadableInput(
            f"It is of the kind “{kind}” and holds no text of a story; load the story that it belongs to."
        )
    title = _title(item)
    byline = one_line(_word(item, "byline") or _word(item, "by"))
    printed = next(filter(None, (_word(item, key) for key in ("contentcreated", "firstcreated", "versioncreated"))), "")
    embargo = item.get("embargoed", item.get("embargoeduntil"))
    release = release_of(_word(item, "pubstatus"), embargo if isinstance(embargo, str) else None)
    return replace(
        article,
        title=title or title_of(body or summary, article.file_name),
        text=with_headline(title, body or summary),
        outlet=_outlet(item),
        byline=byline,
        authors=(byline,) if byline else (),
        published=one_line(printed),
        published_at=printed_time(printed),
        url=web_address(_word(item, "uri")),
        language=language_code(_word(item, "language")),
        embargo_until=release.embargo_until,
        status=release.status,
        source_note=notes(
            release.note, _word(item, "ednote"), _word(item, "usageterms"), _word(item, "embargoedreason")
        ),
        notices=() if body else (_SUMMARY,),
    )


def _word(item: Item, key: str) -> str:
    found = item.get(key)
    return found if isinstance(found, str) else ""


def _title(item: Item) -> str:
    headlines = _values(item, "headlines")
    main = next((words for role, _, words in headlines if role == "main"), headlines[0][2] if headlines else "")
    told = main or _word(item, "headline") or _word(item, "headline_main") or _word(item, "title")
    return one_line(text_of_html(told) if "<" in told else told)


def _values(item: Item, key: str) -> list[Form]:
    """Role, kind and words of each entry of a list, as versions 2 and 3 have them."""
    told = item.get(key)
    entries = [_lowered(entry) for entry in told if isinstance(entry, dict)] if isinstance(told, list) else []
    return [
        (_word(entry, "role"), _word(entry, "contenttype"), _word(entry, "value"))
        for entry in entries
        if _word(entry, "value")
    ]


def _named(item: Item, prefix: str) -> list[Form]:
    """The same of version 1, which has the kind in the name: body_xhtml."""
    return [
        ("main", key.removeprefix(prefix), words)
        for key, words in item.items()
        if key.startswith(prefix) and isinstance(words, str) and words.strip()
    ]


def _body(item: Item, limits: Limits) -> str:
    """The story, in the richer of its forms: that one has paragraphs."""
    return _best([*_values(item, "bodies"), *_named(item, "body_")], limits)


def _summary(item: Item, limits: Limits) -> str:
    return _best([*_values(item, "descriptions"), *_named(item, "description_")], limits)


def _best(forms: list[Form], limits: Limits) -> str:
    """The text of the first form that has some: NITF and HTML, then plain text."""
    found = (text for form in sorted(forms, key=_plainness) if (text := _text(form, limits)))
    return next(found, "")


def _plainness(form: Form) -> int:
    kind = form[1].lower()
    return 0 if "nitf" in kind else 1 if any(rich in kind for rich in _RICH) else 2


def _text(form: Form, limits: Limits) -> str:
    _, kind, words = form
    if _plainness(form) == 1:
        return text_of_html(words, limits)
    if _plainness(form) == 2:
        return newlines(words).strip() if kind.lower() in ("", "text", "text/plain") else ""
    try:
        root = parse(words.encode("utf-8", "replace"), limits, what="The story", doctype=True)
    except UnreadableInput:  # there may be other forms of it
        return ""
    return nitf_article(root, _blank(b"", ""), limits).text


def _outlet(item: Item) -> str:
    """Who sends it, where an item says that: its source, else who holds the rights."""
    sources = item.get("infosources", item.get("infosource"))
    for source in sources if isinstance(sources, list) else ():
        if isinstance(source, dict) and _word(source, "name"):
            return one_line(_word(source, "name"))
    return one_line(_word(item, "source") or _word(item, "copyrightholder"))
