"""Annotations made elsewhere, in: who made them, what they mean here, and nothing twice."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from annotator import formats
from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, slices
from annotator.core.identity import new_id
from annotator.core.import_map import ImportMap
from annotator.core.losses import Values
from annotator.core.recipes import ExportRequest
from annotator.core.records import DocumentRecord
from annotator.core.spans import Span
from annotator.errors import InvalidLabelSet, UnreadableInput
from annotator.formats.base import WriteOptions
from annotator.formats.exchange import Exchange
from annotator.operations import documents
from annotator.operations.annotators import find_annotator
from annotator.operations.exports import export
from annotator.operations.import_article import IMPORTED
from annotator.operations.import_maps import remembered_map
from annotator.operations.import_matching import Here
from annotator.operations.import_planning import NO_TEXT, NOT_NAMED
from annotator.operations.import_preview import preview_import
from annotator.operations.import_restoring import restore_own
from annotator.operations.importing import import_annotations
from annotator.operations.restoring import restore
from annotator.operations.verification import verify
from annotator.store import queries
from annotator.store.submissions import first_submissions
from tests.formats.exchanged import corpora
from tests.formats.test_brat import GOLDEN, TEXT
from tests.operations.import_desk import unsure_minister, written
from tests.store.desk import Desk

UNSURE = {"certainty": "unsure"}


def records(desk: Desk) -> list[DocumentRecord]:
    with desk.workspace.reading() as connection:
        return list(queries.documents(connection))


def put(folder: Path, name: str, content: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")


def test_two_readings_of_one_article_come_in_once(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    put(folder, "beras.txt", TEXT)
    put(folder, "beras_cici.ann", GOLDEN.replace("Certainty T2 high", "certainty T2 unsure"))
    put(
        folder,
        "beras_dodi.ann",
        "T1\tQuote 14 34\t“another”\nT2\tRumour 0 4\tKata\nT3\tDENIAL 37 45;46 55\tPedagang membantah",
    )
    report = import_annotations(desk.workspace, folder, desk.ana, submit=True)
    assert (report.articles, report.loaded, report.annotations, report.people) == (1, 1, 4, ["cici", "dodi"])
    assert report.left_out == {
        "annotation whose words are not at its place in the text": 1,
        "label “Rumour”, which the label set does not have": 1,
        "attribute “Negated”, which the label set does not have": 1,
    }
    with desk.workspace.reading() as connection:
        submitted = list(first_submissions(connection))
    assert [(len(one.annotations), one.independent) for one in submitted] == [(3, True), (1, True)]
    record = documents.read_document(desk.workspace, submitted[0].document_id)
    said = {(one.annotator, one.label): one for one in record.annotations}
    assert said["dodi", "denial"].segments == (Span(37, 45), Span(46, 55))
    assert (said["cici", "claim"].attributes, said["cici", "denial"].note) == ({"certainty": "unsure"}, "cek ulang")
    assert {one.origin for one in record.annotations} == {IMPORTED}
    assert [one.kind for one in record.relations] == ["denies"]
    before = desk.rows()
    again = import_annotations(desk.workspace, folder, desk.ana, submit=True)
    assert (again.loaded, again.annotations, again.known) == (0, 0, 4)
    assert desk.rows() == before
    put(folder, "beras_dodi.ann", "T1\tQuote 37 45\tPedagang\nT3\tDENIAL 37 45;46 55\tPedagang membantah")
    later = import_annotations(desk.workspace, folder, desk.ana, submit=True)
    assert later.left_out["annotation in a reading that is handed in already"] == 1
    assert desk.rows() == before
    assert not verify(desk.workspace).problems


@pytest.mark.parametrize("order", [1, -1])
def test_one_text_with_and_without_a_last_line_feed_is_one_article(desk: Desk, tmp_path: Path, order: int) -> None:
    put(tmp_path, "d.jsonl", json.dumps({"text": f"{TEXT}\n", "label": [[14, 34, "quote"], [38, 58, "denial"]]}))
    put(tmp_path / "b", "beras.txt", TEXT)
    put(tmp_path / "b", "beras.ann", 'T1\tquote 14 34\t"Harga beras turun."\nT2\tdenial 37 56\tPedagang membantah.')
    for path in (tmp_path / "d.jsonl", tmp_path / "b")[::order]:
        found = preview_import(desk.workspace, path, desk.ana)
        report = import_annotations(desk.workspace, path, desk.ana)
        assert (report.annotations, report.known, report.unsure.named) == (found.taken, found.known, [])
    (record,) = records(desk)
    said = {(one.label, record.text[slice(*one.segments[0])].rstrip()) for one in record.annotations}
    assert said == {("quote", '"Harga beras turun."'), ("denial", "Pedagang membantah.")}


def test_where_nothing_is_new_nothing_is_written(desk: Desk, tmp_path: Path) -> None:
    import_annotations(desk.workspace, written(tmp_path, [unsure_minister()]), desk.ana)
    path = tmp_path / "all.jsonl"
    export(desk.workspace, ExportRequest("jsonl"), path)
    other = Desk(tmp_path / "other.annotator")
    restore(other.workspace, path)
    before, entries = other.rows(), other.entries()
    found = preview_import(other.workspace, path, other.ana)
    window = found.names.with_changes(ImportMap(annotators={"Ana": ""}))  # which says of all names what they mean
    for who, names in ((new_id(), None), (other.ana, window)):
        assert (restored := restore_own(other.workspace, path))
        assert restored.known
        report = import_annotations(other.workspace, path, who, names, name="Cici")
        assert (report.known, report.annotations) == (3, 0)
    assert (other.rows(), other.entries()) == (before, entries)
    desk.tag(desk.rows()["document"][0]["id"], 0, 4, "quote")
    export(desk.workspace, ExportRequest("jsonl"), path)
    assert import_annotations(other.workspace, path, new_id(), name="Cici").annotations == 1
    assert remembered_map(other.workspace, "jsonl").labels == found.names.labels
    assert find_annotator(other.workspace, "Cici"), "the journal says whose import it was"
    other.workspace.close()


@pytest.mark.parametrize("submit", [True, False])
def test_who_imports_comes_with_what_they_bring(desk: Desk, tmp_path: Path, *, submit: bool) -> None:
    put(tmp_path, "d.jsonl", json.dumps({"text": TEXT, "label": [[14, 34, "quote"]]}))
    cici = new_id()
    report = import_annotations(desk.workspace, tmp_path / "d.jsonl", cici, name=" Cici", submit=submit)
    assert (report.annotations, report.undoable) == (1, not submit)
    assert find_annotator(desk.workspace, "Cici") == cici
    assert {row["annotator_id"] for row in desk.rows()["annotation"]} == {cici}
    if report.undoable:
        desk.workspace.undo(cici)
        assert desk.rows()["document"] == []
        assert find_annotator(desk.workspace, "Cici") == cici, "what is taken back is what they brought"
    named = replace(unsure_minister(), text=f"{TEXT} Lain.")
    import_annotations(desk.workspace, written(tmp_path, [named]), new_id(), name="Dodi", submit=submit)
    assert find_annotator(desk.workspace, "Dodi"), "the journal says whose import it was"
    assert not desk.problems()


def test_who_adds_a_label_is_known_though_nothing_else_comes(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    put(folder, "beras.txt", TEXT)
    put(folder, "beras.ann", "T1\tRumour 0 4\t“another”")
    desk.load(TEXT)
    cici = new_id()
    report = import_annotations(desk.workspace, folder, cici, name="Cici", new_labels=True, submit=True)
    assert (report.annotations, report.loaded) == (0, 0)
    assert find_annotator(desk.workspace, "Cici") == cici


def test_labels_are_mapped_as_one_says(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    put(folder, "beras.txt", TEXT)
    put(folder, "beras.ann", 'T1\tContent 14 34\t"Harga beras turun."')
    with pytest.raises(InvalidLabelSet):
        import_annotations(desk.workspace, folder, desk.ana, ImportMap({"Content": "rumour"}))
    report = import_annotations(desk.workspace, folder, desk.ana, ImportMap({"Content": "quote"}))
    assert (report.annotations, report.people) == (1, [])
    with desk.workspace.reading() as connection:
        assert list(first_submissions(connection)) == []


@pytest.mark.parametrize("kind", formats.exchanges(), ids=lambda kind: kind.id)
def test_every_format_comes_in_once(desk: Desk, tmp_path: Path, kind: Exchange) -> None:
    """What a format holds of an article is in an empty project after an import, and a second one adds nothing."""
    article = unsure_minister()
    path = written(tmp_path, [article], kind.id)
    fitted = kind.fit(article, WriteOptions()).article
    report = import_annotations(desk.workspace, path, desk.ana)
    assert (report.format_id, report.loaded, report.annotations) == (kind.id, 1, len(fitted.annotations))
    (record,) = records(desk)
    assert record.text == fitted.text
    there = {(one.label, tuple(record.text[start:end] for start, end in one.segments)) for one in record.annotations}
    assert there == {(one.label, slices(fitted, one)) for one in fitted.annotations}
    if kind.holds.attributes is not Values.NONE:
        assert [one.name for one in record.sources] == ["Menteri"]
        assert {one.label: one.attributes for one in record.annotations}.get("claim", UNSURE) == UNSURE
    assert {link.kind for link in fitted.links} <= {one.kind for one in record.relations}
    before = desk.rows()
    again = import_annotations(desk.workspace, path, desk.ana)
    assert (again.loaded, again.annotations, again.known) == (0, 0, len(fitted.annotations))
    assert desk.rows() == before
    assert not desk.problems()


def said(articles: Sequence[DocumentRecord | ExchangedArticle]) -> set[tuple[object, ...]]:
    return {
        (article.text, one.annotator, one.label, one.segments) for article in articles for one in article.annotations
    } | {(article.text,) for article in articles}


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpora().filter(bool))
def test_any_articles_come_in_whole_and_once(articles: list[ExchangedArticle]) -> None:
    """Nested, overlapping, in pieces, of several people, in any script: each is where it was, and comes once."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder) / "p.annotator")
        path = written(Path(folder), articles, "dataset")
        import_annotations(desk.workspace, path, desk.ana)
        assert said(records(desk)) == said(articles)
        before = desk.rows()
        again = import_annotations(desk.workspace, path, desk.ana)
        assert (again.annotations, again.loaded, again.changed) == (0, 0, 0)
        assert desk.rows() == before
        assert not desk.problems()
        desk.workspace.close()


