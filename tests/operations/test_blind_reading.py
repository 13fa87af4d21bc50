"""No operation that answers something tells a blind reader anything of the others' work: no word, no key, no count.

Every public operation that edits nothing is called as Ben, who reads an article blind that Ana has worked on. Then all
that Ana did there is taken out behind the program's back; what is answered must stay the same to the last character.
"""

import importlib
import inspect
import itertools
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import MagicMock
from uuid import UUID

import pytest
from sqlalchemy import text

from annotator import formats, operations
from annotator.core.figures import Subject
from annotator.core.recipes import ExportRequest
from annotator.core.report import Kind
from annotator.core.selection import Selection, Unit
from annotator.core.sought import Sought
from annotator.core.spans import Span
from annotator.errors import AnnotatorError
from annotator.operations import (
    exports,
    finding,
    kept_parts,
    losses,
    outgoing,
    replies,
    statistics,
    timeline,
    trail,
)
from annotator.operations.readings import submit
from annotator.operations.report_kinds import KINDS
from annotator.operations.reports import Wanted, open_report
from annotator.store.blindness import VIEWED
from tests.operations.blind_desk import THEN, WORDS, Case, made_in
from tests.store.conftest import address as address
from tests.store.conftest import desk as desk
from tests.store.conftest import file_desk as file_desk
from tests.store.desk import Desk


@pytest.fixture
def case(desk: Desk) -> Case:
    return made_in(desk)


@pytest.fixture
def file_case(file_desk: Desk) -> Case:
    return made_in(file_desk)


# Which operations there are, and what they are asked

_NOT_ASKED = {
    **dict.fromkeys(("verification.verify", "journal_export.export_journal"), "a proof of all there is"),
    **dict.fromkeys(
        ("protection.mask_of", "protection.mask_in", "protection.keep_names_quiet", "sources.mask_of"),
        "names must be masked for whoever looks",
    ),
    **dict.fromkeys(
        ("annotations.toggle_label", "details.set_details", "label_sets.use_label_set", "label_sets.bring_version_back",
         "merging.merge", "history.undo", "history.redo", "review.approve", "review.return_annotations"),
        "edits by way of another operation",
    ),
    **dict.fromkeys(
        ("placing.write_file", "placing.placing", "replies.save_sheet"),
        "writes a file that it is given",
    ),
    **dict.fromkeys(
        ("reports.write_report", "agreement_places.places_behind", "applying.source_title", "replies.export_replies"),
        "is given what another operation has answered",
    ),
    **dict.fromkeys(("suggestions.suggesters_of", "suggestions.proposals"), "looks at a text alone"),
}  # fmt: skip
"""Operations that are not asked, and why."""

_OF_FILES_AND_TEXTS = frozenset(
    (
        "addresses", "learning", "loading", "versions", "projects", "storing", "copy_groups", "indexing",
        "label_set_files", "packets", "packet_making", "packet_merging", "packet_opening", "importing",
        "import_preview", "import_maps", "import_restoring", "restoring", "lost_words",
    )
)  # fmt: skip
"""Modules that read files and texts, not what people say of them, or whose answers are whole on purpose."""

Ask = Callable[[Case], Any]


def stream(case: Case, format_id: str) -> bytes:
    target = BytesIO()
    report = exports.export_dataset(case.workspace, format_id, target)
    return target.getvalue() + repr(report).encode()


REQUESTS = (
    ExportRequest("jsonl", Selection(labels=("claim", "denial"))),
    ExportRequest("claims"),
    ExportRequest("doccano", Selection(pseudonyms=True, unit=Unit.SENTENCE)),
)


def exported(case: Case, request: ExportRequest) -> bytes:
    target = BytesIO()
    told_of = exports.export(case.workspace, request, target)
    return target.getvalue() + repr(told_of).encode()


def previewed(case: Case, request: ExportRequest) -> Any:
    with closing(losses.preview(case.workspace, request).lost) as lost:
        return list(lost)


def parts_kept(case: Case) -> Any:
    request = ExportRequest("jsonl", Selection(split="train"))
    with TemporaryDirectory() as folder:
        target = Path(folder) / "out.jsonl"
        exports.export(case.workspace, request, target)
        kept = kept_parts.earlier_parts(case.workspace, request, target)
        assert kept
        return kept.parts, target.read_bytes(), kept_parts.parts_beside(target).read_bytes()


