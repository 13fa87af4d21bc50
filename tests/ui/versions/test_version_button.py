"""Which version is open, and the way to the others."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from annotator.core.identity import new_id
from annotator.core.records import DocumentSummary
from annotator.ui.versions.version_button import VersionButton

FIRST = datetime(2026, 5, 3, 9, 30, tzinfo=UTC)
KEYS = [new_id() for _ in range(3)]


def summaries(count: int) -> list[DocumentSummary]:
    return [
        DocumentSummary(
            key, "Q&A", "", "", "en", None, FIRST + timedelta(days=at), 10,
            superseded_by=KEYS[at + 1] if at + 1 < count else None,
        )
        for at, key in enumerate(KEYS[:count])
    ]  # fmt: skip


@pytest.fixture
def button(qtbot: QtBot) -> VersionButton:
    made = VersionButton()
    qtbot.addWidget(made)
    return made


def test_one_version_needs_no_button(button: VersionButton) -> None:
    button.show_versions(summaries(1), KEYS[0])
    assert not button.isVisibleTo(None)
    button.show_versions(summaries(3), None)
    assert not button.isVisibleTo(None)


def test_the_newest_says_which_it_is(button: VersionButton) -> None:
    button.show_versions(summaries(3), KEYS[2])
    assert button.isVisibleTo(None)
    assert button.text() == button.accessibleName() == "Version 3 of 3"
    assert not button.font().bold()


def test_an_older_one_says_when_it_was_replaced(button: VersionButton) -> None:
    button.show_versions(summaries(3), KEYS[0])
    assert button.text().startswith("Older version, replaced on ")
    assert "4" in button.text()
    assert button.font().bold()
    assert "stays as it was" in button.toolTip()


def test_the_menu_opens_any_of_them(button: VersionButton) -> None:
    button.show_versions(summaries(2), KEYS[0])
    newest, oldest = button.menu().actions()
    assert newest.text().startswith("Version 2, newest · ")
    assert newest.text().endswith("Q&&A")
    assert (newest.isChecked(), oldest.isChecked()) == (False, True)
    chosen: list[UUID] = []
    button.version_chosen.connect(chosen.append)
    newest.trigger()
    assert chosen == [KEYS[1]]
