"""A project of a million annotations, written straight into the tables: for what is measured at scale.

Its journal knows nothing of these rows, so it cannot be verified; everything else reads it as any other project.
"""

import hashlib
import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from sqlalchemy import insert
from sqlmodel import SQLModel

from annotator.operations import projects
from annotator.store.tables import (
    STAYED,
    Annotation,
    Annotator,
    Document,
    Mark,
    Original,
    RejectedSuggestion,
    Relation,
    Source,
    Text,
    table_of,
)
from annotator.store.workspace import Workspace
from tests.benchmarks.workload import SENTENCES

ARTICLES, EACH = 40_000, 25
PEOPLE = ("Ana", "Ben Wijaya", "سارة", "Dee")
SOURCES = 400

_BEGINNING = datetime(2023, 1, 1, tzinfo=UTC)
_BATCH = 500
_WORDS = {
    "id": "harga beras pasar menteri warga kota pelabuhan jembatan anggaran laporan pejabat membantah mengatakan "
    "menyebut menilai menolak meminta membangun menutup bahwa dengan untuk dari pada oleh kepada yang tidak".split(),
    "en": "price rice market minister people city harbour bridge budget report official denied said called judged "
    "refused asked built closed that with for from on by to which not will already yet still also but".split(),
    "ar": "سعر الأرز سوق وزير الناس مدينة ميناء جسر ميزانية تقرير مسؤول نفى قال وصف رفض طلب أغلق أن من إلى".split(),
}
_LANGUAGES = ("id",) * 7 + ("en",) * 2 + ("ar",)
_CHOICES = {
    "claim": (("voice", "outlet"), ("claim_kind", "event_or_state"), ("accuses", "named_person")),
    "denial": (("denial_scope", "partial"), ("denial_form", "dismissal"), ("denied_text", "“Harga turun” katanya")),
    "quote": (("quote_type", "indirect"), ("medium", "writing"), ("translated", "yes")),
}
_LABELS = tuple(_CHOICES)

Rows = dict[type[SQLModel], list[dict[str, Any]]]


class _Cut(NamedTuple):
    text: str
    ends: list[int]


def make(path: Path, articles: int = ARTICLES, each: int = EACH) -> Workspace:
    """A project with that many articles of 23 sentences, and `each` annotations on every one; always the same."""
    workspace = projects.open_project(path, uuid4())
    people = [{"id": _key(1, n), "name": name, "initials": "", "role": "", "color": ""}
              for n, name in enumerate(PEOPLE)]  # fmt: skip
    sources = [_source(number) for number in range(SOURCES)]
    with workspace.edit("Make project", None, undoable=False) as session:
        session.connection().execute(insert(table_of(Annotator)), people)
        session.connection().execute(insert(table_of(Source)), sources)
    pools = {language: _sentences(words) for language, words in _WORDS.items()}
    for start in range(0, articles, _BATCH):
        rows: Rows = {table: [] for table in (Text, Original, Document, Annotation, Relation, Mark, RejectedSuggestion)}
        for number in range(start, min(start + _BATCH, articles)):
            _add_article(rows, number, each, pools)
        with workspace.edit("Make project", None, undoable=False) as session:
            for table, found in rows.items():
                if found:
                    session.connection().execute(insert(table_of(table)), found)
    return workspace


def _sentences(words: Sequence[str]) -> list[str]:
    chance = random.Random(words[0])
    made = [" ".join(chance.choices(words, k=chance.randint(22, 34))) for _ in range(5000)]
    return [f"{one[0].upper()}{one[1:]}." for one in made]


def _add_article(rows: Rows, number: int, each: int, pools: dict[str, list[str]]) -> None:
    chance = random.Random(number)
    language = _LANGUAGES[number % len(_LANGUAGES)]
    cut = _text(number, chance, pools[language])
    content = cut.text.encode()
    sha256 = hashlib.sha256(content).digest()
    rows[Text].append({"sha256": sha256, "content": content})
    rows[Original].append({"sha256": sha256, "text_sha256": sha256, "encoding": STAYED, "content": None})
    document = _document(number, language, cut, sha256)
    rows[Document].append(document)
    made = list(_annotations(document, cut, number, each, chance))
    rows[Annotation] += made
    rows[Relation] += _relations(document["id"], number, made)
    if number % 4 == 0:
        start = cut.ends[-2]
        known = {"document_id": document["id"], "annotator_id": _key(1, number % 3)}
        rows[Mark].append({"id": _key(7, number), **known, "start_char": start, "end_char": len(cut.text) - 1})
        refused = {"id": _key(8, number), **known, "label": "claim", "start_char": 0, "end_char": 7, "segments": None}
        rows[RejectedSuggestion].append({**refused, "suggester": "cues"})


