"""Hosts that a test may contact, under names that nobody else has."""

import socket
from collections.abc import Iterator
from typing import Any

import pytest

from tests.network.hosts import CERTIFICATE, Host, running


class Names:
    """What names mean, in place of the network's own answer: name -> IP addresses, one list a look-up."""

    def __init__(self) -> None:
        self.answers: dict[str, list[list[str]]] = {}
        self.asked: list[str] = []

    def look_up(self, host: str | bytes, port: int, *_more: Any, **_options: Any) -> list[Any]:
        name = host.decode() if isinstance(host, bytes) else host
        if not name[0].isdigit() and ":" not in name:
            self.asked.append(name)
            answers = self.answers.get(name)
            if not answers:
                raise socket.gaierror(socket.EAI_NONAME, "unknown")
            found = answers.pop(0) if len(answers) > 1 else answers[0]
        else:
            found = [name]
        family = {ip: socket.AF_INET6 if ":" in ip else socket.AF_INET for ip in found}
        return [(family[ip], socket.SOCK_STREAM, 6, "", (ip, port)) for ip in found]


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy of the machine's stands between a test and its host."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Names:
    """What names mean; news.test is this machine."""
    made = Names()
    made.answers["news.test"] = [["127.0.0.1"]]
    monkeypatch.setattr(socket, "getaddrinfo", made.look_up)
    return made


@pytest.fixture
def host(names: Names) -> Iterator[Host]:
    """A host that news.test means."""
    with running() as made:
        yield made


@pytest.fixture
def encrypted_host(names: Names, monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    """The same with TLS; its certificate, for news.test, is one that this machine trusts."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with running(encrypted=True) as made:
        yield made
