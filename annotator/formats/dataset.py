"""A dataset in a folder, to be trained on and to be cited: rows by part, a card, label set, parts, checksums.

The library “datasets” loads the folder as it is. Without texts, a small program that needs nothing but Python puts them
back in, from texts that have the right hash.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import orjson

from annotator import resources
from annotator.core.dataset_about import DatasetAbout
from annotator.core.dataset_card import CardFacts, card
from annotator.core.dataset_tally import DatasetTally
from annotator.core.exchange import ExchangedArticle
from annotator.core.losses import Fitted
from annotator.core.records import Unread
from annotator.core.splits import TRAIN
from annotator.errors import UnreadableInput
from annotator.formats.base import WriteOptions
from annotator.formats.dataset_files import JSONL, PartFiles, data_files, holds_rows, read_file, refusal_of
from annotator.formats.dataset_head import columns, head
from annotator.formats.exchange import Exchange
from annotator.formats.parquet import LOSSES
from annotator.formats.row_fitting import fit_row
from annotator.formats.rows import HOLDS, row_of, speakers_of

README, SPLITS, SUMS = "README.md", "splits.json", "SHA256SUMS"
LABEL_SET, GUIDELINE, REHYDRATE = "label_set.json", "guideline.md", "rehydrate.py"
_CHUNK = 1 << 20
_TEXTS = (
    "The texts may not be passed on with this dataset. It has their places, hashes (SHA-256) and addresses; titles, "
    "notes, what annotators have typed and the words of the spans are left out. The names of speakers, authors and "
    "annotators are in it, as they are with texts; where persons are called by numbers, it is said below.",
    "Who has the texts puts them back in with `python rehydrate.py TEXTS OUT`. TEXTS is a folder of `.txt` files, or a "
    "file of JSON Lines that have a `text`; each is found by its hash, whatever it is called. A text that differs by a "
    "single character is not taken, as every place in it might be wrong.",
)


class Dataset(Exchange):
    """Rows of formats/rows.py in a folder with all that one has to know of them."""

    id = "dataset"
    title = "Dataset to train on (folder)"
    extensions = (JSONL, ".parquet")
    losses = LOSSES
    holds = HOLDS
    is_folder = True
    keeps_order = False  # a part is read after the other
    lasting_keys = True
    also_heeds = frozenset({"without_text", "parquet", "licence"})

    def heeds(self, options: WriteOptions) -> frozenset[str]:
        """As Exchange says; without texts the rows are JSON Lines."""
        return super().heeds(options) - ({"parquet"} if options.without_text else set())

    def fit(self, article: ExchangedArticle, options: WriteOptions) -> Fitted:
        """All of it; without its words where that is asked for. What has no part is in the first one."""
        fitted = fit_row(article, self.title, options)
        return Fitted(replace(fitted.article, split=fitted.article.split or TRAIN), fitted.lost)

    def write_articles(self, articles: Iterable[ExchangedArticle], path: Path, options: WriteOptions) -> None:
        """Write rows, and then all that is known when the last one is written."""
        tally, speakers = DatasetTally(), speakers_of(options.label_set)
        # The program that puts texts back in reads JSON only, as Python does by itself.
        with PartFiles(path, parquet=options.parquet and not options.without_text) as files:
            for article in articles:
                tally.count(article)
                files.add(article.split, row_of(article, speakers))
        _write_splits(path, tally, options.about)
        _write_labels(path, options.about)
        if options.without_text:
            (path / REHYDRATE).write_bytes(resources.path("formats", REHYDRATE).read_bytes())
        _write_card(path, tally, options, files.names())
        _write_sums(path)

    def read_articles(self, path: Path) -> Iterator[ExchangedArticle | Unread]:
        """The rows of a folder, train first; or of one file of it. Raises UnreadableInput."""
        if refusal := refusal_of(path):
            raise UnreadableInput(refusal)
        if path.is_dir():
            files = data_files(path)
            if not files and not (path / SPLITS).exists():
                raise UnreadableInput(
                    f"“{path.name}” has no files of rows, by itself or in “data”; choose a dataset’s folder."
                )
        elif path.is_file():
            files = [path]
        else:
            raise UnreadableInput(f"There is no “{path.name}”; choose a dataset’s folder.")
        for one in files:
            yield from read_file(one)

    def recognises_annotations(self, path: Path) -> bool:
        """A folder with rows of ours, such a file of JSON Lines by itself, or a dataset that reading says cannot be."""
        if refusal_of(path):
            return True
        if path.is_dir():
            return any(holds_rows(one, in_folder=True) for one in data_files(path)[:1])
        return holds_rows(path) if path.suffix != ".parquet" else False


def _write_splits(path: Path, tally: DatasetTally, about: DatasetAbout | None) -> None:
    told = {"seed": about.seed, "shares": about.shares} if about else {}
    (path / SPLITS).write_bytes(orjson.dumps({**told, "articles": tally.articles}, option=_SPLITS_OPTIONS))


_SPLITS_OPTIONS = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE


def _write_labels(path: Path, about: DatasetAbout | None) -> None:
    if about and about.label_set:
        (path / LABEL_SET).write_bytes(about.label_set)
    if about and about.guideline:
        parts = (f"## {one.title or 'In general'}\n\n{one.text.strip()}\n" for one in about.guideline)
        _write_words(path / GUIDELINE, "# Guideline\n\n" + "\n".join(parts))


def _write_card(path: Path, tally: DatasetTally, options: WriteOptions, files: list[tuple[str, str]]) -> None:
    about = options.about
    facts = CardFacts(
        tally=tally,
        about=about,
        licence=options.licence,
        columns=columns(),
        limits=(_OFFSETS, *LOSSES),
        texts=_TEXTS if options.without_text else (),
        files=[(name, what) for name, what in _files(files) if (path / name).exists() or name in (README, SUMS)],
    )
    _write_words(path / README, head(tally, about.title if about else "", options.licence, files) + "\n" + card(facts))


_OFFSETS = (
    "Offsets count Unicode code points, as Python does; tools on JavaScript or Java count UTF-16 units, which differ "
    "after an emoji. Spans may overlap and have gaps (segments)."
)


def _files(files: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for part, name in files:
        yield name, f"the rows of the part “{part}”"
    yield SPLITS, "which article is in which part"
    yield LABEL_SET, "label set and guideline, as the program reads them"
    yield GUIDELINE, "the guideline, to be read"
    yield REHYDRATE, "puts the texts back in"
    yield SUMS, "the SHA-256 of each file"


def _write_sums(path: Path) -> None:
    found = sorted(one for one in path.rglob("*") if one.is_file())
    lines = [f"{_sum(one)}  {one.relative_to(path).as_posix()}\n" for one in found]
    _write_words(path / SUMS, "".join(sorted(lines, key=lambda line: line[64:])))


def _sum(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _write_words(path: Path, words: str) -> None:
    """As UTF-8 with line feeds, on every system."""
    path.write_bytes(words.encode())
