"""The choices of an export at a prompt: the command that a request is told as asks for that very request."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import click
import pytest
from hypothesis import HealthCheck, given, settings

from annotator import formats
from annotator.cli import datasets
from annotator.cli.export_choices import asked_for, export_choices
from annotator.core.recipes import ExportRequest, as_arguments
from annotator.core.selection import Selection
from tests.cli.conftest import Prompt
from tests.core.test_recipes import requests


def parsed(arguments: list[str], begin: ExportRequest) -> ExportRequest:
    """What these options ask for."""
    found: list[ExportRequest] = []

    @click.command()
    @export_choices
    @click.pass_context
    def export(context: click.Context, /, **said: Any) -> None:
        found.append(asked_for(context, said, begin))

    export.main(arguments, standalone_mode=False)
    return found[0]


@given(requests())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_the_told_options_ask_for_the_same(request: ExportRequest) -> None:
    known = replace(request, selection=replace(request.selection, documents=None))
    if not any(known.shares):
        return
    assert parsed(as_arguments(known), ExportRequest("")) == known


def test_what_is_not_said_stays_as_it_was_kept() -> None:
    kept = ExportRequest("csv", Selection(labels=("claim",), context=3, negatives=False), bom=True, seed=4)
    assert parsed([], kept) == kept
    changed = parsed(["--label", "quote", "--seed", "5"], kept)
    assert changed == replace(kept, seed=5, selection=replace(kept.selection, labels=("quote",)))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[ExportRequest]:
    found: list[ExportRequest] = []

    def export(_: object, request: ExportRequest, *rest: object, **more: object) -> Any:
        found.append(request)
        raise click.ClickException("seen")

    monkeypatch.setattr(datasets, "export", export)
    return found


def test_articles_are_named_before_out_and_its_ending_tells_the_format(
    prompt: Prompt, article: str, asked: list[ExportRequest]
) -> None:
    for out, known in (
        ("o.jsonl", "jsonl"), ("o.ndjson", "jsonl"), ("o.csv", "csv"), ("o.tsv", "tsv"), ("o.XLSX", "xlsx"),
        ("o.parquet", "parquet"), ("o.spacy", "docbin"), ("o.qdpx", "refi-qda"),
    ):  # fmt: skip
        if known not in [one.id for one in formats.exporters()]:
            continue
        prompt("export", article[:30], out, status=1)
        assert asked[-1].format_id == known
        assert asked[-1].selection.documents == (UUID(article),)
    assert "Give --format: " in prompt.refuse("export", "o.json", status=2)


def test_wrong_choices(prompt: Prompt, article: str, tmp_path: Path) -> None:
    out = str(tmp_path / "o.csv")
    assert "write KEY=VALUE" in prompt.refuse("export", "--attribute", "certainty", out, status=2)
    assert "write three numbers such as 80/10/10" in prompt.refuse("export", "--shares", "80/20", out, status=2)
    assert "write three numbers" in prompt.refuse("export", "--shares", "0/0/0", out, status=2)
    assert "'page' is not one of" in prompt.refuse("export", "--unit", "page", out, status=2)
    assert "it has claim" in prompt.refuse("export", "--label", "lie", out)
    assert "“soon” is no date" in prompt.refuse("export", "--since", "soon", out)
    assert "there are Ana" in prompt.refuse("export", "--by", "Nobody", out)
    assert not Path(out).exists()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("--format", "csv", "--lean"), "“--lean” changes nothing of Table (CSV"),
        (("--format", "iob2", "--context", "2"), "say “--unit sentence”, too."),
        (("--format", "bilou", "--seed", "3"), "say “--split”, too"),
        (("--format", "jsonl", "--partition-by", "month"), "or write parquet."),
        (("--format", "jsonl", "--shares", "1/1/1"), "“--shares” is about train, dev and test"),
        (("--losses", "brat", "--flat", "innermost"), "or write conll2003 or iob2 or bilou."),
        (("--format", "csv", "--unit", "sentence"), "holds no parts of articles"),
    ],
)
def test_what_would_change_nothing_is_refused_before_anything_is_written(
    prompt: Prompt, article: str, tmp_path: Path, said: tuple[str, ...], told: str
) -> None:
    out = tmp_path / "out"
    assert told in prompt.refuse("export", *said, str(out), status=1 if "--unit" in said else 2)
    assert not list(tmp_path.glob("out*"))
