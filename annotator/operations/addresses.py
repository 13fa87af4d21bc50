"""Articles in from addresses: the one verb that speaks to the network, and only when a person asks for a page.

A page is fetched here (see network/fetching.py for what is refused) and read as a file is, in the reading
processes. Pages come one after the other: an editor is in no hurry that a newspaper's server would have to bear.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit
from uuid import UUID

from annotator import formats
from annotator.errors import AnnotatorError, Cancelled, ProjectError, Unreachable
from annotator.formats import feed
from annotator.formats.base import ReadOptions
from annotator.formats.charsets import codec_called
from annotator.formats.limits import LIMITS
from annotator.formats.media_types import ENDINGS
from annotator.network import addresses, fetching
from annotator.network.fetching import Fetched
from annotator.network.resolving import Rules, allowed
from annotator.operations.loading import Content, Failure, LoadReport, load_contents
from annotator.reading.asking import entries_of
from annotator.reading.messages import Job
from annotator.store import queries
from annotator.store.workspace import Step, Workspace

Progressed = Callable[[int, int], None]
IsCancelled = Callable[[], bool]

_NAME_LENGTH = 100
_LOOKED_AT = 100_000  # characters of a text that may be addresses
_UNUSUAL = re.compile(r"[\0-\x1f\x7f-\x9f/\\:*?\"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")
# Hosts say this of text whose letters they do not know.
_SAYS_NOTHING = {"ascii", "iso8859-1"}
# In these any letter is written with the signs of ASCII.
_ESCAPING = ("iso2022", "hz")
# What is added to an address to see who came from where.
_TRACES = re.compile(r"utm_.*|fbclid|gclid|mc_[ce]id|igshid|ref_src|cmpid", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Contacts:
    """Whom loading some addresses would contact first: hosts, as a person can judge them, and the proxy between."""

    hosts: tuple[str, ...]
    proxy: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """An entry of a feed. `known` is the article of this address that is in the project already."""

    title: str
    url: str
    published: str
    published_at: str
    known: UUID | None


@dataclass(frozen=True, slots=True)
class FeedOffer:
    """What a feed at `url` offers. `texts` is True where the feed itself holds whole articles."""

    url: str
    entries: tuple[Offered, ...]
    texts: bool
    page: Content = field(repr=False)


@dataclass(slots=True)
class AddressReport:
    """What became of each address: loaded as articles, or a feed with entries to choose from."""

    report: LoadReport = field(default_factory=LoadReport)
    feeds: list[FeedOffer] = field(default_factory=list)


def rules_for(allowed_hosts: Iterable[str]) -> Rules:
    """The program's rules, with these hosts allowed in a private network. Raises Unreachable for what is no name."""
    return Rules(allowed(tuple(allowed_hosts)), most_bytes=LIMITS.article_bytes)


def is_address(given: str) -> bool:
    """True for what stands where a file's name may stand and is an address."""
    return given.lower().startswith(("http://", "https://"))


def are_addresses(text: str) -> bool:
    """True for a text that is nothing but addresses with http:// or https:// before them, one a line."""
    lines = addresses_in(text[:_LOOKED_AT])
    return bool(lines) and len(text) <= _LOOKED_AT and all(map(addresses.looks_like_address, lines))


def addresses_in(text: str) -> list[str]:
    """The addresses in what a person typed or pasted: one a line, each once."""
    return list(dict.fromkeys(filter(None, map(str.strip, text.splitlines()))))


def check_address(text: str) -> str:
    """The address as it would be asked for. Raises Unreachable for what is none."""
    return addresses.parse(text).url


def contacts(urls: Iterable[str]) -> Contacts:
    """Whom loading these would contact; what is no address contacts nobody. Asks nothing of the network."""
    from annotator.network.proxies import proxy_for  # it brings what the window does without

    hosts: dict[str, None] = {}
    proxy = ""
    for url in urls:
        try:
            address = addresses.parse(url)
            through = proxy_for(address, ask=False)
        except Unreachable:
            continue
        hosts[address.shown] = None
        proxy = through.place if through else proxy
    return Contacts(tuple(hosts), proxy)


