"""Proxies of the environment are heeded, and what one signs in with is never shown."""

import base64
from dataclasses import replace

import pytest

from annotator.errors import Unreachable
from annotator.network.addresses import parse
from annotator.network.fetching import fetch
from annotator.network.proxies import Proxy, proxy_for
from annotator.network.resolving import Rules
from tests.network.conftest import Names
from tests.network.hosts import CERTIFICATE, Host, page, running, tunnel_to

RULES = Rules(connect_seconds=2, read_seconds=2, whole_seconds=5)


@pytest.mark.parametrize(
    ("named", "proxy"),
    [
        ("http://proxy.test:3128", Proxy("http://proxy.test:3128", "proxy.test:3128")),
        ("proxy.test:3128", Proxy("http://proxy.test:3128", "proxy.test:3128")),
        ("https://proxy.test", Proxy("https://proxy.test:443", "proxy.test:443")),
        ("http://ana:p%40ss@[::1]:3128/", Proxy("http://[::1]:3128", "[::1]:3128", "ana:p@ss")),
    ],
)
def test_a_proxy_is_found(monkeypatch: pytest.MonkeyPatch, named: str, proxy: Proxy) -> None:
    monkeypatch.setenv("http_proxy", named)
    assert proxy_for(parse("http://news.test/")) == proxy
    assert proxy_for(parse("https://news.test/")) is None
    assert "ss" not in repr(proxy).partition("url")[0]
    assert "p@ss" not in repr(proxy)


def test_hosts_that_need_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy.test:3128")
    monkeypatch.setenv("no_proxy", "house.test, .own.test,other.test:81")
    for direct in ("https://house.test/", "https://a.own.test/", "https://other.test:81/"):
        assert proxy_for(parse(direct)) is None
    for through in ("https://news.test/", "https://other.test/"):
        assert proxy_for(parse(through)) is not None


@pytest.mark.parametrize("named", ["socks5://proxy.test:1080", "http://", "http://proxy.test:99999"])
def test_a_proxy_that_cannot_be_spoken_to(monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    monkeypatch.setenv("all_proxy", named)
    with pytest.raises(Unreachable, match="proxy set for this computer"):
        proxy_for(parse("http://news.test/"))


@pytest.mark.network
def test_a_page_comes_through_a_proxy_which_looks_the_name_up(names: Names, monkeypatch: pytest.MonkeyPatch) -> None:
    with running() as proxy:
        proxy.scripts["http://far.test/a?b"] = page(b"<p>Far.</p>")
        monkeypatch.setenv("http_proxy", f"http://ana:secret@127.0.0.1:{proxy.port}")
        assert fetch("http://far.test/a?b", RULES).content == b"<p>Far.</p>"
        assert f"Basic {base64.b64encode(b'ana:secret').decode()}" in proxy.heads[0]
        assert "Host: far.test\r\n" in proxy.heads[0]
    assert names.asked == []


@pytest.mark.network
def test_an_encrypted_page_is_only_handed_on(encrypted_host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    encrypted_host.scripts["/a"] = page(b"<p>Sealed.</p>")
    with running() as proxy:
        proxy.scripts["news.test:443"] = tunnel_to(encrypted_host.port)
        monkeypatch.setenv("https_proxy", f"http://ana:secret@127.0.0.1:{proxy.port}")
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
        assert fetch("https://news.test/a", RULES).content == b"<p>Sealed.</p>"
        assert "secret" not in encrypted_host.heads[0]
        assert "uthorization" not in encrypted_host.heads[0]


@pytest.mark.network
@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://2130706433/",
        "http://[::1]/",
        "http://localhost/",
        "http://printer/",
        "http://a.local/",
    ],
)
def test_a_proxy_is_not_asked_for_what_is_one_s_own(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    with running() as proxy:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")
        with pytest.raises(Unreachable, match="private network"):
            fetch(address, RULES)
        assert proxy.heads == []
        proxy.scripts["*"] = page(b"<p>Own.</p>")
        rules = replace(RULES, allowed_hosts=frozenset({parse(address).host}))
        assert fetch(address, rules).content == b"<p>Own.</p>"


@pytest.mark.network
def test_a_proxy_that_refuses_is_named_without_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    with running() as proxy:
        monkeypatch.setenv("https_proxy", f"http://ana:secret@127.0.0.1:{proxy.port}")
        with pytest.raises(Unreachable, match=f"proxy 127.0.0.1:{proxy.port}") as caught:
            fetch("https://far.test/", RULES)
    assert "secret" not in str(caught.value)
