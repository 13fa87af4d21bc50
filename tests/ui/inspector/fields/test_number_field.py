"""Numbers as people write them."""

import re

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from annotator.core.schema import AttributeKind
from annotator.ui.inspector.fields.number_field import NumberField
from tests.ui.inspector.fields.attributes import attribute


@pytest.mark.parametrize(("words", "number"), [("12", 12), ("-0.5", -0.5), ("1e3", 1000), ("3.0", 3)])
def test_numbers(qtbot: QtBot, words: str, number: float) -> None:
    field = NumberField(attribute(AttributeKind.NUMBER))
    qtbot.addWidget(field)
    assert field.understood(words) == number
    assert type(field.understood(words)) is type(number)


@pytest.mark.parametrize("words", ["twelve", "nan", "inf", "1.2.3", "١٢x"])
def test_no_numbers(qtbot: QtBot, words: str) -> None:
    field = NumberField(attribute(AttributeKind.NUMBER))
    qtbot.addWidget(field)
    with pytest.raises(ValueError, match=re.escape(words)):
        field.understood(words)


def test_the_comma_of_the_persons_language(qtbot: QtBot) -> None:
    field, before = NumberField(attribute(AttributeKind.NUMBER)), QLocale()
    qtbot.addWidget(field)
    try:
        QLocale.setDefault(QLocale("id_ID"))
        assert field.understood("1,5") == 1.5
    finally:
        QLocale.setDefault(before)
