"""brat's annotation.conf: which labels, relations and attributes there are, so that brat shows and offers them."""

from annotator.core.exchange import ExchangedArticle
from annotator.core.schema import LabelSet

NAME = "annotation.conf"
_ANY = "<ENTITY>"
_OVERLAPS = f"<OVERLAP>\tArg1:{_ANY}, Arg2:{_ANY}, <OVL-TYPE>:<ANY>"
_UNFIT = set(",|:<>[]\t\n ")
_MOST_VALUES = 30
"""An attribute with more is free text, which brat needs no list for."""


class Configuration:
    """What articles use, and what the project's label set offers beside it."""

    def __init__(self, label_set: LabelSet | None) -> None:
        self._labels: dict[str, None] = {}
        self._relations: dict[str, str] = {}
        self._attributes: dict[str, dict[str, None]] = {}
        if label_set:
            self._offer(label_set)

    def take(self, article: ExchangedArticle) -> None:
        """Note what an article uses."""
        for one in article.annotations:
            self._labels.setdefault(one.label)
            for name, value in one.attributes.items():
                values = self._attributes.setdefault(name, {})
                if len(values) <= _MOST_VALUES:
                    values.setdefault(value)
        for link in article.links:
            self._relations.setdefault(link.kind, f"Arg1:{_ANY}, Arg2:{_ANY}")

    def as_text(self) -> str:
        """The file; values with signs that it has a use for itself are left out, brat shows them all the same."""
        attributes = []
        for name, values in sorted(self._attributes.items()):
            plain = [value for value in values if value and not _UNFIT & set(value)]
            plain = plain if len(values) <= _MOST_VALUES else []
            attributes.append(f"{name}\tArg:{_ANY}" + (f", Value:{'|'.join(plain)}" if plain else ""))
        parts: tuple[tuple[str, list[str]], ...] = (
            ("entities", list(self._labels)),
            ("relations", [_OVERLAPS, *(f"{kind}\t{ends}" for kind, ends in self._relations.items())]),
            ("events", []),
            ("attributes", attributes),
        )
        return "\n".join("\n".join([f"[{name}]", *lines, ""]) for name, lines in parts)

    def _offer(self, label_set: LabelSet) -> None:
        self._labels.update(dict.fromkeys(label.key for label in label_set.offered))
        for kind in label_set.relations:
            if not kind.retired:
                ends = ["|".join(labels) or _ANY for labels in (kind.from_labels, kind.to_labels)]
                self._relations[kind.key] = f"Arg1:{ends[0]}, Arg2:{ends[1]}"
        for one in label_set.attributes:
            if one.values and not one.retired:
                self._attributes[one.key] = dict.fromkeys(value.key for value in one.values if not value.retired)
