"""recipes: exports that are kept, made again, and taken away."""

import json
import shlex
from pathlib import Path

from tests.cli.conftest import Prompt


def test_a_recipe_is_kept_made_again_and_taken_away(prompt: Prompt, article: str, tmp_path: Path) -> None:
    prompt("tag", article, "15", "32", "claim")
    prompt("tag", article, "37", "55", "denial")
    out = str(tmp_path / "out.jsonl")
    told = prompt("export", "--format", "doccano", "--label", "claim", "--save-recipe", "weekly set", out)
    assert "export --recipe 'weekly set'" in told.stderr
    first = Path(out).read_bytes()
    (recipe,) = prompt.ask("recipes")["recipes"]
    assert (recipe["name"], recipe["format"], recipe["target"]) == ("weekly set", "doccano", out)
    assert recipe["request"] == {"version": 1, "format_id": "doccano", "labels": ["claim"]}
    Path(out).unlink()
    prompt("export", "--recipe", "weekly set")
    assert Path(out).read_bytes() == first
    other = tmp_path / "other.jsonl"
    prompt("export", "--recipe", "weekly set", "--label", "denial", str(other))
    assert json.loads(other.read_bytes())["label"] == [[38, 56, "denial"]]
    assert prompt("recipes").stdout.strip() == f"weekly set: {recipe['command']}"
    assert "There are no recipes" in prompt("recipes", "remove", "weekly set").stderr
    assert "there are none" in prompt.refuse("export", "--recipe", "weekly set", out)


def test_the_command_that_is_told_does_the_same(prompt: Prompt, article: str, tmp_path: Path) -> None:
    prompt("tag", article, "15", "32", "claim")
    out = tmp_path / "a file.jsonl"
    prompt("export", "--format", "prodigy", "--unit", "sentence", "--context", "0", "--save-recipe", "x", str(out))
    first = out.read_bytes()
    out.unlink()
    (recipe,) = prompt.ask("recipes")["recipes"]
    prompt(*shlex.split(recipe["command"])[1:])
    assert out.read_bytes() == first


def test_one_can_be_kept_without_writing_anything(prompt: Prompt, article: str) -> None:
    prompt("export", "--format", "csv", "--save-recipe", "table")
    assert prompt.ask("recipes")["recipes"][0]["target"] == ""
    assert "Name a file or folder" in prompt.refuse("export", "--recipe", "table", status=2)
    assert prompt("export", "--recipe", "table", "-").stdout_bytes.startswith(b"annotation_id")
    assert "Name a file or folder" in prompt.refuse("export", status=2)


def test_what_a_recipe_says_can_be_taken_back(prompt: Prompt, article: str, tmp_path: Path) -> None:
    prompt("tag", article, "15", "32", "claim")
    prompt("tag", article, "37", "55", "denial")
    prompt("details", article, "--status", "withheld")
    out = str(tmp_path / "out.jsonl")
    kept = ("--label", "claim", "--with-withheld", "--no-negatives", article, out)
    prompt("export", "--format", "doccano", "--save-recipe", "weekly", *kept)
    assert json.loads(Path(out).read_bytes())["label"] == [[15, 32, "claim"]]
    prompt("export", "--recipe", "weekly", "--take-back", "label")
    assert json.loads(Path(out).read_bytes())["label"] == [[15, 32, "claim"], [38, 56, "denial"]]
    prompt("export", "--recipe", "weekly", "--take-back", "label", "--label", "denial")
    assert json.loads(Path(out).read_bytes())["label"] == [[38, 56, "denial"]]
    prompt("export", "--recipe", "weekly", "--take-back", "with-withheld", "--take-back", "articles")
    assert Path(out).read_bytes() == b""
    rest = ("--take-back", "no-negatives", "--take-back", "with-withheld", "--save-recipe", "weekly")
    assert "nothing to take back" not in prompt("export", "--recipe", "weekly", *rest).stderr
    idle = prompt("export", "--recipe", "weekly", "--take-back", "bom", "--take-back", "label", "-").stderr
    assert "says nothing with “bom”" in idle
    assert "“label”" not in idle
    request = prompt.ask("recipes")["recipes"][0]["request"]
    assert request == {"version": 1, "format_id": "doccano", "labels": ["claim"], "documents": [article]}
    assert "takes back what a recipe says" in prompt.refuse("export", "--take-back", "label", out, status=2)
    assert "is not one of" in prompt.refuse("export", "--recipe", "weekly", "--take-back", "lable", status=2)


def test_what_the_format_of_a_recipe_does_not_heed_is_left_aside_and_told(
    prompt: Prompt, article: str, tmp_path: Path
) -> None:
    out = str(tmp_path / "out.csv")
    kept = ("--lean", "--bom", "--save-recipe", "weekly", str(tmp_path / "out.jsonl"))
    prompt("export", "--format", "jsonl", *kept)
    told = prompt("export", "--recipe", "weekly", "--format", "csv", "--save-recipe", "table", out).stderr
    assert "Of the recipe, “--lean” was left aside" in told
    assert Path(out).read_bytes().startswith(b"\xef\xbb\xbf")
    (table, _) = prompt.ask("recipes")["recipes"]
    assert table["command"] == f"annotator export --format csv --bom {out}"
