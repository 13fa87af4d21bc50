"""An export is what the project holds, or there is none; what lay there before stays until then."""

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO
from uuid import UUID, uuid4

import pytest

from annotator import formats
from annotator.core.records import ArticleRecord, DocumentRecord
from annotator.core.spans import Span
from annotator.errors import Cancelled, ExportFailed, NotFound
from annotator.formats.base import Passage, TellsLosses, WriteOptions, Writer
from annotator.formats.jsonl import JsonLines
from annotator.operations import annotations, documents, exports, loading, relations, versions
from annotator.operations.annotators import find_or_add_annotator
from annotator.operations.choosing import held_articles
from annotator.operations.details import set_details_of_many
from annotator.operations.exports import export_dataset
from annotator.operations.projects import open_project
from annotator.operations.sources import add_source
from annotator.reading.preparing import prepare
from annotator.store.workspace import Workspace
from tests.store.desk import Desk

TEXT = 'Kata Menteri: "Harga beras turun." 😀 Pedagang membantah.'
SPANS = (("quote", [Span(14, 34)]), ("claim", [Span(15, 32)]), ("denial", [Span(37, 45), Span(46, 55)]))


@pytest.fixture
def workspace(project_path: Path) -> Iterator[Workspace]:
    """A project with one labelled article and one about which nothing is said."""
    opened = open_project(project_path, uuid4())
    who = find_or_add_annotator(opened, "Ana")
    article = loading.load_content(opened, TEXT.encode(), "a.txt", who, detect_language=False)
    loading.load_content(opened, b"Kosong saja.", "b.txt", who, detect_language=False)
    for label, segments in SPANS:
        annotations.add_annotation(opened, article.id, segments, label, who)
    yield opened
    opened.close()


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if not path.name.startswith(("project.", "home"))}


@pytest.mark.parametrize(
    "writer", [one for one in formats.writers() if not isinstance(one, TellsLosses)], ids=lambda writer: writer.id
)
def test_what_is_written_is_what_the_project_holds(workspace: Workspace, tmp_path: Path, writer: Writer) -> None:
    target = tmp_path / f"out{writer.extensions[0]}"
    report = export_dataset(workspace, writer.id, target)
    assert (report.format_id, report.documents, report.annotations) == (writer.id, 2, 3)
    assert (report.path, report.losses) == (target, writer.losses)
    with target.open("rb") as stream:
        passages = list(writer.passages(stream))
    assert [(p.label, list(map(Span._make, p.segments))) for p in passages] == [(lab, segs) for lab, segs in SPANS]
    assert [p.texts for p in passages][2] == ("Pedagang", "membantah")
    assert files(tmp_path) == {target.name}


def test_only_the_documents_asked_for_are_written_once_each(workspace: Workspace, tmp_path: Path) -> None:
    first = documents.list_documents(workspace)[0].id
    report = export_dataset(workspace, "jsonl", tmp_path / "one.jsonl", document_ids=[first, first])
    assert (report.documents, report.annotations) == (1, 0)
    assert json.loads((tmp_path / "one.jsonl").read_bytes())["id"] == str(first)


