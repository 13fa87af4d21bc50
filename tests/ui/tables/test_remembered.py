"""A choice is found again for the same headings, and only for them."""

from annotator.ui.tables.remembered import Remembered, columns_for, forget, remember

HEADINGS = ("Judul", "Isi")


def test_a_choice_is_remembered_and_forgotten() -> None:
    kept = remember({}, HEADINGS, {"text": "Isi"})
    assert columns_for(kept, HEADINGS) == {"text": "Isi"}
    assert columns_for(kept, ("Isi", "Judul")) == {}
    assert columns_for(remember(kept, HEADINGS, {"text": "Judul"}), HEADINGS) == {"text": "Judul"}
    assert forget(kept, HEADINGS) == {}
    assert forget(kept, ("a",)) == kept


def test_what_no_longer_fits_is_not_used() -> None:
    (key,) = remember({}, HEADINGS, {"text": "Isi"})
    assert columns_for({key: {"text": "Teks"}}, HEADINGS) == {}
    assert columns_for({key: {"title": "Judul"}}, HEADINGS) == {}


def test_of_very_many_the_oldest_are_forgotten() -> None:
    kept: Remembered = {}
    for number in range(150):
        kept = remember(kept, (str(number),), {"text": str(number)})
    assert len(kept) == 100
    assert columns_for(kept, ("149",)) == {"text": "149"}
    assert columns_for(kept, ("49",)) == {}
