"""Whether there is anything to look for."""

from annotator.core.sought import Sought


def test_words_need_a_letter_an_expression_does_not() -> None:
    assert Sought().is_empty
    assert Sought("-- “”").is_empty
    assert not Sought("rice").is_empty
    assert not Sought("-- “”", by_pattern=True).is_empty
    assert Sought("  ", by_pattern=True).is_empty
