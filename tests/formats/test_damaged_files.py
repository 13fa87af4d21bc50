"""Annotations in files that broke, or that somebody broke: articles, what cannot be read, or a plain refusal."""

import io
import json
import os
import random
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from annotator import formats
from annotator.core.exchange import ExchangedArticle, unfaithful
from annotator.core.foreign_places import normalised
from annotator.core.records import Unread
from annotator.errors import UnreadableInput
from annotator.formats.exchange import AnnotationReader
from tests.formats.write_golden import EXCHANGES, FILES, GOLDEN, SHEETS

CASES = 12
"""For each file. Tens of thousands were tried when this was written; these are enough to see that it still holds."""
NAMES = [name for name, *_ in (*EXCHANGES, *FILES, *SHEETS) if name not in ("codebook.qdc", "claimreview.jsonld")]
_ODD: tuple[Any, ...] = (
    None, True, 0, -1, 2**31, 10**30, 1.5, float("nan"), "", "x", "\ud83d", "\0", "15", [], [[]], [[1, 2, "x"]], {},
    {"start": 1}, {"id": 1}, "9" * 30, "2026-13-99",
)  # fmt: skip
_MARKS = (
    b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"<", b"]]>", b"&a;", b"\r\n", b"\n\n", b"\t", b'"', b"{", b"[" * 3000,
    b"\x80" * 9, b"-1", b"9" * 20, b"\xc3", b"\\ud83d", "\u2028".encode(), b"|", b"[1]", b"*", b"\\",
    b'<?xml version="1.0" encoding="UTF0"?>',
)  # fmt: skip


def damaged(content: bytes, dice: random.Random) -> bytes:
    """A file's bytes with one thing wrong; of a ZIP, mostly in one of its files."""
    if content.startswith(b"PK") and dice.random() < 0.8:
        return _repacked(content, dice)
    if content[:1] in (b"{", b"[") and dice.random() < 0.6:
        lines = content.split(b"\n")
        at = dice.randrange(len(lines))
        with suppress(ValueError):  # a line that is no value by itself
            lines[at] = _other_json(json.loads(lines[at]), dice)
            return b"\n".join(lines)
        with suppress(ValueError):
            return _other_json(json.loads(content), dice)
    return dice.choice((_cut, _flipped, _line_moved, _marked, _counted_wrong, _in_other_codec, _doubled))(content, dice)


def _cut(content: bytes, dice: random.Random) -> bytes:
    return content[: dice.randrange(len(content) + 1)]


