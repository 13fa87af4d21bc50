"""The part of a libel packet that knows no database."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from annotator.core.places import Place
from annotator.core.records import ContactRecord, DocumentSummary, Furniture
from annotator.core.replies import ReplyClaim
from annotator.core.report import Facts, Heading, Table
from annotator.core.report_article import Article
from annotator.core.report_libel import LibelReport, ReportedAnswer, ReportedClaim
from annotator.operations.label_sets import shipped_label_set
from tests.formats.records import LOADED, minister

NOW = datetime(2026, 5, 4, tzinfo=UTC)


def _part(**more: object) -> list[object]:
    record = replace(minister(), furniture=(Furniture(37, 55, "caption"),))
    own = next(one for one in record.annotations if one.label == "claim")
    summary = DocumentSummary(record.id, record.title, "", "", "id", None, LOADED, len(record.text))
    claim = ReplyClaim(own, summary, Place("", 0, ""), "named_person", "sought", contacts=(_contact(),))
    kind = LibelReport(shipped_label_set("newsroom"), NOW)
    return list(kind.part(Article(record), [ReportedClaim(claim, **more)]).blocks)  # type: ignore[arg-type]


def _contact() -> ContactRecord:
    key = UUID(int=1)
    return ContactRecord(key, key, key, "Ana", "2026-05-01T10:00", "Vera", "phone", "2026-05-02")


def _facts(blocks: list[object]) -> dict[str, str]:
    return {row.name: row.words for block in blocks if isinstance(block, Facts) for row in block.rows}


def test_captions_stand_beside_the_headline() -> None:
    assert _facts(_part())["Caption"] == "Pedagang membantah"


def test_a_deadline_that_has_passed_is_overdue() -> None:
    blocks = _part(contacts=(_contact(),))
    assert _facts(blocks)["Deadline"] == "2026-05-02, overdue"
    (log,) = (block for block in blocks if isinstance(block, Table))
    assert log.rows == (("2026-05-01 10:00", "Vera", "phone", "2026-05-02, overdue", ""),)


def test_answers_say_whether_they_are_of_the_same_claim() -> None:
    answers = (ReportedAnswer("denies", "No.", ("Vera",)), ReportedAnswer("responds to", "Hm.", of_same=True))
    assert _facts(_part(answers=answers))["Answered by"] == (
        "denies: “No.” (Vera)\nresponds to: “Hm.”, said of the same claim"
    )


def test_a_claim_has_the_number_of_the_text() -> None:
    assert "Claim 2" in [block.words for block in _part() if isinstance(block, Heading)]
