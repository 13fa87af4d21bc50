"""A report with everything in it that formats stumble over; its texts are made up."""

from annotator.core.report import (
    Fact,
    Facts,
    Heading,
    Mark,
    Paragraph,
    Part,
    Piece,
    Report,
    Style,
    Table,
    plain,
    tint_of,
)
from annotator.core.schema import Pattern

MARKS = (
    Mark("claim", "Claim", "#8a5a00", tint_of("#8a5a00"), Pattern.SOLID),
    Mark("quote", "Quote", "#1b5e9e", tint_of("#1b5e9e"), Pattern.WAVY),
    Mark("double", "Double", "#b3261e", tint_of("#b3261e"), Pattern.DOUBLE),
)

PASSAGES = (
    ("en", "“Prices  will double,” she said.\n\n\tThen: <b>&amp;</b> 5 < 6."),
    ("ar", "نفى الوزير في 12 مايو «كل ما قيل» (BBC) وأضاف: لا."),
    ("he", "השר הכחיש את הטענה ב־2025."),
    ("zh", "部长否认了“这一指控”，称其「毫无根据」。"),
    ("ja", "大臣は「そんなことは言っていない」と否定した。"),
    ("hi", "मंत्री ने आरोप का खंडन किया।"),
    ("en", "👩🏽‍🚒 fire 🇮🇩 and \u00a0non\u2009breaking\u3000space "),
    ("", " leading and trailing "),
    ("en", "x" * 20_000),
    ("en", "word " * 3_000),
    ("id", "a\u2028b\u2029c\u0085d".replace("\u0085", "")),
)


def sample(*, passages: tuple[tuple[str, str], ...] = PASSAGES) -> Report:
    """A front, and two parts: one with marked text and facts, one with a table."""
    marked = Paragraph(
        (
            Piece("Kata dia: "),
            Piece("[1\u00a0", ("quote",), number=True),
            Piece("outer ", ("quote",)),
            Piece("[2\u00a0", ("claim",), number=True),
            Piece("inner", ("quote", "claim")),
            Piece("\u00a02]", ("claim",), number=True),
            Piece("\u00a01]", ("quote",), number=True),
            Piece(" bold", bold=True),
        ),
        Style.TEXT,
        "id",
    )
    listed = tuple(plain(words, Style.PASSAGE, language) for language, words in passages)
    table = Table("Pairs", ("Who", "n", "kappa"), (("Ana, Ben", "1,200", "0.812"), ("نور", "30", "–")), 1)
    facts = Facts((Fact("Source", "وزارة", "ar"), Fact("Links", "denies 2\nsame as 3")))
    return Report(
        title="Quotes & <claims>",
        made="2026-05-04 21:35 UTC",
        language="en",
        marks=MARKS,
        front=(Heading("Quotes & <claims>", 1), plain("As of 2026-05-04", Style.QUIET)),
        parts=iter(
            (
                Part("One “part”", (Heading("عنوان", 1, "ar"), plain("held", Style.NOTICE), marked, facts)),
                Part("Two", (Heading("Two", 1), table, *listed, plain("Foto: pasar", Style.CAPTION, "id"))),
            )
        ),
        count=2,
    )
