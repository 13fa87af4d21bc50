"""The labelling configuration that is made of a label set."""

from xml.etree import ElementTree

from annotator.core.schema import Attribute, AttributeKind, LabelSet, Value
from annotator.formats.label_studio_config import attribute_of, choices_of, config_of, control_of
from annotator.operations.label_sets import shipped_label_set
from tests.formats.foreign_lines import GOLDEN

NEWSROOM = shipped_label_set("newsroom")


def test_the_golden_file() -> None:
    assert config_of(NEWSROOM) == (GOLDEN / "labelstudio-config.xml").read_bytes()


def test_every_part_of_the_label_set_is_in_it() -> None:
    view = ElementTree.fromstring(config_of(NEWSROOM))
    assert [one.get("value") for one in view.iter("Label")] == [label.key for label in NEWSROOM.labels]
    assert [one.get("background") for one in view.iter("Label")] == [label.colours.light for label in NEWSROOM.labels]
    assert [one.get("value") for one in view.iter("Relation")] == [kind.key for kind in NEWSROOM.relations]
    controls = [one.get("name") for one in (*view.iter("Choices"), *view.iter("TextArea"))]
    assert set(controls) == {attribute.key for attribute in NEWSROOM.attributes} | {"note"}
    (quote_type,) = (one for one in view.iter("Choices") if one.get("name") == "quote_type")
    assert quote_type.get("whenLabelValue") == "quote"
    assert [one.get("value") for one in quote_type] == ["direct", "indirect", "mixed"]


def test_names_and_signs_that_xml_or_the_tool_has_a_use_for() -> None:
    attributes = (
        Attribute("note", "“<a> & b”", AttributeKind.TEXT),
        Attribute("label", "", AttributeKind.CHOICE, values=(Value("a", "<A>"),)),
        Attribute("checked", "Checked", AttributeKind.YES_NO),
    )
    view = ElementTree.fromstring(config_of(LabelSet("x", "X", 1, NEWSROOM.labels, attributes)))
    names = [one.get("name") for one in view.iter() if one.get("name")]
    assert names == ["label", "text", "attribute-note", "attribute-label", "checked", "note"]
    assert [attribute_of(control_of(one.key)) for one in attributes] == ["note", "label", "checked"]
    assert view.find("Relations") is None
    assert choices_of(attributes[2]) == ("true", "false")