def load_addresses(
    workspace: Workspace,
    urls: Sequence[str],
    annotator_id: UUID,
    rules: Rules,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
    *,
    offer_feeds: bool = False,
) -> AddressReport:
    """Fetch pages and load the articles in them. What fails is listed with its reason; never raises for an address.

    With `offer_feeds` a feed is not loaded but listed, for a person to choose from. Stopped, it keeps what is there.
    """
    told, step = AddressReport(), Step()
    waiting = list(dict.fromkeys(url.strip() for url in urls))
    for done, url in enumerate(waiting):
        _tell(progress, done, len(waiting))
        try:
            page = _content(fetching.fetch(url, rules, cancelled or _never))
            if offer_feeds and _is_feed(page):
                told.feeds.append(_offer(workspace, page))
            else:
                told.report.add(_load(workspace, url, page, annotator_id, cancelled, step))
        except Cancelled:
            told.report.cancelled = True
            told.report.not_reached.append(url)
        except ProjectError:
            raise
        except AnnotatorError as error:
            told.report.failed.append(Failure(url, str(error)))
        if told.report.cancelled:
            told.report.not_reached += waiting[done + 1 :]
            return told
    _tell(progress, len(waiting), len(waiting))
    return told


def load_texts_of_feed(
    workspace: Workspace, offer: FeedOffer, annotator_id: UUID, cancelled: IsCancelled | None = None
) -> LoadReport:
    """Load the articles that a feed itself holds; nothing is fetched."""
    return _load(workspace, offer.url, offer.page, annotator_id, cancelled, Step())


def _load(
    workspace: Workspace, url: str, page: Content, annotator_id: UUID, cancelled: IsCancelled | None, step: Step
) -> LoadReport:
    """Load a page that is here; the report names it by its address."""
    report = load_contents(workspace, [page], annotator_id, cancelled=cancelled, step=step)
    report.loaded = [replace(article, path=url) for article in report.loaded]
    report.failed = [replace(failure, path=url) for failure in report.failed]
    report.duplicates = [replace(duplicate, path=url) for duplicate in report.duplicates]
    report.notices = [(url, notice) for _, notice in report.notices]
    report.not_reached = [url] if report.not_reached else []
    return report


def _content(page: Fetched) -> Content:
    return page.content, _name(page), ReadOptions(url=page.url, encoding=_encoding(page))


def _name(page: Fetched) -> str:
    """What a file with this page would be called: never a path, and with an ending that some format reads."""
    parts = urlsplit(page.url)
    last = _UNUSUAL.sub("_", unquote(parts.path.rstrip("/").rpartition("/")[2])).strip(". _")
    stem = last[-_NAME_LENGTH:] or (parts.hostname or "page").replace(":", "_")
    ending = ENDINGS.get(page.content_type)
    if ending and PurePosixPath(stem).suffix.lower() != ending and not (last and formats.is_readable(stem)):
        return stem + ending
    return stem


def _encoding(page: Fetched) -> str | None:
    """How the page's letters are written, where the host knows better than the bytes themselves tell."""
    named = codec_called(page.charset)
    if not named or named in _SAYS_NOTHING or named.startswith("utf"):
        return None  # the bytes tell
    try:
        page.content.decode(named)
    except ValueError:  # the host is wrong
        return None
    try:
        page.content.decode("utf-8")
    except UnicodeDecodeError:
        return named
    return named if named.startswith(_ESCAPING) and page.content.isascii() else None


def _is_feed(page: Content) -> bool:
    content, _name, _options = page
    return feed.Feed().recognises(content)


def _offer(workspace: Workspace, page: Content) -> FeedOffer:
    """What a feed offers, and which of it the project has."""
    content, name, options = page
    found = entries_of(Job(name, content, options))
    with workspace.reading() as connection:
        there = {_bare(url): key for url, key in queries.documents_by_url(connection).items()}
    entries = [
        Offered(one.title, one.url, one.published, one.published_at, there.get(_bare(one.url)) if one.url else None)
        for one in found
    ]
    return FeedOffer(options.url or "", tuple(entries), any(one.full for one in found), page)


def _bare(url: str) -> str:
    """An address without what differs between two ways to one page."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
        asked = [(key, value) for key, value in parse_qsl(parts.query) if not _TRACES.fullmatch(key)]
    except ValueError:
        return url
    return f"{host}{parts.path.rstrip('/')}?{urlencode(asked)}"


def _tell(progress: Progressed | None, done: int, total: int) -> None:
    if progress:
        progress(done, total)


def _never() -> bool:
    return False
