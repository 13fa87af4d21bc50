"""What was learned is kept and comes back the same, or not at all."""

import zlib

import msgpack
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.learned.keeping import pack, unpack
from annotator.core.learned.training import train
from tests.core.learned.project import LABELS, decided

LEARNED = train(decided(6), LABELS)
KEPT = pack(LEARNED, "made from these")


def test_what_is_kept_comes_back() -> None:
    found = unpack(KEPT)
    assert found
    learned, made_from = found
    assert made_from == "made from these"
    assert learned.languages == LEARNED.languages
    assert learned.judgements == LEARNED.judgements
    for one in decided(2, first=9):
        for key, model in LEARNED.models.items():
            assert learned.models[key].chance(one.look.features) == model.chance(one.look.features)
    assert len(KEPT) < 200_000


def test_nothing_of_the_texts_can_be_read_in_it() -> None:
    plain = zlib.decompress(KEPT)
    assert b"claim" in plain
    assert b"ferry" not in plain


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not deflated",
        zlib.compress(b"\xc1"),
        zlib.compress(msgpack.packb([1, 2])),
        zlib.compress(msgpack.packb({"version": 0})),
        zlib.compress(msgpack.packb({"version": 1, "models": [["claim", ""]], "languages": {}, "made_from": ""})),
        zlib.compress(bytes(100_000_000)),
    ],
)
def test_what_is_damaged_or_of_another_version_is_as_if_it_were_not_there(content: bytes) -> None:
    assert unpack(content) is None


@given(st.integers(0, len(KEPT) - 1), st.binary(min_size=1, max_size=4))
def test_damage_anywhere_is_seen_or_does_no_harm(at: int, damage: bytes) -> None:
    found = unpack(KEPT[:at] + damage + KEPT[at + len(damage) :])
    assert found is None or found[0].judgements is not None
