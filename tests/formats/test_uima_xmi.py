"""UIMA XMI as dkpro-cassis and any strict parser read it, and as other tools write it."""

from dataclasses import replace
from pathlib import Path

import pytest
from cassis import load_cas_from_xmi, load_typesystem
from hypothesis import HealthCheck, given, settings
from lxml import etree

from annotator.core.exchange import ExchangedArticle, slices
from annotator.core.records import Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import WriteOptions
from annotator.formats.uima_xmi import UimaXmi
from tests.formats.exchanged import TEXT, articles, minister
from tests.formats.write_golden import GOLDEN, files_of, write_exchange

FIXTURE = (
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" '
    'xmlns:custom="http:///custom.ecore" xmi:version="2.0"><cas:NULL xmi:id="0"/>'
    '<custom:Span xmi:id="2" sofa="1" begin="15" end="32" label="claim"/>'
    '<custom:Span xmi:id="3" sofa="1" begin="38" end="56" label="denial"/>'
    '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text/plain" '
    f'sofaString="{TEXT.replace(chr(34), "&quot;")}"/><cas:View sofa="1" members="2 3"/></xmi:XMI>'
)


def test_the_golden_files(tmp_path: Path) -> None:
    write_exchange(UimaXmi(), tmp_path / "out")
    assert files_of(tmp_path / "out") == files_of(GOLDEN / "uima-xmi")


def test_the_golden_file_counts_utf16() -> None:
    root = etree.parse(GOLDEN / "uima-xmi" / "00001-harga-beras.xmi").getroot()
    spans = [(one.get("label"), one.get("begin"), one.get("end")) for one in root.iter("{http:///custom.ecore}Span")]
    assert spans == [("quote", "14", "34"), ("claim", "15", "32"), ("denial", "38", "56")]


def test_the_fixture_of_other_tools(tmp_path: Path) -> None:
    (tmp_path / "a.xmi").write_text(FIXTURE, encoding="utf-8")
    for path in (tmp_path, tmp_path / "a.xmi"):
        assert UimaXmi().recognises_annotations(path)
        (article,) = UimaXmi().read_articles(path)
        assert isinstance(article, ExchangedArticle)
        found = [slices(article, one) for one in article.annotations]
        assert found == [("Harga beras turun",), ("Pedagang membantah",)]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(articles())
def test_cassis_reads_what_is_written(tmp_path: Path, given: ExchangedArticle) -> None:
    folder = tmp_path / "out"
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    fitted = UimaXmi().fit(given, WriteOptions()).article
    UimaXmi().write_articles([fitted], folder, WriteOptions())
    with (folder / "TypeSystem.xml").open("rb") as types:
        system = load_typesystem(types)
    (file,) = folder.glob("*.xmi")
    with file.open("rb") as stream:
        cas = load_cas_from_xmi(stream, typesystem=system)
    assert cas.sofa_string == fitted.text
    said = sorted((one.begin, one.end, one.label, one.key) for one in cas.select("custom.Span"))
    meant = sorted((start, end, one.label, one.key) for one in fitted.annotations for start, end in one.segments)
    assert said == meant
    ends = {(one.Governor.key, one.Dependent.key) for one in cas.select("custom.Relation")}
    assert ends == {(link.from_key, link.to_key) for link in fitted.links}


def test_control_characters_are_spaces_and_named(tmp_path: Path) -> None:
    given = replace(minister(), text=TEXT.replace("Kata", "Ka\x1fa"))
    fitted = UimaXmi().fit(given, WriteOptions())
    assert [(loss.annotation, loss.what) for loss in fitted.lost] == [("", "text")]
    UimaXmi().write_articles([fitted.article], tmp_path, WriteOptions())
    (article,) = UimaXmi().read_articles(tmp_path)
    assert isinstance(article, ExchangedArticle)
    assert article.text == TEXT.replace("Kata", "Ka a")


def test_articles_of_the_same_title_have_files_of_their_own(tmp_path: Path) -> None:
    other = replace(minister(), text="Lain.", sentences=(), annotations=(), links=())
    UimaXmi().write_articles([minister(), other, minister()], tmp_path, WriteOptions())
    assert len(list(tmp_path.glob("*.xmi"))) == 3
    texts = [one.text for one in UimaXmi().read_articles(tmp_path) if isinstance(one, ExchangedArticle)]
    assert texts == [TEXT, "Lain.", TEXT]


def test_what_is_damaged_in_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "1.xmi").write_text(FIXTURE, encoding="utf-8")
    (tmp_path / "2.xmi").write_text(FIXTURE[:-9], encoding="utf-8")
    article, unread = UimaXmi().read_articles(tmp_path)
    assert isinstance(article, ExchangedArticle)
    assert isinstance(unread, Unread)
    assert unread.name == "2.xmi"
    with pytest.raises(UnreadableInput, match="damaged"):
        list(UimaXmi().read_articles(tmp_path / "2.xmi"))
