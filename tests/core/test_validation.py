"""Every rule of the newsroom's label set, broken and kept."""

from dataclasses import replace
from typing import Any

import pytest

from annotator.core.identity import new_id
from annotator.core.records import AnnotationRecord, DocumentRecord, Furniture, RelationRecord
from annotator.core.schema import Rule, Severity
from annotator.core.spans import Span
from annotator.core.validation import Problem, problems, shown_attributes
from annotator.operations import documents
from tests.store.desk import Desk
from tests.ui.inspector.passages import newsroom, tagged

TEXT = "“Air naik,” kata Sari. Warga menuduh camat. Camat membantah. Baca juga: banjir. Kata Ali “tidak benar."
SET = newsroom()


@pytest.fixture
def document(tmp_path: Any) -> DocumentRecord:
    desk = Desk(tmp_path / "p.annotator")
    record = documents.read_document(desk.workspace, desk.load(TEXT))
    desk.workspace.close()
    return replace(record, language="id")


def at(words: str, label: str, **attributes: Any) -> AnnotationRecord:
    start = TEXT.index(words)
    return replace(tagged(start, label, length=len(words)), attributes=attributes)


def relation(record: AnnotationRecord, kind: str, other: AnnotationRecord | None = None) -> RelationRecord:
    ends = (None, new_id()) if other is None else (other.id, None)
    return RelationRecord(new_id(), record.document_id, kind, record.id, *ends, "Ana")


def broken(record: AnnotationRecord, document: DocumentRecord) -> list[str]:
    return [problem.rule for problem in problems(SET, record, document)]


def test_a_quote_has_a_source(document: DocumentRecord) -> None:
    quote = at("“Air naik,”", "quote")
    assert problems(SET, quote, document) == [
        Problem(
            "quote_has_a_source",
            Severity.HARD,
            "Say whose words these are; somebody unnamed is a source, too.",
            "attributed_to",
        )
    ]
    assert broken(quote, replace(document, relations=(relation(quote, "attributed_to"),))) == []


def test_a_denial_has_a_target_in_one_of_three_ways(document: DocumentRecord) -> None:
    denial, claim = at("Camat membantah.", "denial", denier_role="outlet"), at("Warga menuduh camat.", "claim")
    (problem,) = problems(SET, denial, document)
    assert (problem.rule, problem.field) == ("denial_has_a_target", "denies")
    for kind in ("denies", "responds_to"):  # “I never said that” denies a quote
        assert broken(denial, replace(document, relations=(relation(denial, kind, claim),))) == []
    written = {**denial.attributes, "denied_text": "Ia menerima uang.", "target_in_text": "absent"}
    assert broken(replace(denial, attributes=written), document) == []


def test_somebody_denies_unless_the_article_itself_does(document: DocumentRecord) -> None:
    denial = at("Camat membantah.", "denial", denied_text="Ia menerima uang.", target_in_text="absent")
    (problem,) = problems(SET, denial, document)
    assert (problem.rule, problem.severity, problem.field) == ("denial_has_a_source", Severity.SOFT, "attributed_to")
    assert broken(denial, replace(document, relations=(relation(denial, "attributed_to"),))) == []


def test_a_target_that_is_not_in_the_text_is_written(document: DocumentRecord) -> None:
    denial = at("Camat membantah.", "denial", target_in_text="absent", denier_role="outlet")
    found = problems(SET, denial, document)
    assert [problem.rule for problem in found] == ["denial_has_a_target", "absent_target_is_written"]
    assert found[1].field == "denied_text"


def test_a_reported_claim_has_a_source_and_the_articles_own_has_none(document: DocumentRecord) -> None:
    claim = at("Warga menuduh camat.", "claim")
    (problem,) = problems(SET, claim, document)
    assert (problem.rule, problem.severity) == ("reported_claim_has_a_source", Severity.SOFT)
    assert broken(replace(claim, attributes={"voice": "outlet"}), document) == []


def test_who_is_unsure_says_why(document: DocumentRecord) -> None:
    claim = at("Warga menuduh camat.", "claim", voice="outlet", certainty="unsure")
    (problem,) = problems(SET, claim, document)
    assert (problem.rule, problem.field) == ("unsure_says_why", "note")
    assert broken(replace(claim, note="  "), document) == ["unsure_says_why"]
    assert broken(replace(claim, note="No source."), document) == []


