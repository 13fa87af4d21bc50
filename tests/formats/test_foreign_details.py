"""Details of articles under their own names, and nothing else that bears such a name."""

from dataclasses import replace

from annotator.formats.foreign_details import DETAILS, all_details_of, details_in, details_of
from tests.formats.exchanged import minister


def test_details_that_say_something_come_back() -> None:
    written = details_of(replace(minister(), outlet="", split="train"))
    assert list(written) == [name for name in DETAILS if name not in ("outlet", "byline")]
    assert details_in({**written, "text": "Kata", "id": 7}) == written


def test_every_detail_is_there_where_a_tool_wants_the_same_fields_of_each_article() -> None:
    written = all_details_of(replace(minister(), outlet="", split="train"))
    assert tuple(written) == DETAILS
    assert (written["outlet"], written["split"]) == ("", "train")
    assert details_in(written) == details_of(replace(minister(), outlet="", split="train"))


def test_something_else_under_such_a_name_is_none() -> None:
    assert details_in({"title": "Judul", "language": ["id"], "url": None, "outlet": ""}) == {"title": "Judul"}
