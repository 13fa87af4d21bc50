"""One dispute: what each side says, and what can be done about it."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from annotator.core.rulings import Dispute, RulingRecord, RulingVerdict
from annotator.ui.disputes.dispute_card import DisputeCard
from tests.core.submitted import ANA, BEN, CLEO, DOCUMENT, link, reading, said
from tests.ui.disputes.made import LABELS, article


def shown(qtbot: QtBot, place: int = 0, **more: Any) -> DisputeCard:
    there = article(**more)
    card = DisputeCard()
    qtbot.addWidget(card)
    card.show_dispute(there.disputes.disputes[place], there, LABELS, "light", (place + 1, 3))
    card.resize(360, 600)
    card.show()
    return card


def texts(card: DisputeCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.text() and not label.isHidden()]


def test_both_sides_with_their_words(qtbot: QtBot) -> None:
    card = shown(qtbot)
    assert card.title.text() == "Boundary"
    assert card.count.text() == "1 of 3"
    assert {"The mayor left.", "mayor left."} <= set(texts(card))
    assert card.accessibleDescription() == ("Boundary. Ana Bell: Claim “The mayor left.”. Ben: Claim “mayor left.”")


def test_values_and_links_that_differ_are_told(qtbot: QtBot) -> None:
    assert {"Voice: the article’s own", "Voice: reported"} <= set(texts(shown(qtbot, 1)))
    sources = (
        reading(ANA, said(1, "quote", (0, 15)), links=[link("attributed_to", 1, source=90)]),
        reading(BEN, said(11, "quote", (0, 15))),
    )
    assert {"Source: Rina", "Source: none"} <= set(texts(shown(qtbot, readings=sources)))


def test_sides_stand_beside_each_other_only_where_each_has_room(qtbot: QtBot) -> None:
    card = shown(qtbot)
    card.resize(600, 600)
    frames = card.findChildren(QFrame, "dispute_side")
    qtbot.waitUntil(lambda: frames[0].y() == frames[1].y())
    many = (reading(UUID(int=900 + n), said(n, "claim", (0, 15 - n % 2 * 4))) for n in range(1, 8))
    there = article(readings=tuple(many))
    card.show_dispute(there.disputes.disputes[0], there, LABELS, "light", (1, 1))
    qtbot.waitUntil(lambda: len({one.y() for one in card.findChildren(QFrame, "dispute_side") if one.isVisible()}) == 7)


def test_a_long_name_cuts_nothing_of_what_is_said(qtbot: QtBot) -> None:
    there = article()
    name = "Maximiliana von Hohenstein-Langenburg"
    there = replace(there, people={**there.people, ANA: replace(there.people[ANA], name=name)})
    card = DisputeCard()
    qtbot.addWidget(card)
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(card)
    card.show_dispute(there.disputes.disputes[1], there, LABELS, "light", (1, 1))
    area.resize(240, 600)
    area.show()
    wrapped = [one for one in card.findChildren(QLabel) if one.wordWrap() and one.isVisible()]
    qtbot.waitUntil(lambda: all(one.height() >= one.heightForWidth(one.width()) for one in wrapped))


def test_who_has_nothing_there(qtbot: QtBot) -> None:
    assert "nothing here" in texts(shown(qtbot, 2))


def test_what_was_ruled_and_what_was_ruled_before(qtbot: QtBot) -> None:
    there = article()
    group = there.disputes.disputes[0].group
    ruling = RulingRecord(UUID(int=9), DOCUMENT, CLEO, RulingVerdict.BOTH, group.ids, group.ids, case_number=3)
    card = DisputeCard()
    qtbot.addWidget(card)
    card.show_dispute(Dispute(group, ruling), there, LABELS, "dark", (1, 1))
    assert card.ruled.text() == "✓ Cleo: all of it holds\nCase 3"
    card.show_dispute(Dispute(group, None, ruling), there, LABELS, "dark", (1, 1))
    assert card.ruled.isHidden()
    assert card.former.text() == "Settled before it changed. Cleo: all of it holds"


def test_every_button_has_its_key(qtbot: QtBot) -> None:
    card = shown(qtbot)
    assert list(card.buttons) == ["1", "2", "B", "N", "E", "G"]
    with qtbot.waitSignal(card.side_chosen) as side:
        QTest.mouseClick(card.buttons["2"], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(card.key_chosen) as key:
        QTest.mouseClick(card.buttons["N"], Qt.MouseButton.LeftButton)
    assert (side.args, key.args) == ([BEN], ["N"])
    card.set_writable(False)
    assert not any(button.isEnabled() for button in card.buttons.values())


def test_sides_stand_beside_each_other_where_there_is_room(qtbot: QtBot) -> None:
    card = shown(qtbot)
    qtbot.waitUntil(lambda: len({frame.y() for frame in sides(card)}) == 2)
    card.resize(700, 400)
    qtbot.waitUntil(lambda: len({frame.y() for frame in sides(card)}) == 1)


def sides(card: DisputeCard) -> list[QFrame]:
    return [frame for frame in card.findChildren(QFrame) if frame.objectName() == "dispute_side"]
