"""Documents that no newsroom would write: every character, spans anywhere, cells that begin with a formula."""

from hypothesis import strategies as st

from annotator.core.records import DocumentRecord, Furniture
from annotator.core.spans import Span
from tests.formats.records import annotation, document

CHARACTERS = st.sampled_from("=+-@＝＋－＠\t\r\n ,;\"'\0\u2028\u202e\ufeff😀é́") | st.characters(
    exclude_categories=["Cs"]
)
TEXTS = st.text(CHARACTERS, max_size=60)


@st.composite
def documents(draw: st.DrawFn) -> DocumentRecord:
    """A document with up to three annotations of up to three stretches, furniture and marks."""
    text = draw(st.text(CHARACTERS, min_size=1, max_size=60))
    at = st.integers(0, len(text))

    def stretches(most: int) -> list[Span]:
        places = sorted(draw(st.lists(at, max_size=2 * most, unique=True)))
        return [Span(start, end) for start, end in zip(places[::2], places[1::2], strict=False)]

    ends = sorted({*draw(st.lists(st.integers(1, len(text)), max_size=3)), len(text)})
    labels = [
        annotation(number, 1, draw(st.sampled_from(["claim", "quote"])), *segments, note=draw(TEXTS), annotator="Ana")
        for number in range(3)
        if (segments := stretches(3))
    ]
    return document(
        1,
        text,
        [Span(start, end) for start, end in zip([0, *ends], ends, strict=False)],
        *labels,
        furniture=tuple(Furniture(*span, "manual") for span in stretches(2)),
        marks=tuple(stretches(2)),
        title=draw(TEXTS),
        file_name=draw(TEXTS),
    )
