"""A page from the network, when and only when a person has asked for it.

Every step may be slow or hostile: the name is looked up first and each of its addresses checked, the connection
goes to what was checked, and so again wherever the page leads on. All of it has one limit of time, and stops as
soon as the person says so, whatever the other side does: the waiting is done in a thread that can be left behind.

The wishes of robots.txt are not asked for: they are meant for programs that roam; this one fetches the single
page that a person has named, as a browser does.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from threading import Event, Thread
from typing import TYPE_CHECKING

from annotator.errors import AnnotatorError, Cancelled, Unreachable
from annotator.network.addresses import Address, parse
from annotator.network.resolving import Rules

if TYPE_CHECKING:
    from annotator.network.exchange import Answer, Exchange

IsCancelled = Callable[[], bool]

_LOOK_EVERY = 0.05  # seconds
_STOPPED = "Stopped before the page was there."
_LEADS_ON = (301, 302, 303, 307, 308)
_WORDS = {
    401: "wants a name and a password",
    402: "wants to be paid",
    403: "does not let the program read this page",
    404: "has no page at this address",
    406: "does not give this page to the program",
    410: "no longer has this page",
    429: "has been asked too often",
    451: "may not show this page, for reasons of law",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came.

    `url` is where it was found in the end, `redirects` the addresses that led there, the one asked for first.
    `content_type` is bare ("text/html"), `charset` what the host says of its letters; each may be "".
    """

    content: bytes
    url: str
    content_type: str
    charset: str
    redirects: tuple[str, ...] = ()


def fetch(url: str, rules: Rules, cancelled: IsCancelled = lambda: False) -> Fetched:
    """The page at an address. Raises Unreachable with the reason, or Cancelled within a moment of being told."""
    if cancelled():
        raise Cancelled(_STOPPED)
    address = parse(url)
    from annotator.network.exchange import Exchange  # urllib3 takes as long as the first sight of the window

    exchange = Exchange(rules)
    work = _Work(lambda: _follow(exchange, address, rules))
    end = time.monotonic() + rules.whole_seconds
    work.start()
    try:
        while not work.done.wait(_LOOK_EVERY):
            if cancelled():
                raise Cancelled(_STOPPED)
            if time.monotonic() > end:
                raise Unreachable(f"“{address.shown}” took longer than {rules.whole_seconds:g} seconds; try later.")
    finally:
        exchange.stop()
    return work.outcome()


class _Work(Thread):
    """Fetches in a thread that nobody has to wait for: a name's look-up cannot be stopped from outside."""

    def __init__(self, fetch_it: Callable[[], Fetched]) -> None:
        super().__init__(name="fetching", daemon=True)
        self._fetch_it = fetch_it
        self._fetched: Fetched | None = None
        self._error: Exception = Unreachable("Stopped.")
        self.done = Event()

    def run(self) -> None:
        try:
            self._fetched = self._fetch_it()
        except Exception as error:  # told by outcome(), in the thread that asked
            self._error = error
        finally:
            self.done.set()

    def outcome(self) -> Fetched:
        """The page, or the error that it ended with."""
        if self._fetched is None:
            raise self._error
        return self._fetched


def _follow(exchange: "Exchange", address: Address, rules: Rules) -> Fetched:
    """Ask, and ask again where the answer leads on, each address as strictly as the first."""
    passed: list[str] = []
    while True:
        answer = exchange.ask(address)
        if answer.status not in _LEADS_ON or not answer.location:
            return _page(answer, address, tuple(passed))
        passed.append(address.url)
        if len(passed) > rules.redirects:
            raise Unreachable(f"“{address.shown}” leads on more than {rules.redirects} times, in a circle perhaps.")
        address = _next(answer.location, address, rules)


def _next(location: str, here: Address, rules: Rules) -> Address:
    """Where an answer leads, if it may lead there."""
    try:
        there = parse(_as_sent(location), here)
    except AnnotatorError as error:
        raise Unreachable(f"“{here.shown}” leads on to where no page can be loaded from: {error}") from error
    if here.scheme == "https" and there.scheme == "http":
        raise Unreachable(
            f"“{here.shown}” leads on to “{there.shown}” without encryption, where others can read and change it; "
            "ask for that address itself if that is no matter."
        )
    # Whom a stranger's page leads to is the stranger's choice, not the editor's who allowed a host of the house.
    if there.host != here.host and there.host in rules.allowed_hosts and here.host not in rules.allowed_hosts:
        raise Unreachable(
            f"“{here.shown}” leads on to “{there.shown}” in a private network; ask for that address itself."
        )
    return there


def _as_sent(location: str) -> str:
    """A header's letters: HTTP calls them Latin-1, and many hosts send UTF-8."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location


def _page(answer: "Answer", address: Address, passed: tuple[str, ...]) -> Fetched:
    if answer.status != 200:
        raise Unreachable(_refusal(answer.status, address))
    if not answer.content:
        raise Unreachable(f"“{address.shown}” answers with an empty page; save it in a browser and load the file.")
    header = Message()
    header["Content-Type"] = answer.content_type or "application/octet-stream"
    content_type = header.get_content_type() if answer.content_type else ""
    return Fetched(answer.content, address.url, content_type, header.get_content_charset() or "", passed)


def _refusal(status: int, address: Address) -> str:
    if status in _WORDS:
        way = "try later" if status == 429 else "open it in a browser, save it there and load the file"
        return f"“{address.shown}” {_WORDS[status]} ({status}); {way}."
    if status >= 500:
        return f"“{address.shown}” has trouble of its own ({status}); try later."
    return f"“{address.shown}” does not answer with a page ({status}); open the address in a browser."
