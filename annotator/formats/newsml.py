"""NewsML-G2: the news item of an agency, or a message with many of them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from annotator.core.records import ArticleRecord, Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import Read, ReadOptions
from annotator.formats.html_text import text_of_html
from annotator.formats.limits import Limits
from annotator.formats.members import at_most
from annotator.formats.nitf import nitf_article
from annotator.formats.plain_text import title_of
from annotator.formats.wire_markup import text_of, words_of
from annotator.formats.wire_root import root_of
from annotator.formats.wire_status import notes, release_of
from annotator.formats.wire_text import language_code, newlines, one_line, web_address, with_headline
from annotator.formats.wire_time import printed_time
from annotator.formats.xml_safely import parse

_ROOTS = {"newsItem", "newsMessage", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"}
_NAMESPACE = "iptc.org/std/nar/"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_KINDS = {
    "picture": "a picture",
    "video": "a video",
    "audio": "a recording",
    "graphic": "a graphic",
    "animation": "an animation",
}


@dataclass(frozen=True, slots=True)
class NewsMl:
    """One article a news item; read only."""

    id: str = "newsml"
    title: str = "NewsML-G2"
    extensions: tuple[str, ...] = (".xml", ".newsml", ".g2")
    losses: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        """True for XML whose root element is one of NewsML-G2."""
        root = root_of(content)
        return root is not None and root.name in _ROOTS and root.declares(_NAMESPACE)

    def read(self, content: bytes, name: str, options: ReadOptions) -> Read:
        """The items that hold a story, one by one, and an Unread for each that does not. Raises UnreadableInput."""
        called = f"“{name}”" if name else "This message"
        root = parse(content, options.limits, what=called, doctype=True)
        kind = _local(root)
        if kind == "newsItem":
            article = ArticleRecord("", "", content, "", name, format_id="newsml")
            return [_article(root, article, options.limits)]
        items = [one for one in root.iterfind("{*}itemSet/*") if _local(one) == "newsItem"]
        if items:
            return at_most(_articles(items, name, options.limits), options.limits)
        if kind in _ROOTS:
            raise UnreadableInput(
                f"{called} holds no story of its own: it lists or describes other items; load the items themselves."
            )
        raise UnreadableInput(
            f"{called} is XML of a kind that is not read here; those that are: NewsML-G2, NITF, RSS and Atom."
        )


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _articles(items: list[Any], name: str, limits: Limits) -> Iterator[ArticleRecord | Unread]:
    # Loaded already, by what parsed the file.
    from lxml import etree

    for number, item in enumerate(items, 1):
        called = _title(item) or one_line(str(item.get("guid") or "")) or f"item {number}"
        original = etree.tostring(item, encoding="utf-8", with_tail=False)
        try:
            yield _article(item, ArticleRecord("", "", original, "", name, format_id="newsml"), limits)
        except UnreadableInput as error:
            yield Unread(called, str(error))


def _article(item: Any, article: ArticleRecord, limits: Limits) -> ArticleRecord:
    """The story of a news item. Raises UnreadableInput for one without."""
    told = _described(item, article)
    contents = item.find("{*}contentSet")
    for content in () if contents is None else contents:
        found = _story(content, told, limits)
        if found is not None:
            return found
    kind = _code(item.find("{*}itemMeta/{*}itemClass"))
    if kind in _KINDS:
        raise UnreadableInput(f"It is {_KINDS[kind]}, without the text of a story; load the story that it belongs to.")
    raise UnreadableInput("It holds no text of a story; load the file that it refers to.")


def _story(content: Any, told: ArticleRecord, limits: Limits) -> ArticleRecord | None:
    """The article in one of an item's renditions, None where it is no text."""
    kind = str(content.get("contenttype") or "").partition(";")[0].strip().lower()
    if _local(content) == "inlineXML":
        root = next(iter(content.iterchildren("*")), None)
        if root is None or _local(root) not in ("html", "nitf", "body", "div", "section", "article", "p"):
            return None
        language = language_code(str(content.get(_LANGUAGE) or root.get(_LANGUAGE) or "")) or told.language
        told = replace(told, language=language)
        if _local(root) == "nitf":
            found = nitf_article(root, told, limits)
            return found if found.text else None
        return _with_text(told, text_of(content, limits))
    if _local(content) == "inlineData" and kind in ("", "text/plain", "text/html", "application/xhtml+xml"):
        words = "".join(content.itertext())
        return _with_text(told, newlines(words).strip() if kind in ("", "text/plain") else text_of_html(words, limits))
    return None


def _with_text(told: ArticleRecord, body: str) -> ArticleRecord | None:
    if not body:
        return None
    return replace(told, title=told.title or title_of(body, told.file_name), text=with_headline(told.title, body))


def _described(item: Any, article: ArticleRecord) -> ArticleRecord:
    """What an item says of itself."""
    printed = _first(item, "contentMeta/contentCreated", "itemMeta/firstCreated", "itemMeta/versionCreated")
    embargo = item.find("{*}itemMeta/{*}embargoed")
    release = release_of(_code(item.find("{*}itemMeta/{*}pubStatus")), None if embargo is None else words_of(embargo))
    authors = tuple(dict.fromkeys(filter(None, map(_name, item.iterfind("{*}contentMeta/{*}creator")))))
    byline = _first(item, "contentMeta/by") or ", ".join(authors)
    language = item.find("{*}contentMeta/{*}language")
    noted = [one for path in ("itemMeta/edNote", "rightsInfo/usageTerms") for one in item.iterfind(_path(path))]
    return replace(
        article,
        title=_title(item),
        outlet=_name(item.find("{*}itemMeta/{*}provider")) or _name(item.find("{*}contentMeta/{*}infoSource")),
        byline=byline,
        authors=authors or ((byline,) if byline else ()),
        published=printed,
        published_at=printed_time(printed),
        url=web_address(item.get("guid")),
        language=language_code(language.get("tag") if language is not None else item.get(_LANGUAGE)),
        embargo_until=release.embargo_until,
        status=release.status,
        source_note=notes(release.note, *map(words_of, noted)),
    )


def _title(item: Any) -> str:
    """The headline that is no sub-headline, else the title, else the slug."""
    headlines = list(item.iterfind("{*}contentMeta/{*}headline"))
    main = [one for one in headlines if "sub" not in str(one.get("role") or "").lower()]
    return next(filter(None, map(words_of, main)), "") or _first(item, "itemMeta/title", "contentMeta/slugline")


def _first(item: Any, *paths: str) -> str:
    """The words at the first of these places that has some."""
    return next(filter(None, (words_of(item.find(_path(path))) for path in paths)), "")


def _path(path: str) -> str:
    return "/".join("{*}" + step for step in path.split("/"))


def _name(party: Any) -> str:
    """A party's name, else what its code or literal says."""
    if party is None:
        return ""
    return words_of(party.find("{*}name")) or one_line(str(party.get("literal") or "")) or _shown_code(party)


def _shown_code(party: Any) -> str:
    return one_line(str(party.get("qcode") or "").rpartition(":")[2])


def _code(element: Any) -> str:
    """The last part of a code: "usable" of "stat:usable" and of an address that ends so."""
    if element is None:
        return ""
    told = str(element.get("qcode") or element.get("uri") or element.get("literal") or "")
    return told.replace("/", ":").rpartition(":")[2].strip().lower()
