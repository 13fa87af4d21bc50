"""From a host's name to IP addresses that may be contacted; looked up once, and connected to as they were checked."""

import socket
from dataclasses import dataclass
from ipaddress import ip_address

from annotator.errors import Unreachable
from annotator.network.addresses import Address, host_of
from annotator.network.ranges import is_public

_MOST = 4  # of a host with many addresses so many are tried


@dataclass(frozen=True, slots=True)
class Rules:
    """What may be contacted, how long it may take in seconds, and how much it may bring.

    `allowed_hosts` are hosts that may lie in a network of one's own, each by its very name as `host_of` spells it.
    `most_bytes` counts what comes out after decompression.
    """

    allowed_hosts: frozenset[str] = frozenset()
    most_bytes: int = 50_000_000
    connect_seconds: float = 10.0
    read_seconds: float = 20.0
    whole_seconds: float = 60.0
    redirects: int = 5


def allowed(names: tuple[str, ...]) -> frozenset[str]:
    """The hosts that somebody allows by name. Raises Unreachable for what is no host's name."""
    return frozenset(host_of(name.strip()) for name in names if name.strip())


def checked(address: Address, rules: Rules) -> list[str]:
    """The IP addresses of a host, all of them on the public network unless the host is allowed by name.

    One that is not refuses the host: such a name was made to mean two machines. Raises Unreachable.
    """
    found = list(dict.fromkeys(_look_up(address)))
    if address.host not in rules.allowed_hosts:
        for one in found:
            if not is_public(ip_address(one.partition("%")[0])):
                raise Unreachable(_refusal(address, one))
    return found[:_MOST]


def check_unresolved(address: Address, rules: Rules) -> None:
    """Refuse what surely means a machine of one's own, where a proxy will look the name up. Raises Unreachable."""
    if address.host in rules.allowed_hosts:
        return
    if address.literal and not is_public(address.literal):
        raise Unreachable(_refusal(address, address.host))
    if address.is_own_name:
        raise Unreachable(_refusal(address, ""))


def _look_up(address: Address) -> list[str]:
    if address.literal:
        return [address.host]
    try:
        # As bytes: Python would spell a name anew that is spelled already.
        found = socket.getaddrinfo(address.host.encode("ascii"), address.port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise Unreachable(
            f"There is no host “{address.shown}”, or this computer is not on line; check the spelling and the network."
        ) from error
    return [str(place[4][0]) for place in found]


def _refusal(address: Address, found: str) -> str:
    where = f" ({found})" if found and found != address.host else ""
    return (
        f"“{address.shown}” lies in a private network{where}, which the program contacts only when the host “"
        f"{address.host}” is allowed by name."
    )
