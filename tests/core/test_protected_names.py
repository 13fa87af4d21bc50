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


def test_abd_and_what_follows_it_are_one_part() -> None:
    somebody = Hidden(SourceRecord(new_id(), "محمد عبد الله", kind="person"))
    text = "محمد عبد الله. وقال عبد الله إن شاء الله، وعبدالله محمد"
    assert found(text, hidden=somebody) == "xxxxxxxxxxxxx. وقال xxxxxxxx إن شاء الله، xxxxxxxx xxxx"
    somebody = Hidden(SourceRecord(new_id(), "علي عبد الرحمن", kind="person"))
    assert found("علي عبد الرحمن: بسم الرحمن، عبد الرحمن", hidden=somebody) == "x" * 14 + ": بسم الرحمن، xxxxxxxxxx"


def test_abdul_is_nobody_without_what_follows_it() -> None:
    for name in ("Abdul Rahman", "Abd al-Rahman", "Abdoel Rahman", "Abdur Rahman", "Abdu’l-Rahman", "Abd Rahman"):
        somebody = Hidden(SourceRecord(new_id(), f"{name} Wahid", kind="person"))
        first = name.removesuffix("Rahman")
        text = f"{name} Wahid; {first}Somad; Rahman; Wahid and {name}"
        hidden = found(text, Way(in_file_names=True), somebody)
        assert hidden == f"{'x' * (len(name) + 6)}; {first}Somad; xxxxxx; xxxxx and {'x' * len(name)}", name


def test_abdul_stays_a_part_where_nothing_follows_it() -> None:
    for name in ("Abdul", "Tira Abdul", "Abdon Tira"):
        somebody = Hidden(SourceRecord(new_id(), name, kind="person"))
        alone = name.split()[-1] if name != "Abdon Tira" else "Abdon"
        assert found(f"{name}; {alone}", hidden=somebody) == f"{'x' * len(name)}; {'x' * len(alone)}"


def test_god_and_the_faith_are_no_parts_but_with_what_stands_before_them() -> None:
    for name, second in (("نصر الله", "الله"), ("صلاح الدين", "الدين"), ("Habib Allah", "Allah")):
        somebody = Hidden(SourceRecord(new_id(), f"{name} Tira", kind="person"))
        text = f"{name} Tira, {name}, {second}"
        assert found(text, hidden=somebody) == f"{'x' * (len(name) + 5)}, {'x' * len(name)}, {second}"
