"""What an export would lose is told beforehand, lies beside it afterwards, and can forbid it."""

import io
import json
from pathlib import Path

import pytest

from annotator.core.exchange import ExchangedArticle
from annotator.core.losses import Fitted, Loss
from annotator.core.recipes import ExportRequest
from annotator.core.selection import Selection, Unit
from annotator.errors import ExportFailed
from annotator.formats import exchanges, exporter_by_id
from annotator.formats.base import WriteOptions
from annotator.formats.exchange import Exchange
from annotator.operations import annotations, loading, losses, relations
from annotator.operations.exports import export
from annotator.operations.losses import LossList, beside, preview
from annotator.operations.outgoing import NO_ROWS
from annotator.operations.sources import add_source
from tests.store.desk import Desk


def newsroom(desk: Desk) -> dict[str, str]:
    """A project with one thing of each kind that formats lose; gives the keys by label."""
    key = desk.load()
    claim, quote, denial = desk.tag(key), desk.tag(key, 21, 36, "quote"), desk.tag(key, 10, 19, "denial")
    annotations.set_note(desk.workspace, claim.id, "cek ulang", desk.ana)
    annotations.set_attributes(desk.workspace, [quote.id], {"quote_type": "direct"}, desk.ana)
    relations.link(desk.workspace, denial.id, "denies", claim.id, desk.ana)
    rina = add_source(desk.workspace, "Rina", desk.ana)
    relations.set_sources(desk.workspace, [quote.id], "attributed_to", [rina.id], desk.ana)
    return {"article": str(key), "claim": str(claim.id), "quote": str(quote.id), "denial": str(denial.id)}


def lost(desk: Desk, request: ExportRequest) -> set[tuple[str, str, str]]:
    found = preview(desk.workspace, request)
    rows = {(one.article, one.annotation, one.what) for one in found.lost}
    assert len(found.lost) == len(rows)
    found.lost.close()
    return rows


def test_each_thing_is_named_by_our_own_keys(desk: Desk) -> None:
    keys = newsroom(desk)
    rows = lost(desk, ExportRequest("doccano"))
    assert (keys["article"], keys["claim"], "note") in rows
    assert (keys["article"], keys["quote"], "attribute quote_type") in rows
    assert (keys["article"], keys["quote"], "attribute attributed_to") in rows
    assert (keys["article"], keys["denial"], "link denies") in rows
    only = lost(desk, ExportRequest("doccano", Selection(labels=("claim",))))
    assert {annotation for _, annotation, _ in only} == {keys["claim"]}
    assert {what for _, _, what in only} == {"note", "annotator"}


def test_parts_of_articles_lose_each_thing_once_and_under_the_articles_key(desk: Desk) -> None:
    newsroom(desk)
    whole = lost(desk, ExportRequest("doccano"))
    for unit in (Unit.SENTENCE, Unit.SPAN):
        assert lost(desk, ExportRequest("doccano", Selection(unit=unit, context=2))) == whole


def test_nothing_lost_and_the_nearest_format_that_loses_nothing(desk: Desk) -> None:
    newsroom(desk)
    assert preview(desk.workspace, ExportRequest("jsonl")).nearest == ""
    found = preview(desk.workspace, ExportRequest("doccano"))
    assert found.nearest != "doccano"
    assert lost(desk, ExportRequest(found.nearest)) == set()
    assert found.always
    assert preview(desk.workspace, ExportRequest("doccano", Selection(labels=("cue",)))).nearest == ""


@pytest.mark.parametrize(
    ("format_id", "nearest"),
    [
        ("doccano", "prodigy"),
        ("doccano-relations", "prodigy"),
        ("attribution", "brat"),
        ("claims", "csv"),
        ("quotes", "csv"),
        ("conll2003", "jsonl"),
        ("claimreview", "jsonl"),
    ],
)
def test_the_nearest_format_is_of_the_same_kind_else_our_own(desk: Desk, format_id: str, nearest: str) -> None:
    newsroom(desk)
    found = preview(desk.workspace, ExportRequest(format_id))
    found.lost.close()
    assert found.nearest == nearest
    assert lost(desk, ExportRequest(nearest)) == set()


def test_of_its_kind_only_what_loses_nothing_is_nearest(desk: Desk) -> None:
    """Prodigy has a line an annotator, so that a link between the annotations of two is in none of them."""
    key = desk.load()
    claim, denial = desk.tag(key), desk.tag(key, 10, 19, "denial", desk.ben)
    relations.link(desk.workspace, denial.id, "denies", claim.id, desk.ben)
    assert "link denies" in {what for _, _, what in lost(desk, ExportRequest("prodigy"))}
    assert preview(desk.workspace, ExportRequest("doccano")).nearest == "jsonl"


