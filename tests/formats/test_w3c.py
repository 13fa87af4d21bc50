"""Web Annotations: written byte for byte, as the model asks, and read back with text, pieces and links."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink
from annotator.core.losses import saying
from annotator.core.spans import Span
from annotator.formats.base import WriteOptions
from annotator.formats.w3c import WebAnnotations
from tests.formats.exchanged import TEXT, key, minister
from tests.formats.foreign_lines import GOLDEN, as_file, confused, endure, read
from tests.formats.mutations import mutated
from tests.formats.write_golden import write_exchange

KIND = WebAnnotations()


def page(articles: list[ExchangedArticle], folder: Path) -> dict[str, Any]:
    KIND.write_articles(articles, folder / "out", WriteOptions())
    found = json.loads((folder / "out").read_bytes())
    assert isinstance(found, dict)
    return found


def test_the_golden_file(tmp_path: Path) -> None:
    write_exchange(KIND, tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == (GOLDEN / "w3c.jsonld").read_bytes()


def test_what_the_model_asks_of_a_page_and_of_each_annotation(tmp_path: Path) -> None:
    found = page([minister()], tmp_path)
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (found["type"], found["id"][:9]) == ("AnnotationPage", "urn:uuid:")
    ids = [one["id"] for one in found["items"]]
    assert len(set(ids)) == len(ids) == 5
    for one in found["items"]:
        assert one["type"] == "Annotation"
        assert one["target"]
    denial = found["items"][3]
    assert denial["body"][0] == {"type": "TextualBody", "purpose": "tagging", "value": "denial"}
    assert denial["target"] == {
        "source": "https://berita.invalid/1",
        "selector": [
            {"type": "TextPositionSelector", "start": 37, "end": 55},
            {
                "type": "TextQuoteSelector",
                "exact": "Pedagang membantah",
                "prefix": TEXT[5:37],
                "suffix": ".",
            },
        ],
    }


def test_the_id_of_a_page_follows_from_what_is_on_it(tmp_path: Path) -> None:
    one, other = (page([replace(minister(), title=title)], tmp_path)["id"] for title in ("A", "B"))
    assert one != other
    assert page([], tmp_path)["items"] == []


def test_each_piece_has_a_target_of_its_own(tmp_path: Path) -> None:
    broken = ExchangedAnnotation(key(9), "claim", (Span(0, 4), Span(35, 36), Span(37, 45)))
    article = replace(minister(), annotations=(broken,), links=())
    targets = page([article], tmp_path)["items"][1]["target"]
    assert [one["selector"][1]["exact"] for one in targets] == ["Kata", "😀", "Pedagang"]
    (back,), unread = read(KIND, (tmp_path / "out").read_bytes())
    assert unread == []
    assert back.annotations[0].segments == broken.segments


def test_articles_of_one_address_and_links_between_them_come_back(tmp_path: Path) -> None:
    claim = ExchangedAnnotation(key(8), "claim", (Span(0, 4),))
    link = ExchangedLink("denies", key(3), key(8), "Ben", key(60), key(101))
    first = replace(minister(), links=(*minister().links, link))
    second = replace(minister(), key=key(101), annotations=(claim,), links=())
    third = replace(minister(), key=key(102), url="kein Ort", split="train", annotations=(), links=())
    given = [KIND.fit(one, WriteOptions()) for one in (first, second, third)]
    assert [one.lost for one in given] == [(), (), ()]
    page([one.article for one in given], tmp_path)
    articles, unread = read(KIND, (tmp_path / "out").read_bytes())
    assert unread == []
    assert [one.key for one in articles] == [key(100), key(101), key(102)]
    for back, fitted in zip(articles, given, strict=True):
        assert saying(back, KIND.holds) == saying(fitted.article, KIND.holds)
    assert articles[0].links[1] == link
    assert (articles[2].url, articles[2].split) == ("kein Ort", "train")


def test_values_that_are_no_text_are_json_and_say_so(tmp_path: Path) -> None:
    said = {"a": True, "b": 0.5, "c": ["x"], "d": "true"}
    article = replace(minister(), annotations=(replace(minister().annotations[1], attributes=said),), links=())
    bodies = page([article], tmp_path)["items"][1]["body"][1:]
    assert [(one["schema:propertyID"], one["value"], one["format"]) for one in bodies] == [
        ("a", "true", "application/json"),
        ("b", "0.5", "application/json"),
        ("c", '["x"]', "application/json"),
        ("d", "true", "text/plain"),
    ]
    (back,), _ = read(KIND, (tmp_path / "out").read_bytes())
    assert back.annotations[0].attributes == said


def test_annotations_are_recognised_in_every_shape_and_others_are_not(tmp_path: Path) -> None:
    one = '{"id":"a","type":"Annotation","target":"https://berita.invalid/1"}'
    for content in (
        one,
        f"[{one}]",
        f"{one}\n{one}",
        f'{{"type":"AnnotationCollection","total":1,"first":{{"items":[{one}]}}}}',
        '{"rows":[{"uri":"https://berita.invalid/1","target":[]}],"total":1}',
    ):
        assert KIND.recognises_annotations(as_file(content, tmp_path))
    for content in ('{"items":[{"title":"A feed"}]}', '{"type":"Annotation"}', "[]", '[{"target":"x"}]'):
        assert not KIND.recognises_annotations(as_file(content, tmp_path))


@settings(max_examples=60, deadline=None)
@given(st.one_of([change((GOLDEN / "w3c.jsonld").read_bytes()) for change in (mutated, confused)]))
def test_whatever_a_file_is_reading_it_ends_well(content: bytes) -> None:
    endure(KIND, content)
