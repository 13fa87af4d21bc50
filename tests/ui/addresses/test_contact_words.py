"""The sentence names whom it contacts, few by name and many by number."""

import pytest

from annotator.operations.addresses import Contacts
from annotator.ui.addresses.contact_words import contact_words


@pytest.mark.parametrize(
    ("whom", "pages", "words"),
    [
        (Contacts(("a.test",)), 1, "contact a.test to load this page, and whatever the answer leads on to."),
        (Contacts(("a.test", "b.test")), 3, "contact a.test, b.test to load these pages, and whatever the answers"),
        (Contacts(tuple("abcdef")), 6, "contact a, b, c, d and 2 more hosts to load"),
        (Contacts(("a.test",), "p.test:3128"), 1, "contact a.test, through the proxy p.test:3128, to load"),
    ],
)
def test_words(whom: Contacts, pages: int, words: str, qapp: object) -> None:
    said = contact_words(whom, pages).replace("\u2068", "").replace("\u2069", "")
    assert words in said
    assert said.endswith("Nothing is sent but the address asked for, and the program’s name and version.")


def test_nobody_is_nobody(qapp: object) -> None:
    assert contact_words(Contacts(()), 1) == ""
