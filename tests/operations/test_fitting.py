"""Nobody's undo fails because sentences were cut anew, and afterwards all of them fit."""

from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest

from annotator.core.quote_policy import OTHERS, sentence_ends
from annotator.errors import EditConflict
from annotator.operations import documents, fitting, history
from annotator.operations.resplit import quote_policy, resplit
from tests.store.desk import Desk

QUOTED = "“Kami tidak mundur. Kami akan datang. Tunggu saja,” ujar Wati. Dewan kota diam.\n"
PLAIN = "Harga naik. Pedagang diam.\n"
SPLIT, WHOLE = {"id": "split"}, {"id": "whole"}


@pytest.fixture(autouse=True)
def sound(desk: Desk) -> Iterator[None]:
    """Whatever a test did, the journal tells it as the rows do."""
    yield
    assert desk.problems() == []


def load(desk: Desk, text: str = QUOTED, language: str = "id") -> UUID:
    key = desk.load(text)
    documents.set_language(desk.workspace, key, language, desk.ana)
    return key


def ends(desk: Desk, key: UUID) -> list[int]:
    (row,) = (row for row in desk.rows()["document"] if row["id"] == key)
    return list(row["sentence_ends"])


def count(desk: Desk, key: UUID) -> int:
    return len(documents.read_document(desk.workspace, key).sentences)


def fit(desk: Desk) -> bool:
    """True when every article is cut for its language and by the newsroom's choice."""
    policy = quote_policy(desk.workspace)
    records = [documents.read_document(desk.workspace, row["id"]) for row in desk.rows()["document"]]
    return all(ends(desk, one.id) == sentence_ends(one.text, one.language, policy) for one in records)


def cut_by_older_rules(desk: Desk, key: UUID, *ends: int) -> None:
    """One sentence, or more, as some older rules may have cut it."""
    with desk.workspace.edit("Older rules", None, undoable=False) as session:
        row = documents.document_row(session, key)
        row.sentence_ends = [*ends, row.length]


# A colleague cuts anew


def test_what_was_loaded_and_tagged_before_can_be_undone(desk: Desk) -> None:
    key = desk.load(QUOTED)
    desk.tag(key)
    assert resplit(desk.workspace, desk.ben, {OTHERS: "whole"}).changed == 1
    history.undo(desk.workspace, desk.ana)
    assert desk.rows()["annotation"] == []
    history.undo(desk.workspace, desk.ana)
    assert desk.rows()["document"] == []
    for _ in range(2):
        history.redo(desk.workspace, desk.ana)
    assert fit(desk)
    assert len(desk.rows()["annotation"]) == 1


def test_a_language_that_was_set_before_can_be_undone(desk: Desk) -> None:
    key = load(desk)
    documents.set_language(desk.workspace, key, "en", desk.ana)
    resplit(desk.workspace, desk.ben, {"en": "whole", "id": "split"})
    assert count(desk, key) == 2
    history.undo(desk.workspace, desk.ana)
    assert count(desk, key) == 4
    history.redo(desk.workspace, desk.ana)
    assert count(desk, key) == 2


def test_what_a_colleague_has_cut_anew_since_stays_so(desk: Desk) -> None:
    key = load(desk)
    cut_by_older_rules(desk, key)
    resplit(desk.workspace, desk.ana)
    cut_by_older_rules(desk, key)
    resplit(desk.workspace, desk.ben, SPLIT)
    assert history.undo(desk.workspace, desk.ana) == "Cut sentences anew"
    assert count(desk, key) == 4
    assert history.undo_title(desk.workspace, desk.ana) == "Change language"  # though nothing was left to take back
    assert history.redo(desk.workspace, desk.ana) == "Cut sentences anew"
    assert fit(desk)


def test_what_is_cut_otherwise_since_stays_so_where_both_fit(desk: Desk) -> None:
    key = load(desk)
    cut_by_older_rules(desk, key)
    resplit(desk.workspace, desk.ana)
    cut_by_older_rules(desk, key, 20)
    history.undo(desk.workspace, desk.ana)
    assert ends(desk, key) == [20, len(QUOTED)]


# Oneself cuts anew, and a colleague changes an article


@pytest.mark.parametrize("language", ["en", "zh"])
def test_cutting_anew_can_be_undone_though_a_language_was_set_since(desk: Desk, language: str) -> None:
    key, other = load(desk), load(desk, QUOTED + PLAIN)
    resplit(desk.workspace, desk.ana, SPLIT)
    documents.set_language(desk.workspace, key, language, desk.ben)
    history.undo(desk.workspace, desk.ana)
    assert quote_policy(desk.workspace) == {}
    assert count(desk, other) == 4
    assert fit(desk)
    history.redo(desk.workspace, desk.ana)
    assert fit(desk)


def test_cutting_anew_can_be_undone_though_an_article_was_removed_since(desk: Desk) -> None:
    key, other = load(desk), load(desk, QUOTED + PLAIN)
    resplit(desk.workspace, desk.ana, SPLIT)
    documents.remove_document(desk.workspace, key, desk.ben)
    history.undo(desk.workspace, desk.ana)
    assert count(desk, other) == 4
    history.undo(desk.workspace, desk.ben)
    assert count(desk, key) == 2
    assert fit(desk)


def test_a_language_with_the_same_sentences_is_noticed(desk: Desk) -> None:
    key = load(desk, language="en")
    resplit(desk.workspace, desk.ana, {"en": "whole"})
    before = ends(desk, key)
    documents.set_language(desk.workspace, key, "id", desk.ben)
    assert ends(desk, key) == before
    history.undo(desk.workspace, desk.ana)
    assert ends(desk, key) == before
    assert fit(desk)


