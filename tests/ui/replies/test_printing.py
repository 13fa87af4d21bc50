"""Claims on paper."""

from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize, QPdfWriter
from pytestqt.qtbot import QtBot

from annotator.operations.reply_sheet import ENGLISH, as_html
from annotator.ui.replies.printing import pdf_of, print_on
from tests.core.test_linking import NEWSROOM
from tests.core.test_replies import NOW
from tests.ui.replies.claims import late, many


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> None:
    """Fonts are Qt's."""


def pages(content: bytes) -> int:
    return content.count(b"/Type /Page\n") + content.count(b"/Type /Page ")


def test_a_pdf_has_as_many_pages_as_it_takes() -> None:
    short = pdf_of(as_html([late(1)], NEWSROOM, ENGLISH, NOW), "Right of reply")
    long = pdf_of(as_html(many(60), NEWSROOM, ENGLISH, NOW), "Right of reply")
    assert short.startswith(b"%PDF-")
    assert len(long) > len(short)
    assert pages(short) == 1
    assert pages(long) > 3


def test_it_is_printed_on_whatever_has_pages(tmp_path: Path) -> None:
    target = tmp_path / "paper.pdf"
    device = QPdfWriter(str(target))
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    print_on(device, as_html([late(1)], NEWSROOM, ENGLISH, NOW))
    del device
    assert target.read_bytes().startswith(b"%PDF-")
