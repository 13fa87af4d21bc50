"""Sentences are cut anew as the newsroom wants; what is said about the text never moves."""

from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.quote_policy import OTHERS, sentence_ends
from annotator.core.records import Progress, SentenceState
from annotator.core.spans import Span, trim
from annotator.errors import Cancelled, EditConflict
from annotator.operations import annotations, documents, history, loading, sentences
from annotator.operations.resplit import (
    Resplit,
    Scope,
    language_counts,
    preview_resplit,
    quote_policy,
    resplit,
)
from annotator.reading.pool import Pool, shared_pool
from tests.store.desk import Desk

QUOTED = "“Kami tidak mundur. Kami akan datang. Tunggu saja,” ujar Wati. Dewan kota diam.\n"
PARTS = ["“Kami tidak mundur.", "Kami akan datang.", "Tunggu saja,” ujar Wati.", "Dewan kota diam."]
PLAIN = "Harga naik. Pedagang diam.\n"
ENGLISH = "“We stay. We wait,” said Ann Lee. The board was silent.\n"
SPLIT, USUAL = {"id": "split"}, {"id": "usual"}


def load(desk: Desk, *texts: str, language: str = "id") -> list[UUID]:
    """Load articles that a person says are in a language."""
    keys = [desk.load(text) for text in texts]
    for key in keys:
        documents.set_language(desk.workspace, key, language, desk.ben)
    return keys


def read(desk: Desk, key: UUID) -> list[str]:
    record = documents.read_document(desk.workspace, key)
    return [record.text[start:end].strip() for start, end in record.sentences]


def extents(desk: Desk, key: UUID) -> list[Span]:
    record = documents.read_document(desk.workspace, key)
    return [trim(record.text, sentence) for sentence in record.sentences]


def said(desk: Desk) -> list[Any]:
    """What is said about the texts, as the rows have it."""
    rows = desk.rows()
    pieces = [(row["id"], row["furniture"]) for row in rows["document"]]
    return [rows["annotation"], rows["mark"], rows["sentence_break"], pieces]


# The newsroom's choice


def test_a_choice_cuts_what_is_there_and_what_comes(desk: Desk) -> None:
    (key,) = load(desk, QUOTED)
    assert len(read(desk, key)) == 2
    assert resplit(desk.workspace, desk.ana, SPLIT) == Resplit(1, 1, before=1, after=3)
    assert read(desk, key) == PARTS
    assert quote_policy(desk.workspace) == SPLIT
    (later,) = load(desk, QUOTED + PLAIN)
    assert read(desk, later)[:4] == PARTS
    assert desk.problems() == []


def test_what_is_loaded_is_cut_by_the_choice_at_once(desk: Desk, tmp_path: Any) -> None:
    resplit(desk.workspace, desk.ana, {OTHERS: "whole"})
    (tmp_path / "a.txt").write_text(ENGLISH)
    loading.load_files(desk.workspace, [tmp_path / "a.txt"], desk.ana, detect_language=False)
    (summary,) = documents.list_documents(desk.workspace)
    assert len(read(desk, summary.id)) == 2
    pasted = loading.load_content(desk.workspace, (ENGLISH + PLAIN).encode(), "", desk.ana, detect_language=False)
    assert len(read(desk, pasted.id)) == 4


def test_the_choice_and_the_sentences_are_one_step(desk: Desk) -> None:
    keys = load(desk, *(f"{QUOTED}{number}." for number in range(70)))  # more than one batch
    before = desk.rows()
    report = resplit(desk.workspace, desk.ana, SPLIT)
    assert (report.articles, report.changed, report.before, report.after) == (70, 70, 70, 210)
    after = desk.rows()
    assert history.undo(desk.workspace, desk.ana) == "Cut sentences anew"
    assert desk.rows() == before
    assert history.undo_title(desk.workspace, desk.ana) == "Load article"
    history.redo(desk.workspace, desk.ana)
    assert desk.rows() == after
    assert all(read(desk, key)[:4] == PARTS for key in keys)
    assert desk.problems() == []


def test_another_language_follows_the_choice_too(desk: Desk) -> None:
    resplit(desk.workspace, desk.ana, {"id": "split", "en": "whole"})
    (key,) = load(desk, QUOTED)
    assert len(read(desk, key)) == 4
    documents.set_language(desk.workspace, key, "en", desk.ana)
    assert len(read(desk, key)) == 2
    documents.set_language(desk.workspace, key, "de", desk.ana)
    assert len(read(desk, key)) == 4


