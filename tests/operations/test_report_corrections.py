"""The correction report out of a project: what changed, who, when, why."""

from uuid import UUID

from annotator.core.report import Kind
from annotator.core.rulings import RulingVerdict
from annotator.core.spans import Span
from annotator.operations import relations, review, sources, versions
from annotator.operations.corrections import Correction, correct
from annotator.operations.readings import take_up_again
from annotator.operations.rulings import Choice, rule
from tests.operations.disputed_desk import Disputed
from tests.operations.report_desk import front, lines, parts
from tests.operations.review_desk import reviewable
from tests.operations.test_versions import OLD, plan
from tests.store.desk import Desk


def told(desk: Desk, *ids: UUID) -> list[str]:
    (part,) = parts(desk, Kind.CORRECTIONS, ids or None)
    return lines(part)


def test_where_nothing_was_corrected_it_says_so(desk: Desk) -> None:
    reviewable(desk)
    assert parts(desk, Kind.CORRECTIONS) == []
    assert "Nothing has been corrected in these articles." in front(desk, Kind.CORRECTIONS)


def test_verdicts_tell_before_and_after_who_and_why(desk: Desk) -> None:
    _, claim, denial, _quote = reviewable(desk)
    correct(desk.workspace, claim.id, Correction(segments=[Span(0, 14)], label="quote"), desk.ben, "Too long")
    review.return_annotations(desk.workspace, [denial.id], "No target", desk.ben)
    found = told(desk)
    first = found.index("1. A passage was corrected")
    assert found[first + 2 : first + 4] == ["Who: Ben", "Why: Too long"]
    assert found[first + 4 : first + 6] == ["Before: Claim", "The mayor took the money."]
    assert found[found.index("Now: Quote") + 1] == "The mayor took"
    second = found.index("2. A passage was returned")
    assert "Why: No target" in found[second:]
    assert found[found.index("Passage: Denial") + 1] == "She denies it."


def test_rulings_tell_what_holds(desk: Desk) -> None:
    there = Disputed(desk)
    choice = Choice(RulingVerdict.ONE, desk.ben)
    rule(there.workspace, there.article, there.ana["label"], choice, there.cleo, "It is reported.")
    found = told(desk)
    assert "1. A dispute was settled" in found
    assert "Ruling: one side holds" in found
    assert found[found.index("Before: Claim") + 1] == found[found.index("Now: Quote") + 1] == "Nobody was hurt"
    assert "Who: Cleo" in found
    assert "Why: It is reported." in found


def test_an_approved_reading_taken_up_again_says_why(desk: Desk) -> None:
    article, *_ = reviewable(desk)
    review.approve_reading(desk.workspace, article, desk.ana, desk.ben, rest=True)
    take_up_again(desk.workspace, article, desk.ana, "The mayor has called")
    found = told(desk)
    assert "1. An approved reading was taken up again" in found
    assert "Why: The mayor has called" in found
    assert "Who: Ana" in found


def test_a_newer_version_tells_what_changed_in_the_text(desk: Desk) -> None:
    old = desk.load(OLD)
    planned = plan(desk, old, title="The bridge is shut")
    new = versions.load_version(desk.workspace, planned, {}, desk.ben)
    found = told(desk, new)
    assert "1. A new version of the article" in found
    assert "Who: Ben" in found
    assert "Title now: The bridge is shut" in found
    assert any("paid [200] million" in line and "paid [250] million" in line for line in found)


def test_a_link_that_supersedes_is_told(desk: Desk) -> None:
    article, claim, _denial, quote = reviewable(desk)
    other = desk.tag(article, 0, 9, by=desk.ben)
    relations.link(desk.workspace, other.id, "supersedes", quote.id, desk.ben)
    found = told(desk)
    assert "1. A passage was superseded" in found
    assert found[found.index("Before: Quote") + 1] == "“I took nothing,”"
    assert claim.id != other.id


def test_a_reason_names_no_protected_source_by_half_a_name_either(desk: Desk) -> None:
    _, claim, *_ = reviewable(desk)
    sources.add_source(desk.workspace, "Vera Lund", desk.ana, protected=True)
    review.return_annotations(desk.workspace, [claim.id], "Lund has not said so", desk.ben)
    assert "Why: ████ has not said so" in told(desk)
