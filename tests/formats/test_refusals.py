"""What files of one article are refused for, whatever their format."""

from dataclasses import replace

import pytest

from annotator.errors import UnreadableInput
from annotator.formats.limits import LIMITS
from annotator.formats.refusals import refuse_larger, refuse_wordless


def test_a_file_may_have_as_many_bytes_as_the_limit() -> None:
    limits = replace(LIMITS, article_bytes=2_000_000)
    refuse_larger(b"a" * 2_000_000, limits, "This")
    with pytest.raises(UnreadableInput, match=r"^This has 2\.1 MB; the limit for one article is 2\.0 MB, so split it"):
        refuse_larger(b"a" * 2_100_000, limits, "This")


def test_a_word_is_enough() -> None:
    refuse_wordless(" 市 ", "This")
    with pytest.raises(UnreadableInput, match=r"^This holds no text; if"):
        refuse_wordless(" — \n", "This")
