"""Furniture is cut without a hole, and every place is found again."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.dataset import ExportText, cut_furniture, whole_text
from annotator.core.records import DocumentRecord, Furniture
from annotator.core.spans import Span
from tests.formats.records import annotation, document, framed, place


def furnished(text: str, *furniture: str, labelled: str = "") -> DocumentRecord:
    """A document in which these words are furniture, and these labelled."""
    pieces = tuple(Furniture(*place(text, words), "manual") for words in furniture)
    labels = [annotation(1, 1, "claim", place(text, labelled))] if labelled else []
    return document(1, text, [Span(0, len(text))], *labels, furniture=pieces)


def test_a_text_without_furniture_is_itself() -> None:
    record = furnished("Harga naik.\n")
    assert cut_furniture(record) == whole_text(record)
    assert cut_furniture(record).text is record.text
    assert cut_furniture(record).kept == (Span(0, 12),)


def test_cutting_leaves_no_hole_and_no_line_run_into_the_next() -> None:
    assert cut_furniture(framed()).text == "Harga Naik\n“Kami rugi,” kata Siti, “setiap hari.”\nPasar sepi."
    assert cut_furniture(furnished("a\n\nX\n\nb", "X")).text == "a\n\nb"
    assert cut_furniture(furnished("a X b", "X")).text == "a b"
    assert cut_furniture(furnished("a b X", "X")).text == "a b"
    assert cut_furniture(furnished("b\n\nX\nY\nZ\n", "X", "Y", "Z")).text == "b"
    assert cut_furniture(furnished("X Y", "X", "Y")).text == ""


def test_furniture_that_is_labelled_stays() -> None:
    assert cut_furniture(furnished("10 hours ago\na\nShare", "10 hours ago", "Share", labelled="hours")).text == (
        "10 hours ago\na"
    )


def test_white_space_that_is_labelled_stays() -> None:
    record = furnished("X\n a", "X", labelled="\n a")
    assert cut_furniture(record).text == "\n a"
    assert cut_furniture(furnished("a \nX\n", "X", labelled="a ")).text == "a "


def test_a_place_in_what_was_cut_falls_to_its_edge() -> None:
    shown = cut_furniture(furnished("ab XYZ cd", "XYZ"))
    assert shown.text == "ab cd"
    assert [shown.place(at) for at in range(10)] == [0, 1, 2, 3, 3, 3, 3, 3, 4, 5]
    assert shown.span(Span(4, 6)) == Span(3, 3)
    assert shown.span(Span(0, 9)) == Span(0, 5)


@st.composite
def documents(draw: st.DrawFn) -> DocumentRecord:
    text = draw(st.text(alphabet="ab \n😀é", min_size=1, max_size=40))

    def spans(size: int) -> st.SearchStrategy[list[Span]]:
        at = st.integers(0, len(text))
        pairs = st.tuples(at, at).filter(lambda pair: pair[0] != pair[1])
        return st.lists(pairs.map(lambda pair: Span(min(pair), max(pair))), max_size=size)

    labels = [annotation(number, 1, "claim", span) for number, span in enumerate(draw(spans(3)))]
    furniture = tuple(Furniture(*span, "manual") for span in sorted(draw(spans(4))))
    return document(1, text, [Span(0, len(text))], *labels, furniture=furniture)


@given(documents())
def test_every_labelled_text_is_found_unchanged_and_all_that_is_kept_can_be_traced(record: DocumentRecord) -> None:
    shown = cut_furniture(record)
    assert shown.text == "".join(record.text[start:end] for start, end in shown.kept)
    for label in record.annotations:
        for segment in label.segments:
            start, end = shown.span(segment)
            assert shown.text[start:end] == record.text[slice(*segment)]
    check_places(record, shown)


def check_places(record: DocumentRecord, shown: ExportText) -> None:
    kept = {at for start, end in shown.kept for at in range(start, end)}
    for at in range(len(record.text) + 1):
        assert shown.place(at) == sum(other in kept for other in range(at))
    furniture = {at for start, end, _ in record.furniture for at in range(start, end)}
    assert all(at in kept or at in furniture or record.text[at].isspace() for at in range(len(record.text)))
