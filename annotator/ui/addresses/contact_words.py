"""Whom a load would contact, in the one sentence that a person reads before it happens."""

from PySide6.QtCore import QCoreApplication

from annotator.operations.addresses import Contacts
from annotator.ui.lines import number

_NOTHING_ELSE = "Nothing is sent but the address asked for, and the program’s name and version."
_NAMED = 4  # hosts that a sentence names before it counts them


def contact_words(whom: Contacts, pages: int) -> str:
    """Whom loading so many pages would contact; "" where it would be nobody."""
    if not whom.hosts:
        return ""
    # Held apart, or a name that is written from right to left would turn the sentence around.
    named = ", ".join(f"\u2068{host}\u2069" for host in whom.hosts[:_NAMED])
    if len(whom.hosts) > _NAMED:
        named = _tr("{hosts} and {n} more hosts").format(hosts=named, n=number(len(whom.hosts) - _NAMED))
    if whom.proxy:
        named = _tr("{hosts}, through the proxy {proxy},").format(hosts=named, proxy=whom.proxy)
    one = _tr("The program will contact {hosts} to load this page, and whatever the answer leads on to.")
    many = _tr("The program will contact {hosts} to load these pages, and whatever the answers lead on to.")
    return f"{(one if pages == 1 else many).format(hosts=named)} {_tr(_NOTHING_ELSE)}"


def _tr(words: str) -> str:
    return QCoreApplication.translate("ContactWords", words)
