"""A project in which Ben reads an article blind that Ana has worked on in every way there is."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from annotator.core.spans import Span
from annotator.operations import (
    annotations,
    assignments,
    comments,
    contacts,
    copies,
    relations,
    seeing,
    sources,
    suggestions,
)
from annotator.operations.readings import put_submission
from annotator.store.blindness import VIEWED
from annotator.store.review_tables import Ruling, SelfCheck, Verdict
from annotator.store.tables import FACTS, table_of
from annotator.store.workspace import Workspace
from tests.store.desk import ARTICLE, Desk

WORDS = ("zanzibar", "wulandari", "xanthippe", "quetzal", "narwhal", "okapi")
"""What Ana wrote: in a note, a source’s name, a contact, a comment, a ruling and a verdict."""
THEN = datetime(2026, 5, 4, tzinfo=UTC)
OTHER = "Menteri menjawab kabar itu. Warga Semarang tidak percaya.\n"


@dataclass
class Case:
    """A project in which Ben reads `hidden` blind; `ana` are the keys of all that he must not see."""

    desk: Desk
    hidden: UUID
    copy: UUID
    other: UUID
    claim: UUID
    source: UUID
    own: UUID
    keys: frozenset[UUID]

    @property
    def workspace(self) -> Workspace:
        return self.desk.workspace


def made_in(desk: Desk) -> Case:
    hidden, copy, other = desk.load(), desk.load(ARTICLE.replace("lagi.", "lagi!")), desk.load(OTHER)
    copies.join(desk.workspace, [hidden, copy], desk.ana)
    before = rows(desk)
    claim, denial = desk.tag(hidden, 0, 9), desk.tag(hidden, 10, 19, "denial")
    annotations.set_note(desk.workspace, claim.id, "zanzibar", desk.ana)
    annotations.set_attributes(desk.workspace, [claim.id], {"accuses": "named_person"}, desk.ana)
    annotations.mark_nothing(desk.workspace, hidden, [Span(len(ARTICLE) - 17, len(ARTICLE) - 1)], desk.ana)
    on_copy = desk.tag(copy, 0, 9, "quote")
    annotations.set_note(desk.workspace, on_copy.id, "zanzibar too", desk.ana)
    source = sources.add_source(desk.workspace, "Wulandari", desk.ana)
    relations.set_sources(desk.workspace, [claim.id], "attributed_to", [source.id], desk.ana)
    relations.link(desk.workspace, denial.id, "denies", claim.id, desk.ana)
    contacts.add_contact(desk.workspace, claim.id, desk.ana, at="2026-01-02", person="Xanthippe")
    comments.add_comment(desk.workspace, hidden, "quetzal @Ben", desk.ana, annotation_id=claim.id)
    for suggestion in suggestions.suggestions_of(desk.workspace, hidden)[:1]:
        suggestions.reject(desk.workspace, hidden, suggestion, desk.ana)
    elsewhere = desk.tag(other, 0, 7, "denial")
    linked = relations.link(desk.workspace, elsewhere.id, "denies", claim.id, desk.ana)
    with desk.workspace.edit("Judge", desk.ana, undoable=False) as session:
        put_submission(session, hidden, desk.ana)
        about: dict[str, Any] = {"document_id": hidden, "annotator_id": desk.ana}
        session.add(Verdict(**about, annotation_id=claim.id, verdict="returned", reason="okapi"))
        session.add(Ruling(**about, verdict="one", settles=[claim.id.hex], reason="narwhal"))
        session.add(SelfCheck(**about, start_char=0, end_char=20, first=[]))
    keys = {key for key, table in (rows(desk) - before) if table in VIEWED and key != elsewhere.id}
    assignments.assign(desk.workspace, [(hidden, desk.ben)], desk.ana)
    own = desk.tag(hidden, 0, 4, "quote", by=desk.ben)
    desk.tag(other, 0, 7, "claim", by=desk.ben)
    assert linked.id in keys
    seeing.note_seen(desk.workspace, other, desk.ben)  # some operations do, the first time
    return Case(desk, hidden, copy, other, claim.id, source.id, own.id, frozenset({*keys, source.id}))


def rows(desk: Desk) -> set[tuple[UUID, str]]:
    with desk.workspace.reading(whole=True) as connection:
        return {
            (key, str(noun.__tablename__))
            for noun in FACTS
            for key in connection.execute(select(table_of(noun).c.id)).scalars()
        }
