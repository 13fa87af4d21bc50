"""Hosts that send too much, too slowly, or nonsense are left in time, in one sentence, and nothing of them stays."""

import gzip
import socket
import threading
import time
from dataclasses import replace

import pytest

from annotator.errors import Cancelled
from annotator.network.fetching import fetch
from tests.network.conftest import Names
from tests.network.hosts import Host, page
from tests.network.test_fetching import RULES, refusal, url

pytestmark = pytest.mark.network


def test_a_page_that_says_it_is_too_large_is_not_read(host: Host) -> None:
    host.scripts["/a"] = lambda line: line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 5000001\r\n\r\n")
    assert "5 MB" in refusal(url(host), replace(RULES, most_bytes=5_000_000))


def test_an_endless_page_is_cut_off(host: Host) -> None:
    def endless(line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while not host.stopping.is_set():
            line.sendall(b"x" * 65_536)

    host.scripts["/a"] = endless
    assert "1 MB" in refusal(url(host), replace(RULES, most_bytes=1_000_000))


@pytest.mark.parametrize(
    "first", [b"", b"HTTP/1.1 200 OK\r\nA: ", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"]
)
def test_an_endless_line_is_not_kept(host: Host, first: bytes) -> None:
    sent = 0

    def endless(line: socket.socket) -> None:
        nonlocal sent
        line.sendall(first)
        while not host.stopping.is_set():
            line.sendall(b"1" * 65_536)
            sent += 65_536

    host.scripts["/a"] = endless
    assert "broke off" in refusal(url(host))
    assert sent < 20_000_000


@pytest.mark.parametrize("ending", [b"", b"1\r\n"])
def test_endless_small_pieces_end_with_the_time(host: Host, ending: bytes) -> None:
    def endless(line: socket.socket) -> None:
        line.settimeout(0.2)
        line.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while not host.stopping.is_set():
            line.sendall(b"2\r\nxx\r\n" * 1000 if not ending else b"0\r\n" + b"A: b\r\n" * 1000)

    host.scripts["/a"] = endless
    assert "longer than" in refusal(url(host), replace(RULES, whole_seconds=0.5))


@pytest.mark.parametrize("times", [1, 2])
def test_a_bomb_is_not_unpacked(host: Host, times: int) -> None:
    bomb = bytes(50_000_000)
    for _ in range(times):
        bomb = gzip.compress(bomb, 1)
    host.scripts["/a"] = page(bomb, more=f"Content-Encoding: {', '.join(['gzip'] * times)}\r\n")
    said = refusal(url(host), replace(RULES, most_bytes=1_000_000))
    assert "1 MB" in said if times == 1 else "packed as" in said


@pytest.mark.parametrize(
    "first", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>"]
)
def test_a_host_that_trickles_is_left_when_the_time_is_over(host: Host, first: bytes) -> None:
    def trickle(line: socket.socket) -> None:
        line.sendall(first)
        while not host.stopping.wait(0.05):
            line.sendall(b"x")

    host.scripts["/a"] = trickle
    began = time.monotonic()
    assert "longer than 0.5 seconds" in refusal(url(host), replace(RULES, whole_seconds=0.5))
    assert time.monotonic() - began < 1.5
    assert no_fetching_left()


def test_a_host_that_says_nothing_is_left(host: Host) -> None:
    host.scripts["/a"] = lambda _line: host.stopping.wait(3)
    assert "sent nothing for 0.2 seconds" in refusal(url(host), replace(RULES, read_seconds=0.2))


@pytest.mark.parametrize("where", ["looking up", "waiting", "reading"])
def test_a_fetch_can_be_stopped_wherever_it_is(
    host: Host, names: Names, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    there, let_go = threading.Event(), threading.Event()

    def hang(line: socket.socket) -> None:
        if where == "reading":
            line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>")
        there.set()
        let_go.wait(5)

    def look_up(*arguments: object, **_options: object) -> list[object]:
        there.set()
        let_go.wait(5)
        raise socket.gaierror

    host.scripts["/a"] = hang
    if where == "looking up":
        monkeypatch.setattr(socket, "getaddrinfo", look_up)
    began = time.monotonic()
    with pytest.raises(Cancelled):
        fetch(url(host), replace(RULES, read_seconds=4), there.is_set)
    assert time.monotonic() - began < 1
    assert where == "looking up" or no_fetching_left()
    let_go.set()
    assert no_fetching_left()


def test_what_is_stopped_already_asks_nobody(host: Host, names: Names) -> None:
    with pytest.raises(Cancelled):
        fetch(url(host), RULES, lambda: True)
    assert names.asked == []


def no_fetching_left() -> bool:
    end = time.monotonic() + 2
    while any(thread.name == "fetching" for thread in threading.enumerate()):
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf",
        b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 5000 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nA: " + b"b" * 1_000_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"f" * 100_000,
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 8\r\n\r\nnonsense",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 8\r\n\r\nnonsense",
        b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        b"HTTP/1.1 999999999999 OK\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n",
        b"\0" * 70_000,
    ],
)
def test_a_broken_answer_is_told_in_a_sentence(host: Host, answer: bytes) -> None:
    host.scripts["/a"] = lambda line: line.sendall(answer)
    refusal(url(host))


def test_endless_promises_of_an_answer_end(host: Host) -> None:
    def promise(line: socket.socket) -> None:
        line.settimeout(0.2)
        while not host.stopping.is_set():
            line.sendall(b"HTTP/1.1 100 Continue\r\n\r\n" * 100)

    host.scripts["/a"] = promise
    assert "longer than" in refusal(url(host), replace(RULES, whole_seconds=0.5))
    assert no_fetching_left()
