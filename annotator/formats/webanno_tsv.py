"""WebAnno TSV 3.3 out and in: a folder with a file an article, as INCEpTION and WebAnno read and write them.

Types and features are those of our UIMA files: INCEpTION needs a span layer custom.Span with the features that the
head of a file names, and a relation layer custom.Relation on it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from annotator.core.exchange import ExchangedArticle
from annotator.core.losses import Fitted, Holds, Reach, Values
from annotator.core.records import Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import WriteOptions
from annotator.formats.decoding import decode
from annotator.formats.exchange import Exchange, head_of
from annotator.formats.folder_files import content_of
from annotator.formats.folder_index import DETAILS, INDEX, FreeNames, Listed, Part, inside, read_listed, write_listed
from annotator.formats.webanno_reading import FORMAT, read_table
from annotator.formats.webanno_spans import Spans
from annotator.formats.webanno_writing import fit_rows, text_of

_ENDING = ".tsv"
_PROJECT_FOLDERS = ("annotation", "curation")
_NOBODY = ("INITIAL_CAS", "CURATION_USER")


class WebannoTsv(Exchange):
    """WebAnno TSV 3.3."""

    id = "webanno-tsv"
    title = "WebAnno TSV 3.3"
    extensions = (_ENDING,)
    losses = (
        "What was read and holds nothing is not in it.",
        "Attributes are words in it; a sentence has the white space behind it, so that none is lost.",
    )
    holds = Holds(
        details=DETAILS | {"sentences"},
        keys=True,
        pieces=True,
        attributes=Values.WORDS,
        notes=True,
        annotators=True,
        link_annotators=True,
        times=True,
        links=Reach.ARTICLE,
    )
    is_folder = True
    lasting_keys = True

    def fit(self, article: ExchangedArticle, options: WriteOptions) -> Fitted:
        """As Exchange says; tokens are all that it labels."""
        return fit_rows(super().fit(article, options))

    def write_articles(self, articles: Iterable[ExchangedArticle], path: Path, options: WriteOptions) -> None:
        """Write a file an article, and the list of articles."""
        names = FreeNames()
        with (path / INDEX).open("wb") as listing:
            for article in articles:
                name = names.take(article.title, article.file_name.rpartition(".")[0] or article.key) + _ENDING
                with (path / name).open("w", encoding="utf-8", newline="\n") as stream:
                    stream.writelines(text_of(article))
                write_listed(article, [Part(name)], listing)

    def read_articles(self, path: Path) -> Iterator[ExchangedArticle | Unread]:
        """The articles that are listed, then the other files of this kind below a folder, or the one file.

        Raises UnreadableInput where there is none.
        """
        if not path.is_dir():
            yield from _read(path, Listed(path.stem, (), {"file_name": path.name}), "")
            return
        known = set[Path]()
        for listed in read_listed(path):
            for part in listed.parts:
                file = inside(path, part.path)
                if file is None or not file.is_file():
                    yield Unread(listed.key, f"“{part.path}” is not in the folder; put it there.")
                    continue
                known.add(file)
                yield from _told(file, listed, "")
        others = [file for file in sorted(path.rglob(f"*{_ENDING}")) if file not in known and _is_webanno(file)]
        if not others and not known and not (path / INDEX).is_file():
            raise UnreadableInput(f"There are no files of WebAnno TSV (“{_ENDING}”) in “{path}”.")
        for file in others:
            yield from _told(file, *_guessed(file, path))

    def recognises_annotations(self, path: Path) -> bool:
        """The first line says it; in a folder, that of any file with this ending."""
        if path.is_dir():
            return any(_is_webanno(file) for file in path.rglob(f"*{_ENDING}"))
        return _is_webanno(path)


def _is_webanno(path: Path) -> bool:
    return head_of(path).removeprefix(b"\xef\xbb\xbf").startswith(FORMAT.encode())


def _guessed(file: Path, folder: Path) -> tuple[Listed, str]:
    """What the place of a file says: a project of INCEpTION has a folder a document, a file an annotator in it."""
    key = file.relative_to(folder).with_suffix("").as_posix()
    if file.parent.parent.name in _PROJECT_FOLDERS:
        annotator = "" if file.stem in _NOBODY else file.stem
        return Listed(key, (), {"file_name": file.parent.name}), annotator
    return Listed(key, (), {"file_name": file.name}), ""


def _told(file: Path, listed: Listed, annotator: str) -> Iterator[ExchangedArticle | Unread]:
    try:
        yield from _read(file, listed, annotator)
    except UnreadableInput as error:
        yield Unread(file.name, str(error))


def _read(file: Path, listed: Listed, annotator: str) -> Iterator[ExchangedArticle | Unread]:
    table = read_table(decode(content_of(file))[0], file.name)
    spans = Spans(table, annotator)
    annotations = spans.annotations()
    article = ExchangedArticle(listed.key, table.text, annotations=annotations, links=tuple(spans.links()))
    yield replace(article, sentences=table.sentence_spans(), **listed.details)
    yield from table.left_out(file.name)
