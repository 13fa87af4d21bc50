"""What a person decides about a file, as rows."""

from annotator.core.import_map import AS_NOTE
from annotator.ui.imports import import_choices
from tests.ui.imports.previews import LABELS, preview


def test_labels_and_links_are_ours_or_left_out() -> None:
    first, second = import_choices.label_rows(preview(), LABELS)
    assert (first.name, first.count, first.current) == ("Claims", 4, "claim")
    assert (second.name, second.current) == ("ادعاء", "")
    assert [ours for _, ours in first.choices] == ["", *(one.key for one in LABELS.offered)]
    (link,) = import_choices.relation_rows(preview(), LABELS)
    assert (link.key, link.current) == (("Denies",), "denies")


def test_values_stand_below_their_attribute() -> None:
    rows = import_choices.attribute_rows(preview(), LABELS)
    assert [(row.key, row.current, row.is_part) for row in rows] == [
        (("Certainty",), "certainty", False),
        (("Certainty", "Unsure"), "unsure", True),
        (("Certainty", "maybe"), "", True),
        (("odd",), "", False),
    ]
    assert AS_NOTE in [ours for _, ours in rows[0].choices]


def test_people_are_oneself_somebody_here_or_new() -> None:
    ana, cici = import_choices.people_rows(preview(), ["Ana", "Ben"], "Ana")
    assert (ana.current, [ours for _, ours in ana.choices]) == ("", ["ana", "", "Ben"])
    assert (cici.current, [ours for _, ours in cici.choices]) == ("Cici", ["Cici", "", "Ben"])


def test_what_is_chosen_is_taken_apart_again() -> None:
    chosen = {("Certainty",): "certainty", ("Certainty", "Unsure"): "unsure", ("odd",): ""}
    assert import_choices.names_in(chosen) == {"Certainty": "certainty", "odd": ""}
    assert import_choices.values_in(chosen) == {"Certainty": {"Unsure": "unsure"}}
