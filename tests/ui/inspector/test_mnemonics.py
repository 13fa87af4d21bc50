"""Letters for Alt."""

from annotator.ui.inspector.mnemonics import letters_of, with_mnemonics


def test_each_title_gets_its_first_free_letter() -> None:
    assert with_mnemonics(["Source", "Scope", "Form"], "f") == ["&Source", "S&cope", "F&orm"]


def test_titles_without_a_free_letter_stay_as_they_are() -> None:
    assert with_mnemonics(["ab", "ba", "AB"], "") == ["&ab", "&ba", "AB"]
    assert with_mnemonics(["来源", "Тип"], "") == ["来源", "Тип"]


def test_an_ampersand_of_the_title_is_kept() -> None:
    assert with_mnemonics(["Q&A"], "q") == ["Q&&&A"]


def test_what_menus_have_taken() -> None:
    assert letters_of(["&File", "S&&P &500", "Edit", "E&xit"]) == frozenset("f5x")
