"""The form of a label: title, key on the keyboard, colours, underline, which link it calls for."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from annotator.core.label_changes import Part
from annotator.core.schema import Label, LabelColours, LabelSet, Pattern
from annotator.ui.inspector.label_chip import SWATCH, label_icon
from annotator.ui.label_sets.colour_field import ColourField
from annotator.ui.label_sets.part_form import PartForm
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.theme import THEMES

Clashes = Callable[[LabelSet, Label], Sequence[str]]
"""The titles of all commands that have the label's key, too."""


class LabelForm(PartForm):
    """`clashes` knows the keys of all commands."""

    def __init__(self, theme_name: str, clashes: Clashes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme_name, self._clashes_of = theme_name, clashes
        self._colours: LabelColours | None = None
        self.title = self.add_line(self.tr("Title"), "title")
        self.add_key()
        self.description = self.add_text(self.tr("Description"), "description")
        self.shortcut = QLineEdit(self)
        self.shortcut.setMaxLength(1)
        self.shortcut.setFixedWidth(48)
        self.shortcut.setAccessibleName(self.tr("Key on the keyboard"))
        self.shortcut.textEdited.connect(lambda words: self.tell(shortcut=words.strip().upper()))
        self.form.addRow(self.tr("Key on the keyboard"), self.shortcut)
        self.clash = QuietLabel("", self)
        self.clash.setWordWrap(True)
        self.form.addRow("", self.clash)
        self.pattern = self._pattern_box()
        names = dict(zip(THEMES, (self.tr("Colour, light"), self.tr("Colour, dark"), self.tr("Contrast")), strict=True))
        self.colours = {theme: ColourField(theme, names[theme], self) for theme in THEMES}
        for theme, field in self.colours.items():
            field.edited.connect(lambda colour, theme=theme: self._set_colour(theme, colour))
            self.form.addRow(names[theme], field)
        self.link = QComboBox(self)
        self.link.setAccessibleName(self.tr("Calls for the link"))
        self.link.activated.connect(lambda: self.tell(link=str(self.link.currentData())))
        self.form.addRow(self.tr("Calls for the link"), self.link)
        self.helper = QCheckBox(self.tr("A mark beside the labels proper"), self)
        self.helper.setToolTip(self.tr("It counts in no progress and no agreement."))
        self.helper.clicked.connect(lambda on: self.tell(helper=on))
        self.form.addRow("", self.helper)

    def show_part(self, label_set: LabelSet, part: Part, *, is_new: bool) -> None:
        if not isinstance(part, Label):
            raise TypeError(part)
        self._colours = part.colours
        if self.title.text().strip() != part.title:
            self.title.setText(part.title)
        self.key.setText(part.key)
        self.show_text(self.description, part.description)
        if self.shortcut.text().upper() != part.shortcut:
            self.shortcut.setText(part.shortcut)
        for theme, field in self.colours.items():
            field.show_colour(getattr(part.colours, theme))
        with QSignalBlocker(self.pattern), QSignalBlocker(self.link):
            self._fill_patterns(part)
            self.link.clear()
            self.link.addItem(self.tr("none"), "")
            for kind in label_set.relations_from(part.key):
                self.link.addItem(kind.title, kind.key)
            self.link.setCurrentIndex(max(0, self.link.findData(part.link)))
        self.helper.setChecked(part.helper)
        self._tell_clashes(label_set, part)

    def _tell_clashes(self, label_set: LabelSet, label: Label) -> None:
        titles = self._clashes_of(label_set, label)
        words = self.tr("This key is that of {titles}; choose another.")
        self.clash.setText(words.format(titles=", ".join(f"“{title}”" for title in titles)) if titles else "")
        self.clash.setVisible(bool(titles))

    def _pattern_box(self) -> QComboBox:
        box = QComboBox(self)
        box.setIconSize(SWATCH)
        box.setAccessibleName(self.tr("Underline"))
        titles = {
            Pattern.SOLID: self.tr("solid"),
            Pattern.DASHED: self.tr("dashed"),
            Pattern.DOTTED: self.tr("dotted"),
            Pattern.WAVY: self.tr("wavy"),
            Pattern.DOUBLE: self.tr("double"),
        }
        for pattern, title in titles.items():
            box.addItem(title, pattern.value)
        box.activated.connect(lambda: self.tell(pattern=Pattern(box.currentData())))
        self.form.addRow(self.tr("Underline"), box)
        return box

    def _fill_patterns(self, label: Label) -> None:
        for row, pattern in enumerate(Pattern):
            at = self.pattern.findData(pattern.value)
            drawn = replace(label, pattern=pattern)
            self.pattern.setItemIcon(at, label_icon(drawn, self._theme_name, self.palette().base().color()))
            if pattern is label.pattern:
                self.pattern.setCurrentIndex(at if at >= 0 else row)

    def _set_colour(self, theme: str, colour: str) -> None:
        if self._colours:
            self._colours = replace(self._colours, **{theme: colour})
            self.tell(colours=self._colours)
