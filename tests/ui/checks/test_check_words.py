"""A check in one sentence."""

import pytest

from annotator.core.schema import Severity
from annotator.operations import checking
from annotator.operations.checking import ArticleCheck
from annotator.ui.checks.check_words import check_words
from tests.operations.conftest import desk
from tests.store.desk import Desk
from tests.ui.checks.findings import EACH, finding

__all__ = ["desk"]


@pytest.fixture
def empty(desk: Desk) -> ArticleCheck:
    found = checking.check_article(desk.workspace, desk.load())
    assert found is not None
    return found


def test_what_was_found_is_counted(empty: ArticleCheck) -> None:
    found = ArticleCheck(empty.document, (*EACH, finding(Severity.HARD)), 0)
    assert check_words(found) == ("2 things are to be put right. 1 is worth a second look. 1 tag leaves in no export.")


def test_nothing_found_is_said_with_what_is_unread(empty: ArticleCheck) -> None:
    assert check_words(empty) == "Nothing is to be put right in this article. 3 sentences are undecided."
    assert check_words(ArticleCheck(empty.document, (), 0)) == "Nothing is to be put right in this article."
