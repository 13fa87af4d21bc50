"""Words in columns, a line a word, a blank line between sentences: CoNLL-2003, IOB2 and BILOU, out and in.

The last column says what a word is labelled with. All three read each other's files, IOB1, BIOES and the head with
three fields that Label Studio writes. A file holds one layer: of labels over each other, the outermost or innermost; a
folder holds a file a label (conll_layers.py).
"""

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle
from annotator.core.losses import Fitted, Flat, Holds
from annotator.core.records import Unread
from annotator.core.spans import Span
from annotator.errors import UnreadableInput
from annotator.formats.base import WriteOptions
from annotator.formats.conll_layers import layers_in, read_layers, write_layers
from annotator.formats.conll_laying import fit_words, lay
from annotator.formats.conll_tags import LASTS, NONE, TAG, bilou, iob2, labels_in
from annotator.formats.exchange import HEAD, Exchange, head_of
from annotator.formats.limits import LIMITS, megabytes

_ARTICLE = "-DOCSTART-"
_LINE = 1 << 22  # bytes of a word and its tag: a text without spaces may be one
_MOST_COLUMNS = 20
_TOLD = 100  # lines that are no words, of one file


class Columns(Exchange):
    """What the three have in common; `between` stands between a word and its tag."""

    extensions: tuple[str, ...] = (".conll",)
    losses = (
        "Words and marks are in it, and sentences: no title, no language, no white space as it was.",
        "Of labels over each other, the outermost or the innermost is in it; or all, in a folder with a file a label.",
        "What was read and holds nothing is not told from what nobody has read.",
    )
    holds = Holds(details=frozenset({"sentences"}), overlaps=False)
    between = " "

    def fit(self, article: ExchangedArticle, options: WriteOptions) -> Fitted:
        """As Exchange says; the text becomes what its words give."""
        return fit_words(super().fit(article, options), self.title)

    def write_articles(self, articles: Iterable[ExchangedArticle], path: Path, options: WriteOptions) -> None:
        """Write the words of each article behind a line that begins it; into a folder, once for each label."""
        if self.makes_folder(options):
            write_layers(articles, path, self.extensions[0], self._lines)
            return
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            for article in articles:
                stream.writelines(self._lines(article))

    def read_articles(self, path: Path) -> Iterator[ExchangedArticle | Unread]:
        """Read line by line, one article after the other; a line that is no word and tag is told by its number.

        The files of a folder are layers of the same articles. Raises UnreadableInput for what has nothing else.
        """
        return read_layers(path, _of_file) if path.is_dir() else _of_file(path)

    def recognises_annotations(self, path: Path) -> bool:
        """All its first lines, in a folder those of each file, are words with tags, in as many columns as this has."""
        files = layers_in(path) if path.is_dir() else [path]
        heads = [_first_rows(head_of(file)) for file in files]
        rows = [row for head in heads for row in head]
        return all(heads) and bool(rows) and all(TAG.fullmatch(row[-1]) for row in rows) and self._is_of(rows)

    def makes_folder(self, options: WriteOptions) -> bool:
        """A folder where each label has a file of its own."""
        return options.flat is Flat.LAYERS

    @abstractmethod
    def _is_of(self, rows: list[list[str]]) -> bool:
        """Whether rows of words and tags are as this one writes them, and no other of the three."""

    def _tags(self, length: int, label: str) -> list[str]:
        """The tags of a label on so many words."""
        return iob2(length, label)

    def _lines(self, article: ExchangedArticle) -> Iterator[str]:
        tags = dict[int, str]()
        for one in article.annotations:
            start, end = one.extent
            words = article.text[start:end].split(" ")
            for word, tag in zip(words, self._tags(len(words), one.label), strict=True):
                tags[start] = tag
                start += len(word) + 1
        yield f"{_ARTICLE}{self.between}{NONE}\n\n"
        at = 0
        for line in article.text.split("\n") if article.text else ():
            for word in line.split(" "):
                yield f"{word}{self.between}{tags.get(at, NONE)}\n"
                at += len(word) + 1
            yield "\n"


class Conll2003(Columns):
    """Four columns, the two in the middle empty."""

    id = "conll2003"
    title = "CoNLL-2003"
    between = " -X- -X- "

    def _is_of(self, rows: list[list[str]]) -> bool:
        return len(rows[0]) > 2


class Iob2(Columns):
    """Two columns; a label begins with B and goes on with I."""

    id = "iob2"
    title = "IOB2"
    extensions = (".iob", ".iob2")

    def _is_of(self, rows: list[list[str]]) -> bool:
        return len(rows[0]) == 2 and not any(LASTS.fullmatch(row[-1]) for row in rows)


