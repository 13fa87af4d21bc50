"""What the project's own decisions have taught: how good it is, label by label, and a button to learn anew."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.core.learned.judging import FEWEST, Judgement
from annotator.ui.lines import language_name, locale, number
from annotator.ui.suggestions.figures_table import FiguresTable
from annotator.ui.suggestions.influence_words import too_few


class LearnedView(QWidget):
    """Whoever shows it answers `learn_requested` with `show_progress` and in the end `show_learned`.

    Signals:
        learn_requested: learn from all that has been decided by now.
    """

    learn_requested = Signal()

    def __init__(self, titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = titles
        headings = [
            self.tr("Label"),
            self.tr("Language"),
            self.tr("Sentences"),
            self.tr("Learned"),
            self.tr("Cue words"),
            self.tr("Used"),
        ]
        figure = self.tr("How well it found, in articles that it had not seen, the sentences with the label (F1, %).")
        explanations = ["", "", self.tr("With the label, of all that were decided on."), figure, figure, ""]
        self.table = FiguresTable(headings, explanations, self.tr("How good it is what was learned"), self)
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        self.learn = QPushButton(self.tr("&Learn now"), self)
        self.learn.setAutoDefault(False)
        self.learn.clicked.connect(self._ask)
        head = QHBoxLayout()
        head.addWidget(self.state, 1)
        head.addWidget(self.learn)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 10, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(self.table, 1)

    def show_learned(self, judgements: Sequence[Judgement], *, is_newest: bool) -> None:
        """What has been learned; `is_newest`: nothing has been decided since."""
        self.learn.setEnabled(True)
        self.table.show_rows([self._row(one) for one in judgements])
        if not judgements:
            words = self.tr(
                "Nothing has been learned yet. It takes some seconds, and at least {n} sentences with a label for that "
                "label to be judged."
            ).format(n=number(FEWEST))
        elif is_newest:
            words = self.tr("Learned from all that was decided so far. A label is suggested by whichever is better.")
        else:
            words = self.tr("More has been decided since this was learned.")
        self.state.setText(words)

    def show_progress(self, done: int, total: int) -> None:
        """It is being learned."""
        self.learn.setEnabled(False)
        share = locale().toString(100 * done / total if total else 0.0, "f", 0)
        self.state.setText(self.tr("Learning: {percent} %").format(percent=share))

    def show_failure(self, words: str) -> None:
        """It could not be learned, and why."""
        self.learn.setEnabled(True)
        self.state.setText(words)

    def _ask(self) -> None:
        self.show_progress(0, 1)
        self.learn_requested.emit()

    def _row(self, one: Judgement) -> list[str]:
        language = language_name(one.language) if one.language else self.tr("All languages")
        counts = self.tr("{n} of {total}").format(n=number(one.learned.wanted), total=number(one.sentences))
        used = self.tr("learned") if one.is_learned_better else self.tr("cue words")
        figures = [too_few()] * 2 if one.is_too_few else [_percent(one.learned.f1), _percent(one.cues.f1)]
        return [self._titles.get(one.label, one.label), language, counts, *figures, used]


def _percent(share: float) -> str:
    return locale().toString(100.0 * share, "f", 0)
