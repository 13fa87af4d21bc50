"""Articles from addresses at a prompt: said before anybody is contacted, then fetched one after the other."""

import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from annotator.cli.commands import Failed
from annotator.cli.desk import Desk
from annotator.cli.output import counter, one_line, well_formed
from annotator.operations import addresses
from annotator.operations.addresses import AddressReport
from annotator.operations.loading import Failure, LoadReport

_Function = TypeVar("_Function", bound=Callable[..., Any])

_MOST_ENTRIES = 200  # of one feed: who wrote it decides how many hosts it names
_NAMED = 5  # hosts that a sentence names before it counts them
_OPTIONS = (
    click.option(
        "--allow-host",
        "allow_hosts",
        multiple=True,
        type=well_formed,
        metavar="NAME",
        help="A host of your own network that may be contacted; may be given several times.",
    ),
    click.option("--yes", is_flag=True, help="Contact the hosts of the addresses without asking."),
    click.option(
        "--entries",
        is_flag=True,
        help="Of a feed, load the pages that the project does not have yet, at most 200 a time.",
    ),
)


def address_options(command: _Function) -> _Function:
    """The options of a command that loads from addresses: `allow_hosts`, `yes`, `entries`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def load_from_addresses(
    desk: Desk, urls: Sequence[str], allow_hosts: Sequence[str], *, yes: bool, entries: bool
) -> LoadReport:
    """Load the articles at these addresses, once it is agreed that they are contacted.

    With `entries`, the pages that a feed lists are loaded in its place. Raises Failed where nobody can agree, and
    Unreachable for a host to allow that is no name of one.
    """
    rules = addresses.rules_for((*desk.settings.allowed_hosts, *allow_hosts))
    _agree(urls, yes)

    def load(asked: Sequence[str], *, offer_feeds: bool) -> AddressReport:
        return addresses.load_addresses(
            desk.workspace, asked, desk.annotator_id, rules, counter(), offer_feeds=offer_feeds
        )

    told = load(urls, offer_feeds=entries)
    for feed in told.feeds:
        pages = [entry.url for entry in feed.entries if entry.url and entry.known is None]
        if pages:
            told.report.add(load(pages[:_MOST_ENTRIES], offer_feeds=False).report)
        if len(pages) > _MOST_ENTRIES:
            words = f"It lists {len(pages):,} new pages; {_MOST_ENTRIES} are loaded at a time, so load it once more."
            told.report.failed.append(Failure(feed.url, words))
    return told.report


def contact_words(urls: Sequence[str]) -> str:
    """Whom loading these addresses would contact, in one sentence; "" where it would be nobody."""
    whom = addresses.contacts(urls)
    if not whom.hosts:
        return ""
    named = ", ".join(whom.hosts[:_NAMED])
    more = f" and {len(whom.hosts) - _NAMED:,} more hosts" if len(whom.hosts) > _NAMED else ""
    proxy = f" through the proxy {whom.proxy}" if whom.proxy else ""
    what = "this page" if len(urls) == 1 else "these pages"
    return (
        f"The program will contact {named}{more}{proxy} to load {what}, and whatever the answers lead on to; "
        "nothing is sent but the addresses asked for, and the program’s name and version."
    )


def _agree(urls: Sequence[str], yes: bool) -> None:
    words = contact_words(urls)
    if yes or not words:
        return
    if not _somebody_is_there():
        raise Failed(f"{words} Nobody is here to agree to that; say --yes if it is meant.")
    if not click.confirm(f"{one_line(words)} Load?", err=True):
        raise Failed("Nothing was contacted, and nothing was loaded.")


def _somebody_is_there() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()
