"""Whatever two people do, in whatever order: the journal tells the same story as the rows."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    initialize,
    invariant,
    precondition,
    rule,
)

from annotator.core.quote_policy import CHOICES, OTHERS, sentence_ends
from annotator.core.spans import Span, is_boundary
from annotator.errors import AlreadyLoaded, AnnotatorError, EditConflict, InvalidSpan, NothingToUndo, UnreadableInput
from annotator.operations import annotations, documents, history, loading, resplit, sentences
from annotator.store import queries
from tests.store.desk import Desk
from tests.store.two_people import LABELS, PLACES, WHO, TwoPeople, run_any_work

TEXTS = (
    "Wali kota membantah. “Kami tidak tahu. Tunggu,” kata Rina.\nHarga naik lagi.",
    "اعترف الوزير بالخطأ. وقال: «لن نكرره. انتهى».",
    "ראש העיר הכחיש. „לא ידענו”, אמר.",
    "मंत्री ने कहा। हमने गलती मानी क्षमा।",
    "市长否认了。“我们不知道。”他说。",
    "👩🏽‍🚒 said no. 👨‍👩‍👧‍👦🇮🇩 e\u0301 a\u0308\u0323 done.",
    "One\u2028two\u2029three\x00four \u202ecod.exe\u202c five\u200b.\r\nsix\rseven",
)
NOTES = st.text(max_size=8) | st.sampled_from(("\0", "\u202e", "👩🏽‍🚒", "\ud800", " "))
REFUSALS = (InvalidSpan, EditConflict, NothingToUndo, AlreadyLoaded, UnreadableInput)


class TwoAtWork(TwoPeople):
    """Every verb, by two people, on a few short articles of every script."""

    refusals = REFUSALS

    def __init__(self) -> None:
        super().__init__()
        self.contents: dict[UUID, bytes] = {}
        self.texts: dict[UUID, str] = {}

    def _document(self, place: int) -> UUID:
        ids = [row["id"] for row in self.desk.rows()["document"]]
        found: UUID = ids[place % len(ids)]
        return found

    def _span(self, document_id: UUID, start: int, length: int) -> Span:
        """A stretch that cuts no character, from any numbers."""
        text = self.texts[document_id]
        start = min(start, len(text) - 1)
        end = min(len(text), start + 1 + length % 9)
        while not is_boundary(text, start):
            start -= 1
        while not is_boundary(text, end):
            end += 1
        return Span(start, end)

    @initialize(number=st.integers(0, 6))
    def first_article(self, number: int) -> None:
        self.load(number, "ana")

    @rule(number=st.integers(0, 6), who=WHO)
    def load(self, number: int, who: str) -> None:
        content = TEXTS[number].encode("utf-8-sig" if number % 2 else "utf-8")
        summary = self._try(loading.load_content, content, f"{number}.txt", self._who(who))
        if summary:
            self.contents[summary.id] = content
            self.texts[summary.id] = documents.read_document(self.desk.workspace, summary.id).text

    def there_is_a_tag(self) -> bool:
        return bool(self.desk.rows()["annotation"])

    @precondition(TwoPeople.there_is_an_article)
    @rule(place=PLACES, start=PLACES, length=PLACES, label=LABELS, who=WHO, note=NOTES)
    def tag(self, place: int, start: int, length: int, label: str, who: str, note: str) -> None:
        document_id = self._document(place)
        span = self._span(document_id, start, length)
        self._try(annotations.add_annotation, document_id, [span], label, self._who(who), note)

    @precondition(TwoPeople.there_is_an_article)
    @rule(place=PLACES, start=PLACES, label=LABELS, who=WHO)
    def toggle(self, place: int, start: int, label: str, who: str) -> None:
        document_id = self._document(place)
        spans = [self._span(document_id, start % 4 * 10, 3), self._span(document_id, 25, 4)]
        self._try(annotations.toggle_label, document_id, spans, label, self._who(who))

    @precondition(there_is_a_tag)
    @rule(place=PLACES, who=WHO, start=PLACES, length=PLACES, note=NOTES, label=LABELS,
          verb=st.sampled_from(("untag", "note", "label", "move")))  # fmt: skip
    def change_a_tag(self, place: int, who: str, start: int, length: int, note: str, label: str, verb: str) -> None:
        rows = self.desk.rows()["annotation"]
        row, by = rows[place % len(rows)], self._who(who)
        if verb == "untag":
            self._try(annotations.remove_annotations, [row["id"]], by)
        elif verb == "note":
            self._try(annotations.set_note, row["id"], note, by)
        elif verb == "label":
            self._try(annotations.set_label, row["id"], label, by)
        else:
            span = self._span(row["document_id"], start, length)
            self._try(annotations.set_segments, row["id"], [span], by)

    @precondition(TwoPeople.there_is_an_article)
    @rule(place=PLACES, start=PLACES, length=PLACES, who=WHO,
          verb=st.sampled_from((annotations.mark_nothing, annotations.clear_nothing)))  # fmt: skip
    def mark(self, place: int, start: int, length: int, who: str, verb: Callable[..., Any]) -> None:
        document_id = self._document(place)
        self._try(verb, document_id, [self._span(document_id, start, length)], self._who(who))

    @precondition(TwoPeople.there_is_an_article)
    @rule(place=PLACES, at=PLACES, who=WHO,
          verb=st.sampled_from((sentences.split_sentence, sentences.join_sentence)))  # fmt: skip
    def correct(self, place: int, at: int, who: str, verb: Callable[..., Any]) -> None:
        self._try(verb, self._document(place), at, self._who(who))

    @precondition(TwoPeople.there_is_an_article)
    @rule(place=PLACES, start=PLACES, length=PLACES, who=WHO)
    def furniture(self, place: int, start: int, length: int, who: str) -> None:
        document_id = self._document(place)
        self._try(documents.toggle_furniture, document_id, self._span(document_id, start, length), self._who(who))

    @precondition(TwoPeople.there_is_an_article)
    @rule(place=PLACES, who=WHO, language=st.sampled_from(("id", "ar", "zh", None)), title=NOTES)
    def describe(self, place: int, who: str, language: str | None, title: str) -> None:
        self._try(documents.set_language, self._document(place), language, self._who(who))
        self._try(documents.rename_document, self._document(place), title, self._who(who))

    @precondition(TwoPeople.there_is_an_article)
    @rule(place=PLACES, who=WHO)
    def forget_corrections(self, place: int, who: str) -> None:
        self._try(sentences.forget_corrections, self._document(place), self._who(who))

    @rule(who=WHO, language=st.sampled_from(("id", "ar", OTHERS)), choice=st.sampled_from(CHOICES))
    def cut_anew(self, who: str, language: str, choice: str) -> None:
        said = self._said()
        self._try(resplit.resplit, self._who(who), {language: choice})
        assert self._said() == said

    def _said(self) -> list[Any]:
        """What is said about the texts: no cutting of sentences may move it."""
        rows = self.desk.rows()
        pieces = [(row["id"], row["furniture"]) for row in rows["document"]]
        return [rows["annotation"], rows["mark"], rows["sentence_break"], pieces]

    @invariant()
    def texts_and_originals_stay_as_they_came(self) -> None:
        for row in self.desk.rows()["document"]:
            key = row["id"]
            assert documents.read_original(self.desk.workspace, key) == self.contents[key]
            assert documents.read_document(self.desk.workspace, key).text == self.texts[key]

    @invariant()
    def the_undo_list_is_one_that_can_be_shown(self) -> None:
        for key in (self.desk.ana, self.desk.ben):
            for title in (history.undo_title(self.desk.workspace, key), history.redo_title(self.desk.workspace, key)):
                assert title is None or title

    @invariant()
    def sentences_tile_the_text(self) -> None:
        with self.desk.workspace.reading() as connection:
            for record in queries.documents(connection):
                ends = [sentence.end_char for sentence in record.sentences]
                assert ends == sorted(set(ends))
                assert ends[-1] == len(record.text)

    @invariant()
    def sentences_fit_the_language_and_the_choice(self) -> None:
        policy = resplit.quote_policy(self.desk.workspace)
        for row in self.desk.rows()["document"]:
            assert row["sentence_ends"] == sentence_ends(self.texts[row["id"]], row["language"], policy)


def test_any_work_of_two(settings_home: Path) -> None:
    run_any_work(TwoAtWork, few=8)


def test_the_refusals_are_for_persons() -> None:
    assert all(issubclass(refusal, AnnotatorError) for refusal in REFUSALS)


def test_nothing_of_this_is_loaded_twice(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "p.annotator")
    for number, text in enumerate(TEXTS):
        loading.load_content(desk.workspace, text.encode(), f"{number}.txt", desk.ana)
    with pytest.raises(AlreadyLoaded):
        loading.load_content(desk.workspace, TEXTS[0].encode(), "again.txt", desk.ben)
    desk.workspace.close()
