"""Which column gives what, as it is written at a prompt."""

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.cli.columns import parse_columns
from annotator.formats.columns import FIELDS

OPTION = click.Option(["--columns"])


def parsed(value: str | None) -> dict[str, str]:
    return dict(parse_columns(click.Context(click.Command("load")), OPTION, value))


def test_fields_and_their_headings() -> None:
    assert parsed("title=Headline,text=Body") == {"title": "Headline", "text": "Body"}
    assert parsed(" text = Isi berita , outlet=Media, cetak=daring") == {
        "text": "Isi berita",
        "outlet": "Media, cetak=daring",
    }
    assert parsed(None) == parsed("") == {}


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("Headline", "write FIELD=HEADING"),
        ("body=Isi", "write FIELD=HEADING"),
        ("x,text=Isi", "write FIELD=HEADING"),
        ("text=", "“text” needs one heading"),
        ("text=a,text=b", "“text” needs one heading"),
        ("title=Judul", "which column is the text"),
    ],
)
def test_what_is_wrong_is_said(value: str, words: str) -> None:
    with pytest.raises(click.BadParameter, match=words):
        parsed(value)


HEADINGS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=10)


@given(st.dictionaries(st.sampled_from(FIELDS), HEADINGS), HEADINGS)
def test_what_was_written_is_what_is_read(columns: dict[str, str], text: str) -> None:
    columns["text"] = text
    assert parsed(",".join(f"{name}={heading}" for name, heading in columns.items())) == columns
