"""What is shown of an article's quotation marks, and in which words."""

from annotator.core.quotation_check import WORDS, check_quotations, has_single_marks
from annotator.core.records import DoubtKind, Furniture
from tests.ui.reader.articles import document, place

TEXT = "Read “more here\n\nThe clerk said “no” and left. A guard said “stop and nobody did."


def test_every_doubt_is_said_in_one_sentence_of_its_own() -> None:
    assert WORDS.keys() == set(DoubtKind)
    assert len(set(WORDS.values())) == len(DoubtKind)
    assert all(words[0].isupper() and words.endswith(".") and words.count(".") == 1 for words in WORDS.values())


def test_marks_in_page_furniture_are_nobodys_concern() -> None:
    text = TEXT.replace("Read “more", "“Ad” Read “more")
    line, menu = Furniture(*place(text, "“Ad” Read “more here"), "rule"), Furniture(*place(text, "A guard"), "rule")
    bare, tidy = check_quotations(document(text)), check_quotations(document(text, furniture=[menu, line]))
    assert [text[one.start_char] + one.kind for one in bare.doubts] == ["“unclosed", "“unclosed"]
    assert tidy.doubts == bare.doubts[1:]
    quoted = [[text[start:end] for start, end in one.segments] for one in tidy.quotations]
    assert quoted == [["“no”"]]
    assert len(bare.quotations) == 2


def test_an_article_is_told_from_its_single_marks_not_from_apostrophes() -> None:
    def has(text: str) -> bool:
        return has_single_marks(text, check_quotations(document(text)))

    assert has("The clerk said ‘no’ and left.")
    assert has("The clerk said 'no' and left.")
    assert not has("The clerk’s hall isn't “old” at all.")
