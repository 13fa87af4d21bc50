"""Where names stand: whole ones, parts of those who are called so, and what is no name."""

from annotator.core.identity import new_id
from annotator.core.protected_names import Hidden, Read, Way
from annotator.core.records import SourceRecord

SOMEBODY = Hidden(SourceRecord(new_id(), "Tira van Wulandani", ("Kenari",), kind="person"))


def found(text: str, way: Way = Way(), hidden: Hidden = SOMEBODY) -> str:
    places = hidden.places(Read(text), way)
    return "".join("x" if at in places else letter for at, letter in enumerate(text))


def test_parts_count_for_those_who_are_called_so() -> None:
    text = "Wulandani and a tira from van"
    assert found(text) == text
    assert found(text, Way(frozenset({SOMEBODY.id}))) == "xxxxxxxxx and a tira from van"
    assert found(text, Way(frozenset({SOMEBODY.id}), in_file_names=True)) == "xxxxxxxxx and a xxxx from van"
    assert found("Kenari; Tira left") == "xxxxxx; xxxx left"


def test_an_organisation_is_not_called_by_a_word_of_its_name() -> None:
    office = Hidden(SourceRecord(new_id(), "Ministry of Tides", kind="organisation"))
    assert found("The Ministry of Tides; the Ministry", hidden=office) == "The " + "x" * 17 + "; the Ministry"


def test_who_is_named() -> None:
    assert SOMEBODY.is_named(Read("by TIRA VAN WULANDANI"), Way())
    assert not SOMEBODY.is_named(Read("by Wulandani"), Way())


def test_words_parted_at_the_end_of_a_line() -> None:
    assert found("Ke-\nnari and ke-\nnaries") == "xx-\nxxxx and ke-\nnaries"
