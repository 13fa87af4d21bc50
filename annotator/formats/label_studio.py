"""Label Studio's JSON: a list of tasks, each an article with an entry for every annotator.

Places are code points, end excluded. A region has its label, its attributes and its note as results under one id; what
is said of the article is the task's data. The annotator's name lies in each region's `meta`, which the tool keeps: it
knows its own users alone, and refuses a whole file that names another one where it has its annotators itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle
from annotator.core.losses import Fitted, Holds, Reach, Values
from annotator.core.records import Unread
from annotator.formats.annotators_apart import by_annotator, one_annotator_a_link
from annotator.formats.base import WriteOptions
from annotator.formats.exchange import Exchange
from annotator.formats.foreign_details import DETAILS, details_of
from annotator.formats.json_entries import entries_of, first_of
from annotator.formats.label_studio_config import LABEL, NOTE, TEXT, choices_of, config_of, control_of
from annotator.formats.label_studio_reading import RESULTS, articles_of, is_flat

_CONFIG = "-config.xml"
_Choices = Mapping[str, tuple[str, ...]]
"""The attributes that have choices, and which."""


class LabelStudio(Exchange):
    """A list of tasks, and the labelling configuration beside it. Regions keep their ids in the tool."""

    id = "labelstudio"
    title = "Label Studio (JSON)"
    extensions = (".json",)
    losses = (
        "Sentences, and what was read and holds nothing, are not in it.",
        "When an annotation was made, and who made a link, is not in it.",
    )
    holds = Holds(details=frozenset(DETAILS), attributes=Values.WORDS, notes=True, annotators=True, links=Reach.ARTICLE)
    lasting_keys = True

    def fit(self, article: ExchangedArticle, options: WriteOptions) -> Fitted:
        """The same, without links between annotations of two people: each has an entry, and a link stays in one."""
        return one_annotator_a_link(super().fit(article, options), self.title)

    def companions(self, options: WriteOptions) -> Mapping[str, bytes]:
        """The configuration for a project that the tasks are imported into."""
        return {_CONFIG: config_of(options.label_set)} if options.label_set else {}

    def write_articles(self, articles: Iterable[ExchangedArticle], path: Path, options: WriteOptions) -> None:
        """Write a task a line, all of them one list."""
        attributes = options.label_set.attributes if options.label_set else ()
        choices = {one.key: choices_of(one) for one in attributes}
        with path.open("wb") as stream:
            before = b"[\n"
            for number, article in enumerate(articles, 1):
                stream.write(before + orjson.dumps(_task(number, article, choices)))
                before = b",\n"
            stream.write(b"[]\n" if before == b"[\n" else b"\n]\n")

    def read_articles(self, path: Path) -> Iterator[ExchangedArticle | Unread]:
        """Read task by task; what cannot be taken is told by its task's number."""
        for found in entries_of(path):
            if isinstance(found, Unread):
                yield found
            else:
                yield from articles_of(found)

    def recognises_annotations(self, path: Path) -> bool:
        """Its first entry is a task with data and results, or one of the tool's short export."""
        said = first_of(path, entries_of(path))
        with_results = isinstance(said.get("data"), dict) and any(isinstance(said.get(one), list) for one in RESULTS)
        return with_results or is_flat(said)


def _task(number: int, article: ExchangedArticle, choices: _Choices) -> dict[str, Any]:
    entries = [_Entry(article, name, choices).as_fields(own) for name, own in by_annotator(article).items()]
    data = {"text": article.text, "id": article.key, **details_of(article)}
    return {"id": number, "data": data, "annotations": entries}


@dataclass(frozen=True, slots=True)
class _Entry:
    """What one annotator says of an article."""

    article: ExchangedArticle
    annotator: str
    choices: _Choices

    def as_fields(self, annotations: list[ExchangedAnnotation]) -> dict[str, Any]:
        results = [result for one in annotations for result in self._results(one)]
        here = {one.key for one in annotations}
        results += [
            {
                "type": "relation",
                "from_id": one.from_key,
                "to_id": one.to_key,
                "direction": "right",
                "labels": [one.kind],
            }
            for one in self.article.links
            if one.from_key in here
        ]
        return {"was_cancelled": False, "ground_truth": False, "result": results}  # taken for the truth otherwise

    def _results(self, one: ExchangedAnnotation) -> Iterator[dict[str, Any]]:
        start, end = one.extent
        place = {"start": start, "end": end}
        words = self.article.text[start:end]
        yield {
            "id": one.key,
            **_control(LABEL, "labels"),
            "value": place | {"text": words, "labels": [one.label]},
            **({"meta": {"annotator": self.annotator}} if self.annotator else {}),
        }
        for key, value in one.attributes.items():
            kind, name = ("choices", "choices") if value in self.choices.get(key, ()) else ("textarea", "text")
            yield {"id": one.key, **_control(control_of(key), kind), "value": place | {name: [value]}}
        if one.note:
            yield {"id": one.key, **_control(NOTE, "textarea"), "value": place | {"text": [one.note]}}


def _control(name: str, kind: str) -> dict[str, str]:
    return {"from_name": name, "to_name": TEXT, "type": kind, "origin": "manual"}
