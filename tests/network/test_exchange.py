"""One request at a time, told apart from what it leads to, and cut off when it is stopped."""

import threading

import pytest

from annotator.errors import Unreachable
from annotator.network.addresses import parse
from annotator.network.exchange import Answer, Exchange
from annotator.network.resolving import Rules
from tests.network.hosts import Host, leads_to, page

pytestmark = pytest.mark.network

RULES = Rules(frozenset({"news.test"}), connect_seconds=2, read_seconds=4)


def test_it_does_not_follow(host: Host) -> None:
    host.scripts["/a"] = leads_to("http://else.test/")
    assert Exchange(RULES).ask(parse(f"http://news.test:{host.port}/a")) == Answer(302, "http://else.test/", "", b"")


def test_what_is_no_page_is_not_read(host: Host) -> None:
    host.scripts["/a"] = page(b"No.", status="404 Not Found", more="Location: /b\r\n")
    assert Exchange(RULES).ask(parse(f"http://news.test:{host.port}/a")) == Answer(404, "", "text/html", b"")


def test_what_waits_is_cut_off(host: Host) -> None:
    there = threading.Event()
    host.scripts["/a"] = lambda _line: there.set() or host.stopping.wait(4)
    exchange, ended = Exchange(RULES), []

    def ask() -> None:
        try:
            exchange.ask(parse(f"http://news.test:{host.port}/a"))
        except Unreachable as error:
            ended.append(error)

    asking = threading.Thread(target=ask)
    asking.start()
    assert there.wait(2)
    exchange.stop()
    asking.join(1)
    assert not asking.is_alive()
    assert len(ended) == 1


def test_what_was_stopped_asks_no_more(host: Host) -> None:
    exchange = Exchange(RULES)
    exchange.stop()
    with pytest.raises(Unreachable, match="Stopped"):
        exchange.ask(parse(f"http://news.test:{host.port}/a"))
    assert host.heads == []
