"""One article written: nothing twice, nothing over what was changed here, nothing in what is closed."""

from dataclasses import replace
from pathlib import Path

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink
from annotator.core.import_map import ImportMap
from annotator.core.spans import Span
from annotator.operations import annotations, documents, readings
from annotator.operations.annotators import find_annotator
from annotator.operations.import_article import CHANGED_HERE, CLOSED_LINK, CLOSED_READING
from annotator.operations.import_report import ImportReport
from annotator.operations.importing import import_annotations
from annotator.operations.verification import verify
from tests.formats.exchanged import TEXT, key, minister
from tests.operations.import_desk import unsure_minister, written
from tests.store.desk import Desk


def imported(desk: Desk, folder: Path, *given: ExchangedArticle, format_id: str = "w3c") -> ImportReport:
    return import_annotations(desk.workspace, written(folder, given, format_id), desk.ana)


def test_what_was_changed_here_stays_and_is_told(desk: Desk, tmp_path: Path) -> None:
    imported(desk, tmp_path, unsure_minister())
    (document,) = documents.list_documents(desk.workspace)
    by_label = {one.label: one for one in documents.read_document(desk.workspace, document.id).annotations}
    annotations.set_segments(desk.workspace, by_label["denial"].id, [Span(37, 45)], desk.ana)
    annotations.set_label(desk.workspace, by_label["quote"].id, "claim", desk.ana)
    before = desk.rows()
    again = imported(desk, tmp_path, unsure_minister())
    assert (again.annotations, again.known, again.changed) == (0, 1, 2)
    assert again.left_out[CHANGED_HERE] == 2
    assert desk.rows() == before


def test_what_was_changed_in_the_file_is_told_in_words_that_are_true_of_it(desk: Desk, tmp_path: Path) -> None:
    imported(desk, tmp_path, unsure_minister())
    before = desk.rows()
    first, *others = unsure_minister().annotations
    edited = replace(first, label="quote" if first.label != "quote" else "claim")
    again = imported(desk, tmp_path, replace(unsure_minister(), annotations=(edited, *others)))
    assert again.left_out == {"annotation that is otherwise here than in the file, and stays as it is here": 1}
    assert desk.rows() == before


def test_keys_last_where_the_format_says_so(desk: Desk, tmp_path: Path) -> None:
    imported(desk, tmp_path, unsure_minister())
    rows = desk.rows()
    assert {row["foreign_key"] for row in rows["annotation"]} == {f"w3c:{key(number)}" for number in (1, 2, 3)}
    (document,) = rows["document"]
    assert document["foreign_key"].startswith("w3c:")


def test_an_article_that_was_here_gets_the_key_of_the_other_tool(desk: Desk, tmp_path: Path) -> None:
    desk.load(TEXT)
    report = imported(desk, tmp_path, unsure_minister())
    assert (report.loaded, report.articles) == (0, 1)
    (document,) = desk.rows()["document"]
    assert document["foreign_key"].startswith("w3c:")
    again = imported(desk, tmp_path, replace(unsure_minister(), text=TEXT + " Ralat."))
    assert (again.loaded, again.known) == (0, 3), "it is the same article under the key of the other tool"


def test_without_lasting_keys_the_same_words_with_the_same_label_are_the_same(desk: Desk, tmp_path: Path) -> None:
    one = ExchangedAnnotation("1", "claim", (Span(15, 32),))
    article = ExchangedArticle("1", TEXT, annotations=(one, replace(one, key="2")))
    report = imported(desk, tmp_path, article, format_id="doccano")
    assert (report.annotations, report.known) == (1, 1)
    assert [row["foreign_key"] for row in desk.rows()["annotation"]] == [None]


def test_what_is_handed_in_takes_nothing_more(desk: Desk, tmp_path: Path) -> None:
    document = desk.load(TEXT)
    desk.tag(document, 15, 32)
    readings.submit(desk.workspace, document, desk.ana, despite=True)
    before = desk.rows()
    report = imported(desk, tmp_path, unsure_minister())
    assert report.left_out[CLOSED_READING] == 2
    assert desk.rows()["annotation"] == before["annotation"]


def test_a_link_in_what_is_handed_in_is_left_out(desk: Desk, tmp_path: Path) -> None:
    document = desk.load(TEXT)
    desk.tag(document, 15, 32)
    desk.tag(document, 37, 55, "denial")
    readings.submit(desk.workspace, document, desk.ana, despite=True)
    given = replace(minister(), annotations=minister().annotations[1:])
    assert imported(desk, tmp_path, given).left_out[CLOSED_LINK] == 1


