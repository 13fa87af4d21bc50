"""Whatever people have done: a packet holds what its reader may see, whole, and not one word more."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.identity import reading_id
from annotator.operations import annotators, packets, verification
from annotator.operations.packets import PacketWish
from annotator.store.review_tables import Comment, Reading, Verdict
from annotator.store.tables import Annotation, Contact, Document, Mark, Relation, Source
from tests.operations.packet_desk import every_word, opened, rows_in
from tests.store.desk import Desk

PEOPLE = ("Ana", "Cem", "Ben")
BEN = 2
STONES = ("zamrud", "pirus", "opal")
TEXTS = [f"Artikel tentang {stone}. Polisi membantah." for stone in STONES]


@dataclass(frozen=True)
class Deed:
    """Somebody says something of an article: what it is, and a word that stands nowhere else."""

    kind: str
    article: int
    person: int
    number: int

    @property
    def word(self) -> str:
        return f"kata{self.number}x"


KINDS = ("note", "comment", "source", "contact", "verdict", "mark")
DEEDS = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=14).map(
    lambda deeds: [Deed(*deed, number) for number, deed in enumerate(deeds)]
)


@settings(max_examples=6)
@given(
    deeds=DEEDS,
    given_away=st.sets(st.integers(0, 2), min_size=1),
    read_blind=st.sets(st.integers(0, 2)),
    with_readings=st.booleans(),
    with_contacts=st.booleans(),
)
def test_nothing_lacks_and_nothing_leaks(
    deeds: list[Deed], given_away: set[int], read_blind: set[int], with_readings: bool, with_contacts: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder, "home.annotator"))
        articles = [desk.load(text) for text in TEXTS]
        people = [annotators.find_or_add_annotator(desk.workspace, name) for name in PEOPLE]
        with desk.workspace.edit("Assign", people[0]) as session:
            for article in read_blind:
                key = reading_id(articles[article], people[BEN])
                session.add(Reading(id=key, document_id=articles[article], annotator_id=people[BEN], blind=True))
        for deed in deeds:
            do(desk, deed, articles, people)
        path = Path(folder, "ben.packet.annotator")
        wish = PacketWish(
            [articles[one] for one in sorted(given_away)],
            "Ben",
            with_readings=with_readings,
            with_contacts=with_contacts,
        )
        packets.make_packet(desk.workspace, path, wish, people[0])
        own_only = read_blind if with_readings else {0, 1, 2}
        wanted = {deed for deed in deeds if deed.article in given_away and goes(deed, own_only, with_contacts)}
        words = every_word(path).decode("utf-8", "replace")
        assert {deed for deed in deeds if deed.kind != "mark" and deed.word in words} == {
            deed for deed in wanted if deed.kind != "mark"
        }
        assert {one for one, word in enumerate(STONES) if word in words} == given_away
        with opened(path) as workspace:
            assert len(rows_in(workspace, Mark)) == sum(deed.kind == "mark" for deed in wanted)
            assert len(rows_in(workspace, Document)) == len(given_away)
            assert verification.verify(workspace).problems == []
        assert desk.problems() == []
        desk.workspace.close()


def goes(deed: Deed, own_only: set[int], with_contacts: bool) -> bool:
    """What is said here: others' work stays where Ben reads blind, verdicts are others' by nature."""
    if deed.kind == "contact" and not with_contacts:
        return False
    if deed.article in own_only:
        return deed.person == BEN and deed.kind != "verdict"
    return True


def do(desk: Desk, deed: Deed, articles: list[UUID], people: list[UUID]) -> None:
    """Do it, as one edit of that person."""
    known: dict[str, Any] = {"document_id": articles[deed.article], "annotator_id": people[deed.person]}
    with desk.workspace.edit("Work", people[deed.person]) as session:
        if deed.kind == "mark":
            session.add(Mark(**known, start_char=0, end_char=7))
            return
        if deed.kind == "comment":
            session.add(Comment(**known, words=deed.word))
            return
        said = Annotation(**known, label="claim", start_char=0, end_char=7)
        said.note = deed.word if deed.kind == "note" else ""
        session.add(said)
        session.flush()
        if deed.kind == "source":
            source = Source(name=deed.word)
            session.add(source)
            session.flush()
            session.add(Relation(**known, kind="attributed_to", from_id=said.id, source_id=source.id))
        elif deed.kind == "contact":
            session.add(Contact(**known, annotation_id=said.id, at="2026-03-01", person=deed.word))
        elif deed.kind == "verdict":
            session.add(Verdict(**known, annotation_id=said.id, verdict="returned", reason=deed.word))
