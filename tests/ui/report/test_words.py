"""Every kind of report has a name and a sentence."""

from annotator.core.report import Kind
from annotator.ui.report.words import kind_description, kind_title


def test_every_kind_has_words_of_its_own() -> None:
    assert len({kind_title(kind) for kind in Kind}) == len(Kind)
    assert all(kind_description(kind).endswith(".") for kind in Kind)
