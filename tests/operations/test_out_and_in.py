"""A project that goes out in a format and comes into another one says there what the format can hold of it.

The articles came as files with carriage returns, and hold whatever annotations may be: nested, overlapping, in pieces,
of several people, with links to other articles, in texts of several scripts and with emoji.
"""

import json
import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, given, settings

from annotator import formats
from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, exchanged
from annotator.core.losses import Holds, Values
from annotator.core.recipes import ExportRequest
from annotator.formats.base import WriteOptions
from annotator.formats.exchange import Exchange
from annotator.operations import relations
from annotator.operations.annotators import find_or_add_annotator
from annotator.operations.exports import export
from annotator.operations.importing import import_annotations
from annotator.store import queries
from tests.formats.exchanged import corpora
from tests.operations.import_desk import written
from tests.store.desk import Desk

Said = tuple[Any, ...]


def are_told_apart(articles: list[ExchangedArticle]) -> bool:
    return bool(articles) and len({one.text.strip() for one in articles}) == len(articles)


def filled(desk: Desk, articles: list[ExchangedArticle], folder: Path) -> None:
    """Articles from files with carriage returns, then the annotations of them that somebody else has made."""
    for one in articles:
        desk.load(one.text.replace("\n", "\r\n"))
    import_annotations(desk.workspace, written(folder, articles), desk.ana)
    claims = [one for article in articles_of(desk) for one in article.annotations if one.label == "claim"]
    for start, end in pairwise(claims):
        who = find_or_add_annotator(desk.workspace, start.annotator)
        relations.link(desk.workspace, UUID(start.key), "same_as", UUID(end.key), who)


def articles_of(desk: Desk) -> list[ExchangedArticle]:
    with desk.workspace.reading() as connection:
        records = list(queries.documents(connection))
    homes = {one.id: record.id for record in records for one in record.annotations}
    home_of: Callable[[UUID], UUID | None] = homes.get
    return [exchanged(record, home_of) for record in records]


def in_words(value: Any) -> list[str]:
    """A value as a format of words holds it: names as a list, a single one alone."""
    if isinstance(value, str) and value.startswith('["'):
        value = json.loads(value)
    return list(map(str, value)) if isinstance(value, list) else [str(value)]


def annotation_said(one: ExchangedAnnotation, holds: Holds) -> Said:
    """What an annotation says, as far as the format says it of any: who has none is the one who brings it."""
    attributes = json.dumps({name: in_words(value) for name, value in one.attributes.items()}, sort_keys=True)
    if holds.attributes is Values.NONE:
        attributes = ""
    return one.label, one.segments, attributes, one.note, one.annotator if holds.annotators else ""


def all_said(articles: Iterable[ExchangedArticle], holds: Holds, alike: Collection[Said] = ()) -> Iterator[Said]:
    """Every text, every annotation with its text, and every link with what it leads from and to; but what is `alike`.

    No link leads from a thing to one that says the same: where a format holds no more of them, one comes in.
    """
    there = list(articles)
    ends = {one.key: (article.text, *annotation_said(one, holds)) for article in there for one in article.annotations}
    yield from (("text", article.text) for article in there)
    yield from (end for end in ends.values() if place_said(end) not in alike)
    for link in (link for article in there for link in article.links):
        start, end = ends[link.from_key], ends[link.to_key]
        if start != end and not {place_said(start), place_said(end)} & {*alike}:
            yield ("link", link.kind, start, end)


def place_said(end: Said) -> Said:
    """Where an annotation is, what it is called, and whose it is: two of which all that is the same come in as one."""
    text, label, segments, _, _, annotator = end
    return text, label, segments, annotator


def alike(articles: Iterable[ExchangedArticle], holds: Holds) -> set[Said]:
    """The places of annotations that become one where a format holds no gaps, or no annotators."""
    ends = ((article.text, *annotation_said(one, holds)) for article in articles for one in article.annotations)
    return {place for place, times in Counter(map(place_said, ends)).items() if times > 1}


def goes_elsewhere(desk: Desk, kind: Exchange, folder: Path) -> list[ExchangedArticle]:
    """What an empty project says when all of this one's has come into it in a format."""
    path = folder / ("out" if kind.makes_folder(WriteOptions()) else f"out{kind.extensions[0]}")
    export(desk.workspace, ExportRequest(kind.id), path)
    elsewhere = Desk(folder / "elsewhere.annotator")
    import_annotations(elsewhere.workspace, path, elsewhere.ana)
    assert not elsewhere.problems()
    found = articles_of(elsewhere)
    elsewhere.workspace.close()
    return found


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpora().filter(are_told_apart))
def test_any_project_says_elsewhere_what_each_format_holds_of_it(articles: list[ExchangedArticle]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        here = Desk(folder / "here.annotator")
        filled(here, articles, folder)
        mine = articles_of(here)
        for kind in formats.exchanges():
            (folder / kind.id).mkdir()
            there = goes_elsewhere(here, kind, folder / kind.id)
            sent = [kind.fit(one, WriteOptions()).article for one in mine]
            same = alike(sent, kind.holds)
            assert {*all_said(there, kind.holds, same)} == {*all_said(sent, kind.holds, same)}, kind.id
        here.workspace.close()
