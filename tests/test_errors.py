"""Errors are sentences, and each kind is one that somebody can act on."""

import pytest

from annotator import errors


def kinds() -> list[type[Exception]]:
    return [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)]


@pytest.mark.parametrize("kind", kinds())
def test_every_error_is_one_that_is_shown(kind: type[Exception]) -> None:
    assert issubclass(kind, errors.AnnotatorError)
    assert kind.__doc__


def test_the_sentence_is_the_text() -> None:
    assert str(errors.NotFound("There is no article “12”.")) == "There is no article “12”."


def test_a_duplicate_says_where_it_is() -> None:
    error = errors.AlreadyLoaded("This article is in the project already.", 7)
    assert str(error) == "This article is in the project already."
    assert error.document_id == 7


def test_ways_a_project_can_fail_are_caught_together() -> None:
    for kind in (errors.ProjectDamaged, errors.ProjectTooNew, errors.ProjectBusy, errors.DiskFull):
        assert issubclass(kind, errors.ProjectError)
