"""Packets as a person reads of them."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from annotator.core.packets import PacketNote
from annotator.operations.merging import MergeReport
from annotator.operations.packets import PacketReport
from annotator.ui.packet.words import brought_figures, brought_headline, given_figures, packet_words

ANA, BEN = UUID(int=1), UUID(int=2)
NOTE = PacketNote(
    id=UUID(int=9),
    made_at=datetime(2026, 3, 1, tzinfo=UTC),
    made_by="Ana",
    made_by_id=ANA,
    recipient="Ben",
    recipient_id=BEN,
    blind=True,
    known=(),
    documents=(UUID(int=3),),
)


def test_the_recipient_is_told_what_to_do_with_it() -> None:
    words = packet_words(NOTE, BEN)
    assert words.startswith("A packet from Ana for Ben, ")
    assert "1 article, to be read blind." in words
    assert words.endswith("send the file back to Ana.")


def test_somebody_else_is_told_whose_it_is() -> None:
    assert packet_words(NOTE, ANA).endswith("It was made for Ben; you work in it in another name.")


def test_what_is_not_in_a_packet_has_no_row() -> None:
    report = PacketReport(Path("/a/ben.packet.annotator"), NOTE.id, "Ben", True, False, 1200, 0, 0, ())
    assert [name for name, _ in given_figures(report)] == ["Articles", "Work", "Locked", "File"]
    assert given_figures(report)[0] == ("Articles", "1,200")


def test_what_came_home() -> None:
    report = MergeReport(entries=4, added=3, conflicts=1, people=("Ben", "رنا"))
    assert brought_headline("ben.packet.annotator", report) == "What was done in “ben.packet.annotator” is here now."
    assert brought_figures(report) == [
        ("People", "Ben, رنا"),
        ("Annotations added", "3"),
        ("Entries of the journal", "4"),
        ("Conflicts to decide", "1"),
    ]
    assert "nothing in “a”" in brought_headline("a", MergeReport())
