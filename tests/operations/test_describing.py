"""The links and sources of an article, and a source that is made for an annotation."""

import pytest

from annotator.errors import AnnotatorError, InvalidLabelSet
from annotator.operations import annotations, describing, history, relations, sources
from tests.store.desk import Desk


def test_links_and_sources_are_read_together(desk: Desk) -> None:
    document_id = desk.load()
    denial, claim = desk.tag(document_id, 0, 20, "denial"), desk.tag(document_id, 51, 62)
    assert describing.read_ties(desk.workspace, document_id) == describing.Ties()
    link = relations.link(desk.workspace, denial.id, "denies", claim.id, desk.ana)
    rina = sources.add_source(desk.workspace, "Rina", desk.ana)
    sources.add_source(desk.workspace, "Nobody here", desk.ana)
    relations.set_sources(desk.workspace, [claim.id], "attributed_to", [rina.id], desk.ana)
    ties = describing.read_ties(desk.workspace, document_id)
    assert ties.sources == (rina,)
    assert ties.relations[0] == link
    assert [one.source_id for one in ties.relations] == [None, rina.id]


def test_a_source_is_made_and_named_in_one_step(desk: Desk) -> None:
    document_id = desk.load()
    ids = [desk.tag(document_id, start, start + 4).id for start in (0, 10)]
    made = describing.name_new_source(desk.workspace, ids, "attributed_to", "  Rina \n Hartono", desk.ana)
    assert made.name == "Rina Hartono"
    links = describing.read_ties(desk.workspace, document_id).relations
    assert [(one.from_id, one.source_id) for one in links] == [(key, made.id) for key in ids]
    assert history.undo(desk.workspace, desk.ana) == "New source"
    assert describing.read_ties(desk.workspace, document_id) == describing.Ties()
    assert sources.read_sources(desk.workspace) == []


def test_fields_and_sources_are_said_in_one_step_or_not_at_all(desk: Desk) -> None:
    document_id = desk.load()
    quotes = [desk.tag(document_id, start, start + 4, "quote") for start in (0, 10)]
    ids = [quote.id for quote in quotes]
    ali, sari = (sources.add_source(desk.workspace, name, desk.ana).id for name in ("Ali", "Sari"))
    two = {"attributed_to": [ali], "addressed_to": [ali, sari]}
    describing.describe(desk.workspace, ids, {"medium": "speech"}, two, desk.ana)
    assert [one.attributes["medium"] for one in annotations.read_annotations(desk.workspace, ids)] == ["speech"] * 2
    named = [one.source_id for one in relations.read_relations(desk.workspace, ids[:1])]
    assert named == [ali, ali, sari]
    with pytest.raises(InvalidLabelSet):
        describing.describe(desk.workspace, ids, {"medium": "writing"}, {"attributed_to": [ali, sari]}, desk.ana)
    with pytest.raises(InvalidLabelSet):
        describing.describe(desk.workspace, ids, {"claim_kind": "quantity"}, {"attributed_to": []}, desk.ana)
    assert len(relations.read_relations(desk.workspace, ids)) == 6
    history.undo(desk.workspace, desk.ana)
    assert annotations.read_annotations(desk.workspace, ids) == quotes
    assert relations.read_relations(desk.workspace, ids) == []
    assert desk.problems() == []


def test_it_comes_to_those_there_are_where_several_can_be_named(desk: Desk) -> None:
    quote = desk.tag(desk.load(), 21, 39, "quote")
    for name in ("Ali", "Sari"):
        describing.name_new_source(desk.workspace, [quote.id], "addressed_to", name, desk.ana)
        describing.name_new_source(desk.workspace, [quote.id], "attributed_to", name, desk.ana)
    ties = describing.read_ties(desk.workspace, quote.document_id)
    names = {source.id: source.name for source in sources.read_sources(desk.workspace)}
    named = [(one.kind, names[one.source_id]) for one in ties.relations if one.source_id]
    assert sorted(named) == [("addressed_to", "Ali"), ("addressed_to", "Sari"), ("attributed_to", "Sari")]


def test_nothing_is_made_that_cannot_be_named(desk: Desk) -> None:
    claim = desk.tag(desk.load())
    with pytest.raises(InvalidLabelSet):
        describing.name_new_source(desk.workspace, [claim.id], "addressed_to", "Ali", desk.ana)
    with pytest.raises(AnnotatorError, match="needs a name"):
        describing.name_new_source(desk.workspace, [claim.id], "attributed_to", " ", desk.ana)
    assert sources.read_sources(desk.workspace) == []
    assert annotations.read_annotation(desk.workspace, claim.id) == claim
