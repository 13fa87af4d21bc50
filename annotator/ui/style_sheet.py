"""The one style sheet: thin lines, calm bars, a focus ring that can be seen.

Everything with a plain palette role is left to Fusion and the palette (theme.py).
"""

from annotator.ui.theme import Theme

_RULES = """
QMainWindow::separator {{ width: 0; height: 0; }}
QSplitter::handle {{ background: {line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QMenuBar {{ background: {frame}; color: {ink}; padding: 2px 4px; }}
QMenuBar::item {{ padding: 4px 10px; border-radius: {radius}px; background: transparent; }}
QMenuBar::item:selected {{ background: {selection}; }}
QMenu {{ background: {raised}; color: {ink}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 12px; border-radius: {radius}px; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::item:selected {{ background: {accent}; color: {on_accent}; }}
QMenu::item:disabled {{ color: {off_ink}; background: transparent; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QToolBar {{ background: {frame}; border: none; border-bottom: 1px solid {line}; spacing: 2px; padding: 4px 8px; }}
QToolBar::separator {{ background: {line}; width: 1px; margin: 5px 6px; }}
QToolButton {{ border: 1px solid transparent; border-radius: {radius}px; padding: 4px 6px; color: {ink}; }}
QToolButton:hover {{ background: {selection}; }}
QToolButton:pressed, QToolButton:checked {{ background: {selection}; border-color: {line}; }}
QToolButton:focus {{ border-color: {accent}; }}
QToolButton:disabled {{ color: {off_ink}; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QLineEdit, QPlainTextEdit {{
    background: {raised}; color: {ink}; border: 1px solid {line}; border-radius: {radius}px; padding: 4px 6px;
    selection-background-color: {accent}; selection-color: {on_accent}; placeholder-text-color: {quiet_ink};
}}
QLineEdit:focus, QPlainTextEdit:focus {{ border: 1px solid {accent}; }}
QPushButton {{
    background: {raised}; color: {ink}; border: 1px solid {line}; border-radius: {radius}px; padding: 5px 14px;
}}
QPushButton:hover {{ background: {selection}; }}
QPushButton:focus {{ border-color: {accent}; }}
QPushButton:default, QPushButton[leading="true"] {{
    background: {accent}; color: {on_accent}; border-color: {accent};
}}
QPushButton:default:focus, QPushButton[leading="true"]:focus {{ border: 2px solid {ink}; padding: 4px 13px; }}
QPushButton:disabled {{ color: {off_ink}; background: {frame}; border-color: {line}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QComboBox, QAbstractSpinBox {{ min-height: 26px; }}
QComboBox:focus {{ border: 2px solid {accent}; border-radius: 3px; background: {raised}; padding: 0 6px; }}
#fields QComboBox {{ min-height: 20px; }}
QToolTip {{ background: {raised}; color: {ink}; border: 1px solid {line}; padding: 4px 6px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {faint_ink}; border-radius: 4px; margin: 2px; min-height: 28px; min-width: 28px; }}
QScrollBar::handle:hover {{ background: {quiet_ink}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QTableView {{ gridline-color: {line}; border: 1px solid {line}; }}
QTableView:focus, QListView:focus, QTreeView:focus {{ border: 1px solid {accent}; }}
QCheckBox, QRadioButton {{ border: 1px solid transparent; border-radius: {radius}px; padding: 2px 4px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {accent}; }}
QTabBar::tab:focus {{ color: {accent}; }}
QProgressBar {{ background: {line}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {line}; }}
#document_bar {{ background: {paper}; border-bottom: 1px solid {line}; }}
#document_bar QLabel {{ color: {quiet_ink}; }}
#document_bar #held {{ color: {ink}; font-weight: 600; }}
#key_strip {{ background: {frame}; border-top: 1px solid {line}; }}
#key_strip QLabel {{ color: {quiet_ink}; }}
#key_strip QLabel[key="true"] {{
    color: {ink}; background: {raised}; border: 1px solid {line}; border-radius: 4px; padding: 0 5px; font-weight: 600;
}}
QLabel[sentence="true"] {{ background: {paper}; color: {ink}; border-left: 3px solid {accent}; padding: 3px 8px; }}
QLabel[problem="soft"], QLabel[problem="hold"] {{ color: {warning}; }}
QLabel[problem="hard"] {{ color: {error}; }}
#languages::item, #choices::item {{ padding: 4px 8px; }}
#welcome, #search_page, #replies_page, #work_page, #disputes_page {{ background: {paper}; }}
#dispute_side {{ background: {raised}; border: 1px solid {line}; border-radius: {radius}px; }}
QLabel#key_cap {{
    color: {ink}; background: {frame}; border: 1px solid {line}; border-radius: 4px; padding: 0 5px; font-weight: 600;
}}
#conflicts_page {{ background: {paper}; }}
#conflict_card {{
    background: {raised}; border: 1px solid {line}; border-left: 4px solid {line}; border-radius: {radius}px;
}}
#conflict_card[current="true"] {{ border-color: {accent}; }}
#conflict_side {{ background: {paper}; border: 1px solid {line}; border-radius: {radius}px; }}
#suggestion_bar {{ background: {frame}; border-top: 1px solid {line}; }}
#link_bar {{ background: {frame}; border-top: 1px solid {line}; }}
#key_sheet {{ border: 1px solid transparent; }}
#key_sheet:focus {{ border-color: {accent}; }}
#palette_button {{ background: {raised}; border: 1px solid {line}; }}
#palette_button:hover, #palette_button:focus {{ border-color: {accent}; }}
#palette {{ background: {frame}; border: 1px solid {line}; }}
#banner {{ border-bottom: 1px solid {line}; }}
#banner[kind="info"] {{ background: {selection}; }}
#banner[kind="warning"] {{ background: {warning_ground}; }}
#banner[kind="error"] {{ background: {error_ground}; }}
#banner[kind="info"] QLabel {{ color: {ink}; }}
#banner[kind="warning"] QLabel {{ color: {warning}; }}
#banner[kind="error"] QLabel {{ color: {error}; }}
"""


def style_sheet(theme: Theme) -> str:
    """The style sheet of a theme, for the whole application."""
    return _RULES.format(**{name: getattr(theme, name) for name in Theme.__dataclass_fields__})


def ring(kind: str) -> str:
    """The style sheet of one list or text without a frame: the ring of the keyboard gets room of its own.

    Without it the ring would lie under the rows. `kind` is the name of its class.
    """
    return f"{kind} {{ border: 1px solid transparent; }} {kind}:focus {{ border: 1px solid palette(highlight); }}"
