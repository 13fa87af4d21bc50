"""Addresses at a prompt: nothing is contacted before somebody agrees, and a feed's pages can be followed."""

import io
from pathlib import Path

import click
import pytest

from annotator import settings
from annotator.cli import addresses
from annotator.cli.addresses import address_options, contact_words, load_from_addresses
from annotator.cli.commands import Failed
from annotator.cli.desk import Desk
from annotator.errors import Unreachable
from tests.cli.conftest import Prompt
from tests.network.conftest import host, names, no_proxy
from tests.network.hosts import Host, page

__all__ = ["host", "names", "no_proxy"]

FEED = """<rss version="2.0"><channel><title>Kabar</title>
<item><title>Satu</title><link>{0}/1</link></item><item><title>Dua</title><link>{0}/2</link></item></channel></rss>"""


@pytest.fixture
def desk(project_path: object) -> Desk:
    context = click.Context(click.Command("load"), obj={"project": str(project_path), "annotator": "Ana"})
    return Desk(context)


def url(host: Host, path: str = "/1") -> str:
    return f"http://news.test:{host.port}{path}"


def article(words: str) -> bytes:
    return f"{words}\n\nWali kota membantah kabar itu pada hari Senin.\n".encode()


def answering(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """Somebody sits at the terminal and types this."""
    monkeypatch.setattr(addresses, "_somebody_is_there", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(words))


@pytest.mark.network
def test_an_address_is_loaded_when_it_is_agreed(desk: Desk, host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    host.scripts["/1"] = page(article("Jembatan ditutup."), "text/plain")
    answering(monkeypatch, "y\n")
    (loaded,) = load_from_addresses(desk, [url(host)], ["news.test"], yes=False, entries=False).loaded
    assert (loaded.title, loaded.path) == ("Jembatan ditutup.", url(host))


@pytest.mark.network
def test_nobody_is_contacted_when_it_is_not(desk: Desk, host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    for words in ("n\n", "\n"):
        answering(monkeypatch, words)
        with pytest.raises(Failed, match="Nothing was contacted"):
            load_from_addresses(desk, [url(host)], ["news.test"], yes=False, entries=False)
    assert host.heads == []


def test_a_script_has_to_say_yes(desk: Desk) -> None:
    with pytest.raises(Failed, match=r"contact news\.test .*--yes") as caught:
        load_from_addresses(desk, ["http://news.test/"], [], yes=False, entries=False)
    assert "\n" not in caught.value.message


@pytest.mark.network
def test_hosts_allowed_before_stay_allowed(desk: Desk, host: Host) -> None:
    settings.save(settings.Settings(allowed_hosts=("news.test",)))
    host.scripts["/1"] = page(article("Jembatan ditutup."), "text/plain")
    assert load_from_addresses(desk, [url(host)], [], yes=True, entries=False).loaded


@pytest.mark.network
def test_without_that_a_host_of_one_s_own_is_refused(desk: Desk, host: Host) -> None:
    (failure,) = load_from_addresses(desk, [url(host)], [], yes=True, entries=False).failed
    assert "private network" in failure.reason
    assert host.heads == []


@pytest.mark.network
def test_the_pages_of_a_feed_are_loaded_once(desk: Desk, host: Host) -> None:
    host.scripts |= {
        "/feed": page(FEED.format(url(host, "")).encode(), "application/rss+xml"),
        "/1": page(article("Satu."), "text/plain"),
        "/2": page(article("Dua."), "text/plain"),
    }
    report = load_from_addresses(desk, [url(host, "/feed")], ["news.test"], yes=True, entries=True)
    assert [loaded.title for loaded in report.loaded] == ["Satu.", "Dua."]
    assert report.failed == []


@pytest.mark.network
def test_of_a_long_feed_so_many_are_loaded(desk: Desk, host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "_MOST_ENTRIES", 1)
    host.scripts |= {
        "/feed": page(FEED.format(url(host, "")).encode(), "application/rss+xml"),
        "/1": page(article("Satu."), "text/plain"),
    }
    report = load_from_addresses(desk, [url(host, "/feed")], ["news.test"], yes=True, entries=True)
    assert [loaded.title for loaded in report.loaded] == ["Satu."]
    assert "lists 2 new pages" in report.failed[0].reason


def test_a_host_that_is_no_name_is_refused(desk: Desk) -> None:
    with pytest.raises(Unreachable, match="two words"):
        load_from_addresses(desk, ["http://news.test/"], ["two words"], yes=True, entries=False)


def test_whom_it_will_contact(no_proxy: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert contact_words(["http://news.test/"]) == (
        "The program will contact news.test to load this page, and whatever the answers lead on to; nothing is sent "
        "but the addresses asked for, and the program’s name and version."
    )
    many = [f"http://{number}.news.test/" for number in range(8)]
    assert "4.news.test and 3 more hosts to load these pages" in contact_words(many)
    assert contact_words(["ftp://news.test/"]) == ""
    monkeypatch.setenv("http_proxy", "http://ana:secret@proxy.test:3128")
    assert "contact news.test through the proxy proxy.test:3128 to" in contact_words(["http://news.test/"])


@pytest.mark.network
def test_load_takes_addresses_beside_files(prompt: Prompt, host: Host, tmp_path: Path) -> None:
    host.scripts["/1"] = page(article("Jembatan ditutup."), "text/plain")
    (tmp_path / "a.txt").write_text("Harga naik.")
    asked = (url(host), str(tmp_path / "a.txt"), url(host, "/none"))
    assert "--yes" in prompt.refuse("load", *asked)
    assert host.heads == []
    assert prompt.ask("list")["articles"] == []
    told = prompt.ask("load", *asked, "--yes", "--allow-host", "news.test", status=1)
    assert [loaded["path"] for loaded in told["loaded"]] == [url(host), str(tmp_path / "a.txt")]
    assert [failure["path"] for failure in told["failed"]] == [url(host, "/none")]


def test_a_command_takes_the_options() -> None:
    @click.command()
    @address_options
    def load(**given: object) -> None:
        assert given == {"allow_hosts": ("a", "b"), "yes": True, "entries": False}

    assert load(["--allow-host", "a", "--allow-host", "b", "--yes"], standalone_mode=False) is None