def _text(number: int, chance: random.Random, pool: Sequence[str]) -> _Cut:
    """23 sentences; in every third article, what stands after the title is counted differently by others."""
    title = f"{pool[number % len(pool)][:40]} {number}{' 😀' if number % 3 == 0 else ''}\n\n"
    pieces = [title]
    for at, sentence in enumerate(chance.choices(pool, k=SENTENCES - 1)):
        pieces.append(sentence + ("\n\n" if at % 2 else " "))
    ends, length = [], 0
    for piece in pieces:
        length += len(piece)
        ends.append(length)
    return _Cut("".join(pieces), ends)


def _document(number: int, language: str, cut: _Cut, sha256: bytes) -> dict[str, Any]:
    day = _BEGINNING + timedelta(hours=number * 36 * 24 * 30 // ARTICLES)
    has_furniture = number % 10 == 0
    return {
        "id": _key(2, number),
        "title": cut.text[: cut.ends[0]].strip(),
        "outlet": f"Kantor Berita {number % 12}",
        "byline": f"Penulis {number % 97}",
        "published": f"{day:%d %B %Y}",
        "url": f"https://berita.invalid/{number}",
        "language": language,
        "language_confidence": 0.99,
        "language_by_hand": False,
        "loaded_at": day,
        "length": len(cut.text),
        "file_name": f"{number:06}.txt",
        "encoding": "utf-8",
        "text_sha256": sha256,
        "original_sha256": sha256,
        "furniture": [[cut.ends[11], len(cut.text[: cut.ends[12]].rstrip()), "read_more"]] if has_furniture else [],
        "sentence_ends": cut.ends,
        "also_in": None,
        "published_at": f"{day:%Y-%m-%d}",
        "embargo_until": None,
        "status": None,
        "source_note": None,
        "format": "text",
        "copy_group": None,
        "superseded_by": None,
        "foreign_key": None,
    }


def _annotations(
    document: dict[str, Any], cut: _Cut, number: int, each: int, chance: random.Random
) -> Iterator[dict[str, Any]]:
    """Evenly over the sentences but the furniture's; a fifth say something, few have a gap or a note."""
    for at in range(each):
        sentence = (at * 7 + number) % SENTENCES
        sentence += sentence == 12
        start, end = (0, *cut.ends)[sentence], len(cut.text[: cut.ends[sentence]].rstrip())
        end = end if at % 2 else min(end, start + 40)
        label = _LABELS[at % 3]
        said = dict(chance.sample(_CHOICES[label], k=1 + at % 2)) if chance.random() < 0.2 else None
        has_gap = at % 50 == 7 and end - start > 30
        yield {
            "id": _key(3, number * each + at),
            "document_id": document["id"],
            "annotator_id": _key(1, (number + at % 2) % len(PEOPLE)),
            "label": label,
            "start_char": start,
            "end_char": end,
            "segments": [[start, start + 10], [start + 15, end]] if has_gap else None,
            "note": "cek ulang 😀" if at % 40 == 3 else "",
            "origin": "accepted" if at % 11 == 0 else "manual",
            "made_from": None,
            "attributes": said,
            "guideline_version": 1,
            "suggested_by": "cues" if at % 11 == 0 else None,
            "foreign_key": None,
        }


def _relations(document_id: UUID, number: int, made: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Two named sources an article, and a denial of a claim in the same one."""

    def link(at: int, kind: str, **ends: UUID | None) -> dict[str, Any]:
        known = {"id": _key(4, number * 4 + at), "document_id": document_id, "annotator_id": made[0]["annotator_id"]}
        return {**known, "kind": kind, "to_id": None, "source_id": None, **ends}

    for at, one in enumerate(made[:2]):
        yield link(at, "attributed_to", from_id=one["id"], source_id=_key(5, (number + at) % SOURCES))
    if len(made) > 1:
        yield link(2, "denies", from_id=made[1]["id"], to_id=made[0]["id"])


def _source(number: int) -> dict[str, Any]:
    return {
        "id": _key(5, number),
        "name": f"Sumber {number}",
        "aliases": [f"Pak {number}"] if number % 5 == 0 else None,
        "kind": "person",
        "naming": "named",
        "role": "official_political",
        "gender": None,
        "protected": False,
        "note": "",
    }


def _key(kind: int, number: int) -> UUID:
    """A UUIDv7 of its own for each row, born in its order."""
    micros = int(_BEGINNING.timestamp() * 1000) + number
    return UUID(int=micros << 80 | 0x7 << 76 | kind << 64 | 0b10 << 62 | number)
