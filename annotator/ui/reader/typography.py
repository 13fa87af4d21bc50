"""How an article is set: colours, typefaces, sizes and measures of the reading column."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from annotator.core.schema import Label
from annotator.ui import fonts
from annotator.ui.inks import mix

_SERIF = ("Noto Serif", "Source Serif 4", "Charter", "Georgia", "DejaVu Serif")
# Asked only for letters that the serif faces lack; several scripts have no serif tradition of their own.
_SCRIPTS = (
    "Noto Naskh Arabic",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Devanagari",
    "Noto Serif Bengali",
    "Noto Serif Tamil",
    "Noto Serif Thai",
    "Noto Color Emoji",
    "DejaVu Sans",
)
# One Han character is drawn differently in each of these; the article's language chooses.
_HAN = {"ja": "JP", "ko": "KR", "zh": "SC", "zh-cn": "SC", "zh-tw": "TC", "zh-hant": "TC"}
# Running text, whose mean advance says how wide a column of so many characters is.
_MEASURE = "The minister said that prices would fall by spring, while members of parliament asked her for evidence."
_COLUMN_CHARACTERS = 68
_BASE_SIZE = 19
_LEADING = 1.58


@dataclass(frozen=True, slots=True)
class ReaderTheme:
    """Every colour of the reader, as `#rrggbb`. `name` says which of a label's inks is taken.

    `tint_strength` (0..1) is how much of a label's ink is behind labelled text.
    """

    name: str
    background: str
    text: str
    muted: str
    focus_bar: str
    focus_background: str
    selection: str
    mark: str
    doubt: str
    strip_background: str
    strip_undecided: str
    strip_nothing: str
    strip_tagged: str
    strip_furniture: str
    strip_position: str
    tint_strength: float

    def ink(self, label: Label | None) -> QColor:
        """The ink of a label; a label that the label set does not know is written in muted ink."""
        return QColor(getattr(label.colours, self.name) if label else self.muted)

    def tint(self, label: Label | None) -> QColor:
        """The colour behind text that carries a label: opaque, since two see-through ones mix to mud."""
        return mix(QColor(self.background), self.ink(label), self.tint_strength)

    def doubt_ground(self) -> QColor:
        """The colour behind the quotation mark that was gone to last."""
        return mix(QColor(self.background), QColor(self.doubt), 2 * self.tint_strength)


LIGHT = ReaderTheme(
    name="light",
    background="#fcf9f3",
    text="#26221c",
    muted="#6f675b",
    focus_bar="#0f665e",
    focus_background="#f3eee4",
    selection="#cfe3dd",
    mark="#a0206a",
    doubt="#6d4a00",
    strip_background="#f7f2e9",
    strip_undecided="#cfc5b3",
    strip_nothing="#9fb3a4",
    strip_tagged="#0f665e",
    strip_furniture="#f7f2e9",
    strip_position="#26221c",
    tint_strength=0.13,
)
DARK = ReaderTheme(
    name="dark",
    background="#201f1c",
    text="#e9e3d8",
    muted="#9a9285",
    focus_bar="#6cc9bb",
    focus_background="#292723",
    selection="#264a46",
    mark="#ff8ac6",
    doubt="#f2c56b",
    strip_background="#262420",
    strip_undecided="#57524a",
    strip_nothing="#6f8a76",
    strip_tagged="#6cc9bb",
    strip_furniture="#262420",
    strip_position="#e9e3d8",
    tint_strength=0.16,
)
CONTRAST = ReaderTheme(
    name="contrast",
    background="#000000",
    text="#ffffff",
    muted="#d0d0d0",
    focus_bar="#4dffb8",
    focus_background="#1c1c1c",
    selection="#00543a",
    mark="#ff9cf0",
    doubt="#ffe066",
    strip_background="#000000",
    strip_undecided="#8c8c8c",
    strip_nothing="#b5d6b5",
    strip_tagged="#ffffff",
    strip_furniture="#3a3a3a",
    strip_position="#ffff00",
    tint_strength=0.24,
)


class Typography:
    """Typefaces and measures, in pixels, for one zoom (per cent) and one language of the article."""

    def __init__(self, zoom: int = 100, language: str = "") -> None:
        self.zoom = zoom
        self.language = language
        self.size = max(8, round(_BASE_SIZE * zoom / 100))
        self.body = self._font(_families(language), self.size)
        self.headline = self._font(_families(language), self.size * 1.72, QFont.Weight.Bold)
        self.byline = self._font(_interface_families(), self.size * 0.76)
        self.hint = self._font(_interface_families(), self.size * 0.66)
        self.chip = self._font(_interface_families(), self.size * 0.62, QFont.Weight.DemiBold)

    @staticmethod
    def _font(families: list[str], size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        font = QFont(families)
        font.setPixelSize(max(8, round(size)))
        font.setWeight(weight)
        # Half-pixel letter positions are even at every zoom; whole ones bunch up.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    @cached_property
    def metrics(self) -> QFontMetricsF:
        """Metrics of the body's face."""
        return QFontMetricsF(self.body)

    @property
    def overhang(self) -> float:
        """How far the letters and underlines of a block may reach beyond its lines."""
        return self.line_height

    @cached_property
    def advance(self) -> float:
        """Mean width of a character of running text."""
        return self.metrics.horizontalAdvance(_MEASURE) / len(_MEASURE)

    @cached_property
    def column(self) -> float:
        """Width of the column: at most 72 characters even where they are narrow."""
        return round(self.advance * _COLUMN_CHARACTERS)

    @cached_property
    def margin(self) -> float:
        """Least space beside the column, for the focus bar and the labels' letters."""
        return round(self.size * 2.6)

    @cached_property
    def line_height(self) -> float:
        """From one baseline to the next: room for two underlines between."""
        return round(self.size * _LEADING)

    @cached_property
    def headline_height(self) -> float:
        """From one baseline of the headline to the next: large letters stand closer."""
        return round(self.headline.pixelSize() * 1.24)

    @cached_property
    def paragraph_gap(self) -> float:
        """Space above a paragraph."""
        return round(self.size * 0.85)

    @cached_property
    def line_gap(self) -> float:
        """Space above a line that no blank line parts from the one before."""
        return round(self.size * 0.28)

    @cached_property
    def page_margin(self) -> float:
        """Space above the headline and below the last paragraph."""
        return round(self.size * 2.1)

    @cached_property
    def first_lane(self) -> float:
        """From the baseline down to the first underline, clear of all but the deepest descenders."""
        return round(self.size * 0.25, 1)

    @cached_property
    def lane_step(self) -> float:
        """From one underline down to the next."""
        return max(2.8, round(self.size * 0.2, 1))

    @cached_property
    def stroke(self) -> float:
        """Thickness of an underline."""
        return max(1.2, round(self.size * 0.078, 1))


def _families(language: str) -> list[str]:
    han = _HAN.get(language.lower(), "SC")
    return [*fonts.READING, *_SERIF, f"Noto Serif CJK {han}", f"Noto Sans CJK {han}", *_SCRIPTS]


def _interface_families() -> list[str]:
    return [*fonts.WINDOW, "Noto Sans", "DejaVu Sans", *_SCRIPTS]
