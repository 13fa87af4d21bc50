"""brat standoff out and in: a folder with a text and a file of annotations for each article.

Each annotator has a folder, in which the texts lie again, so that brat opens it as it is. What other folders hold is
found by the names of files (see `brat_pairs`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink
from annotator.core.losses import Fitted
from annotator.core.records import Unread
from annotator.core.spans import Span
from annotator.errors import UnreadableInput
from annotator.formats import brat_conf
from annotator.formats.base import WriteOptions
from annotator.formats.brat import NO_LINE, BratFile, BratSpan, fits, read_brat
from annotator.formats.brat_lines import HOLDS, fit_lines, joined, lines_of
from annotator.formats.brat_pairs import ANNOTATIONS, TEXT, Pair, find_pairs
from annotator.formats.decoding import decode
from annotator.formats.exchange import Exchange, head_of
from annotator.formats.folder_files import LEADS_OUT, content_of, is_inside
from annotator.formats.folder_index import (
    DETAILS,
    INDEX,
    FreeNames,
    Listed,
    Part,
    inside,
    read_listed,
    write_listed,
)
from annotator.formats.limits import LIMITS

_LINE = re.compile(rb"\xef?\xbb?\xbf?T\d{1,9}\t\S+ \d+ \d+(;\d+ \d+)*(\t|\r?\n|\Z)")
_LOOKED_AT = 2_000  # files of a folder, to recognise it
_TOLD = 100  # broken lines of one file


class Brat(Exchange):
    """brat standoff (https://brat.nlplab.org/standoff.html)."""

    id = "brat"
    title = "brat standoff"
    extensions = (ANNOTATIONS, TEXT)
    losses = (
        "Sentences, and what was read and holds nothing, are not in it.",
        "Times are not in it, nor who made a link.",
        "The browser part of brat miscounts places behind an emoji (nlplab/brat#1115); the files are right.",
    )
    holds = replace(HOLDS, details=DETAILS)
    is_folder = True

    def fit(self, article: ExchangedArticle, options: WriteOptions) -> Fitted:
        """As Exchange says; lines and people are what brat parts by."""
        return fit_lines(super().fit(article, options))

    def write_articles(self, articles: Iterable[ExchangedArticle], path: Path, options: WriteOptions) -> None:
        """Write two files for each annotator of each article, the configuration and the list of articles."""
        with (path / INDEX).open("wb") as listing:
            writing = _Writing(path, listing, brat_conf.Configuration(options.label_set))
            for article in articles:
                writing.add(article)
        (path / brat_conf.NAME).write_bytes(writing.configuration.as_text().encode())

    def read_articles(self, path: Path) -> Iterator[ExchangedArticle | Unread]:
        """The articles that are listed, then what lies there besides; after each, what of it could not be read.

        Raises UnreadableInput where there is nothing of the kind.
        """
        listed = list(read_listed(path)) if path.is_dir() else []
        known = set[Path]()
        for one in listed:
            files = [_pair_at(path, part) for part in one.parts]
            known |= {pair.annotations for pair in files if pair}
            if not all(files):
                yield Unread(one.key, f"“{INDEX}” names a file outside the folder; it was not read.")
            elif files:
                yield from _read(one, [pair for pair in files if pair])
        pairs, alone = _others(path, bool(listed))
        for group in _articles([pair for pair in pairs if pair.annotations not in known]):
            relative = group[0].text.relative_to(path if path.is_dir() else path.parent)
            yield from _read(Listed(relative.with_suffix("").as_posix(), (), {"file_name": relative.name}), group)
        for file in (one for one in alone if one not in known):
            yield Unread(file.name, _why_alone(file, path if path.is_dir() else path.parent))

    def recognises_annotations(self, path: Path) -> bool:
        """A line of a span, with its places; in a folder, of the first file with annotations that has one."""
        if path.is_dir():
            found = (one for one in islice(path.rglob("*"), _LOOKED_AT) if one.suffix == ANNOTATIONS)
            return any(_is_brat(one) for one in found) or (path / brat_conf.NAME).is_file()
        return _is_brat(path)


@dataclass(slots=True)
class _Writing:
    """A folder that is being written."""

    folder: Path
    listing: BinaryIO
    configuration: brat_conf.Configuration
    # brat's server stops at a name that is not ASCII (nlplab/brat#1308).
    names: FreeNames = field(default_factory=partial(FreeNames, ascii_only=True))
    people: FreeNames = field(default_factory=partial(FreeNames, ascii_only=True))
    folders: dict[str, str] = field(default_factory=lambda: {"": ""})

    def add(self, article: ExchangedArticle) -> None:
        """Write an article: one text and one file for each who has worked on it, at least one."""
        name = self.names.take(article.title, article.file_name.rpartition(".")[0] or article.key)
        parts = []
        for annotator in sorted({one.annotator for one in article.annotations}) or [""]:
            folder = self._folder_of(annotator)
            parts.append(Part(f"{folder}{name}{ANNOTATIONS}", annotator))
            own = [one for one in article.annotations if one.annotator == annotator]
            lines = "".join(lines_of(article, own, article.links))
            (self.folder / f"{folder}{name}{ANNOTATIONS}").write_bytes(lines.encode())
            (self.folder / f"{folder}{name}{TEXT}").write_bytes(_bytes_of(article.text))
        self.configuration.take(article)
        write_listed(article, parts, self.listing)

    def _folder_of(self, annotator: str) -> str:
        if annotator not in self.folders:
            name = self.people.take(annotator, "annotator")
            (self.folder / name).mkdir()
            self.folders[annotator] = f"{name}/"
        return self.folders[annotator]


def _bytes_of(text: str) -> bytes:
    """UTF-8; a text that begins with what looks like a byte-order mark gets one before it."""
    return text.encode("utf-8-sig" if text.startswith("\ufeff") else "utf-8")


def _is_brat(path: Path) -> bool:
    lines = head_of(path).splitlines(keepends=True)
    return any(_LINE.match(line) for line in lines[:200])


def _pair_at(folder: Path, part: Part) -> Pair | None:
    file = inside(folder, part.path)
    if not file or file.suffix != ANNOTATIONS or not inside(folder, str(PurePosixPath(part.path).with_suffix(TEXT))):
        return None
    return Pair(file.with_suffix(TEXT), file, part.annotator)


def _why_alone(file: Path, folder: Path) -> str:
    if not is_inside(file, folder):
        return LEADS_OUT
    if file.with_suffix(TEXT).is_symlink():
        return "Its text is a link that leads out of the folder; put the text itself there."
    return "There is no text of this name beside it; put it there."


def _others(path: Path, has_list: bool) -> tuple[list[Pair], list[Path]]:
    """All pairs that are there; a folder of an export of nothing has none."""
    if has_list or (path / INDEX).is_file():
        with suppress(UnreadableInput):
            return find_pairs(path)
        return [], []
    return find_pairs(path)


def _articles(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """The pairs of one article after the other: texts of the same name that are the same."""
    groups: dict[tuple[str, bytes], list[Pair]] = {}
    for pair in pairs:
        try:
            content = sha256(content_of(pair.text, LIMITS.article_bytes)).digest()
        except UnreadableInput:
            content = str(pair.text).encode()
        groups.setdefault((pair.text.name, content), []).append(pair)
    yield from groups.values()


def _read(listed: Listed, pairs: Sequence[Pair]) -> Iterator[ExchangedArticle | Unread]:
    try:
        raw = _text(pairs[0].text)
        texts = {pair.text: _text(pair.text) for pair in pairs[1:]}
        files = [read_brat(_text(pair.annotations)) for pair in pairs]
    except UnreadableInput as error:
        yield Unread(listed.key, str(error))
        return
    if any(text != raw for text in texts.values()):
        yield Unread(listed.key, "Its texts in the folders of its annotators differ; keep the one that is right.")
        return
    text, places = _counted(raw, files)
    annotations: list[ExchangedAnnotation] = []
    links: list[ExchangedLink] = []
    for number, (pair, file) in enumerate(zip(pairs, files, strict=True)):
        prefix = f"{number + 1}." if len(pairs) > 1 else ""
        annotations += [_annotation(one, file, text, places, prefix, pair.annotator) for one in file.spans]
        there = {one.key for one in file.spans}
        whole = [one for one in file.relations if one.from_id in there and one.to_id in there]
        links += [ExchangedLink(one.kind, prefix + one.from_id, prefix + one.to_id) for one in whole]
        if lost := len(file.relations) - len(whole):
            file.unread["relations with an end that is not in the file"] += lost
    article = ExchangedArticle(listed.key, text, annotations=tuple(annotations), links=tuple(links))
    yield replace(article, **listed.details)
    for pair, file in zip(pairs, files, strict=True):
        yield from _left_out(pair.annotations.name, file)


def _text(path: Path) -> str:
    if not path.exists():
        raise UnreadableInput("One of its files is missing; put it there.")
    return decode(content_of(path, LIMITS.article_bytes))[0]


def _counted(raw: str, files: Sequence[BratFile]) -> tuple[str, list[int]]:
    """The text with its lines ended by a line feed, and where its places are when carriage returns were counted."""
    text = raw.replace("\r\n", "\n")
    spans = [one for file in files for one in file.spans]
    if text == raw or sum(fits(one, text) for one in spans) >= sum(fits(one, raw) for one in spans):
        return text, []
    places, at = [], 0
    for number, character in enumerate(raw):
        places.append(at)
        at += not (character == "\r" and raw[number + 1 : number + 2] == "\n")
    return text, [*places, at]


def _annotation(
    one: BratSpan, file: BratFile, text: str, places: Sequence[int], prefix: str, annotator: str
) -> ExchangedAnnotation:
    segments = one.segments
    if places:
        last = len(places) - 1
        segments = tuple(Span(places[min(start, last)], places[min(end, last)]) for start, end in segments)
    covered = one.covered
    is_there = fits(replace(one, segments=segments), text)
    return ExchangedAnnotation(
        key=prefix + one.key,
        label=one.label,
        segments=joined(text, segments) if is_there else segments,
        attributes=file.attributes.get(one.key, {}),
        note=file.notes.get(one.key, ""),
        annotator=annotator,
        texts=() if is_there or not covered else (covered,) + ("",) * (len(segments) - 1),
    )


def _left_out(name: str, file: BratFile) -> Iterator[Unread]:
    for kind, number in sorted(file.unread.items()):
        yield Unread(name, f"{number:,} × {kind}: they have no place here and were left out.")
    for number in file.broken[:_TOLD]:
        yield Unread(f"{name}, line {number}", NO_LINE)
    if len(file.broken) > _TOLD:
        yield Unread(name, f"{len(file.broken) - _TOLD:,} more lines are no lines of brat and were left out.")
