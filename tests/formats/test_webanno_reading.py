"""Text and rows of WebAnno TSV, as INCEpTION writes them and as others do."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.spans import Span
from annotator.errors import UnreadableInput
from annotator.formats.webanno_reading import read_table

HEAD = "#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Span|label\n\n\n"


def told(body: str) -> str:
    return read_table(HEAD + body, "a.tsv").text


def test_the_text_is_put_together_as_the_tool_does() -> None:
    first = "#Text=Dia pergi .\n1-1\t0-3\tDia\t_\t\n1-2\t4-9\tpergi\t_\t\n1-3\t10-11\t.\t_\t\n"
    assert told(first + "\n#Text=Lalu\n2-1\t12-16\tLalu\t_\t\n") == "Dia pergi .\nLalu"
    assert told(first + "\n#Text=Lalu\n2-1\t14-18\tLalu\t_\t\n") == "Dia pergi .\n  Lalu"
    assert told(first + "\n#Text=Lalu\n2-1\t11-15\tLalu\t_\t\n") == "Dia pergi .Lalu"
    assert told("#Text=Lalu\n1-1\t3-7\tLalu\t_\t\n") == "   Lalu"


def test_lines_in_a_sentence_and_escapes() -> None:
    body = "#Sentence.id=s1\n#Text=Ini\\tsatu\n#Text=b\\\\c\n"
    body += "1-1\t0-3\tIni\t_\t\n1-2\t4-8\tsatu\t_\t\n1-3\t9-12\tb\\\\c\t_\t\n"
    table = read_table(HEAD + body, "a.tsv")
    assert table.text == "Ini\tsatu\nb\\c"
    assert table.sentence_spans() == (Span(0, 12),)
    assert list(table.left_out("a.tsv")) == []


@pytest.mark.parametrize("place", ["3-7", "2-6"])
def test_code_points_and_utf_16(place: str) -> None:
    table = read_table(HEAD + f"#Text=😀 Satu\n1-1\t0-{int(place[0]) - 1}\t😀\t_\t\n1-2\t{place}\tSatu\t_\t\n", "a.tsv")
    unit = list(table.units())[1]
    assert table.text[slice(*map(table.point_of, unit.place))] == "Satu"


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends(end: str) -> None:
    body = "#Text=Satu\n1-1\t0-4\tSatu\t_\t\n"
    assert read_table((HEAD + body).replace("\n", end), "a.tsv").text == "Satu"


def test_layers_and_their_columns() -> None:
    head = (
        "#FORMAT=WebAnno TSV 3.2\n#T_SP=a.Empty|\n#T_SP=b.None\n#T_SP=c.Slot|value|ROLE_c.Slot:x_c.Link|c.Target|more\n"
        "#T_CH=d.CorefLink|referenceType|referenceRelation\n#T_RL=e.Rel|kind|BT_c.Slot\n\n\n"
    )
    table = read_table(head, "a.tsv")
    assert [(layer.type, layer.features, layer.base) for layer in table.layers] == [
        ("a.Empty", (("", 3),), ""),
        ("b.None", (("", 4),), ""),
        ("c.Slot", (("value", 5), ("more", 8)), ""),
        ("e.Rel", (("kind", 11), ("c.Slot", 12)), "c.Slot"),
    ]
    assert table.unread == {"chain layer d.CorefLink": 1, "slots of c.Slot": 1}


def test_broken_rows_are_told_by_their_number() -> None:
    table = read_table(HEAD + "1-1\t0-4\tSatu\n#Text=Satu\n1-1\t0-4\tSatu\t_\nx\n1-2\t9-4\ty\t_\n", "a.tsv")
    assert table.broken == [5, 8, 9]
    assert [one.name for one in table.left_out("a.tsv")] == ["a.tsv, line 5", "a.tsv, line 8", "a.tsv, line 9"]


@pytest.mark.parametrize(
    "content",
    ["", "#Text=a", HEAD + "#Text=Satu\n1-1\t999999999999-999999999999\tSatu\t_\n",
     HEAD + "#Text=Satu dua\n1-1\t0-4\tSatu\t_\n\n#Text=Tiga\n2-1\t3-7\tTiga\t_\n"],
)  # fmt: skip
def test_what_does_not_fit_is_refused(content: str) -> None:
    with pytest.raises(UnreadableInput):
        read_table(content, "a.tsv")


@given(st.text(st.sampled_from("1-.\t_\n#Text=😀a[|]2")))
def test_nothing_else_stops_the_reading(body: str) -> None:
    with suppress(UnreadableInput):
        assert len(read_table(HEAD + body, "a.tsv").text) <= len(body) + 99
