"""A request is kept as JSON and told as a command line, and comes back as it was from both."""

import json
import shlex
from dataclasses import fields, replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.losses import Flat
from annotator.core.recipes import OPTIONS, ExportRequest, Partition, as_arguments, as_command, taken_back, values_of
from annotator.core.review_states import ReviewState
from annotator.core.selection import Selection, Unit
from annotator.errors import UnusableRecipe

words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=12)
lists = st.lists(words, max_size=3, unique=True).map(tuple)
days = st.dates().map(lambda day: day.isoformat()) | st.just("")


def selections() -> st.SearchStrategy[Selection]:
    return st.builds(
        Selection,
        documents=st.none() | st.lists(st.uuids(), min_size=1, max_size=2).map(tuple),
        labels=lists,
        reading=words,
        annotators=lists,
        states=st.lists(st.sampled_from(ReviewState).map(str), max_size=2, unique=True).map(tuple),
        languages=lists,
        outlets=lists,
        since=days,
        until=days,
        attributes=st.lists(st.tuples(words.filter(lambda key: "=" not in key), words), max_size=2).map(tuple),
        with_held=st.booleans(),
        with_off_record=st.booleans(),
        pseudonyms=st.booleans(),
        negatives=st.booleans(),
        unit=st.sampled_from(Unit),
        context=st.integers(0, 9),
        split=st.sampled_from(["", "train", "dev", "test"]),
    )


def requests() -> st.SearchStrategy[ExportRequest]:
    return st.builds(
        ExportRequest,
        format_id=st.sampled_from(["jsonl", "csv", "doccano"]),
        selection=selections(),
        with_furniture=st.booleans(),
        bom=st.booleans(),
        flat=st.sampled_from(Flat),
        lean=st.booleans(),
        without_text=st.booleans(),
        partition_by=st.lists(st.sampled_from(Partition).map(str), max_size=2, unique=True).map(tuple),
        parquet=st.booleans(),
        licence=words | st.just(""),
        splits=words | st.just(""),
        seed=st.integers(0, 99),
        shares=st.tuples(st.integers(0, 100), st.integers(0, 100), st.integers(0, 100)),
        strict=st.booleans(),
    )


@given(requests())
def test_a_request_comes_back_from_json(request: ExportRequest) -> None:
    assert ExportRequest.from_dict(json.loads(json.dumps(request.as_dict()))) == request


def test_what_is_as_usual_is_not_kept() -> None:
    assert ExportRequest("csv").as_dict() == {"version": 1, "format_id": "csv"}
    asked = ExportRequest("csv", Selection(labels=("claim",)), flat=Flat.INNERMOST)
    assert asked.as_dict() == {"version": 1, "format_id": "csv", "labels": ["claim"], "flat": "innermost"}


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"version": 2, "format_id": "csv"},
        {"version": 1},
        {"version": 1, "format_id": 3},
        {"version": 1, "format_id": "csv", "colour": "red"},
        {"version": 1, "format_id": "csv", "labels": "claim"},
        {"version": 1, "format_id": "csv", "labels": [1]},
        {"version": 1, "format_id": "csv", "unit": "page"},
        {"version": 1, "format_id": "csv", "documents": ["x"]},
        {"version": 1, "format_id": "csv", "attributes": [["certainty"]]},
        {"version": 1, "format_id": "csv", "shares": [80, 20]},
        {"version": 1, "format_id": "csv", "strict": 1},
        {"version": 1, "format_id": "csv", "seed": "0"},
        {"version": 1, "format_id": "csv", "selection": {}},
    ],
)
def test_a_recipe_that_says_something_else_is_refused_in_one_sentence(said: dict[str, object]) -> None:
    with pytest.raises(UnusableRecipe) as caught:
        ExportRequest.from_dict(said)
    assert str(caught.value).endswith("make it anew.")


def test_every_choice_has_a_flag() -> None:
    """A field that is added and forgotten here would be lost in the command that the window shows."""
    key = UUID(int=7)
    narrowed = Selection(
        (key,), ("claim",), "Ana", ("Ana",), ("draft",), ("id",), ("Tempo",), "2026-01-01", "2026-02-01"
    )
    narrowed = replace(narrowed, attributes=(("certainty", "high"),), with_held=True, with_off_record=True)
    narrowed = replace(narrowed, pseudonyms=True, negatives=False, unit=Unit.SENTENCE, context=2, split="train")
    asked = ExportRequest("csv", narrowed, True, True, Flat.INNERMOST, True, True, ("month",), True, "CC-BY", seed=3)
    asked = replace(asked, shares=(70, 20, 10), splits="splits.json", strict=True)
    usual = ExportRequest("csv")
    for one in (*fields(ExportRequest), *fields(Selection)):
        if one.name in ("format_id", "selection", "documents"):
            continue
        holder, ordinary = (asked, usual) if hasattr(asked, one.name) else (asked.selection, usual.selection)
        changed = getattr(holder, one.name)
        assert changed != getattr(ordinary, one.name), one.name
        alone = replace(ordinary, **{one.name: changed})
        request = alone if isinstance(alone, ExportRequest) else replace(usual, selection=alone)
        assert len(as_arguments(request)) > len(as_arguments(usual)), one.name
    assert str(key) in as_command(asked, "out.csv")


@given(requests(), words)
def test_a_shell_reads_the_command_as_it_was_meant(request: ExportRequest, out: str) -> None:
    read = shlex.split(as_command(request, out, "proj.annotator"))
    assert read[:4] == ["annotator", "--project", "proj.annotator", "export"]
    assert read[-1] == out
    assert read[4 : 4 + len(as_arguments(request))] == as_arguments(request)


def test_the_command_of_a_plain_export() -> None:
    assert as_command(ExportRequest("jsonl"), "out file.jsonl") == "annotator export --format jsonl 'out file.jsonl'"
    assert as_command(ExportRequest("csv"), "-") == "annotator export --format csv -"
    assert as_command(ExportRequest("csv"), "-x.csv").endswith("-- -x.csv")


@given(requests())
def test_all_that_is_taken_back_is_as_usual(request: ExportRequest) -> None:
    assert taken_back(request, OPTIONS.keys() | {"documents"}) == ExportRequest(request.format_id)
    assert taken_back(request, ()) == request


def test_every_choice_has_an_option() -> None:
    assert values_of(ExportRequest("csv")).keys() - OPTIONS.keys() == {"format_id", "documents"}
