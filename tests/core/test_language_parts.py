"""Large parts in another language are found; a sentence, a name or a line of a menu is none."""

from annotator.core.language_evidence import weigh
from annotator.core.language_parts import language_parts, may_be_mixed
from tests.core import language_texts as texts


def parts(language: str, text: str) -> list[str]:
    folded = text.lower()
    return list(language_parts(language, folded, weigh(folded)))


def test_one_language_gives_no_cause_to_look() -> None:
    for language, text in texts.BY_LANGUAGE.items():
        assert not may_be_mixed(language, weigh(text.lower())), language


def test_another_alphabet_gives_cause() -> None:
    assert may_be_mixed("en", weigh((texts.ENGLISH + texts.CHINESE).lower()))
    assert may_be_mixed("zh", weigh((texts.ENGLISH + texts.CHINESE).lower()))


def test_other_words_give_cause() -> None:
    assert may_be_mixed("id", weigh((texts.INDONESIAN + texts.ENGLISH).lower()))


def test_the_largest_part_is_first_with_its_sentences() -> None:
    text = f"{texts.ENGLISH}\n{texts.ENGLISH}\n{texts.INDONESIAN}".lower()
    found = language_parts("en", text, weigh(text))
    assert list(found) == ["en", "id"]
    assert "gudang beras" in found["id"]
    assert "gudang beras" not in found["en"]


def test_sentences_may_take_turns() -> None:
    turns = zip(texts.INDONESIAN.split(". "), texts.ENGLISH.split(". "), strict=True)
    assert set(parts("id", ". ".join(f"{one}. {other}" for one, other in turns))) == {"id", "en"}


def test_one_foreign_sentence_is_no_part() -> None:
    one = texts.ENGLISH.split(". ")[1]
    assert parts("id", f"{texts.INDONESIAN}\n{one}.\n{texts.INDONESIAN}") == ["id"]


def test_a_small_share_is_no_part() -> None:
    assert parts("id", f"{texts.INDONESIAN * 8}\n{texts.ENGLISH}") == ["id"]


def test_japanese_may_do_without_kana_for_a_line() -> None:
    line = "東京都知事選挙管理委員会"
    assert parts("ja", f"{texts.JAPANESE}{line}。{line}。{line}。{texts.JAPANESE}") == ["ja"]
    chinese = texts.CHINESE.replace("。", "，")
    assert set(parts("ja", f"{texts.JAPANESE}{chinese}。{chinese}。")) == {"ja", "zh"}


def test_letters_that_say_nothing_are_left_out() -> None:
    assert parts("en", "") == []
    assert parts("en", "𐌀𐌁𐌂" * 200) == []
