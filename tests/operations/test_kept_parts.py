"""Articles stay in the part (train, dev, test) that they had, whatever is labelled, loaded or removed later."""

import json
import os
import zipfile
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from annotator.core.recipes import ExportRequest
from annotator.core.selection import Selection
from annotator.errors import ExportFailed, UnreadableInput
from annotator.formats import is_readable
from annotator.operations import details
from annotator.operations.documents import remove_document
from annotator.operations.exports import export
from annotator.operations.kept_parts import KeptParts, earlier_parts, parts_beside, parts_content
from annotator.operations.losses import preview
from tests.core.test_near_copies import story
from tests.operations.copies_desk import arrive
from tests.store.desk import Desk

TEST = Selection(split="test")


def written(desk: Desk, target: Path, request: ExportRequest, last: Path | None = None) -> set[str]:
    """The articles that an export of W3C annotations or such holds, by the parts beside it."""
    export(desk.workspace, request, target, last=last)
    said = json.loads(parts_beside(target).read_bytes())["articles"]
    return {key for key, part in said.items() if part == request.selection.split}


def relabelled(desk: Desk, keys: list[UUID]) -> None:
    """Labels as they were not before, so that articles would be dealt out otherwise."""
    for at, key in enumerate(keys):
        desk.tag(key, 0, 4, "denial" if at % 3 else "quote")


def told(desk: Desk, target: Path, request: ExportRequest) -> str:
    (sentence,) = [one for one in export(desk.workspace, request, target).left_out if "train, dev, test" in one]
    return sentence


@pytest.mark.parametrize("format_id", ["csv", "jsonl", "brat", "dataset"])
def test_what_is_written_to_the_same_place_keeps_its_parts(desk: Desk, tmp_path: Path, format_id: str) -> None:
    keys = arrive(desk, *(story(60, seed) for seed in range(24)))
    request, target = ExportRequest(format_id, TEST), tmp_path / "out"
    before = written(desk, target, request)
    assert before
    relabelled(desk, keys)
    assert written(desk, target, request) == before
    later = arrive(desk, *(story(60, seed) for seed in range(50, 60)))
    assert told(desk, target, request) == "Parts (train, dev, test) kept from out.splits.json: 24 articles; 10 new."
    assert written(desk, target, request) & set(map(str, keys)) == before
    assert written(desk, target, request) - before <= set(map(str, later))


@pytest.mark.parametrize("name", ["long" * 62 + ".csv", "long" * 90])
def test_a_name_that_no_file_can_have_is_told_as_for_any_export(desk: Desk, tmp_path: Path, name: str) -> None:
    arrive(desk, *(story(60, seed) for seed in range(24)))
    with pytest.raises(ExportFailed, match="long"):
        export(desk.workspace, ExportRequest("csv", TEST), tmp_path / name)
    assert not [one for one in tmp_path.iterdir() if not one.name.startswith("project.")]


@pytest.mark.parametrize("format_id", ["csv", "dataset", "brat"])
def test_a_place_without_a_name_is_told(desk: Desk, format_id: str) -> None:
    desk.load()
    with pytest.raises(ExportFailed, match="give"):
        export(desk.workspace, ExportRequest(format_id, TEST), Path())


@pytest.mark.parametrize("content", ["", "[]", '{"seed": 0, "shares": 5, "articles": {}}', "[" * 100_000])
def test_damaged_parts_are_named_and_those_of_a_neighbour_passed_over(desk: Desk, tmp_path: Path, content: str) -> None:
    arrive(desk, *(story(60, seed) for seed in range(4)))
    (tmp_path / "out.csv.splits.json").write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableInput, match="train, dev, test"):
        export(desk.workspace, ExportRequest("csv", TEST), tmp_path / "out.csv")
    export(desk.workspace, ExportRequest("csv", TEST), tmp_path / "beside.csv")


def test_what_would_be_lost_is_told_of_the_same_articles(desk: Desk, tmp_path: Path) -> None:
    keys = arrive(desk, *(story(60, seed) for seed in range(24)))
    request, target = ExportRequest("conll2003", TEST), tmp_path / "out.conll"
    before = written(desk, target, request)
    relabelled(desk, keys)
    found = preview(desk.workspace, request, target=target)
    assert {one.article for one in found.lost if one.annotation} == before
    found.lost.close()


def test_labels_would_have_moved_some(desk: Desk, tmp_path: Path) -> None:
    """Else the test before could not fail."""
    keys = arrive(desk, *(story(60, seed) for seed in range(24)))
    request = ExportRequest("csv", TEST)
    before = written(desk, tmp_path / "out.csv", request)
    relabelled(desk, keys)
    (tmp_path / "out.csv.splits.json").unlink()
    assert written(desk, tmp_path / "out.csv", request) != before


def test_an_article_that_is_removed_moves_none_and_finds_its_part_again(desk: Desk, tmp_path: Path) -> None:
    keys = arrive(desk, *(story(60, seed) for seed in range(24)))
    request, target = ExportRequest("csv", TEST), tmp_path / "out.csv"
    before = written(desk, target, request)
    for key in keys[:6]:
        remove_document(desk.workspace, key, desk.ana)
    assert written(desk, target, request) == before
    assert told(desk, target, request).endswith("18 articles; 0 new.")
    desk.workspace.undo(desk.ana)
    assert written(desk, target, request) == before


