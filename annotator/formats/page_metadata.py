"""What a page says about its article: headline, authors, outlet, time, language, address.

What is written for machines goes first (JSON-LD, then the properties in the head), then what the elements of the page
are called. Nothing is believed for its form: each may be missing, wrong or damaged.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urljoin, urlsplit

from annotator.formats.html_text import text_of_tree
from annotator.formats.page_authors import names
from annotator.formats.page_dates import iso_time
from annotator.formats.page_linked import Node, first_text, linked_article, linked_nodes, plain, resolved, texts, tidy
from annotator.formats.page_title import best_title
from annotator.formats.page_tree import Element

_PUBLISHED = (
    "article:published_time", "article:published", "og:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "dcterms.created", "dc.date.issued", "dcterms.date", "dc.date",
    "pubdate", "publish-date", "publication_date", "published", "date", "last-modified",
)  # fmt: skip
_AUTHORS = ("author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "article:author", "byl")
_STANDFIRSTS = ("og:description", "description", "twitter:description")
_SAVED_FROM = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s<>\"]+)")
_LANGUAGE = re.compile(r"\s*([a-zA-Z]{2,3})(?:[-_][\w-]*)?\s*")
_DATED = re.compile(r"(?i)date|time|publish|fecha|datum|fecha|byline")
# Countries that stand where a language should ("kr" is a language too, of few pages), and languages' other codes.
_CODES = {
    "nb": "no",
    "nn": "no",
    "iw": "he",
    "in": "id",
    "ji": "yi",
    "fil": "tl",
    "jp": "ja",
    "kr": "ko",
    "cn": "zh",
    "cz": "cs",
    "dk": "da",
    "gr": "el",
    "ua": "uk",
}
_LONGEST_URL = 2_000
_LONGEST_DATE = 80
_MOST_LETTERS = 35  # around the figures of a date
_LONGEST_TITLE = 500
_LONGEST_PROPERTY = 5_000
_MOST_PROPERTIES = 1_000
_MOST_INSIDE = 100  # elements in what is shown as a headline, a name or a time


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page says about its article, "" and nothing where it does not.

    `published` is the time as the page shows it, `published_at` the same in ISO 8601. `titles` are all headlines in
    use for it, `standfirsts` all summaries. `body` is its text as told to machines.
    """

    title: str
    authors: tuple[str, ...]
    outlet: str
    published: str
    published_at: str
    language: str
    url: str
    titles: tuple[str, ...]
    standfirsts: tuple[str, ...]
    body: str


def metadata_of(root: Element, url: str | None, beginning: str = "") -> PageMetadata:
    """What a page says about its article; `url` is where it came from, `beginning` the page's first characters."""
    nodes = linked_nodes(root)
    article = linked_article(nodes)
    head = _properties(root)
    address = _address(root, article, head, url or _saved_from(beginning))
    outlet = _outlet(nodes, article, head)
    told, shared = first_text(article.get("headline")), _first(head, "og:title") or _first(head, "twitter:title")
    shown = next((title for heading in root.iter("h1") if (title := _shown(heading))), "")
    page = plain(next((title.text or "" for title in root.iter("title")), "")[:_LONGEST_TITLE])
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    in_use = [text[:_LONGEST_TITLE] for text in (shared, told, shown, page)]
    title = best_title(in_use, (outlet, host, host.split(".")[0]))
    published_at = _published_at(root, article, head) or _dated_title(shared[:_LONGEST_TITLE], page)
    return PageMetadata(
        title=title,
        authors=tuple(_authors(root, nodes, article, head, outlet)),
        outlet=outlet or host,
        published=_printed(root, published_at) or published_at,
        published_at=published_at,
        language=_language(root, article, head),
        url=address,
        titles=tuple(
            filter(None, (title, *_all(head, ("og:title", "twitter:title")), *texts(article.get("headline"))))
        ),
        standfirsts=tuple(_all(head, _STANDFIRSTS)) + tuple(texts(article.get("description"))),
        body=first_text(article.get("articleBody")),
    )


def _properties(root: Element) -> Mapping[str, list[str]]:
    """What the head says, by lower-case name."""
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        content = plain((element.get("content") or "")[:_LONGEST_PROPERTY])
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and len(found) < _MOST_PROPERTIES and (name := element.get(attribute)):
                found.setdefault(name.strip().lower(), []).append(content)
    return found


def _all(head: Mapping[str, list[str]], wanted: tuple[str, ...]) -> list[str]:
    return [text for name in wanted for text in head.get(name, ())]


def _first(head: Mapping[str, list[str]], *wanted: str) -> str:
    return next(iter(_all(head, wanted)), "")


def _shown(element: Element) -> str:
    inside = sum(1 for _ in islice(element.iter(), _MOST_INSIDE))
    return tidy(text_of_tree(element))[:_LONGEST_PROPERTY] if inside < _MOST_INSIDE else ""


def _authors(root: Element, nodes: list[Node], article: Node, head: Mapping[str, list[str]], outlet: str) -> list[str]:
    """The first that names somebody; the outlet itself only when nothing names a person."""
    told = [name for author in resolved(article.get("author"), nodes) for name in texts(author)]
    found: list[str] = []
    for candidates in (told, *(head.get(name, []) for name in _AUTHORS), _named_authors(root)):
        found = found or names(candidates)
        persons = [name for name in names(candidates) if name.casefold() != outlet.casefold()]
        if persons:
            return persons
    return found


