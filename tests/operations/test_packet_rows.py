"""Which rows go into a packet, beside what whole packets show (test_packets.py)."""

from uuid import UUID

import pytest

from annotator.core.masking import Mask
from annotator.core.packet_masking import Masking
from annotator.core.release import Release
from annotator.operations import annotators
from annotator.operations.packet_rows import PacketRows, Rows
from annotator.operations.readings import put_submission
from annotator.store.review_tables import Comment, Ruling, SelfCheck, Submission, Verdict
from annotator.store.tables import Annotation, Relation, Source
from tests.operations.packet_desk import Newsroom
from tests.store.desk import Desk


@pytest.fixture
def room(desk: Desk) -> Newsroom:
    return Newsroom(desk)


def rows_for(room: Newsroom, who: UUID, *, own_only: bool) -> Rows:
    with room.workspace.reading(whole=True) as connection:
        release = Release(room.workspace.label_set(connection))
        ids = [room.given]
        taken = PacketRows(connection, who, ids if own_only else (), Masking(Mask()), release)
        return taken.articles(ids).rows | taken.ties(ids, with_contacts=False)


def test_threads_begin_where_their_first_comment_is(room: Newsroom) -> None:
    known = {"document_id": room.given, "annotator_id": room.cem}
    first = Comment(**known, words="first")
    with room.workspace.edit("Comment", room.cem) as session:
        session.add(first)
    with room.workspace.edit("Answer", room.desk.ana) as session:
        session.add(Comment(document_id=room.given, annotator_id=room.desk.ana, thread_id=first.id, words="second"))
    assert [row["words"] for row in rows_for(room, room.cem, own_only=True)[Comment]] == ["first"]
    assert rows_for(room, room.desk.ana, own_only=True)[Comment] == []
    assert len(rows_for(room, room.desk.ana, own_only=False)[Comment]) == 2


def test_what_was_asked_again_is_that_person_s_only(room: Newsroom) -> None:
    with room.workspace.edit("Ask again", room.cem) as session:
        asked = {"document_id": room.given, "annotator_id": room.cem, "start_char": 0, "end_char": 8}
        session.add(SelfCheck(**asked, first=[]))
    assert len(rows_for(room, room.cem, own_only=False)[SelfCheck]) == 1
    assert rows_for(room, room.desk.ana, own_only=False)[SelfCheck] == []


def test_what_others_said_of_one_s_work_is_not_blind(room: Newsroom) -> None:
    room.say()
    own = rows_for(room, room.desk.ana, own_only=True)
    assert [row["id"] for row in own[Annotation]] == [room.ana_s]
    assert [row["id"] for row in own[Source]] == [room.police]
    assert (own[Verdict], own[Ruling]) == ([], [])
    assert [row["annotator_id"] for row in own[Submission]] == [room.desk.ana]


def test_a_ruling_goes_only_with_all_that_it_is_about(room: Newsroom) -> None:
    with room.workspace.edit("Rule", room.cem) as session:
        told = {"document_id": room.given, "annotator_id": room.cem, "verdict": "both", "keeps": []}
        session.add(Ruling(**told, settles=[str(room.ana_s), str(room.kept_s)]))
        session.add(Ruling(**told, settles=[str(room.ana_s)]))
    assert len(rows_for(room, room.desk.ana, own_only=False)[Ruling]) == 1


def test_what_was_handed_in_stays_as_it_was_where_annotations_have_gone_since(room: Newsroom) -> None:
    ben = annotators.find_or_add_annotator(room.workspace, "Ben")
    with room.workspace.edit("Submit", room.cem, undoable=False) as session:
        put_submission(session, room.given, room.cem)
    with room.workspace.edit("Remove", room.cem) as session:
        session.delete(session.get(Annotation, room.cem_s))
    (kept,) = rows_for(room, ben, own_only=False)[Submission]
    assert [one["id"] for one in kept["content"]["annotations"]] == [room.cem_s.hex]


def test_links_go_with_both_their_ends(room: Newsroom) -> None:
    assert len(rows_for(room, room.cem, own_only=False)[Relation]) == 1
    assert rows_for(room, room.cem, own_only=True)[Relation] == []
