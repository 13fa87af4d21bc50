"""Blocks as WordprocessingML: directions, scripts, marks."""

from typing import Any

from docx.oxml.ns import nsmap, qn
from lxml import etree

from annotator.formats.reports.docx_body import Body
from tests.formats.reports.sample import sample

RUN_ORDER = ["rFonts", "b", "bCs", "color", "u", "shd", "vertAlign", "rtl", "lang"]


def body() -> Any:
    return etree.fromstring(f'<w:body xmlns:w="{nsmap["w"]}">{"".join(Body(sample()).blocks())}</w:body>')


def runs(words: str) -> list[Any]:
    return [run for run in body().iter(qn("w:r")) if "".join(t.text or "" for t in run.iter(qn("w:t"))) == words]


def test_properties_of_runs_stand_in_the_order_that_word_asks_for() -> None:
    for look in body().iter(qn("w:rPr")):
        known = [RUN_ORDER.index(child.tag.rpartition("}")[2]) for child in look]
        assert known == sorted(known)


def test_what_runs_right_to_left_is_told_so_and_latin_words_in_it_are_not() -> None:
    (latin,) = runs("BBC")
    (arabic,) = runs("نفى الوزير في")
    assert latin.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is None
    assert arabic.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None
    assert arabic.getparent().find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None


def test_scripts_have_their_language_and_face() -> None:
    (chinese,) = runs("部长否认了“这一指控”，称其「毫无根据」。")
    look = chinese.find(qn("w:rPr"))
    assert look.find(qn("w:lang")).get(qn("w:eastAsia")) == "zh-CN"
    assert look.find(qn("w:rFonts")).get(qn("w:hint")) == "eastAsia"


def test_marks_are_shaded_and_underlined_and_numbers_raised() -> None:
    (inner,) = runs("inner")
    look = inner.find(qn("w:rPr"))
    assert look.find(qn("w:u")).get(qn("w:val")) == "single"
    assert look.find(qn("w:shd")).get(qn("w:fill")) == "ece5d6"
    (number,) = runs("[1\u00a0")
    assert number.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}").get(qn("w:val")) == "superscript"


def test_every_part_begins_a_page_and_tables_do_not_touch() -> None:
    assert len(list(body().iter(qn("w:pageBreakBefore")))) == 2
    for table in body().iter(qn("w:tbl")):
        assert table.getnext().tag == qn("w:p")


def test_names_in_tables_begin_at_one_edge() -> None:
    (name,) = (cell for cell in body().iter(qn("w:tc")) if "".join(cell.itertext()).strip() == "نور")
    assert name.find(f"{qn('w:p')}/{qn('w:pPr')}/{qn('w:jc')}").get(qn("w:val")) == "end"
    (words,) = (cell for cell in body().iter(qn("w:tc")) if "".join(cell.itertext()).strip() == "وزارة")
    assert words.find(f"{qn('w:p')}/{qn('w:pPr')}/{qn('w:jc')}") is None
