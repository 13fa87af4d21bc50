"""A host on this machine that answers as a test tells it to, well or badly, and notes what it was asked."""

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from socket import socket

CERTIFICATE = Path(__file__).with_name("certificate.pem")  # for news.test, signed by itself; its key is no secret

Script = Callable[[socket], object]


def page(body: bytes, content_type: str = "text/html", status: str = "200 OK", more: str = "") -> Script:
    """Answers with a whole page."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {len(body)}\r\n{more}\r\n"
    return lambda line: line.sendall(head.encode() + body)


def leads_to(location: str, status: int = 302) -> Script:
    """Answers that the page is somewhere else."""
    head = f"HTTP/1.1 {status} Moved\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n"
    return lambda line: line.sendall(head.encode())


class Host:
    """Answers each path by its script, in a thread for each request."""

    def __init__(self, encrypted: bool = False) -> None:
        self.scripts: dict[str, Script] = {}
        self.heads: list[str] = []
        self.connections = 0
        self.stopping = threading.Event()
        self._listening = socket()
        self._listening.bind(("127.0.0.1", 0))
        self._listening.listen(20)
        self.port = int(self._listening.getsockname()[1])
        self._context: ssl.SSLContext | None = None
        if encrypted:
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(CERTIFICATE)
        self._threads = [threading.Thread(target=self._serve, daemon=True)]
        self._threads[0].start()

    @property
    def asked(self) -> list[str]:
        """The first line of each request."""
        return [head.partition("\r\n")[0] for head in self.heads]

    def close(self) -> None:
        self.stopping.set()
        with suppress(OSError):
            self._listening.shutdown(2)
        self._listening.close()
        for thread in self._threads:
            thread.join(3)

    def _serve(self) -> None:
        with suppress(OSError):
            while not self.stopping.is_set():
                line, _ = self._listening.accept()
                self.connections += 1
                thread = threading.Thread(target=self._answer, args=(line,), daemon=True)
                self._threads.append(thread)
                thread.start()

    def _answer(self, line: socket) -> None:
        with suppress(OSError), line:
            line.settimeout(3)
            if self._context:
                line = self._context.wrap_socket(line, server_side=True)
            with line:
                head = b""
                while b"\r\n\r\n" not in head and (more := line.recv(65_536)):
                    head += more
                    if head.startswith(b"\x16"):  # a greeting of TLS to a host without it
                        line.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                        return
                self.heads.append(head.decode("latin-1"))
                target = self.asked[-1].split()[1] if head else ""
                script = self.scripts.get(target) or self.scripts.get("*")
                (script or page(b"nothing", status="404 Not Found"))(line)


@contextmanager
def running(encrypted: bool = False) -> Iterator[Host]:
    """A host for as long as a test needs it."""
    host = Host(encrypted)
    try:
        yield host
    finally:
        host.close()


def tunnel_to(port: int) -> Script:
    """What a proxy does for an encrypted page: hands bytes on, both ways."""

    def hand_on(source: socket, target: socket) -> None:
        with suppress(OSError):
            while more := source.recv(65_536):
                target.sendall(more)
            target.shutdown(1)

    def tunnel(line: socket) -> None:
        with socket() as far:
            far.connect(("127.0.0.1", port))
            line.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            back = threading.Thread(target=hand_on, args=(far, line), daemon=True)
            back.start()
            hand_on(line, far)
            back.join(3)

    return tunnel
