"""Label Studio's tasks as the tool itself writes them, and what of them is named because it is not taken."""

import json
from typing import Any

import pytest

from annotator.core.exchange import ExchangedArticle, ExchangedLink
from annotator.formats.label_studio import LabelStudio
from tests.formats.exchanged import TEXT
from tests.formats.foreign_lines import read, read_one, said

FIXTURE = """[{"data":{"text":"Kata Menteri: \\"Harga beras turun.\\" 😀 Pedagang membantah."},"annotations":[
 {"completed_by":1,"result":[
 {"id":"c1","from_name":"label","to_name":"text","type":"labels","origin":"manual",
  "value":{"start":15,"end":32,"text":"Harga beras turun","labels":["claim"]}},
 {"id":"d1","from_name":"label","to_name":"text","type":"labels",
  "value":{"start":37,"end":55,"text":"Pedagang membantah","labels":["denial"]}},
 {"id":"c1","from_name":"certainty","to_name":"text","type":"choices",
  "value":{"start":15,"end":32,"choices":["high"]}},
 {"from_name":"topic","to_name":"text","type":"choices","value":{"choices":["economy"]}},
 {"type":"relation","from_id":"d1","to_id":"c1","direction":"right","labels":["denies"]}]}]}]"""


def region(start: int, end: int, label: str = "claim", id_: str = "r", **more: Any) -> dict[str, Any]:
    value = {"start": start, "end": end, "labels": [label]}
    return {"id": id_, "from_name": "label", "to_name": "text", "type": "labels", "value": value, **more}


def task(*entries: dict[str, Any], text: str = TEXT, **more: Any) -> str:
    return json.dumps([{"id": 7, "data": {"text": text}, "annotations": list(entries), **more}])


def of(*results: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"result": list(results), **more}


def one_of(content: str) -> ExchangedArticle:
    return read_one(LabelStudio(), content)


def test_the_golden_fixture() -> None:
    (article,), unread = read(LabelStudio(), FIXTURE)
    assert article.text == TEXT
    assert said(article) == [("claim", "Harga beras turun"), ("denial", "Pedagang membantah")]
    assert [one.annotator for one in article.annotations] == ["1", "1"]
    assert [dict(one.attributes) for one in article.annotations] == [{"certainty": "high"}, {}]
    assert article.links == (ExchangedLink("denies", "d1", "c1"),)
    assert unread == [("task 1, annotation 1, result 4", "“topic” is about the whole article, and is not taken.")]


def test_several_annotators_may_have_regions_of_one_id() -> None:
    ana = of(region(0, 4), completed_by={"id": 1, "email": "ana@example.org"})
    ben = of(region(5, 12), completed_by={"id": 2, "first_name": "Ben", "last_name": "W"})
    article = one_of(task(ana, ben))
    assert [(one.key, one.annotator) for one in article.annotations] == [
        ("r", "ana@example.org"),
        ("r (annotation 2)", "Ben W"),
    ]


def test_what_models_suggested_is_nobodys_reading() -> None:
    machine = of(region(15, 20), region(0, 4), model_version="v2", score=0.5)
    left = ("task 1, predictions", "What a model suggested is nobody’s reading, and is not taken; it has 2.")
    (article,), unread = read(LabelStudio(), task(predictions=[machine]))
    assert (article.annotations, unread) == ((), [left])
    (article,), unread = read(LabelStudio(), task(of(region(0, 4)), predictions=[machine]))
    assert [(one.key, one.annotator) for one in article.annotations] == [("r", "")]
    assert unread == [left]
    assert one_of(task(of(region(0, 4)), predictions=[of()])).annotations


def test_several_labels_and_notes_of_one_region() -> None:
    both = region(0, 4, meta={"text": ["cek"]})
    both["value"]["labels"] = ["claim", "quote"]
    note = {"id": "r", "from_name": "note", "type": "textarea", "value": {"text": ["ulang"]}}
    sources = {"id": "r", "from_name": "by", "type": "textarea", "value": {"text": ["A", "B"]}}
    stars = {"id": "r", "from_name": "stars", "type": "rating", "value": {"rating": 4}}
    path = {"id": "r", "from_name": "path", "type": "taxonomy", "value": {"taxonomy": [["a", "b"]]}}
    article = one_of(task(of(both, note, sources, stars, path)))
    assert [(one.label, one.note) for one in article.annotations] == [("claim", "cek\nulang"), ("quote", "cek\nulang")]
    assert dict(article.annotations[1].attributes) == {"by": ["A", "B"], "stars": 4, "path": "a > b"}


