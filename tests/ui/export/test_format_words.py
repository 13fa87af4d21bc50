"""Every format is said to be good for something, and stands where one looks for it."""

from annotator import formats
from annotator.ui.export.choices import FormatChoice
from annotator.ui.export.format_words import Purpose, grouped, purpose_title, use_of


def test_every_format_is_known() -> None:
    lacking = [one.id for one in formats.exporters() if not use_of(one.id)]
    assert lacking == []


def test_formats_are_grouped_and_a_new_one_is_not_lost() -> None:
    given = [FormatChoice(key, key, (".x",)) for key in ("csv", "brand-new", "jsonl", "docbin", "brat")]
    assert [(purpose, [one.id for one in found]) for purpose, found in grouped(given)] == [
        (Purpose.EVERYTHING, ["jsonl"]),
        (Purpose.TRAIN, ["docbin"]),
        (Purpose.TOOLS, ["brat", "brand-new"]),
        (Purpose.DESK, ["csv"]),
    ]
    assert use_of("brand-new") == ""


def test_every_group_has_a_heading() -> None:
    assert len({purpose_title(purpose) for purpose in Purpose}) == len(Purpose)
