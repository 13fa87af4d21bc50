"""The head of a dataset's README is YAML that says the files of each part and the type of each column."""

import pytest

from annotator.core.dataset_tally import DatasetTally
from annotator.core.exchange import ExchangedArticle
from annotator.formats.dataset_head import columns, head, type_words
from annotator.formats.rows import COLUMNS

FILES = [("train", "data/train.jsonl"), ("test", "data/test.jsonl")]


def tally(*languages: str) -> DatasetTally:
    found = DatasetTally()
    for at, code in enumerate(languages):
        found.count(ExchangedArticle(str(at), "Kata.", language=code, split="train"))
    return found


def told(licence: str = "", title: str = "Harbour", *languages: str) -> dict[str, object]:
    yaml = pytest.importorskip("yaml")
    words = head(tally(*(languages or ("id",))), title, licence, FILES)
    assert words.startswith("---\n")
    assert words.endswith("\n---\n")
    found: dict[str, object] = yaml.safe_load(words.strip("-\n"))
    return found


def test_files_and_types_are_told() -> None:
    found = told()
    assert found["configs"] == [
        {"config_name": "default", "data_files": [{"split": part, "path": path} for part, path in FILES]}
    ]
    features = found["dataset_info"]["features"]  # type: ignore[index]
    assert [one["name"] for one in features] == list(COLUMNS)
    assert features[0] == {"name": "id", "dtype": "string"}
    spans = next(one for one in features if one["name"] == "spans")
    assert {"name": "start", "dtype": "int32"} in spans["list"]
    assert features[-1] == {"name": "annotators", "list": "string"}


def test_a_language_code_stays_a_word() -> None:
    assert told("", "x", "no", "id", "", "???")["language"] == ["id", "no"]
    assert "language" not in told("", "x", "")


@pytest.mark.parametrize(
    ("licence", "told_as"),
    [
        ("", {"license": "unknown"}),
        ("CC-BY-4.0", {"license": "cc-by-4.0"}),
        ("Ask: the “desk”", {"license": "other", "license_name": "Ask: the “desk”"}),
    ],
)
def test_the_licence_is_told_as_it_is_known(licence: str, told_as: dict[str, str]) -> None:
    found = told(licence)
    assert {name: value for name, value in found.items() if name.startswith("license")} == told_as


def test_any_title_is_one_line() -> None:
    assert told("", 'A: "b" # c\n- d')["pretty_name"] == 'A: "b" # c\n- d'


def test_how_large_it_is() -> None:
    assert told()["size_categories"] == ["n<1K"]
    large = tally("id")
    large.rows["train"] = 150_000
    assert 'size_categories: ["100K<n<1M"]' in head(large, "", "", [])
    large.rows["train"] = 3_000_000
    assert 'size_categories: ["1M<n<10M"]' in head(large, "", "", [])
    assert "configs" not in head(large, "", "", [])


def test_types_in_words() -> None:
    assert type_words("string") == "string"
    assert type_words(({"a": "string", "b": "int32"},)) == "list of {a, b}"
    assert ("annotators", "list of string", "whose spans are in the row") in columns()
