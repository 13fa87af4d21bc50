"""Each address that a name means is checked, and the addresses that are connected to are those."""

import pytest

from annotator.errors import Unreachable
from annotator.network.addresses import parse
from annotator.network.resolving import Rules, allowed, check_unresolved, checked
from tests.network.conftest import Names


def test_public_addresses_are_given_each_once(names: Names) -> None:
    names.answers["far.test"] = [["93.184.216.34", "93.184.216.34", "2606:4700::1"]]
    assert checked(parse("http://far.test/"), Rules()) == ["93.184.216.34", "2606:4700::1"]


def test_of_many_only_some_are_tried(names: Names) -> None:
    names.answers["far.test"] = [[f"93.184.216.{last}" for last in range(1, 200)]]
    assert len(checked(parse("http://far.test/"), Rules())) == 4


def test_one_private_address_among_many_refuses_the_host(names: Names) -> None:
    names.answers["far.test"] = [[*(f"93.184.216.{last}" for last in range(1, 9)), "10.0.0.1"]]
    with pytest.raises(Unreachable, match=r"private network \(10.0.0.1\)"):
        checked(parse("http://far.test/"), Rules())


def test_a_host_is_allowed_by_its_very_name(names: Names) -> None:
    names.answers |= {"house.test": [["10.0.0.1"]], "a.house.test": [["10.0.0.1"]]}
    rules = Rules(allowed(("House.Test. ", "")))
    assert checked(parse("http://house.test/"), rules) == ["10.0.0.1"]
    for other in ("http://a.house.test/", "http://10.0.0.1/"):
        with pytest.raises(Unreachable, match="private"):
            checked(parse(other), rules)


def test_what_is_allowed_is_spelled_as_hosts_are() -> None:
    assert allowed(("bücher.test", "[::1]", "0x7f.1", " ")) == {"xn--bcher-kva.test", "::1", "127.0.0.1"}
    with pytest.raises(Unreachable, match="neither a host"):
        allowed(("http://house.test/",))


def test_without_a_look_up_names_and_addresses_of_one_s_own_are_refused() -> None:
    for own in ("http://10.0.0.1/", "http://[fd00::1]/", "http://printer/", "http://a.localhost/"):
        with pytest.raises(Unreachable, match="private"):
            check_unresolved(parse(own), Rules())
        check_unresolved(parse(own), Rules(frozenset({parse(own).host})))
    check_unresolved(parse("http://news.test/"), Rules())
    check_unresolved(parse("http://93.184.216.34/"), Rules())
