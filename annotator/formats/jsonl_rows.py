"""What a line has beside the dataset where everything goes out: all that makes the same project of it again.

`cut` has what of the frozen text is not in `text`, `rows` the facts that the project holds of the article, table by
table, `older` its older versions, each with text and rows; the first line says in `project` what is no article's.
"""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from annotator.core.damage import Damaged
from annotator.core.spans import Span
from annotator.formats.jsonl_lines import SCHEMA
from annotator.formats.jsonl_reader import lines_of

CUT, ROWS, OLDER, PROJECT = "cut", "rows", "older", "project"


def cut_pieces(text: str, kept: Sequence[Span]) -> list[dict[str, Any]]:
    """What of a frozen text is not kept: where it begins there, and its words."""
    ends = [0, *(end for _, end in kept)]
    starts = [*(start for start, _ in kept), len(text)]
    gaps = zip(ends, starts, strict=True)
    return [{"start": start, "text": text[start:end]} for start, end in gaps if start < end]


def frozen_text(line: Mapping[str, Any]) -> str:
    """The frozen text of a line that has everything. Raises Damaged where its pieces do not make the one it names.

    It is the text with the SHA-256 of the article's row.
    """
    text, pieces = line["text"], []
    for one in line[CUT]:
        pieces.append((one["start"], one["text"]))
    done = 0
    for start, end in line["kept"]:
        pieces.append((start, text[done : done + end - start]))
        done += end - start
    frozen = "".join(words for _, words in sorted(pieces)) if line[CUT] else text
    if done != len(text) or sha256_of(frozen) != line[ROWS]["document"][0]["text_sha256"]:
        raise Damaged("its text is not the one that it names")
    return frozen


def sha256_of(text: str) -> str:
    """The name of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def has_everything(path: Path) -> bool:
    """True when the first line of a file says what a project is made of again. Raises UnreadableInput."""
    for _, line in lines_of(path):
        return line is not None and line.get("schema") == SCHEMA and ROWS in line and PROJECT in line
    return False
