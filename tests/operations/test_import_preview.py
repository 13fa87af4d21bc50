"""What an import would do, told before."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.exchange import ExchangedArticle
from annotator.core.import_map import ImportMap
from annotator.errors import Cancelled
from annotator.operations import readings
from annotator.operations.import_article import CLOSED_READING
from annotator.operations.import_matching import Here
from annotator.operations.import_preview import NO_TIMES, preview_import
from annotator.operations.importing import import_annotations
from tests.formats.exchanged import TEXT, minister
from tests.operations.import_desk import unsure_minister, written
from tests.store.desk import Desk


def test_it_says_what_the_import_does(desk: Desk, tmp_path: Path) -> None:
    desk.load(TEXT)
    desk.tag(desk.load("Sama sekali lain."))
    given = [unsure_minister(), replace(minister(), key="b", text=TEXT + " Baru."), ExchangedArticle("c", "Lain lagi.")]
    path = written(tmp_path, given)
    before = desk.rows()
    found = preview_import(desk.workspace, path, desk.ana)
    assert desk.rows() == before
    report = import_annotations(desk.workspace, path, desk.ana)
    assert (found.taken, found.known, dict(found.losses.counts)) == (
        report.annotations, report.known, report.left_out,
    )  # fmt: skip
    again = preview_import(desk.workspace, path, desk.ana)
    assert (again.taken, again.known) == (0, found.taken)


def test_articles_are_told_by_how_they_stand_to_those_here(desk: Desk, tmp_path: Path) -> None:
    long = "Harga beras turun sejak Januari, kata menteri. Pedagang membantah hal itu kemarin di pasar."
    desk.load(long)
    given = [
        ExchangedArticle("a", long),
        ExchangedArticle("b", long.replace("kemarin", "hari ini"), title=long[:44]),
        ExchangedArticle("c", "Lain."),
    ]
    found = preview_import(desk.workspace, written(tmp_path, given, "dataset"), desk.ana)
    assert found.articles[Here.SAME] == 1
    assert found.articles[Here.NEW] + found.articles[Here.OTHER_TEXT] == 2


def test_times_are_said_not_to_be_kept(desk: Desk, tmp_path: Path) -> None:
    found = preview_import(desk.workspace, written(tmp_path, [minister()]), desk.ana)
    assert NO_TIMES in found.cannot_hold
    assert found.as_dict()["cannot_hold"] == list(found.cannot_hold)
    assert (
        NO_TIMES not in preview_import(desk.workspace, written(tmp_path, [minister()], "doccano"), desk.ana).cannot_hold
    )


def test_new_labels_are_counted_in(desk: Desk, tmp_path: Path) -> None:
    given = replace(minister(), annotations=tuple(replace(one, label="Rumour") for one in minister().annotations))
    path = written(tmp_path, [given])
    assert preview_import(desk.workspace, path, desk.ana).taken == 0
    found = preview_import(desk.workspace, path, desk.ana, new_labels=True)
    assert (found.taken, found.names.labels) == (3, {"Rumour": ""})
    assert [one.ours for one in found.samples] == ["rumour"] * 3
    mapped = preview_import(desk.workspace, path, desk.ana, names=ImportMap({"Rumour": "quote"}))
    assert mapped.taken == 3


def test_it_can_be_stopped(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        preview_import(desk.workspace, written(tmp_path, [minister()]), desk.ana, cancelled=lambda: True)


def test_what_a_reading_that_is_handed_in_takes_no_more_is_not_counted_as_new(desk: Desk, tmp_path: Path) -> None:
    document = desk.load(TEXT)
    desk.tag(document, 15, 32)
    readings.submit(desk.workspace, document, desk.ana, despite=True)
    path = written(tmp_path, [unsure_minister()])
    found = preview_import(desk.workspace, path, desk.ana)
    assert [one.why for one in found.samples] == [CLOSED_READING, "", CLOSED_READING]
    report = import_annotations(desk.workspace, path, desk.ana)
    assert (found.taken, found.known) == (report.annotations, report.known) == (0, 1)
    assert found.losses.counts[CLOSED_READING] == report.left_out[CLOSED_READING] == 2
