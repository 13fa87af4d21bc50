"""The README of a dataset: what is in it, how it was made, and how far it can be trusted; never more than is known."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotator.core.dataset_about import AgreementCell, AgreementTable, DatasetAbout
from annotator.core.dataset_tally import DatasetTally
from annotator.core.schema import AttributeKind, LabelSet
from annotator.core.splits import PARTS

ALL = "all"


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What the card is made of. `columns`: name, type and meaning of each; `limits`: plain sentences.

    `texts`: how the texts are put back in, a paragraph each, () where they are there. `files`: name and what it is.
    """

    tally: DatasetTally
    about: DatasetAbout | None
    licence: str
    columns: Sequence[tuple[str, str, str]]
    limits: Sequence[str]
    texts: Sequence[str] = ()
    files: Sequence[tuple[str, str]] = ()


def card(facts: CardFacts) -> str:
    """The card as Markdown, without what machines read at its head."""
    return "\n".join(_lines(facts)).rstrip() + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table as Markdown; all columns but the first hold figures or words as they come."""
    yield f"| {' | '.join(map(_cell, heads))} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(map(_cell, row))} |"
    yield ""


def _lines(facts: CardFacts) -> Iterator[str]:
    tally, about = facts.tally, facts.about
    yield f"# {_line(about.title) if about and about.title else 'Annotated news articles'}"
    yield ""
    yield _summary(tally)
    yield ""
    yield from _titled("The texts", facts.texts)
    yield from _made(about, tally)
    yield from _labels(about.labels if about else None, tally)
    yield from _agreement(about.agreement) if about and about.agreement else ()
    yield from _counts(tally)
    yield from _splits(about)
    yield "## Columns"
    yield ""
    yield from table(("column", "type", "what it is"), facts.columns)
    yield from _titled("Licence", [_line(facts.licence) or _NO_LICENCE])
    left_out = tuple(about.left_out()) if about else ()
    yield from _titled("Known limits", [f"- {_line(one)}" for one in (*facts.limits, *left_out)], apart=False)
    yield "## Files"
    yield ""
    yield from table(("file", "what it is"), facts.files)
    yield "`sha256sum -c SHA256SUMS` checks that every file is as it was written."


_NO_LICENCE = (
    "Unknown: nobody has said under which licence this may be used. Ask whoever made it before you pass it on."
)


def _summary(tally: DatasetTally) -> str:
    rows, articles = tally.rows.total(), len(tally.articles)
    what = f"{_number(articles, 'news article')}"
    if rows != articles:
        what += f" in {_number(rows, 'part')}"
    again = " (one that stands in several rows counts in each)" if rows != articles else ""
    names = sorted(code for code in tally.of_all(tally.languages) if code)
    languages = f" ({', '.join(names)})" if names else ""
    when = f" Published from {tally.first_day} to {tally.last_day}." if tally.first_day else ""
    outlets = f" {_number(len(tally.outlets), 'outlet')}." if tally.outlets else ""
    empty = tally.empty.total()
    nothing = f" In {_number(empty, 'row')} nothing is labelled; these are data, too." if empty else ""
    labelled = _number(tally.annotations.total(), "annotation")
    links = _number(tally.links.total(), "link")
    return f"{what}{languages} with {labelled}, and {links}{again}.{when}{outlets}{nothing}"


def _made(about: DatasetAbout | None, tally: DatasetTally) -> Iterator[str]:
    yield "## How it was annotated"
    yield ""
    if about:
        if about.labels:
            yield (
                f"Under the label set “{_line(about.labels.title)}” ({about.labels.id}), version "
                f"{about.labels.version}. Its definitions are below and its guideline is in `guideline.md`."
            )
            yield ""
        yield from _paragraphs([about.reading, *about.narrowed])
        if about.changed_at:
            yield f"The project from which this comes changed last at {about.changed_at}."
            yield ""
    else:
        yield "How it was annotated is not told here."
        yield ""
    if tally.annotators:
        yield from table(
            ("annotator", "annotations"),
            [(name or "unknown", f"{number:,}") for name, number in sorted(tally.annotators.items())],
        )


def _labels(labels: LabelSet | None, tally: DatasetTally) -> Iterator[str]:
    parts, whole = _parts(tally), tally.of_all(tally.labels)
    known = {one.key: one for one in labels.labels} if labels else {}
    keys = [*(key for key, one in known.items() if not one.retired or key in whole), *sorted(whole.keys() - known)]
    yield "## Labels"
    yield ""
    rows = []
    for key in keys:
        one = known.get(key)
        counts = [f"{tally.labels[part, key]:,}" for part in parts]
        rows.append((f"`{key}`", one.title if one else "", one.description if one else "", *counts, f"{whole[key]:,}"))
    yield from table(("label", "title", "definition", *parts, ALL), rows)
    if labels:
        yield from _attributes(labels)
        yield from _relations(labels, tally)


def _attributes(labels: LabelSet) -> Iterator[str]:
    there = [one for one in labels.attributes if not one.retired]
    if not there:
        return
    yield "What is said of an annotation beside its label. Where a span does not say it, the usual value holds."
    yield ""
    rows = []
    for one in there:
        values = ", ".join(value.key for value in one.values if not value.retired)
        values = values or {AttributeKind.YES_NO: "yes, no", AttributeKind.SOURCE: "names"}.get(
            one.kind, one.kind.value
        )
        rows.append((f"`{one.key}`", one.title, ", ".join(one.labels) or ALL, values, one.default))
    yield from table(("attribute", "title", "of", "values", "usual"), rows)


def _relations(labels: LabelSet, tally: DatasetTally) -> Iterator[str]:
    there = [one for one in labels.relations if not one.retired or tally.links[one.key]]
    if not there:
        return
    rows = [
        (f"`{one.key}`", one.title, f"{', '.join(one.from_labels)} → {', '.join(one.to_labels)}",
         one.description, f"{tally.links[one.key]:,}")
        for one in there
    ]  # fmt: skip
    yield from table(("link", "title", "from → to", "definition", ALL), rows)


def _agreement(found: AgreementTable) -> Iterator[str]:
    yield "## Agreement"
    yield ""
    articles, people = _number(found.articles, "article"), _number(found.people, "person")
    yield (
        f"Of all {articles} of the project that two or more of {people} have read, each without a look at the other’s "
        "work; they may be more or fewer than are in this dataset. In brackets: where the figure lies in 95 of 100 "
        "draws of articles. A star: of too few to judge by."
    )
    yield ""
    rows = [(f"`{label}`" if label else ALL, *map(_figure, cells)) for label, cells in found.rows.items()]
    yield from table(("label", *found.measures), rows)
    yield from _paragraphs(found.method)


def _counts(tally: DatasetTally) -> Iterator[str]:
    parts = _parts(tally)
    yield "## What is in it"
    yield ""
    rows = [
        (name, *(f"{counts[part]:,}" for part in parts), f"{counts.total():,}")
        for name, counts in (
            ("rows", tally.rows), ("of these without a label", tally.empty), ("annotations", tally.annotations),
        )
    ]  # fmt: skip
    whole = tally.of_all(tally.languages)
    for code in sorted(whole):
        counts = [f"{tally.languages[part, code]:,}" for part in parts]
        rows.append((f"rows in {code or 'an unknown language'}", *counts, f"{whole[code]:,}"))
    yield from table(("", *parts, ALL), rows)


def _splits(about: DatasetAbout | None) -> Iterator[str]:
    if not about:
        return
    shares = "/".join(map(str, about.shares))
    words = (
        "Articles are dealt out whole. Copies of one story, versions of one article and articles with the same text "
        "are in one part, and each label and language is in each part as far as there is enough of it.",
        f"Shares {shares}, seed {about.seed}; `splits.json` has the part of each article. One that had its part in an "
        "earlier dataset may have kept it.",
    )
    yield from _titled("Parts", words)


def _parts(tally: DatasetTally) -> list[str]:
    return sorted(tally.rows, key=lambda part: (PARTS.index(part) if part in PARTS else len(PARTS), part))


def _titled(title: str, paragraphs: Sequence[str], *, apart: bool = True) -> Iterator[str]:
    if not paragraphs:
        return
    yield f"## {title}"
    yield ""
    if apart:
        yield from _paragraphs(paragraphs)
    else:
        yield from paragraphs
        yield ""


def _paragraphs(paragraphs: Iterable[str]) -> Iterator[str]:
    for one in paragraphs:
        if one:
            yield one
            yield ""


def _figure(cell: AgreementCell) -> str:
    if cell.value is None:
        return "–"
    words = f"{cell.value:.2f}"
    if cell.low is not None and cell.high is not None:
        words += f" ({cell.low:.2f} to {cell.high:.2f})"
    return words + "*" * cell.is_of_few


def _number(count: int, noun: str) -> str:
    plural = "people" if noun == "person" else f"{noun}s"
    return f"{count:,} {noun if count == 1 else plural}"


def _line(words: str) -> str:
    return " ".join(words.split())


def _cell(words: str) -> str:
    return _line(words).replace("\\", "\\\\").replace("|", "\\|")
