"""Status words and embargoes of suppliers, in their many spellings."""

import pytest

from annotator.core.records import Status
from annotator.formats.wire_status import notes, release_of


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("stat:usable", Status.USABLE),
        ("", Status.USABLE),
        ("stat:canceled", Status.CANCELLED),
        ("http://cv.iptc.org/newscodes/pubstatusg2/withheld", Status.WITHHELD),
        ("Cancelled", Status.CANCELLED),
        ("embargoed", Status.USABLE),
    ],
)
def test_a_status(word: str, status: Status) -> None:
    assert release_of(word, None) == (status, "", "")


def test_an_embargo_has_an_end() -> None:
    assert release_of("usable", "2025-07-05T06:00:00+07:00") == (Status.USABLE, "2025-07-05T06:00:00+07:00", "")


def test_an_embargo_without_one_withholds() -> None:
    assert release_of("usable", "") == (Status.WITHHELD, "", "Embargoed until further notice.")
    assert release_of("usable", "after the speech") == (Status.WITHHELD, "", "Embargoed: after the speech")
    assert release_of("canceled", "").status is Status.CANCELLED


def test_other_words_are_kept() -> None:
    assert release_of("stat:replaced", None) == (Status.USABLE, "", "Status: replaced.")


def test_notes_stand_once() -> None:
    assert notes("Adds quote.", "", "Adds  quote.", "No archive.") == "Adds quote. No archive."