@pytest.mark.parametrize("format_id", ["csv", "tsv", "xlsx", "quotes", "claims"])
def test_a_sheet_finds_its_places_in_the_article_that_is_here(desk: Desk, tmp_path: Path, format_id: str) -> None:
    """A sheet holds no texts: its rows lead to the article with the same text, whatever that is called here."""
    import_annotations(desk.workspace, written(tmp_path, [unsure_minister()]), desk.ana)
    path = tmp_path / f"sheet.{format_id if format_id in ('csv', 'tsv', 'xlsx') else 'csv'}"
    export(desk.workspace, ExportRequest(format_id), path)
    other = Desk(tmp_path / "other.annotator")
    nowhere = import_annotations(other.workspace, path, other.ana)
    assert nowhere.annotations == 0
    assert NO_TEXT in nowhere.left_out
    other.load(TEXT)
    report = import_annotations(other.workspace, path, other.ana)
    assert report.annotations == {"quotes": 1, "claims": 1}.get(format_id, 3)
    (record,) = records(other)
    mine = {(one.label, one.segments) for one in records(desk)[0].annotations}
    assert {(one.label, one.segments) for one in record.annotations} <= mine
    again = import_annotations(other.workspace, path, other.ana)
    assert (again.annotations, again.known) == (0, report.annotations)
    other.workspace.close()


