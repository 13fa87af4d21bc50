"""Lines made of rows straight away, and those that go the careful way, are the same; and what must stay does stay."""

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.identity import reading_id
from annotator.core.selection import Selection
from annotator.core.spans import Span
from annotator.formats.base import WriteOptions
from annotator.operations import annotations, projects, relations, sources
from annotator.operations.restoring import restore
from annotator.operations.verification import verify
from annotator.operations.whole_lines import WholeLines
from annotator.store.review_tables import Reading
from annotator.store.stretches import stretch_columns
from annotator.store.tables import Annotation, Document, Mark, RejectedSuggestion, Relation, SentenceBreak, Source
from tests.operations.whole_desk import Everything, all_rows, empty, exported
from tests.store.desk import Desk

TEXTS = (
    "Harga 😀 beras turun. “Tidak benar,” kata Rina.\r\n\r\nPasar sepi.\r\n",
    "قال الوزير: «انخفض السعر». ونفى التجار.\n",
    "3 hours ago\n\nThe mayor denies it. Nothing happened.\n\nRead More\n",
)


@pytest.fixture
def everything(project_path: Path) -> Iterator[Everything]:
    desk = Desk(project_path)
    yield Everything(desk)
    desk.workspace.close()


def carefully(desk: Desk, path: Path, options: WriteOptions, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """An export in which every article goes the careful way."""
    with monkeypatch.context() as patch:
        patch.setattr(WholeLines, "_special", lambda _self, _connection, ids, _found: set(ids))
        return exported(desk.workspace, path, options=options)


@pytest.mark.parametrize("lean", [False, True])
@pytest.mark.parametrize("with_furniture", [False, True])
def test_both_ways_give_the_same_bytes(
    everything: Everything, tmp_path: Path, lean: bool, with_furniture: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = WriteOptions(lean=lean, with_furniture=with_furniture)
    first = exported(everything.workspace, tmp_path / "a.jsonl", options=options)
    assert carefully(everything.desk, tmp_path / "b.jsonl", options, monkeypatch) == first
    assert (b'"rows":' in first) is not lean
    assert [json.loads(line).get("project") is None for line in first.splitlines()] == [lean, True, True]


def test_a_lean_line_is_that_of_any_selection(everything: Everything, tmp_path: Path) -> None:
    lean = exported(everything.workspace, tmp_path / "a.jsonl", options=WriteOptions(lean=True))
    chosen = Selection(documents=tuple(everything.articles))
    assert exported(everything.workspace, tmp_path / "b.jsonl", selection=chosen) == lean


def test_what_is_held_back_is_in_no_byte(everything: Everything, tmp_path: Path) -> None:
    desk, (first, second, third) = everything.desk, everything.articles
    words = "Pasar sepi sekali"
    with desk.workspace.edit("Hold", desk.ana) as session:
        held = session.get(Document, first)
        assert held is not None
        held.status = "withheld"
        older = next(row["id"] for row in desk.rows()["document"] if row["superseded_by"] == third)
        row = session.get(Document, older)
        assert row is not None
        row.embargo_until = "2999-01-01"
    content = exported(desk.workspace, tmp_path / "a.jsonl")
    assert words.encode() not in content
    assert str(first).encode() not in content
    assert [json.loads(line)["id"] for line in content.splitlines()] == [str(second), str(third)]
    assert json.loads(content.splitlines()[1])["older"] == []  # nor what it has replaced
    assert b'"kind":"same_as"' not in content  # each led to the article that stays, or from it
    workspace = empty(tmp_path / "other.annotator")
    assert restore(workspace, tmp_path / "a.jsonl").failed == []
    assert verify(workspace).problems == []
    workspace.close()
    whole = exported(desk.workspace, tmp_path / "b.jsonl", selection=Selection(with_held=True))
    assert words.encode() in whole


def test_what_is_off_the_record_is_in_no_byte(everything: Everything, tmp_path: Path) -> None:
    desk, article = everything.desk, everything.articles[1]
    made = annotations.add_annotation(desk.workspace, article, [Span(12, 28)], "quote", desk.ana)
    annotations.set_note(desk.workspace, made.id, "rahasia", desk.ana)
    annotations.set_attributes(desk.workspace, [made.id], {"record_status": "off_record"}, desk.ana)
    other = annotations.add_annotation(desk.workspace, everything.articles[2], [Span(14, 20)], "quote", desk.ana)
    relations.link(desk.workspace, other.id, "responds_to", _claim(desk, article), desk.ana)
    content = exported(desk.workspace, tmp_path / "a.jsonl")
    assert b"rahasia" not in content
    assert str(made.id).encode() not in content
    assert b'"kind":"responds_to"' in content
    kept = exported(desk.workspace, tmp_path / "b.jsonl", selection=Selection(with_off_record=True))
    assert b"rahasia" in kept


def _claim(desk: Desk, article: UUID) -> UUID:
    rows = [row for row in desk.rows()["annotation"] if row["document_id"] == article and row["label"] == "claim"]
    key: UUID = rows[-1]["id"]
    return key


def test_a_protected_name_is_in_no_byte(everything: Everything, tmp_path: Path) -> None:
    desk = everything.desk
    hidden = sources.add_source(desk.workspace, "Rina", desk.ana, protected=True, note="catatan")
    sources.add_source(desk.workspace, "Budi", desk.ana, protected=True)  # whom nothing names, but a contact
    relations.set_sources(desk.workspace, [everything.said[4]], "attributed_to", [hidden.id], desk.ana)
    with desk.workspace.edit("Say", desk.ana) as session:
        row = session.get(Document, everything.articles[2])
        assert row is not None
        row.source_note = "dari Rina"
    content = exported(desk.workspace, tmp_path / "a.jsonl")
    for word in (b"Rina", b"Budi", b"catatan"):
        assert word not in content
    workspace = empty(tmp_path / "other.annotator")
    assert restore(workspace, tmp_path / "a.jsonl").failed == []
    assert verify(workspace).problems == []
    assert "Protected source 1" in {row["name"] for row in all_rows(workspace)["source"]}
    workspace.close()


def test_who_reads_blind_takes_out_nothing_of_the_others(everything: Everything, tmp_path: Path) -> None:
    desk = everything.desk
    with desk.workspace.edit("Assign", desk.ana) as session:
        key = reading_id(everything.articles[2], desk.ana)
        session.add(Reading(id=key, document_id=everything.articles[2], annotator_id=desk.ana, blind=True))
    desk.workspace.viewer = desk.ana
    lines = [json.loads(line) for line in exported(desk.workspace, tmp_path / "a.jsonl").splitlines()]
    whose = [{row["annotator_id"] for row in line["rows"]["annotation"]} for line in lines]
    assert whose == [{str(desk.ana), str(desk.ben)}] * 2 + [{str(desk.ana)}]
    assert "mark" not in lines[2]["older"][0]["rows"]  # Ben’s, on an older version


@dataclass(frozen=True)
class Deed:
    """Something that is said of an article."""

    kind: str
    article: int
    person: int
    places: tuple[int, ...]


_KINDS = ("tag", "tag", "tag", "link", "source", "mark", "reject", "break", "hand in")
DEEDS = st.lists(
    st.builds(
        Deed,
        st.sampled_from(_KINDS),
        st.integers(0, 2),
        st.integers(0, 1),
        st.lists(st.integers(0, 36), min_size=2, max_size=6, unique=True).map(sorted).map(tuple),
    ),
    max_size=16,
)


@settings(max_examples=4)
@given(DEEDS, st.booleans())
def test_whatever_was_done_comes_back(deeds: list[Deed], with_furniture: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder, "home.annotator"))
        articles = [desk.load(text) for text in TEXTS]
        made: list[UUID] = []
        for deed in deeds:
            _do(desk, deed, articles, made)
        options = WriteOptions(with_furniture=with_furniture)
        first = exported(desk.workspace, Path(folder, "a.jsonl"), options=options)
        with pytest.MonkeyPatch.context() as patch:
            assert carefully(desk, Path(folder, "c.jsonl"), options, patch) == first
        other = empty(Path(folder, "other.annotator"))
        report = restore(other, Path(folder, "a.jsonl"))
        assert (report.failed, report.links_left_out) == ([], 0)
        assert all_rows(other) == all_rows(desk.workspace)
        assert exported(other, Path(folder, "b.jsonl"), options=options) == first
        assert verify(other).problems == []
        other.close()
        desk.workspace.close()


def _do(desk: Desk, deed: Deed, articles: list[UUID], made: list[UUID]) -> None:
    article, who = articles[deed.article], (desk.ana, desk.ben)[deed.person]
    known: dict[str, Any] = {"document_id": article, "annotator_id": who}
    start, end = deed.places[0], deed.places[-1]
    pairs = [Span(*pair) for pair in zip(deed.places[::2], deed.places[1::2], strict=False)]
    with desk.workspace.edit("Work", who) as session:
        if deed.kind == "mark":
            session.add(Mark(**known, start_char=start, end_char=end))
        elif deed.kind == "reject":
            session.add(RejectedSuggestion(**known, label="claim", start_char=start, end_char=end, suggester="cues"))
        elif deed.kind == "break":
            there = [row["position"] for row in desk.rows()["sentence_break"] if row["document_id"] == article]
            if start not in there:
                session.add(SentenceBreak(document_id=article, position=start, joined=bool(end % 2)))
        elif deed.kind == "hand in":
            key = reading_id(article, who)
            moment = datetime(2026, 1, 1, tzinfo=UTC)
            if session.get(Reading, key) is None:
                state = "submitted" if end % 2 else "approved"
                session.add(Reading(id=key, **known, state=state, submitted_at=moment, reviewer_id=desk.ben))
        else:
            _tag(desk, session, deed, known, pairs, made)


def _tag(desk: Desk, session: Any, deed: Deed, known: dict[str, Any], pairs: list[Span], made: list[UUID]) -> None:
    label = ("claim", "denial", "quote")[deed.places[0] % 3]
    said = {"record_status": "background"} if label == "quote" and deed.places[0] % 2 else None
    row = Annotation(**known, label=label, note="😀" * (deed.places[-1] % 2), attributes=said, **stretch_columns(pairs))
    session.add(row)
    session.flush()
    if deed.kind == "link" and made:
        session.add(Relation(**known, kind="same_as", from_id=row.id, to_id=made[deed.places[0] % len(made)]))
    elif deed.kind == "source":
        source = Source(name=f"Sumber {deed.places[0]}")
        session.add(source)
        session.flush()
        session.add(Relation(**known, kind="attributed_to", from_id=row.id, source_id=source.id))
    made.append(row.id)


def test_the_name_of_a_project_is_its_own(tmp_path: Path) -> None:
    """A project without articles has no line in which its name could stand."""
    workspace = projects.open_project(tmp_path / "empty.annotator", UUID(int=1))
    assert exported(workspace, tmp_path / "a.jsonl") == b""
    workspace.close()
