"""brat standoff, read line by line. The lines of the first test are those of the golden fixture."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.spans import Span
from annotator.formats.brat import BratRelation, fits, read_brat

TEXT = 'Kata Menteri: "Harga beras turun." 😀 Pedagang membantah.'
GOLDEN = (
    'T1\tquote 14 34\t"Harga beras turun."\n'
    "T2\tclaim 15 32\tHarga beras turun\n"
    "T3\tdenial 37 55\tPedagang membantah\n"
    "R1\tdenies Arg1:T3 Arg2:T2\n"
    "A1\tCertainty T2 high\n"
    "M1\tNegated T3\n"
    "#1\tAnnotatorNotes T3\tcek ulang\n"
)


def test_the_golden_fixture() -> None:
    found = read_brat(GOLDEN)
    assert [(one.key, one.label, one.segments) for one in found.spans] == [
        ("T1", "quote", (Span(14, 34),)),
        ("T2", "claim", (Span(15, 32),)),
        ("T3", "denial", (Span(37, 55),)),
    ]
    assert all(fits(one, TEXT) for one in found.spans)
    assert found.relations == [BratRelation("denies", "T3", "T2")]
    assert found.attributes == {"T2": {"Certainty": "high"}, "T3": {"Negated": True}}
    assert found.notes == {"T3": "cek ulang"}
    assert (found.unread, found.broken) == ({}, [])


def test_pieces_of_one_annotation() -> None:
    (one,) = read_brat("T4\tclaim 15 26;27 32\tHarga beras turun").spans
    assert one.segments == (Span(15, 26), Span(27, 32))
    assert fits(one, TEXT)
    assert not fits(one, TEXT[:30])
    assert not fits(one, TEXT.replace("turun", "naik!"))


def test_what_is_not_read_is_told() -> None:
    found = read_brat("E1\tCue:T2 Source:T1\n*\tEquiv T1 T2\nN1\tReference T1 Wikidata:Q1\tX\n#1\tNote R1\tso\n\n")
    assert found.unread == {"events": 1, "equivalences": 1, "normalisations": 1, "notes on other things": 1}
    found = read_brat("A1\tNegated E1\nM2\tDegree E1 high\nR1\tcauses Arg1:E1 Arg2:T2\nR2\tcauses Arg1:T2 Arg2:E1\n")
    assert found.unread == {"attributes of events and relations": 2, "relations of events": 2}
    assert (found.broken, found.attributes, found.relations) == ([], {}, [])


@pytest.mark.parametrize(
    "line",
    [
        "T1 claim 0 4 Kata",
        "T1\tclaim 4 0\tKata",
        "T1\tclaim 0 4;2 6\tKata",
        "T1\tclaim 3 3\t",
        "T1\tclaim -1 3\tKat",
        "R1\tdenies T1 T2",
        "A1\tCertainty",
        "nothing of the kind",
    ],
)
def test_a_broken_line_is_told_by_its_number(line: str) -> None:
    found = read_brat(f"T9\tclaim 0 4\tKata\n{line}\n")
    assert found.broken == [2]
    assert len(found.spans) == 1


@given(st.text())
def test_nothing_stops_the_reading(content: str) -> None:
    read_brat(content)


def test_of_two_spans_with_one_id_the_second_is_told() -> None:
    found = read_brat("T1\tclaim 0 4\tKata\nT1\tquote 5 12\tMenteri\nT2\tclaim 13 14\t:\n")
    assert [(one.key, one.label) for one in found.spans] == [("T1", "claim"), ("T2", "claim")]
    assert found.broken == [2]
