"""A preview says of links what the import says of them, and so of all else."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink
from annotator.core.spans import Span
from annotator.operations import annotations, documents, import_preview, readings
from annotator.operations.import_article import CHANGED_HERE, CLOSED_LINK, CLOSED_READING
from annotator.operations.import_preview import preview_import
from annotator.operations.import_report import ImportReport
from annotator.operations.importing import import_annotations
from tests.formats.exchanged import TEXT, key, minister
from tests.operations.import_desk import written
from tests.store.desk import Desk

NO_END = "relation “denies” of which one end is not there"
ITSELF = "relation from an annotation to itself"
CLAIM = ExchangedArticle("a", "Harga beras naik.", annotations=(ExchangedAnnotation("1", "claim", (Span(0, 16),)),))
DENIAL = ExchangedArticle("b", "Menteri membantah.", annotations=(ExchangedAnnotation("1", "denial", (Span(0, 17),)),))


def linked(*links: ExchangedLink) -> ExchangedArticle:
    return replace(DENIAL, links=links)


def far(to: str, key: str = "1", kind: str = "denies") -> ExchangedLink:
    return ExchangedLink(kind, "1", key, to_article=to)


def both(desk: Desk, path: Path) -> ImportReport:
    """What comes of an import, after a preview that has said the same and written nothing."""
    before, entries = desk.rows(), desk.entries()
    found = preview_import(desk.workspace, path, desk.ana)
    assert (desk.rows(), desk.entries()) == (before, entries)
    report = import_annotations(desk.workspace, path, desk.ana)
    assert dict(found.losses.counts) == report.left_out
    assert found.losses.named == report.losses.named
    assert (found.taken, found.known) == (report.annotations, report.known + report.changed)
    assert found.unsure == report.unsure.counts.total()
    return report


def doccano(folder: Path, *relations: tuple[int, int]) -> Path:
    ends = [("quote", 14, 34), ("claim", 15, 32), ("denial", 38, 56)]
    entities = [
        {"id": number, "label": label, "start_offset": start, "end_offset": end}
        for number, (label, start, end) in enumerate(ends)
    ]
    links = [{"id": number, "from_id": a, "to_id": b, "type": "denies"} for number, (a, b) in enumerate(relations)]
    path = folder / "relations.jsonl"
    path.write_text(json.dumps({"text": TEXT, "entities": entities, "relations": links}), "utf-8")
    return path


def test_a_link_into_a_reading_that_was_handed_in_meanwhile_is_told_before(desk: Desk, tmp_path: Path) -> None:
    assert both(desk, doccano(tmp_path)).annotations == 3
    (document,) = documents.list_documents(desk.workspace)
    readings.submit(desk.workspace, document.id, desk.ana, despite=True)
    assert both(desk, doccano(tmp_path, (2, 1))).left_out == {CLOSED_LINK: 1}


@pytest.mark.parametrize(
    ("links", "told"),
    [
        ((far("a"),), {}),
        ((far("a"), far("a")), {}),
        ((far("a", "9"), far("z")), {NO_END: 2}),
        ((far("c"),), {"relation that the label set does not allow: “denies” leads to a claim, not a quote.": 1}),
        ((far("a", kind="causes"),), {"relation “causes”, which the label set does not have": 1}),
        ((ExchangedLink("denies", "1", "1"),), {ITSELF: 1}),
        (
            (far("a", kind="supersedes"), far("c", kind="supersedes")),
            {
                "relation that the label set does not allow: There can be only 1 “supersedes”; remove the one there is "
                "first.": 1
            },
        ),
    ],
)
def test_links_within_and_between_articles_new_and_known(
    desk: Desk, tmp_path: Path, links: tuple[ExchangedLink, ...], told: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_preview, "AT_A_TIME", 1)
    quote = replace(
        CLAIM, key="c", text="“Beras mahal.”", annotations=(ExchangedAnnotation("1", "quote", (Span(0, 14),)),)
    )
    path = written(tmp_path, [linked(*links), CLAIM, quote], "dataset")
    report = both(desk, path)
    assert (report.left_out, report.links) == (told, len(set(links)) - sum(told.values()))
    assert both(desk, path).left_out == told


def test_a_link_to_another_article_into_a_closed_reading(desk: Desk, tmp_path: Path) -> None:
    for article in (CLAIM, DENIAL):
        both(desk, written(tmp_path, [article], "dataset"))
    (document,) = (one.id for one in documents.list_documents(desk.workspace) if one.title == DENIAL.text)
    readings.submit(desk.workspace, document, desk.ana, despite=True)
    assert both(desk, written(tmp_path, [linked(far("a")), CLAIM], "dataset")).left_out == {CLOSED_LINK: 1}


def test_all_else_is_told_alike(desk: Desk, tmp_path: Path) -> None:
    document = desk.load(TEXT)
    desk.tag(document, 15, 32)
    hidden = replace(minister().annotations[0], attributes={"attributed_to": ["██████"]})
    cici = tuple(replace(one, key=key(at), annotator="Cici") for at, one in enumerate(minister().annotations, 71))
    said = (hidden, *minister().annotations[1:], *cici, replace(hidden, key=key(9)))
    path = written(tmp_path, [replace(minister(), annotations=said)])
    report = both(desk, path)
    assert (report.annotations, report.known) == (5, 2)
    assert "source whose name is hidden in the file" in report.left_out
    denial = next(row["id"] for row in desk.rows()["annotation"] if row["foreign_key"] == f"w3c:{key(3)}")
    annotations.set_label(desk.workspace, denial, "claim", desk.ana)
    readings.submit(desk.workspace, document, desk.ana, despite=True)
    again = replace(
        minister(), annotations=(*said, replace(said[0], key=key(8), segments=(Span(0, 4),), texts=("Kata",)))
    )
    report = both(desk, written(tmp_path, [again]))
    assert (report.left_out[CHANGED_HERE], report.left_out[CLOSED_READING]) == (1, 1)
