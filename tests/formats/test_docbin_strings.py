"""spaCy's numbers of strings. The figures are those that spaCy itself gives."""

import pytest

from annotator.formats.docbin_strings import string_id


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("", 0),
        ("Kata", 11311534556431568397),
        ("Menteri", 10501460760076260953),
        ("Harga", 16764599397636775233),
        ("Pedagang", 4819433140410641161),
        ("😀", 13900606239988879105),
        ("\n ", 10634656091280598721),
        ("membantah", 1227660816611283733),
        ("IS_ALPHA", 1),
        ("FLAG19", 19),
        ("FLAG63", 63),
        ("ID", 64),
        ("SPACE", 103),
        ("DEPRECATED001", 104),
        ("DEPRECATED276", 379),
        ("PERSON", 380),
        ("mark", 423),
        ("number", 432),
        ("acl", 451),
        ("_", 456),
    ],
)
def test_numbers(words: str, number: int) -> None:
    assert string_id(words) == number