def test_a_document_or_format_that_is_not_there_is_said(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no longer in the project"):
        export_dataset(workspace, "jsonl", tmp_path / "one.jsonl", document_ids=[uuid4()])
    with pytest.raises(NotFound, match="no format “docx”"):
        export_dataset(workspace, "docx", tmp_path / "one.docx")
    assert files(tmp_path) == set()


def hold(workspace: Workspace, **changes: str) -> UUID:
    """Give the newest article these details."""
    newest = documents.list_documents(workspace)[0].id
    set_details_of_many(workspace, [newest], changes, find_or_add_annotator(workspace, "Ana"))
    return newest


@pytest.mark.parametrize("changes", [{"status": "withheld"}, {"status": "cancelled"}, {"embargo_until": "9999-01-01"}])
def test_what_is_held_back_is_left_out_and_counted(
    workspace: Workspace, tmp_path: Path, changes: dict[str, str]
) -> None:
    held = hold(workspace, **changes)
    assert held_articles(workspace) == [held]
    report = export_dataset(workspace, "jsonl", tmp_path / "out.jsonl")
    assert (report.documents, report.held_back) == (1, 1)
    assert str(held) not in (tmp_path / "out.jsonl").read_text()
    report = export_dataset(workspace, "jsonl", tmp_path / "out.jsonl", document_ids=[held])
    assert (report.documents, report.held_back, (tmp_path / "out.jsonl").read_bytes()) == (0, 1, b"")
    report = export_dataset(workspace, "jsonl", tmp_path / "out.jsonl", with_held=True)
    assert (report.documents, report.held_back) == (2, 0)
    assert str(held) in (tmp_path / "out.jsonl").read_text()


def test_an_article_is_written_in_its_newest_version_unless_an_older_one_is_named(
    workspace: Workspace, tmp_path: Path
) -> None:
    old = documents.list_documents(workspace)[-1].id
    who = find_or_add_annotator(workspace, "Ana")
    text = TEXT + " Menteri diam."
    record = ArticleRecord("", text, text.encode(), "utf-8", "a2.txt")
    plan = versions.plan_version(workspace, old, prepare(record, {}, detect_language=False))
    decisions = {one.annotation.id: one.anchored.segments for one in plan.carried}
    new = versions.load_version(workspace, plan, decisions, who)
    target = tmp_path / "out.jsonl"
    assert export_dataset(workspace, "jsonl", target).older == 0  # it goes with the newest one, in the same line
    report = export_dataset(workspace, "jsonl", target, options=WriteOptions(lean=True))
    lines = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert (report.documents, report.older) == (2, 1)
    assert [line["superseded_by"] for line in lines] == [None, None]
    (written,) = (line for line in lines if line["id"] == str(new))
    assert {span["made_from"] for span in written["spans"]} == {str(one.annotation.id) for one in plan.carried}
    report = export_dataset(workspace, "jsonl", target, document_ids=[old])
    assert (report.documents, report.older) == (1, 0)
    assert json.loads(target.read_text(encoding="utf-8"))["superseded_by"] == str(new)


def test_an_embargo_that_has_ended_holds_nothing_back(workspace: Workspace, tmp_path: Path) -> None:
    hold(workspace, embargo_until="2020-01-01T00:00:00+07:00")
    assert held_articles(workspace) == []
    assert export_dataset(workspace, "csv", tmp_path / "out.csv").held_back == 0


def test_options_reach_the_format(workspace: Workspace, tmp_path: Path) -> None:
    export_dataset(workspace, "csv", tmp_path / "out.csv", options=WriteOptions(bom=True))
    assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbfannotation_id")


def test_a_stream_gets_the_checked_bytes(workspace: Workspace, tmp_path: Path) -> None:
    stream = io.BytesIO()
    report = export_dataset(workspace, "jsonl", stream)
    export_dataset(workspace, "jsonl", tmp_path / "out.jsonl")
    assert stream.getvalue() == (tmp_path / "out.jsonl").read_bytes()
    assert report.path is None


def test_an_empty_project_gives_an_empty_dataset(tmp_path: Path) -> None:
    empty = open_project(tmp_path / "project.empty", uuid4())
    for writer in formats.writers():
        assert export_dataset(empty, writer.id, tmp_path / writer.id).documents == 0
    assert (tmp_path / "jsonl").read_bytes() == b""
    empty.close()


# What goes wrong leaves what was there


class Spoilt:
    """Writes what `change` makes of a dataset."""

    id = "jsonl"
    title = "Spoilt"
    extensions = (".jsonl",)
    losses = ()

    def __init__(self, change: Callable[[bytes], bytes]) -> None:
        self._change = change

    def write(self, records: Iterable[DocumentRecord], stream: BinaryIO, options: WriteOptions) -> None:
        aside = io.BytesIO()
        JsonLines().write(records, aside, options)
        stream.write(self._change(aside.getvalue()))

    def passages(self, stream: BinaryIO) -> Iterator[Passage]:
        return JsonLines().passages(stream)


SPOILERS: dict[str, Callable[[bytes], bytes]] = {
    "another label": lambda content: content.replace(b'"claim"', b'"quote"'),
    "another text": lambda content: content.replace(b"Harga", b"Warga"),
    "another place": lambda content: content.replace(
        b'"document_segments":[[15,32]]', b'"document_segments":[[15,33]]'
    ),
    "another article": lambda content: content.replace(b'{"id":"', b'{"id":"0', 1),
    "a lost line": lambda content: b"\n".join(content.split(b"\n")[1:]),
    "a line twice": lambda content: content + content,
    "a cut file": lambda content: content[:-40],
    "no JSON": lambda content: b"?" + content,
    "a lost key": lambda content: content.replace(b'"spans"', b'"span"'),
}


@pytest.mark.parametrize("change", SPOILERS.values(), ids=SPOILERS.keys())
def test_a_file_that_reads_back_otherwise_never_takes_the_name(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[bytes], bytes]
) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("yesterday's")
    monkeypatch.setattr(formats, "exporter_by_id", lambda _: Spoilt(change))
    with pytest.raises(ExportFailed, match="did not read back") as caught:
        export_dataset(workspace, "jsonl", target)
    assert "\n" not in str(caught.value)
    assert target.read_text() == "yesterday's"
    assert files(tmp_path) == {"out.jsonl"}
    with pytest.raises(ExportFailed):
        export_dataset(workspace, "jsonl", stream := io.BytesIO())
    assert stream.getvalue() == b""


