"""Turns of speech that a dash opens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.dash_turns import dash_turn, said_after

LANGUAGES = ["no", "sv", "es", "fr", "pl", "ru", "it", "xx"]
PIECES = [
    "– ", "- ", "—", " —", " – ", "—. ", ", ", ". ", "? ", "… ", "sier Ola", "dijo Ana", "a dit", "сказал он",
    "dit-elle", "mówi Jan", "Nei", "vi venter", "¿Quién", "«", "»", "\t",
]  # fmt: skip


def spoken(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in dash_turn(text, 0, len(text), language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("no", "– Vi venter, sier Ola.", ["– Vi venter"]),
        ("no", "– Ja, det er sant, sier Ola.", ["– Ja, det er sant"]),
        ("no", "– Vi venter, sier Ola, som bor her – og går.", ["– Vi venter"]),
        ("no", "– Vi venter, sier Ola. Det tar tid. – Lenge, sier han.", ["– Vi venter", "Lenge"]),
        ("no", "– Vi venter, Sier AS betaler.", ["– Vi venter, Sier AS betaler."]),
        ("no", "– Vi venter – hele uka – på svar, sier Ola.", ["– Vi venter – hele uka – på svar"]),
        ("sv", "– Vi väntar.", ["– Vi väntar."]),
        ("es", "—Esperamos —dijo Ana— y no sabemos nada.", ["—Esperamos", "y no sabemos nada."]),
        ("es", "—Esperamos. —Ana murmuró algo y calló.", ["—Esperamos."]),
        ("es", "—Esperamos —dijo Ana—.", ["—Esperamos"]),
        ("fr", "— J’attends, m’a dit Anne.", ["— J’attends"]),
        ("fr", "— On attend, a-t-il ajouté, et c’est long.", ["— On attend"]),
        ("ru", "— Мы ждём, — сказал он. — Долго. — Он ушёл.", ["— Мы ждём", "Долго. — Он ушёл."]),
        ("pl", "– Czekamy – mruknął Jan, patrząc w okno.", ["– Czekamy"]),
        ("no", "– Kilde: NTB", []),
        ("no", "Vi venter – sier Ola.", []),
        ("no", "–5 grader, sier Ola.", []),
    ],
)
def test_only_what_is_spoken_is_the_turn(language: str, text: str, expected: list[str]) -> None:
    assert spoken(text, language) == expected


def test_only_the_paragraph_that_is_asked_for_is_read() -> None:
    text = "– Nei, sa hun.\n– Vi venter, sier Ola"
    assert dash_turn(text, 0, 14, "no") == ((0, 5),)
    assert dash_turn(text, 15, len(text), "no") == ((15, 26),)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "a déclaré Lim", True),
        ("fr", "a-t-elle dit", True),
        ("es", "le dijo", True),
        ("no", "sier", True),
        ("no", "vi sier", False),
        ("no", "Sier", False),
        ("fr", "a, dit-il", False),
        ("xx", "says", False),
        ("no", "", False),
    ],
)
def test_words_that_say_who_speaks(language: str, text: str, expected: bool) -> None:
    assert said_after(text, 0, len(text), language) == expected


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.sampled_from(LANGUAGES))
def test_any_paragraph_gives_segments_in_order_inside_it(text: str, language: str) -> None:
    at = 0
    for number, (start, end) in enumerate(dash_turn(text, 0, len(text), language)):
        assert at <= start < end <= len(text)
        assert not text[start:end][-1:].isspace()
        assert number < 20
        at = end
