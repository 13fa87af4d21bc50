"""One project after the other, and a way out when one cannot be opened."""

from pathlib import Path
from uuid import uuid4

import pytest

from annotator.errors import ProjectError
from annotator.operations import documents, packets
from annotator.operations import projects as operations
from annotator.ui.banner import Kind
from annotator.ui.export.import_report import ImportReportDialog
from annotator.ui.packet.passphrase_dialog import PassphraseDialog
from tests.ui.stage import Stage


def test_another_project_takes_the_place_of_the_first(stage: Stage, tmp_path: Path) -> None:
    stage.start().load()
    other = str(tmp_path / "other.annotator")
    with stage.qtbot.waitSignal(stage.app.projects.opened, timeout=10_000):
        stage.app.projects.open(other)
    assert stage.document is None
    assert stage.session.name == "other"
    assert stage.window.choices.settings.recent_projects == (other, stage.address)


def test_nothing_of_a_closed_project_comes_after_it(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"")
    for number in range(300):
        (tmp_path / f"{number:03}.txt").write_text(f"Article {number}.\n\nIts text.", encoding="utf-8")
    stage.start()
    loading, first = stage.session.loading, stage.session.workspace
    loading.load([str(tmp_path / "bad.txt")])
    stage.settle()
    stage.window.banner.notice.ways[0].take()
    dialog = stage.window.findChild(ImportReportDialog)
    assert dialog.isVisible()
    loading.load([str(tmp_path)])
    with stage.qtbot.waitSignal(stage.app.projects.opened, timeout=10_000):
        stage.app.projects.open(str(tmp_path / "other.annotator"))
    stage.settle()
    assert stage.session.name == "other"
    assert stage.document is None
    assert stage.window.library.list_view.model().rowCount() == 0
    assert stage.window.banner.notice is None
    assert not stage.window.batch.isVisible()
    assert stage.window.findChild(ImportReportDialog) is None
    with pytest.raises(ProjectError):
        documents.list_documents(first)


def test_a_damaged_project_is_said_with_two_ways_out(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = tmp_path / "damaged.annotator"
    damaged.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    stage.start(str(damaged), wait=False)
    stage.qtbot.waitUntil(lambda: stage.window.banner.notice is not None, timeout=10_000)
    notice = stage.window.banner.notice
    assert (notice.kind, notice.stays) == (Kind.ERROR, True)
    assert len(notice.ways) == 2
    fresh = str(tmp_path / "fresh")
    monkeypatch.setattr(stage.app.projects, "_ask_new", lambda: fresh)
    with stage.qtbot.waitSignal(stage.app.projects.opened, timeout=10_000):
        notice.ways[1].take()
    assert Path(f"{fresh}.annotator").is_file()
    assert stage.window.banner.notice is None


def test_a_newcomer_sees_text_at_once_and_it_is_there_the_next_time(stage: Stage) -> None:
    stage.start(newcomer=True)
    assert stage.document.text
    first = stage.document.id
    stage.close()
    stage.start(newcomer=True)
    assert stage.document.id == first


def test_files_given_at_the_start_are_loaded(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One article.\n\nIts text is short.", encoding="utf-8")
    stage.start(files=(str(tmp_path / "a.txt"),))
    stage.settle()
    assert stage.document.file_name == "a.txt"


def test_a_locked_project_asks_for_its_passphrase(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    operations.open_project(stage.address, uuid4(), passphrase="three bears").close()
    answers, asked = ["four wolves", "three bears"], list[tuple[str, bool]]()

    def ask(_window: object, name: str, told: str = "") -> str:
        asked.append((name, "does not open" in told))
        return answers.pop(0)

    monkeypatch.setattr(PassphraseDialog, "ask", ask)
    stage.start()
    assert asked == [("p.annotator", False), ("p.annotator", True)]
    assert stage.session.document_count == 0
    assert "three bears" not in (stage.folder / "home" / "settings.toml").read_text(encoding="utf-8")


def test_who_has_no_passphrase_can_open_something_else(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    operations.open_project(stage.address, uuid4(), passphrase="three bears").close()
    monkeypatch.setattr(PassphraseDialog, "ask", lambda *_given: None)
    stage.start(wait=False)
    stage.qtbot.waitUntil(lambda: stage.window.banner.notice is not None, timeout=5000)
    assert "locked" in stage.window.banner.notice.text
    assert [way.title for way in stage.window.banner.notice.ways] == ["Open another project…", "New project…"]


def test_a_packet_says_what_it_is_and_its_recipient_works_in_it(stage: Stage, tmp_path: Path) -> None:
    stage.start().load()
    packet = tmp_path / "ben.packet.annotator"
    ids = [stage.document.id]
    packets.make_packet(stage.session.workspace, packet, packets.PacketWish(ids, "Ben"), stage.session.annotator_id)
    stage.close()
    stage.start(str(packet))
    assert "for Ben, " in stage.window.banner.notice.text
    assert "1 article, to be read blind." in stage.window.banner.notice.text
    assert stage.session.identifying.person.name == "Ben"
    stage.session.tagging.tag("claim")
    assert [record.annotator for record in stage.window.reader.annotations()] == ["Ben"]
