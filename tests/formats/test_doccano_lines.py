"""The lines of doccano: what is taken of one, and what is named because it is not."""

import json
from pathlib import Path
from typing import Any

import pytest

from annotator.core.exchange import ExchangedArticle
from annotator.core.records import Unread
from annotator.formats.base import WriteOptions
from annotator.formats.doccano import Doccano
from annotator.formats.doccano_lines import UNITS, article_of, entities, triples
from annotator.formats.doccano_relations import DoccanoRelations
from annotator.formats.json_entries import Entry
from tests.formats.exchanged import TEXT, minister


def lines_of(said: dict[str, Any]) -> tuple[list[ExchangedArticle], list[tuple[str, str]]]:
    found = list(article_of(Entry(3, said)))
    unread = [(one.name, one.reason) for one in found if isinstance(one, Unread)]
    return [one for one in found if isinstance(one, ExchangedArticle)], unread


def test_offsets_are_those_of_a_browser() -> None:
    assert triples(minister()) == [[14, 34, "quote"], [15, 32, "claim"], [38, 56, "denial"]]
    found, relations = entities(minister())
    assert found[2] == {"id": 2, "label": "denial", "start_offset": 38, "end_offset": 56}
    assert relations == [{"id": 0, "from_id": 2, "to_id": 1, "type": "denies"}]
    assert UNITS in Doccano.losses
    assert UNITS in DoccanoRelations.losses


@pytest.mark.parametrize("kind", [Doccano(), DoccanoRelations()])
def test_every_line_has_the_same_fields(kind: Doccano | DoccanoRelations, tmp_path: Path) -> None:
    """doccano 1.8.4 makes one table of a file and refuses all of it where a line lacks a field of another one."""
    articles = [minister(), ExchangedArticle("k", "Kosong saja."), ExchangedArticle("m", "Ada.", outlet="Kantor")]
    kind.write_articles(articles, tmp_path / "out", WriteOptions())
    lines = [json.loads(line) for line in (tmp_path / "out").read_text(encoding="utf-8").splitlines()]
    assert len({tuple(line) for line in lines}) == 1
    assert all(value is not None for line in lines for value in line.values())


@pytest.mark.parametrize(
    ("said", "unread"),
    [
        ({"text": 5}, [("line 3", "It has no text.")]),
        ({"text": TEXT, "label": ["positive"]}, [("line 3, label 1", "It is a label of the whole text.")]),
        ({"text": TEXT, "label": [[0, 99, "a"]]}, [("line 3, label 1", "Its place 0–99 is not in the text.")]),
        ({"text": TEXT, "label": [[4, 4, "a"]]}, [("line 3, label 1", "Its place 4–4 is not in the text.")]),
        ({"text": TEXT, "label": [[0, 4, None]]}, [("line 3, label 1", "It has no name of a label.")]),
        ({"text": TEXT, "label": [], "Comments": ["a", "b"]}, [
            ("line 3, comments", "Comments on an article are not taken; it has 2.")
        ]),
        ({"text": TEXT, "entities": [
            {"id": 1, "label": "a", "start_offset": 0, "end_offset": 4},
            {"id": 1, "label": "b", "start_offset": 0, "end_offset": 4},
        ], "relations": [{"from_id": 1, "to_id": 9, "type": "x"}, {"from_id": 1, "to_id": 1}]}, [
            ("line 3, label 2", "Another one of the line has its id 1."),
            ("line 3, relation 1", "One of its ends is not in the line."),
            ("line 3, relation 2", "One of its ends is not in the line."),
        ]),
    ],
)  # fmt: skip
def test_what_is_not_taken_is_named(said: dict[str, Any], unread: list[tuple[str, str]]) -> None:
    assert lines_of(said)[1] == unread


def test_the_rest_of_a_line_is_taken_beside_what_is_not() -> None:
    (article,), unread = lines_of({"text": TEXT, "label": [[38, 56, "denial"], [0, 999, "claim"]]})
    assert [one.label for one in article.annotations] == ["denial"]
    assert len(unread) == 1
    assert article.key == "3"


def test_line_ends_of_the_text_become_ours() -> None:
    (article,), unread = lines_of({"text": "Kata\r\n😀 ya", "label": [[9, 11, "claim"]]})
    assert unread == []
    assert article.text == "Kata\n😀 ya"
    assert article.annotations[0].segments[0] == (7, 9)


@pytest.mark.parametrize("kind", [Doccano(), DoccanoRelations()])
def test_a_folder_has_a_file_for_each_annotator(kind: Doccano | DoccanoRelations, tmp_path: Path) -> None:
    entity = {"id": 1, "label": "denial", "start_offset": 38, "end_offset": 56}
    plain, related = {"label": [[38, 56, "denial"]]}, {"entities": [entity], "relations": []}
    for name in ("ana.jsonl", "all.jsonl", "ben.jsonl"):
        line = {"id": 7, "text": TEXT, **(plain if isinstance(kind, Doccano) else related)}
        (tmp_path / name).write_text(json.dumps(line) + "\n[]\n")
    (tmp_path / "other.jsonl").write_text("[]")
    assert kind.recognises_annotations(tmp_path)
    found = list(kind.read_articles(tmp_path))
    articles = [one for one in found if isinstance(one, ExchangedArticle)]
    assert [(one.key, one.annotations[0].annotator) for one in articles] == [("7", ""), ("7", "ana"), ("7", "ben")]
    assert Unread("ben.jsonl, line 2", "It is no object of JSON.") in found
    assert isinstance(found[-1], Unread)
    assert found[-1].name == "other.jsonl"