def test_an_article_in_another_language_now_that_no_other_cut_fits_is_cut_anew(desk: Desk) -> None:
    key = load(desk)
    resplit(desk.workspace, desk.ana, {OTHERS: "split"})
    documents.set_language(desk.workspace, key, "ms", desk.ben)
    resplit(desk.workspace, desk.ben, {"id": "whole"})
    history.undo(desk.workspace, desk.ana)
    assert quote_policy(desk.workspace) == WHOLE
    assert fit(desk)


def test_articles_that_came_since_follow_the_choice_that_is_taken_back(desk: Desk) -> None:
    load(desk, PLAIN)
    resplit(desk.workspace, desk.ana, SPLIT)
    later = desk.load(QUOTED, desk.ben)
    documents.set_language(desk.workspace, later, "id", desk.ben)
    assert count(desk, later) == 4
    history.undo(desk.workspace, desk.ana)
    assert count(desk, later) == 2
    history.redo(desk.workspace, desk.ana)
    assert count(desk, later) == 4


# Each language's choice is of its own


def test_a_colleague_s_choice_for_another_language_stays(desk: Desk) -> None:
    key, english = load(desk), load(desk, QUOTED + PLAIN, "en")
    resplit(desk.workspace, desk.ana, SPLIT)
    resplit(desk.workspace, desk.ben, {"en": "whole"})
    history.undo(desk.workspace, desk.ana)
    assert quote_policy(desk.workspace) == {"en": "whole"}
    assert (count(desk, key), count(desk, english)) == (2, 4)
    assert fit(desk)


def test_a_choice_for_the_same_language_is_not_overwritten(desk: Desk) -> None:
    load(desk)
    resplit(desk.workspace, desk.ana, SPLIT)
    resplit(desk.workspace, desk.ben, WHOLE)
    with pytest.raises(EditConflict):
        history.undo(desk.workspace, desk.ana)
    assert quote_policy(desk.workspace) == WHOLE


def test_a_choice_that_meant_nothing_when_it_was_made_means_something_when_it_goes(desk: Desk) -> None:
    key = load(desk)
    resplit(desk.workspace, desk.ben, {OTHERS: "split"})
    resplit(desk.workspace, desk.ana, SPLIT)
    resplit(desk.workspace, desk.ben, {OTHERS: "usual"})
    assert count(desk, key) == 4
    history.undo(desk.workspace, desk.ana)
    assert count(desk, key) == 2
    assert fit(desk)


# What fits stays as the journal has it


def test_older_rules_come_back_with_an_undo(desk: Desk) -> None:
    key = load(desk)
    cut_by_older_rules(desk, key)
    former = ends(desk, key)
    resplit(desk.workspace, desk.ana)
    resplit(desk.workspace, desk.ben, {"ar": "split"})
    history.undo(desk.workspace, desk.ana)
    assert ends(desk, key) == former
    history.redo(desk.workspace, desk.ana)
    assert fit(desk)


def test_older_rules_come_back_though_a_colleague_tried_another_language(desk: Desk) -> None:
    key = load(desk)
    cut_by_older_rules(desk, key)
    resplit(desk.workspace, desk.ana, SPLIT)
    for language in ("en", "id"):
        documents.set_language(desk.workspace, key, language, desk.ben)
    history.undo(desk.workspace, desk.ana)
    assert ends(desk, key) == [len(QUOTED)]


def test_a_language_that_a_choice_is_not_about_is_let_be(desk: Desk) -> None:
    load(desk)
    english = load(desk, QUOTED + PLAIN, "en")
    resplit(desk.workspace, desk.ana, SPLIT)
    cut_by_older_rules(desk, english)
    history.undo(desk.workspace, desk.ana)
    assert ends(desk, english) == [len(QUOTED + PLAIN)]


def test_a_removed_article_comes_back_as_it_was_unless_the_choice_is_another(desk: Desk) -> None:
    key = load(desk)
    cut_by_older_rules(desk, key)
    former = ends(desk, key)
    documents.remove_document(desk.workspace, key, desk.ana)
    resplit(desk.workspace, desk.ben, {"ar": "split"})
    history.undo(desk.workspace, desk.ana)
    assert ends(desk, key) == former
    history.redo(desk.workspace, desk.ana)
    resplit(desk.workspace, desk.ben, SPLIT)
    history.undo(desk.workspace, desk.ana)
    assert count(desk, key) == 4


def test_a_load_that_is_done_again_follows_the_choice_of_now(desk: Desk) -> None:
    key = desk.load(QUOTED)
    history.undo(desk.workspace, desk.ana)
    resplit(desk.workspace, desk.ben, {OTHERS: "whole"})
    history.redo(desk.workspace, desk.ana)
    assert count(desk, key) == 2


def test_a_tag_is_undone_without_a_look_at_sentences(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    key = load(desk)
    desk.tag(key)
    resplit(desk.workspace, desk.ben, SPLIT)
    monkeypatch.setattr(fitting.journal, "entries_since_step", None)
    history.undo(desk.workspace, desk.ana)
    assert desk.rows()["annotation"] == []


def test_another_installation_sees_it_whole(desk: Desk) -> None:
    key = load(desk)
    resplit(desk.workspace, desk.ana, SPLIT)
    documents.set_language(desk.workspace, key, "en", desk.ben)
    other = desk.open(uuid4())
    history.undo(other, desk.ana)
    other.close()
    assert fit(desk)