def test_it_can_be_stopped(workspace: Workspace, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    target = tmp_path / "out.jsonl"
    export_dataset(workspace, "jsonl", target, progress=lambda done, total: steps.append((done, total)))
    assert steps == [(1, 2), (2, 2)]
    kept = target.read_bytes()
    with pytest.raises(Cancelled):
        export_dataset(workspace, "csv", target, cancelled=lambda: len(steps) > 1)
    assert target.read_bytes() == kept
    assert files(tmp_path) == {"out.jsonl"}


def test_a_folder_that_is_not_there_or_is_one_is_said(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="There is no folder"):
        export_dataset(workspace, "jsonl", tmp_path / "missing" / "out.jsonl")
    with pytest.raises(ExportFailed, match="is a folder"):
        export_dataset(workspace, "jsonl", tmp_path)
    assert files(tmp_path) == set()


def test_a_project_is_never_overwritten(workspace: Workspace, project_path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    open_project(other, uuid4()).close()
    link = tmp_path / "link.csv"
    link.symlink_to(project_path)
    wal = project_path.with_name(project_path.name + "-wal")
    before = other.read_bytes()
    for target in (project_path, wal, other, link):
        with pytest.raises(ExportFailed, match="choose another name"):
            export_dataset(workspace, "csv", target)
    assert other.read_bytes() == before
    assert len(documents.list_documents(workspace)) == 2


def test_a_link_leads_to_its_file_and_keeps_its_rights(workspace: Workspace, tmp_path: Path) -> None:
    real = tmp_path / "real.csv"
    real.write_text("yesterday's")
    real.chmod(0o640)
    (tmp_path / "link.csv").symlink_to(real)
    export_dataset(workspace, "csv", tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert real.read_text().startswith("annotation_id")
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_full_disk_is_said(workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(ExportFailed, match="no room left"):
        export_dataset(workspace, "jsonl", tmp_path / "out.jsonl")
    assert files(tmp_path) == set()


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs /dev/full")
def test_a_device_is_written_to_and_not_replaced(workspace: Workspace) -> None:
    with pytest.raises(ExportFailed, match="no room left"):
        export_dataset(workspace, "jsonl", Path("/dev/full"))
    assert Path("/dev/full").is_char_device()
    export_dataset(workspace, "jsonl", Path(os.devnull))
    assert Path(os.devnull).is_char_device()


def test_a_folder_without_the_right_to_write_is_said(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(ExportFailed, match="you may not write there"):
        export_dataset(workspace, "jsonl", Path("/out.jsonl"))


_ENDLESS = """
import sys, time
from pathlib import Path
from uuid import UUID, uuid4
from annotator.operations import exports
from annotator.operations.projects import open_project

def slowly(chosen, stream, options, compared):
    stream.write(b"x" * 100_000)
    stream.flush()
    print("writing", flush=True)
    time.sleep(60)

exports.write_everything = slowly
exports.export_dataset(open_project(sys.argv[1], uuid4()), "jsonl", Path(sys.argv[2]))
"""


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_a_killed_export_leaves_what_was_there(workspace: Workspace, project_path: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    export_dataset(workspace, "jsonl", target)
    kept = target.read_bytes()
    command = [sys.executable, "-c", _ENDLESS, str(project_path), str(target)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"writing\n"
        process.send_signal(signal.SIGKILL)
    assert target.read_bytes() == kept
    (left,) = tmp_path.glob(".annotator-*.part")
    assert export_dataset(workspace, "jsonl", target).annotations == 3
    assert left.exists()  # it might still be at work
    os.utime(left, (0, 0))
    export_dataset(workspace, "jsonl", target)
    assert not left.exists()


def test_annotations_of_this_very_moment_are_no_trouble(workspace: Workspace, tmp_path: Path) -> None:
    """Somebody tags while the export runs: the export is of one moment, the tag is kept."""
    article = documents.list_documents(workspace)[1]
    who = find_or_add_annotator(workspace, "Budi")

    def tag(done: int, total: int) -> None:
        annotations.add_annotation(workspace, article.id, [Span(done, done + 1)], "claim", who)

    report = export_dataset(workspace, "jsonl", tmp_path / "out.jsonl", progress=tag)
    assert report.annotations == 3
    assert len(documents.read_document(workspace, article.id).annotations) == 5


def test_what_is_off_the_record_is_left_out_and_counted(desk: Desk, tmp_path: Path) -> None:
    key = desk.load()
    quote, claim = desk.tag(key, 21, 36, "quote"), desk.tag(key)
    annotations.set_attributes(desk.workspace, [quote.id], {"record_status": "off_record"}, desk.ana)
    report = exports.export_dataset(desk.workspace, "jsonl", tmp_path / "out.jsonl")
    assert (report.annotations, report.off_record) == (1, 1)
    assert str(quote.id) not in (tmp_path / "out.jsonl").read_text()
    assert str(claim.id) in (tmp_path / "out.jsonl").read_text()


def test_attributes_sources_and_links_leave_with_the_defaults(desk: Desk, tmp_path: Path) -> None:
    key = desk.load()
    quote, claim = desk.tag(key, 21, 36, "quote"), desk.tag(key, 22, 26)
    rina = add_source(desk.workspace, "Rina", desk.ana)
    annotations.set_attributes(desk.workspace, [quote.id], {"quote_type": "direct"}, desk.ana)
    relations.link(desk.workspace, quote.id, "contains", claim.id, desk.ana)
    relations.set_sources(desk.workspace, [quote.id], "attributed_to", [rina.id], desk.ana)
    exports.export_dataset(desk.workspace, "jsonl", tmp_path / "out.jsonl")
    line = json.loads((tmp_path / "out.jsonl").read_text())
    said = {span["id"]: span["attributes"] for span in line["spans"]}
    assert said[str(quote.id)]["quote_type"] == "direct"
    assert said[str(quote.id)]["medium"] == "unknown"
    assert {(one["type"], one["to"], one["source"]) for one in line["relations"]} == {
        ("contains", str(claim.id), None),
        ("attributed_to", None, str(rina.id)),
    }
    assert [source["name"] for source in line["sources"]] == ["Rina"]


@pytest.mark.parametrize(
    ("format_id", "name"), [("csv", "out"), ("doccano", "out"), ("brat", "out"), ("brat", "o.zip")]
)
def test_it_can_be_stopped_at_every_moment(workspace: Workspace, tmp_path: Path, format_id: str, name: str) -> None:
    """While it is written and while it is read back; what lay there stays until it is whole."""
    place = tmp_path / "place"
    place.mkdir()
    export_dataset(workspace, format_id, place / name)
    before = content(place)
    moments = 0
    while True:
        asked = iter([False] * moments)
        with suppress(Cancelled):
            export_dataset(workspace, format_id, place / name, with_held=True, cancelled=lambda: next(asked, True))  # noqa: B023
            break
        assert content(place) == before
        moments += 1
    assert moments >= 2
    assert content(place) == before


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
