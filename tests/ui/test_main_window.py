"""The frame: focus, themes, zoom, panels, and what it keeps."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget

from annotator.ui.banner import Kind, Notice, Way
from annotator.ui.theme import read_theme
from tests.ui.stage import Stage


def test_a_theme_reaches_every_part(stage: Stage) -> None:
    stage.start().load()
    stage.window.choices.choose(theme="contrast")
    theme = read_theme("contrast")
    assert QApplication.palette().color(QPalette.ColorRole.Base).name() == theme.paper
    assert stage.window.reader.theme.background == theme.paper
    assert QApplication.palette(QComboBox()).color(QPalette.ColorRole.Window).name() == theme.line
    stage.window.choices.choose(theme="light")
    assert stage.window.reader.theme.background == read_theme("light").paper
    assert QApplication.palette(QComboBox()).color(QPalette.ColorRole.Window).name() == read_theme("light").frame


def test_zoom_by_keys_is_kept(stage: Stage) -> None:
    stage.start().load()
    QTest.keyClick(stage.window.focusWidget(), Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert stage.window.reader.zoom == 110
    stage.again()
    assert stage.window.reader.zoom == 110
    QTest.keyClick(stage.window.focusWidget(), Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert stage.window.choices.settings.zoom == 100


def test_letters_typed_in_the_filter_tag_nothing(stage: Stage) -> None:
    stage.start().load()
    stage.window.filter_library()
    QTest.keyClicks(stage.window.focusWidget(), "123njk.")
    assert stage.window.library.filter_field.text() == "123njk."
    assert stage.labels_here() == []


def test_panels_can_be_hidden_and_their_width_is_kept(stage: Stage) -> None:
    stage.start()
    stage.window.toggle_inspector()
    assert not stage.window.inspector.isVisible()
    stage.window.toggle_inspector()
    stage.window.splitter.setSizes([200, 700, 300])
    sizes = stage.window.splitter.sizes()
    stage.again()
    assert stage.window.splitter.sizes() == sizes


def test_what_goes_with_the_keyboard_in_it_gives_it_back_to_the_text(stage: Stage) -> None:
    stage.start().load()
    stage.window.filter_library()
    stage.window.toggle_library()
    assert stage.window.focusWidget() is stage.window.reader
    stage.window.banner.say(Notice("x", "Something.", Kind.ERROR, (Way("So be it", lambda: None),)))
    stage.window.banner.findChildren(QPushButton)[0].setFocus()
    stage.window.banner.clear("x")
    assert stage.window.focusWidget() is stage.window.reader
    QTest.keyClick(stage.window.focusWidget(), Qt.Key.Key_1)
    assert stage.labels_here() == ["claim"]


def test_the_title_names_article_and_project(stage: Stage) -> None:
    stage.start().load("A headline here.\n\nText of it.")
    assert (
        stage.window.windowTitle() == "A headline here. – p – Annotator"
        or "p – Annotator" in stage.window.windowTitle()
    )


def test_what_takes_the_focus_has_a_name(stage: Stage) -> None:
    stage.start().load()
    nameless = [
        widget
        for widget in stage.window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and not widget.objectName().startswith("qt_")
    ]
    assert nameless == []
