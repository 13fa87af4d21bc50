"""Claims that accuse somebody: which there are, what answers them, and what of them leaves the newsroom."""

import csv
import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from annotator.core.records import AnnotationRecord
from annotator.core.replies import ReplyClaim, Standing
from annotator.errors import Cancelled, ExportFailed, NotFound
from annotator.operations import annotations, contacts, details, relations, replies, sources
from annotator.operations.label_sets import change_label_set, project_labels, shipped_label_set, use_label_set
from annotator.operations.reply_sheet import COLUMNS
from annotator.store.tables import Document
from tests.store.desk import Desk

TEXT = "The mayor took the money.\n\nShe denies it. “I took nothing,” said Vera Lund. The case goes on."
OTHER = "Harbour news\n\nThe mayor stole from the town.\n\nThat is untrue, her lawyer says."


def at(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def accuse(desk: Desk, article: UUID, text: str, words: str, **more: Any) -> AnnotationRecord:
    made = desk.tag(article, *at(text, words))
    annotations.set_attributes(desk.workspace, [made.id], {"accuses": "named_person", **more}, desk.ana)
    return annotations.read_annotation(desk.workspace, made.id)


def read(desk: Desk) -> list[ReplyClaim]:
    return list(replies.read_replies(desk.workspace).claims)


@pytest.fixture
def article(desk: Desk) -> UUID:
    return desk.load(TEXT)


def test_only_claims_that_accuse_are_there_with_who_says_it(desk: Desk, article: UUID) -> None:
    claim = accuse(desk, article, TEXT, "The mayor took the money.", reply_status="sought")
    desk.tag(article, *at(TEXT, "The case goes on."))
    desk.tag(article, *at(TEXT, "She denies it."), "denial")
    source = sources.add_source(desk.workspace, "A neighbour", desk.ana)
    relations.set_sources(desk.workspace, [claim.id], "attributed_to", [source.id], desk.ana)
    (found,) = read(desk)
    assert (found.annotation, found.accuses, found.status) == (claim, "named_person", "sought")
    assert (found.speakers, found.place.passage, found.article.id) == (
        ("A neighbour",),
        "The mayor took the money.",
        article,
    )
    assert (found.answers, found.contacts, found.standing) == ((), (), Standing.ASKED)
    annotations.set_attributes(desk.workspace, [claim.id], {"accuses": "nobody"}, desk.ana)
    assert read(desk) == []


def test_denials_and_quotes_answer_a_claim_also_through_one_that_is_the_same(desk: Desk, article: UUID) -> None:
    other = desk.load(OTHER)
    claim = accuse(desk, article, TEXT, "The mayor took the money.")
    same = accuse(desk, other, OTHER, "The mayor stole from the town.")
    denial = desk.tag(article, *at(TEXT, "She denies it."), "denial")
    quote = desk.tag(article, *at(TEXT, "“I took nothing,”"), "quote")
    lawyer = desk.tag(other, *at(OTHER, "That is untrue"), "denial")
    for start, kind, end in (
        (denial, "denies", claim),
        (quote, "responds_to", claim),
        (lawyer, "denies", same),
        (same, "same_as", claim),
    ):
        relations.link(desk.workspace, start.id, kind, end.id, desk.ana)
    vera = sources.add_source(desk.workspace, "Vera Lund", desk.ana)
    relations.set_sources(desk.workspace, [quote.id], "attributed_to", [vera.id], desk.ana)
    found = {one.annotation.id: one for one in read(desk)}
    assert [(one.place.passage, one.title, one.through_same) for one in found[claim.id].answers] == [
        ("She denies it.", "denies", False),
        ("“I took nothing,”", "responds to", False),
        ("That is untrue", "denies", True),
    ]
    assert found[claim.id].answers[1].speakers == ("Vera Lund",)
    assert [one.through_same for one in found[same.id].answers] == [False, True, True]
    assert {one.standing for one in found.values()} == {Standing.ANSWERED}


def test_what_answers_in_an_older_version_only_is_no_answer(desk: Desk, article: UUID) -> None:
    other = desk.load(OTHER)
    claim = accuse(desk, article, TEXT, "The mayor took the money.")
    lawyer = desk.tag(other, *at(OTHER, "That is untrue"), "denial")
    relations.link(desk.workspace, lawyer.id, "denies", claim.id, desk.ana)
    assert len(read(desk)[0].answers) == 1
    newer = desk.load("Harbour news\n\nNothing is said of it any more.")
    with desk.workspace.edit("New version", desk.ana) as session:
        document = session.get(Document, other)
        assert document
        document.superseded_by = newer
    (found,) = read(desk)
    assert (found.answers, found.standing) == ((), Standing.UNASKED)


def test_one_answer_is_listed_once_however_it_answers(desk: Desk, article: UUID) -> None:
    claim = accuse(desk, article, TEXT, "The mayor took the money.")
    denial = desk.tag(article, *at(TEXT, "She denies it."), "denial")
    for kind in ("denies", "responds_to"):
        relations.link(desk.workspace, denial.id, kind, claim.id, desk.ana)
    (found,) = read(desk)
    assert [one.title for one in found.answers] == ["denies"]


def test_the_log_comes_with_the_claim_in_the_order_of_time(desk: Desk, article: UUID) -> None:
    claim = accuse(desk, article, TEXT, "The mayor took the money.")
    for day in ("2026-05-04", "2026-05-01"):
        contacts.add_contact(desk.workspace, claim.id, desk.ben, at=day)
    (found,) = read(desk)
    assert [one.at for one in found.contacts] == ["2026-05-01", "2026-05-04"]


def test_older_versions_are_left_out(desk: Desk, article: UUID) -> None:
    accuse(desk, article, TEXT, "The mayor took the money.")
    newer = desk.load(OTHER)
    with desk.workspace.edit("New version", desk.ana) as session:
        document = session.get(Document, article)
        assert document
        document.superseded_by = newer
    assert read(desk) == []


def test_what_was_said_with_fields_that_are_retired_is_still_there(desk: Desk, article: UUID) -> None:
    claim = accuse(desk, article, TEXT, "The mayor took the money.", reply_status="declined")
    denial = desk.tag(article, *at(TEXT, "She denies it."), "denial")
    relations.link(desk.workspace, denial.id, "denies", claim.id, desk.ana)
    before = read(desk)
    use_label_set(desk.workspace, shipped_label_set("plain"), desk.ana)
    assert project_labels(desk.workspace).attribute("accuses").retired
    assert read(desk) == before
    assert before[0].answers[0].denies
    annotations.remove_annotations(desk.workspace, [claim.id], desk.ana)
    assert replies.read_replies(desk.workspace).scope is None  # there is nothing, and nobody can say anything


def test_a_label_set_without_the_field_has_nothing_to_show(desk: Desk, article: UUID) -> None:
    desk.tag(article, *at(TEXT, "The mayor took the money."))
    assert replies.read_replies(desk.workspace).scope
    before = project_labels(desk.workspace)
    attributes = tuple(replace(one, retired=one.key == "accuses") for one in before.attributes)
    change_label_set(desk.workspace, replace(before, attributes=attributes), desk.ana)
    found = replies.read_replies(desk.workspace)
    assert (found.scope, found.claims) == (None, ())


def test_reading_can_be_stopped(desk: Desk, article: UUID) -> None:
    accuse(desk, article, TEXT, "The mayor took the money.")
    with pytest.raises(Cancelled):
        replies.read_replies(desk.workspace, lambda: True)


# What leaves the newsroom


def test_a_table_has_a_row_a_claim_and_no_formula(desk: Desk, tmp_path: Path) -> None:
    text = "=SUM(A1) is a lie, he says.\n\nShe took the money."
    article = desk.load(text)
    accuse(desk, article, text, "=SUM(A1) is a lie")
    claim = accuse(desk, article, text, "She took the money.")
    contacts.add_contact(desk.workspace, claim.id, desk.ana, at="2026-05-01", person="Rina", deadline="2026-05-02")
    target = tmp_path / "replies.csv"
    report = replies.export_replies(desk.workspace, read(desk), target)
    assert (report.claims, report.held_back) == (2, 0)
    rows = list(csv.DictReader(io.StringIO(target.read_bytes().decode("utf-8-sig"))))
    assert tuple(rows[0]) == COLUMNS
    by_claim = {row["claim"]: row for row in rows}
    assert set(by_claim) == {"'=SUM(A1) is a lie", "She took the money."}
    late = by_claim["She took the money."]
    assert (late["contacts"], late["overdue"], late["standing"]) == (
        "2026-05-01, Rina, until 2026-05-02",
        "yes",
        "asked",
    )


def test_a_page_is_whole_in_itself_and_has_no_markup_of_the_article_s(desk: Desk, tmp_path: Path) -> None:
    text = "The <b>mayor</b> took & kept <script>it</script>."
    accuse(desk, desk.load(text), text, text)
    target = tmp_path / "replies.html"
    replies.export_replies(desk.workspace, read(desk), target)
    page = target.read_text(encoding="utf-8")
    assert "took &amp; kept &lt;script&gt;" in page
    assert "<script" not in page
    assert not re.search(r"""(src|href|url)\s*[=(]""", page)
    assert "Nothing answers this claim." in page


def test_protected_names_are_black_in_every_format(desk: Desk, article: UUID, tmp_path: Path) -> None:
    claim = accuse(desk, article, TEXT, "The mayor took the money.")
    quote = desk.tag(article, *at(TEXT, "“I took nothing,” said Vera Lund."), "quote")
    relations.link(desk.workspace, quote.id, "responds_to", claim.id, desk.ana)
    vera = sources.add_source(desk.workspace, "Vera Lund", desk.ana, protected=True)
    lawyer = sources.add_source(desk.workspace, "Lund’s lawyer", desk.ana)
    relations.set_sources(desk.workspace, [quote.id], "attributed_to", [vera.id], desk.ana)
    relations.set_sources(desk.workspace, [claim.id], "attributed_to", [lawyer.id], desk.ana)
    annotations.set_note(desk.workspace, claim.id, "Vera Lund told me", desk.ana)
    contacts.add_contact(
        desk.workspace, claim.id, desk.ana, at="2026-05-04", person="Vera Lund", answer="Ask Vera Lund."
    )
    details.set_details_of_many(desk.workspace, [article], {"title": "Vera Lund speaks"}, desk.ana)
    (found,) = read(desk)
    assert "Vera" not in " ".join(found.speakers)
    for ending in replies.FORMATS:
        target = tmp_path / f"replies.{ending}"
        replies.export_replies(desk.workspace, [found], target)
        content = target.read_text(encoding="utf-8")
        assert "took the money" in content
        assert "Vera" not in content
        assert "Lund" not in content


def test_what_is_held_back_or_off_the_record_stays(desk: Desk, article: UUID, tmp_path: Path) -> None:
    claim = accuse(desk, article, TEXT, "The mayor took the money.")
    quote = desk.tag(article, *at(TEXT, "“I took nothing,”"), "quote")
    relations.link(desk.workspace, quote.id, "responds_to", claim.id, desk.ana)
    annotations.set_attributes(desk.workspace, [quote.id], {"record_status": "off_record"}, desk.ana)
    target = tmp_path / "replies.html"
    replies.export_replies(desk.workspace, read(desk), target)
    assert "I took nothing" not in target.read_text(encoding="utf-8")
    details.set_details_of_many(desk.workspace, [article], {"status": "withheld"}, desk.ana)
    report = replies.export_replies(desk.workspace, read(desk), target)
    assert (report.claims, report.held_back) == (0, 1)
    assert "took the money" not in target.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_leaves_what_was_there(desk: Desk, article: UUID, tmp_path: Path) -> None:
    accuse(desk, article, TEXT, "The mayor took the money.")
    with pytest.raises(ExportFailed):
        replies.export_replies(desk.workspace, read(desk), Path(desk.address), "html")
    with pytest.raises(ExportFailed):
        replies.export_replies(desk.workspace, read(desk), tmp_path / "none" / "a.html")
    with pytest.raises(NotFound, match="html, csv"):
        replies.export_replies(desk.workspace, read(desk), tmp_path / "a.docx")
    assert desk.problems() == []
