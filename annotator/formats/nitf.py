"""NITF 3: a story of a news agency in XML, alone or inside NewsML-G2."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from annotator.core.records import ArticleRecord
from annotator.core.times import moment_of
from annotator.errors import UnreadableInput
from annotator.formats.base import Read, ReadOptions
from annotator.formats.limits import Limits
from annotator.formats.plain_text import title_of
from annotator.formats.wire_markup import text_of, words_of
from annotator.formats.wire_root import root_of
from annotator.formats.wire_status import notes, release_of
from annotator.formats.wire_text import language_code, with_headline
from annotator.formats.wire_time import printed_time
from annotator.formats.xml_safely import parse

_BY = re.compile(r"by\s+", re.IGNORECASE)
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Nitf:
    """One article a file; read only."""

    id: str = "nitf"
    title: str = "NITF"
    extensions: tuple[str, ...] = (".nitf",)
    losses: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        """True for XML whose root element is that of NITF."""
        root = root_of(content)
        return root is not None and root.name == "nitf"

    def read(self, content: bytes, name: str, options: ReadOptions) -> Read:
        """The story. Raises UnreadableInput."""
        called = f"“{name}”" if name else "This story"
        root = parse(content, options.limits, what=called, doctype=True)
        if _local(root) != "nitf":
            raise UnreadableInput(f"{called} is no NITF; save it as the kind of file that it is and load that.")
        article = nitf_article(root, ArticleRecord("", "", content, "", name, format_id="nitf"), options.limits)
        if not article.text:
            raise UnreadableInput(f"{called} holds no text of a story; there is nothing in it to load.")
        return [article]


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def nitf_article(root: Any, article: ArticleRecord, limits: Limits) -> ArticleRecord:
    """The story under the element `nitf`; what `article` has and the story does not say stays. `root` is changed.

    The text is empty where the story has none. Raises UnreadableInput over a limit.
    """
    data, head = root.find("{*}head/{*}docdata"), root.find("{*}body/{*}body.head")
    headline = words_of(root.find("{*}body/{*}body.head/{*}hedline/{*}hl1")) or words_of(root.find("{*}head/{*}title"))
    byline = _byline(head)
    language = language_code(_language(root))
    texts = [text_of(content, limits) for content in root.iterfind("{*}body/{*}body.content")]
    told = _dated(data, article)
    under = [words_of(line) for line in root.iterfind("{*}body/{*}body.head/{*}hedline/{*}hl2")]
    body = "\n\n".join(filter(None, [*under, *texts]))
    return replace(
        told,
        title=headline or article.title or title_of(body, article.file_name),
        text=with_headline(headline or article.title, body) if any(texts) else "",
        byline=byline or article.byline,
        authors=_people(head) or article.authors or ((byline,) if byline else ()),
        outlet=article.outlet or _outlet(root),
        language=language or article.language,
    )


def _byline(head: Any) -> str:
    printed = words_of(None if head is None else head.find("{*}byline"))
    return _BY.sub("", printed, count=1) if _BY.match(printed) else printed


def _people(head: Any) -> tuple[str, ...]:
    found: Iterator[Any] = iter(()) if head is None else head.iterfind("{*}byline/{*}person")
    return tuple(filter(None, map(words_of, found)))


def _outlet(root: Any) -> str:
    for path, attribute in (("{*}head/{*}pubdata", "name"), ("{*}head/{*}docdata/{*}doc.copyright", "holder")):
        found = root.find(path)
        if found is not None and found.get(attribute):
            return str(found.get(attribute))
    return words_of(root.find("{*}body/{*}body.head/{*}distributor"))


def _language(root: Any) -> str:
    content = root.find("{*}body/{*}body.content")
    told = root.get(_LANGUAGE) or (content.get("lang") or content.get(_LANGUAGE) if content is not None else "")
    return str(told or "")


def _dated(data: Any, article: ArticleRecord) -> ArticleRecord:
    """What the story's own data say of its release."""
    if data is None:
        return article
    issued, released = _date(data, "date.issue"), _date(data, "date.release")
    status = str(data.get("management-status") or "")
    embargo = released if status.lower() == "embargoed" or _is_later(released, issued) else None
    release = release_of(status, embargo)
    printed = issued or released
    told = [str(one.get("info") or "") for one in data.iterfind("{*}ed-msg")]
    return replace(
        article,
        published=article.published or printed,
        published_at=article.published_at or printed_time(printed),
        status=release.status if status else article.status,
        embargo_until=release.embargo_until or article.embargo_until,
        source_note=notes(article.source_note, release.note, *told),
    )


def _date(data: Any, name: str) -> str:
    found = data.find("{*}" + name)
    return "" if found is None else str(found.get("norm") or "")


def _is_later(released: str, issued: str) -> bool:
    """True when both are times, and the release is the later one, whatever zones they are told in."""
    release, issue = (moment_of(printed_time(told)) for told in (released, issued))
    return release is not None and issue is not None and release > issue
