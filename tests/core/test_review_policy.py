"""The reasons for returning: the usual ones, a project's own, and what cannot be one."""

import pytest

from annotator.core.review_policy import MOST_REASONS, USUAL_REASONS, reasons_of, with_reasons
from annotator.errors import InvalidDetails


def test_a_project_begins_with_the_usual_reasons_one_for_each_key() -> None:
    assert reasons_of(None) == reasons_of({}) == USUAL_REASONS
    assert len(USUAL_REASONS) == MOST_REASONS


def test_own_reasons_are_kept_tidied_and_what_else_is_kept_stays() -> None:
    kept = with_reasons({"else": 1}, ["  Too   long ", "", "No source"])
    assert kept == {"else": 1, "reasons": ["Too long", "No source"]}
    assert reasons_of(kept) == ("Too long", "No source")


def test_no_reasons_or_the_usual_ones_are_nothing_of_ones_own() -> None:
    assert with_reasons({"reasons": ["Old"]}, []) is None
    assert with_reasons({"reasons": ["Old"], "else": 1}, USUAL_REASONS) == {"else": 1}


@pytest.mark.parametrize("reasons", [["x"] * (MOST_REASONS + 1), ["x" * 201]])
def test_too_many_or_too_long_ones_are_refused(reasons: list[str]) -> None:
    with pytest.raises(InvalidDetails):
        with_reasons(None, reasons)


@pytest.mark.parametrize("damaged", ["Too long", [], [3, None], {"a": 1}])
def test_what_is_no_list_of_words_says_nothing(damaged: object) -> None:
    assert reasons_of({"reasons": damaged}) == USUAL_REASONS
