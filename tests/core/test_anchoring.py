"""What becomes of annotations when the text below them is another."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.anchoring import Anchored, Anchoring, Fate, anchor
from annotator.core.spans import Span, check, is_boundary

OLD = (
    "Council pays for the bridge\n\n"
    "The council paid 200 million euro for the bridge, mayor Ana Prins said on Monday. "
    "“We did not know of the cracks until Friday, and nobody told us,” she said.\n\n"
    "The builder denied that it had hidden anything. “All reports were sent in time,” its spokesman wrote.\n\n"
    "Neighbours have complained about the noise for years. They want the old ferry back.\n"
)
SCRIPTS = (
    "市长否认了这一说法。“我们不知道裂缝。”她说。桥花了两亿欧元。",
    "اعترف الوزير بالخطأ. وقال: «لن نكرره مرة أخرى». ثم غادر القاعة.",
    "ראש העיר הכחיש את הדברים. „לא ידענו על הסדקים”, אמר אתמול.",
    "मंत्री ने कहा कि पुल सुरक्षित है। हमने गलती मानी और क्षमा मांगी।",
    "เขาบอกว่าไม่รู้เรื่อง และสะพานยังปลอดภัย ชาวบ้านไม่เชื่อ",
    "👩🏽\u200d🚒 said no. 👨\u200d👩\u200d👧\u200d👦🇮🇩 e\u0301 a\u0308\u0323 were there.",
)
UNIQUE = [f"wort{number}" for number in range(60)]


def spans_of(text: str, *words: str) -> list[Span]:
    return [Span(text.index(one), text.index(one) + len(one)) for one in words]


def told(old: str, new: str, *words: str) -> tuple[str, list[str], Anchored]:
    found = anchor(old, new, spans_of(old, *words))
    return str(found.fate), [new[slice(*span)] for span in found.segments], found


# Each fate


def test_the_same_text_in_the_same_place_is_kept() -> None:
    new = OLD.replace("Neighbours have", "Many neighbours have").replace("200", "250")
    quote = "We did not know of the cracks until Friday, and nobody told us,"
    fate, segments, found = told(OLD, new, quote)
    assert (fate, segments) == ("kept", [quote])
    assert (found.likeness, found.context_changed, found.ambiguous, found.needs_a_look) == (1.0, False, False, False)


def test_a_word_set_beside_it_is_told() -> None:
    new = OLD.replace("denied that", "never denied that")
    fate, segments, found = told(OLD, new, "that it had hidden anything")
    assert (fate, segments) == ("kept", ["that it had hidden anything"])
    assert found.context_changed
    assert not told(OLD, new, "All reports were sent in time,")[2].context_changed


def test_text_with_its_paragraph_is_moved() -> None:
    lines = OLD.split("\n\n")
    new = "\n\n".join([lines[0], lines[3].strip(), *lines[1:3]]) + "\n"
    fate, segments, found = told(OLD, new, "They want the old ferry back.")
    assert (fate, segments) == ("moved", ["They want the old ferry back."])
    assert not found.needs_a_look


def test_a_few_words_move_with_their_sentence() -> None:
    moved = "Neighbours have complained about the noise for years."
    new = "“" + moved.replace("about", "of") + "” is new here.\n\n" + OLD.replace(moved, "")
    assert told(OLD, new, "the noise")[:2] == ("moved", ["the noise"])


@pytest.mark.parametrize(
    ("before", "after", "tagged", "now"),
    [
        ("200 million", "250 million", "The council paid 200 million euro", "The council paid 250 million euro"),
        ("know of the", "know about any", "not know of the cracks", "not know about any cracks"),
        (" until Friday, and nobody told us", "", "not know of the cracks until Friday, and", "not know of the cracks"),
        ("Prins", "Prince", "mayor Ana Prins", "mayor Ana Prince"),
        ("hidden anything", "hiden anything", "hidden", "hiden"),
    ],
)  # fmt: skip
def test_changed_words_within_a_bound_are_reworded(before: str, after: str, tagged: str, now: str) -> None:
    fate, segments, found = told(OLD, OLD.replace(before, after), tagged)
    assert (fate, segments) == ("reworded", [now])
    assert 0.5 <= found.likeness < 1
    assert found.needs_a_look


def test_what_was_deleted_is_gone() -> None:
    new = OLD.replace(" They want the old ferry back.", "")
    assert told(OLD, new, "They want the old ferry back.")[:2] == ("gone", [])
    assert told(OLD, new, "ferry")[:2] == ("gone", [])


def test_what_was_replaced_by_something_else_is_gone() -> None:
    new = OLD.replace("They want the old ferry back.", "Nothing has been decided yet, says a letter.")
    assert told(OLD, new, "They want the old ferry back.")[0] == "gone"


def test_in_an_empty_text_everything_is_gone() -> None:
    assert told(OLD, "", "ferry")[:2] == ("gone", [])


# The same words in several places


def test_the_same_words_elsewhere_are_somebody_elses() -> None:
    """A deleted “she said” is not the one that stands, unchanged, in another sentence."""
    old = "It is safe, she said. It was checked, she said, by two firms."
    new = "It was checked, she said, by two firms."
    found = anchor(old, new, [Span(12, 20)])
    assert found.fate is Fate.GONE


def test_what_stands_around_decides_between_several() -> None:
    old = "Alpha one: no comment today. Beta two: no comment today. Gamma three: nothing."
    new = "A new beginning.\nBeta two: no comment today.\nAlpha one: no comment today.\nGamma three: nothing."
    second = old.rindex("no comment today")
    found = anchor(old, new, [Span(second, second + 16)])
    assert new[: found.segments[0].start_char].endswith("Beta two: ")


def test_several_places_that_fit_as_well_are_told() -> None:
    words = "We will never accept the ruling"
    new = f"Nothing is left.\n“{words}”\n“{words}”"
    _, _, found = told(f"“{words},” she said.", new, words)
    assert found.ambiguous
    assert found.likeness < 1
    assert found.needs_a_look


def test_a_word_is_not_found_inside_another() -> None:
    assert told("He ate it.", "Plates broke.", "ate")[0] == "gone"


# Several segments


def test_each_segment_has_its_fate() -> None:
    parts = ("We did not know", "nobody told us")
    assert told(OLD, OLD, *parts)[:2] == ("kept", list(parts))
    new = OLD.replace(", and nobody told us", "")
    fate, segments, found = told(OLD, new, *parts)
    assert (fate, segments) == ("reworded", ["We did not know"])
    assert found.likeness == pytest.approx(15 / 29)


def test_segments_that_touch_stay_apart() -> None:
    start = OLD.index("The council paid")
    segments = [Span(start, start + 4), Span(start + 4, start + 11)]
    assert anchor(OLD, "New first line.\n" + OLD, segments).segments == tuple(
        Span(one + 16, two + 16) for one, two in segments
    )


def test_nested_annotations_stay_nested() -> None:
    new = OLD.replace("200", "250").replace("Council pays", "Town pays")
    anchoring = Anchoring(OLD, new)
    outer = anchoring.place(spans_of(OLD, "The council paid 200 million euro for the bridge")).segments[0]
    inner = anchoring.place(spans_of(OLD, "million euro")).segments[0]
    assert outer.contains(inner)


# Any text


def segments_in(text: str, data: st.DataObject) -> list[Span]:
    edges = [at for at in range(len(text) + 1) if is_boundary(text, at)]
    chosen = sorted(data.draw(st.sets(st.sampled_from(edges), min_size=2, max_size=4)))
    chosen = chosen[: len(chosen) // 2 * 2]
    return [Span(one, two) for one, two in zip(chosen[::2], chosen[1::2], strict=True)]


@given(st.sampled_from((OLD, *SCRIPTS)), st.data())
def test_in_the_same_text_all_is_kept(text: str, data: st.DataObject) -> None:
    segments = segments_in(text, data)
    assert anchor(text, text, segments) == Anchored(Fate.KEPT, tuple(segments), 1.0)


@given(st.sampled_from((OLD, *SCRIPTS)), st.sampled_from((OLD, *SCRIPTS)), st.data())
def test_what_is_found_can_carry_an_annotation(old: str, other: str, data: st.DataObject) -> None:
    """Whatever is cut out of a text and put into it."""
    cuts = sorted(data.draw(st.lists(st.integers(0, len(old)), min_size=2, max_size=2)))
    start = data.draw(st.integers(0, len(other)))
    new = old[: cuts[0]] + other[start : start + data.draw(st.integers(0, 40))] + old[cuts[1] :]
    found = anchor(old, new, segments_in(old, data))
    assert (found.fate is Fate.GONE) == (not found.segments)
    assert 0 <= found.likeness <= 1
    if found.segments:
        assert check(new, found.segments) == found.segments


@given(st.data())
def test_edits_outside_a_segment_leave_its_text(data: st.DataObject) -> None:
    words = list(UNIQUE)
    start = data.draw(st.integers(5, 45))
    kept = words[start : start + data.draw(st.integers(1, 9))]
    before, after = (edited(part, data) for part in (words[:start], words[start + len(kept) :]))
    old, new = " ".join(words), " ".join([*before, *kept, *after])
    found = anchor(old, new, spans_of(old + " ", " ".join(kept)))
    assert found.fate in (Fate.KEPT, Fate.MOVED)
    assert [new[slice(*span)] for span in found.segments] == [" ".join(kept)]


def edited(words: list[str], data: st.DataObject) -> list[str]:
    """Some words left out, some put in."""
    kept = [word for word in words if data.draw(st.integers(0, 5))]
    for number in range(data.draw(st.integers(0, 3))):
        kept.insert(data.draw(st.integers(0, len(kept))), f"neu{number}")
    return kept


@given(st.integers(0, 50), st.integers(1, 9))
def test_a_deleted_segment_is_gone(start: int, length: int) -> None:
    words = [word * 3 for word in "amber bread cloud dance eagle flame grape house ivory joker knife lemon".split()] * 1
    start, length = start % 10, min(length, 10 - start % 10)
    left = words[:start] + words[start + length :]
    found = anchor(" ".join(words), " ".join(left), spans_of(" ".join(words), " ".join(words[start : start + length])))
    assert found.fate is Fate.GONE


@pytest.mark.parametrize("text", SCRIPTS)
def test_every_script_can_be_reworded(text: str) -> None:
    """Something put into the middle of a tagged text: the tag is around it."""
    middle = next(at for at in range(len(text) // 2, len(text)) if is_boundary(text, at))
    new = text[:middle] + "2026" + text[middle:]
    found = anchor(text, new, [Span(0, len(text))])
    assert (found.fate, found.segments) == (Fate.REWORDED, (Span(0, len(new)),))


@pytest.mark.parametrize("kind", ["edited", "another", "one word"])
def test_a_long_text_with_many_annotations_is_bounded(kind: str) -> None:
    order = random.Random(6)
    words = [f"w{order.randrange(8000)}" for _ in range(17_000)]
    new = [word for word in words if order.randrange(30)] if kind == "edited" else words[::-1]
    old_text, new_text = _text(words), _text(new)
    if kind == "one word":
        old_text, new_text = "no " * 33_000, "no " * 30_000 + "yes " + "no " * 2000
    segments = [[Span(at, at + 90)] for at in range(0, len(old_text) - 100, len(old_text) // 100)]
    start = time.perf_counter()
    anchoring = Anchoring(old_text, new_text)
    found = [anchoring.place(each) for each in segments]
    assert time.perf_counter() - start < 5  # some 0.4 s where nothing else runs
    assert len(found) >= 100


def _text(words: list[str]) -> str:
    return "".join(word + (".\n" if number % 80 == 79 else " ") for number, word in enumerate(words))
