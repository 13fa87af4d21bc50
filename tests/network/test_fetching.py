"""A page is fetched from a real host on this machine; hosts that play tricks get nowhere."""

import gzip
import socket
import threading
import time
import zlib
from dataclasses import replace
from itertools import count

import pytest

from annotator.errors import Cancelled, Unreachable
from annotator.network.fetching import Fetched, fetch
from annotator.network.resolving import Rules
from tests.network.conftest import Names
from tests.network.hosts import Host, leads_to, page

pytestmark = pytest.mark.network

RULES = Rules(frozenset({"news.test"}), connect_seconds=2, read_seconds=2, whole_seconds=5)
PAGE = b"<html><p>Jembatan ditutup.</p></html>"


def url(host: Host, path: str = "/a", name: str = "news.test") -> str:
    return f"http://{name}:{host.port}{path}"


def refusal(address: str, rules: Rules = RULES) -> str:
    with pytest.raises(Unreachable) as caught:
        fetch(address, rules)
    said = str(caught.value)
    assert said.endswith(".")
    assert "\n" not in said
    return said


def test_a_page_comes_as_it_is(host: Host) -> None:
    host.scripts["/a?b=c"] = page(PAGE, "text/html; charset=UTF-8")
    assert fetch(url(host, "/a?b=c#d"), RULES) == Fetched(PAGE, url(host, "/a?b=c"), "text/html", "utf-8")


def test_nothing_is_sent_but_the_address_and_who_asks(host: Host) -> None:
    host.scripts["/1"] = lambda line: line.sendall(
        b"HTTP/1.1 302 Found\r\nLocation: /2\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n"
    )
    host.scripts["/2"] = page(PAGE)
    fetch(url(host, "/1"), RULES)
    for head in host.heads:
        names = {line.partition(":")[0].lower() for line in head.strip().split("\r\n")[1:]}
        assert names == {"host", "user-agent", "accept", "accept-encoding", "connection"}
        assert f"Host: news.test:{host.port}\r\n" in head
        assert "User-Agent: Annotator/" in head


def test_packed_pages_are_unpacked(host: Host) -> None:
    for packing, packed in (("gzip", gzip.compress(PAGE)), ("deflate", zlib.compress(PAGE))):
        host.scripts["/a"] = page(packed, more=f"Content-Encoding: {packing}\r\n")
        assert fetch(url(host), RULES).content == PAGE


def test_a_page_in_pieces_is_put_together(host: Host) -> None:
    pieces = b"".join(b"%x\r\n%s\r\n" % (len(PAGE[i : i + 9]), PAGE[i : i + 9]) for i in range(0, len(PAGE), 9))
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    host.scripts["/a"] = lambda line: line.sendall(head + pieces + b"0\r\n\r\n")
    assert fetch(url(host), RULES) == Fetched(PAGE, url(host), "", "")


# Where a page leads


def test_a_redirect_is_followed_and_told(host: Host) -> None:
    host.scripts |= {"/1": leads_to("/2", 301), "/2": leads_to("3?q=ä", 307), "/3?q=%C3%A4": page(PAGE)}
    fetched = fetch(url(host, "/1"), RULES)
    assert fetched.url == url(host, "/3?q=%C3%A4")
    assert fetched.redirects == (url(host, "/1"), url(host, "/2"))


def test_a_hundred_redirects_are_too_many(host: Host) -> None:
    numbers = count()
    host.scripts["*"] = lambda line: leads_to(f"/{next(numbers)}")(line)
    assert "more than 5 times" in refusal(url(host))
    assert len(host.asked) == 6


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("file:///etc/passwd", "not “file:”"),
        ("ftp://news.test/", "not “ftp:”"),
        ("http://127.0.0.1:{port}/inside", "private network"),
        ("http://2130706433:{port}/inside", "private network"),
        ("http://[::1]:{port}/inside", "private network"),
        ("http://[::ffff:127.0.0.1]:{port}/inside", "private network"),
        ("http://169.254.169.254/latest/meta-data/", "private network"),
        ("http://0.0.0.0:{port}/inside", "private network"),
        ("http://inside.test:{port}/inside", "private network"),
        ("http://news.test:{port}@127.0.0.1:{port}/inside", "a name or a password"),
        ("http://127。0。0。1:{port}/inside", "private network"),
        ("//localhost.:{port}/inside", "private network"),
        ("http://nobody.test/", "no host"),
        ("http://:{port}/", "no name of a host"),
    ],
)
def test_a_redirect_gets_nowhere_that_the_first_address_could_not(
    host: Host, names: Names, location: str, words: str
) -> None:
    names.answers |= {"inside.test": [["127.0.0.1"]], "localhost": [["127.0.0.1"]]}
    target = location.format(port=host.port)
    head = f"HTTP/1.1 302 Found\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n".encode()
    host.scripts |= {"/a": lambda line: line.sendall(head), "/inside": page(b"secret")}
    assert words in refusal(url(host))
    assert len(host.asked) == 1


