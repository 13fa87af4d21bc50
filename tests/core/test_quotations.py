"""Quotations are found by the marks an article really uses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.quotations import find_quotations
from annotator.core.records import DoubtKind

_PIECES = [
    "Kata", "ia", " ", " ", "\n", "\n\n", ".", ",", "—", "- ", "5", "l", "(", ")", "\u00a0",
    "“", "”", "„", "‟", "«", "»", "‹", "›", "‘", "’", "‚", "'", '"', "''", "``", ",,", "「", "」", "『", "』", "＂",
    "〝", "〟",
    "市", "。", "ל", "م", "😀", "\u0301",
]  # fmt: skip
texts = st.lists(st.sampled_from(_PIECES), max_size=50).map("".join) | st.text(max_size=60)
codes = st.sampled_from(["id", "en", "de", "fr", "es", "zh", "he", "xx", ""])


def found(text: str, language: str = "en") -> list[str]:
    """The segments of each quotation, as text, those of one joined by a bar."""
    return [
        "|".join(text[start:end] for start, end in one.segments) for one in find_quotations(text, language).quotations
    ]


def doubts(text: str, language: str = "en") -> list[tuple[str, DoubtKind]]:
    """What stands from each doubtful mark on, up to six characters, and the doubt."""
    return [(text[one.start_char : one.start_char + 6], one.kind) for one in find_quotations(text, language).doubts]


@given(texts, codes)
def test_any_text_gives_stretches_inside_it(text: str, code: str) -> None:
    result = find_quotations(text, code)
    for quotation in result.quotations:
        assert quotation.depth >= 0
        assert text.startswith(quotation.opener, quotation.segments[0].start_char)
        assert text.endswith(quotation.closer, 0, quotation.segments[-1].end_char)
        ends = [at for segment in quotation.segments for at in segment]
        assert [0, *ends, len(text)] == sorted([0, *ends, len(text)])
        assert not any("\n" in text[start:end] for start, end in quotation.segments)
    assert all(0 <= one.start_char < one.end_char <= len(text) for one in result.doubts)


@given(texts, codes)
def test_no_mark_serves_two_quotations(text: str, code: str) -> None:
    marked = [one for one in find_quotations(text, code).quotations if one.closer]
    ends = [one.segments[0].start_char for one in marked] + [
        one.segments[-1].end_char - len(one.closer) for one in marked
    ]
    assert len(ends) == len(set(ends))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "“Shut it,” she said. “Now.”", ["“Shut it,”", "“Now.”"]),
        ("en", '"He said "no" twice," she said.', ['"He said "no" twice,"', '"no"']),
        ("en", "“He called it ‘odd’, didn’t he?”", ["“He called it ‘odd’, didn’t he?”", "‘odd’"]),
        ("id", "”Tidak,” kata Wening. ”Belum,” ujarnya.", ["”Tidak,”", "”Belum,”"]),
        ("de", "„Nein“, sagte er. „Doch.“", ["„Nein“", "„Doch.“"]),
        ("de", "»Nein«, sagte er.", ["»Nein«"]),
        ("fr", "« Non », dit-elle. « Pas encore. »", ["« Non »", "« Pas encore. »"]),
        (
            "fr",
            "Elle nie l’« erreur » et l’« oubli » : « Non » et « non » et « non » et « non », dit-elle.",
            ["« erreur »", "« oubli »", "« Non »", "« non »", "« non »", "« non »"],
        ),
        ("fr", "« Il a dit : “non”. »", ["« Il a dit : “non”. »", "“non”"]),
        ("sv", "”Nej”, sa hon. ”Inte än.”", ["”Nej”", "”Inte än.”"]),
        ("fi", "»Ei», hän sanoi. »Ei vielä.»", ["»Ei»", "»Ei vielä.»"]),
        ("nl", "``Nee'', zei ze, ,,nog niet''.", ["``Nee''", ",,nog niet''"]),
        ("zh", "他说：“不是。我没去。”市长说，“好，”然后离开。", ["“不是。我没去。”", "“好，”"]),
        ("ja", "町長は「『試案』だ。」と述べた。", ["「『試案』だ。」", "『試案』"]),
        ("ar", "قال: «لا». ثم قال: ”نعم“.", ["«لا»", "”نعم“"]),
        ("he", 'דובר צה"ל אמר: "לא היה".', ['"לא היה"']),
        ("he", "דובר צה״ל אמר: ״לא היה״.", ["״לא היה״"]),
        ("en", "‘Go home. It is late,’ she said.", ["‘Go home. It is late,’"]),
        ("uk", "«Це неправда», — сказала Дар’я з об’єднання.", ["«Це неправда»"]),
        ("en", "The dogs’ 6'2\" owner and the ’90s", []),
    ],
)
def test_the_marks_an_article_really_uses(language: str, text: str, expected: list[str]) -> None:
    assert found(text, language) == expected
    assert doubts(text, language) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One.\n“Two.\n“Three,” he said.\n“Four.”", ["“One.|“Two.|“Three,”", "“Four.”"]),
        ("«Uno.\n\n»Dos.\n\n»Tres», dijo.", ["«Uno.|»Dos.|»Tres»"]),
        ("“One.\n\nTwo.\n\nThree,” he said.", ["“One.|Two.|Three,”"]),
    ],
)
def test_a_quotation_may_run_over_paragraphs(text: str, expected: list[str]) -> None:
    assert found(text) == expected
    assert doubts(text) == []


def test_a_long_speech_may_repeat_its_mark_paragraph_after_paragraph() -> None:
    paragraphs = [f"“Point {number}. {'We go on. ' * 60}" for number in range(6)]
    text = "\n".join(paragraphs).rstrip() + "”"
    result = find_quotations(text, "en")
    assert [len(one.segments) for one in result.quotations] == [6]
    assert result.doubts == ()


@pytest.mark.parametrize(
    "text", ["The '90s were not. Now, the dogs' home is shut.", "In ’60s boots. The farmers’ market closed."]
)
def test_two_apostrophes_are_no_quotation(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("head", ["In the ‘90s he spoke. ", "‘Aisyiyah hadir. ", "'Tis so. "])
def test_an_apostrophe_holds_no_quotation(head: str) -> None:
    result = find_quotations(head + "“We go. We ‘stay’,” said Bob.", "en")
    assert [(one.opener, one.depth) for one in result.quotations] == [("“", 0), ("‘", 1)]


def test_where_two_cross_the_single_marks_give_way() -> None:
    assert found("“One.\nHe said ‘two,” then three’.") == ["“One.|He said ‘two,”"]


@given(texts, codes)
def test_quotations_lie_beside_or_inside_each_other(text: str, code: str) -> None:
    single = [
        (one.segments[0].start_char, one.segments[-1].end_char)
        for one in find_quotations(text, code).quotations
        if one.opener in "‘’‚'"
    ]
    for start, end in single:
        assert not any(start < first < end < last or first < start < last < end for first, last in single)


def test_a_dash_opens_a_turn_where_the_language_does_so() -> None:
    text = "– Dette er feil, sa hun.\n- Nei – svarte han.\n– Kilde: NTB"
    assert found(text, "no") == ["– Dette er feil", "- Nei"]
    assert found(text, "id") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It is shut, she said.\nNothing more.", [("“It is", DoubtKind.UNCLOSED)]),
        ("“It is shut, said Lim.\n“It is not,” said Vane.", [("“It is", DoubtKind.UNCLOSED)]),
        ("“It is shut, she said.\n\nAnd more.\n\n“Yes.”", [("“It is", DoubtKind.UNCLOSED)]),
        ("It is shut,” she said.", [("” she ", DoubtKind.UNOPENED)]),
        ('“It is shut," she said. “So?” “Yes.”', [('" she ', DoubtKind.MIXED)]),
        ("“ It is shut ” she said. “So?” “Yes.”", [("“ It i", DoubtKind.SPACED), ("” she ", DoubtKind.SPACED)]),
        ("“It is shut, ”he said. “So?” “Yes.” “No.”", [("”he sa", DoubtKind.SPACED)]),
        ("”Mereka datang, ”kata Tono. ”Ya,” ujarnya. ”Ya,” ujarnya.", [("”kata ", DoubtKind.SPACED)]),
        ("„A“ und „B” und „C“", [("” und ", DoubtKind.MIXED)]),
        ("他说：“是。”她说：”不“。", [("”不“。", DoubtKind.TURNED)]),
        ("“Yes,” he said. “No. “\nNext.", [("“\nNext", DoubtKind.SPACED)]),
        ('She said "" and left.', [('"" and', DoubtKind.EMPTY)]),
        ("“A,” “B,” “C,” “D,” and ”E,” he said.", [("”E,” h", DoubtKind.TURNED)]),
        ("“Three “open” here.", [("“Three", DoubtKind.UNCLOSED)]),
    ],
)
def test_marks_that_look_wrong(text: str, expected: list[tuple[str, DoubtKind]]) -> None:
    assert doubts(text) == expected


def test_what_an_article_always_does_is_its_style() -> None:
    assert doubts("“A,“ said X. “B,“ said Y. “C,“ said Z.") == []
    assert doubts('" A " said X. " B " said Y. " C " said Z.') == []


@pytest.mark.parametrize("unit", ["“", "”", '"', "«", "“A.” ", "“A\n", '"“', "''", "「『", "» «", "’", "- a. – "])
def test_no_text_is_too_much(unit: str) -> None:
    text = unit * 40_000  # at quadratic cost this would not end today
    find_quotations(text, "de")