class Bilou(Columns):
    """Two columns; the last word of a label has L, one alone U."""

    id = "bilou"
    title = "BILOU"
    extensions = (".bilou",)

    def _is_of(self, rows: list[list[str]]) -> bool:
        return len(rows[0]) == 2 and any(LASTS.fullmatch(row[-1]) for row in rows)

    def _tags(self, length: int, label: str) -> list[str]:
        return bilou(length, label)


@dataclass(slots=True)
class _Article:
    """An article as its lines come."""

    number: int
    sentences: list[list[tuple[str, str]]] = field(default_factory=lambda: [[]])
    size: int = 0

    def take(self, row: list[str]) -> None:
        self.sentences[-1].append((row[0], row[-1]))
        self.size += len(row[0]) + 1

    def end_sentence(self) -> None:
        if self.sentences[-1]:
            self.sentences.append([])

    def done(self) -> ExchangedArticle:
        sentences = [rows for rows in self.sentences if rows]
        laid = lay([[word for word, _ in rows] for rows in sentences])
        annotations: list[ExchangedAnnotation] = []
        for rows, places in zip(sentences, laid.places, strict=True):
            for first, end, label in labels_in([tag for _, tag in rows]):
                place = Span(places[first].start_char, places[end - 1].end_char)
                annotations.append(ExchangedAnnotation(str(len(annotations) + 1), label, (place,)))
        return ExchangedArticle(str(self.number), laid.text, sentences=laid.sentences, annotations=tuple(annotations))


class _Reading:
    """A file as its lines come."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._article: _Article | None = None
        self._begun = self._broken = 0

    def take(self, number: int, row: list[str]) -> Iterator[ExchangedArticle | Unread]:
        """Take a line in; gives the article that it ends, or says that it is none."""
        if row and row[0] == _ARTICLE:
            yield from self.end()
            self._begin()
        elif not row:
            if self._article:
                self._article.end_sentence()
        elif len(row) > 1 and TAG.fullmatch(row[-1]):
            article = self._article or self._begin()
            article.take(row)
            _refuse_long(article, self._name)
        elif not row[0].startswith("#"):
            self._broken += 1
            if self._broken > _TOLD or self._article is None:
                raise UnreadableInput(f"Line {number} of “{self._name}” is no word with a tag; it is another file.")
            yield Unread(f"line {number}", "It is no word with a tag and was left out.")

    def end(self) -> Iterator[ExchangedArticle]:
        """The article that was being read, if there is one."""
        if self._article:
            yield self._article.done()

    def _begin(self) -> _Article:
        self._begun += 1
        self._article = _Article(self._begun)
        return self._article


def _read(stream: BinaryIO, name: str) -> Iterator[ExchangedArticle | Unread]:
    reading = _Reading(name)
    number = 0
    while line := stream.readline(_LINE):
        number += 1
        yield from reading.take(number, _row(_decoded(line, number, name)))
    yield from reading.end()


def _decoded(line: bytes, number: int, name: str) -> str:
    if len(line) == _LINE:
        raise UnreadableInput(f"Line {number} of “{name}” is longer than any word; it is no file of words in columns.")
    try:
        return line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"Line {number} of “{name}” is not UTF-8; save the file as UTF-8.") from error


def _refuse_long(article: _Article, name: str) -> None:
    if article.size > LIMITS.article_bytes:
        most = megabytes(LIMITS.article_bytes)
        raise UnreadableInput(f"An article in “{name}” is longer than {most}, which is the limit; split it.")


def _of_file(path: Path) -> Iterator[ExchangedArticle | Unread]:
    try:
        with path.open("rb") as stream:
            yield from _read(stream, path.name)
    except OSError as error:
        raise UnreadableInput(f"“{path.name}” cannot be opened: {error.strerror or error}.") from error


def _row(line: str) -> list[str]:
    """The cells of a line: by tabs where it has some, else by spaces; none for a blank one. A U+FEFF can be a word."""
    line = line.strip(" \r\n")
    if "\t" in line:
        return [cell.strip() for cell in line.split("\t") if cell.strip()]
    return [cell for cell in line.split(" ", _MOST_COLUMNS) if cell]


def _first_rows(head: bytes) -> list[list[str]]:
    """The rows of a file's beginning that are words; none where a line is something else."""
    lines = head.split(b"\n")
    if len(head) == HEAD:
        lines.pop()  # which may be cut
    try:
        texts = [line.decode("utf-8-sig" if not at else "utf-8") for at, line in enumerate(lines)]
    except UnicodeDecodeError:
        return []
    rows = [row for row in map(_row, texts) if row and row[0] != _ARTICLE]
    rows = [row for row in rows if TAG.fullmatch(row[-1]) or not row[0].startswith("#")]
    return rows if all(len(row) > 1 for row in rows) else []
