"""Rows that go into a packet name no protected source."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from annotator.core.masking import Mask
from annotator.core.packet_masking import Masking, Row
from annotator.core.records import AnnotationRecord, DocumentRecord, SourceRecord
from annotator.core.spans import Span

KEY = UUID(int=7)
TEXT = "Rina Saraswati membantah. “Tidak,” kata Rina."
RINA = SourceRecord(id=UUID(int=1), name="Rina Saraswati", aliases=("Bu Rina",), note="sahabat", protected=True)
POLICE = SourceRecord(id=UUID(int=2), name="Polisi", note="Rina Saraswati’s own words")


def test_in_a_project_made_again_a_source_stays_protected() -> None:
    row = {"id": RINA.id, "name": RINA.name, "aliases": ["Bu Rina"], "note": "sahabat", "gender": "", "protected": True}
    shown = Masking(Mask([RINA]), protects=True).source(row, RINA)
    assert (shown["name"], shown["aliases"], shown["protected"]) == ("Protected source 1", None, True)


def masking() -> Masking:
    return Masking(Mask([RINA]))


def article(text: str = TEXT, title: str = "Bantahan") -> DocumentRecord:
    note = AnnotationRecord(
        id=KEY,
        document_id=UUID(int=3),
        label="denial",
        segments=(Span(0, 5),),
        annotator="Ana",
        note="Rina Saraswati again",
        origin="manual",
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    return DocumentRecord(
        id=UUID(int=3),
        title=title,
        outlet="",
        byline="",
        published="",
        url="",
        language="id",
        language_confidence=None,
        language_by_hand=False,
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        original_sha256="aa",
        encoding="utf-16",
        file_name="a.txt",
        loaded_at=datetime(2026, 1, 1, tzinfo=UTC),
        furniture=(),
        sentences=(),
        marks=(),
        annotations=(note,),
    )


def row_of(record: DocumentRecord) -> Row:
    known = ("title", "outlet", "byline", "published", "source_note", "url", "file_name")
    hashes = {"text_sha256": bytes.fromhex(record.text_sha256), "original_sha256": b"\xaa", "encoding": "utf-16"}
    return {"id": record.id} | {name: getattr(record, name) for name in known} | hashes


def source_row(record: SourceRecord) -> Row:
    return {
        "id": record.id,
        "name": record.name,
        "aliases": list(record.aliases) or None,
        "note": record.note,
        "gender": "f",
        "protected": record.protected,
    }


def test_a_protected_source_is_a_number() -> None:
    mask = masking()
    row = mask.source(source_row(RINA), RINA)
    assert (row["name"], row["aliases"], row["note"], row["gender"]) == ("Protected source 1", None, "", None)
    assert row["protected"] is False, "else its number would be blacked out as if it were a name"
    assert mask.touched == mask.sources == {RINA.id}


def test_what_another_source_s_note_says_of_it_is_hidden() -> None:
    mask = masking()
    row = mask.source(source_row(POLICE), POLICE)
    assert row["name"] == "Polisi"
    assert "Saraswati" not in row["note"]
    assert (mask.touched, mask.sources) == ({POLICE.id}, set())


def test_an_article_keeps_its_length_and_its_original_stays_at_home() -> None:
    mask, record = masking(), article()
    row, text = mask.document(row_of(record), record, mask.mask.document(record))
    assert text is not None
    assert len(text) == len(TEXT)
    assert "Rina" not in text
    assert row["text_sha256"] == row["original_sha256"] == hashlib.sha256(text.encode()).digest()
    assert row["encoding"] == "utf-8"
    assert mask.articles == {record.id}


def test_an_article_that_names_nobody_is_as_it_was() -> None:
    mask, record = masking(), article("Harga naik.")
    row = row_of(record)
    assert mask.document(row, record, mask.mask.document(record)) == (row, None)
    assert mask.articles == mask.touched == set()


def test_a_name_in_the_title_alone_takes_the_original_away_too() -> None:
    mask, record = masking(), article("Harga naik.", "Rina Saraswati bicara")
    row, text = mask.document(row_of(record), record, mask.mask.document(record))
    assert "Saraswati" not in row["title"]
    assert text == "Harga naik."
    assert row["original_sha256"] == hashlib.sha256(b"Harga naik.").digest()


def test_notes_of_annotations() -> None:
    mask, record = masking(), article()
    rows: dict[UUID, Row] = {KEY: {"id": KEY, "note": "Rina Saraswati again", "attributes": None}}
    mask.annotations(rows, mask.mask.document(record))
    assert "Saraswati" not in rows[KEY]["note"]
    assert mask.touched == {KEY}


def test_words_of_comments_and_reasons() -> None:
    mask = masking()
    assert "Rina" not in mask.row("comment", {"id": KEY, "words": "ask Rina Saraswati"})["words"]
    assert "Rina" not in mask.row("verdict", {"id": KEY, "reason": "Bu Rina said no"})["reason"]
    ruling = {"id": KEY, "reason": "", "case_title": "Rina Saraswati", "attributes": {"denied_text": "Rina Saraswati"}}
    assert "Rina" not in str(mask.row("ruling", ruling))
    assert "Rina" not in str(
        mask.row("project", {"id": KEY, "name": "p", "guideline": {"id": ["Rina Saraswati"]}, "review": None})
    )


def test_what_was_handed_in_keeps_its_keys() -> None:
    mask = masking()
    named = replace(RINA, name="Quote", aliases=())
    content = {
        "annotations": [{"id": KEY.hex, "label": "quote", "segments": [[0, 4]], "note": "of Quote"}],
        "links": [["attributed_to", KEY.hex, None, KEY.hex]],
    }
    shown = Masking(Mask([named])).row("submission", {"id": KEY, "content": content})["content"]
    assert shown["annotations"][0]["label"] == "quote"
    assert shown["annotations"][0]["note"] == "of █████"
    assert shown["links"] == content["links"]
    assert mask.row("submission", {"id": KEY, "content": content}) == {"id": KEY, "content": content}


def test_with_nobody_to_hide_nothing_is_looked_at() -> None:
    mask = Masking(Mask())
    row = source_row(RINA)
    assert mask.source(row, RINA) is row
    assert mask.row("comment", {"id": KEY}) == {"id": KEY}
    assert mask.touched == set()
