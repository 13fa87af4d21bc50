"""The file of a packet: whole or not there at all, and home as it was."""

from pathlib import Path

import pytest

from annotator.errors import Cancelled, DiskFull, ExportFailed
from annotator.operations import packets
from annotator.store import packets as packet_rows
from annotator.store.review_tables import Reading
from tests.operations.packet_desk import Newsroom, rows_in
from tests.store.desk import Desk
from tests.store.mounts import small_disk


@pytest.fixture
def room(desk: Desk) -> Newsroom:
    return Newsroom(desk)


@pytest.fixture
def packet(tmp_path: Path) -> Path:
    return tmp_path / "ben.packet.annotator"


def test_one_file_is_made_and_nothing_beside_it(room: Newsroom, packet: Path) -> None:
    before = set(packet.parent.iterdir())
    room.give(packet)
    assert set(packet.parent.iterdir()) - before == {packet}


def test_a_file_that_is_there_is_never_overwritten(room: Newsroom, packet: Path) -> None:
    packet.write_bytes(b"a week of somebody's work")
    with pytest.raises(ExportFailed, match="choose another name"):
        room.give(packet)
    assert packet.read_bytes() == b"a week of somebody's work"


def test_stopped_it_leaves_nothing(room: Newsroom, packet: Path) -> None:
    before = set(packet.parent.iterdir())
    with pytest.raises(Cancelled):
        packets.make_packet(
            room.workspace, packet, packets.PacketWish([room.given], "Ben"), room.desk.ana, cancelled=lambda: True
        )
    assert set(packet.parent.iterdir()) == before


def test_nor_does_it_leave_anything_at_home(room: Newsroom, packet: Path) -> None:
    room.give(packet)
    before = rows_in(room.workspace, Reading)
    wish = packets.PacketWish([room.given, room.kept], "Ben")
    two = packet.with_name("two.packet.annotator")
    with pytest.raises(Cancelled):
        packets.make_packet(room.workspace, two, wish, room.desk.ana, cancelled=lambda: True)
    assert rows_in(room.workspace, Reading) == before
    with pytest.raises(ExportFailed, match="There is no folder"):
        room.give(packet.parent / "none" / "ben.packet.annotator")
    assert rows_in(room.workspace, Reading) == before
    assert room.desk.problems() == []


def test_a_full_disk_leaves_nothing(room: Newsroom, tmp_path: Path) -> None:
    with small_disk(tmp_path / "small", 128) as disk:
        with pytest.raises(ExportFailed, match="no room left"):
            room.give(disk / "ben.packet.annotator")
        assert list(disk.iterdir()) == []


def test_so_does_one_that_fills_at_the_end(room: Newsroom, packet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_engine: object) -> None:
        raise DiskFull("full")

    monkeypatch.setattr(packet_rows, "settle", full)
    before = set(packet.parent.iterdir())
    with pytest.raises(ExportFailed, match="no room left"):
        room.give(packet)
    assert set(packet.parent.iterdir()) == before


def test_progress_is_told(room: Newsroom, packet: Path) -> None:
    told: list[tuple[int, int]] = []
    wish = packets.PacketWish([room.given, room.kept], "Ben")
    packets.make_packet(room.workspace, packet, wish, room.desk.ana, progress=lambda *at: told.append(at))
    assert told == [(2, 2)]
