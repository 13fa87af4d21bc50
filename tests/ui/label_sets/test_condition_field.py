"""When something holds."""

from pytestqt.qtbot import QtBot

from annotator.core import label_changes
from annotator.core.schema import Condition
from annotator.ui.label_sets.condition_field import ConditionField
from tests.ui.label_sets.sets import NEWSROOM


def shown(qtbot: QtBot, condition: Condition, without: str = "") -> tuple[ConditionField, list[Condition]]:
    field, told = ConditionField("Asked"), list[Condition]()
    qtbot.addWidget(field)
    field.edited.connect(told.append)
    field.show_condition(NEWSROOM, condition, without)
    return field, told


def choose(field: ConditionField, key: str, row: int = 0) -> None:
    box = field.parts[row].box
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


def rows(field: ConditionField) -> list[str]:
    return [part.box.currentText() for part in field.parts if not part.isHidden()]


def test_always_asks_nothing(qtbot: QtBot) -> None:
    field, told = shown(qtbot, ())
    assert field.condition() == ()
    assert field.parts[0].values.isHidden()
    choose(field, "accuses")
    field.parts[0].values.tick("organisation", on=True)
    assert told == [(), (("accuses", ("organisation",)),)]


def test_yes_and_no_are_values_too(qtbot: QtBot) -> None:
    field, told = shown(qtbot, ())
    choose(field, "negated_report")
    field.parts[0].values.tick("yes", on=True)
    assert told[-1] == (("negated_report", ("yes",)),)


def test_every_part_can_be_changed_taken_out_and_added(qtbot: QtBot) -> None:
    rule = next(rule for rule in NEWSROOM.rules if rule.key == "accused_was_not_asked")
    field, told = shown(qtbot, rule.when)
    assert rows(field) == ["Where “Accuses” is", "and “Reply” is", "and nothing else is asked"]
    field.parts[0].values.tick("organisation", on=False)
    assert told[-1] == (("accuses", ("named_person", "identifiable_person")), rule.when[1])
    field.parts[1].values.tick("no_reply", on=True)
    assert set(dict(told[-1])["reply_status"]) == {"not_sought", "no_reply"}
    choose(field, "verification", row=2)
    assert rows(field)[2:] == ["and “Verification” is"], "another is asked for when this one has a value"
    field.parts[2].values.tick("verified", on=True)
    assert told[-1][2] == ("verification", ("verified",))
    assert field.parts[3].box.findData("accuses") < 0, "a field is asked for once"
    choose(field, "", row=1)
    assert [key for key, _values in told[-1]] == ["accuses", "verification"]
    assert rows(field) == ["Where “Accuses” is", "and “Verification” is", "and nothing else is asked"]


def test_a_field_that_is_chosen_stays_until_its_values_are(qtbot: QtBot) -> None:
    field, told = shown(qtbot, ())
    when: Condition = (("voice", ("outlet",)),)
    field.show_condition(NEWSROOM, when, about="rule")
    choose(field, "accuses")
    assert told[-1] == ()
    field.show_condition(NEWSROOM, told[-1], about="rule")  # as the dialog answers what is told
    assert rows(field) == ["Where “Accuses” is"]
    field.show_condition(NEWSROOM, (), about="another rule")
    assert rows(field) == ["Always"]


def test_a_field_that_is_retired_is_shown_where_it_is_asked(qtbot: QtBot) -> None:
    labels = label_changes.retire(NEWSROOM, "attributes", "accuses")
    field, _told = shown(qtbot, ())
    when: Condition = (("accuses", ("organisation",)), ("voice", ("outlet",)))
    field.show_condition(labels, when)
    assert field.condition() == when
    field.show_condition(labels, ())
    assert field.parts[0].box.findData("accuses") < 0


def test_a_field_does_not_depend_on_itself(qtbot: QtBot) -> None:
    field, _told = shown(qtbot, (), without="accuses")
    assert field.parts[0].box.findData("accuses") < 0
    assert field.parts[0].box.findData("denied_text") < 0  # what is written can be anything