def test_a_stranger_s_page_cannot_lead_to_a_host_allowed_by_name(
    host: Host, names: Names, monkeypatch: pytest.MonkeyPatch
) -> None:
    host.scripts |= {"/a": leads_to(url(host, "/inside", "house.test")), "/inside": page(b"secret")}
    names.answers |= {"house.test": [["127.0.0.1"]], "public.test": [["127.0.0.1"]]}
    # As if this machine lay on the public network.
    monkeypatch.setattr("annotator.network.resolving.is_public", lambda _address: True)
    assert "private network" in refusal(
        url(host, "/a", "public.test"), replace(RULES, allowed_hosts=frozenset({"house.test"}))
    )
    assert len(host.asked) == 1


def test_encryption_is_not_given_up_on_the_way(encrypted_host: Host) -> None:
    encrypted_host.scripts["/a"] = leads_to(url(encrypted_host))
    assert "without encryption" in refusal(f"https://news.test:{encrypted_host.port}/a")
    assert len(encrypted_host.asked) == 1


# Whom a name means


@pytest.mark.parametrize(
    "found",
    [["127.0.0.1"], ["10.0.0.1"], ["93.184.216.34", "192.168.1.1"], ["::1"], ["::ffff:127.0.0.1"], ["fe80::1%eth0"]],
)
def test_a_name_for_a_machine_of_one_s_own_is_refused(host: Host, names: Names, found: list[str]) -> None:
    names.answers["trick.test"] = [found]
    said = refusal(url(host, name="trick.test"))
    assert "private network" in said
    assert "“trick.test” is allowed by name" in said
    assert host.asked == []


def test_a_name_that_changes_its_meaning_is_looked_up_only_once(
    host: Host, names: Names, monkeypatch: pytest.MonkeyPatch
) -> None:
    names.answers["turn.test"] = [["93.184.216.34"], ["127.0.0.1"]]
    connected: list[str] = []

    def connect(place: tuple[str, int], *_more: object, **_options: object) -> socket.socket:
        connected.append(place[0])
        raise ConnectionRefusedError

    monkeypatch.setattr("urllib3.util.connection.create_connection", connect)
    assert "takes no connection" in refusal(url(host, name="turn.test"))
    assert names.asked == ["turn.test"]
    assert connected == ["93.184.216.34"]


def test_each_redirect_looks_the_name_up_and_checks_it_anew(host: Host, names: Names) -> None:
    names.answers["news.test"] = [["127.0.0.1"]]
    names.answers["turn.test"] = [["10.0.0.1"]]
    host.scripts["/a"] = leads_to(f"http://turn.test:{host.port}/inside")
    assert "private network (10.0.0.1)" in refusal(url(host))


def test_the_second_address_of_a_host_is_tried_where_the_first_is_deaf(host: Host, names: Names) -> None:
    names.answers["news.test"] = [["127.0.0.2", "127.0.0.1"]]  # nobody listens on the first
    host.scripts["/a"] = page(PAGE)
    assert fetch(url(host), RULES).content == PAGE


def test_an_ip_address_can_be_allowed_by_name(host: Host) -> None:
    host.scripts["/a"] = page(PAGE)
    rules = replace(RULES, allowed_hosts=frozenset({"127.0.0.1"}))
    assert fetch(url(host, name="127.0.0.1"), rules).content == PAGE
    assert "private network" in refusal(url(host, name="127.0.0.1"))
    assert "private network" in refusal("http://169.254.169.254/", rules)


# Encryption


def test_an_encrypted_page_comes_from_the_address_that_was_checked(encrypted_host: Host) -> None:
    encrypted_host.scripts["/a"] = page(PAGE)
    fetched = fetch(f"https://news.test:{encrypted_host.port}/a", RULES)
    assert fetched.content == PAGE
    assert f"Host: news.test:{encrypted_host.port}\r\n" in encrypted_host.heads[0]


def test_a_certificate_for_another_name_is_refused(encrypted_host: Host, names: Names) -> None:
    names.answers["else.test"] = [["127.0.0.1"]]
    rules = replace(RULES, allowed_hosts=frozenset({"else.test"}))
    assert "cannot be verified" in refusal(f"https://else.test:{encrypted_host.port}/a", rules)
    assert encrypted_host.asked == []


def test_a_certificate_that_nobody_vouches_for_is_refused(
    encrypted_host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    said = refusal(f"https://news.test:{encrypted_host.port}/a")
    assert "cannot be verified by its certificate (self-signed certificate)" in said
    assert encrypted_host.asked == []


def test_a_host_without_encryption_is_refused(host: Host) -> None:
    host.scripts["*"] = page(PAGE)
    assert "encryption" in refusal(f"https://news.test:{host.port}/a")


# Too much, too slow, broken


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


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "password"),
        (403, "save it"),
        (404, "no page"),
        (410, "no longer"),
        (429, "later"),
        (503, "later"),
        (418, "418"),
    ],
)
def test_what_the_host_says_is_told(host: Host, status: int, words: str) -> None:
    host.scripts["/a"] = page(b"<p>No.</p>", status=f"{status} No")
    said = refusal(url(host))
    assert words in said
    assert str(status) in said


def test_pictures_and_films_are_not_read(host: Host) -> None:
    host.scripts["/a"] = page(b"\x89PNG", "image/png")
    assert "a picture" in refusal(url(host))


def test_nobody_there(names: Names) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "takes no connection" in refusal(f"http://news.test:{port}/")
    assert "no host “nobody.test”" in refusal("http://nobody.test/")
