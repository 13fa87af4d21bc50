"""Packets: what is given away is a project, holds what it should, and not one word more."""

from pathlib import Path
from uuid import uuid4

import pytest

from annotator.core.identity import reading_id
from annotator.core.spans import Span
from annotator.errors import EditConflict, Locked, NotFound
from annotator.operations import (
    annotations,
    annotators,
    contacts,
    details,
    documents,
    indexing,
    loading,
    packets,
    projects,
    relations,
    search,
    sources,
    verification,
)
from annotator.operations.readings import put_submission
from annotator.store import packets as packet_rows
from annotator.store.changes import columns
from annotator.store.review_tables import Comment, Reading, Ruling, Submission, Verdict
from annotator.store.tables import (
    Annotation,
    Annotator,
    Contact,
    Document,
    Installation,
    JournalEntry,
    Mark,
    Relation,
    Source,
    Text,
)
from tests.operations.packet_desk import GIVEN, Newsroom, every_word, opened, rows_in
from tests.store.desk import Desk

ELSEWHERE = (b"pirus", b"Hakim", b"keptnote", b"Selatan")
"""Words of the article that is not given away, of what is said of it, and of whom it names."""
OF_OTHERS = (b"anasnote", b"cemsnote", b"Utara", b"verdictword", b"commentword", b"rulingword")


@pytest.fixture
def room(desk: Desk) -> Newsroom:
    return Newsroom(desk)


@pytest.fixture
def packet(tmp_path: Path) -> Path:
    return tmp_path / "ben.packet.annotator"


def words_left(path: Path, words: tuple[bytes, ...], passphrase: str | None = None) -> list[bytes]:
    found = every_word(path, passphrase)
    return [word for word in words if word in found]


def test_a_packet_is_a_project_like_any_other(room: Newsroom, packet: Path) -> None:
    report = room.give(packet)
    assert (report.articles, report.annotations, report.blind, report.locked) == (1, 0, True, False)
    with opened(packet) as workspace:
        assert [one.id for one in documents.list_documents(workspace)] == [room.given]
        assert documents.read_document(workspace, room.given).text == GIVEN
        ben = annotators.find_or_add_annotator(workspace, "Ben")
        assert ben == annotators.find_annotator(room.workspace, "Ben")
        made = annotations.add_annotation(workspace, room.given, [Span(0, 8)], "claim", ben)
        assert annotations.read_annotation(workspace, made.id).annotator == "Ben"
        assert verification.verify(workspace).problems == []


def test_it_says_what_it_is(room: Newsroom, packet: Path) -> None:
    report = room.give(packet)
    with opened(packet) as workspace:
        note = projects.packet_note(workspace)
    with room.workspace.reading() as connection:
        known = packet_rows.heads(connection)
    assert note is not None
    assert (note.id, note.made_by, note.recipient, note.blind) == (report.id, "Ana", "Ben", True)
    assert (note.documents, note.known) == ((room.given,), known)
    assert projects.packet_note(room.workspace) is None


def test_the_rows_are_those_of_home(room: Newsroom, packet: Path) -> None:
    room.say()
    room.give(packet, with_readings=True)
    with opened(packet) as workspace:
        for table in (Document, Annotation, Relation, Source, Submission, Verdict, Comment, Ruling, Annotator, Text):
            there = rows_in(workspace, table)
            home = rows_in(room.workspace, table)
            assert there != []
            assert [row for row in there if row not in home] == []


def test_its_journal_is_a_chain_of_its_own(room: Newsroom, packet: Path) -> None:
    report = room.give(packet)
    with opened(packet) as workspace:
        assert [row["id"] for row in rows_in(workspace, Installation)] == [report.id]
        assert {row["kind"] for row in rows_in(workspace, JournalEntry)} == {3}
        found = verification.verify(workspace)
    assert (found.problems, found.chains) == ([], 1)


def test_nothing_of_another_article_is_in_any_byte(room: Newsroom, packet: Path) -> None:
    room.say()
    room.give(packet, with_readings=True, with_contacts=True, with_originals=True)
    assert words_left(packet, (b"zamrud", b"anasnote", b"Utara")) == [b"zamrud", b"anasnote", b"Utara"]
    assert words_left(packet, ELSEWHERE) == []


def test_a_blind_one_holds_nobody_s_work(room: Newsroom, packet: Path) -> None:
    room.say()
    room.give(packet)
    assert words_left(packet, OF_OTHERS + ELSEWHERE) == []
    with opened(packet) as workspace:
        for table in (Annotation, Relation, Source, Submission, Verdict, Comment, Ruling, Mark):
            assert rows_in(workspace, table) == []


def test_nor_does_its_search_index(room: Newsroom, packet: Path) -> None:
    room.give(packet)
    with opened(packet) as workspace:
        indexing.catch_up(workspace)
        found = {words: len(search.search(workspace, words).hits) for words in ("zamrud", "anasnote", "pirus")}
    assert found == {"zamrud": 1, "anasnote": 0, "pirus": 0}