def _flipped(content: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(max(len(content), 1))
    return content[:at] + bytes([content[at] ^ (1 << dice.randrange(8))]) + content[at + 1 :] if content else b"\0"


def _line_moved(content: bytes, dice: random.Random) -> bytes:
    lines = content.split(b"\n")
    line = lines.pop(dice.randrange(len(lines)))
    for _ in range(dice.choice((0, 1, 2))):
        lines.insert(dice.randrange(len(lines) + 1), line)
    return b"\n".join(lines)


def _marked(content: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(content) + 1)
    return content[:at] + dice.choice(_MARKS) + content[at + dice.choice((0, 1, 8, 200)) :]


def _counted_wrong(content: bytes, dice: random.Random) -> bytes:
    numbers = list(re.finditer(rb"\d+", content))
    if not numbers:
        return content
    found = dice.choice(numbers)
    number = dice.choice((int(found[0][:15]) + 1, -1, 0, 2**31, 2**63, 10**30))
    return content[: found.start()] + str(number).encode() + content[found.end() :]


def _in_other_codec(content: bytes, dice: random.Random) -> bytes:
    codec = dice.choice(("utf-16", "latin-1", "utf-32", "utf-8-sig"))
    return content.decode("utf-8", "replace").encode(codec, "replace")


def _doubled(content: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(len(content) + 1)
    return content[:start] + content[start : start + 60] * dice.choice((2, 50)) + content[start:]


def _repacked(content: bytes, dice: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = dice.choice(list(members))
    member = members.pop(name)
    way = dice.randrange(5)
    if way == 0:
        members[dice.choice(("../x", "/etc/x", "C:\\x", f"{name}/", "x" * 300, name.upper()))] = member
    elif way > 1:
        members[name] = damaged(member, dice)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, part in members.items():
            archive.writestr(one, part)
    return target.getvalue()


def _other_json(tree: Any, dice: random.Random) -> bytes:
    """A tree with a value that is gone, of another kind, doubled, or under another name."""
    places = list(_places(tree))
    if places:
        parent, at = dice.choice(places)
        way = dice.randrange(5)
        if way == 0:
            del parent[at]
        elif way == 1 and isinstance(parent, list):
            parent.append(parent[at])
        elif way == 2 and isinstance(parent, dict):
            parent[dice.choice(("id", "text", "start", "label", "type"))] = parent.pop(at)
        else:
            parent[at] = dice.choice(_ODD)
    return json.dumps(tree, ensure_ascii=dice.random() < 0.5).encode("utf-8", "surrogatepass")


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    inner = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for at, value in inner:
        yield tree, at
        yield from _places(value)


def read(reader: AnnotationReader, path: Path) -> list[ExchangedArticle]:
    """What a reader makes of a file, each thing as it has to be; nothing but UnreadableInput is raised."""
    articles = []
    try:
        for found in reader.read_articles(path):
            if isinstance(found, Unread):
                f"{found.name}: {found.reason}".encode()
                continue
            articles.append(normalised(found))
    except UnreadableInput as error:
        str(error).encode()
    for article in articles:
        assert len({one.key for one in article.annotations}) == len(article.annotations)
        json.dumps([dict(one.attributes) for one in article.annotations])
        repr(article).encode()
        wrong = unfaithful(article)
        assert wrong is None or wrong in article.annotations  # and the import names it
    return articles


@pytest.mark.parametrize("name", NAMES)
def test_what_is_damaged_is_read_or_refused(name: str, tmp_path: Path) -> None:
    dice = random.Random(name)  # the same files each time
    good = GOLDEN / name
    reader = next(one for one in formats.annotation_readers() if one.recognises_annotations(good))
    for number in range(CASES):
        path = tmp_path / str(number) / name
        (shutil.copytree if good.is_dir() else _copied)(good, path)
        files = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
        broken = dice.choice(files)
        broken.write_bytes(damaged(broken.read_bytes(), dice))
        for other in formats.annotation_readers():
            other.recognises_annotations(path)
        read(reader, path)


def _copied(good: Path, path: Path) -> None:
    path.parent.mkdir()
    shutil.copyfile(good, path)


def _piped(file: Path) -> None:
    os.mkfifo(file)


def _looped(file: Path) -> None:
    file.symlink_to(file.name)


def _endless(file: Path) -> None:
    file.symlink_to("/dev/zero")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such files")
@pytest.mark.parametrize("put", [_piped, _looped, _endless, Path.mkdir])
@pytest.mark.parametrize("name", ["brat", "attribution", "webanno-tsv", "uima-xmi", "uima-json", "dataset"])
def test_what_is_no_file_in_a_folder_is_told(name: str, put: Callable[[Path], None], tmp_path: Path) -> None:
    path = tmp_path / name
    shutil.copytree(GOLDEN / name, path)
    ending = {"uima-xmi": ".xmi", "uima-json": ".json", "webanno-tsv": ".tsv", "dataset": ".jsonl"}.get(name, ".txt")
    file = next(one for one in sorted(path.rglob(f"*{ending}")) if one.name != "articles.jsonl")
    reader = next(one for one in formats.annotation_readers() if one.recognises_annotations(path))
    file.unlink()
    put(file)
    for other in formats.annotation_readers():
        other.recognises_annotations(path)
    assert read(reader, path) == []


@pytest.mark.parametrize("name", ["brat", "labelstudio.json", "w3c.jsonld", "dataset"])
def test_words_that_are_not_at_their_place_are_found_again_or_told(name: str, tmp_path: Path) -> None:
    """Files that tell the words of their annotations: a text with more before them moves every place."""
    path = tmp_path / name
    (shutil.copytree if (GOLDEN / name).is_dir() else shutil.copyfile)(GOLDEN / name, path)
    changed = 0
    for file in path.rglob("*") if path.is_dir() else [path]:
        if file.is_file() and b"Kata Menteri: " in (content := file.read_bytes()):
            file.write_bytes(content.replace(b"Kata Menteri: ", b"Kata Menteri itu: "))
            changed += 1
    assert changed
    reader = next(one for one in formats.annotation_readers() if one.recognises_annotations(path))
    (article,) = read(reader, path)
    words = {"".join(article.text[start:end] for start, end in one.segments) for one in article.annotations}
    right = {'"Harga beras turun."', "Harga beras turun", "Pedagang membantah"}
    assert words == right or unfaithful(article) is not None