def report(case: Case, kind: Kind) -> Any:
    with open_report(case.workspace, Wanted(kind), THEN) as opened:
        told_of = opened.report
        return (told_of.title, told_of.front, list(told_of.parts), told_of.count)


def timed(case: Case, document_id: UUID) -> Any:
    found = timeline.read_timeline(case.workspace, document_id)
    last = len(found.moments) - 1
    return found.moments, found.annotations(last), found.links(last), found.marks(last)


_ASKED: dict[str, Ask] = {
    "exports.export_dataset": lambda case: [stream(case, one) for one in ("jsonl", "csv")],
    "exports.export": lambda case: [exported(case, one) for one in REQUESTS],
    "losses.preview": lambda case: [previewed(case, one) for one in REQUESTS],
    "outgoing.outgoing": lambda case: [
        [list(part.article.annotations) for part in outgoing.outgoing(case.workspace, one).parts()] for one in REQUESTS
    ],
    "losses.preview_losses": lambda case: [
        list(losses.preview_losses(case.workspace, one.id).lost) for one in formats.exporters()
    ],
    "kept_parts.earlier_parts": parts_kept,
    "finding.find_articles": lambda case: [finding.find_articles(case.workspace, Sought(word)) for word in WORDS],
    "finding.find_lines": lambda case: [finding.find_lines(case.workspace, Sought(word)) for word in (*WORDS, "Rina")],
    "finding.labels_at": lambda case: finding.labels_at(
        case.workspace, finding.find_lines(case.workspace, Sought("membantah")).lines
    ),
    "replies.sheet_of": lambda case: replies.sheet_of(
        case.workspace, replies.read_replies(case.workspace).claims, "csv"
    ),
    "statistics.project_figures": lambda case: [statistics.project_figures(case.workspace, one) for one in Subject],
    "statistics.passages_counted": lambda case: [
        statistics.passages_counted(case.workspace, subject, str(key))
        for subject in Subject
        for key in (case.source, case.desk.ana, "claim", "denial", "id", "")
        if isinstance(key, UUID) or subject not in (Subject.SOURCES, Subject.ANNOTATORS)
    ],
    "reports.open_report": lambda case: [report(case, kind) for kind in KINDS],
    "timeline.read_timeline": lambda case: [timed(case, one) for one in (case.hidden, case.copy, case.other)],
    "trail.read_trail": lambda case: [trail.read_trail(case.workspace, one) for one in questions(case)],
    "trail.whole_trail": lambda case: [list(trail.whole_trail(case.workspace, one)) for one in questions(case)],
}
"""How to ask what cannot be asked by the names of its parameters alone."""


def questions(case: Case) -> list[trail.Question]:
    return [
        trail.Question(),
        trail.Question(document_id=case.hidden),
        trail.Question(annotation_id=case.claim),
        trail.Question(annotator_id=case.desk.ana),
        trail.Question(label="claim"),
    ]


def given(case: Case) -> dict[str, list[Any]]:
    """What parameters of these names are given, one after the other."""
    return {
        "workspace": [case.workspace],
        "document_id": [case.hidden, case.copy, case.other],
        "document_ids": [[case.hidden, case.copy, case.other]],
        "annotation_id": [case.claim, case.own],
        "annotation_ids": [[case.claim, case.own]],
        "annotator_id": [case.desk.ben, case.desk.ana],
        "annotator_ids": [[case.desk.ben]],
        "reviewer_id": [case.desk.ben],
        "source_id": [case.source],
        "beginning": [case.claim.hex, case.claim.hex[:12]],
        "given": ["Wulandari"],
        "typed": ["Wulan", ""],
        "query_text": [*WORDS, "note:zanzibar", "kabar -zanzibar", "membantah"],
        "extent": [Span(0, 19)],
        "kind": ["denies", "attributed_to", ""],
        "label": ["claim", ""],
        "name": ["Ana", "Wulandari"],
        "names": [["Ana", "Ben"]],
        "number": [2],
        "percent": [50.0],
        "seed": [1],
        "most": [100],
        "words": list(WORDS),
        "places": [[(case.hidden, Span(0, 9)), (case.other, Span(0, 7))]],
        "claims": [[]],
        "statements": [[]],
        "chosen": ["Ana"],
        "request": list(REQUESTS),
        "language": [None],
        "labels": [["claim", "denial", "quote"]],
    }


