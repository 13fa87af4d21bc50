"""The page of one label's fields."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.schema import Attribute, AttributeKind
from annotator.ui.inspector.form_page import FormPage
from tests.ui.inspector.fields.attributes import Finder
from tests.ui.inspector.passages import newsroom

SET = newsroom()


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    around = QWidget()
    qtbot.addWidget(around)
    return around


def page(around: QWidget, label: str = "claim", taken: str = "") -> FormPage:
    made = FormPage(SET.attributes_of(label), Finder(), taken, around)
    around.resize(300, 600)
    around.show()
    return made


def test_every_attribute_has_a_field_in_the_order_of_the_set(around: QWidget) -> None:
    made = page(around)
    keys = [attribute.key for attribute in SET.attributes_of("claim")]
    assert [*made.fields] == keys
    titles = [label.text().replace("&", "") for label in made.findChildren(QLabel) if label.buddy()]
    assert sorted(titles) == sorted(attribute.title for attribute in SET.attributes_of("claim"))


def test_what_is_not_first_is_folded_away(around: QWidget) -> None:
    made = page(around)
    made.set_unfolded(False)
    assert made.is_folded_away("polarity")
    assert not made.is_folded_away("voice")
    assert not made.fields["polarity"].isVisible()
    made.set_unfolded(True)
    assert made.fields["polarity"].isVisible()
    assert not made.is_folded_away("polarity")


def test_only_what_is_asked_is_shown(around: QWidget) -> None:
    made = page(around)
    made.show_only({"voice"})
    assert [field.attribute.key for field in made.shown_fields()] == ["voice"]
    assert not made.fields["claim_kind"].isVisible()
    assert not made.fold.isVisible()


def test_the_fold_says_how_many_of_its_fields_say_something(around: QWidget) -> None:
    made = page(around)
    made.tell_fold({"polarity": None, "modality": None, "voice": None})
    assert made.fold.text() == "▾  More · 2"
    made.set_unfolded(False)
    made.tell_fold({})
    assert made.fold.text() == "▸  More"
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.set_unfolded(False)
    assert made.fold.text() == "◂  More"


def test_alt_letters_are_given_out_once_and_not_those_of_the_menus(around: QWidget) -> None:
    titles = [label.text() for label in page(around, taken="svk").findChildren(QLabel) if label.buddy()]
    letters = [title[title.index("&") + 1].lower() for title in titles if "&" in title]
    assert len(set(letters)) == len(letters) > 5
    assert not set(letters) & set("svk")


def test_tab_goes_as_the_eye_does(around: QWidget) -> None:
    order = page(around, "quote").tab_order()
    names = [widget.accessibleName().split(":")[0] for widget in order]
    assert names[:4] == ["Source", "Type", "More fields", "Said to"]


def test_every_kind_of_attribute_has_a_field(around: QWidget) -> None:
    each = [Attribute(str(kind), str(kind), kind) for kind in AttributeKind]
    assert set(FormPage(each, Finder(), "", around).fields) == set(AttributeKind)
    assert FormPage([], Finder(), "", around).is_empty