def test_only_what_ends_elsewhere_is_written(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    load(desk, QUOTED, PLAIN, PLAIN + PLAIN)
    entries = desk.entries()
    report = resplit(desk.workspace, desk.ana, SPLIT)
    assert (report.articles, report.changed) == (3, 1)
    assert desk.entries() == entries + 2  # the choice, and one article
    assert resplit(desk.workspace, desk.ana, SPLIT) == Resplit(3)
    assert desk.entries() == entries + 2
    monkeypatch.setattr(desk.workspace, "edit", None)  # nobody need wait where nothing is written
    assert resplit(desk.workspace, desk.ana) == Resplit(3)


def test_a_choice_that_says_nothing_is_none(desk: Desk) -> None:
    resplit(desk.workspace, desk.ana, SPLIT)
    resplit(desk.workspace, desk.ana, {"id": "usual"})
    assert desk.rows()["project"][0]["quotes"] is None
    assert quote_policy(desk.workspace) == {}
    assert desk.problems() == []


# Which articles


def test_some_articles_or_those_of_one_language(desk: Desk) -> None:
    one, other = load(desk, QUOTED, QUOTED + PLAIN)
    (english,) = load(desk, ENGLISH, language="en")
    for key in (one, other, english):
        cut_otherwise(desk, key)
    assert resplit(desk.workspace, desk.ana, scope=Scope([one])).articles == 1
    assert len(read(desk, one)) == 2
    assert resplit(desk.workspace, desk.ana, scope=Scope(language="en")).changed == 1
    assert len(read(desk, english)) == 3
    assert len(read(desk, other)) == 1
    assert language_counts(desk.workspace) == {"id": 2, "en": 1}
    assert resplit(desk.workspace, desk.ana, scope=Scope([uuid4()])) == Resplit()
    assert resplit(desk.workspace, desk.ana, scope=Scope([])) == Resplit()


def cut_otherwise(desk: Desk, key: UUID) -> None:
    """One sentence, as some older rules may have cut it."""
    with desk.workspace.edit("Older rules", desk.ben) as session:
        row = documents.document_row(session, key)
        row.sentence_ends = [row.length]


# What it would do


def test_a_preview_tells_the_same_and_changes_nothing(desk: Desk) -> None:
    load(desk, QUOTED, PLAIN, QUOTED + PLAIN)
    before, entries = desk.rows(), desk.entries()
    seen: list[tuple[int, int]] = []
    found = preview_resplit(desk.workspace, SPLIT, progress=lambda done, total: seen.append((done, total)))
    assert found == Resplit(3, 2, before=2, after=6)
    assert seen == [(3, 3)]
    assert (desk.rows(), desk.entries()) == (before, entries)
    assert resplit(desk.workspace, desk.ana, SPLIT) == found
    assert preview_resplit(desk.workspace) == Resplit(3)
    with pytest.raises(Cancelled):
        preview_resplit(desk.workspace, cancelled=lambda: True)


def test_what_a_correction_by_hand_hides_is_not_counted(desk: Desk) -> None:
    (key,) = load(desk, QUOTED)
    for part in PARTS[1:3]:
        sentences.split_sentence(desk.workspace, key, QUOTED.index(part), desk.ana)
    assert preview_resplit(desk.workspace, SPLIT) == Resplit(1)


# Stopped, overtaken


def test_stopped_at_once_nothing_is_changed(desk: Desk) -> None:
    load(desk, QUOTED)
    before = desk.rows()
    assert resplit(desk.workspace, desk.ana, SPLIT, cancelled=lambda: True) == Resplit(cancelled=True)
    assert desk.rows() == before


def test_stopped_on_the_way_it_is_still_one_step(desk: Desk) -> None:
    keys = load(desk, *(f"{QUOTED}{number}." for number in range(70)))
    before = desk.rows()
    answers = iter((False, False, True))
    report = resplit(desk.workspace, desk.ana, SPLIT, cancelled=lambda: next(answers))
    assert (report.cancelled, report.articles, report.total, report.changed) == (True, 64, 70, 64)
    assert len(read(desk, keys[0])) == 5
    assert len(read(desk, keys[-1])) == 3
    assert resplit(desk.workspace, desk.ana).changed == 6  # the rest, by the choice that was made
    for _ in range(2):
        history.undo(desk.workspace, desk.ana)
    assert desk.rows() == before


@pytest.mark.parametrize("meanwhile", ["undone", "chosen otherwise"])
def test_a_choice_that_changes_meanwhile_stops_it(desk: Desk, meanwhile: str) -> None:
    load(desk, *(f"{QUOTED}{number}." for number in range(70)))
    meddle: Callable[[], object] = {
        "undone": lambda: history.undo(desk.workspace, desk.ana),
        "chosen otherwise": lambda: resplit(desk.workspace, desk.ben, USUAL, Scope([])),
    }[meanwhile]

    def at_the_first_batch(done: int, _total: int) -> None:
        if done == 64:
            meddle()

    with pytest.raises(EditConflict, match="once more"):
        resplit(desk.workspace, desk.ana, SPLIT, progress=at_the_first_batch)
    assert quote_policy(desk.workspace) == {}
    resplit(desk.workspace, desk.ben)
    assert preview_resplit(desk.workspace) == Resplit(70)
    assert desk.problems() == []


def test_a_colleague_s_choice_for_another_language_is_kept_and_stops_nothing(desk: Desk) -> None:
    load(desk, *(f"{QUOTED}{number}." for number in range(70)))

    def choose(done: int, _total: int) -> None:
        if done == 64:
            resplit(desk.workspace, desk.ben, {"ar": "whole"}, Scope([]))

    assert resplit(desk.workspace, desk.ana, SPLIT, progress=choose).changed == 70
    assert quote_policy(desk.workspace) == {"ar": "whole", "id": "split"}
    resplit(desk.workspace, desk.ana, USUAL)
    assert quote_policy(desk.workspace) == {"ar": "whole"}


def test_an_article_whose_language_changes_meanwhile_is_cut_by_the_new_one(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    (key,) = load(desk, QUOTED)
    cut_otherwise(desk, key)
    whole_batch = sentence_ends

    def slow(text: str, language: str, policy: Any) -> list[int]:
        monkeypatch.undo()
        documents.set_language(desk.workspace, key, "en", desk.ben)
        cut_otherwise(desk, key)
        return whole_batch(text, language, policy)

    monkeypatch.setattr("annotator.operations.resplit.sentence_ends", slow)
    resplit(desk.workspace, desk.ana)
    assert read(desk, key) == PARTS


def test_a_choice_made_while_an_article_loads_holds_for_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_slowly(*arguments: Any) -> Any:
        answers = list(Pool.read(*arguments))
        monkeypatch.undo()
        resplit(desk.workspace, desk.ben, {OTHERS: "whole"})
        yield from answers

    monkeypatch.setattr(loading, "shared_pool", lambda: SimpleNamespace(read=partial(read_slowly, shared_pool())))
    assert len(read(desk, desk.load(ENGLISH))) == 2


def test_a_choice_made_while_a_language_is_set_holds_for_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    key = desk.load(QUOTED)

    def slow(text: str, language: str, policy: Any) -> list[int]:
        monkeypatch.undo()
        resplit(desk.workspace, desk.ben, SPLIT)
        return sentence_ends(text, language, policy)

    monkeypatch.setattr("annotator.operations.documents.sentence_ends", slow)
    documents.set_language(desk.workspace, key, "id", desk.ana)
    assert read(desk, key) == PARTS


def test_an_article_that_is_removed_meanwhile_is_let_go(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    (key,) = load(desk, QUOTED)

    def slow(text: str, language: str, policy: Any) -> list[int]:
        monkeypatch.undo()
        documents.remove_document(desk.workspace, key, desk.ben)
        return sentence_ends(text, language, policy)

    monkeypatch.setattr("annotator.operations.resplit.sentence_ends", slow)
    resplit(desk.workspace, desk.ana, SPLIT)
    assert desk.rows()["document"] == []


# What is said stays


def test_corrections_by_hand_stay_in_force(desk: Desk) -> None:
    (key,) = load(desk, QUOTED)
    sentences.split_sentence(desk.workspace, key, QUOTED.index("kota"), desk.ana)
    sentences.join_sentence(desk.workspace, key, 0, desk.ana)
    assert read(desk, key) == [QUOTED[: QUOTED.index("kota")].strip(), "kota diam."]
    resplit(desk.workspace, desk.ana, SPLIT)
    assert read(desk, key) == [*PARTS[:2], "Tunggu saja,” ujar Wati. Dewan", "kota diam."]
    assert sentences.forget_corrections(desk.workspace, key, desk.ana) == 2
    assert read(desk, key) == PARTS


def test_parts_that_were_read_are_read_when_they_are_one_sentence(desk: Desk) -> None:
    (key,) = load(desk, QUOTED)
    resplit(desk.workspace, desk.ana, SPLIT)
    first, second, third, last = extents(desk, key)
    annotations.mark_nothing(desk.workspace, key, [first, second], desk.ana)
    annotations.mark_nothing(desk.workspace, key, [third], desk.ben)
    assert documents.progress_of(desk.workspace, [key])[key] == Progress(4, 0, 3)
    resplit(desk.workspace, desk.ana, USUAL)
    assert documents.progress_of(desk.workspace, [key])[key] == Progress(2, 0, 1)
    annotations.clear_nothing(desk.workspace, key, [second], desk.ana)
    assert documents.progress_of(desk.workspace, [key])[key] == Progress(2, 0, 0)
    desk.tag(key, *second)
    assert documents.states_of(documents.read_document(desk.workspace, key))[0] is SentenceState.TAGGED
    resplit(desk.workspace, desk.ana, SPLIT)
    assert documents.progress_of(desk.workspace, [key])[key] == Progress(4, 1, 2)
    assert last == extents(desk, key)[-1]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    tags=st.lists(st.tuples(st.integers(0, 68), st.integers(1, 12)), max_size=4),
    read_parts=st.sets(st.integers(0, 3)),
    furniture=st.none() | st.tuples(st.integers(0, 68), st.integers(1, 12)),
    splits=st.sets(st.integers(1, 78), max_size=3),
    choices=st.lists(st.sampled_from((SPLIT, USUAL, {OTHERS: "split"}, {OTHERS: "whole", "id": "usual"})), max_size=4),
)
def test_whatever_is_said_stays_where_it_is(
    desk: Desk,
    tags: list[tuple[int, int]],
    read_parts: set[int],
    furniture: tuple[int, int] | None,
    splits: set[int],
    choices: list[dict[str, str]],
) -> None:
    resplit(desk.workspace, desk.ana, SPLIT)
    (key,) = load(desk, QUOTED)
    try:
        parts = extents(desk, key)
        for start, length in tags:
            desk.tag(key, start, start + length)
        if read_parts:
            annotations.mark_nothing(desk.workspace, key, [parts[part] for part in sorted(read_parts)], desk.ana)
        if furniture and QUOTED[furniture[0] : sum(furniture)].strip():
            documents.toggle_furniture(desk.workspace, key, Span(furniture[0], sum(furniture)), desk.ana)
        for at in splits - {end for _, end in documents.read_document(desk.workspace, key).sentences}:
            if not QUOTED[at].isspace():
                sentences.split_sentence(desk.workspace, key, at, desk.ana)
        before, seen_part = said(desk), {at for part in read_parts for at in range(*parts[part])}
        for changes in choices:
            resplit(desk.workspace, desk.ana, changes)
            assert said(desk) == before
            check_states(desk, key, tags, seen_part, with_furniture=furniture is not None)
    finally:
        documents.remove_document(desk.workspace, key, desk.ana)


def check_states(
    desk: Desk, key: UUID, tags: list[tuple[int, int]], seen_part: set[int], *, with_furniture: bool
) -> None:
    """A tag makes its sentences tagged; a sentence is read when all that is seen of it was read."""
    states = documents.states_of(documents.read_document(desk.workspace, key))
    for (start, end), state in zip(extents(desk, key), states, strict=True):
        if any(start < at + length and at < end for at, length in tags):
            assert state in (SentenceState.TAGGED, SentenceState.FURNITURE)
        elif seen_part.issuperset(at for at in range(start, end) if not QUOTED[at].isspace()):
            assert state in (SentenceState.NOTHING, SentenceState.FURNITURE)
        elif not with_furniture:
            assert state is SentenceState.UNDECIDED