def test_of_several_articles_only_what_belongs_to_the_named_one_comes(desk: Desk, tmp_path: Path) -> None:
    here, other = desk.load(TEXT), "Sama sekali lain, tentang sepak bola dan hujan."
    foreign = ExchangedAnnotation("9", "claim", (Span(0, 4),))
    article = ExchangedArticle("2", other, annotations=(foreign,), title="Bola")
    path = written(tmp_path, [article, unsure_minister()])
    found = preview_import(desk.workspace, path, desk.ana, into=here)
    assert (found.articles, found.taken) == ({Here.NOT_NAMED: 1, Here.SAME: 1}, 3)
    report = import_annotations(desk.workspace, path, desk.ana, into=here)
    assert (report.articles, report.loaded, report.annotations) == (1, 0, 3)
    assert report.left_out == {NOT_NAMED: 1}
    alone = written(tmp_path, [article], name="alone")
    assert import_annotations(desk.workspace, alone, desk.ana, into=here).articles == 1, "as a person says"
    none = written(tmp_path, [article, ExchangedArticle("3", "Hujan lagi di kota.")], name="none")
    before = desk.rows()
    for act in (preview_import, import_annotations):
        with pytest.raises(UnreadableInput, match="None of the 2 articles"):
            act(desk.workspace, none, desk.ana, into=here, new_labels=True)
    assert desk.rows() == before
