"""The tour does the whole job by commands, and what it says is what is in its files."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
import tour

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def toured(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder after the tour, and what was printed."""
    folder = tmp_path_factory.mktemp("tour") / "here"
    command = [sys.executable, str(ROOT / "build_spec" / "tour.py"), str(folder)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return folder, done.stdout


def test_every_sample_is_in_the_dataset_with_its_labels(toured: tuple[Path, str]) -> None:
    folder, _ = toured
    articles = [json.loads(line) for line in (folder / "tour.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(articles) == len(list(tour.SAMPLES.glob("*.txt"))) >= 4
    assert {article["language"] for article in articles} == {"id", "en", "ar", "ja"}
    for article in articles:
        assert {span["label"] for span in article["spans"]} == {"claim", "quote"}


def test_the_sheet_has_a_row_for_each_label_set(toured: tuple[Path, str]) -> None:
    folder, said = toured
    with (folder / "tour.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 8
    assert said.count("\n   quote ") + said.count("\n   claim ") == 8


def test_it_says_where_the_files_are_and_keeps_a_persons_settings_out(toured: tuple[Path, str]) -> None:
    folder, said = toured
    assert str(folder) in said
    assert (folder / "tour.annotator").exists()
    assert (folder / "settings").is_dir()


def test_a_tour_never_writes_over_another(toured: tuple[Path, str]) -> None:
    with pytest.raises(FileExistsError):
        tour.main([str(toured[0])])


@pytest.mark.parametrize(
    ("text", "stretch"), [("  Yes. \n", (2, 6)), ("No.", (0, 3)), ("\N{IDEOGRAPHIC SPACE}市。\n", (1, 3))]
)
def test_white_space_around_a_sentence_is_not_tagged(text: str, stretch: tuple[int, int]) -> None:
    assert tour.trimmed(text, 0, len(text)) == stretch


def test_a_long_line_is_cut_for_the_terminal() -> None:
    assert tour.shortened("a\nb") == "a b"
    assert len(tour.shortened("x" * 200)) == 70
