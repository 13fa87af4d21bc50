"""The library follows the project without reading all of it again."""

from typing import Any
from uuid import UUID

import pytest

from annotator.errors import ProjectError
from annotator.operations import documents, loading
from tests.ui.stage import Stage


def _titles(stage: Stage) -> list[str]:
    model = stage.window.library.list_view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def _put(stage: Stage, name: str) -> UUID:
    session = stage.session
    return loading.load_text(session.workspace, f"{name}.\n\nIts text, {name}.", session.annotator_id).id


def test_what_comes_goes_and_changes_is_shown_with_only_that_read(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.start()
    session = stage.session
    asked: list[Any] = []
    read = documents.list_documents

    def listed(workspace: Any, ids: Any = None) -> Any:
        asked.append(ids)
        return read(workspace, ids)

    monkeypatch.setattr(documents, "list_documents", listed)
    first, second = _put(stage, "One"), _put(stage, "Two")
    stage.qtbot.waitUntil(lambda: _titles(stage) == ["Two.", "One."])
    documents.rename_document(session.workspace, first, "Uno", session.annotator_id)
    stage.qtbot.waitUntil(lambda: _titles(stage) == ["Two.", "Uno"])
    documents.remove_document(session.workspace, second, session.annotator_id)
    stage.qtbot.waitUntil(lambda: _titles(stage) == ["Uno"])
    session.undo()
    session.list_documents()
    assert _titles(stage) == ["Two.", "Uno"]
    assert session.listing.has(second)
    assert session.document_count == 2
    assert None not in asked


def test_a_tag_reads_no_list(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.start().load()
    stage.session.list_documents()
    monkeypatch.setattr(documents, "list_documents", lambda *_: pytest.fail("the list was read"))
    stage.session.tagging.tag("claim")
    stage.settle()
    stage.qtbot.wait(350)


def test_what_could_not_be_read_is_read_the_next_time(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.start()
    _put(stage, "One")
    read = documents.list_documents

    def fails(*_: object) -> object:
        raise ProjectError("The project is away.")

    monkeypatch.setattr(documents, "list_documents", fails)
    stage.session.list_documents()
    assert stage.window.banner.notice.text == "The project is away."
    monkeypatch.setattr(documents, "list_documents", read)
    stage.session.list_documents()
    assert _titles(stage) == ["One."]
