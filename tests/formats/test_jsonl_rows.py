"""The frozen text is made again from what is shown and what was cut; any other is noticed."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given

from annotator.core.dataset import cut_furniture
from annotator.core.records import DocumentRecord
from annotator.errors import UnreadableInput
from annotator.formats.jsonl_lines import line_of
from annotator.formats.jsonl_rows import cut_pieces, frozen_text, has_everything, sha256_of
from tests.formats.records import framed
from tests.formats.strange import documents


def whole(record: DocumentRecord) -> dict[str, Any]:
    """A line with what was cut, after a way through JSON."""
    shown = cut_furniture(record)
    rows = {"document": [{"text_sha256": sha256_of(record.text)}]}
    line = line_of(record, shown, None) | {"cut": cut_pieces(record.text, shown.kept), "rows": rows, "project": None}
    found: dict[str, Any] = orjson.loads(orjson.dumps(line))
    return found


@given(documents())
def test_any_text_is_made_again(record: DocumentRecord) -> None:
    assert frozen_text(whole(record)) == record.text


def test_another_text_is_noticed() -> None:
    line = whole(framed())
    assert frozen_text(line) == framed().text
    for damage in ({"text": line["text"] + "x"}, {"cut": line["cut"][1:]}, {"kept": line["kept"][1:]}):
        with pytest.raises(ValueError, match="not the one that it names"):
            frozen_text(line | damage)


def test_only_a_first_line_with_rows_and_project_holds_everything(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    line = whole(framed())
    path.write_bytes(b"\xef\xbb\xbf\n" + orjson.dumps(line))
    assert has_everything(path)
    for content in (b"", b"[]", b"no json", orjson.dumps(line | {"schema": 2}), orjson.dumps({"schema": 1})):
        path.write_bytes(content)
        assert not has_everything(path)
    with pytest.raises(UnreadableInput):
        has_everything(tmp_path)
