"""Which annotations of a file are here already."""

from dataclasses import replace
from uuid import uuid4

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle
from annotator.core.foreign_places import Places
from annotator.core.spans import Span
from annotator.operations.documents import read_document
from annotator.operations.import_known import FoundAnnotation, Known, NewArticle, own_key, own_keys
from annotator.operations.import_matching import Here, Match
from annotator.operations.import_planning import Plan, PlannedAnnotation
from annotator.store.import_reads import AnnotationHome
from tests.store.desk import Desk


def planned(key: str, start: int = 0, end: int = 4, label: str = "claim") -> PlannedAnnotation:
    span = Span(start, end)
    return PlannedAnnotation(ExchangedAnnotation(key, label, (span,)), label, (span,), {}, {}, "")


def test_an_annotation_is_known_by_key_then_foreign_key_then_place(desk: Desk) -> None:
    mine = desk.tag(desk.load())
    record = read_document(desk.workspace, mine.document_id)
    foreign = replace(mine, id=uuid4(), segments=(Span(11, 20),), foreign_key="w3c:7")
    known = Known(replace(record, annotations=(mine, foreign)), {})
    assert known.find(planned(str(mine.id), 11, 20), "Ben", "") == (mine.id, "claim", mine.segments)
    assert known.find(planned("7", 0, 1), "Ana", "w3c:7") == (foreign.id, "claim", foreign.segments)
    assert known.find(planned("7", 0, 1), "Ben", "w3c:7") is None
    assert known.find(planned("x"), "Ana", "") == (mine.id, "claim", mine.segments)
    assert known.find(planned("x", label="denial"), "Ana", "") is None
    known.add(FoundAnnotation(uuid4(), "denial", mine.segments), "Ana", "")
    assert known.find(planned("x", label="denial"), "Ana", "") is not None


def test_a_key_of_ours_is_known_wherever_it_is(desk: Desk) -> None:
    record = read_document(desk.workspace, desk.load())
    elsewhere = AnnotationHome(uuid4(), uuid4(), desk.ana, "claim")
    known = Known(record, {elsewhere.id: elsewhere})
    assert known.elsewhere(planned(str(elsewhere.id))) == elsewhere
    assert known.elsewhere(planned("7")) is None


def test_of_an_article_that_is_new_nothing_is_known_but_what_comes() -> None:
    known = Known(NewArticle(uuid4(), "Satu dua"), {})
    assert known.find(planned("x"), "Ana", "w3c:x") is None
    found = FoundAnnotation(uuid4(), "claim", (Span(0, 4),))
    known.add(found, "Ana", "w3c:x")
    assert known.find(planned("x", 2, 3), "Ana", "w3c:x") == known.find(planned("y"), "Ana", "") == found
    assert known.find(planned("y"), "Ben", "w3c:x") is None


def test_only_whole_keys_are_ours() -> None:
    key = uuid4()
    assert own_key(str(key)) == key
    assert own_key(key.hex) is own_key("x" * 36) is own_key("") is None
    article = ExchangedArticle("a", "Satu")
    plan = Plan(Match(article, Here.NEW, Places(article, "Satu")), key, annotations=[planned(str(key)), planned("7")])
    assert own_keys([plan]) == {key}
