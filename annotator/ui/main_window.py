"""The frame: library on the left, the text in the middle, what is said about it on the right.

Knows no database. The session (session.py) gives it records and hears its signals once the project is open.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSizePolicy, QSplitter, QToolBar, QVBoxLayout, QWidget

from annotator import settings
from annotator.core.schema import LabelSet
from annotator.settings import Settings
from annotator.ui.actions import Actions
from annotator.ui.banner import Banner, Kind, Notice
from annotator.ui.document_bar import DocumentBar
from annotator.ui.doubt_count import DoubtCount
from annotator.ui.export.progress_panel import ProgressPanel
from annotator.ui.guideline.beside import Beside
from annotator.ui.inspector.inspector_panel import InspectorPanel
from annotator.ui.key_sheet import KeySheet
from annotator.ui.key_strip import KeyStrip
from annotator.ui.library.library_panel import LibraryPanel
from annotator.ui.links.link_bar import LinkBar
from annotator.ui.pages import ARTICLE, SEARCH, WELCOME, Pages
from annotator.ui.palette.palette_button import PaletteButton
from annotator.ui.people.state_button import StateButton
from annotator.ui.people.who_button import WhoButton
from annotator.ui.preferences.choices import Choices
from annotator.ui.reader.reader import Reader
from annotator.ui.reader_look import reader_theme
from annotator.ui.style_sheet import style_sheet
from annotator.ui.suggestions.suggestion_bar import SuggestionBar
from annotator.ui.theme import EDGED, chosen_theme, edged, palette
from annotator.ui.welcome import Welcome

if TYPE_CHECKING:
    from annotator.ui.search.search_page import SearchPage

_PANELS = ((0.2, 270), (0.24, 320))  # share of the width and most pixels: library, inspector
_ZOOM_RANGE = (50, 400)
_FRAME = QSize(8, 40)  # what a window manager puts around a window, about


class MainWindow(QMainWindow):
    """The window and the widgets in it, which other files fill.

    Signals:
        first_painted: the window has been drawn for the first time; what is slow may begin.
        closing: the window is about to close; finish what runs.
    """

    first_painted = Signal()
    closing = Signal()

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self.choices = choices
        self._painted = False
        self._loses_note = False
        self._gave_room: list[QWidget] = []
        self._home_sizes: list[int] = []
        self._sizes: list[int] = []
        self._labels: LabelSet | None = None
        self.library, self.reader, self.inspector = LibraryPanel(self), Reader(self), InspectorPanel(self)
        self.document_bar, self.doubts, self.welcome = DocumentBar(self), DoubtCount(self), Welcome(self)
        self.banner, self.batch, self.strip = Banner(self), ProgressPanel(self), KeyStrip(self)
        self.pages, self.link_bar = Pages(self), LinkBar(self)
        self.suggestion_bar, self.reading_state = SuggestionBar(self), StateButton(self)
        self.actions_table = Actions(self, self.reader)
        self.actions_table.actors["window"] = self
        self.actions_table.actors["reader"] = self.reader
        self.theme = chosen_theme(choices.settings.theme)
        self._lay_out()
        self._connect()
        self._apply_theme()
        self._settings_changed(choices.settings)
        self.show_reader(None)
        self.set_titles("", "")
        self._restore()
        self.welcome.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_labels(self, labels: LabelSet | None) -> None:
        """The project's labels, everywhere they are shown or have a key."""
        self._labels = labels
        self.actions_table.set_labels(labels)
        if labels:
            self.reader.set_labels(labels)
            self.inspector.set_labels(labels, self.theme.name)
        self._dress_strip()

    def set_titles(self, article: str, project: str) -> None:
        """The title of the window: article, project."""
        self.setWindowTitle(" – ".join(part for part in (article, project, self.tr("Annotator")) if part))

    def show_reader(self, title: str | None) -> None:
        """Show the text, or the welcome page when there is no article."""
        stays = title is None and not self.pages.is_home  # there is something to look for yet
        self.pages.set_home(WELCOME if title is None else ARTICLE)
        if not stays:
            self.pages.go_home()
        focus: QWidget | None = self.focusWidget()
        if title is None and not stays and not (focus and self.library.isAncestorOf(focus)):
            self.welcome.setFocus(Qt.FocusReason.OtherFocusReason)
        for widget in (self.strip, self.inspector):
            widget.setEnabled(title is not None)

    def show_preferences(self) -> None:
        """Open the preferences beside the window."""
        from annotator.ui.preferences.preferences_dialog import PreferencesDialog  # seldom needed

        PreferencesDialog(self.choices, self.actions_table.commands, self).show()

    def show_keys(self) -> None:
        """Open the sheet of keys."""
        KeySheet(self.actions_table.commands, self.choices.settings.keys, self).show()

    def zoom(self, by: int) -> None:
        """Text larger or smaller by so many per cent; 0 is the usual size."""
        low, high = _ZOOM_RANGE
        self.choices.choose(zoom=min(high, max(low, self.choices.settings.zoom + by)) if by else 100)

    def toggle_library(self) -> None:
        """Show or hide the library."""
        self._toggle(self.library)

    def toggle_inspector(self) -> None:
        """Show or hide the inspector."""
        self._toggle(self.inspector)

    def toggle_full_screen(self) -> None:
        """The whole screen, or back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def filter_library(self) -> None:
        """To the field that filters the library."""
        self.library.show()
        self.library.filter_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.library.filter_field.selectAll()

    @property
    def is_searching(self) -> bool:
        """True while the page of search is in the middle."""
        return self.pages.name == SEARCH

    @property
    def search(self) -> "SearchPage":
        """The page of search, made when it is first asked for."""
        return self.pages.page(SEARCH, self._make_search)

    def show_search(self) -> None:
        """The page of search, in place of the text."""
        self.pages.open(SEARCH)

    def leave_page(self) -> None:
        """Back from whatever page is there to the text, or to the welcome page."""
        if not self.pages.is_home:
            self.pages.go_home()
            self.return_focus()

    def focus_reader(self) -> None:
        """To the text."""
        self.leave_page()
        self.reader.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def return_focus(self) -> None:
        """To the text, or to the page that is there instead: what had the keyboard is gone."""
        if not self.pages.is_home:
            self.pages.begin()
            return
        (self.reader if self.reader.isVisible() else self.welcome).setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_language(self) -> None:
        """Open the list of languages over the text."""
        self.document_bar.choose_language()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._painted:
            # Before this the splitter has no width to share out.
            self.splitter.setSizes(self._sizes or _usual_sizes(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.first_painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.inspector.commit_note()
        if not self.inspector.note_is_saved and not self._loses_note:
            self._loses_note = True
            words = self.tr("A note could not be saved. Copy it before you close the window again, or it is lost.")
            self.banner.say(Notice("note", words, Kind.ERROR))
            event.ignore()
            return
        self._keep()
        self.closing.emit()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.WindowTitleChange:
            self.setAccessibleName(self.windowTitle())
        super().changeEvent(event)

    def _make_search(self) -> "SearchPage":
        from annotator.ui.search.search_page import SearchPage  # no start waits for it

        return SearchPage(self)

    def _make_room(self) -> None:
        """Pages that are not about the open article have the inspector's room, too; one that `fills` the library's."""
        about_article = self.pages.name in (WELCOME, ARTICLE, SEARCH)
        self.strip.set_with_text(about_article)
        fills = bool(getattr(self.pages.currentWidget(), "fills", False))
        panels: tuple[tuple[QWidget, bool], ...] = ((self.inspector, not about_article), (self.library, fills))
        if not self._gave_room:
            self._home_sizes = self.splitter.sizes()
        for panel, taken in panels:
            if taken and not panel.isHidden():
                panel.hide()
                self._gave_room.append(panel)
            elif not taken and panel in self._gave_room:
                panel.show()
                self._gave_room.remove(panel)
                if not self._gave_room:  # a panel that has just come back is laid out first
                    QTimer.singleShot(0, self, partial(self.splitter.setSizes, self._home_sizes))

    def _toggle(self, panel: QWidget) -> None:
        focus: QWidget | None = self.focusWidget()
        had_focus = panel.isVisible() and focus is not None and panel.isAncestorOf(focus)
        panel.setVisible(not panel.isVisible())
        if had_focus:
            self.return_focus()

    def _lay_out(self) -> None:
        article = QWidget(self)
        column = QVBoxLayout(article)
        self.document_bar.add(self.doubts)
        self.document_bar.add(self.reading_state)
        for name, page in ((WELCOME, self.welcome), (ARTICLE, article)):
            self.pages.put(name, page)
        centre = QWidget(self)
        around = QVBoxLayout(centre)
        self.beside = Beside(self.reader, self)
        _stack(column, self.document_bar, self.beside, self.suggestion_bar, self.link_bar)
        _stack(around, self.banner, self.batch, self.pages)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        for widget in (self.library, centre, self.inspector):
            self.splitter.addWidget(widget)
        self.splitter.setHandleWidth(1)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setCollapsible(1, False)
        whole = QWidget(self)
        _stack(QVBoxLayout(whole), self.splitter, self.strip)
        self.setCentralWidget(whole)
        self._fill_bars()

    def _fill_bars(self) -> None:
        self.actions_table.fill_menus(self.menuBar())
        bar = QToolBar(self.tr("Tools"), self)
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setIconSize(QSize(18, 18))
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.actions_table.fill_toolbar(bar)
        room = QWidget(bar)
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(room)
        bar.addWidget(PaletteButton(self.actions_table["palette"], bar))
        self.who = WhoButton(self.actions_table["who"], bar)
        bar.addWidget(self.who)
        self.addToolBar(bar)

    def _connect(self) -> None:
        self.choices.changed.connect(self._settings_changed)
        self.pages.currentChanged.connect(self._make_room)
        self.welcome.command_requested.connect(self.actions_table.call)
        self.reader.context_menu_requested.connect(self.actions_table.open_tag_menu)
        self.suggestion_bar.set_actions([self.actions_table[one] for one in ("accept", "reject", "next_suggestion")])
        for panel in (self.banner, self.batch, self.doubts, self.suggestion_bar):
            panel.left.connect(self.return_focus)
        self.document_bar.set_language_source(self.library.languages)
        self.reader.zoom_changed.connect(lambda zoom: self.choices.choose(zoom=zoom))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._scheme_changed)

    def _settings_changed(self, chosen: Settings) -> None:
        if chosen_theme(chosen.theme) != self.theme:
            self.theme = chosen_theme(chosen.theme)
            self._apply_theme()
        self.reader.set_zoom(chosen.zoom)
        self.actions_table.set_keys(chosen.keys)
        self.doubts.setToolTip(self.actions_table["next_doubt"].toolTip())
        self._dress_strip()

    def _scheme_changed(self) -> None:
        self._settings_changed(self.choices.settings)

    def _apply_theme(self) -> None:
        QApplication.setPalette(palette(self.theme))
        for kind in EDGED:
            QApplication.setPalette(edged(self.theme), kind)  # type: ignore[arg-type]  # it takes no bytes
        self.setStyleSheet(style_sheet(self.theme))
        self.reader.set_theme(reader_theme(self.theme))
        self.actions_table.set_theme(self.theme)
        self.banner.set_theme(self.theme)
        if self._labels:
            self.inspector.set_labels(self._labels, self.theme.name)

    def _dress_strip(self) -> None:
        self.strip.set_commands(self._labels, self.choices.settings.keys, self.theme)

    def _restore(self) -> None:
        kept = _kept_state()
        room = self.screen().availableGeometry().size() - _FRAME
        self.resize(QSize(1280, 800).boundedTo(room))
        self.setMinimumSize(720, 480)
        geometry, sizes = kept.value("geometry"), kept.value("panels")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        if isinstance(sizes, list) and len(sizes) == self.splitter.count():
            self._sizes = [int(size) for size in sizes if str(size).isdigit()]

    def _keep(self) -> None:
        kept = _kept_state()
        kept.setValue("geometry", self.saveGeometry())
        if not self._gave_room:  # a panel that has given its room to a page is no narrower for that
            kept.setValue("panels", self.splitter.sizes())
        kept.sync()


def _usual_sizes(width: int) -> list[int]:
    """Widths of library, text and inspector in a window that was never changed by hand."""
    library, inspector = (min(most, round(width * share)) for share, most in _PANELS)
    return [library, width - library - inspector, inspector]


def _stack(layout: QVBoxLayout, *widgets: QWidget) -> None:
    """Put widgets one below the other without a gap."""
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget)


def _kept_state() -> QSettings:
    """Where the places and sizes of the window are kept; nothing depends on them."""
    return QSettings(str(settings.home() / "window.ini"), QSettings.Format.IniFormat)
