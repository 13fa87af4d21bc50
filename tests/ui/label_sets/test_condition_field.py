"""When something holds."""

from pytestqt.qtbot import QtBot

from annotator.core.schema import Condition
from annotator.ui.label_sets.condition_field import ConditionField
from tests.ui.label_sets.sets import NEWSROOM


def shown(qtbot: QtBot, condition: Condition, without: str = "") -> tuple[ConditionField, list[Condition]]:
    field, told = ConditionField("Asked"), list[Condition]()
    qtbot.addWidget(field)
    field.edited.connect(told.append)
    field.show_condition(NEWSROOM, condition, without)
    return field, told


def choose(field: ConditionField, key: str) -> None:
    field.box.setCurrentIndex(field.box.findData(key))
    field.box.activated.emit(field.box.currentIndex())


def test_always_asks_nothing(qtbot: QtBot) -> None:
    field, told = shown(qtbot, ())
    assert field.condition() == ()
    assert field.values.isHidden()
    choose(field, "accuses")
    field.values.tick("organisation", on=True)
    assert told == [(), (("accuses", ("organisation",)),)]


def test_yes_and_no_are_values_too(qtbot: QtBot) -> None:
    field, told = shown(qtbot, ())
    choose(field, "negated_report")
    field.values.tick("yes", on=True)
    assert told[-1] == (("negated_report", ("yes",)),)


def test_what_is_beyond_the_first_part_stays(qtbot: QtBot) -> None:
    rule = next(rule for rule in NEWSROOM.rules if rule.key == "accused_was_not_asked")
    field, told = shown(qtbot, rule.when)
    assert "“Reply”" in field.more.text()
    field.values.tick("organisation", on=False)
    assert told == [(("accuses", ("named_person", "identifiable_person")), rule.when[1])]


def test_a_field_does_not_depend_on_itself(qtbot: QtBot) -> None:
    field, _told = shown(qtbot, (), without="accuses")
    assert field.box.findData("accuses") < 0
    assert field.box.findData("denied_text") < 0  # what is written can be anything
