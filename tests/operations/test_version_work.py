"""Whatever two people do while articles are corrected: older versions stay as they were, and the journal is true."""

from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from annotator.core.records import ArticleRecord
from annotator.core.spans import Span
from annotator.errors import AnnotatorError, Frozen
from annotator.operations import versions
from annotator.operations.resplit import quote_policy
from annotator.operations.versions import VersionPlan
from annotator.reading.preparing import prepare
from tests.store.test_any_work import TwoAtWork
from tests.store.two_people import PLACES, WHO, run_any_work

WORDS = st.sampled_from(("", "tidak ", "не ", "不", "Kami tidak tahu. ", "\n\nMore.\n\n", "👩🏽\u200d🚒", "e\u0301"))


class WithCorrections(TwoAtWork):
    """The same two people, and articles that are corrected now and then."""

    def __init__(self) -> None:
        super().__init__()
        self.frozen: dict[UUID, Any] = {}

    @precondition(TwoAtWork.there_is_an_article)
    @rule(place=PLACES, cut=PLACES, length=PLACES, words=WORDS, who=WHO, keeps=st.booleans())
    def correct(self, place: int, cut: int, length: int, words: str, who: str, keeps: bool) -> None:
        old = self._document(place)
        text = self.texts[old]
        cut = min(cut, len(text))
        new = f"{text[:cut]}{words}{text[cut + length % 13 :]}"
        if not new.strip():
            return
        plan = self._plan(old, new)
        if plan is None:
            return
        decisions: dict[UUID, tuple[Span, ...]] = {
            one.annotation.id: one.anchored.segments if keeps else ()
            for one in plan.carried
            if one.anchored.needs_a_look
        }
        key = self._try(versions.load_version, plan, decisions, self._who(who))
        if key:
            self.texts[key], self.contents[key] = plan.article.record.text, plan.article.record.original
            assert [one.id for one in versions.versions_of(self.desk.workspace, old)][-1] == key

    def _plan(self, old: UUID, text: str) -> VersionPlan | None:
        record = ArticleRecord("", text, text.encode(), "utf-8", "corrected.txt")
        try:
            article = prepare(record, quote_policy(self.desk.workspace))
            return versions.plan_version(self.desk.workspace, old, article)
        except Frozen:
            assert old in self.frozen
            return None

    @invariant()
    def older_versions_stay_as_they_were(self) -> None:
        rows = self.desk.rows()
        older = {row["id"]: row for row in rows["document"] if row["superseded_by"]}
        said = {key: self._said_of(rows, row) for key, row in older.items()}
        assert {key: said[key] for key in said.keys() & self.frozen.keys()} == {
            key: self.frozen[key] for key in said.keys() & self.frozen.keys()
        }
        self.frozen = said

    @invariant()
    def newer_versions_are_there(self) -> None:
        documents = {row["id"]: row["superseded_by"] for row in self.desk.rows()["document"]}
        newer = [key for key in documents.values() if key]
        assert set(newer) <= documents.keys()
        assert len(newer) == len(set(newer))

    def _said_of(self, rows: dict[str, list[dict[str, Any]]], document: dict[str, Any]) -> Any:
        about = [
            [row for row in rows[table] if row["document_id"] == document["id"]]
            for table in ("annotation", "mark", "sentence_break")
        ]
        return about, {name: document[name] for name in ("title", "furniture", "language", "text_sha256")}


def test_any_work_with_corrections(settings_home: Path) -> None:
    run_any_work(WithCorrections, few=4)


def test_what_is_frozen_is_refused_in_words() -> None:
    assert issubclass(Frozen, AnnotatorError)
    assert "older version" in str(Frozen())
