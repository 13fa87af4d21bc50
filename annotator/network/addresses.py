"""Addresses as people write them: taken apart once, checked, and put together again from the parts.

What is connected to is never read out of the text a second time, so no two readings of it can differ.
"""

import re
import socket
import unicodedata
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from annotator.errors import Unreachable
from annotator.network.ranges import IPAddress

_LONGEST = 4000
_PORTS = {"http": 80, "https": 443}
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!\d)")
_CONTROLS = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?")
_NUMBER = re.compile(r"(?:[0-9]+|0x[0-9a-f]*)")
_ALIEN = "xn--"
# Names that only a network of one's own can know, whatever a proxy makes of them.
_OWN_NAMES = ("localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "home.arpa")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a page lies: all that is needed to ask for it, in ASCII.

    `host` is in small letters, names of other scripts as “xn--…”, IP addresses in their usual spelling;
    `target` is the path with the query. What stands after “#” is the reader's own and is left out.
    """

    scheme: str
    host: str
    port: int
    target: str

    @property
    def place(self) -> str:
        """The host, with its port where that is not the usual one, as the request names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The whole address."""
        return f"{self.scheme}://{self.place}{self.target}"

    @property
    def shown(self) -> str:
        """The place for a person to judge: a name of another script in its letters, and as it really is."""
        letters = _letters(self.host)
        return self.place if letters == self.host else f"{letters} ({self.place})"

    @property
    def literal(self) -> IPAddress | None:
        """The host where it is no name but an IP address."""
        return _ip(self.host)

    @property
    def is_own_name(self) -> bool:
        """True for a name that only a network of one's own can know."""
        if self.literal:
            return False
        return "." not in self.host or any(f".{self.host}".endswith(f".{name}") for name in _OWN_NAMES)


def parse(text: str, base: Address | None = None) -> Address:
    """The address that somebody wrote; `base` is that of the page where it stood. Without a scheme it is https.

    Raises Unreachable for what is no address of a page. Its sentence never repeats what stands before an “@”.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        raise Unreachable(f"The address has more than {_LONGEST:,} characters; check that it is one address.")
    if _CONTROLS.search(text):
        raise Unreachable("The address holds a character that cannot be seen; type it anew.")
    try:
        parts = urlsplit(_whole(text, base))
        port = parts.port
    except ValueError as error:
        raise Unreachable("The address does not hold together; check what stands before its first “/”.") from error
    scheme = _scheme(parts)
    if "@" in parts.netloc:
        raise Unreachable(
            "The address holds a name or a password before an “@”; leave that out, the program signs in nowhere."
        )
    if port == 0:
        raise Unreachable("The address names the port 0, which no page has; leave the port out.")
    name = f"[{parts.hostname}]" if "[" in parts.netloc else parts.hostname or ""
    return Address(scheme, host_of(name), port or _PORTS[scheme], _target(parts))


def looks_like_address(text: str) -> bool:
    """True for a text that is nothing but one address with http:// or https:// before it."""
    text = text.strip()
    return text.lower().startswith(("http://", "https://")) and len(text) <= _LONGEST and len(text.split()) == 1


def host_of(name: str) -> str:
    """The name of a host as it is asked for: small ASCII letters. Raises Unreachable for what is no name."""
    if ":" in name or name.startswith("["):
        return _ip6(name.strip("[]"), name)
    # Signs of other widths and other full stops mean the usual ones, or 。would hide where the name ends.
    plain = unicodedata.normalize("NFKC", name.lower()).replace("。", ".").removesuffix(".")
    labels = [_label(label, name) for label in plain.split(".")]
    host = ".".join(labels)
    if len(host) > 253:
        raise Unreachable(f"The host's name has {len(host)} characters; no name has more than 253.")
    return _ip4(host) if _NUMBER.fullmatch(labels[-1]) else host


def _whole(text: str, base: Address | None) -> str:
    if base:
        return urljoin(base.url, text)
    return text if _SCHEME.match(text) else f"https://{text.removeprefix('//')}"


def _scheme(parts: SplitResult) -> str:
    if parts.scheme not in _PORTS:
        raise Unreachable(f"Only addresses with http:// or https:// can be loaded, not “{parts.scheme[:20]}:”.")
    return parts.scheme


def _target(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~?[]")
    return f"{path}?{query}" if query else path


def _label(label: str, name: str) -> str:
    """One part of a name, between two full stops."""
    if not label.isascii() and all(
        unicodedata.category(character)[0] in "LMN" or character == "-" for character in label
    ):
        label = _ALIEN + label.encode("punycode").decode("ascii")
    if not _LABEL.fullmatch(label) or len(label) > 63:
        shown = _CONTROLS.sub("", name)[:60]
        raise Unreachable(f"“{shown}” is no name of a host; check the address up to its third “/”.")
    return label


def _letters(host: str) -> str:
    return ".".join(_label_in_letters(label) for label in host.split("."))


def _label_in_letters(label: str) -> str:
    if not label.startswith(_ALIEN):
        return label
    try:
        letters = label.removeprefix(_ALIEN).encode("ascii").decode("punycode")
        return letters if _label(letters, letters) == label else label
    except (UnicodeError, Unreachable):
        return label


def _ip4(host: str) -> str:
    """An IPv4 address in its usual spelling: it may be written as one number, in octal, in hexadecimal."""
    try:
        return socket.inet_ntoa(socket.inet_aton(host))
    except OSError as error:
        raise Unreachable(f"“{host[:60]}” is neither a host's name nor an IP address.") from error


def _ip6(host: str, name: str) -> str:
    try:
        return str(IPv6Address("" if "%" in host else host))
    except AddressValueError as error:
        raise Unreachable(f"“{name[:60]}” is neither a host's name nor an IP address.") from error


def _ip(host: str) -> IPAddress | None:
    try:
        return IPv6Address(host) if ":" in host else IPv4Address(host)
    except AddressValueError:
        return None
