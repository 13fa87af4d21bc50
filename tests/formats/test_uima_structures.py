"""Feature structures out of XMI and JSON of any tool, and a plain sentence for what is damaged or hostile."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UnreadableInput
from annotator.formats.uima_structures import from_json, from_xmi, referring_features

XMI = (
    b'<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" '
    b'xmlns:custom="http:///custom.ecore" xmlns:plain="http:///uima/noNamespace.ecore" xmi:version="2.0">'
    b'<cas:NULL xmi:id="0"/><custom:Span xmi:id="2" sofa="1" begin="15" end="32" label="claim"/>'
    b'<plain:Mark xmi:id="3"><words>a</words></plain:Mark></xmi:XMI>'
)
JSON = (
    b'{"%FEATURE_STRUCTURES":[{"%ID":2,"%TYPE":"custom.Span","@sofa":1,"^begin":15,"^end":32,"label":"claim",'
    b'"#weight":"NaN"}]}'
)


def test_an_element_is_a_structure() -> None:
    null, span, mark = from_xmi(XMI, "“a.xmi”")
    assert (null.key, null.type) == (0, "uima.cas.NULL")
    assert (span.key, span.type, span.number("begin"), span.values["label"]) == (2, "custom.Span", 15, "claim")
    assert mark.type == "Mark"


def test_json_marks_references_anchors_and_numbers_in_their_names() -> None:
    (span,) = from_json(JSON, "“a.json”")
    assert (span.number("begin"), span.number("end"), span.number("sofa")) == (15, 32, 1)
    assert span.references == {"sofa"}
    assert span.values["weight"] == "NaN"


def test_structures_by_their_numbers_are_read_too() -> None:
    (span,) = from_json(b'{"%FEATURE_STRUCTURES":{"7":{"%TYPE":"custom.Span","begin":1}}}', "“a.json”")
    assert (span.key, span.number("begin")) == (7, 1)


def test_what_is_no_number_is_none() -> None:
    (span,) = from_json(b'{"%FEATURE_STRUCTURES":[{"%ID":7,"%TYPE":"a","begin":"x","end":null}]}', "“a.json”")
    assert (span.number("begin"), span.number("end"), span.number("sofa")) == (None, None, None)


def test_features_with_other_ranges_than_plain_values_refer() -> None:
    types = (
        b'<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types><typeDescription>'
        b"<name>a.B</name><features><featureDescription><name>who</name><rangeTypeName>a.C</rangeTypeName>"
        b"</featureDescription><featureDescription><name>word</name><rangeTypeName>uima.cas.String</rangeTypeName>"
        b"</featureDescription></features></typeDescription></types></typeSystemDescription>"
    )
    assert referring_features(types, "“TypeSystem.xml”") == {"who"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<",
        XMI[:-12],
        b"<html/>",
        b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>',
        b'<!DOCTYPE a [<!ENTITY a "a"><!ENTITY b "&a;&a;&a;">]><xmi:XMI xmlns:xmi="http://www.omg.org/XMI">&b;</xmi:XMI>',
        b"<a>" * 10_000,
    ],
)
def test_damaged_and_hostile_xmi_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableInput):
        from_xmi(content, "“a.xmi”")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b'{"%FEATURE_STRUCTURES":1}',
        b'{"%FEATURE_STRUCTURES":[1]}',
        b'{"%FEATURE_STRUCTURES":[{}]}',
        b'{"%FEATURE_STRUCTURES":[{"%ID":"x","%TYPE":"a"}]}',
        JSON[:-4],
        b"\xff\xfe",
    ],
)
def test_damaged_json_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableInput, match="no JSON of UIMA"):
        from_json(content, "“a.json”")


@given(st.binary(max_size=60), st.integers(0, len(XMI)))
def test_no_bytes_stop_it_otherwise(noise: bytes, at: int) -> None:
    for read, whole in ((from_xmi, XMI), (from_json, JSON)):
        try:
            read(whole[:at] + noise + whole[at:], "“a”")
        except UnreadableInput:
            continue
