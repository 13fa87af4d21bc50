"""Whatever is done in two copies, in whatever order: they come together alike in either direction, without a loss."""

import json
import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from annotator.core.label_changes import add_label
from annotator.core.spans import Span
from annotator.errors import AnnotatorError
from annotator.operations import (
    annotations,
    annotators,
    contacts,
    describing,
    documents,
    history,
    label_sets,
    relations,
    resplit,
    sentences,
    sources,
)
from annotator.operations.readings import put_submission
from annotator.operations.source_merging import merge_sources
from annotator.store import journal
from annotator.store.changes import RowChange
from annotator.store.journal import Kind
from annotator.store.merging.chains import read_chains
from annotator.store.review_tables import Comment, Ruling, Verdict
from tests.store.desk import ARTICLE, Desk
from tests.store.merging.test_fitting import fits
from tests.store.merging.two_copies import bring, copy_of, facts, in_both_directions
from tests.store.two_people import LABELS, PLACES, WHO, run_any_work

TEXTS = (ARTICLE, "Menteri diam saja. “Tidak. Tunggu dulu,” katanya. Rina pergi ke pasar. Harga turun sedikit.")
NEW = ("Wali kota pulang. Tidak ada apa-apa lagi di sana.", "“Satu. Dua,” kata Rina. Tiga empat lima enam tujuh.")
SIDES = st.sampled_from(("left", "right"))


