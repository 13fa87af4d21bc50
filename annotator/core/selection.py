"""What of a project goes out: which articles, whose work, which annotations, and in what units."""

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

ALL, GOLD = "all", "gold"


class Unit(StrEnum):
    """What one entry of a dataset is: an article, a sentence with those around it, or an annotated stretch alone."""

    ARTICLE = "article"
    SENTENCE = "sentence"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Selection:
    """What a person wants exported. Whatever is empty does not narrow.

    `documents`: these articles only, older versions among them (None: all, newest versions only). `reading`: ALL,
    GOLD, or the name of one annotator. `annotators` by name. `states` are those of core/review_states.py. `since` and
    `until` are days of publication (ISO 8601), both included. `attributes`: pairs of key and value, of which an
    annotation must have one for each key that is named, defaults counted. `with_held`: what is withheld, cancelled or
    under an embargo goes out too; `with_off_record`: so does what the label set's rules hold back. `pseudonyms`:
    persons are called by numbers. `negatives`: articles and sentences in which nothing is labelled go out too.
    `unit`, with `context` sentences on each side. `split`: only articles of this part (train, dev, test).
    """

    documents: tuple[UUID, ...] | None = None
    labels: tuple[str, ...] = ()
    reading: str = ALL
    annotators: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    attributes: tuple[tuple[str, str], ...] = field(default=())
    with_held: bool = False
    with_off_record: bool = False
    pseudonyms: bool = False
    negatives: bool = True
    unit: Unit = Unit.ARTICLE
    context: int = 1
    split: str = ""
