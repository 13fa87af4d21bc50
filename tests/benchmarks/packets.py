"""A packet made (rows chosen, written, journaled, read back and proved) against a plain copy of the whole project."""

from collections.abc import Iterator
from pathlib import Path

from annotator.operations import annotators, packets
from annotator.operations.packets import PacketWish
from annotator.store import sqlite
from tests.benchmarks import workload
from tests.benchmarks.measure import Result, seconds

_ARTICLES, _EACH = 1000, 10


def run(folder: Path) -> Iterator[Result]:
    """Blind, with readings, and locked: 1,000 articles of 10 annotations."""
    source = folder / "home.annotator"
    workspace, _, documents = workload.project(source, [workload.article(n) for n in range(_ARTICLES)], _EACH)
    ana = annotators.find_or_add_annotator(workspace, "Ana")
    copies = (folder / f"copy{number}.annotator" for number in range(3))
    floor = min(seconds(lambda: sqlite.copy(source, next(copies))) for _ in range(3))
    wishes = {
        "blind": PacketWish(documents, "Ben"),
        "locked": PacketWish(documents, "Ben", passphrase="three bears wood"),
        "with readings": PacketWish(documents, "Cem", with_readings=True),
    }
    for name, wish in wishes.items():
        target = folder / f"{name}.packet.annotator"
        taken = seconds(lambda: packets.make_packet(workspace, target, wish, ana))  # noqa: B023
        yield Result(f"packet of {_ARTICLES:,} articles, {name} (5 s)", taken * 1e3, 5000, "ms", 1)
        yield Result(f"packet of {_ARTICLES:,} articles, {name}: to a copy", taken * 1e3, floor * 1e3, "ms", None)
    workspace.close()
