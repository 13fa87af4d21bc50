"""Annotations made elsewhere, in: texts with brat files beside them, by one annotator or by many.

Each file becomes one annotator's reading of its article, handed in as it is. What is there already is not taken twice:
an article with the same text is the same article, an annotation on the same places with the same label the same one.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from os.path import commonpath
from pathlib import Path
from uuid import UUID

from sqlmodel import Session

from annotator.core.attributes import changed
from annotator.core.readings import OPEN, own_work
from annotator.core.schema import LabelSet, Value
from annotator.core.spans import is_boundary
from annotator.errors import AlreadyLoaded, AnnotatorError, UnreadableInput
from annotator.formats.brat import BratFile, BratSpan, fits, read_brat
from annotator.formats.decoding import decode
from annotator.operations import loading
from annotator.operations.annotators import find_or_add_annotator
from annotator.operations.label_sets import project_labels
from annotator.operations.ownership import is_handed_in
from annotator.operations.readings import put_reading, put_submission
from annotator.store import queries
from annotator.store.columns import storable
from annotator.store.stretches import stretch_columns
from annotator.store.tables import Annotation, Relation
from annotator.store.workspace import Workspace

IMPORTED = "imported"
"""The origin of an annotation that was made elsewhere."""

_TEXT, _ANNOTATIONS = ".txt", ".ann"
_SEPARATORS = "_-. "


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and one annotator's file on it; `annotator` "" where the names of files say nothing."""

    text: Path
    annotations: Path
    annotator: str


@dataclass(slots=True)
class ImportReport:
    """What came in. `left_out` has what did not, by the reason, with how often; `people` are the annotators' names."""

    articles: int = 0
    loaded: int = 0
    annotations: int = 0
    known: int = 0
    people: list[str] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


def find_pairs(path: Path) -> tuple[list[Pair], list[Path]]:
    """The pairs in a folder and all that is below it, and the annotation files that have no text.

    A file belongs to the text of the same name beside it, else to the one whose name its own begins with, wherever that
    lies. Who made it is what its name has more than the text's; else, where several folders hold files of the same
    name, the folder. Raises UnreadableInput where there is nothing of the kind.
    """
    files = sorted(path.rglob("*")) if path.is_dir() else [path, path.with_suffix(_TEXT)]
    texts = [file for file in files if file.suffix == _TEXT and file.is_file()]
    found = [file for file in files if file.suffix == _ANNOTATIONS and file.is_file()]
    if not found:
        raise UnreadableInput(f"There are no brat files (“{_ANNOTATIONS}”) in “{path}”.")
    folders = _folders_that_tell(found)
    pairs, alone = [], []
    for file in found:
        text = _text_of(file, texts)
        if text is None:
            alone.append(file)
            continue
        name = file.stem[len(text.stem) :].strip(_SEPARATORS) or folders.get(file, "")
        pairs.append(Pair(text, file, name))
    return pairs, alone


def import_brat(
    workspace: Workspace,
    path: Path,
    annotator_id: UUID,
    labels: Mapping[str, str] | None = None,
    *,
    submit: bool = True,
) -> ImportReport:
    """Take in every pair of a folder; `labels` says which label a foreign one is, by default the one called the same.

    `annotator_id` is whose files are that tell no annotator. With `submit`, each reading is handed in. Raises
    UnreadableInput, and what `loading.load_content` raises for the first text that cannot be read.
    """
    pairs, alone = find_pairs(path)
    taking = _Taking(workspace, _Names(project_labels(workspace), labels or {}), submit=submit)
    report = taking.report
    if alone:
        report.left_out["annotation file without a text"] = len(alone)
    articles = set[UUID]()
    for pair in pairs:
        document_id = _article(workspace, pair.text, annotator_id, report)
        articles.add(document_id)
        who = find_or_add_annotator(workspace, pair.annotator) if pair.annotator else annotator_id
        taking.take(document_id, who, read_brat(decode(pair.annotations.read_bytes())[0]))
        if pair.annotator and pair.annotator not in report.people:
            report.people.append(pair.annotator)
    report.articles = len(articles)
    return report


def _text_of(file: Path, texts: Sequence[Path]) -> Path | None:
    beside = file.with_suffix(_TEXT)
    if beside in texts:
        return beside
    fitting = [text for text in texts if _begins(file.stem, text.stem)]
    return max(fitting, key=lambda text: len(text.stem), default=None)


def _begins(name: str, beginning: str) -> bool:
    rest = name[len(beginning) :]
    return name.startswith(beginning) and (not rest or rest[0] in _SEPARATORS)


def _folders_that_tell(files: Sequence[Path]) -> dict[Path, str]:
    """The annotator of each file whose folder says it: files of one name lie in several folders."""
    by_name: dict[str, list[Path]] = defaultdict(list)
    for file in files:
        by_name[file.name].append(file)
    if all(len(same) == 1 for same in by_name.values()):
        return {}
    shared = commonpath([file.parent for file in files])
    return {file: file.parent.relative_to(shared).as_posix() for file in files}


def _article(workspace: Workspace, path: Path, annotator_id: UUID, report: ImportReport) -> UUID:
    try:
        loaded = loading.load_content(workspace, path.read_bytes(), path.name, annotator_id)
    except AlreadyLoaded as there:
        return UUID(str(there.document_id))
    report.loaded += 1
    return loaded.id