def test_what_is_to_be_known_of_one_part_is_told_beforehand(desk: Desk, tmp_path: Path) -> None:
    newsroom(desk)
    request = ExportRequest("jsonl", Selection(split="train"))
    always = preview(desk.workspace, request, target=tmp_path / "a.jsonl").always
    assert any(said.startswith("a.jsonl.splits.json says in which part") for said in always)
    assert NO_ROWS in always


def test_while_nobody_knows_where_it_goes_nothing_is_said_of_what_becomes_of_the_parts(desk: Desk) -> None:
    newsroom(desk)
    always = preview(desk.workspace, ExportRequest("jsonl", Selection(split="train"))).always
    (said,) = (said for said in always if "train, dev, test" in said)
    assert said.startswith("Parts (train, dev, test) were dealt out anew to tell this; an export keeps those of")
    assert not any("may move" in said for said in always)


def test_the_preview_is_what_lies_beside_the_file_and_goes_with_the_next_export(desk: Desk, tmp_path: Path) -> None:
    newsroom(desk)
    target = tmp_path / "out.jsonl"
    for one in exchanges():
        if one.is_folder:
            continue
        request = ExportRequest(one.id)
        expected = lost(desk, request)
        report = export(desk.workspace, request, target)
        listed = beside(target)
        assert (report.losses_path == listed, listed.exists()) == (bool(expected), bool(expected)), one.id
        if expected:
            said = json.loads(listed.read_bytes())
            assert said.keys() == {"lost"}
            assert {(row["article"], row["annotation"], row["what"]) for row in said["lost"]} == expected, one.id
            assert sum(report.lost.values()) == len(expected)
    export(desk.workspace, ExportRequest("jsonl"), target)
    assert not beside(target).exists()


def test_strict_writes_nothing_where_something_would_be_lost(desk: Desk, tmp_path: Path) -> None:
    newsroom(desk)
    target = tmp_path / "out.jsonl"
    target.write_text("yesterday's")
    for format_id in ("doccano", "claims"):
        with pytest.raises(ExportFailed, match=r"cannot hold everything that is chosen .*such as jsonl"):
            export(desk.workspace, ExportRequest(format_id, strict=True), target)
    with pytest.raises(ExportFailed):
        export(desk.workspace, ExportRequest("doccano", strict=True), stream := io.BytesIO())
    assert (target.read_text(), stream.getvalue()) == ("yesterday's", b"")
    assert not beside(target).exists()
    export(desk.workspace, ExportRequest("jsonl", strict=True), target)
    assert target.read_text() != "yesterday's"


def test_a_list_of_losses_is_no_article(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    newsroom(desk)
    export(desk.workspace, ExportRequest("doccano"), folder / "out.txt")
    (folder / "out.txt").unlink()
    assert [path.name for path in folder.iterdir()] == ["out.txt.losses.json"]
    assert not loading.load_files(desk.workspace, [folder], desk.ana).loaded


def test_a_list_is_counted_kept_and_written_as_it_came() -> None:
    there = LossList()
    rows = [Loss("a", str(at), "span" if at % 2 else "note", "Why “so”,\n{}?") for at in range(5)]
    for row in rows:
        there.take(row)
    assert (list(there), len(there), there.counts["note"]) == (rows, 5, 3)
    there.write(stream := io.BytesIO())
    assert json.loads(stream.getvalue()) == {"lost": [row.as_row() for row in rows]}
    LossList().write(empty := io.BytesIO())
    assert json.loads(empty.getvalue()) == {"lost": []}
    there.close()


def test_the_nearest_format_holds_later_articles_too(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the first articles one format is left; where that loses something of a later one, it is not offered."""
    monkeypatch.setattr(losses, "_HELD_AGAINST_ALL", 2)
    for at in range(3):
        desk.tag(desk.load(f"Menteri {at} membantah.\n"), 0, 7)
    first = preview(desk.workspace, ExportRequest("doccano")).nearest
    kind = exporter_by_id(first)
    assert isinstance(kind, Exchange)
    real = kind.fit

    def fit(article: ExchangedArticle, options: WriteOptions) -> Fitted:
        lost = (Loss(article.key, "", "text", "It is the third."),) if "Menteri 2" in article.text else ()
        return Fitted(real(article, options).article, lost)

    monkeypatch.setattr(type(kind), "fit", lambda _self, article, options: fit(article, options))
    assert preview(desk.workspace, ExportRequest("doccano")).nearest == "jsonl"
