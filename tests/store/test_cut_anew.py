"""Sentences are cut anew in a project that others have open too, in a file and on a server."""

from uuid import uuid4

import pytest

from annotator.errors import EditConflict
from annotator.operations import documents, history, resplit, sentences
from annotator.store.workspace import Change
from tests.store.desk import Desk

QUOTED = "“Kami tidak mundur. Kami akan datang,” ujar Wati. Dewan kota diam.\n"
SPLIT = {"*": "split"}


def test_a_colleague_s_window_follows(desk: Desk) -> None:
    keys = [desk.load(f"{QUOTED}{number}.") for number in range(3)]
    for key in keys:
        documents.set_language(desk.workspace, key, "id", desk.ana)
    colleague = desk.open(uuid4())
    seen: list[Change] = []
    colleague.subscribe(seen.append)
    assert not colleague.catch_up()
    resplit.resplit(desk.workspace, desk.ana, SPLIT)
    assert colleague.catch_up()
    (change,) = seen
    assert change.tables == {"project", "document"}
    assert change.document_ids == set(keys)
    assert resplit.quote_policy(colleague) == SPLIT
    assert len(documents.read_document(colleague, keys[0]).sentences) == 4
    history.undo(desk.workspace, desk.ana)
    assert colleague.catch_up()
    assert resplit.quote_policy(colleague) == {}
    assert len(documents.read_document(colleague, keys[0]).sentences) == 3
    colleague.close()
    assert desk.problems() == []


def test_what_a_colleague_has_done_since_is_not_taken_back_with_it(desk: Desk) -> None:
    key = desk.load(QUOTED)
    documents.set_language(desk.workspace, key, "id", desk.ana)
    colleague = desk.open(uuid4())
    resplit.resplit(desk.workspace, desk.ana, SPLIT)
    sentences.join_sentence(colleague, key, 0, desk.ben)
    tagged = desk.tag(key, 0, 5)
    history.undo(desk.workspace, desk.ana)  # the tag
    resplit.resplit(colleague, desk.ben, {"*": "whole"})
    with pytest.raises(EditConflict):
        history.undo(desk.workspace, desk.ana)
    assert resplit.quote_policy(colleague) == {"*": "whole"}
    history.undo(colleague, desk.ben)
    history.undo(desk.workspace, desk.ana)
    assert resplit.quote_policy(colleague) == {}
    assert [row["joined"] for row in desk.rows()["sentence_break"]] == [True]
    assert tagged.document_id == key
    colleague.close()
    assert desk.problems() == []
