"""Proxies that the system or the environment names: http_proxy, https_proxy, no_proxy, the system's settings.

With a proxy it is the proxy that looks the host's name up, so nothing here can know which machine is asked;
names and IP addresses that mean machines of one's own are refused all the same (see exchange.py).
"""

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass, proxy_bypass_environment  # type: ignore[attr-defined]

from annotator.errors import Unreachable
from annotator.network.addresses import Address

_SCHEMES = ("http", "https")


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy without what one signs in with, and that: "name:password", "" for none, which is never shown."""

    url: str
    place: str
    sign_in: str = field(default="", repr=False)


def proxy_for(address: Address, *, ask: bool = True) -> Proxy | None:
    """The proxy through which an address is asked for, None where it is asked directly.

    Some systems look a host's name up to tell whether it is one of their exceptions; without `ask` only the
    environment's exceptions count, and nothing is asked of the network. Raises Unreachable where the proxy that is set
    is none the program can speak to.
    """
    proxies = getproxies()
    named = proxies.get(address.scheme) or proxies.get("all")
    is_excepted = proxy_bypass if ask else proxy_bypass_environment
    if not named or is_excepted(address.place) or is_excepted(address.host):
        return None
    try:
        return _taken_apart(named if "://" in named else f"http://{named}")
    except ValueError as error:
        raise Unreachable("The address of the proxy set for this computer does not hold together.") from error


def _taken_apart(named: str) -> Proxy:
    parts = urlsplit(named)
    if parts.scheme not in _SCHEMES or not parts.hostname:
        raise Unreachable(
            f"The proxy set for this computer is of the kind “{parts.scheme[:20]}”; the program speaks to proxies "
            "with http:// and https://."
        )
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    place = f"{host}:{parts.port or (443 if parts.scheme == 'https' else 80)}"
    sign_in = f"{unquote(parts.username or '')}:{unquote(parts.password or '')}" if parts.username else ""
    return Proxy(f"{parts.scheme}://{place}", place, sign_in)
