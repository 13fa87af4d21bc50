"""The agreement report: every figure with what it is of, what was left out, and how it was worked out."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from annotator.core.agreement.counting import EVERYBODY, OVERALL, Group
from annotator.core.agreement.measures import Figure, Measure
from annotator.core.report import Block, Heading, Part, Style, Table, plain
from annotator.errors import ExportFailed
from annotator.operations.agreement import Comparison, compare_readings, work_out_intervals
from annotator.operations.agreement_content import METHOD
from annotator.operations.report_reader import Made, Reader

_BY_SENTENCE = (Measure.PERCENT, Measure.KAPPA_SENTENCE, Measure.FLEISS_SENTENCE, Measure.ALPHA_SENTENCE)
_BY_SPAN = (
    Measure.ALPHA_CHARACTERS,
    Measure.ALPHA_U,
    Measure.F1_EXACT,
    Measure.F1_OVERLAP,
    Measure.F1_CHARACTERS,
)


def agreement_report(reader: Reader, ids: Sequence[UUID] | None) -> Made:
    """How far annotators agree, over all articles that two or more have read. Raises ExportFailed where some are named.

    What cannot be shown to who is looking takes no part.
    """
    if ids is not None:
        raise ExportFailed("Agreement is reported over all articles; ask for it without naming any.")
    comparison = compare_readings(reader.workspace, cancelled=reader.cancelled)
    if not comparison.articles:
        return Made((), 0, nothing=reader.words.agreement_none)
    comparison.intervals = work_out_intervals(comparison, cancelled=reader.cancelled)
    return Made(_parts(_Tables(reader, comparison)), 1)


def _parts(tables: "_Tables") -> Iterator[Part]:
    yield Part(tables.words.agreement_figures, tuple(tables.blocks()))


class _Tables:
    """Figures of agreement as blocks of a report."""

    def __init__(self, reader: Reader, comparison: Comparison) -> None:
        self.words, self._comparison, self._reader = reader.words, comparison, reader
        self._labels = {label.key: label.title for label in comparison.label_set.labels}

    def blocks(self) -> Iterator[Block]:
        words, found = self.words, self._comparison
        who = ", ".join(self._name(key) for key in found.annotators)
        yield plain(words.agreement_who.format(names=who, count=len(found.articles)))
        yield from (plain(line, Style.NOTICE) for line in self._left_out())
        yield Heading(words.agreement_all, 2)
        yield self._table(words.agreement_sentences, EVERYBODY, _BY_SENTENCE)
        yield self._table(words.agreement_spans, EVERYBODY, _BY_SPAN)
        yield from self._said_and_linked()
        if len(found.pairs) > 1:
            yield Heading(words.agreement_pairs, 2)
            for pair in found.pairs:
                names = " – ".join(self._name(key) for key in pair)
                yield Heading(names, 3)
                yield self._table(words.agreement_sentences, pair, _BY_SENTENCE[:2])
                yield self._table(words.agreement_spans, pair, _BY_SPAN)
        yield Heading(words.agreement_method, 2)
        yield from (plain(line) for line in (words.agreement_intervals, *METHOD))

    def _left_out(self) -> Iterator[str]:
        left, words = self._comparison.left_out, self.words
        for count, line in (
            (left.not_independent, words.left_not_independent),
            (left.later, words.left_later),
            (left.alone, words.left_alone),
            (self._comparison.hidden, words.left_hidden),
        ):
            if count:
                yield line.format(count=count)

    def _table(self, caption: str, group: Group, measures: Sequence[Measure]) -> Table:
        titles = dict(self.words.measures)
        scopes = [(OVERALL, self.words.agreement_overall)]
        scopes += [(label, self._labels.get(label, label)) for label in self._comparison.labels]
        rows = []
        for scope, title in scopes:
            figures = self._comparison.figures(scope, group)
            cells = (_value(figures[measure]) for measure in measures)
            rows.append((title, f"{figures[measures[-1]].n:,}", *cells))
        heads = (self.words.agreement_of, self.words.agreement_n, *(titles[measure] for measure in measures))
        return Table(caption, heads, tuple(rows), 1)

    def _said_and_linked(self) -> Iterator[Table]:
        found, words = self._comparison, self.words
        n = words.agreement_n
        if found.attributes:
            titles = {one.key: one.title for one in found.label_set.attributes}
            rows = tuple(
                (
                    titles.get(one.key, one.key),
                    f"{one.n:,}",
                    _starred(one.percent, few=one.is_of_few, share=True),
                    *(_starred(value, few=one.is_of_few) for value in (one.kappa, one.alpha)),
                )
                for one in found.attributes
            )
            heads = (words.agreement_attribute, n, *words.agreement_attribute_heads)
            yield Table(words.agreement_attributes, heads, rows, 1)
        if found.links:
            # A source is linked under the key of a field.
            titles = {one.key: one.title for one in found.label_set.attributes}
            titles |= {one.key: one.title for one in found.label_set.relations}
            linked = tuple(
                (titles.get(one.kind, one.kind), f"{one.n:,}", _starred(one.f1, few=one.is_of_few))
                for one in found.links
            )
            yield Table(words.agreement_links, (words.agreement_link, n, "F1"), linked, 1)

    def _name(self, key: UUID) -> str:
        return self._reader.articles.hidden(self._comparison.names.get(key, ""))


def _value(figure: Figure) -> str:
    share = figure.measure is Measure.PERCENT
    told = _starred(figure.value, few=figure.is_of_few, share=share)
    if figure.interval:
        low, high = (_plain(end, share=share) for end in figure.interval)
        told += f"\n({low}–{high})"
    return told


def _starred(value: float | None, *, few: bool, share: bool = False) -> str:
    """A figure, marked where it is of too few to judge by."""
    return _plain(value, share=share) + ("*" if value is not None and few else "")


def _plain(value: float | None, *, share: bool) -> str:
    if value is None:
        return "–"
    return f"{value:.1%}" if share else f"{value:.3f}"
