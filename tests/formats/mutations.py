"""Files that were good once: bytes of a real one cut, doubled, overwritten or put into another."""

from hypothesis import strategies as st

_MARKS = [
    b"",
    b"\0",
    b"\xff\xfe",
    b"<",
    b">",
    b"]]>",
    b"<!--",
    b"&a;",
    b"\r\n\r\n",
    b"--",
    b'"',
    b"{",
    b"[" * 50,
    b"\x80" * 9,
]


@st.composite
def mutated(draw: st.DrawFn, *contents: bytes) -> bytes:
    """One of the files, changed in up to four places."""
    content = draw(st.sampled_from(contents))
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(content)))
        end = draw(st.integers(start, min(len(content), start + draw(st.sampled_from([0, 1, 8, 200, 100_000])))))
        other = draw(st.sampled_from(contents))
        piece = st.one_of(
            st.sampled_from(_MARKS), st.binary(max_size=8), st.just(content[start:end] * 2), st.just(other[start:end])
        )
        content = content[:start] + draw(piece) + content[end:]
    return content
