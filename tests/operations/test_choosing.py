"""What leaves a project: only what is asked for, never what is held, and no link that leads nowhere."""

import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import select

from annotator.core.recipes import ExportRequest
from annotator.core.selection import Selection
from annotator.core.spans import Span
from annotator.errors import AnnotatorError, InvalidLabelSet, NotFound
from annotator.operations import annotations, relations
from annotator.operations.choosing import Chosen
from annotator.operations.details import set_details_of_many
from annotator.operations.exports import export, export_dataset
from annotator.operations.sources import add_source
from annotator.store.tables import Project
from tests.store.desk import Desk

WHOLE = Selection()


def taken(desk: Desk, **wanted: Any) -> tuple[list[tuple[str, str]], Chosen]:
    """Label and words of what goes out."""
    chosen = Chosen(desk.workspace, Selection(**wanted))
    found = [(one.label, record.text[slice(*one.extent)]) for record in chosen.records() for one in record.annotations]
    return found, chosen


def test_labels_people_and_attributes_narrow_articles_whole_ones_stay(desk: Desk) -> None:
    key = desk.load()
    desk.load("Sepi saja hari ini.")
    claim, quote = desk.tag(key), desk.tag(key, 21, 36, "quote", desk.ben)
    annotations.set_attributes(desk.workspace, [quote.id], {"quote_type": "direct"}, desk.ben)
    assert taken(desk, labels=("claim",))[0] == [("claim", "Wali")]
    assert [label for label, _ in taken(desk, annotators=("Ben",))[0]] == ["quote"]
    assert [label for label, _ in taken(desk, attributes=(("quote_type", "direct"),))[0]] == ["quote"]
    _, chosen = taken(desk, labels=("denial",))
    assert (chosen.counts.documents, chosen.counts.annotations) == (2, 0)
    found, chosen = taken(desk, labels=("claim",), negatives=False)
    assert (len(found), chosen.counts.documents, chosen.counts.empty) == (1, 1, 1)
    assert chosen.left_out() == ("1 article is left out, as nothing is labelled there.",)
    assert claim.annotator == "Ana"


def test_a_project_is_called_outside_without_names_where_texts_are(desk: Desk, tmp_path: Path) -> None:
    with desk.workspace.edit("Rename", desk.ana, undoable=False) as session:
        session.exec(select(Project)).one().name = "Ben: Wijaya, Rina Hartati"
    add_source(desk.workspace, "Siti Wijaya", desk.ana)
    add_source(desk.workspace, "Rina Hartati", desk.ana, protected=True)
    assert Chosen(desk.workspace, WHOLE).title() == "Ben: Wijaya, ████ ███████"
    assert Chosen(desk.workspace, Selection(pseudonyms=True)).title() == "Annotator 2: Person 1, ████ ███████"
    desk.load()
    export(desk.workspace, ExportRequest("dataset", Selection(pseudonyms=True)), tmp_path / "set")
    card = (tmp_path / "set" / "README.md").read_text(encoding="utf-8")
    assert "\n# Annotator 2: Person 1, ████ ███████\n" in card
    assert "Wijaya" not in card


@pytest.mark.parametrize(
    ("wanted", "error", "words"),
    [
        ({"labels": ("lie",)}, InvalidLabelSet, "it has claim, "),
        ({"annotators": ("Cici",)}, NotFound, "there are Ana, Ben"),
        ({"reading": "Cici"}, NotFound, "Cici"),
        ({"languages": ("xx",)}, NotFound, "no language “xx”"),
        ({"outlets": ("Koran",)}, NotFound, "no outlet “Koran” to choose by; there are Tempo"),
        ({"split": "exam"}, NotFound, "there are train, dev, test"),
        ({"since": "soon"}, AnnotatorError, "“soon” is no date"),
    ],
)
def test_what_is_not_there_is_said(desk: Desk, wanted: dict[str, Any], error: type[Exception], words: str) -> None:
    set_details_of_many(desk.workspace, [desk.load()], {"outlet": "Tempo"}, desk.ana)
    with pytest.raises(error, match=words):
        taken(desk, **wanted)


def test_articles_by_day_outlet_and_part(desk: Desk) -> None:
    first, second = desk.load(), desk.load("Harga beras turun lagi.")
    set_details_of_many(desk.workspace, [first], {"outlet": "Tempo", "published_at": "2026-01-05"}, desk.ana)

    def ids(splits: dict[UUID, str] | None = None, **wanted: Any) -> list[UUID]:
        return [one.id for one in Chosen(desk.workspace, Selection(**wanted), splits=splits).records()]

    assert ids() == [first, second]
    assert ids(since="2026-01-05", until="2026-01-05") == ids(outlets=("tempo",)) == [first]
    assert ids(since="2026-01-06") == []
    assert ids({first: "dev", second: "train"}, split="train") == [second]


def link(desk: Desk, one: UUID, other: UUID, kind: str = "denies") -> None:
    relations.link(desk.workspace, one, kind, other, desk.ana)


def links(desk: Desk, **wanted: Any) -> tuple[list[UUID | None], int]:
    chosen = Chosen(desk.workspace, Selection(**wanted))
    return [one.to_id for record in chosen.records() for one in record.relations], chosen.counts.links