def test_the_parts_of_a_neighbour_and_of_a_recipes_last_run_are_kept(desk: Desk, tmp_path: Path) -> None:
    keys = arrive(desk, *(story(60, seed) for seed in range(24)))
    train, test = ExportRequest("csv", Selection(split="train")), ExportRequest("csv", TEST)
    in_train = written(desk, tmp_path / "train.csv", train)
    (tmp_path / "a.csv.splits.json").write_text("{")
    (tmp_path / "b.csv.splits.json").write_text(json.dumps(_said({str(uuid4()): "test"})))
    relabelled(desk, keys)
    in_test = written(desk, tmp_path / "test.csv", test)
    assert not in_train & in_test
    (tmp_path / "later").mkdir()
    again = written(desk, tmp_path / "later" / "test.csv", test, tmp_path / "test.csv")
    assert again == in_test
    assert told(desk, tmp_path / "x.csv", test).startswith("Parts (train, dev, test) kept from test.csv.splits.json")


def _said(articles: dict[str, str], seed: int = 0) -> dict[str, object]:
    return {"seed": seed, "shares": [80, 10, 10], "articles": articles}


def test_the_newest_neighbour_counts(desk: Desk, tmp_path: Path) -> None:
    key = desk.load()
    for at, part in enumerate(("train", "dev")):
        path = tmp_path / f"{part}.splits.json"
        path.write_text(json.dumps(_said({str(key): part})))
        os.utime(path, (1_000_000 + at, 1_000_000 + at))
    found = earlier_parts(desk.workspace, ExportRequest("csv", TEST), tmp_path / "out.csv")
    assert found == KeptParts({key: "dev"}, tmp_path / "dev.splits.json")
    assert earlier_parts(desk.workspace, ExportRequest("csv", TEST, seed=1), tmp_path / "out.csv") is None
    assert earlier_parts(desk.workspace, ExportRequest("csv"), tmp_path / "out.csv") is None
    assert earlier_parts(desk.workspace, ExportRequest("csv", TEST), tmp_path / "no" / "out.csv") is None


def test_damaged_parts_are_told_before_they_are_replaced(desk: Desk, tmp_path: Path) -> None:
    desk.load()
    beside = tmp_path / "out.csv.splits.json"
    beside.write_text("[]")
    way_out = "bring it back as it was, or delete it to have the articles dealt out anew"
    with pytest.raises(UnreadableInput, match=rf"cannot be read from “.*out\.csv\.splits\.json”; {way_out}"):
        export(desk.workspace, ExportRequest("csv", TEST), tmp_path / "out.csv")
    assert (beside.read_text(), list(tmp_path.glob("out.csv"))) == ("[]", [])
    assert export(desk.workspace, ExportRequest("csv"), tmp_path / "out.csv").documents == 1  # which has no parts
    beside.unlink()
    export(desk.workspace, ExportRequest("csv", TEST), tmp_path / "out.csv")
    assert json.loads(beside.read_bytes())["articles"]


@pytest.mark.parametrize("name", ["set", "set.zip"])
def test_a_dataset_whose_parts_are_damaged_has_the_same_way_out(desk: Desk, tmp_path: Path, name: str) -> None:
    desk.load()
    target, request = tmp_path / name, ExportRequest("dataset")
    export(desk.workspace, request, target)
    damaged = target if name == "set.zip" else target / "splits.json"
    if name == "set.zip":
        with zipfile.ZipFile(target, "w") as archive:
            archive.writestr("splits.json", "{")
    else:
        damaged.write_text("{")
    with pytest.raises(UnreadableInput) as refused:
        export(desk.workspace, request, target)
    assert f"“{damaged}”; bring it back as it was, or delete it" in str(refused.value)
    damaged.unlink()
    assert export(desk.workspace, request, target).documents == 1


def test_what_is_held_back_is_not_named(desk: Desk, tmp_path: Path) -> None:
    key, held = desk.load(), desk.load("Yang ditahan.")
    details.set_details_of_many(desk.workspace, [held], {"status": "withheld"}, desk.ana)
    export(desk.workspace, ExportRequest("csv", TEST), tmp_path / "out.csv")
    assert list(json.loads((tmp_path / "out.csv.splits.json").read_bytes())["articles"]) == [str(key)]
    request = ExportRequest("csv", Selection(split="test", with_held=True))
    export(desk.workspace, request, tmp_path / "out.csv")
    assert json.loads((tmp_path / "out.csv.splits.json").read_bytes())["articles"].keys() == {str(key), str(held)}
    for name in ("beside.csv", "out.csv"):  # though the parts that are kept name it
        export(desk.workspace, ExportRequest("csv", TEST), tmp_path / name)
        assert list(json.loads((tmp_path / f"{name}.splits.json").read_bytes())["articles"]) == [str(key)]


def test_rows_that_name_their_part_keep_it_and_other_exports_have_no_such_file(desk: Desk, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    desk.load()
    export(desk.workspace, ExportRequest("parquet"), tmp_path / "out.parquet")
    export(desk.workspace, ExportRequest("brat"), tmp_path / "brat")
    assert sorted(path.name for path in tmp_path.glob("*.splits.json")) == ["out.parquet.splits.json"]
    assert not is_readable("out.parquet.splits.json")


def test_the_same_articles_give_the_same_bytes() -> None:
    one, other = sorted((uuid4(), uuid4()))
    kept = KeptParts({other: "dev"}, Path("x"))
    content = parts_content(ExportRequest("csv", seed=3), {str(one): "test"}, kept, ())
    assert json.loads(content) == _said({str(one): "test", str(other): "dev"}, seed=3)
    assert list(json.loads(content)["articles"]) == [str(one), str(other)]