class _Names:
    """What foreign names mean in this project's label set."""

    def __init__(self, label_set: LabelSet, labels: Mapping[str, str]) -> None:
        self.label_set = label_set
        self._labels = {one.casefold(): label_set.offered_label(ours).key for one, ours in labels.items()}
        for label in label_set.offered:
            self._labels.setdefault(label.title.casefold(), label.key)
            self._labels.setdefault(label.key.casefold(), label.key)

    def label(self, foreign: str) -> str | None:
        """The key of a label, None where there is none of that name."""
        return self._labels.get(foreign.casefold())

    def relation(self, foreign: str) -> str | None:
        """The key of a relation."""
        kinds = (kind for kind in self.label_set.relations if not kind.retired)
        return next((kind.key for kind in kinds if foreign.casefold() in (kind.key, kind.title.casefold())), None)

    def attributes(self, label: str, foreign: Mapping[str, str | bool], left_out: Counter[str]) -> dict[str, object]:
        """Those attributes that the label has, with their values in our words."""
        known = {one.key.casefold(): one for one in self.label_set.attributes_of(label)}
        found: dict[str, object] = {}
        for name, value in foreign.items():
            attribute = known.get(name.casefold())
            if attribute is None:
                left_out[f"attribute “{name}”, which the label set does not have"] += 1
                continue
            found[attribute.key] = _value(attribute.values, value)
        return found


def _value(values: Sequence[Value], foreign: str | bool) -> object:
    words = str(foreign).casefold()
    return next((one.key for one in values if words in (one.key.casefold(), one.title.casefold())), foreign)


class _Taking:
    """Takes files in, each as one edit, and counts what came."""

    def __init__(self, workspace: Workspace, names: _Names, *, submit: bool) -> None:
        self._workspace, self._names, self._submit = workspace, names, submit
        self.report = ImportReport()

    def take(self, document_id: UUID, who: UUID, file: BratFile) -> None:
        """One annotator's file on one article."""
        left_out = self.report.left_out
        left_out.update(file.unread)
        if file.broken:
            left_out["line that is no brat"] += len(file.broken)
        with self._workspace.edit("Import annotations", who, undoable=False) as session:
            text = self._workspace.text_of(session.connection(), document_id, to_change=True)
            place = _Place(session, document_id, who)
            added: dict[str, UUID] = {}
            for span in file.spans:
                label = self._names.label(span.label)
                if label is None:
                    left_out[f"label “{span.label}”, which the label set does not have"] += 1
                elif reason := _why_not(span, text):
                    left_out[reason] += 1
                elif place.is_closed and (label, span.segments) not in place.annotations:
                    left_out["annotation in a reading that is handed in already"] += 1
                else:
                    added[span.key] = self._annotation(place, span, label, file)
            self._relations(place, file, added)
            if self._submit:
                place.submit()

    def _annotation(self, place: "_Place", span: BratSpan, label: str, file: BratFile) -> UUID:
        """The annotation of a span: the one that is there, or a new one."""
        known = place.annotations.get((label, span.segments))
        if known:
            self.report.known += 1
            return known
        row = Annotation(
            document_id=place.document_id,
            annotator_id=place.who,
            label=label,
            note=storable(file.notes.get(span.key, "")),
            origin=IMPORTED,
            **stretch_columns(span.segments),
        )
        foreign = self._names.attributes(label, file.attributes.get(span.key, {}), self.report.left_out)
        try:
            row.attributes = changed(self._names.label_set, label, None, foreign)
        except AnnotatorError:
            self.report.left_out["attributes with values that the label set does not have"] += 1
        place.session.add(row)
        place.annotations[label, span.segments] = row.id
        self.report.annotations += 1
        return row.id

    def _relations(self, place: "_Place", file: BratFile, added: Mapping[str, UUID]) -> None:
        for one in file.relations:
            kind, start, end = self._names.relation(one.kind), added.get(one.from_id), added.get(one.to_id)
            if kind is None or start is None or end is None:
                self.report.left_out[f"relation “{one.kind}”"] += 1
            elif place.is_closed and (kind, start, end) not in place.links:
                self.report.left_out["relation in a reading that is handed in already"] += 1
            else:
                place.link(kind, start, end)


class _Place:
    """One annotator's part of one article inside an edit: what is there, and what is added."""

    def __init__(self, session: Session, document_id: UUID, who: UUID) -> None:
        self.session, self.document_id, self.who = session, document_id, who
        self.is_closed = is_handed_in(session, document_id, who)
        (record,) = queries.documents(session.connection(), [document_id])
        name = queries.annotator_name(session.connection(), who)
        self.annotations = {(one.label, one.segments): one.id for one in own_work(record, name).annotations}
        self.links = {(one.kind, one.from_id, one.to_id) for one in record.relations}

    def link(self, kind: str, start: UUID, end: UUID) -> None:
        """Lead from one annotation to the other, unless that is so already."""
        if (kind, start, end) not in self.links:
            self.session.flush()  # both ends before what ties them
            self.links.add((kind, start, end))
            self.session.add(
                Relation(document_id=self.document_id, annotator_id=self.who, kind=kind, from_id=start, to_id=end)
            )

    def submit(self) -> None:
        """Hand the reading in, unless it is handed in already."""
        if put_reading(self.session, self.document_id, self.who).state == OPEN:
            put_submission(self.session, self.document_id, self.who)


def _why_not(span: BratSpan, text: str) -> str:
    """Why a span is left out, "" for one that is taken."""
    if not fits(span, text):
        return "annotation whose words are not at its place in the text"
    edges = (edge for segment in span.segments for edge in segment)
    return "" if all(is_boundary(text, edge) for edge in edges) else "annotation that cuts a character in two"
