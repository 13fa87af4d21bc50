"""Which IP addresses lie out on the public network; all others are somebody's own machines.

Python's `is_global` is not enough: it calls multicast and what wraps a private IPv4 address in an IPv6 one global.
"""

from ipaddress import IPv4Address, IPv6Address, IPv6Network

IPAddress = IPv4Address | IPv6Address

_PUBLIC = IPv6Network("2000::/3")  # all that has been given out so far
_MAPPED = IPv6Network("::ffff:0:0/96")
_TRANSLATED = IPv6Network("64:ff9b::/96")  # NAT64
_SIX_TO_FOUR = IPv6Network("2002::/16")
_NOBODY_S = (  # Teredo, protocols' own, documentation
    IPv6Network("2001::/23"),
    IPv6Network("2001:db8::/32"),
    IPv6Network("3fff::/20"),
)
_ISATAP = (0x00005EFE, 0x02005EFE)
_LOW_32 = 0xFFFFFFFF


def is_public(address: IPAddress) -> bool:
    """True for an address that is nobody's own machine, nor leads to one by what is packed in it."""
    if isinstance(address, IPv4Address):
        return address.is_global and not (address.is_multicast or address.is_reserved)
    packed = _packed(address)
    if packed is not None:
        return is_public(packed)
    return address in _PUBLIC and address.is_global and not any(address in network for network in _NOBODY_S)


def _packed(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for, None where it stands for itself."""
    number = int(address)
    if address in _MAPPED or address in _TRANSLATED or number >> 32 & _LOW_32 in _ISATAP:
        return IPv4Address(number & _LOW_32)
    if address in _SIX_TO_FOUR:
        return IPv4Address(number >> 80 & _LOW_32)
    return None
