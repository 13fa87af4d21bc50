"""Every listed format keeps the protocol."""

import pytest

from annotator.errors import NotFound, UnreadableInput
from annotator.formats import all_formats, exporter_by_id, format_for, is_readable, writers
from annotator.formats.base import Format, Reader, WriteOptions, Writer
from annotator.formats.exchange import Exchange


@pytest.mark.parametrize("file_format", all_formats(), ids=lambda file_format: file_format.id)
def test_a_format_says_what_it_is(file_format: Format) -> None:
    assert file_format.id == file_format.id.lower()
    assert file_format.title
    assert file_format.extensions
    assert all(extension.startswith(".") and extension == extension.lower() for extension in file_format.extensions)
    assert isinstance(file_format, Reader | Writer | Exchange)
    assert all(loss.endswith(".") for loss in file_format.losses)


def test_by_default_furniture_and_byte_order_mark_are_left_out() -> None:
    assert WriteOptions() == WriteOptions(with_furniture=False, bom=False)


def test_formats_are_found_by_name_and_by_ending() -> None:
    assert format_for("berita.TXT").id == format_for("").id == "text"
    assert {"jsonl", "csv"} <= {writer.id for writer in writers()}
    assert exporter_by_id("csv").extensions == (".csv",)
    assert is_readable("a.txt")
    assert not is_readable("a.png")
    with pytest.raises(UnreadableInput, match=r"“\.sqlite” cannot be read"):
        format_for("a.sqlite")
    with pytest.raises(NotFound, match="there are jsonl, csv"):
        exporter_by_id("text")
