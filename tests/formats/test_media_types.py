"""Each kind of file of the web has an ending that a reader is found by."""

import pytest

from annotator import formats
from annotator.formats.media_types import ARTICLES, ENDINGS


@pytest.mark.parametrize("ending", sorted({*ENDINGS.values()}))
def test_every_ending_can_be_read(ending: str) -> None:
    assert formats.is_readable(f"a{ending}")


def test_what_holds_many_is_no_article() -> None:
    assert not {".zip", ".warc", ".rss", ".csv"} & {*ARTICLES.values()}
