"""The named styles and particulars of an OpenDocument report."""

from lxml import etree

from annotator.formats.reports.odt_styles import manifest, meta, styles
from tests.formats.reports.sample import sample

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"


def test_every_member_is_xml_and_nobody_is_named() -> None:
    members = [etree.fromstring(text.encode()) for text in (styles(sample()), meta(sample()), manifest())]
    assert "Quotes & <claims>" in "".join(members[1].itertext())
    assert "creator" not in meta(sample())


def test_no_attribute_comes_twice_and_parents_are_there() -> None:
    tree = etree.fromstring(styles(sample()).encode())
    named = {style.get(f"{STYLE}name") for style in tree.iter(f"{STYLE}style")}
    assert {"Passage", "Heading_20_1", "Cell_20_Heading"} <= named
    assert all(style.get(f"{STYLE}parent-style-name", "Standard") in named for style in tree.iter(f"{STYLE}style"))
