"""How the page looks: readable in print and without colour."""

from annotator.formats.reports.page_style import style_sheet
from tests.formats.reports.sample import MARKS


def test_every_label_has_a_line_as_well_as_a_tint() -> None:
    sheet = style_sheet({f"m{number}": mark for number, mark in enumerate(MARKS)})
    for number, (mark, line) in enumerate(zip(MARKS, ("solid", "wavy", "double"), strict=True)):
        assert f".m{number} {{ background: {mark.tint}; text-decoration: underline {line} {mark.ink};" in sheet


def test_it_has_rules_for_paper() -> None:
    assert "@media print" in style_sheet({})
    assert "@page" in style_sheet({})
