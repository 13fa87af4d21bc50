"""Which column gives what, remembered for tables with the same headings."""

from collections.abc import Mapping, Sequence

from annotator.formats.columns import headings_key

_TABLES = 100

Remembered = dict[str, dict[str, str]]
"""As the settings keep it: key of the headings -> field -> heading."""


def columns_for(kept: Mapping[str, Mapping[str, str]], headings: Sequence[str]) -> dict[str, str]:
    """What was chosen for these headings; empty when nothing was, or when it no longer fits."""
    columns = dict(kept.get(headings_key(headings), {}))
    return columns if "text" in columns and set(columns.values()) <= set(headings) else {}


def remember(kept: Mapping[str, Mapping[str, str]], headings: Sequence[str], columns: Mapping[str, str]) -> Remembered:
    """What is kept, with this choice as its newest; of very many the oldest are forgotten."""
    key = headings_key(headings)
    others = [(known, dict(chosen)) for known, chosen in kept.items() if known != key]
    return dict([*others[-(_TABLES - 1) :], (key, dict(columns))])


def forget(kept: Mapping[str, Mapping[str, str]], headings: Sequence[str]) -> Remembered:
    """What is kept, without a choice for these headings."""
    key = headings_key(headings)
    return {known: dict(chosen) for known, chosen in kept.items() if known != key}
