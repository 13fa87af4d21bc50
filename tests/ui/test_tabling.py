"""A table's columns are asked for once."""

from pathlib import Path
from typing import Any

import pytest

from annotator.operations import documents
from annotator.ui import tabling
from annotator.ui.tables.columns_dialog import ColumnsChoice, ColumnsDialog
from annotator.ui.tabling import is_table
from tests.ui.stage import Stage, close_during

TABLE = "Kop;Isi;Sumber\nHarga naik;Menteri membantah laporan itu pada hari Senin.;Kabar\n"
COLUMNS = {"title": "Kop", "text": "Isi", "outlet": "Sumber"}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The tables that were asked about; what is chosen is COLUMNS, to be remembered."""
    names: list[str] = []

    def ask(_parent: Any, name: str, *_: Any) -> ColumnsChoice:
        names.append(name)
        return ColumnsChoice(COLUMNS, remember=True)

    monkeypatch.setattr(ColumnsDialog, "ask", ask)
    return names


def _table(folder: Path, name: str, rows: str = TABLE) -> str:
    path = folder / name
    path.write_text(rows, encoding="utf-8")
    return str(path)


def _settle(stage: Stage) -> None:
    stage.settle()
    stage.settle()  # the load follows the look into the table


def _articles(stage: Stage) -> list[tuple[str, str]]:
    return [(one.title, one.outlet) for one in documents.list_documents(stage.session.workspace)]


def test_what_a_table_is() -> None:
    assert is_table("a.csv")
    assert is_table("A.XLSX")
    assert not is_table("a.txt")
    assert not is_table("a.png")


def test_a_table_is_asked_about_once_and_the_next_one_is_known(stage: Stage, tmp_path: Path, asked: list[str]) -> None:
    stage.start()
    stage.session.loading.load([_table(tmp_path, "a.csv")])
    _settle(stage)
    assert asked == ["a.csv"]
    assert _articles(stage) == [("Harga naik", "Kabar")]
    stage.session.loading.load([_table(tmp_path, "b.csv", TABLE.replace("Harga naik", "Harga turun"))])
    _settle(stage)
    assert asked == ["a.csv"]
    assert _articles(stage) == [("Harga turun", "Kabar"), ("Harga naik", "Kabar")]


def test_what_is_known_holds_for_a_table_in_a_folder(stage: Stage, tmp_path: Path, asked: list[str]) -> None:
    (tmp_path / "more").mkdir()
    stage.start()
    stage.session.loading.load([_table(tmp_path, "a.csv")])
    _settle(stage)
    _table(tmp_path, "more/b.csv", TABLE.replace("Harga naik", "Harga turun"))
    stage.session.loading.load([str(tmp_path / "more")])
    _settle(stage)
    assert asked == ["a.csv"]
    assert _articles(stage)[0] == ("Harga turun", "Kabar")


def test_tables_are_asked_about_one_after_the_other(stage: Stage, tmp_path: Path, asked: list[str]) -> None:
    other = "Kop,Isi,Sumber,Nomor\nBanjir di kota,Sungai meluap pada hari Selasa malam.,Kabar,1\n"
    stage.start()
    stage.session.loading.load([_table(tmp_path, "a.csv"), _table(tmp_path, "b.csv", other)])
    _settle(stage)
    _settle(stage)
    assert asked == ["a.csv", "b.csv"]
    assert len(_articles(stage)) == 2


def test_who_thinks_better_of_it_loads_nothing(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ColumnsDialog, "ask", lambda *_: None)
    stage.start()
    stage.session.loading.load([_table(tmp_path, "a.csv")])
    _settle(stage)
    assert _articles(stage) == []


def test_what_is_no_table_after_all_says_why(stage: Stage, tmp_path: Path, asked: list[str]) -> None:
    stage.start()
    stage.session.loading.load([_table(tmp_path, "a.csv", "")])
    _settle(stage)
    assert asked == []
    assert "“a.csv” was not loaded" in stage.window.banner.notice.text


def test_of_many_tables_the_guesses_hold(stage: Stage, tmp_path: Path, asked: list[str]) -> None:
    rows = "title,text\nHarga naik {n},Menteri membantah laporan nomor {n} pada hari Senin.\n"
    stage.start()
    stage.session.loading.load([_table(tmp_path, f"{n}.csv", rows.format(n=n)) for n in range(5)])
    _settle(stage)
    assert asked == []
    assert len(_articles(stage)) == 5


def test_nothing_is_asked_while_the_project_is_closed(
    stage: Stage, tmp_path: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _table(tmp_path, "a.csv")
    stage.start()
    close_during(stage, monkeypatch, tabling, "table_of", lambda: stage.session.loading.load([path]))
    assert asked == []