def _named_authors(root: Element) -> list[str]:
    """What the page's own elements call an author, the surest name for it first."""
    for path in (
        ".//*[@rel='author']",
        ".//*[@itemprop='author']//*[@itemprop='name']",
        ".//*[@itemprop='author']",
        ".//a[contains(@href, '/author/') or contains(@href, '/autor/') or contains(@href, '/authors/')]",
    ):
        elements = root.xpath(path)[:10]
        # Those of one article stand together; others belong to what else the page leads to.
        beside = [element for element in elements if _line_of(element) is _line_of(elements[0])]
        if named := [text for element in beside if 3 < len(text := _shown(element)) < 60]:
            return named
    return []


def _line_of(element: Element) -> Element:
    """What an element and those beside it stand in."""
    above = element.getparent()
    return above.getparent() if above is not None and len(above) < 2 and above.getparent() is not None else above


def _outlet(nodes: list[Node], article: Node, head: Mapping[str, list[str]]) -> str:
    publisher = next((name for part in resolved(article.get("publisher"), nodes) for name in texts(part)), "")
    return _first(head, "og:site_name") or publisher or _first(head, "application-name")


def _published_at(root: Element, article: Node, head: Mapping[str, list[str]]) -> str:
    for text in _times(root, article, head):
        if when := iso_time(text):
            return when
    return ""


def _dated_title(*titles: str) -> str:
    """The day that some outlets put at the end of a page's title."""
    for title in titles:
        if when := iso_time(re.split(r"[|–—-]\s", title)[-1]):
            return when
    return ""


def _times(root: Element, article: Node, head: Mapping[str, list[str]]) -> Iterator[str]:
    """Where a page tells machines when it was published, the surest place first."""
    for name in ("datePublished", "dateCreated", "uploadDate"):
        value = article.get(name)
        yield from texts(str(value) if isinstance(value, int) else value)
    yield from _all(head, _PUBLISHED[:-2])
    for element in root.xpath(".//*[@itemprop='datePublished']")[:10]:
        yield element.get("datetime") or element.get("content") or _shown(element)
    for element in root.xpath(".//time[@datetime]")[:10]:
        yield element.get("datetime")
    yield from _all(head, _PUBLISHED[-2:])


def _printed(root: Element, published_at: str) -> str:
    """The time of publication as a reader sees it, before that of a correction on the same day where both are shown."""
    shown = list(_times_shown(root, published_at[:10]))
    minute = re.search(r"T\d\d:(\d\d)", published_at)
    exact = (text for text in shown if minute and minute[1] in re.findall(r"\d+", text)[1:])
    return next(exact, shown[0] if shown else "")


def _times_shown(root: Element, day: str) -> Iterator[str]:
    """What elements say that mean the same day, or are called so."""
    for element in root.xpath(".//time | .//*[@itemprop='datePublished']")[:20]:
        text = _shown(element)
        same = not day or iso_time(element.get("datetime") or element.get("content") or text)[:10] == day
        if same and _looks_dated(text, day):
            yield text
    for element in root.xpath(".//span | .//p | .//div | .//li")[:5_000] if day else ():
        text = " ".join((element.text or "").split())
        if len(element) == 0 and _looks_dated(text, day) and _DATED.search(_called(element)):
            yield text


def _looks_dated(text: str, day: str) -> bool:
    """True for some words with the figures of a year and a day, or no date but figures when the day is unknown."""
    if not 4 < len(text) <= _LONGEST_DATE or sum(map(str.isalpha, text)) > _MOST_LETTERS:
        return False
    figures = re.findall(r"\d+", text)
    if not day:
        return len(figures) > 1
    year, _, number = day.split("-")
    return bool({year, year[2:]} & set(figures)) and int(number) in map(int, figures)


def _called(element: Element) -> str:
    above = element.getparent()
    return " ".join(f"{one.get('class') or ''} {one.get('id') or ''}" for one in (element, above) if one is not None)


def _language(root: Element, article: Node, head: Mapping[str, list[str]]) -> str:
    declared = (
        first_text(article.get("inLanguage")),
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang") or "",
        _first(head, "og:locale"),
        _first(head, "content-language", "language", "dc.language"),
    )
    codes = (found.group(1).lower() for text in declared if (found := _LANGUAGE.fullmatch(text)))
    return next((_CODES.get(code, code) for code in codes), "")


def _address(root: Element, article: Node, head: Mapping[str, list[str]], url: str) -> str:
    """The page's own address: the one that it calls canonical, unless that is only the outlet's front page."""
    canonical = (link.get("href") or "" for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower())
    page = article.get("mainEntityOfPage")
    linked = page.get("@id") if isinstance(page, dict) else page
    candidates = [*canonical, *head.get("og:url", ()), linked, first_text(article.get("url")), url]
    addresses = [found for text in candidates if isinstance(text, str) and (found := _web_address(text, url))]
    return next((found for found in addresses if urlsplit(found).path.strip("/")), addresses[0] if addresses else "")


def _web_address(text: str, base: str) -> str:
    """An absolute address of the web, or ""."""
    try:
        joined = urljoin(base, text.strip()) if base else text.strip()
        parts = urlsplit(joined)
        found = parts.scheme in ("http", "https") and parts.hostname and len(joined) <= _LONGEST_URL
    except ValueError:  # brackets that hold no address
        return ""
    return joined if found and joined.isprintable() and " " not in joined else ""


def _saved_from(beginning: str) -> str:
    found = _SAVED_FROM.search(beginning)
    return found.group(1) if found else ""
