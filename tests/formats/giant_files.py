"""Files as large as the limits allow, or that only the clock and the limit on memory stop."""

from tests.formats.hostile_files import PARAGRAPH, SENTENCE, Hostile, cues, page, pdf_bomb, pdf_laughs, pdf_numbers, rtf

GIANTS = (
    Hostile("bomb.pdf", pdf_bomb, "limit of 1,500 MB"),
    Hostile("laughs.pdf", pdf_laughs, "limit of 1,500 MB"),
    Hostile("words.rtf", lambda: rtf(b"\\a" * 5_000_000), "holds no text"),
    Hostile("cues.srt", lambda: cues(1_000_000)),
    Hostile("headlines.rss", lambda: b"<rss version='2.0'><channel>" + b"<item>" * 19_000, "only a headline"),
    Hostile("words.txt", lambda: SENTENCE.encode() * 500_000),
    Hostile("lines.txt", lambda: b"a\n" * 24_000_000),
    Hostile("cell.csv", lambda: b"title,text\na," + b"a" * 190_000_000, "limit"),
    Hostile("rows.csv", lambda: b"title,text\n" + b"a,b\n" * 1_000_000, "more than 20,000 articles"),
    Hostile("page.html", lambda: page(PARAGRAPH * 30_000)),
    Hostile("letters.pdf", lambda: pdf_numbers(2_000_000)),
)
"""What takes a minute or more of all limits together."""
