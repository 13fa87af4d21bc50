"""The libel packet out of a project."""

from typing import Any
from uuid import UUID

import pytest

from annotator.core.report import Kind
from annotator.core.report_article import ReportOptions
from annotator.operations import annotations, contacts, details, relations, sources
from tests.operations.report_desk import front, lines, parts
from tests.store.desk import Desk

TEXT = "Harbour row\n\nThe mayor took the money, Rina said. The clerk forged a letter.\n\nShe denies it. All is well."


def at(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def accuse(desk: Desk, article: UUID, words: str, **more: Any) -> UUID:
    made = desk.tag(article, *at(words)).id
    annotations.set_attributes(desk.workspace, [made], {"accuses": "named_person", **more}, desk.ana)
    return made


@pytest.fixture
def article(desk: Desk) -> UUID:
    return desk.load(TEXT)


def test_a_claim_is_told_with_all_that_a_lawyer_asks(desk: Desk, article: UUID) -> None:
    claim = accuse(desk, article, "The mayor took the money", reply_status="sought", legal_flag="court_case")
    denial = desk.tag(article, *at("She denies it."), "denial").id
    relations.link(desk.workspace, denial, "denies", claim, desk.ana)
    rina, mayor = (sources.add_source(desk.workspace, name, desk.ana).id for name in ("Rina", "Mayor Lund"))
    sources.set_source_details(desk.workspace, mayor, desk.ana, aliases=["mayor"])
    relations.set_sources(desk.workspace, [claim], "attributed_to", [rina], desk.ana)
    relations.set_sources(desk.workspace, [denial], "attributed_to", [mayor], desk.ana)
    annotations.set_note(desk.workspace, claim, "Bank statement of 3 May, page 2.", desk.ana)
    contacts.add_contact(desk.workspace, claim, desk.ana, at="2026-05-01", person="Vera Lund", deadline="2026-05-02")
    (part,) = parts(desk, Kind.LIBEL)
    told = lines(part)
    for line in (
        "Headline: Harbour row",
        "Claim 1",
        "The mayor took the money",
        "In full: The mayor took the money, Rina said.",
        "Who is accused: a named person\nnamed in the sentence: Mayor Lund",
        "Says who: Rina",
        "Place: paragraph 2, line 3, characters 13–37",
        "Right of reply: answered",
        "Reply: sought",
        "Answered by: denies: “She denies it.” (Mayor Lund)",
        "Legal: court case",
        "Evidence: Bank statement of 3 May, page 2.",
        "2026-05-01 | Vera Lund |  | 2026-05-02, overdue | ",
    ):
        assert line in told, (line, told)
    assert any(line.startswith("SHA-256 of the original: ") for line in told)


def test_claims_that_accuse_nobody_stay_out_and_flagged_passages_do_not(desk: Desk, article: UUID) -> None:
    plain = desk.tag(article, *at("All is well.")).id
    assert parts(desk, Kind.LIBEL) == []
    assert "No claim in these articles accuses anybody." in front(desk, Kind.LIBEL)
    annotations.set_attributes(desk.workspace, [plain], {"legal_flag": "privacy"}, desk.ana)
    (part,) = parts(desk, Kind.LIBEL, [article])
    assert lines(part).index("Other passages with a legal flag") < lines(part).index("All is well.")


def test_nothing_was_asked_and_nobody_named(desk: Desk, article: UUID) -> None:
    accuse(desk, article, "The clerk forged a letter.", voice="outlet")
    accuse(desk, article, "The mayor took the money")
    told = lines(parts(desk, Kind.LIBEL)[0])
    assert "Says who: the article itself" in told
    assert "Says who: no source named" in told
    assert told.count("Answered by: Nothing answers this claim.") == 2
    assert told.count("Nobody has been asked.") == 2
    assert told.count("Evidence: none noted") == 2


def test_an_embargoed_draft_is_in_it_only_when_that_is_wanted(desk: Desk, article: UUID) -> None:
    accuse(desk, article, "The clerk forged a letter.")
    details.set_details_of_many(desk.workspace, [article], {"embargo_until": "2030-01-01"}, desk.ana)
    assert parts(desk, Kind.LIBEL) == []
    assert "1 article is under an embargo and was left out." in front(desk, Kind.LIBEL)
    assert len(parts(desk, Kind.LIBEL, with_held=True)) == 1


def test_protected_names_are_black_in_the_log_too(desk: Desk, article: UUID) -> None:
    claim = accuse(desk, article, "The mayor took the money")
    rina = sources.add_source(desk.workspace, "Rina Prins", desk.ana, protected=True).id
    sources.set_source_details(desk.workspace, rina, desk.ana, aliases=["Rina"])
    relations.set_sources(desk.workspace, [claim], "attributed_to", [rina], desk.ana)
    contacts.add_contact(desk.workspace, claim, desk.ana, at="2026-05-01", person="Rina Prins", note="Rina called")
    annotations.set_note(desk.workspace, claim, "Rina has the letter.", desk.ana)
    told = lines(parts(desk, Kind.LIBEL)[0])
    assert not [line for line in told if "Rina" in line]
    assert "Says who: Protected source 1" in told


def test_notes_can_be_left_out(desk: Desk, article: UUID) -> None:
    claim = accuse(desk, article, "The mayor took the money")
    annotations.set_note(desk.workspace, claim, "Secret remark.", desk.ana)
    contacts.add_contact(desk.workspace, claim, desk.ana, at="2026-05-01", note="Secret call.")
    told = lines(parts(desk, Kind.LIBEL, options=ReportOptions(with_text=False, with_notes=False))[0])
    assert not [line for line in told if "Secret" in line]
    assert "The text" not in told
