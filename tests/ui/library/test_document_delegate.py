"""How a row of the library is painted: looked at through its picture."""

from dataclasses import replace

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from annotator.core.records import DocumentSummary, Progress
from annotator.ui.library.document_delegate import DocumentDelegate
from annotator.ui.library.document_model import DocumentModel
from tests.ui.library.shelf import shelf, with_copies


def _picture(
    document: DocumentSummary, progress: Progress | None = None, *, is_open: bool = False, rtl: bool = False
) -> QImage:
    model = DocumentModel()
    model.set_documents([document])
    if progress is not None:
        model._progress[document.id] = progress
    model.set_open(document.id if is_open else None)
    return _painted(model, 0, rtl=rtl)


def _painted(model: DocumentModel, row: int, *, rtl: bool = False) -> QImage:
    view = QListView()
    option = QStyleOptionViewItem()
    option.font, option.palette = view.font(), view.palette()
    option.direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    delegate = DocumentDelegate()
    height = delegate.sizeHint(option, model.index(row)).height()
    option.rect = QRect(0, 0, 240, height)
    image = QImage(QSize(240, height), QImage.Format.Format_RGB32)
    image.fill(view.palette().base().color())
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(row))
    painter.end()
    return image


def _inked(image: QImage, left: int, right: int, top: int = 0, bottom: int | None = None) -> int:
    ground = image.pixel(image.width() // 2, 1)
    rows = range(top, bottom or image.height())
    return sum(image.pixel(x, y) != ground for x in range(left, right) for y in rows)


def test_a_title_starts_where_its_script_does(qtbot: QtBot) -> None:
    document = replace(shelf(1)[0], outlet="", language="")
    latin = _picture(replace(document, title="Rise"))
    arabic = _picture(replace(document, title="عاجل"))
    assert _inked(latin, 0, 100)
    assert not _inked(latin, 140, 240)
    assert _inked(arabic, 140, 240)
    assert not _inked(arabic, 0, 100)


def test_long_titles_stay_inside_their_margins(qtbot: QtBot) -> None:
    for title in ("word " * 200, "كلمة " * 200, "字" * 400):
        image = _picture(replace(shelf(1)[0], title=title), Progress(10_000, 10, 9))
        assert not _inked(image, 0, 8)
        assert not _inked(image, 232, 240)


def test_progress_is_seen_and_done_differs_from_under_way(qtbot: QtBot) -> None:
    document = replace(shelf(1)[0], title="")
    none, half, done = (_picture(document, progress) for progress in (None, Progress(4, 1, 1), Progress(4, 3, 1)))
    assert not _inked(none, 180, 240)
    assert _inked(half, 180, 240)
    assert half != done
    assert _picture(document, Progress(0, 0, 0)) == none


def test_the_open_article_carries_a_bar_at_the_side_where_lines_start(qtbot: QtBot) -> None:
    document = shelf(1)[0]
    accent = QListView().palette().highlight().color().rgb()
    assert _picture(document, is_open=True).pixel(1, 20) == accent
    assert _picture(document, is_open=True, rtl=True).pixel(238, 20) == accent
    assert _picture(document).pixel(1, 20) != accent


def _fold_picture(*, expanded: bool, row: int = 0) -> QImage:
    model = DocumentModel()
    documents = [replace(document, title="", outlet="", language="") for document in with_copies(13)]
    model.set_documents(documents)
    model.set_expanded(documents[0].id, expanded=expanded)
    return _painted(model, row)


def test_a_fold_shows_an_arrow_that_turns_and_how_many_are_in_it(qtbot: QtBot) -> None:
    folded, unfolded, plain = (
        _fold_picture(expanded=False),
        _fold_picture(expanded=True),
        _fold_picture(expanded=False, row=1),
    )
    assert _inked(folded, 12, 24)
    assert _inked(folded, 26, 80)
    assert folded != unfolded
    assert not _inked(plain, 8, 120)


def test_rows_below_another_are_set_in_and_tied_to_it(qtbot: QtBot) -> None:
    below = _fold_picture(expanded=True, row=1)
    line = [below.pixel(14, y) for y in range(below.height())]
    assert len(set(line)) == 1
    assert line[0] != below.pixel(16, 1)
    assert _inked(below, 28, 80)
