"""How the same cue was decided earlier, in other articles of the project."""

from uuid import UUID

import pytest

from annotator.core.records import AnnotationRecord
from annotator.core.spans import Span
from annotator.errors import Cancelled
from annotator.operations import annotations, cases, documents
from annotator.operations.cases import DecidedCase, earlier_cases
from annotator.operations.documents import read_document
from tests.store.desk import Desk


def load(desk: Desk, text: str, language: str = "id") -> UUID:
    document_id = desk.load(text)
    documents.set_language(desk.workspace, document_id, language, desk.ana)
    return document_id


def decide(desk: Desk, text: str, label: str, note: str = "", language: str = "id") -> AnnotationRecord:
    """An article with one annotation on its first sentence."""
    document_id = load(desk, text, language)
    end = read_document(desk.workspace, document_id).sentences[0].end_char
    return annotations.add_annotation(
        desk.workspace, document_id, [Span(0, len(text[:end].rstrip()))], label, desk.ben, note
    )


def ask(desk: Desk, text: str, language: str = "id") -> list[DecidedCase]:
    return earlier_cases(desk.workspace, load(desk, text, language), Span(0, 4))


def test_the_same_cue_leads_to_what_was_decided(desk: Desk) -> None:
    same = decide(desk, "Bank itu tidak menampik kerugian. Rapat ditunda.", "claim")
    decide(desk, "Petani menampik tuduhan itu.", "denial")
    decide(desk, "Harga beras naik lagi minggu ini.", "claim")
    found = ask(desk, "Polisi tidak menampik adanya korban.")
    assert [case.annotation.id for case in found] == [same.id]
    assert found[0].sentence == "Bank itu tidak menampik kerugian."
    assert found[0].words == ("tidak menampik",)
    assert found[0].annotation.annotator == "Ben"


def test_those_with_a_reason_come_first_then_what_has_more_in_common_then_the_newest(desk: Desk) -> None:
    noted = decide(desk, "Bupati membantah kabar itu.", "denial", note="Bukan penolakan.")
    more = decide(desk, "Camat membantah dan diduga berbohong.", "denial")
    older = decide(desk, "Lurah membantah laporan itu.", "denial")
    newer = decide(desk, "Hakim membantah berita itu.", "denial")
    unsure = decide(desk, "Jaksa membantah semuanya.", "claim")
    annotations.set_attributes(desk.workspace, [unsure.id], {"certainty": "unsure"}, desk.ben)
    found = ask(desk, "Menteri membantah; ia diduga tahu.")
    assert [case.annotation.id for case in found] == [unsure.id, noted.id, more.id, newer.id, older.id]
    assert [case.is_borderline for case in found] == [True, True, False, False, False]


def test_no_more_than_five_are_shown(desk: Desk) -> None:
    for number in range(8):
        decide(desk, f"Saksi nomor {number} membantah.", "denial")
    assert len(ask(desk, "Ketua membantah.")) == cases.MOST_CASES


def test_the_same_article_and_its_copies_are_left_out(desk: Desk) -> None:
    document = load(desk, "Ketua membantah. Wakil juga membantah.")
    annotations.add_annotation(desk.workspace, document, [Span(17, 38)], "denial", desk.ben)
    assert earlier_cases(desk.workspace, document, Span(0, 16)) == []


def test_what_two_articles_say_in_the_same_words_is_one_case(desk: Desk) -> None:
    for tail in ("Satu.", "Dua."):
        decide(desk, f"Ketua membantah.\n\n{tail}", "denial")
    assert len(ask(desk, "Sekretaris membantah.")) == 1


def test_another_language_is_another_matter(desk: Desk) -> None:
    decide(desk, "The mayor denied it.", "denial", language="en")
    assert ask(desk, "Ketua membantah.") == []


def test_where_there_is_no_cue_words_in_common_count(desk: Desk) -> None:
    same = decide(desk, "Jembatan gantung ambruk.", "claim")
    decide(desk, "Jembatan layang selesai.", "claim")
    found = ask(desk, "Jembatan gantung kedua ambruk juga.")
    assert [case.annotation.id for case in found] == [same.id]


def test_an_article_without_words_has_no_cases(desk: Desk) -> None:
    decide(desk, "Ketua membantah.", "denial")
    assert ask(desk, "—") == []


def test_looking_can_be_stopped(desk: Desk) -> None:
    decide(desk, "Ketua membantah.", "denial")
    here = load(desk, "Wakil membantah.")
    with pytest.raises(Cancelled):
        earlier_cases(desk.workspace, here, Span(0, 4), cancelled=lambda: True)
