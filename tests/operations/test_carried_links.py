"""Links, sources and the log of contacts go over to a new version and to copies."""

from uuid import UUID

from annotator.core.spans import Span
from annotator.operations import annotations, applying, documents, history, relations, sources
from annotator.operations.verification import verify
from annotator.store.relations import contacts
from annotator.store.tables import Contact, RejectedSuggestion
from tests.operations.copies_desk import arrive
from tests.operations.test_applying import OURS, WIRE, stretch
from tests.operations.test_versions import OLD, corrected, tag
from tests.store.desk import Desk


def links(desk: Desk, document_id: UUID) -> list[tuple[str, str, str]]:
    """Kind, words at the beginning, words or name at the end."""
    record = documents.read_document(desk.workspace, document_id)
    words = {one.id: record.text[one.segments[0].start_char : one.segments[0].end_char] for one in record.annotations}
    names = {source.id: source.name for source in record.sources}
    return [
        (one.kind, words[one.from_id], names[one.source_id] if one.source_id else words.get(one.to_id, "elsewhere"))  # type: ignore[arg-type]
        for one in record.relations
    ]


def test_what_is_said_of_an_annotation_goes_over_to_the_new_version(desk: Desk) -> None:
    old, other = desk.load(OLD), desk.load("Menteri: itu bohong.")
    paid, bridge = tag(desk, old, "paid 200 million"), tag(desk, old, "bridge is open")
    far = desk.tag(other, 0, 7)
    prins = sources.add_source(desk.workspace, "Prins", desk.ana)
    annotations.set_attributes(desk.workspace, [bridge], {"voice": "outlet"}, desk.ana)
    relations.set_sources(desk.workspace, [paid], "attributed_to", [prins.id], desk.ana)
    relations.link(desk.workspace, paid, "same_as", bridge, desk.ana)
    relations.link(desk.workspace, paid, "same_as", far.id, desk.ana)
    relations.link(desk.workspace, far.id, "same_as", bridge, desk.ana)
    with desk.workspace.edit("Log contact", desk.ana) as session:
        session.add(Contact(document_id=old, annotation_id=bridge, annotator_id=desk.ana, at="2026-11-23", person="P"))
    before = desk.rows()
    new = corrected(desk, old)
    assert sorted(links(desk, new)) == [
        ("attributed_to", "paid 250 million", "Prins"),
        ("same_as", "paid 250 million", "bridge is open"),
        ("same_as", "paid 250 million", "elsewhere"),
    ]
    record = documents.read_document(desk.workspace, new)
    there = {one.made_from: one for one in record.annotations}
    assert there[bridge].attributes == {"voice": "outlet"}
    assert there[bridge].guideline_version == 2
    (link,) = documents.read_document(desk.workspace, other).relations
    assert link.to_id == there[bridge].id
    with desk.workspace.reading() as connection:
        names = {desk.ana: "Ana", desk.ben: "Ben"}
        assert [one.person for one in contacts(connection, names, [there[bridge].id])] == ["P"]
    assert verify(desk.workspace).problems == []
    history.undo(desk.workspace, desk.ana)
    assert desk.rows() == before


def test_a_link_whose_other_end_is_left_behind_falls_away(desk: Desk) -> None:
    old = desk.load(OLD)
    ferry, bridge = tag(desk, old, "Neighbours want the ferry back."), tag(desk, old, "bridge is open")
    relations.link(desk.workspace, bridge, "same_as", ferry, desk.ana)
    assert links(desk, corrected(desk, old)) == []


def test_links_from_elsewhere_lead_back_when_the_newer_version_goes(desk: Desk) -> None:
    old, other = desk.load(OLD), desk.load("Menteri: itu bohong.")
    bridge, far = tag(desk, old, "bridge is open"), desk.tag(other, 0, 7, by=desk.ben)
    made = relations.link(desk.workspace, far.id, "same_as", bridge, desk.ben)
    new = corrected(desk, old)
    before = desk.rows()
    documents.remove_document(desk.workspace, new, desk.ana)
    assert relations.read_relations(desk.workspace, [far.id]) == [made]
    assert verify(desk.workspace).problems == []
    history.undo(desk.workspace, desk.ana)
    assert desk.rows() == before


def test_what_was_rejected_is_not_suggested_again_where_the_text_is_the_same(desk: Desk) -> None:
    old = desk.load(OLD)
    with desk.workspace.edit("Reject suggestion", desk.ana) as session:
        for words in ("The builder denied it.", "Neighbours want the ferry back."):
            start, end = stretch(OLD, words)
            places = {"start_char": start, "end_char": end, "label": "denial", "suggester": "cues"}
            session.add(RejectedSuggestion(document_id=old, annotator_id=desk.ana, **places))
    record = documents.read_document(desk.workspace, corrected(desk, old))
    assert [record.text[one.segments[0][0] : one.segments[0][1]] for one in record.rejected] == [
        "The builder denied it."
    ]


def test_copies_get_sources_and_links_too(desk: Desk) -> None:
    wire, ours = arrive(desk, WIRE, OURS)

    def put(label: str, words: str) -> UUID:
        return annotations.add_annotation(desk.workspace, wire, [stretch(WIRE, words)], label, desk.ana).id

    quote, claim = put("quote", "“We read it in the paper.”"), put("claim", "closed for two years")
    denial = put("denial", "The council denies that.")  # not in the copy
    mira = sources.add_source(desk.workspace, "Mira Olsen", desk.ana)
    annotations.set_attributes(desk.workspace, [quote], {"quote_type": "direct"}, desk.ana)
    relations.set_sources(desk.workspace, [quote], "attributed_to", [mira.id], desk.ana)
    relations.link(desk.workspace, quote, "contains", claim, desk.ana)
    relations.link(desk.workspace, denial, "denies", claim, desk.ana)
    chosen = [one for one in applying.propose(desk.workspace, wire, desk.ana) if one.can_be_applied]
    applying.apply_to_copies(desk.workspace, chosen, desk.ana)
    assert sorted(links(desk, ours)) == [
        ("attributed_to", "“We read it in the paper.”", "Mira Olsen"),
        ("contains", "“We read it in the paper.”", "closed for two years"),
    ]
    record = documents.read_document(desk.workspace, ours)
    assert {one.made_from: one.attributes for one in record.annotations}[quote] == {"quote_type": "direct"}
    assert verify(desk.workspace).problems == []
    history.undo(desk.workspace, desk.ana)
    assert documents.read_document(desk.workspace, ours).annotations == ()


def test_a_link_leads_to_what_was_applied_before(desk: Desk) -> None:
    wire, ours = arrive(desk, WIRE, OURS)
    claim = desk.tag(wire, *stretch(WIRE, "closed for two years"))
    first = [one for one in applying.propose(desk.workspace, wire, desk.ana) if one.can_be_applied]
    applying.apply_to_copies(desk.workspace, first, desk.ana)
    quote = desk.tag(wire, *stretch(WIRE, "“We read it in the paper.”"), label="quote")
    relations.link(desk.workspace, quote.id, "contains", claim.id, desk.ana)
    second = [one for one in applying.propose(desk.workspace, wire, desk.ana) if one.can_be_applied]
    applying.apply_to_copies(desk.workspace, second, desk.ana)
    assert links(desk, ours) == [("contains", "“We read it in the paper.”", "closed for two years")]
    assert (
        Span(*stretch(OURS, "closed for two years"))
        in documents.read_document(desk.workspace, ours).annotations[0].segments
    )
