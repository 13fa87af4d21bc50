"""The button beside the library's field: which articles, by how far one is with them."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QToolButton, QWidget

from annotator.ui.library.reading_states import StateFilter
from annotator.ui.quiet_label import small
from annotator.ui.steady_menu import SteadyMenu


def filter_words(wanted: StateFilter) -> str:
    """A filter in a word or two."""
    return {
        StateFilter.ALL: _tr("All"),
        StateFilter.ASSIGNED: _tr("Assigned to me"),
        StateFilter.UNREAD: _tr("Unread"),
        StateFilter.IN_PROGRESS: _tr("In progress"),
        StateFilter.SUBMITTED: _tr("Handed in"),
        StateFilter.RETURNED: _tr("Returned"),
        StateFilter.APPROVED: _tr("Approved"),
    }[wanted]


class StateMenu(QToolButton):
    """Says the filter of now; a click or Enter opens the others.

    Signals:
        chosen: the StateFilter that was picked.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = StateFilter.ALL
        menu, self._group = SteadyMenu(self), QActionGroup(self)
        for wanted in StateFilter:
            action = menu.addAction(filter_words(wanted))
            action.setCheckable(True)
            action.setData(wanted.value)
            self._group.addAction(action)
            if wanted in (StateFilter.ALL, StateFilter.ASSIGNED):
                menu.addSeparator()
        self._group.triggered.connect(self._choose)
        self.setMenu(menu)
        self.setFont(small(self.font()))
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(self.tr("Show articles by how far you are with them"))
        self._show()

    @property
    def wanted(self) -> StateFilter:
        """The filter of now."""
        return self._wanted

    def pick(self, wanted: StateFilter) -> None:
        """Choose a filter, as the menu does."""
        if wanted is not self._wanted:
            self._wanted = wanted
            self._show()
            self.chosen.emit(wanted)

    def _choose(self, action: QAction) -> None:
        self.pick(StateFilter(action.data()))

    def _show(self) -> None:
        words = filter_words(self._wanted)
        self.setText(f"{words} ▾")
        self.setAccessibleName(self.tr("Articles shown: {state}").format(state=words))
        for action in self._group.actions():
            action.setChecked(action.data() == self._wanted.value)


def _tr(words: str) -> str:
    return QCoreApplication.translate("StateFilter", words)