def test_a_link_whose_other_end_stays_is_left_out_and_counted(desk: Desk) -> None:
    first, second = desk.load(), desk.load("Kementerian: harga turun. Tidak benar.")
    claim, far = desk.tag(first), desk.tag(second, 0, 11)
    denial = desk.tag(first, 10, 19, "denial")
    link(desk, denial.id, claim.id)
    link(desk, denial.id, far.id)
    assert links(desk) == ([claim.id, far.id], 0)
    assert links(desk, labels=("denial",)) == ([], 2)
    assert links(desk, documents=(first,)) == ([claim.id], 1)
    assert links(desk, documents=(second,)) == ([], 0)
    set_details_of_many(desk.workspace, [second], {"status": "withheld"}, desk.ana)
    assert links(desk) == ([claim.id], 1)
    assert links(desk, with_held=True) == ([claim.id, far.id], 0)
    assert "1 link is left out" in left_out(desk)[0]


def left_out(desk: Desk, **wanted: Any) -> Sequence[str]:
    chosen = Chosen(desk.workspace, Selection(**wanted))
    list(chosen.records())
    return chosen.left_out()


def test_words_off_the_record_stay_though_their_annotation_is_not_asked_for(desk: Desk) -> None:
    key = desk.load()
    quote, inside = desk.tag(key, 21, 36, "quote"), desk.tag(key, 22, 26)
    annotations.set_attributes(desk.workspace, [quote.id], {"record_status": "off_record"}, desk.ana)
    found, chosen = taken(desk, labels=("claim",))
    assert (found, chosen.counts.off_record) == ([], 1)
    assert len(taken(desk, with_off_record=True)[0]) == 2
    assert taken(desk, with_off_record=True, labels=("claim",))[0] == [("claim", "Kami")]
    assert inside.label == "claim"


def test_a_link_to_what_is_off_the_record_in_another_article_does_not_tell_of_it(desk: Desk) -> None:
    first, second = desk.load(), desk.load("Kata sumber: “Ini rahasia.”")
    claim, secret = desk.tag(second, 13, 27), desk.tag(second, 12, 27, "quote")
    denial = desk.tag(first, 10, 19, "denial")
    link(desk, denial.id, claim.id)
    annotations.set_attributes(desk.workspace, [secret.id], {"record_status": "off_record"}, desk.ana)
    assert links(desk) == ([], 1)
    assert links(desk, with_off_record=True) == ([claim.id], 0)


def test_persons_keep_their_numbers_from_export_to_export(desk: Desk) -> None:
    key = desk.load()
    workspace = desk.workspace
    add_source(workspace, "Zainab", desk.ana, kind="person")
    rina = add_source(workspace, "Rina", desk.ana, kind="person")
    add_source(workspace, "Balai Kota", desk.ana, kind="organisation")
    quote = desk.tag(key, 21, 36, "quote", desk.ben)
    relations.set_sources(workspace, [quote.id], "attributed_to", [rina.id], desk.ben)

    def line(**wanted: Any) -> dict[str, Any]:
        export_dataset(workspace, "jsonl", stream := io.BytesIO(), selection=Selection(pseudonyms=True, **wanted))
        found: dict[str, Any] = json.loads(stream.getvalue())
        return found

    told = line()
    assert told["text"].startswith("Wali kota membantah. “Kami tidak tahu,” kata Person 2.")
    assert [one["name"] for one in told["sources"]] == ["Person 2"]
    assert [(one["annotator"], one["text"]) for one in told["spans"]] == [("Annotator 2", "“Kami tidak tahu,”"[:15])]
    add_source(workspace, "Adi", desk.ana, kind="person")
    assert line(labels=("quote",))["text"] == told["text"]
    assert "Rina" not in json.dumps(told)
    assert left_out(desk, pseudonyms=True, reading="Ben")[0] == "Only what Annotator 2 said is in it."


def test_protected_names_are_hidden_whatever_is_chosen(desk: Desk) -> None:
    key = desk.load()
    add_source(desk.workspace, "Rina", desk.ana, kind="person", protected=True)
    desk.tag(key)
    for pseudonyms in (False, True):
        chosen = Chosen(desk.workspace, Selection(pseudonyms=pseudonyms, with_off_record=True))
        (record,) = chosen.records()
        assert "kata ████." in record.text
        assert any(one.startswith("Names of protected sources are blacked out") for one in chosen.left_out())


def test_what_is_everything_and_what_is_not(desk: Desk) -> None:
    desk.load()
    assert Chosen(desk.workspace, Selection(with_held=True, with_off_record=True)).is_everything
    for narrower in (Selection(labels=("claim",)), Selection(pseudonyms=True), Selection(since="2026-01-01")):
        assert not Chosen(desk.workspace, narrower).is_everything


def test_whoever_stops_early_leaves_no_connection_behind(desk: Desk) -> None:
    desk.load()
    desk.load("Lain lagi.")
    records = Chosen(desk.workspace, WHOLE).records()
    next(records)
    records.close()
    desk.tag(desk.load("Masih bisa ditulis."), 0, 5)


def test_everything_that_is_left_out_is_told_to_whoever_gets_the_file(desk: Desk) -> None:
    held, key = desk.load(), desk.load("Kata dia: “Rahasia.”")
    set_details_of_many(desk.workspace, [held], {"status": "withheld"}, desk.ana)
    quote = annotations.add_annotation(desk.workspace, key, [Span(10, 20)], "quote", desk.ana)
    annotations.set_attributes(desk.workspace, [quote.id], {"record_status": "off_record"}, desk.ana)
    _, chosen = taken(desk)
    assert chosen.all_left_out() == (
        "1 article is withheld, cancelled or under an embargo and left out.",
        "1 annotation is off the record or under embargo, left out and blacked out.",
    )
