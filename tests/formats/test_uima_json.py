"""UIMA JSON as dkpro-cassis reads it, and as other tools write it."""

from io import StringIO
from pathlib import Path

import orjson
import pytest
from cassis import load_cas_from_json
from hypothesis import HealthCheck, given, settings

from annotator.core.exchange import ExchangedArticle, slices
from annotator.core.records import Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import WriteOptions
from annotator.formats.uima_json import UimaJson
from tests.formats.exchanged import TEXT, articles, minister
from tests.formats.write_golden import GOLDEN, files_of, write_exchange

STRING = {"%NAME": "label", "%RANGE": "uima.cas.String"}
FIXTURE = {
    "%TYPES": {
        "custom.Span": {"%NAME": "custom.Span", "%SUPER_TYPE": "uima.tcas.Annotation", "label": STRING},
        "custom.Relation": {
            "%NAME": "custom.Relation",
            "%SUPER_TYPE": "uima.tcas.Annotation",
            "label": STRING,
            "Governor": {"%NAME": "Governor", "%RANGE": "custom.Span"},
            "Dependent": {"%NAME": "Dependent", "%RANGE": "custom.Span"},
        },
    },
    "%FEATURE_STRUCTURES": [
        {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "sofaString": TEXT},
        {"%ID": 2, "%TYPE": "custom.Span", "@sofa": 1, "begin": 15, "end": 32, "label": "claim"},
        {"%ID": 3, "%TYPE": "custom.Span", "@sofa": 1, "begin": 38, "end": 56, "label": "denial"},
        {
            "%ID": 4, "%TYPE": "custom.Relation", "@sofa": 1, "begin": 38, "end": 56, "label": "denies",
            "@Governor": 3, "@Dependent": 2,
        },
    ],
    "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": [2, 3, 4]}},
}  # fmt: skip


def test_the_golden_file(tmp_path: Path) -> None:
    write_exchange(UimaJson(), tmp_path / "out")
    assert files_of(tmp_path / "out") == files_of(GOLDEN / "uima-json")


def test_the_golden_file_counts_utf16() -> None:
    said = orjson.loads((GOLDEN / "uima-json" / "00001-harga-beras.json").read_bytes())
    spans = [one for one in said["%FEATURE_STRUCTURES"] if one["%TYPE"] == "custom.Span"]
    found = [(one["label"], one["begin"], one["end"]) for one in spans]
    assert found == [("quote", 14, 34), ("claim", 15, 32), ("denial", 38, 56)]


@pytest.mark.parametrize("anchor", ["", "^"])
def test_the_fixture_of_other_tools(tmp_path: Path, anchor: str) -> None:
    words = orjson.dumps(FIXTURE).replace(b'"begin"', f'"{anchor}begin"'.encode())
    (tmp_path / "a.json").write_bytes(words.replace(b'"end"', f'"{anchor}end"'.encode()))
    assert UimaJson().recognises_annotations(tmp_path)
    (article,) = UimaJson().read_articles(tmp_path / "a.json")
    assert isinstance(article, ExchangedArticle)
    assert [slices(article, one) for one in article.annotations] == [("Harga beras turun",), ("Pedagang membantah",)]
    (link,) = article.links
    assert (link.kind, link.from_key, link.to_key) == ("denies", "3", "2")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(articles())
def test_cassis_reads_what_is_written(tmp_path: Path, given: ExchangedArticle) -> None:
    folder = tmp_path / "out"
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    fitted = UimaJson().fit(given, WriteOptions()).article
    UimaJson().write_articles([fitted], folder, WriteOptions())
    (file,) = folder.iterdir()
    cas = load_cas_from_json(StringIO(file.read_text(encoding="utf-8")))
    assert cas.sofa_string == fitted.text
    said = sorted((one.begin, one.end, one.label, one.key) for one in cas.select("custom.Span"))
    meant = sorted((start, end, one.label, one.key) for one in fitted.annotations for start, end in one.segments)
    assert said == meant


def test_control_characters_stay(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    given = ExchangedArticle("a", "Ka\x1fa\x00.")
    assert UimaJson().fit(given, WriteOptions()).lost == ()
    UimaJson().write_articles([given], tmp_path / "a", WriteOptions())
    (article,) = UimaJson().read_articles(tmp_path / "a")
    assert isinstance(article, ExchangedArticle)
    assert article.text == "Ka\x1fa\x00."


def test_what_is_damaged_in_a_folder_is_named(tmp_path: Path) -> None:
    UimaJson().write_articles([minister()], tmp_path, WriteOptions())
    (tmp_path / "b.json").write_bytes(b'{"%TYPES":')
    article, unread = UimaJson().read_articles(tmp_path)
    assert isinstance(article, ExchangedArticle)
    assert isinstance(unread, Unread)
    with pytest.raises(UnreadableInput, match="no JSON of UIMA"):
        list(UimaJson().read_articles(tmp_path / "b.json"))
