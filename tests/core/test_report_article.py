"""What is told of an article: where it comes from, and of each passage what is known."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from annotator.core.records import DocumentRecord, Furniture, RelationRecord, SourceRecord
from annotator.core.report import Block, Facts, Heading, Paragraph, Style
from annotator.core.report_article import (
    Article,
    ArticleReport,
    Checked,
    Elsewhere,
    ReportOptions,
    particulars,
    place_words,
    shortened,
    zone_words,
)
from annotator.core.report_words import ENGLISH
from annotator.core.reviewing import Standing
from annotator.core.spans import Span
from annotator.operations.label_sets import shipped_label_set
from tests.formats.records import LOADED, annotation, document, minister

LABELS = shipped_label_set("newsroom")
QUOTE, CLAIM, DENIAL = (annotation(number, 1, "claim", (0, 1)).id for number in (1, 2, 3))


def link(kind: str, from_id: UUID, to_id: UUID | None = None, source_id: UUID | None = None) -> RelationRecord:
    return RelationRecord(UUID(int=9), minister().id, kind, from_id, to_id, source_id, "Ana")


def facts(blocks: Iterable[Block], number: int) -> dict[str, str]:
    """The facts under the passage of this number."""
    under = ""
    for block in blocks:
        if isinstance(block, Heading):
            under = block.words
        if isinstance(block, Facts) and under.startswith(f"{number}. "):
            return {row.name: row.words for row in block.rows}
    raise AssertionError(f"no passage {number}")


def part(article: Article, options: ReportOptions | None = None) -> tuple[Block, ...]:
    return ArticleReport(LABELS, options).part(article).blocks


def test_passages_are_numbered_in_the_order_of_the_text_and_listed_by_label() -> None:
    headings = [block.words for block in part(Article(minister())) if isinstance(block, Heading)]
    assert headings == [
        "Kata Menteri", "The text", "Claim (1)", "2. Claim", "Denial (1)", "3. Denial", "Quote (1)", "1. Quote",
    ]  # fmt: skip
    passages = [one.text for one in part(Article(minister())) if isinstance(one, Paragraph) and one.style == "passage"]
    assert passages == ["Harga beras turun", "Pedagang membantah", '"Harga beras turun."']


def test_of_a_passage_is_told_who_where_when_and_what() -> None:
    record = minister()
    source = SourceRecord(UUID(int=5), "Menteri Perdagangan", protected=True)
    annotations = tuple(
        replace(one, attributes={"accuses": "named_person", "polarity": "negative"}) if one.label == "claim" else one
        for one in record.annotations
    )
    links = (link("attributed_to", CLAIM, source_id=source.id), link("denies", DENIAL, CLAIM))
    article = Article(replace(record, annotations=annotations, sources=(source,), relations=links))
    assert facts(part(article), 2) == {
        "Source": "Menteri Perdagangan",
        "Place": "paragraph 1, line 1, characters 15–32",
        "Accuses": "a named person",
        "Reply": "not sought",
        "Polarity": "negative",
        "Marked by": "Ana, 2026-01-02 03:04 UTC",
        "Review": "not reviewed",
    }
    denial = facts(part(article), 3)
    assert (denial["Links"], denial["Note"]) == ("denies 2 “Harga beras turun”", "cek ulang")


def test_what_is_not_wanted_stays_out() -> None:
    blocks = part(Article(minister()), ReportOptions(with_text=False, with_attributes=False, with_notes=False))
    assert not any(isinstance(block, Paragraph) and block.style is Style.TEXT for block in blocks)
    assert "Note" not in facts(blocks, 3)


def test_review_is_told_and_what_was_corrected_away_is_counted() -> None:
    record = minister()
    checked = {
        QUOTE: Checked(Standing.APPROVED, "Lead", LOADED),
        CLAIM: Checked(Standing.CORRECTED, "Lead", LOADED, "too long", DENIAL),
    }
    article = Article(record, checked, frozenset({CLAIM}))
    blocks = part(article)
    assert facts(blocks, 1)["Review"] == "approved by Lead, 2026-01-02 03:04 UTC"
    assert facts(blocks, 2)["Review"] == "put in place of another passage by Lead, 2026-01-02 03:04 UTC: too long"
    told = [block.text for block in blocks if isinstance(block, Paragraph) and block.style is Style.NOTICE]
    assert told == [ENGLISH.corrected_away_one]


def test_a_link_to_another_article_names_it() -> None:
    far = UUID(int=77)
    record = replace(minister(), relations=(link("denies", DENIAL, far),))
    told = facts(part(Article(record, elsewhere={far: Elsewhere("Beras mahal", "Judul lain")})), 3)
    assert told["Links"] == "denies “Beras mahal” (Judul lain)"
    assert "Links" not in facts(part(Article(record)), 3)


def test_particulars_leave_out_what_is_not_known() -> None:
    known = {row.name: row.words for row in particulars(Article(minister(), readers=("Ana", "Budi")), ENGLISH).rows}
    assert known["Read by"] == "Ana, Budi"
    assert known["SHA-256 of the text"] == minister().text_sha256
    assert known["Retrieved"] == "2026-01-02 03:04 UTC"
    bare = replace(minister(), original_sha256="", outlet="")
    assert {"SHA-256 of the original", "Outlet"}.isdisjoint(
        row.name for row in particulars(Article(bare), ENGLISH).rows
    )


def _news() -> DocumentRecord:
    text = "Judul\n\nIsi.\nFoto: pasar"
    caption = Furniture(12, 23, "caption")
    return document(1, text, [Span(0, 23)], annotation(1, 1, "claim", (0, 5), (7, 11)), furniture=(caption,))


def test_a_place_says_headline_and_caption_and_every_stretch() -> None:
    record = _news()
    place = place_words(Article(record), record.annotations[0], ENGLISH)
    assert place == "headline; paragraph 1, line 1, characters 0–5; paragraph 2, line 3, characters 7–11"
    assert zone_words(record, Span(18, 20), ENGLISH) == ["caption"]
    assert zone_words(record, Span(7, 8), ENGLISH) == []


def test_a_passage_in_a_line_of_its_own_is_short() -> None:
    assert shortened("a\n b") == "a b"
    assert len(shortened("x" * 500)) == 200