class WorkApart(RuleBasedStateMachine):
    """Every verb, in two copies, by two people; they are brought together in between, and at the end."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.left = Desk(Path(self.folder.name) / "left.annotator")
        self.names = count()

    def teardown(self) -> None:
        if hasattr(self, "right"):
            self.all_comes_together()
            self.right.workspace.close()
        self.left.workspace.close()
        self.folder.cleanup()

    @initialize(same_computer=st.booleans())
    def copied(self, same_computer: bool) -> None:
        for text in TEXTS:
            self.left.load(text)
        for place, who in enumerate(("ana", "ben", "ana", "ben")):
            self.tag("left", place, place * 5, ("claim", "denial", "quote")[place % 3], who)
            self.new_source("left", place, who)
        self.right = copy_of(self.left, "right.annotator", self.left.installation if same_computer else None)

    def _try(self, side: str, verb: Callable[..., Any], *arguments: Any, **more: Any) -> Any:
        try:
            return verb(self._desk(side).workspace, *arguments, **more)
        except AnnotatorError:
            return None

    def _desk(self, side: str) -> Desk:
        desk: Desk = getattr(self, side)
        return desk

    def _who(self, side: str, name: str) -> UUID:
        key: UUID = getattr(self._desk(side), name)
        return key

    def _pick(self, side: str, table: str, place: int) -> UUID:
        rows = self._desk(side).rows()[table]
        return UUID(str(rows[place % len(rows)]["id"])) if rows else UUID(int=place)

    @rule(side=SIDES, place=PLACES, start=PLACES, label=LABELS, who=WHO)
    def tag(self, side: str, place: int, start: int, label: str, who: str) -> None:
        article = self._pick(side, "document", place)
        self._try(side, annotations.add_annotation, article, [Span(start, start + 6)], label, self._who(side, who))

    @rule(side=SIDES, place=PLACES, who=WHO, start=PLACES, label=LABELS,
          verb=st.sampled_from(("untag", "note", "label", "move")))  # fmt: skip
    def change_a_tag(self, side: str, place: int, who: str, start: int, label: str, verb: str) -> None:
        key, by = self._pick(side, "annotation", place), self._who(side, who)
        if verb == "untag":
            self._try(side, annotations.remove_annotations, [key], by)
        elif verb == "note":
            self._try(side, annotations.set_note, key, f"{side} {start % 3}", by)
        elif verb == "label":
            self._try(side, annotations.set_label, key, label, by)
        else:
            self._try(side, annotations.set_segments, key, [Span(start, start + 3)], by)

    @rule(side=SIDES, place=PLACES, who=WHO, value=st.sampled_from(("speech", "writing")), many=st.booleans())
    def describe(self, side: str, place: int, who: str, value: str, many: bool) -> None:
        key, by = self._pick(side, "annotation", place), self._who(side, who)
        field = "medium" if many else "record_status"
        self._try(side, annotations.set_attributes, [key], {field: value}, by)

    @rule(side=SIDES, place=PLACES, start=PLACES, who=WHO,
          verb=st.sampled_from((annotations.mark_nothing, annotations.clear_nothing)))  # fmt: skip
    def mark(self, side: str, place: int, start: int, who: str, verb: Callable[..., Any]) -> None:
        article = self._pick(side, "document", place)
        self._try(side, verb, article, [Span(start, start + 9)], self._who(side, who))

    @rule(side=SIDES, place=PLACES, at=st.integers(3, 9), who=WHO,
          verb=st.sampled_from((sentences.split_sentence, sentences.join_sentence)))  # fmt: skip
    def cut(self, side: str, place: int, at: int, who: str, verb: Callable[..., Any]) -> None:
        self._try(side, verb, self._pick(side, "document", place), at, self._who(side, who))

    @rule(side=SIDES, place=PLACES, who=WHO, language=st.sampled_from(("id", "ar", "zh")), title=st.sampled_from("abc"))
    def article(self, side: str, place: int, who: str, language: str, title: str) -> None:
        key, by = self._pick(side, "document", place), self._who(side, who)
        self._try(side, documents.set_language, key, language, by)
        self._try(side, documents.rename_document, key, title, by)

    @rule(side=SIDES, place=PLACES, who=WHO)
    def remove_article(self, side: str, place: int, who: str) -> None:
        self._try(side, documents.remove_document, self._pick(side, "document", place), self._who(side, who))

    @rule(side=SIDES, number=st.integers(0, 1), who=WHO)
    def load(self, side: str, number: int, who: str) -> None:
        desk = self._desk(side)
        self._try(side, lambda _: desk.load(NEW[number], self._who(side, who)))

    @rule(side=SIDES, who=WHO, verb=st.sampled_from((history.undo, history.redo)), times=st.integers(1, 4))
    def take_back(self, side: str, who: str, verb: Callable[..., Any], times: int) -> None:
        for _ in range(times):
            self._try(side, verb, self._who(side, who))

    @rule(side=SIDES, place=PLACES, who=WHO)
    def link(self, side: str, place: int, who: str) -> None:
        desk = self._desk(side)
        rows, label_set = desk.rows()["annotation"], label_sets.project_labels(desk.workspace)
        ways = [
            (start["id"], kind.key, end["id"])
            for start in rows
            for kind in label_set.relations_from(start["label"])
            for end in rows
            if end["label"] in kind.to_labels
        ]
        if ways:
            self._try(side, relations.link, *ways[place * 7 % len(ways)], self._who(side, who))

    @rule(side=SIDES, place=PLACES, who=WHO)
    def unlink(self, side: str, place: int, who: str) -> None:
        self._try(side, relations.unlink, [self._pick(side, "relation", place)], self._who(side, who))

    @rule(side=SIDES, place=PLACES, who=WHO)
    def new_source(self, side: str, place: int, who: str) -> None:
        key, by = self._pick(side, "annotation", place), self._who(side, who)
        self._try(side, describing.name_new_source, [key], "attributed_to", f"Rina {place}", by)

    @rule(side=SIDES, place=PLACES, picks=st.lists(PLACES, max_size=1), who=WHO)
    def name(self, side: str, place: int, picks: list[int], who: str) -> None:
        named = [self._pick(side, "source", pick) for pick in picks]
        key = self._pick(side, "annotation", place)
        self._try(side, relations.set_sources, [key], "attributed_to", named, self._who(side, who))

    @rule(side=SIDES, one=PLACES, other=PLACES, who=WHO)
    def merge_sources(self, side: str, one: int, other: int, who: str) -> None:
        keys = self._pick(side, "source", one), [self._pick(side, "source", other)]
        self._try(side, merge_sources, *keys, self._who(side, who))

    @rule(side=SIDES, place=PLACES, who=WHO)
    def remove_source(self, side: str, place: int, who: str) -> None:
        self._try(side, sources.remove_sources, [self._pick(side, "source", place)], self._who(side, who))

    @rule(side=SIDES, place=PLACES, who=WHO)
    def ask(self, side: str, place: int, who: str) -> None:
        key = self._pick(side, "annotation", place)
        self._try(side, contacts.add_contact, key, self._who(side, who), at="2026-05-04")

    @rule(side=SIDES, who=WHO, title=st.sampled_from(("Rumour", "Threat")))
    def add_label(self, side: str, who: str, title: str) -> None:
        changed, _ = add_label(label_sets.project_labels(self._desk(side).workspace), title)
        self._try(side, label_sets.change_label_set, changed, self._who(side, who))

    @rule(side=SIDES, who=WHO, choice=st.sampled_from(("whole", "split")), language=st.sampled_from(("id", "ar", "*")))
    def cut_anew(self, side: str, who: str, choice: str, language: str) -> None:
        self._try(side, resplit.resplit, self._who(side, who), {language: choice})

    @rule(side=SIDES, name=st.sampled_from(("Cem", "Dia")))
    def somebody_new(self, side: str, name: str) -> None:
        self._try(side, annotators.find_or_add_annotator, name)

    @rule(side=SIDES, place=PLACES, who=WHO)
    def submit(self, side: str, place: int, who: str) -> None:
        article = self._pick(side, "document", place)
        with self._desk(side).workspace.edit("Submit", self._who(side, who), undoable=False) as session:
            if any(row["id"] == article for row in self._desk(side).rows()["document"]):
                put_submission(session, article, self._who(side, who))

    @rule(side=SIDES, place=PLACES, who=WHO, numbered=st.booleans())
    def review(self, side: str, place: int, who: str, numbered: bool) -> None:
        rows = self._desk(side).rows()["annotation"]
        if not rows:
            return
        row, by = rows[place % len(rows)], self._who(side, who)
        rulings = self._desk(side).rows()["ruling"]
        number = max((row["case_number"] or 0 for row in rulings), default=0) + 1 if numbered else None
        of = {"document_id": row["document_id"], "annotator_id": by}
        with self._desk(side).workspace.edit("Review", by) as session:
            session.add(Verdict(**of, annotation_id=row["id"], verdict="approved"))
            session.add(Comment(**of, annotation_id=row["id"], words="why"))
            session.add(Ruling(**of, verdict="one", settles=[row["id"].hex], keeps=[], case_number=number))

    @rule(side=SIDES)
    def bring(self, side: str) -> None:
        here, there = (self.left, self.right) if side == "left" else (self.right, self.left)
        before = here.problems(), there.problems()
        assert before == ([], [])
        bring(here, there)
        assert here.problems() == []

    def all_comes_together(self) -> None:
        left, right = in_both_directions(self.left, self.right)
        assert facts(left) == facts(right)
        assert left.problems() == right.problems() == []
        assert fits(left)
        self._nothing_is_lost(left)
        for here, there in ((left, self.right), (right, self.left), (left, right), (right, left)):
            before = facts(here), here.entries()
            bring(here, there)
            assert facts(here) == before[0]
            assert here.entries() == before[1] or there in (left, right)
        assert left.problems() == right.problems() == []
        assert bring(left, right).nothing_new
        left.workspace.close()
        right.workspace.close()

    def _nothing_is_lost(self, merged: Desk) -> None:
        """What either copy says is there, or listed, or somebody has said something later in the same place."""
        told = [value for row in facts(merged)["merge_conflict"] for value in (row["kept"], row["other"]) if value]
        listed = json.dumps(told)
        there = {row["id"]: row for row in facts(merged)["annotation"]}
        left, right = ({row["id"]: row for row in facts(desk)["annotation"]} for desk in (self.left, self.right))
        for key in left.keys() & right.keys():
            said = {left[key]["note"], right[key]["note"]}
            if len(said) == 2 and self._wrote(self.left, key) and self._wrote(self.right, key):
                assert all(json.dumps(note) in listed for note in said)
            assert there[key]["note"] in said
        for own, other in ((self.left, self.right), (self.right, self.left)):
            for row in facts(own)["annotation"]:
                assert row["id"] in there or self._removed(other, row["id"])

    def _changes(self, desk: Desk, key: UUID) -> list[RowChange]:
        """What people have done to a row in one copy since the copies last knew the same."""
        with self.left.workspace.reading() as left, self.right.workspace.reading() as right:
            known = read_chains(left).numbers.keys() & read_chains(right).numbers.keys()
        with desk.workspace.reading() as connection:
            numbers = {number for hashed, number in read_chains(connection).numbers.items() if hashed not in known}
            entries = [entry for entry in journal.entries_after(connection, 0) if entry.number in numbers]
        edits = (entry for entry in entries if entry.kind is not Kind.MERGE)
        return [change for entry in edits for change in entry.changes if change.id == key]

    def _wrote(self, desk: Desk, key: UUID) -> bool:
        """True when the note of an annotation was changed there, and is not what it was before."""
        written = [change for change in self._changes(desk, key) if change.before and "note" in (change.after or {})]
        return bool(written) and (written[0].before or {}).get("note") != (written[-1].after or {}).get("note")

    def _removed(self, desk: Desk, key: UUID) -> bool:
        """True when somebody has removed it there, or a merge has."""
        with desk.workspace.reading() as connection:
            entries = journal.entries_after(connection, 0)
        return any(change.id == key and change.after is None for entry in entries for change in entry.changes)


def test_any_work_apart(settings_home: Path) -> None:
    run_any_work(WorkApart, few=3)
