"""Machines of one's own are told from those of the public network, however they are spelled."""

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.network.ranges import is_public


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "2606:4700::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1"]
)
def test_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    """
    127.0.0.1 127.255.0.9 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 100.100.100.200 0.0.0.0 0.1.2.3
    192.0.2.1 198.18.0.1 203.0.113.5 224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255 :: ::1 ::7f00:1 ::8.8.8.8 fe80::1
    fec0::1 fc00::1 fd12::1 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 64:ff9b::7f00:1
    64:ff9b:1::808:808 2002:7f00:1::1 2002:a00:1::1 2002:c0a8:101::1 2001:0:808:808::1 2001:db8::1 3fff::1 5f00::1
    100::1 2606:4700::5efe:10.0.0.1 2606:4700::200:5efe:127.0.0.1 4000::1
    """.split(),
)
def test_of_one_s_own(address: str) -> None:
    assert not is_public(ip_address(address))


@given(st.integers(0, 2**32 - 1))
def test_what_is_packed_in_an_ipv6_address_decides(number: int) -> None:
    bare = is_public(IPv4Address(number))
    for packing in (0xFFFF << 32, 0x64FF9B << 96, 0x2606_4700 << 96 | 0x5EFE << 32):
        assert is_public(IPv6Address(packing | number)) == bare
    assert is_public(IPv6Address(0x2002 << 112 | number << 80)) == bare
