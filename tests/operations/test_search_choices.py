"""What a search can be narrowed by is what there is."""

import pytest

from annotator.errors import NotFound
from annotator.operations.search_choices import annotator_called, search_choices
from annotator.store.tables import Document
from tests.store.desk import Desk


def test_the_commonest_come_first(desk: Desk) -> None:
    outlets = ("Koran Kita", "Antara", "Koran Kita", "")
    for number, outlet in enumerate(outlets):
        key = desk.load(f"Judul {number}")
        with desk.workspace.edit("Outlet", desk.ana) as session:
            document = session.get(Document, key)
            assert document
            document.outlet, document.language = outlet, "en" if number else "id"
    choices = search_choices(desk.workspace)
    assert choices.outlets == ("Koran Kita", "Antara")
    assert choices.languages == ("en", "id")
    assert list(choices.annotators.values()) == ["Ana", "Ben"]
    assert choices.label_set.label("claim").key == "claim"


def test_an_annotator_by_name(desk: Desk) -> None:
    assert annotator_called(desk.workspace, "Ben") == desk.ben
    with pytest.raises(NotFound):
        annotator_called(desk.workspace, "Xu")
