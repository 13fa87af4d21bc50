"""What can be said of a source is a closed list."""

import pytest

from annotator.core.sources import Naming, Role, SourceKind, check_source_values, place_in_list
from annotator.errors import AnnotatorError


def test_every_value_goes_with_every_other() -> None:
    for kind in SourceKind:
        for naming in Naming:
            for role in Role:
                check_source_values(kind, naming, role)


@pytest.mark.parametrize(
    "values", [("robot", "named", "media"), ("person", "secret", "media"), ("person", "named", "")]
)
def test_any_other_is_refused_with_those_there_are(values: tuple[str, str, str]) -> None:
    with pytest.raises(AnnotatorError, match="there are"):
        check_source_values(*values)


def test_a_list_by_name_is_in_the_order_in_which_one_looks() -> None:
    wanted = ["Ångström Zoe", "ånn", "Émile", "Ewa", "E\u0301ztuk", "Witness 9", "Witness 10", "Владимир", "سامي"]
    backwards = wanted[::-1]
    assert sorted(backwards, key=place_in_list) == wanted