def test_the_recipient_reads_blind_there_and_at_home(room: Newsroom, packet: Path) -> None:
    room.give(packet)
    ben = annotators.find_annotator(room.workspace, "Ben")
    assert ben is not None
    with opened(packet) as workspace:
        (there,) = rows_in(workspace, Reading)
        (home,) = (row for row in rows_in(room.workspace, Reading) if row["annotator_id"] == ben)
    assert there == home
    assert (there["id"], there["blind"], there["assigned_by"]) == (reading_id(room.given, ben), True, room.desk.ana)


def test_what_the_recipient_has_done_goes_along(room: Newsroom, packet: Path) -> None:
    ben = annotators.find_or_add_annotator(room.workspace, "Ben")
    own = room.tag(room.given, ben, "bensnote")
    own_source = room.name(own, "Sumber Ben", ben)
    annotations.mark_nothing(room.workspace, room.given, [Span(33, 40)], ben)
    room.give(packet)
    with opened(packet) as workspace:
        assert [row["id"] for row in rows_in(workspace, Annotation)] == [own]
        assert [row["id"] for row in rows_in(workspace, Source)] == [own_source]
        assert len(rows_in(workspace, Mark)) == 1
    assert words_left(packet, OF_OTHERS) == []


def test_with_readings_all_is_there(room: Newsroom, packet: Path) -> None:
    room.say()
    report = room.give(packet, with_readings=True)
    assert (report.annotations, report.links, report.blind) == (2, 1, False)
    assert words_left(packet, OF_OTHERS) == list(OF_OTHERS)
    with opened(packet) as workspace:
        assert len(rows_in(workspace, Submission)) == 2
        assert verification.verify(workspace).problems == []


def test_but_an_article_that_is_read_blind_stays_so(room: Newsroom, packet: Path) -> None:
    room.say()
    room.give(packet)
    report = room.give(
        packet.with_name("two.packet.annotator"), with_readings=True, document_ids=[room.given, room.kept]
    )
    assert words_left(report.path, OF_OTHERS) == []
    assert words_left(report.path, (b"keptnote",)) == [b"keptnote"]
    assert report.notices == ("Ben reads 1 article blind: nobody else’s work on it was taken in.",)


def test_until_it_is_handed_in(room: Newsroom, packet: Path) -> None:
    room.give(packet)
    ben = annotators.find_or_add_annotator(room.workspace, "Ben")
    with room.workspace.edit("Submit", ben, undoable=False) as session:
        put_submission(session, room.given, ben)
    report = room.give(packet.with_name("two.packet.annotator"), with_readings=True)
    assert words_left(report.path, (b"anasnote",)) == [b"anasnote"]


def test_nobody_gives_away_what_is_hidden_from_themselves(room: Newsroom, packet: Path) -> None:
    room.give(packet)
    room.workspace.viewer = room.desk.ben
    other = packet.with_name("other.packet.annotator")
    with pytest.raises(EditConflict, match="blind"):
        room.give(other, recipient="Dee", with_readings=True)
    assert not other.exists()
    assert room.give(other, recipient="Dee").articles == 1


def test_contacts_go_only_where_they_are_wanted(room: Newsroom, packet: Path) -> None:
    contacts.add_contact(room.workspace, room.ana_s, room.desk.ana, at="2026-03-01", person="Telepon Rahasia")
    room.give(packet, with_readings=True)
    assert words_left(packet, (b"Rahasia",)) == []
    report = room.give(packet.with_name("two.packet.annotator"), with_readings=True, with_contacts=True)
    with opened(report.path) as workspace:
        assert len(rows_in(workspace, Contact)) == 1


def test_a_link_to_what_stays_at_home_stays_too(room: Newsroom, packet: Path) -> None:
    denial = room.tag(room.given, room.desk.ana, start=9, label="denial")
    relations.link(room.workspace, denial, "denies", room.kept_s, room.desk.ana)
    relations.link(room.workspace, denial, "denies", room.ana_s, room.desk.ana)
    report = room.give(packet, with_readings=True)
    assert report.links == 2
    assert report.notices == ("1 link to what is not in the packet left out.",)


@pytest.fixture
def protected(room: Newsroom) -> Newsroom:
    """The governor is protected now, and called so everywhere."""
    sources.set_source_details(
        room.workspace, room.police, room.desk.ana, name="Gubernur", note="secretnote", protected=True
    )
    annotations.set_note(room.workspace, room.ana_s, "Gubernur is meant", room.desk.ana)
    return room


def test_a_protected_name_is_in_no_byte(protected: Newsroom, packet: Path) -> None:
    protected.say()
    report = protected.give(packet, with_readings=True, with_originals=True)
    assert words_left(packet, (b"Gubernur", b"secretnote")) == []
    assert report.notices == (
        "1 protected source named by a number only.",
        "In 1 article names of protected sources are blacked out.",
    )
    with opened(packet) as workspace:
        assert [row["name"] for row in rows_in(workspace, Source)] == ["Protected source 1"]
        assert documents.read_document(workspace, protected.given).text == GIVEN.replace("Gubernur", "█" * 8)
        note = projects.packet_note(workspace)
        assert verification.verify(workspace).problems == []
    assert note is not None
    assert set(note.masked) >= {protected.given, protected.ana_s, protected.police}


