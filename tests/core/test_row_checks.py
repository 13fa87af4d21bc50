"""Rows that do not fit their text are refused before anybody meets them."""

from typing import Any

import pytest

from annotator.core.row_checks import check_rows

TEXT = "Harga beras naik."


def rows(**changed: Any) -> dict[str, list[dict[str, Any]]]:
    document = {"id": 1, "length": len(TEXT), "sentence_ends": [17], "furniture": [[0, 5, "desk"]], "status": None}
    annotation = {"id": 2, "label": "claim", "start_char": 0, "end_char": 11, "segments": [[0, 5], [6, 11]]}
    annotation["attributes"] = {"certainty": "high", "weight": 0.5, "checked": True}
    good = {
        "document": document,
        "source": {"id": 8, "aliases": ["Bu Sri"]},
        "ruling": {"id": 9, "verdict": "one", "start_char": None, "end_char": None, "settles": ["2"], "keeps": []},
        "annotation": annotation,
        "comment": {"id": 3, "start_char": None, "end_char": None},
        "sentence_break": {"id": 4, "position": 6},
        "verdict": {"id": 5, "verdict": "approved"},
        "reading": {"id": 6, "state": "open"},
        "submission": {"id": 7, "content": {"annotations": [], "links": []}},
    }
    return {table: [{**row, **changed.get(table, {})}] for table, row in good.items()}


def test_rows_as_a_project_has_them_are_good() -> None:
    check_rows(rows(), TEXT)
    check_rows({}, "")
    check_rows({"document": [{"length": 0, "sentence_ends": [], "furniture": [], "status": "withheld"}]}, "")


@pytest.mark.parametrize(
    ("table", "damage"),
    [
        ("document", {"length": 5}),
        ("document", {"sentence_ends": [5]}),
        ("document", {"sentence_ends": [0, 17]}),
        ("document", {"sentence_ends": {"a": 1}}),
        ("document", {"furniture": [[0, 5]]}),
        ("document", {"furniture": [[0, 50, "desk"]]}),
        ("document", {"status": "lost"}),
        ("annotation", {"end_char": 18}),
        ("annotation", {"start_char": 12}),
        ("annotation", {"label": ""}),
        ("annotation", {"attributes": ["high"]}),
        ("annotation", {"attributes": {"certainty": ["high"]}}),
        ("annotation", {"attributes": {"certainty": None}}),
        ("ruling", {"attributes": ["high"]}),
        ("ruling", {"settles": {"2": 1}}),
        ("ruling", {"keeps": [2]}),
        ("source", {"aliases": "Bu Sri"}),
        ("document", {"also_in": [5]}),
        ("comment", {"mentions": {}}),
        ("annotation", {"segments": []}),
        ("annotation", {"segments": [[0, 5]]}),
        ("annotation", {"segments": [[0, 7], [6, 11]]}),
        ("annotation", {"segments": [[0, "5"], [6, 11]]}),
        ("comment", {"start_char": 3}),
        ("sentence_break", {"position": 40}),
        ("verdict", {"verdict": "maybe"}),
        ("reading", {"state": "lost"}),
        ("submission", {"content": {}}),
        ("submission", {"content": {"annotations": [5], "links": []}}),
    ],
)
def test_a_row_that_does_not_fit_is_named(table: str, damage: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=table):
        check_rows(rows(**{table: damage}), TEXT)


def test_two_breaks_at_one_place_are_none() -> None:
    both = {"sentence_break": [{"id": 1, "position": 3}, {"id": 2, "position": 3}]}
    with pytest.raises(ValueError, match="two sentence_breaks"):
        check_rows(both, TEXT)
