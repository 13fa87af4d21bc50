"""The words behind the keys in a list of losses."""

from uuid import uuid4

from annotator.core.losses import Loss
from annotator.operations.lost_words import words_of
from annotator.operations.sources import add_source
from tests.store.desk import Desk


def test_annotations_have_their_words_and_articles_their_title(desk: Desk) -> None:
    key = desk.load()
    claim = desk.tag(key, 0, 9)
    title = desk.workspace
    found = words_of(
        title,
        [Loss(str(key), str(claim.id), "note", "…"), Loss(str(key), "", "text", "…"), Loss("x", str(uuid4()), "", "")],
    )
    assert found.keys() == {str(key), str(claim.id)}
    assert len(found[str(claim.id)]) == 9


def test_long_words_are_cut_and_protected_names_hidden(desk: Desk) -> None:
    key = desk.load("Rina Hasan spoke. " + "word " * 100)
    long = desk.tag(key, 0, 400)
    add_source(desk.workspace, "Rina Hasan", desk.ana, protected=True)
    found = words_of(desk.workspace, [Loss(str(key), str(long.id), "note", "…")])
    assert found[str(long.id)].startswith("████ █████ spoke.")
    assert len(found[str(long.id)]) == 121