def test_links_and_sources_come_with_them(desk: Desk, tmp_path: Path) -> None:
    odd = (
        ExchangedLink("denies", key(2), key(3), "Ana", key(51)),
        ExchangedLink("denies", key(3), key(3), "Ana", key(52)),
        ExchangedLink("causes", key(3), key(2), "Ana", key(53)),
    )
    hidden = replace(minister().annotations[0], attributes={"attributed_to": ["██████"]})
    given = replace(minister(), annotations=(hidden, *minister().annotations[1:]), links=(*minister().links, *odd))
    report = imported(desk, tmp_path, given)
    assert (report.links, report.sources) == (1, 0)
    assert report.left_out["relation “causes”, which the label set does not have"] == 1
    assert report.left_out["relation from an annotation to itself"] == 1
    assert any("goes out from a denial, not a claim" in why for why in report.left_out)
    assert "source whose name is hidden in the file" in report.left_out


def test_one_that_is_told_again_brings_no_further_source(desk: Desk, tmp_path: Path) -> None:
    first = ExchangedAnnotation(key(1), "claim", (Span(15, 32),), {"attributed_to": ["Menteri"]})
    again = replace(first, key=key(2), attributes={"attributed_to": ["Pedagang"]})
    report = imported(desk, tmp_path, replace(minister(), annotations=(first, again), links=()))
    assert (report.annotations, report.known) == (1, 1)
    assert [row["name"] for row in desk.rows()["source"]] == ["Menteri"]
    assert len(desk.rows()["relation"]) == 1


def test_people_are_who_they_are_said_to_be(desk: Desk, tmp_path: Path) -> None:
    people = [
        replace(one, annotator=name) for one, name in zip(minister().annotations, ("ANA", "cici", ""), strict=True)
    ]
    path = written(tmp_path, [replace(minister(), annotations=tuple(people))])
    report = import_annotations(desk.workspace, path, desk.ben, ImportMap(annotators={"cici": "Dodi"}))
    assert report.people == ["Ana", "Dodi"]
    dodi = find_annotator(desk.workspace, "Dodi")
    assert {row["label"]: row["annotator_id"] for row in desk.rows()["annotation"]} == {
        "quote": desk.ana, "claim": dodi, "denial": desk.ben,
    }  # fmt: skip
    assert find_annotator(desk.workspace, "cici") is None


def test_what_was_read_and_holds_nothing_is_marked(desk: Desk, tmp_path: Path) -> None:
    given = ExchangedArticle("1", TEXT, marks=(Span(35, 56),))
    kind = "dataset"
    assert imported(desk, tmp_path, given, format_id=kind).marks == 1
    assert [(row["start_char"], row["end_char"]) for row in desk.rows()["mark"]] == [(35, 56)]
    assert imported(desk, tmp_path, given, format_id=kind).marks == 0


def test_what_several_have_read_is_not_said_a_second_time_by_whoever_imports(desk: Desk, tmp_path: Path) -> None:
    quote, claim = Span(14, 34), Span(15, 32)
    said = {"quote": ("Ana", quote), "claim": ("Ben", claim)}
    both = tuple(ExchangedAnnotation(label, label, (at,), annotator=who) for label, (who, at) in said.items())
    given = ExchangedArticle("1", TEXT, annotations=both, marks=(Span(35, 56),))
    assert imported(desk, tmp_path, given, format_id="dataset").marks == 1
    path = written(tmp_path, [given], "dataset")
    assert import_annotations(desk.workspace, path, desk.ben).marks == 0, "they are here, whosever they are"
    assert {row["annotator_id"] for row in desk.rows()["mark"]} == {desk.ana}


def test_nobody_comes_of_whom_nothing_does(desk: Desk, tmp_path: Path) -> None:
    def given(who: str, label: str) -> ExchangedArticle:
        return replace(minister(), annotations=(replace(minister().annotations[1], annotator=who, label=label),))

    report = imported(desk, tmp_path, given("cici", "no label here"))
    assert (report.people, find_annotator(desk.workspace, "cici")) == ([], None)
    report = import_annotations(desk.workspace, written(tmp_path, [given("cici", "claim")]), desk.ana, submit=True)
    assert report.people == ["cici"]
    (row,) = desk.rows()["annotation"]
    assert row["annotator_id"] == find_annotator(desk.workspace, "cici")
    assert [one["annotator_id"] for one in desk.rows()["submission"]] == [row["annotator_id"]]
    # What is known by its key needs nobody under the name that the file has for who made it.
    own = replace(minister().annotations[1], key=str(row["id"]), annotator="dodi")
    report = imported(desk, tmp_path, replace(minister(), annotations=(own,), links=()))
    assert (report.known, report.people) == (1, [])
    assert verify(desk.workspace).problems == []
