"""Styles, page and particulars of a Word report."""

from docx.oxml.ns import qn

from annotator.formats.reports.docx_frame import framed
from tests.formats.reports.sample import sample


def test_styles_are_there_under_the_keys_that_the_body_uses() -> None:
    keys = {style.style_id for style in framed(sample()).styles}
    assert {"Heading1", "Heading3", "ArticleText", "PictureCaption", "Passage", "Quiet", "Notice", "Cell"} <= keys
    assert "CellHeading" in keys


def test_properties_of_styles_stand_in_the_order_that_word_asks_for() -> None:
    order = ["keepNext", "keepLines", "pBdr", "spacing", "ind", "contextualSpacing", "outlineLvl"]
    for style in framed(sample()).styles:
        names = [child.tag.rpartition("}")[2] for child in style.element.iterfind(f"{qn('w:pPr')}/*")]
        known = [order.index(name) for name in names if name in order]
        assert known == sorted(known), (style.name, names)


def test_pages_are_counted_and_named() -> None:
    section = framed(sample()).sections[0]
    assert section.header.paragraphs[0].text == "Quotes & <claims> · 2026-05-04 21:35 UTC"
    fields = section.footer.paragraphs[0]._p.iterfind(qn("w:fldSimple"))
    assert [field.get(qn("w:instr")) for field in fields] == ["PAGE", "NUMPAGES"]
