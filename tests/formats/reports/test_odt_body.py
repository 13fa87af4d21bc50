"""Blocks as OpenDocument: directions, scripts, marks."""

from lxml import etree

from annotator.formats.reports.odt_body import Body
from tests.formats.reports.sample import sample

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def tree() -> etree._Element:
    return etree.fromstring(Body(sample()).content().encode())


def test_every_style_that_is_used_is_there() -> None:
    content = tree()
    there = {style.get(f"{STYLE}name") for style in content.iter(f"{STYLE}style")} | {"Standard"}
    used = {one.get(f"{name}style-name") for one in content.iter() for name in (TEXT, TABLE)} - {None}
    assert used <= there


def test_right_to_left_and_languages_are_told() -> None:
    content = Body(sample()).content()
    assert 'style:writing-mode="rl-tb"' in content
    assert 'style:language-complex="ar"' in content
    assert 'style:language-asian="zh" style:country-asian="CN"' in content


def test_tables_have_header_rows_and_parts_pages() -> None:
    content = tree()
    (heads,) = content.iter(f"{TABLE}table-header-rows")
    assert ["".join(cell.itertext()) for cell in heads.iter(f"{TABLE}table-cell")] == ["Who", "n", "kappa"]
    assert Body(sample()).content().count('fo:break-before="page"') == 2


def test_double_lines_stay_double() -> None:
    assert 'style:text-underline-style="solid" style:text-underline-type="double"' in Body(sample()).content()