def test_unless_it_is_wanted(protected: Newsroom, packet: Path) -> None:
    report = protected.give(packet, with_readings=True, with_protected=True)
    assert words_left(packet, (b"Gubernur", b"secretnote")) == [b"Gubernur", b"secretnote"]
    assert report.notices == ()


def test_what_was_said_off_the_record_stays_at_home(room: Newsroom, packet: Path) -> None:
    secret = room.tag(room.given, room.cem, "offword", start=9, label="quote")
    annotations.set_attributes(room.workspace, [secret], {"record_status": "off_record"}, room.cem)
    room.say()
    report = room.give(packet, with_readings=True)
    assert words_left(packet, (b"offword",)) == []
    assert "1 annotation off the record left out." in report.notices
    whole = room.give(packet.with_name("two.packet.annotator"), with_readings=True, with_held=True)
    assert words_left(whole.path, (b"offword",)) == [b"offword"]


def test_what_is_withheld_is_not_given(room: Newsroom, packet: Path) -> None:
    details.set_details_of_many(room.workspace, [room.given], {"status": "withheld"}, room.desk.ana)
    with pytest.raises(NotFound, match=r"No article is left.*1 article withheld"):
        room.give(packet)
    report = room.give(packet, document_ids=[room.given, room.kept])
    assert report.articles == 1
    assert report.notices == ("1 article withheld, cancelled or under an embargo left out.",)
    assert room.give(packet.with_name("two.packet.annotator"), with_held=True).articles == 1


def test_an_older_version_is_not_given(room: Newsroom, packet: Path) -> None:
    newer = room.newer("Ralat")
    report = room.give(packet, document_ids=[room.given, newer])
    assert report.articles == 1
    assert report.notices == ("1 older version left out: a newer one can be given.",)


def test_originals_stay_unless_they_are_wanted(room: Newsroom, packet: Path) -> None:
    page = "Gubernur membantah.\r\nKabar itu batal."
    article = loading.load_content(room.workspace, page.encode(), "b.txt", room.desk.ana).id
    room.give(packet, document_ids=[article])
    home = documents.read_document(room.workspace, article)
    assert words_left(packet, (b"membantah.\r\n",)) == []
    with opened(packet) as workspace:
        assert documents.read_document(workspace, article).original_sha256 == home.original_sha256
        with pytest.raises(NotFound, match="stayed where the packet was made"):
            documents.read_original(workspace, article)
        assert verification.verify(workspace).problems == []
    whole = room.give(packet.with_name("two.packet.annotator"), document_ids=[article], with_originals=True)
    with opened(whole.path) as workspace:
        assert documents.read_original(workspace, article) == page.encode()


def test_two_packets_are_not_the_same_one(room: Newsroom, packet: Path) -> None:
    assert room.give(packet).id != room.give(packet.with_name("two.packet.annotator")).id


def test_a_locked_one_says_nothing_without_its_passphrase(room: Newsroom, packet: Path) -> None:
    report = room.give(packet, with_readings=True, passphrase="sebelas sapi hijau")
    assert report.locked
    content = packet.read_bytes()
    assert not any(word in content for word in (b"zamrud", b"SQLite", b"journal", b"Ben"))
    with pytest.raises(Locked), opened(packet):
        pass
    with opened(packet, "sebelas sapi hijau") as workspace:
        assert documents.read_document(workspace, room.given).text == GIVEN
        assert verification.verify(workspace).problems == []


def test_articles_that_somebody_was_asked_to_read(room: Newsroom, packet: Path) -> None:
    room.give(packet)
    assert packets.articles_assigned_to(room.workspace, "Ben") == [room.given]
    assert packets.articles_assigned_to(room.workspace, "Cem") == []
    with pytest.raises(NotFound, match="Nobody in this project is called “Eve”"):
        packets.articles_assigned_to(room.workspace, "Eve")


def test_an_article_that_is_gone(room: Newsroom, packet: Path) -> None:
    with pytest.raises(NotFound, match="No article is left"):
        room.give(packet, document_ids=[uuid4()])


def test_every_column_of_the_project_is_thought_of() -> None:
    """A column that is added to the project goes along: somebody has to say whether it may."""
    assert set(columns("project")) == {
        "id", "name", "label_set", "created_at", "quotes", "guideline", "suggestions", "review", "packet", "exchange",
    }  # fmt: skip


@pytest.mark.postgresql
def test_a_project_on_a_server_gives_packets_too(postgresql_url: str, packet: Path) -> None:
    desk = Desk(postgresql_url)
    try:
        room = Newsroom(desk)
        room.say()
        report = room.give(packet, with_readings=True)
        assert (report.articles, report.annotations, report.links) == (1, 2, 1)
        with opened(packet) as workspace:
            assert verification.verify(workspace).problems == []
        assert words_left(packet, ELSEWHERE) == []
    finally:
        desk.workspace.close()
