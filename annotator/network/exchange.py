"""One request and its answer: to an IP address that was checked, or through the proxy that is set.

Nothing is sent but the address asked for, and who asks: no cookies, no referrer, no name or password.
"""

import socket
import ssl
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import urllib3
from urllib3 import exceptions
from urllib3.connection import HTTPConnection, HTTPSConnection

from annotator import __version__
from annotator.errors import Unreachable
from annotator.network.addresses import Address
from annotator.network.mishaps import reason
from annotator.network.proxies import Proxy, proxy_for
from annotator.network.resolving import Rules, check_unresolved, checked

_CHUNK = 65_536
_ENCODINGS = {"", "identity", "gzip", "x-gzip", "deflate"}
_HEADERS = {
    "User-Agent": f"Annotator/{__version__}",
    "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered; `content` is only read where the status is 200, `location` where it leads on."""

    status: int
    location: str
    content_type: str
    content: bytes


class Exchange:
    """Asks, and can be cut off from another thread while it waits for an answer."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._connections: list[HTTPConnection] = []
        self._response: Any = None
        self._stopped = False

    def ask(self, address: Address) -> Answer:
        """One request, without following where it leads. Raises Unreachable, in one plain sentence."""
        proxy = proxy_for(address)
        try:
            response = self._through(proxy, address) if proxy else self._directly(address)
            try:
                return self._answer(response, address)
            finally:
                response.close()
        except (exceptions.HTTPError, OSError, ValueError) as error:
            raise Unreachable(reason(error, address, proxy, self._rules)) from error

    def stop(self) -> None:
        """Cut off whatever is open, so that what waits for it ends."""
        self._stopped = True
        with suppress(OSError, ValueError, RuntimeError, AttributeError):
            self._response.shutdown()
        for connection in self._connections:
            with suppress(OSError, AttributeError):
                connection.sock.shutdown(socket.SHUT_RDWR)

    def _directly(self, address: Address) -> Any:
        """Connect to the addresses that were looked up once and checked; no name is looked up after that."""
        places = checked(address, self._rules)
        for place in places[:-1]:
            with suppress(exceptions.ConnectTimeoutError, exceptions.NewConnectionError):
                return self._request(self._pool(address, place), address.target, {"Host": address.place})
        return self._request(self._pool(address, places[-1]), address.target, {"Host": address.place})

    def _through(self, proxy: Proxy, address: Address) -> Any:
        check_unresolved(address, self._rules)
        manager = urllib3.ProxyManager(
            proxy.url,
            proxy_headers=urllib3.make_headers(proxy_basic_auth=proxy.sign_in or None),
            proxy_ssl_context=ssl.create_default_context(),
            ssl_context=ssl.create_default_context(),
        )
        manager.pool_classes_by_scheme = {"http": self._plain(), "https": self._encrypted()}
        return self._request(manager, address.url, {})

    def _request(self, pool: Any, target: str, headers: dict[str, str]) -> Any:
        if self._stopped:
            raise Unreachable("Stopped.")
        self._response = pool.urlopen(
            "GET",
            target,
            headers=_HEADERS | headers,
            redirect=False,
            retries=False,
            preload_content=False,
            timeout=urllib3.Timeout(connect=self._rules.connect_seconds, read=self._rules.read_seconds),
        )
        return self._response

    def _pool(self, address: Address, place: str) -> urllib3.HTTPConnectionPool:
        if address.scheme == "http":
            return self._plain()(place, address.port)
        # The certificate has to be the host's, not that of the IP address the connection goes to.
        context = ssl.create_default_context()
        return self._encrypted()(place, address.port, ssl_context=context, server_hostname=address.host)

    def _plain(self) -> type[urllib3.HTTPConnectionPool]:
        """A pool whose connections are known here as soon as they are begun, so that they can be cut."""
        opened = self._connections

        class Known(HTTPConnection):
            def connect(self) -> None:
                opened.append(self)
                super().connect()

        return type("Plain", (urllib3.HTTPConnectionPool,), {"ConnectionCls": Known})

    def _encrypted(self) -> type[urllib3.HTTPSConnectionPool]:
        opened = self._connections

        class Known(HTTPSConnection):
            def connect(self) -> None:
                opened.append(self)
                super().connect()

        return type("Encrypted", (urllib3.HTTPSConnectionPool,), {"ConnectionCls": Known})

    def _answer(self, response: Any, address: Address) -> Answer:
        headers = response.headers
        content_type = headers.get("Content-Type", "")
        location = headers.get("Location", "") if 300 <= response.status < 400 else ""
        content = b""
        if response.status == 200:
            _refuse_medium(content_type)
            content = self._body(response)
        return Answer(response.status, location, content_type, content)

    def _body(self, response: Any) -> bytes:
        """The whole body, unpacked; refused as soon as it is known to be too large."""
        packing = response.headers.get("Content-Encoding", "").strip().lower()
        if packing not in _ENCODINGS:
            raise Unreachable(
                f"The page comes packed as “{packing[:20]}”, which was not asked for; save it in a browser."
            )
        limit = self._rules.most_bytes
        told = response.headers.get("Content-Length", "")
        if told.isdecimal() and len(told) < 20 and int(told) > limit:
            raise Unreachable(_too_large(limit))
        content = bytearray()
        # Not stream(): that reads a chunk's length however long the line is.
        while part := response.read(_CHUNK, decode_content=True):
            content += part
            if len(content) > limit:
                raise Unreachable(_too_large(limit))
            if self._stopped:
                raise Unreachable("Stopped.")
        return bytes(content)


def _refuse_medium(content_type: str) -> None:
    kind = content_type.partition("/")[0].strip().lower()
    words = {"image": "a picture", "video": "a film", "audio": "a recording", "font": "a font"}.get(kind)
    if words:
        raise Unreachable(f"At this address is {words}, not an article; load the page that it belongs to.")


def _too_large(limit: int) -> str:
    return f"The page has more than {limit / 1_000_000:g} MB, which is the limit for one article."
