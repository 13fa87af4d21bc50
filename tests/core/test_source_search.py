"""Sources are found by what one types, whatever script their names are in."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.identity import new_id
from annotator.core.records import SourceRecord
from annotator.core.search_terms import terms
from annotator.core.source_search import SourceIndex, Why

NAMES = (
    "Tira Wulandani", "Мария Доброхотова", "محمد الجابري", "Χρήστος Μελίσης", "अनीशा देवले", "יונה ברקת", "林小舟",
    "Jörn Müllick", "O’Drannel", "Mohammed Karbo", "Abdul al-Karim",
)  # fmt: skip


def source(name: str, *aliases: str) -> SourceRecord:
    return SourceRecord(new_id(), name, aliases)


INDEX = SourceIndex([*map(source, NAMES), source("Ministry of Tides", "MoT", "Kementerian Pasut")])


def first(typed: str) -> str:
    found = INDEX.find(typed)
    return found[0].source.name if found else ""


@pytest.mark.parametrize(
    ("typed", "name", "why"),
    [
        ("tira wulandani", "Tira Wulandani", Why.WHOLE),
        ("tira wu", "Tira Wulandani", Why.BEGINNING),
        ("WUL", "Tira Wulandani", Why.WORDS),
        ("wul ti", "Tira Wulandani", Why.WORDS),
        ("tw", "Tira Wulandani", Why.INITIALS),
        ("mull", "Jörn Müllick", Why.WORDS),
        ("odran", "O’Drannel", Why.BEGINNING),
        ("o'dr", "O’Drannel", Why.BEGINNING),
        ("alkar", "Abdul al-Karim", Why.WORDS),
        ("pasut", "Ministry of Tides", Why.WORDS),
        ("mot", "Ministry of Tides", Why.WHOLE),
        ("mariya", "Мария Доброхотова", Why.SCRIPT),
        ("dobro", "Мария Доброхотова", Why.SCRIPT),
        ("мария", "Мария Доброхотова", Why.BEGINNING),
        ("jabir", "محمد الجابري", Why.SOUND),
        ("christos", "Χρήστος Μελίσης", Why.SCRIPT),
        ("hristos", "Χρήστος Μελίσης", Why.SOUND),
        ("anisha dev", "अनीशा देवले", Why.SCRIPT),
        ("barkat", "יונה ברקת", Why.SOUND),
        ("yona", "יונה ברקת", Why.SOUND),
        ("小舟", "林小舟", Why.WORDS),
        ("карбо", "Mohammed Karbo", Why.SCRIPT),
        ("muhammad", "Mohammed Karbo", Why.SOUND),
    ],
)
def test_how_a_source_is_found(typed: str, name: str, why: Why) -> None:
    found = {one.source.name: one.why for one in INDEX.find(typed)}
    assert found.get(name, f"{typed} finds {list(found)}") == why


def test_the_surest_comes_first() -> None:
    index = SourceIndex([source("Taban Mar"), source("Mar"), source("Martolo"), source("Zed", "Mar")])
    assert [one.source.name for one in index.find("mar")] == ["Mar", "Zed", "Martolo", "Taban Mar"]
    assert [one.matched for one in index.find("mar") if one.is_alias] == ["Mar"]


def test_what_fits_nobody_finds_nothing() -> None:
    assert INDEX.find("qzxv") == []
    assert [one.source.name for one in INDEX.find(" ", 2)] == ["Ministry of Tides", "Abdul al-Karim"]  # the newest


def test_what_changes_is_found_at_once() -> None:
    one = source("Tira")
    index = SourceIndex([one])
    index.put(SourceRecord(one.id, "Bela"))
    assert not index.find("tira")
    assert [found.source.name for found in index.find("bela")] == ["Bela"]
    index.drop(one.id)
    assert not index.find("bela")
    assert not index.sources()


names = st.text(st.sampled_from("abcdeéßИваншαβγσςسمرणकि्林小 '-"), min_size=1, max_size=12)


@given(st.lists(names, max_size=8), st.data())
def test_every_beginning_of_every_word_finds_its_source(given_names: list[str], data: st.DataObject) -> None:
    sources = [source(name) for name in given_names]
    index = SourceIndex(sources)
    for one in sources:
        for word in terms(one.name):
            typed = word[: data.draw(st.integers(1, len(word)))]
            assert one.id in {found.source.id for found in index.find(typed, None)}


def test_ten_thousand_sources_are_found_about_as_fast_as_one_plain_look_at_their_names() -> None:
    random.seed(3)
    syllables = "ka ra ti mo lu sen dor wi ani bek pra yu hal".split()
    many = [source(" ".join("".join(random.choices(syllables, k=3)) for _ in range(2))) for _ in range(10_000)]
    index = SourceIndex(many)
    index.find("x")

    def seconds(work: object) -> float:
        times = []
        for _ in range(5):
            start = time.process_time()
            work()  # type: ignore[operator]
            times.append(time.process_time() - start)
        return min(times)

    floor = seconds(lambda: [one for one in many if "karati" in one.name.casefold()])
    assert seconds(lambda: index.find("karati")) < floor
    assert seconds(lambda: index.find("k")) < 12 * floor
