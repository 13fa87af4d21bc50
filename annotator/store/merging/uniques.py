"""What there may be only once: names, breaks of sentences, numbers. Settled by a rule, the same in every copy."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import Column, select

from annotator.core.merging import Difference, Flat, numbered_names
from annotator.store.changes import table_class
from annotator.store.merging.plan import Plan
from annotator.store.merging.rows import rows_where
from annotator.store.replay import RowKey
from annotator.store.review_tables import Ruling, Submission
from annotator.store.tables import SentenceBreak, table_of


def settle_uniques(plan: Plan) -> None:
    """See to it that nothing is there twice that may be there once."""
    _name_people(plan)
    _join_breaks(plan)
    _join_links(plan)
    _number_submissions(plan)
    _number_cases(plan)


def coming(plan: Plan, table: str) -> dict[UUID, Flat]:
    """The rows of a table that come or change."""
    return {key: image for (name, key), image in plan.result.items() if name == table and image is not None}


def rows_with(plan: Plan, table: str, column: Column[Any], values: Iterable[Any]) -> dict[UUID, Flat]:
    """All rows of a table, as they are to be, in which a column has one of these values."""
    wanted = set(values)
    for image in rows_where(plan.here, table, column, wanted):
        plan.our_rows.setdefault((table, image["id"]), image)
    found = {key: image for (name, key), image in plan.our_rows.items() if name == table}
    found |= {key: image for (name, key), image in plan.result.items() if name == table and image is not None}
    gone = {key for (name, key), image in plan.result.items() if name == table and image is None}
    return {key: image for key, image in found.items() if key not in gone and image.get(column.name) in wanted}


def change(plan: Plan, key: RowKey, **values: Any) -> None:
    """Let a row that is there have other values."""
    image = plan.present(key) or {}
    plan.result[key] = {name: value for name, value in {**image, **values}.items() if value is not None}


def _name_people(plan: Plan) -> None:
    """Two people of the same name: the one who came first keeps it."""
    new = coming(plan, "annotator")
    if not new:
        return
    everybody = table_of(table_class("annotator")).c.id
    known = set(plan.here.execute(select(everybody)).scalars())
    people = rows_with(plan, "annotator", everybody, known | new.keys())
    for key, name in numbered_names({key: image["name"] for key, image in people.items()}):
        plan.notices.append(f"Two people are called “{people[key]['name']}”; one of them is now “{name}”.")
        change(plan, ("annotator", key), name=name)


def _join_breaks(plan: Plan) -> None:
    """Two corrections of one place: the later one counts."""
    new = coming(plan, "sentence_break")
    column: Column[Any] = table_of(SentenceBreak).c.document_id
    there = rows_with(plan, "sentence_break", column, {image["document_id"] for image in new.values()})
    for twins in _alike(there, lambda image: (image["document_id"], image["position"])):
        *others, kept = sorted(twins)
        for other in others:
            if there[other]["joined"] != there[kept]["joined"]:
                said, lost = ({"joined": there[key]["joined"]} for key in (kept, other))
                plan.doubt(("sentence_break", kept), "sentence", Difference(("joined",), said, None, lost, None))
            plan.result["sentence_break", other] = None


def _join_links(plan: Plan) -> None:
    """The same link made in both copies is one link."""
    new = coming(plan, "relation")
    column: Column[Any] = table_of(table_class("relation")).c.from_id
    there = rows_with(plan, "relation", column, {image["from_id"] for image in new.values()})
    for twins in _alike(there, _words):
        if new.keys() & set(twins):
            for other in sorted(twins)[1:]:
                plan.result["relation", other] = None


def _words(image: Flat) -> tuple[Any, ...]:
    return image["from_id"], image["kind"], image.get("to_id"), image.get("source_id")


def _number_submissions(plan: Plan) -> None:
    """Two submissions of one reading with the same number are numbered by when they were made."""
    new = coming(plan, "submission")
    column: Column[Any] = table_of(Submission).c.document_id
    there = rows_with(plan, "submission", column, {image["document_id"] for image in new.values()})
    by_reading: dict[tuple[UUID, UUID], list[UUID]] = defaultdict(list)
    for key in sorted(there):
        by_reading[there[key]["document_id"], there[key]["annotator_id"]].append(key)
    for keys in by_reading.values():
        numbers = [there[key]["number"] for key in keys]
        if len(set(numbers)) < len(numbers):
            for number, key in enumerate(keys, 1):
                if there[key]["number"] != number:
                    change(plan, ("submission", key), number=number, independent=False)


def _number_cases(plan: Plan) -> None:
    """Two cases of the guideline with one number: the one made first keeps it."""
    new = {key for key, image in coming(plan, "ruling").items() if image.get("case_number") is not None}
    if not new:
        return
    column: Column[Any] = table_of(Ruling).c.case_number
    numbers = set(plan.here.execute(select(column)).scalars())
    numbers |= {image.get("case_number") for image in coming(plan, "ruling").values()}
    there = rows_with(plan, "ruling", column, numbers - {None})
    newest = max((image["case_number"] for image in there.values()), default=0)
    for twins in _alike(there, lambda image: image["case_number"]):
        for key in sorted(twins)[1:]:
            newest += 1
            number = there[key]["case_number"]
            plan.notices.append(f"Two cases of the guideline had number {number}; one of them is now {newest}.")
            change(plan, ("ruling", key), case_number=newest)


def _alike(rows: dict[UUID, Flat], words: Callable[[Flat], Hashable]) -> list[list[UUID]]:
    """The keys of rows that say the same, where there are several; in an order that is the same in every copy."""
    groups: dict[Hashable, list[UUID]] = defaultdict(list)
    for key in sorted(rows):
        groups[words(rows[key])].append(key)
    return [keys for keys in groups.values() if len(keys) > 1]
