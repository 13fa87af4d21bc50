"""What a project knows of itself, as a dataset's card is given it."""

from annotator.core.dataset_about import AgreementCell, DatasetAbout


def test_what_is_not_known_is_empty() -> None:
    about = DatasetAbout("Harbour")
    assert (about.agreement, about.labels, about.guideline, about.label_set) == (None, None, (), b"")
    assert tuple(about.left_out()) == ()
    assert about.shares == (80, 10, 10)
    assert AgreementCell(None) == (None, None, None, False)
