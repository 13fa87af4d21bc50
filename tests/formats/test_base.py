"""Every listed format keeps the protocol."""

import pytest

from annotator.formats import FORMATS
from annotator.formats.base import Format, WriteOptions


@pytest.mark.parametrize("file_format", FORMATS, ids=lambda file_format: file_format.id)
def test_a_format_says_what_it_is(file_format: Format) -> None:
    assert file_format.id == file_format.id.lower()
    assert file_format.title
    assert file_format.extensions
    assert all(extension.startswith(".") and extension == extension.lower() for extension in file_format.extensions)
    assert file_format.can_read or file_format.can_write
    assert all(loss.endswith(".") for loss in file_format.losses)


def test_ids_are_unique() -> None:
    ids = [file_format.id for file_format in FORMATS]
    assert len(set(ids)) == len(ids)


def test_by_default_furniture_and_byte_order_mark_are_left_out() -> None:
    assert WriteOptions() == WriteOptions(with_furniture=False, bom=False)
