"""A page is fetched from a real host on this machine; hosts that play tricks get nowhere."""

import gzip
import socket
import zlib
from dataclasses import replace
from itertools import count

import pytest

from annotator.errors import Unreachable
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


# What the host says


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
