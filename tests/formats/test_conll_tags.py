"""Tags of words: what labels they tell, in every scheme there is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.conll_tags import LASTS, TAG, bilou, iob2, labels_in


@pytest.mark.parametrize(
    ("tags", "labels"),
    [
        ("O B-A I-A O", [(1, 3, "A")]),
        ("B-A B-A I-A", [(0, 1, "A"), (1, 3, "A")]),
        ("I-A I-A O I-A B-A I-B", [(0, 2, "A"), (3, 4, "A"), (4, 5, "A"), (5, 6, "B")]),  # IOB1
        ("U-A B-A I-A L-A L-A", [(0, 1, "A"), (1, 4, "A"), (4, 5, "A")]),
        ("S-A B-A M-A E-A S-A", [(0, 1, "A"), (1, 4, "A"), (4, 5, "A")]),
        ("B-A-B I-A-B", [(0, 2, "A-B")]),
        ("O", []),
        ("", []),
    ],
)
def test_labels(tags: str, labels: list[tuple[int, int, str]]) -> None:
    assert list(labels_in(tags.split())) == labels


def test_tags_and_others() -> None:
    assert all(map(TAG.fullmatch, ["O", "B-x", "U-x", "E-x-y"]))
    assert not any(map(TAG.fullmatch, ["o", "X-a", "B-", "B-a b", "membantah."]))
    assert [bool(LASTS.fullmatch(tag)) for tag in ("L-a", "U-a", "E-a", "S-a", "B-a", "I-a", "O")] == [True] * 4 + [
        False
    ] * 3


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 4), st.sampled_from("AB")), max_size=6))
def test_what_is_written_is_read(parts: list[tuple[int, int, str]]) -> None:
    for scheme in (iob2, bilou):
        tags: list[str] = []
        meant = []
        for gap, length, label in parts:
            tags += ["O"] * gap
            meant.append((len(tags), len(tags) + length, label))
            tags += scheme(length, label)
        assert list(labels_in(tags)) == meant