def operations_there_are() -> dict[str, Callable[..., Any]]:
    """Every public function of the operations that is given a workspace and edits nothing itself."""
    found = {}
    for module in pkgutil.iter_modules(operations.__path__, "annotator.operations."):
        short = module.name.rsplit(".", 1)[1]
        for name, function in vars(importlib.import_module(module.name)).items():
            if not inspect.isfunction(function) or function.__module__ != module.name or name.startswith("_"):
                continue
            parameters = list(inspect.signature(function).parameters)
            if (
                parameters[:1] == ["workspace"]
                and not {"session", "connection"} & {*parameters}
                and ".edit(" not in inspect.getsource(function)
            ):
                found[f"{short}.{name}"] = function
    return {
        name: function
        for name, function in found.items()
        if name not in _NOT_ASKED and name.split(".")[0] not in _OF_FILES_AND_TEXTS
    }


def required(function: Callable[..., Any]) -> list[str]:
    """The parameters that an operation must be given."""
    parameters = inspect.signature(function).parameters.values()
    kinds = (inspect.Parameter.VAR_KEYWORD, inspect.Parameter.VAR_POSITIONAL)
    return [one.name for one in parameters if one.default is inspect.Parameter.empty and one.kind not in kinds]


def answers(case: Case, name: str, function: Callable[..., Any]) -> Iterator[str]:
    """All that an operation answers, as text; also what it says where it refuses."""
    if name in _ASKED:
        yield told(lambda: _ASKED[name](case))
        return
    known, asked = given(case), required(function)
    asked += [one for one in ("number",) if one in inspect.signature(function).parameters and one not in asked]
    if not known.keys() >= set(asked):
        return  # test_it_is_known_how_to_ask_every_operation says so
    for values in itertools.product(*(known[one] for one in asked)):
        answered = told(partial(function, **dict(zip(asked, values, strict=True))))
        for word in (value for value in values if isinstance(value, str) and value):
            answered = answered.replace(word, "…")  # a refusal repeats what was asked for
        yield answered


def told(ask: Callable[[], Any]) -> str:
    try:
        answer = ask()
        return repr(list(answer) if isinstance(answer, Iterator) else answer)
    except AnnotatorError as error:
        return str(error)


def everything(case: Case) -> dict[str, list[str]]:
    return {name: list(answers(case, name, function)) for name, function in operations_there_are().items()}


def traces(case: Case, answered: str) -> set[str]:
    lower = answered.lower()
    keys = {str(key) for key in case.keys} | {key.hex for key in case.keys}
    return {one for one in (*WORDS, *keys) if one in lower}


def test_it_is_known_how_to_ask_every_operation() -> None:
    known = given(MagicMock())
    unknown = {
        name: missing
        for name, function in operations_there_are().items()
        if name not in _ASKED and (missing := set(required(function)) - known.keys())
    }
    assert not unknown, "say in _ASKED or `given` how these are asked as a blind reader, or in _NOT_ASKED why not"


def test_a_blind_reader_is_told_nothing(case: Case) -> None:
    case.workspace.viewer = case.desk.ben
    blind = everything(case)
    leaks = {name: found for name, there in blind.items() for one in there if (found := traces(case, one))}
    assert leaks == {}
    take_out(case)
    without = everything(case)
    assert [name for name in blind if blind[name] != without[name]] == []


def test_all_is_there_once_the_article_is_handed_in(file_case: Case) -> None:
    case = file_case
    case.workspace.viewer = case.desk.ben
    submit(case.workspace, case.hidden, case.desk.ben, despite=True)
    seen = {name for name, there in everything(case).items() if any(traces(case, one) for one in there)}
    assert seen >= {
        "documents.read_document", "annotations.read_annotations", "search.search", "sources.all_sources",
        "comments.threads_of", "contacts.read_contacts", "relations.read_relations", "history.history_of_document",
        "trail.read_trail", "exports.export_dataset", "replies.read_replies", "links.links_of",
    }  # fmt: skip


def take_out(case: Case) -> None:
    """Take out behind the program's back what Ben must not see, and all that was written of it."""

    def written(key: UUID) -> Any:
        return key.bytes if case.workspace.engine_name == "sqlite" else key

    with case.desk.behind() as connection:
        for table in {*VIEWED} - {"journal"}:
            for key in case.keys:
                connection.execute(text(f"DELETE FROM {table} WHERE id = :key"), {"key": written(key)})
        others = text("DELETE FROM journal WHERE document_id = :key AND annotator_id <> :ben")
        for key in (case.hidden, case.copy):
            connection.execute(others, {"key": written(key), "ben": written(case.desk.ben)})
