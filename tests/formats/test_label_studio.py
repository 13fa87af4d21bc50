"""Label Studio's tasks: written byte for byte, and held by the tool's own library to be what it takes."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.exchange import ExchangedLink
from annotator.core.schema import LabelSet
from annotator.formats.base import WriteOptions
from annotator.formats.label_studio import LabelStudio
from annotator.formats.label_studio_config import config_of
from annotator.operations.label_sets import shipped_label_set
from tests.formats.exchanged import key, minister
from tests.formats.foreign_lines import GOLDEN, as_file, confused, endure, read_one
from tests.formats.mutations import mutated
from tests.formats.write_golden import write_exchange

NEWSROOM = shipped_label_set("newsroom")
_PEER = """
import json, socket, sys
socket.has_ipv6 = False  # else what it imports opens a socket to see
from label_studio_sdk.label_interface import LabelInterface
interface = LabelInterface(open(sys.argv[1], encoding="utf-8").read())
interface.validate()
for task in json.load(open(sys.argv[2], encoding="utf-8")):
    assert interface.validate_task({"data": task["data"]})
    for one in task["annotations"]:
        assert interface._validate_object(one, return_errors=True) == []
from label_studio_sdk.converter import Converter
converter = Converter(sys.argv[1], sys.argv[3])
converter.convert_to_conll2003(sys.argv[2], sys.argv[3], is_dir=False)
converter.convert_to_json_min(sys.argv[2], sys.argv[3], is_dir=False)
"""


def test_the_golden_file(tmp_path: Path) -> None:
    write_exchange(LabelStudio(), tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == (GOLDEN / "labelstudio.json").read_bytes()


def test_the_file_is_one_list_and_an_empty_one_where_nothing_is_chosen(tmp_path: Path) -> None:
    kind = LabelStudio()
    for number in range(3):
        kind.write_articles([minister()] * number, tmp_path / "out", WriteOptions())
        assert len(json.loads((tmp_path / "out").read_bytes())) == number
        assert len(list(kind.read_articles(tmp_path / "out"))) == number


def written_with(
    label_set: LabelSet | None, tmp_path: Path, attributes: dict[str, str], **changes: object
) -> list[dict[str, object]]:
    article = minister()
    quote, claim, denial = article.annotations
    claim = replace(claim, attributes={"certainty": "sure", **attributes})
    article = replace(article, annotations=(quote, claim, replace(denial, **changes)))  # type: ignore[arg-type]
    kind, options = LabelStudio(), WriteOptions(label_set=label_set)
    kind.write_articles([kind.fit(article, options).article], tmp_path / "tasks.json", options)
    (task,) = json.loads((tmp_path / "tasks.json").read_bytes())
    return list(task["annotations"])


def test_closed_values_are_choices_where_the_label_set_is_known(tmp_path: Path) -> None:
    for label_set, kind in ((NEWSROOM, "choices"), (None, "textarea")):
        results = written_with(label_set, tmp_path, {"label": "x"})[0]["result"]
        assert isinstance(results, list)
        assert [one["type"] for one in results if one.get("from_name") == "certainty"] == [kind]
        assert [one["from_name"] for one in results if one.get("id") == key(2)] == [
            "label",
            "certainty",
            "attribute-label",
        ]


def test_each_annotator_has_an_entry_that_names_no_user_of_the_tool(tmp_path: Path) -> None:
    """Label Studio 1.23 refuses a whole file (“Unknown annotator's email”) where it does not know one of them."""
    entries = written_with(None, tmp_path, {}, annotator="ben@example.org")
    assert [set(one) for one in entries] == [{"was_cancelled", "ground_truth", "result"}] * 2
    (article,) = LabelStudio().read_articles(tmp_path / "tasks.json")
    assert [one.annotator for one in getattr(article, "annotations", ())] == ["Ana", "Ana", "ben@example.org"]


def test_regions_keep_their_ids_and_links_between_two_people_are_named() -> None:
    kind, article = LabelStudio(), minister()
    assert kind.lasting_keys
    content = (GOLDEN / "labelstudio.json").read_bytes()
    assert [one.key for one in read_one(kind, content).annotations] == [one.key for one in article.annotations]
    quote, claim, denial = article.annotations
    mixed = replace(
        article,
        annotations=(quote, claim, replace(denial, annotator="Ben")),
        links=(*article.links, ExchangedLink("contains", quote.key, claim.key, "Ana", key(51))),
    )
    fitted = kind.fit(mixed, WriteOptions())
    assert [one.kind for one in fitted.article.links] == ["contains"]
    assert [(one.annotation, one.what) for one in fitted.lost] == [(key(3), "link denies")]


def test_the_configuration_lies_beside_the_file() -> None:
    assert LabelStudio().companions(WriteOptions()) == {}
    assert LabelStudio().companions(WriteOptions(label_set=NEWSROOM)) == {"-config.xml": config_of(NEWSROOM)}


def test_the_tool_itself_takes_tasks_and_configuration(tmp_path: Path) -> None:
    pytest.importorskip("label_studio_sdk")
    written_with(NEWSROOM, tmp_path, {"accuses": "organisation"})
    (tmp_path / "config.xml").write_bytes(config_of(NEWSROOM))
    paths = [str(tmp_path / name) for name in ("config.xml", "tasks.json", "converted")]
    done = subprocess.run([sys.executable, "-c", _PEER, *paths], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows = (tmp_path / "converted" / "result.conll").read_text(encoding="utf-8").splitlines()
    assert "Pedagang -X- _ B-denial" in rows
    (flat,) = json.loads((tmp_path / "converted" / "result.json").read_bytes())
    assert {one["labels"][0] for one in flat["label"]} == {"quote", "claim", "denial"}


def test_what_the_tool_exports_in_short_is_read_too(tmp_path: Path) -> None:
    flat = [{"id": 4, "text": "Kata Menteri", "label": [{"start": 5, "end": 12, "labels": ["source"]}], "annotator": 1}]
    path = as_file(json.dumps(flat), tmp_path)
    assert LabelStudio().recognises_annotations(path)
    article = read_one(LabelStudio(), json.dumps(flat))
    assert (article.key, article.annotations[0].annotator) == ("4", "1")


def test_lists_of_others_are_not_taken_for_it(tmp_path: Path) -> None:
    for content in ("[]", "[1]", '[{"text":"a"}]', '[{"data":{"text":"a"}}]', '{"data":{},"items":[]}'):
        assert not LabelStudio().recognises_annotations(as_file(content, tmp_path))


@settings(max_examples=60, deadline=None)
@given(st.one_of([change((GOLDEN / "labelstudio.json").read_bytes()) for change in (mutated, confused)]))
def test_whatever_a_file_is_reading_it_ends_well(content: bytes) -> None:
    endure(LabelStudio(), content)
