"""Attributions as the PolNeAR corpus publishes them: texts, and for each annotator a file of brat's with the events.

In metadata.tsv are the articles, in order; in annotators.tsv, whose files are whose. Then, for each part (train …, or
“all” for articles that are in none), train/text/NAME.txt and train/attributions/NAME_ANNOTATOR.ann.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink
from annotator.core.losses import Fitted
from annotator.core.records import Unread
from annotator.errors import UnreadableInput
from annotator.formats.attribution_lines import attribution_lines, is_attributions, read_attributions
from annotator.formats.attribution_roles import fit_roles
from annotator.formats.attribution_table import (
    DETAILS,
    PEOPLE,
    TABLE,
    WITHOUT_PART,
    Row,
    read_people,
    read_table,
    row_of,
    table_writer,
    write_people,
)
from annotator.formats.base import WriteOptions
from annotator.formats.brat_lines import HOLDS, fit_lines
from annotator.formats.decoding import decode
from annotator.formats.exchange import Exchange, head_of
from annotator.formats.folder_files import LEADS_OUT, content_of, is_inside
from annotator.formats.folder_index import FreeNames
from annotator.formats.limits import LIMITS
from annotator.formats.numbered_files import file_stem, in_order

_TEXTS, _FILES = "text", "attributions"
_LOOKED_AT = 2_000


class Attribution(Exchange):
    """Source, cue and content, bound together."""

    id = "attribution"
    title = "Attributions (PolNeAR)"
    extensions = (".ann", ".txt")
    losses = (
        "Only contents (quotes), their cues and their sources are in it, with the links between them.",
        "Sentences, what was read and holds nothing, times, and who made a link are not in it.",
    )
    holds = replace(HOLDS, details=DETAILS)
    is_folder = True

    def fit(self, article: ExchangedArticle, options: WriteOptions) -> Fitted:
        """The attributions alone, as lines of brat hold them."""
        return fit_lines(fit_roles(super().fit(article, options)))

    def write_articles(self, articles: Iterable[ExchangedArticle], path: Path, options: WriteOptions) -> None:
        """Write a text for each article and a file for each who has worked on it."""
        people: dict[str, str] = {}
        names = FreeNames()
        with (path / TABLE).open("w", encoding="utf-8", newline="") as stream:
            table = table_writer(stream)
            for number, article in enumerate(articles, 1):
                stem = file_stem(number, article)
                whose: dict[str, list[ExchangedAnnotation]] = {}
                for one in article.annotations:
                    if one.annotator not in people:
                        people[one.annotator] = names.take(one.annotator.replace(" ", "-"), "nobody")
                    whose.setdefault(people[one.annotator], []).append(one)
                _write_article(path / (article.split or WITHOUT_PART), stem, article, whose)
                table.writerow(row_of(article, stem, list(whose)))
        write_people({short: name for name, short in people.items()}, path / PEOPLE)

    def read_articles(self, path: Path) -> Iterator[ExchangedArticle | Unread]:
        """Read the articles that are listed, and any others that lie there; of a single file, nothing is known."""
        if not path.is_dir():
            raise UnreadableInput(
                f"“{path.name}” is one file of a folder; choose the folder that holds the texts, too."
            )
        people = read_people(path)
        seen = set()
        for row in read_table(path):
            text = path / row.compartment / _TEXTS / f"{row.name}.txt"
            seen.add(text)
            files = {one: text.parent.parent / _FILES / f"{row.name}_{one}.ann" for one in row.annotators}
            yield from _read(path, row, text, files, people)
        for text in in_order(path.rglob(f"{_TEXTS}/*.txt")):
            if text not in seen:
                row = Row(text.parent.parent.name, text.stem, (), text.stem, {"file_name": text.name})
                yield from _read(path, row, text, _beside(text), people)

    def recognises_annotations(self, path: Path) -> bool:
        """Its files have events of attributions; or it is a folder of an export that had none."""
        if not path.is_dir():
            return is_attributions(head_of(path))
        if (path / PEOPLE).is_file() and (path / TABLE).is_file():
            return True
        found = (one for one in islice(path.rglob("*"), _LOOKED_AT) if one.suffix == ".ann")
        return any(is_attributions(head_of(one)) for one in found)


def _write_article(
    folder: Path, stem: str, article: ExchangedArticle, whose: dict[str, list[ExchangedAnnotation]]
) -> None:
    for name in (_TEXTS, _FILES):
        (folder / name).mkdir(parents=True, exist_ok=True)
    # A text that begins with what looks like a byte-order mark gets one before it.
    encoding = "utf-8-sig" if article.text.startswith("\ufeff") else "utf-8"
    (folder / _TEXTS / f"{stem}.txt").write_bytes(article.text.encode(encoding))
    for short, annotations in whose.items():
        lines = attribution_lines(article, annotations)
        (folder / _FILES / f"{stem}_{short}.ann").write_bytes(lines.encode())


def _beside(text: Path) -> dict[str, Path]:
    """The files of a text that no list names, by what stands for their annotators."""
    folder = text.parent.parent / _FILES
    others = [one for one in folder.glob("*.ann") if one.stem == text.stem or one.stem.startswith(f"{text.stem}_")]
    return {one.stem.removeprefix(text.stem).removeprefix("_"): one for one in sorted(others)}


def _read(
    folder: Path, row: Row, text_file: Path, files: dict[str, Path], people: dict[str, str]
) -> Iterator[ExchangedArticle | Unread]:
    if not all(is_inside(one, folder) for one in (text_file, *files.values())):
        yield Unread(row.key, LEADS_OUT)
        return
    try:
        text = _content(text_file).replace("\r\n", "\n")
        contents = {short: _content(file) for short, file in files.items()}
    except UnreadableInput as error:
        yield Unread(row.key, str(error))
        return
    annotations: list[ExchangedAnnotation] = []
    links: list[ExchangedLink] = []
    for short, content in contents.items():
        prefix = f"{short}." if len(files) > 1 else ""
        found = read_attributions(content, text, people.get(short, short), prefix)
        annotations += found[0]
        links += found[1]
        yield from (replace(one, name=f"{row.name}_{short}.ann, {one.name}") for one in found[2])
    article = ExchangedArticle(row.key, text, annotations=tuple(annotations), links=tuple(links))
    yield replace(article, **row.details)


def _content(path: Path) -> str:
    if not path.exists():
        raise UnreadableInput("One of its files is missing; put it there.")
    return decode(content_of(path, LIMITS.article_bytes))[0]
