"""Annotations and relations in the rows of WebAnno TSV."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink, unfaithful
from annotator.core.spans import Span
from annotator.errors import UnreadableInput
from annotator.formats.webanno_reading import Table, read_table
from annotator.formats.webanno_spans import Spans

TEXT = 'Kata Menteri: "Harga beras turun." 😀 Pedagang membantah.'
_SPECIFICATION = """\
#FORMAT=WebAnno TSV 3.3
#T_SP=custom.Span|label
#T_RL=custom.Relation|label|BT_custom.Span


#Text=Kata Menteri: "Harga beras turun." 😀 Pedagang membantah.
1-1	0-4	Kata	_	_	_
1-2	5-12	Menteri	_	_	_
1-3	12-13	:	_	_	_
1-4	14-15	"	quote[3]	_	_
1-5	15-20	Harga	claim[1]|quote[3]	denies	1-11[2_1]
1-6	21-26	beras	claim[1]|quote[3]	_	_
1-7	27-32	turun	claim[1]|quote[3]	_	_
1-8	32-33	.	quote[3]	_	_
1-9	33-34	"	quote[3]	_	_
1-10	35-37	😀	_	_	_
1-11	38-46	Pedagang	denial[2]	_	_
1-12	47-56	membantah	denial[2]	_	_
1-13	56-57	.	_	_	_
"""
OF_THE_SPECIFICATION = "".join(
    f"{line}\t\n" if line[:1] == "1" else f"{line}\n" for line in _SPECIFICATION.splitlines()
)


def table_of(head: str, *rows: str) -> Table:
    words = [row.split("\t")[2] for row in rows if "." not in row.split("\t")[0]]
    text = " ".join(words)
    return read_table(f"#FORMAT=WebAnno TSV 3.3\n{head}\n\n\n#Text={text}\n" + "\n".join(rows) + "\n", "a.tsv")


def places(table: Table, annotator: str = "") -> list[tuple[str, Span]]:
    return [(one.label, one.extent) for one in Spans(table, annotator).annotations()]


def test_the_rows_of_the_specification() -> None:
    table = read_table(OF_THE_SPECIFICATION, "a.tsv")
    spans = Spans(table, "Ana")
    assert table.text == TEXT
    assert [(one.key, one.label, one.segments, one.annotator) for one in spans.annotations()] == [
        ("3", "quote", (Span(14, 34),), "Ana"),
        ("1", "claim", (Span(15, 32),), "Ana"),
        ("2", "denial", (Span(37, 55),), "Ana"),
    ]
    assert list(spans.links()) == [ExchangedLink("denies", "2", "1", "Ana")]
    assert not table.unread


def test_parts_of_tokens() -> None:
    table = table_of(
        "#T_SP=custom.Span|label",
        "1-1\t0-6\taaaaaa\twhole\t",
        "1-1.1\t3-6\taaa\tpart[7]\t",
        "1-2\t7-13\tbbbbbb\tpart[7]\t",
        "1-2.1\t9-9\t\tnothing\t",
    )
    assert places(table) == [("whole", Span(0, 6)), ("part", Span(3, 13))]
    assert table.unread == {"annotation that covers nothing of its text": 1}


def test_layers_of_others() -> None:
    table = table_of(
        "#T_SP=a.NamedEntity|identifier|value\n#T_SP=a.Mark|\n"
        "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|x",
        "1-1\t0-4\tSatu\thttp\\_x[1]\tPER[1]\t*\tNN\t",
        "1-2\t5-8\tdua\thttp\\_x[1]\tPER[1]\t_\tNN\t",
    )
    first, second = Spans(table).annotations()
    assert first == ExchangedAnnotation("1", "PER", (Span(0, 8),), {"identifier": "http_x"})
    assert (second.label, second.segments, dict(second.attributes)) == ("Mark", (Span(0, 4),), {})
    assert sum(table.unread.values()) == 1


def test_pieces_that_bear_one_key_are_one() -> None:
    rows = ("1-1\t0-4\tSatu\tclaim\tk\t", "1-2\t5-8\tdua\t_\t_\t", "1-3\t9-13\ttiga\tclaim\tk\t")
    table = table_of("#T_SP=custom.Span|label|key", *rows)
    assert [one.segments for one in Spans(table).annotations()] == [(Span(0, 4), Span(9, 13))]
    copies = table_of("#T_SP=custom.Span|label|key", "1-1\t0-4\tSatu\tclaim[1]|claim[2]\tk[1]|k[2]\t")
    assert [one.key for one in Spans(copies).annotations()] == ["k", "k-2"]


def test_relations_by_their_token_and_to_nothing() -> None:
    table = table_of(
        "#T_SP=a.S|value\n#T_RL=a.R|BT_a.S\n#T_RL=a.Q|value|BT_a.Other",
        "1-1\t0-4\tSatu\tx\t_\t_\t_\t",
        "1-2\t5-8\tdua\ty\t1-1\t*\t1-1\t",
        "1-3\t9-13\ttiga\t_\t1-9[5_0]|1-1\t_\t_\t",
    )
    spans = Spans(table)
    keys = {one.label: one.key for one in spans.annotations()}
    assert list(spans.links()) == [ExchangedLink("R", keys["x"], keys["y"])]
    assert table.unread == {"relation of a.R without both its ends": 2, "relation of a.Q without both its ends": 1}


@given(st.lists(st.text(st.sampled_from("a_|\\[]12*-"), max_size=12), min_size=8, max_size=8))
def test_nothing_stops_the_reading(cells: list[str]) -> None:
    rows = [f"1-{at + 1}\t{5 * at}-{5 * at + 4}\tSatu\t" + "\t".join(cells[at::2]) + "\t" for at in range(2)]
    try:
        table = table_of("#T_SP=custom.Span|label|key\n#T_RL=custom.Relation|label|BT_custom.Span", *rows)
    except UnreadableInput:
        return
    spans = Spans(table)
    found = ExchangedArticle("a", table.text, annotations=spans.annotations(), links=tuple(spans.links()))
    assert unfaithful(found) is None


def test_a_relation_without_the_column_of_its_source_is_known_by_its_numbers() -> None:
    rows = ("1-1\t0-4\tSatu\tx[1]", "1-2\t5-8\tdua\ty[2]\tdenies[1_2]")
    spans = Spans(table_of("#T_SP=a.S|value\n#T_RL=a.R|value|BT_a.S", *rows))
    spans.annotations()
    assert list(spans.links()) == [ExchangedLink("denies", "1", "2")]


def test_an_annotation_whose_words_are_not_at_its_place_is_told() -> None:
    moved = OF_THE_SPECIFICATION.replace("1-5\t15-20\tHarga", "1-5\t14-19\tHarga")
    table = read_table(moved, "a.tsv")
    spans = Spans(table)
    assert [one.label for one in spans.annotations()] == ["denial"]
    assert table.unread == {"annotation whose words are not at its place in the text": 2}
    assert list(spans.links()) == []
