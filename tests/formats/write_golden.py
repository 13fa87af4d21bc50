"""Writes the golden files of the formats anew: python -m tests.formats.write_golden."""

import shutil
from pathlib import Path

from annotator.formats.attribution import Attribution
from annotator.formats.base import WriteOptions, Writer
from annotator.formats.brat_folder import Brat
from annotator.formats.claim_review import ClaimReviews
from annotator.formats.claim_sheet import ClaimSheet
from annotator.formats.conll import Bilou, Conll2003, Iob2
from annotator.formats.csv_table import CsvTable
from annotator.formats.dataset import Dataset
from annotator.formats.docbin import DocBin
from annotator.formats.doccano import Doccano
from annotator.formats.doccano_relations import DoccanoRelations
from annotator.formats.exchange import Exchange
from annotator.formats.jsonl import JsonLines
from annotator.formats.label_studio import LabelStudio
from annotator.formats.label_studio_config import config_of
from annotator.formats.parquet import Parquet
from annotator.formats.prodigy import Prodigy
from annotator.formats.quote_sheet import QuoteSheet
from annotator.formats.refi_codebook import RefiCodebook
from annotator.formats.refi_qda import RefiQda
from annotator.formats.tsv_table import TsvTable
from annotator.formats.uima_json import UimaJson
from annotator.formats.uima_xmi import UimaXmi
from annotator.formats.w3c import WebAnnotations
from annotator.formats.webanno_tsv import WebannoTsv
from annotator.formats.xlsx_table import XlsxTable
from annotator.operations.label_sets import shipped_label_set
from tests.formats.exchanged import minister as exchanged_minister
from tests.formats.records import bare, framed, minister
from tests.formats.sheets import AS_WORKBOOK, OPTIONS, argued

GOLDEN = Path(__file__).parent.parent / "golden"
FILES: tuple[tuple[str, Writer, WriteOptions], ...] = (
    ("dataset.jsonl", JsonLines(), WriteOptions()),
    ("dataset_with_furniture.jsonl", JsonLines(), WriteOptions(with_furniture=True)),
    ("table.csv", CsvTable(), WriteOptions()),
    ("table.tsv", TsvTable(), WriteOptions()),
    ("table.xlsx", XlsxTable(), WriteOptions()),
    ("codebook.qdc", RefiCodebook(), WriteOptions(label_set=shipped_label_set("newsroom"))),
)
SHEETS: tuple[tuple[str, Writer, WriteOptions], ...] = (
    ("quotes.csv", QuoteSheet(), OPTIONS),
    ("quotes.xlsx", QuoteSheet(), AS_WORKBOOK),
    ("claims.csv", ClaimSheet(), OPTIONS),
    ("claims.xlsx", ClaimSheet(), AS_WORKBOOK),
    ("claimreview.jsonld", ClaimReviews(), OPTIONS),
)

EXCHANGES: tuple[tuple[str, Exchange], ...] = (
    ("brat", Brat()),
    ("webanno-tsv", WebannoTsv()),
    ("conll2003.conll", Conll2003()),
    ("iob2.iob", Iob2()),
    ("bilou.bilou", Bilou()),
    ("docbin.spacy", DocBin()),
    ("uima-xmi", UimaXmi()),
    ("uima-json", UimaJson()),
    ("refi-qda.qdpx", RefiQda()),
    ("attribution", Attribution()),
    ("doccano.jsonl", Doccano()),
    ("doccano-relations.jsonl", DoccanoRelations()),
    ("labelstudio.json", LabelStudio()),
    ("prodigy.jsonl", Prodigy()),
    ("w3c.jsonld", WebAnnotations()),
    ("dataset", Dataset()),
    ("rows.parquet", Parquet()),
)


def write_exchange(kind: Exchange, path: Path) -> None:
    """Write the article that every format of another tool is tried on first, as that format holds it."""
    if kind.is_folder:
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir()
    fitted = kind.fit(exchanged_minister(), WriteOptions())
    kind.write_articles([fitted.article], path, WriteOptions())


def files_of(path: Path) -> dict[str, bytes]:
    """The bytes of each file of a folder, or of one file, by its place in the folder."""
    found = path.rglob("*") if path.is_dir() else [path]
    return {one.relative_to(path).as_posix(): one.read_bytes() for one in sorted(found) if one.is_file()}


def main() -> None:
    """Write every golden file."""
    for name, kind in EXCHANGES:
        write_exchange(kind, GOLDEN / name)
    (GOLDEN / "labelstudio-config.xml").write_bytes(config_of(shipped_label_set("newsroom")))
    for name, writer, options in FILES:
        with (GOLDEN / name).open("wb") as stream:
            writer.write([minister(), framed(), bare()], stream, options)
    for name, writer, options in SHEETS:
        with (GOLDEN / name).open("wb") as stream:
            writer.write(argued(), stream, options)


if __name__ == "__main__":
    main()
