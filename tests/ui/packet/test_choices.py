"""How the file of a packet is called."""

from pathlib import Path

import pytest

from annotator.ui.packet.choices import usual_name, with_ending


@pytest.mark.parametrize("typed", ["ben", "ben.packet", "ben.annotator", "ben.packet.annotator"])
def test_every_packet_has_the_ending_of_packets(typed: str) -> None:
    assert with_ending(Path("/a") / typed) == Path("/a/ben.packet.annotator")


def test_a_dot_in_a_name_is_no_ending() -> None:
    assert with_ending(Path("dr.ben")) == Path("dr.ben.packet.annotator")


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Ben", "Ben.packet.annotator"),
        ("Dr. Ben / desk", "Dr--Ben---desk.packet.annotator"),
        ("رنا", "رنا.packet.annotator"),
        ("../..", "articles.packet.annotator"),
        ("", "articles.packet.annotator"),
    ],
)
def test_it_is_called_after_whom_it_is_for(name: str, file: str) -> None:
    assert usual_name(name) == file
