"""The sheet of quotes: what was said, by whom, where; and all that is not in it is named."""

import csv
import io
from pathlib import Path

from annotator.core.exchange import ExchangedArticle
from annotator.formats.base import WriteOptions
from annotator.formats.quote_sheet import QuoteSheet
from tests.formats.records import framed
from tests.formats.sheets import OPTIONS, argued
from tests.formats.write_golden import GOLDEN


def written(options: WriteOptions = OPTIONS) -> bytes:
    stream = io.BytesIO()
    QuoteSheet().write(argued(), stream, options)
    return stream.getvalue()


def test_the_golden_file() -> None:
    assert written() == (GOLDEN / "quotes.csv").read_bytes()


def test_a_quote_is_told_with_who_said_it_and_that_it_was_not_said() -> None:
    (row,) = csv.DictReader(io.StringIO(written().decode(), newline=""))
    assert row["quote"] == '"Harga beras turun."'
    assert (row["said_by"], row["role"], row["cue"]) == ("Menteri", "official_political", "Kata")
    assert (row["type"], row["not_said"], row["said_to"]) == ("direct", "yes", "Dewan Kota")
    assert (row["title"], row["segments"], row["review_state"]) == ("Kata Menteri", "14..34", "draft")
    assert "cek" not in row.values()


def test_what_is_not_in_it_is_named() -> None:
    lost = list(QuoteSheet().lost(argued()[0], OPTIONS))
    assert [(loss.annotation[-1], loss.what) for loss in lost] == [
        ("5", "span"),
        ("1", "attribute medium"),
        ("2", "span"),
        ("3", "span"),
        ("1", "link cued_by"),
        ("3", "link denies"),
        ("1", "note"),
    ]
    assert lost[-1].why == "Quote sheet (CSV, Excel) has no column for notes."
    assert [loss.what for loss in QuoteSheet().lost(framed(), OPTIONS)] == ["note"]


def test_it_comes_in_again_with_its_sources(tmp_path: Path) -> None:
    (tmp_path / "q.csv").write_bytes(written())
    (article,) = QuoteSheet().read_articles(tmp_path / "q.csv")
    assert isinstance(article, ExchangedArticle)
    (quote,) = article.annotations
    assert (quote.label, quote.texts) == ("quote", ('"Harga beras turun."',))
    assert quote.attributes == {
        "attributed_to": ["Menteri"],
        "addressed_to": ["Dewan Kota"],
        "quote_type": "direct",
        "negated_report": "yes",
        "record_status": "unknown",
        "wording_check": "unchecked",
    }
    assert article.links == ()
