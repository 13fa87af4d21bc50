"""What is wanted of a project, when nobody has said so."""

from annotator.core.selection import ALL, Selection, Unit


def test_by_default_everything_goes_out_that_may() -> None:
    wanted = Selection()
    assert (wanted.reading, wanted.unit, wanted.negatives) == (ALL, Unit.ARTICLE, True)
    assert (wanted.with_held, wanted.with_off_record, wanted.pseudonyms) == (False, False, False)
    assert wanted.documents is None
