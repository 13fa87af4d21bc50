"""The card of the selected annotation."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from annotator.ui.inspector.annotation_card import AnnotationCard
from annotator.ui.inspector.described import Described
from annotator.ui.inspector.label_chip import LabelChip
from annotator.ui.quiet_label import QuietLabel
from tests.ui.inspector.passages import described, newsroom, tagged


def _card(qtbot: QtBot) -> AnnotationCard:
    card = AnnotationCard()
    qtbot.addWidget(card)
    card.set_labels(newsroom(), "light")
    card.show()
    return card


def _choices(card: AnnotationCard) -> list[QToolButton]:
    return [
        button
        for button in card.findChildren(QToolButton)
        if button.isVisible() and button.accessibleName().startswith("Change to")
    ]


def test_the_other_labels_can_be_chosen(qtbot: QtBot) -> None:
    card = _card(qtbot)
    card.show_annotation(described(label="denial"), "He denied it.")
    qtbot.waitUntil(lambda: [button.text() for button in _choices(card)] == ["Claim", "Quote"])
    assert card.findChildren(LabelChip)[0].accessibleName() == "Denial"
    with qtbot.waitSignal(card.label_chosen) as chosen:
        qtbot.keyClick(_choices(card)[1], Qt.Key.Key_Space)
    assert chosen.args == ["quote"]


def test_what_somebody_else_has_tagged_is_only_shown(qtbot: QtBot) -> None:
    card = _card(qtbot)
    card.show_annotation(replace(described(label="denial"), own=False), "He denied it.")
    assert card.note.isReadOnly()
    assert not any(button.isEnabled() for button in _choices(card))
    told = [label.text() for label in card.findChildren(QuietLabel)]
    assert any(words.endswith("can change it") for words in told)
    card.show_annotation(described(label="denial"), "He denied it.")
    assert not card.note.isReadOnly()
    card.set_changeable(False)
    card.show_annotation(described(label="denial"), "He denied it.")
    assert card.note.isReadOnly()


def test_who_and_whence_are_told(qtbot: QtBot) -> None:
    card = _card(qtbot)
    card.show_annotation(Described(replace(tagged(), annotator="Budi", origin="accepted")), "text")
    told = [label.text() for label in card.findChildren(QuietLabel)]
    assert any(words.startswith("Budi · ") and words.endswith("accepted from a suggestion") for words in told)


def test_a_copied_one_says_from_where(qtbot: QtBot) -> None:
    card, copied = _card(qtbot), replace(tagged(), origin="copied")
    whence = []
    for record, source in ((copied, "The bridge\nis closed"), (copied, ""), (replace(copied, origin="carried"), "")):
        card.show_annotation(Described(record), "text", source)
        whence.append(next(label.text() for label in card.findChildren(QuietLabel) if " · " in label.text()))
    assert [words.rsplit(" · ", 1)[1] for words in whence] == [
        "copied from “The bridge is closed”",
        "copied from another copy of the article",
        "carried over from an older version",
    ]


def test_a_label_that_is_gone_from_the_set_offers_all_others(qtbot: QtBot) -> None:
    card = _card(qtbot)
    card.show_annotation(described(label="rumour"), "They say.")
    qtbot.waitUntil(lambda: len(_choices(card)) == 3)


def test_long_titles_of_other_labels_do_not_push_the_panel_wide(qtbot: QtBot) -> None:
    card = _card(qtbot)
    usual = card.minimumSizeHint().width()
    labels = newsroom()
    claim = replace(labels.labels[0], title="Statement of fact by an official spokesperson of a ministry")
    card.set_labels(replace(labels, labels=(claim, *labels.labels[1:])), "light")
    card.show_annotation(described(label="denial"), "He denied it.")
    qtbot.waitUntil(lambda: len(_choices(card)) == 2)
    assert _choices(card)[0].accessibleName() == f"Change to {claim.title}"
    assert card.minimumSizeHint().width() <= max(usual, 260)


def test_what_was_returned_says_so_while_it_is_shown_alone(qtbot: QtBot) -> None:
    card = _card(qtbot)
    card.show_annotation(replace(described(), returned="Ben has returned this: which mayor"), "text")
    assert card.returned.text() == "Ben has returned this: which mayor"
    assert card.returned.isVisible()
    card.show_several([described(), described()])
    assert not card.returned.isVisible()
    card.show_annotation(described(), "text")
    assert not card.returned.isVisible()
