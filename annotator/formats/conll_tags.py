"""Tags that say of each word whether a label begins, goes on or ends there: IOB2 and BILOU out, any of their kin in."""

import re
from collections.abc import Iterator, Sequence

Tagged = tuple[int, int, str]
"""A label on the words of a sentence from the first up to, not including, the second number."""

NONE = "O"
TAG = re.compile(r"O|[BIMELSU]-\S+")
LASTS = re.compile(r"[LUES]-\S+")
"""Tags that say where a label ends, which IOB2 leaves open."""
_BEGINS, _ENDS = "BSU", "ELSU"


def iob2(length: int, label: str) -> list[str]:
    """The tags of a label on so many words."""
    return [f"B-{label}", *[f"I-{label}"] * (length - 1)]


def bilou(length: int, label: str) -> list[str]:
    """The same where the last word, and a word alone, have tags of their own."""
    return [f"U-{label}"] if length == 1 else [f"B-{label}", *[f"I-{label}"] * (length - 2), f"L-{label}"]


def labels_in(tags: Sequence[str]) -> Iterator[Tagged]:
    """The labels of a sentence. IOB1, IOB2, BIOES, BILOU and mixtures of them: what goes on with nothing begins."""
    start, label = 0, ""
    for at, tag in enumerate(tags):
        prefix, _, name = tag.partition("-")
        if label and (tag == NONE or prefix in _BEGINS or name != label):
            yield start, at, label
            label = ""
        if tag == NONE:
            continue
        if not label:
            start, label = at, name
        if prefix in _ENDS:
            yield start, at + 1, label
            label = ""
    if label:
        yield start, len(tags), label
