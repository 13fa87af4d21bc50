"""The tables of the page of agreement, each as heads, rows and cells that know which figure they show."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from annotator.core.agreement.counting import EVERYBODY, OVERALL, Group
from annotator.core.agreement.measures import FEW, Figure, Interval, Measure, Why
from annotator.operations.agreement import Comparison
from annotator.operations.agreement_places import Cell
from annotator.ui.agreement.words import measure_head, measure_tip, measure_title
from annotator.ui.lines import one_line


class View(StrEnum):
    """The tables there are."""

    LABELS = "labels"
    PAIRS = "pairs"
    ATTRIBUTES = "attributes"
    LINKS = "links"


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure in a table, a `share` told in percent. `asks` is what its places are found by."""

    value: float | None
    n: int
    asks: Cell
    why: Why | None = None
    interval: Interval | None = None
    share: bool = False
    annotations: int | None = None

    @property
    def is_of_few(self) -> bool:
        """True when there is too little to judge by."""
        return self.n < FEW or (self.annotations is not None and self.annotations < FEW)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column, what it means, and its words in one line where it has several."""

    title: str
    tip: str = ""
    line: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line: its name, and a figure or nothing for each column."""

    title: str
    cells: tuple[Shown | None, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. The first head is that of the names."""

    heads: tuple[Head, ...] = ()
    rows: tuple[Row, ...] = ()


def labels_grid(comparison: Comparison, group: Group = EVERYBODY) -> Grid:
    """Every measure, overall and by label, of everybody or of two annotators."""
    heads = (Head(_tr("Label")), *(Head(measure_head(one), measure_tip(one), measure_title(one)) for one in Measure))
    return Grid(heads, tuple(_label_rows(comparison, group)))


def pairs_grid(comparison: Comparison, scope: str, measure: Measure) -> Grid:
    """One measure of one label for each two annotators."""
    people = comparison.annotators
    heads = (Head(_tr("Annotator")), *(Head(_name(comparison, one)) for one in people))
    return Grid(
        heads,
        tuple(
            Row(_name(comparison, one), tuple(_of_pair(comparison, scope, measure, one, other) for other in people))
            for one in people
        ),
    )


def attributes_grid(comparison: Comparison) -> Grid:
    """Agreement on each attribute."""
    heads = (
        Head(_tr("Attribute")),
        Head(_tr("Percent"), _tr("Of how many matched annotations do they say the same?")),
        Head(_tr("Kappa"), _tr("Cohen’s kappa; of more than two annotators the mean over pairs.")),
        Head(_tr("Alpha"), _tr("Krippendorff’s alpha; for numbers it counts how far they are apart.")),
    )
    rows = []
    for one in comparison.attributes:
        asks = Cell(attribute=one.key)
        why = one.why or Why.ONE_VALUE
        values = ((one.percent, True), (one.kappa, False), (one.alpha, False))
        cells = tuple(Shown(value, one.n, asks, why if value is None else None, share=share) for value, share in values)
        rows.append(Row(one_line(comparison.label_set.attribute(one.key).title), cells))
    return Grid(heads, tuple(rows))


def links_grid(comparison: Comparison) -> Grid:
    """Agreement on each kind of link."""
    titles = {kind.key: kind.title for kind in comparison.label_set.relations}
    titles |= {attribute.key: attribute.title for attribute in comparison.label_set.attributes}
    rows = (
        Row(one_line(titles.get(one.kind, one.kind)), (Shown(one.f1, one.n, Cell(link=one.kind)),))
        for one in comparison.links
    )
    return Grid((Head(_tr("Link")), Head("F1", _tr("Links that both have made; the mean over pairs."))), tuple(rows))


def scopes(comparison: Comparison) -> list[tuple[str, str]]:
    """All labels together, and each of them: key and title."""
    return [(OVERALL, _tr("All labels")), *((label, _title(comparison, label)) for label in comparison.labels)]


def _label_rows(comparison: Comparison, group: Group) -> Iterator[Row]:
    for scope, title in scopes(comparison):
        figures = comparison.figures(scope, group)
        cells = tuple(_shown(figures[measure], Cell(measure, scope, group)) for measure in Measure)
        yield Row(title, cells, strong=scope == OVERALL)


def _of_pair(comparison: Comparison, scope: str, measure: Measure, one: UUID, other: UUID) -> Shown | None:
    group = tuple(sorted((one, other)))
    if one == other or group not in comparison.pairs:
        return None
    return _shown(comparison.figures(scope, group)[measure], Cell(measure, scope, group))


def _shown(figure: Figure, asks: Cell) -> Shown:
    share = figure.measure is Measure.PERCENT
    return Shown(figure.value, figure.n, asks, figure.why, figure.interval, share, figure.annotations)


def _title(comparison: Comparison, label: str) -> str:
    titles: Sequence[str] = [one.title for one in comparison.label_set.labels if one.key == label]
    return one_line(titles[0] if titles else label)


def _name(comparison: Comparison, person: UUID) -> str:
    return one_line(comparison.names.get(person, ""), 40)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Agreement", words)
