"""export, formats and languages."""

import csv
import io
import json
from pathlib import Path

from annotator import formats
from tests.cli.conftest import TEXT, Prompt

GOLDEN = Path(__file__).parent.parent / "golden"


def test_the_whole_way_to_a_dataset(prompt: Prompt, article: str, tmp_path: Path) -> None:
    """Loaded and tagged at a prompt, the dataset is the golden one but for ids, times and metadata."""
    for start, end, label in (("14", "34", "quote"), ("15", "32", "claim"), ("37", "55", "denial")):
        prompt("tag", article, start, end, label)
    told = prompt.ask("export", "--lean", "--format", "jsonl", str(tmp_path / "out.jsonl"))
    assert told.keys() == {"format", "path", "articles", "annotations", "held_back", "off_record", "older", "losses"}
    assert (told["format"], told["articles"], told["annotations"]) == ("jsonl", 1, 3)
    made = json.loads((tmp_path / "out.jsonl").read_bytes())
    golden = json.loads((GOLDEN / "dataset.jsonl").read_bytes().split(b"\n")[0])
    assert made.keys() == golden.keys()
    for key in ("text", "text_sha256", "original_sha256", "kept", "furniture", "sentences"):
        assert made[key] == golden[key]
    own = {"id", "note", "annotator", "created_at", "attributes", "guideline_version"}
    assert [span.keys() for span in made["spans"]] == [span.keys() for span in golden["spans"]]
    assert [{k: v for k, v in span.items() if k not in own} for span in made["spans"]] == [
        {k: v for k, v in span.items() if k not in own} for span in golden["spans"]
    ]
    assert made["spans"][0]["attributes"]["quote_type"] == "direct"
    assert {span["guideline_version"] for span in made["spans"]} == {2}


def test_standard_output_gets_the_table_and_standard_error_the_losses(prompt: Prompt, article: str) -> None:
    prompt("tag", article, "37", "55", "denial")
    result = prompt("export", "--format", "csv", "--bom", "-")
    assert result.stdout_bytes.startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(io.StringIO(result.stdout_bytes.decode("utf-8-sig"), newline=""))
    assert row["text"] == TEXT[37:55]
    assert result.stderr.splitlines() == list(formats.exporter_by_id("csv").losses)


def test_articles_can_be_named_and_the_ending_tells_the_format(prompt: Prompt, article: str, tmp_path: Path) -> None:
    prompt("load", "-", given=b"10 hours ago 4\nHarga beras naik\nIsi berita hari ini.\n")
    result = prompt("export", "--with-furniture", article, str(tmp_path / "out.jsonl"))
    assert "0 annotations of 1 article in" in result.stdout
    assert json.loads((tmp_path / "out.jsonl").read_bytes())["id"] == article
    prompt("export", "--with-furniture", str(tmp_path / "out.jsonl"))
    assert "10 hours ago 4" in (tmp_path / "out.jsonl").read_text(encoding="utf-8")
    prompt("export", "--lean", str(tmp_path / "out.jsonl"))
    assert "10 hours ago 4" not in (tmp_path / "out.jsonl").read_text(encoding="utf-8")


def test_what_is_held_back_is_left_out_and_said(prompt: Prompt, article: str, tmp_path: Path) -> None:
    prompt("details", article, "--status", "withheld")
    out = str(tmp_path / "out.jsonl")
    result = prompt("export", out)
    assert "0 annotations of 0 articles" in result.stdout
    assert result.stderr.startswith(
        "1 article is withheld, cancelled or under an embargo and left out; --with-withheld"
    )
    assert prompt.ask("export", out)["held_back"] == 1
    assert prompt("export", "--format", "jsonl", "-").stdout_bytes == b""
    told = prompt.ask("export", "--with-withheld", out)
    assert (told["articles"], told["held_back"]) == (1, 0)


def test_where_nothing_is_left_to_export_that_is_said(prompt: Prompt, article: str, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    for asked in (("--since", "2026-01-01", str(out)), ("--since", "2026-01-01", "--losses", "csv")):
        assert "Nothing is in it: of 1 article none has a day of publication." in prompt("export", *asked).stderr
    assert out.read_bytes() == b""


def test_wrong_calls(prompt: Prompt, article: str, tmp_path: Path) -> None:
    assert "Give --format: jsonl or csv" in prompt.refuse("export", str(tmp_path / "out.docx"), status=2)
    assert "'docx'" in prompt.refuse("export", "--format", "docx", "-", status=2)
    assert "name a file" in prompt.refuse("export", "--format", "csv", "-", "--json", status=2)
    assert "is a folder" in prompt.refuse("export", "--format", "csv", str(tmp_path))
    assert "There is no folder" in prompt.refuse("export", "--format", "csv", str(tmp_path / "no" / "out.csv"))
    assert "this very project" in prompt.refuse("export", "--format", "csv", str(prompt.project))
    assert "There is no article" in prompt.refuse("export", "--format", "csv", "ffff", str(tmp_path / "out.csv"))


def test_formats_lists_every_one_with_its_losses(prompt: Prompt) -> None:
    told = prompt.ask("formats")["formats"]
    assert [entry["id"] for entry in told] == [known.id for known in formats.all_formats()]
    does = {entry["id"]: (entry["reads"], entry["writes"]) for entry in told}
    assert (does["text"], does["jsonl"], does["csv"]) == ((True, False), (False, True), (False, True))
    words = prompt("formats").stdout
    assert all(loss in words for known in formats.all_formats() for loss in known.losses)
    assert not prompt.project.exists()


def test_languages(prompt: Prompt) -> None:
    languages = {entry["code"]: entry for entry in prompt.ask("languages")["languages"]}
    assert languages["id"] == {"code": "id", "name": "Bahasa Indonesia", "sentence_rules": True, "note": ""}
    assert not languages["yo"]["sentence_rules"]
    assert any(line.startswith("id ") for line in prompt("languages").stdout.splitlines())
