"""Files that nothing reads are told what they are."""

import pytest

from annotator import formats
from annotator.errors import UnreadableInput
from annotator.formats.unread_kinds import advice_for


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("story.DOC", "“story.DOC” is an old Word file; open it in Word, save it as .docx and load that."),
        ("a/talk.pptx", "“talk.pptx” is a presentation; save it as PDF and load that."),
        ("photo.jpeg", "run OCR"),
        ("interview.mp3", "load its transcript"),
    ],
)
def test_each_kind_has_its_way_out(name: str, said: str) -> None:
    assert said in advice_for(name)
    with pytest.raises(UnreadableInput, match="load"):
        formats.format_for(name)


def test_of_other_endings_nothing_is_said() -> None:
    assert advice_for("story.xyz") == advice_for("story") == ""


def test_no_kind_is_read_after_all() -> None:
    read = {extension for known in formats.readers() for extension in known.extensions}
    assert [extension for extension in read if advice_for(f"a{extension}")] == []


def test_bytes_come_before_the_name() -> None:
    (article,) = formats.read(rb"{\rtf1 The mayor denied it.}", "story.doc")
    assert getattr(article, "text", "") == "The mayor denied it."