def test_links_lead_as_their_direction_says() -> None:
    regions = (region(0, 4, id_="a"), region(5, 12, id_="b"))
    links = [
        {"type": "relation", "from_id": "a", "to_id": "b", "direction": direction, "labels": labels}
        for direction, labels in (("right", ["x"]), ("left", ["y", "z"]), ("bi", []))
    ]
    found = [(one.kind, one.from_key, one.to_key) for one in one_of(task(of(*regions, *links))).links]
    assert found == [("x", "a", "b"), ("y", "b", "a"), ("z", "b", "a"), ("related", "a", "b")]


def test_a_page_counts_its_text_without_marks() -> None:
    page = "<p>Kata <b>Menteri</b>:<br>ya &amp; tidak</p><p>Lagi</p>"
    value = {
        "start": "/p[1]/b[1]/text()[1]", "end": "/p[1]/b[1]/text()[1]", "startOffset": 0, "endOffset": 7,
        "globalOffsets": {"start": 5, "end": 12}, "text": "Menteri", "hypertextlabels": ["source"],
    }  # fmt: skip
    result = {"id": "h", "from_name": "label", "to_name": "text", "type": "hypertextlabels", "value": value}
    article = one_of(task(of(result), text=page))
    assert article.text == "Kata Menteri:\nya & tidak\nLagi"
    assert said(article) == [("source", "Menteri")]


def test_line_ends_of_two_characters_count_as_two() -> None:
    article = one_of(task(of(region(6, 8)), text="Kata\r\nya"))
    assert (article.text, said(article)) == ("Kata\nya", [("claim", "ya")])


def test_words_with_a_line_end_are_told_as_the_tool_tells_them() -> None:
    result = region(0, 7)
    result["value"]["text"] = "Kata\\nya"
    assert said(one_of(task(of(result), text="Kata\nya"))) == [("claim", "Kata\nya")]


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (task(of(region(0, 4), was_cancelled=True)), "annotation 1", "It was skipped in Label Studio"),
        (task(drafts=[{}, {}]), "drafts", "Drafts are not taken; it has 2."),
        (task(of(region(0, 99))), "annotation 1, result 1", "Its place 0–99 is not in the text."),
        (task(of(region(4, 4))), "annotation 1, result 1", "Its place 4–4 is not in the text."),
        (task(of({**region(0, 4), "value": {"start": 0, "end": 4}})), "annotation 1, result 1", "It has no label."),
        (task(of({"type": "relation", "from_id": "a", "to_id": "b"})), "annotation 1, result 1", "It links what is"),
    ],
)
def test_what_is_not_taken_is_named(content: str, name: str, reason: str) -> None:
    (article,), unread = read(LabelStudio(), content)
    assert article.key == "7"
    assert [(where, why.startswith(reason)) for where, why in unread] == [(f"task 1, {name}", True)]


def test_what_the_short_export_tells_of_no_place_is_named() -> None:
    """In the tool's JSON_MIN, choices and notes stand beside the labels, and whose they are is gone."""
    label = {"start": 0, "end": 4, "text": "Kata", "labels": ["claim"]}
    told = {"text": TEXT, "id": 1, "title": "Judul", "label": [label], "annotator": 1, "lead_time": None}
    assert one_of(json.dumps([told])).title == "Judul"
    (article,), unread = read(LabelStudio(), json.dumps([{**told, "certainty": "unsure", "note": "cek"}]))
    assert said(article) == [("claim", "Kata")]
    assert [name for name, _ in unread] == ["task 1, short export"]
    assert "“certainty”, “note”" in unread[0][1]


def test_a_task_without_text_is_named() -> None:
    articles, unread = read(LabelStudio(), json.dumps([{"data": {"image": 5}, "annotations": []}]))
    assert (articles, unread) == ([], [("task 1", "It has no text.")])
