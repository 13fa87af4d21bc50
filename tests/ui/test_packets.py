"""Giving articles away and bringing them home, in the window."""

from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QFileDialog

from annotator.core.spans import Span
from annotator.operations import annotations, documents, projects
from annotator.operations.annotators import find_annotator, find_or_add_annotator
from annotator.ui.banner import Kind
from annotator.ui.packet.choices import Gift, Offer, Which
from annotator.ui.packet.give_dialog import GiveDialog
from annotator.ui.packet.passphrase_dialog import PassphraseDialog
from annotator.ui.packet.told_dialog import ToldDialog
from tests.ui.stage import Stage


class Told:
    """What the dialog at the end said, and which way out somebody takes."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.headlines: list[str] = []
        self.figures: list[dict[str, str]] = []
        self.notices: list[str] = []
        self.way = -1
        monkeypatch.setattr(ToldDialog, "tell", self._tell)

    def _tell(self, _parent: object, _title: str, headline: str, figures: list[tuple[str, str]], *more: object) -> int:
        self.headlines.append(headline)
        self.figures.append(dict(figures))
        self.notices = list(more[0])  # type: ignore[call-overload]
        return self.way


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    return Told(monkeypatch)


def give(stage: Stage, gift: Gift) -> Path:
    stage.session.packets.give(gift)
    stage.settle()
    return gift.target


def work(path: Path, passphrase: str | None = None) -> None:
    """Ben tags something in his packet."""
    workspace = projects.open_project(path, uuid4(), passphrase=passphrase)
    ben = find_or_add_annotator(workspace, "Ben")
    article = documents.list_documents(workspace)[0]
    annotations.add_annotation(workspace, article.id, [Span(4, 9)], "claim", ben)
    workspace.close()


def test_what_is_offered_is_what_there_is(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.start().load("First article. One.").load("Second article. Two.")
    find_or_add_annotator(stage.session.workspace, "Ben")
    offers: list[Offer] = []
    monkeypatch.setattr(GiveDialog, "ask", lambda _window, offer, _folder: offers.append(offer))
    stage.window.actions_table.call("give_away")
    (offer,) = offers
    assert (offer.total, offer.listed, offer.held, offer.protected) == (2, 2, 0, 0)
    assert offer.open_title == stage.document.title
    assert list(offer.people) == ["Ben"], "nobody gives to oneself first"


def test_a_packet_is_made_and_told(stage: Stage, tmp_path: Path, told: Told) -> None:
    stage.start().load("First article. One.").load("Second article. Two.")
    path = give(stage, Gift(Which.ALL, "", "Ben", tmp_path / "ben.packet.annotator"))
    assert path.exists()
    assert told.headlines == ["“ben.packet.annotator” is ready for Ben."]
    assert told.figures[0]["Articles"] == "2"
    assert find_annotator(stage.session.workspace, "Ben")


def test_only_the_open_article_or_those_in_the_list(stage: Stage, tmp_path: Path, told: Told) -> None:
    stage.start().load("First article. One.").load("Second article. Two.")
    give(stage, Gift(Which.OPEN, "", "Ben", tmp_path / "a.packet.annotator"))
    stage.window.library.filter_field.setText("First")
    give(stage, Gift(Which.LISTED, "", "Ben", tmp_path / "b.packet.annotator"))
    give(stage, Gift(Which.ASSIGNED, "Ben", "Cem", tmp_path / "c.packet.annotator"))
    assert [one["Articles"] for one in told.figures] == ["1", "1", "2"]


def test_that_it_cannot_be_opened_without_its_words_is_told_again(stage: Stage, tmp_path: Path, told: Told) -> None:
    stage.start().load()
    give(stage, Gift(Which.ALL, "", "Ben", tmp_path / "a.packet.annotator", passphrase="three bears"))
    assert any("nobody can open the file" in notice for notice in told.notices)


def test_what_cannot_be_made_is_said(stage: Stage, tmp_path: Path, told: Told) -> None:
    stage.start().load()
    give(stage, Gift(Which.ALL, "", "Ben", tmp_path / "no" / "folder" / "a.packet.annotator"))
    assert stage.window.banner.notice.kind is Kind.ERROR
    assert told.headlines == []


def test_what_was_done_in_it_comes_home(
    stage: Stage, tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.start().load()
    path = give(stage, Gift(Which.ALL, "", "Ben", tmp_path / "ben.packet.annotator"))
    work(path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(path), ""))
    stage.window.actions_table.call("bring_home")
    stage.settle()
    assert told.headlines[-1] == "What was done in “ben.packet.annotator” is here now."
    assert told.figures[-1]["Annotations added"] == "1"
    assert stage.labels_here() == ["claim"]
    stage.session.packets.bring(path)
    stage.settle()
    assert told.headlines[-1] == "There is nothing in “ben.packet.annotator” that is not here already."


def test_a_locked_one_asks_for_its_passphrase(
    stage: Stage, tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.start().load()
    path = give(stage, Gift(Which.ALL, "", "Ben", tmp_path / "b.packet.annotator", passphrase="three bears"))
    work(path, "three bears")
    answers, said = ["four wolves", "three bears"], list[str]()

    def ask(_window: object, _name: str, wrong: str = "") -> str:
        said.append(wrong)
        return answers.pop(0)

    monkeypatch.setattr(PassphraseDialog, "ask", ask)
    stage.session.packets.bring(path)
    stage.qtbot.waitUntil(lambda: len(told.headlines) == 2, timeout=5000)
    assert said[0] == ""
    assert "does not open" in said[1]
    assert told.figures[-1]["Annotations added"] == "1"


def test_what_is_no_copy_of_this_project_is_refused(stage: Stage, tmp_path: Path, told: Told) -> None:
    stage.start().load()
    projects.open_project(tmp_path / "other.annotator", uuid4()).close()
    stage.session.packets.bring(tmp_path / "other.annotator")
    stage.settle()
    assert stage.window.banner.notice.kind is Kind.ERROR
    assert told.headlines == []
