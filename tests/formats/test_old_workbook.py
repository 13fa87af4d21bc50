"""What an old Excel file says of its size is looked at before room is made for it."""

import random
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import UnreadableInput
from annotator.formats.old_workbook import workbook_cells
from tests.formats.workbooks import xls

WHOLE = xls([["Judul", "Isi"], ["Satu", "Teks."], ["Dua", "Teks."]])
SIZE = struct.pack("<IIHHH", 0, 3, 0, 2, 0)


def test_cells_are_counted() -> None:
    assert workbook_cells(WHOLE, "x") == 6


@pytest.mark.parametrize("size", [(0, 2**31, 0, 60_000), (5, 2, 0, 2), (0, 3, 9, 2)])
def test_a_size_that_cannot_be(size: tuple[int, int, int, int]) -> None:
    changed = WHOLE.replace(SIZE, struct.pack("<IIHHH", *size, 0))
    assert changed != WHOLE
    if size[1] > 5:
        assert workbook_cells(changed, "x") > 10_000_000
        return
    with pytest.raises(UnreadableInput, match="damaged"):
        workbook_cells(changed, "x")


def test_a_cell_far_out_counts() -> None:
    label = struct.pack("<HHHH", 0x0204, 2 * 5 + 9, 2, 1)
    assert label in WHOLE
    assert workbook_cells(WHOLE.replace(label, struct.pack("<HHHH", 0x0204, 19, 65_535, 255)), "x") == 65_536 * 256


@pytest.mark.parametrize("content", [b"", WHOLE[:600], WHOLE.replace(b"W\0o\0r\0k", b"V\0o\0r\0k")])
def test_what_is_no_workbook_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableInput, match="damaged"):
        workbook_cells(content, "x")


def test_one_with_a_password_is_refused() -> None:
    locked = WHOLE.replace(struct.pack("<HH", 0x0085, 15), struct.pack("<HH", 0x002F, 15))
    assert locked != WHOLE
    with pytest.raises(UnreadableInput, match="protected by a password"):
        workbook_cells(locked, "x")


@settings(max_examples=50)
@given(st.integers(0, 2**32), st.integers(1, 20))
def test_damage_gives_a_number_or_a_sentence(seed: int, changes: int) -> None:
    dice, damaged = random.Random(seed), bytearray(WHOLE)
    for _ in range(changes):
        damaged[dice.randrange(len(damaged))] = dice.randrange(256)
    words = "."
    try:
        assert workbook_cells(bytes(damaged), "x") >= 0
    except UnreadableInput as error:
        words = str(error)
    assert words.endswith(".")