def test_nothing_is_tagged_on_furniture(document: DocumentRecord) -> None:
    start = TEXT.index("Baca juga")
    there = replace(document, furniture=(Furniture(start, start + 18, "read_more"),))
    assert broken(at("Baca juga: banjir.", "claim", voice="outlet"), there) == ["outside_furniture"]
    assert broken(at("Camat membantah. ", "claim", voice="outlet"), there) == []


def test_off_the_record_is_held_and_said_before_what_is_soft(document: DocumentRecord) -> None:
    quote = at("Air naik", "quote", record_status="off_record", quote_type="direct")
    found = problems(SET, quote, replace(document, relations=(relation(quote, "attributed_to"),)))
    assert [(one.rule, one.severity, one.field) for one in found] == [
        ("off_the_record", Severity.HOLD, "record_status")
    ]


def test_a_direct_quote_has_marks(document: DocumentRecord) -> None:
    quote = at("Camat membantah.", "quote", quote_type="direct")
    (problem,) = problems(SET, quote, replace(document, relations=(relation(quote, "attributed_to"),)))
    assert (problem.rule, problem.severity, problem.field) == ("direct_has_marks", Severity.SOFT, "quote_type")


@pytest.mark.parametrize(
    ("words", "lonely"),
    [("“Air naik,”", False), ("Air naik", False), ("“Air naik", True), ("Air naik,”", True), ("“tidak benar.", True)],
)
def test_a_mark_has_its_partner_inside(document: DocumentRecord, words: str, lonely: bool) -> None:
    assert ("balanced_marks" in broken(at(words, "quote"), document)) is lonely


def test_a_very_long_quote_is_asked_about(document: DocumentRecord) -> None:
    text = "Kata " * 400
    quote = replace(tagged(0, "quote"), segments=(Span(0, 1501),))
    assert "long_quote" in broken(quote, replace(document, text=text))
    assert "long_quote" not in broken(replace(quote, segments=(Span(0, 1500),)), replace(document, text=text))


def test_who_is_accused_has_been_asked(document: DocumentRecord) -> None:
    claim = at("Warga menuduh camat.", "claim", voice="outlet", accuses="named_person")
    (problem,) = problems(SET, claim, document)
    assert (problem.rule, problem.field) == ("accused_was_not_asked", "reply_status")
    assert broken(replace(claim, attributes={**claim.attributes, "reply_status": "sought"}), document) == []


def test_a_claim_in_a_quote_is_linked(document: DocumentRecord) -> None:
    quote, claim = at("“Air naik,”", "quote"), at("Air naik", "claim", voice="outlet")
    there = replace(document, annotations=(quote, claim))
    assert broken(claim, there) == ["claim_in_a_quote_is_linked"]
    assert broken(claim, replace(there, relations=(relation(quote, "contains", claim),))) == []
    assert broken(claim, replace(there, annotations=(replace(quote, annotator="Ben"), claim))) == []


def test_a_symmetric_link_counts_from_both_ends(document: DocumentRecord) -> None:
    rule = Rule("known", Severity.SOFT, "Link it.", labels=("claim",), needs=("same_as",))
    one, other = at("Air naik", "claim"), at("Camat membantah.", "claim")
    there = replace(document, relations=(relation(one, "same_as", other),))
    with_rule = replace(SET, rules=(rule,))
    assert [problems(with_rule, each, there) for each in (one, other)] == [[], []]
    assert problems(with_rule, one, document)[0].field == "same_as"


def test_what_is_asked_depends_on_what_was_said() -> None:
    def keys(**attributes: Any) -> list[str]:
        return [one.key for one in shown_attributes(SET, "claim", attributes)]

    assert "reply_status" not in keys()
    assert "reply_status" in keys(accuses="organisation")
    assert "quote_type" not in keys()


def test_a_field_that_is_asked_no_more_fills_nothing(document: DocumentRecord) -> None:
    denial = at("Camat membantah.", "denial", denied_text="Ada banjir.")
    assert "denial_has_a_target" in broken(denial, document)
    absent = at("Camat membantah.", "denial", denied_text="Ada banjir.", target_in_text="absent")
    assert "denial_has_a_target" not in broken(absent, document)
