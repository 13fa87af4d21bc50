"""What is said aloud passes every mask there is, and a mask goes with its project."""

import gc

from annotator.core.discretion import discreet, keep_quiet
from annotator.core.identity import new_id
from annotator.core.masking import Mask
from annotator.core.records import SourceRecord


class Owner:
    """Stands for an open project."""


def test_names_are_hidden_while_their_project_is_in_memory() -> None:
    one, other = Owner(), Owner()
    keep_quiet(one, Mask([SourceRecord(new_id(), "Dorvane Milquast", protected=True)]))
    keep_quiet(other, Mask([SourceRecord(new_id(), "Peltrix Umbrano", protected=True)]))
    assert discreet("Dorvane Milquast and Peltrix Umbrano") == "███████ ████████ and ███████ ███████"
    keep_quiet(one, Mask())
    assert discreet("Dorvane Milquast and Peltrix Umbrano") == "Dorvane Milquast and ███████ ███████"
    del other
    gc.collect()
    assert discreet("Peltrix Umbrano") == "Peltrix Umbrano"
