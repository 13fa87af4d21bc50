"""What a dataset's card tells of the project that it comes from; what must not leave the newsroom is not in it."""

from collections.abc import Iterator

from annotator.core.agreement.counting import EVERYBODY, OVERALL
from annotator.core.agreement.measures import Measure
from annotator.core.dataset_about import AgreementCell, AgreementTable, DatasetAbout
from annotator.core.guideline import Chapter, chapters
from annotator.core.label_set_file import dump_label_set
from annotator.core.masking import Mask
from annotator.core.recipes import ExportRequest
from annotator.core.schema import AttributeKind, LabelSet
from annotator.core.selection import ALL, GOLD, Selection, Unit
from annotator.operations.agreement import Comparison, Question, compare_readings, work_out_intervals
from annotator.operations.agreement_content import METHOD
from annotator.operations.choosing import IsCancelled
from annotator.operations.label_set_files import discreet_label_set
from annotator.operations.protection import mask_of
from annotator.store import journal, queries
from annotator.store.workspace import Workspace

LANGUAGE = "en"
"""The language of cards."""
_OWN_GUIDELINE = "The newsroom’s own guideline is left out, as it may quote articles; that of the label set is here."
_SAYING = (AttributeKind.SOURCE, AttributeKind.TEXT)
_MEASURES = {
    Measure.PERCENT: "agreement by sentence",
    Measure.KAPPA_SENTENCE: "kappa by sentence",
    Measure.ALPHA_U: "alpha_U",
    Measure.F1_EXACT: "F1, same stretch",
    Measure.F1_CHARACTERS: "F1 by character",
}


def about_of(workspace: Workspace, request: ExportRequest, cancelled: IsCancelled | None = None) -> DatasetAbout:
    """What the card of a dataset tells that is asked for. Raises Cancelled."""
    mask = mask_of(workspace)
    labels, guideline = discreet_label_set(workspace)
    left_home = bool(guideline) and (request.without_text or request.selection.pseudonyms)
    if left_home:  # its cases may be passages of articles, with the names in them
        guideline = {}
    with workspace.reading() as connection:
        title = queries.project_name(connection)
        changed = journal.last_change(connection)
    return DatasetAbout(
        title=mask.text(title or ""),
        changed_at=changed.isoformat(timespec="seconds") if changed else "",
        labels=labels,
        guideline=tuple(_masked(one, mask) for one in chapters(labels, guideline, LANGUAGE)),
        label_set=dump_label_set(labels, guideline),
        agreement=agreement_table(workspace, cancelled),
        reading=_reading(request.selection),
        narrowed=(*_narrowed(request.selection, labels), *((_OWN_GUIDELINE,) if left_home else ())),
        seed=request.seed,
        shares=request.shares,
    )


def agreement_table(workspace: Workspace, cancelled: IsCancelled | None = None) -> AgreementTable | None:
    """How far those agree who have read the same, each by themselves; None where no two have. Raises Cancelled."""
    comparison = compare_readings(workspace, Question(), cancelled=cancelled)
    if not comparison.articles:
        return None
    comparison.intervals = work_out_intervals(comparison, cancelled=cancelled)
    return AgreementTable(
        articles=len(comparison.articles),
        people=len(comparison.annotators),
        measures=tuple(_MEASURES.values()),
        rows={scope: tuple(_cells(comparison, scope)) for scope in (OVERALL, *comparison.labels)},
        method=METHOD,
    )


def _cells(comparison: Comparison, scope: str) -> Iterator[AgreementCell]:
    figures = comparison.figures(scope, EVERYBODY)
    for measure in _MEASURES:
        found = figures[measure]
        low, high = found.interval or (None, None)
        yield AgreementCell(found.value, low, high, found.is_of_few)


def _masked(chapter: Chapter, mask: Mask) -> Chapter:
    return chapter._replace(text=mask.text(chapter.text))


def _reading(selection: Selection) -> str:
    if selection.reading == ALL:
        return "It holds what every annotator has said; of one passage there may be several annotations."
    if selection.reading == GOLD:
        return (
            "It holds the gold reading: what annotators agree on, and what was ruled, approved or corrected where they "
            "do not."
        )
    return "It holds the reading of one annotator."


def _narrowed(selection: Selection, labels: LabelSet) -> Iterator[str]:
    """What was asked for, without anybody's name: it may have to stay in the newsroom."""
    number = len(selection.documents) if selection.documents is not None else 0
    told = (
        (number, f"{number:,} articles were chosen by hand."),
        (selection.labels, f"Only annotations with these labels: {', '.join(selection.labels)}."),
        (selection.annotators, "Only the work of some annotators."),
        (selection.states, f"Only annotations that are {' or '.join(selection.states)}."),
        (selection.languages, f"Only articles in these languages: {', '.join(selection.languages)}."),
        (selection.outlets, "Only articles of some outlets."),
        (selection.since, f"Only articles that were published on {selection.since} or later."),
        (selection.until, f"Only articles that were published on {selection.until} or earlier."),
        (selection.attributes, f"Only annotations with {_pairs(selection, labels)}."),
        (selection.pseudonyms, "Persons and annotators are called by numbers."),
        (not selection.negatives, "What holds no annotation is left out."),
        (selection.unit is Unit.SENTENCE, _sentences(selection.context)),
        (selection.unit is Unit.SPAN, "A row is an annotated stretch alone."),
        (selection.split, f"Only the part “{selection.split}”."),
    )
    return (words for holds, words in told if holds)


def _sentences(context: int) -> str:
    if not context:
        return "A row is a sentence."
    return f"A row is a sentence with {context} before and after it, so that an annotation may stand in several rows."


def _pairs(selection: Selection, labels: LabelSet) -> str:
    """The attributes that were asked for; a value that is somebody's name, or words of a person's, is not told."""
    values: dict[str, list[str]] = {}
    for key, value in selection.attributes:
        values.setdefault(key, []).append(value)
    return " and ".join(
        f"a certain {key}" if labels.attribute(key).kind in _SAYING else f"{key} = {' or '.join(said)}"
        for key, said in values.items()
    )
