"""The sheet of claims: what is claimed and who denies it, in whatever article; and room for what checking finds."""

import csv
import io
from dataclasses import replace
from pathlib import Path

from annotator.core.exchange import ExchangedArticle
from annotator.core.records import DocumentRecord
from annotator.formats.claim_sheet import ClaimSheet
from tests.formats.sheets import OPTIONS, argued
from tests.formats.write_golden import GOLDEN


def written(records: list[DocumentRecord]) -> bytes:
    stream = io.BytesIO()
    ClaimSheet().write(records, stream, OPTIONS)
    return stream.getvalue()


def rows(records: list[DocumentRecord]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(records).decode(), newline="")))


def test_the_golden_file() -> None:
    assert written(argued()) == (GOLDEN / "claims.csv").read_bytes()


def test_who_denies_a_claim_is_told_from_every_article_whichever_comes_first() -> None:
    for records in (argued(), argued()[::-1]):
        claim = next(row for row in rows(records) if row["claim"] == "Harga beras turun")
        assert sorted(claim["denials"].split(" | ")) == ["Pedagang membantah", "itu tidak benar"]
        assert "Dewan Kota" in claim["denied_by"]
        assert "Dewan menjawab, Kantor Berita, 2026-01-01" in claim["denied_in"].split(" | ")
        assert claim["repeated_in"] == "Dewan menjawab, Kantor Berita, 2026-01-01"
    own = next(row for row in rows(argued()) if row["voice"] == "outlet")
    assert (own["repeated_in"], own["denied_by"], own["speaker"]) == ("Kata Menteri, Kantor Berita, 2026-01-01", "", "")


def test_a_claim_that_others_support_says_so() -> None:
    first, second = argued()
    links = tuple(replace(one, kind="supports") if one.kind == "denies" else one for one in second.relations)
    claim = rows([first, replace(second, relations=links)])[0]
    assert (claim["supports"], claim["supported_by"]) == ("itu tidak benar", "Dewan Kota")
    assert claim["denials"] == "Pedagang membantah"


def test_what_checking_finds_is_left_to_those_who_check() -> None:
    for row in rows(argued()):
        assert {row[name] for name in ("checked", "verdict", "evidence", "evidence_url", "checked_by")} == {""}
    assert [row["verification"] for row in rows(argued())] == ["misleading", "unstarted"]


def test_what_is_not_in_it_is_named() -> None:
    lost = [(loss.annotation[-1], loss.what) for loss in ClaimSheet().lost(argued()[0], OPTIONS)]
    assert lost == [("5", "span"), ("1", "span"), ("3", "span"), ("1", "link cued_by"), ("3", "link denies")]
    lost = [(loss.annotation[-1], loss.what) for loss in ClaimSheet().lost(argued()[1], OPTIONS)]
    assert lost == [("6", "span"), ("6", "link denies"), ("7", "link same_as")]


def test_it_comes_in_again(tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_bytes(written(argued()))
    first, _ = ClaimSheet().read_articles(tmp_path / "c.csv")
    assert isinstance(first, ExchangedArticle)
    (claim,) = first.annotations
    assert (claim.label, claim.texts) == ("claim", ("Harga beras turun",))
    assert claim.attributes["attributed_to"] == ["Menteri"]
    assert (claim.attributes["claim_kind"], claim.attributes["verification"]) == ("quantity", "misleading")
    assert "check_worthiness" not in claim.attributes
