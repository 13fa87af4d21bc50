"""Whatever a database says, a person reads one sentence with a way out."""

import pytest
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from annotator import errors
from annotator.store.failures import explained, meaning_of


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("database is locked", errors.ProjectBusy),
        ("database or disk is full", errors.DiskFull),
        ("could not extend file: No space left on device", errors.DiskFull),
        ("disk I/O error", errors.DiskFull),
        ("attempt to write a readonly database", errors.ProjectReadOnly),
        ("cannot execute INSERT in a read-only transaction", errors.ProjectReadOnly),
        ("file is not a database", errors.ProjectDamaged),
        ("database disk image is malformed", errors.ProjectDamaged),
        ("unable to open database file", errors.ProjectError),
        ("connection to server at 127.0.0.1 failed", errors.ProjectError),
        ("something nobody has heard of", errors.ProjectError),
    ],
)
def test_each_failure_has_its_sentence(said: str, kind: type[Exception]) -> None:
    found = meaning_of(OperationalError("SELECT 1", {}, Exception(said)))
    assert type(found) is kind
    assert said not in str(found)
    assert str(found)[0].isupper()
    assert str(found).endswith(".") or "pip install" in str(found)


def test_a_broken_reference_is_a_conflict() -> None:
    found = meaning_of(IntegrityError("DELETE", {}, Exception("FOREIGN KEY constraint failed")))
    assert isinstance(found, errors.EditConflict)


def test_other_errors_pass_unchanged() -> None:
    with pytest.raises(ZeroDivisionError), explained():
        raise ZeroDivisionError


def test_the_cause_stays_with_the_error() -> None:
    cause = OperationalError("SELECT 1", {}, Exception("database is locked"))
    with pytest.raises(errors.ProjectBusy) as caught, explained():
        raise cause
    assert isinstance(caught.value.__cause__, DBAPIError)
