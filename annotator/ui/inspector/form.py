"""What can be said of the selected annotations, as fields made from the project's label set.

One page a label, made when it is first needed. For several annotations the fields stand that all of them have.
"""

from collections.abc import Container, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.core.attributes import value_of
from annotator.core.identity import new_id
from annotator.core.records import SourceRecord
from annotator.core.schema import Attribute, AttributeKind, LabelSet
from annotator.core.validation import shown_attributes
from annotator.ui.inspector.described import Described
from annotator.ui.inspector.fields.field import DIFFERENT, Field
from annotator.ui.inspector.fields.source_choices import SourceChoice
from annotator.ui.inspector.fields.source_field import SourceField, SourceFinder
from annotator.ui.inspector.fields.text_field import TextField
from annotator.ui.inspector.form_page import FormPage

Ids = tuple[UUID, ...]


class NoSources:
    """Stands in until somebody knows the project's sources."""

    def found(self, typed: str) -> Sequence[SourceChoice]:
        """None is known."""
        return ()

    def proposed(self, kind: str) -> Sequence[SourceChoice]:
        """None is known."""
        return ()

    def name_of(self, source: SourceRecord) -> str:
        """Its own name."""
        return source.name


class AttributeForm(QWidget):
    """It is given annotations and tells what a person chooses; it writes nothing.

    Signals:
        changed: ids of annotations, and what becomes of which attributes (None: nothing is said any more).
        sources_changed: ids of annotations, the attribute, and the ids of the sources it names from now on.
        source_wanted: ids of annotations, the attribute, and the name of a source that is to be made for it.
        left: the person wants to go back to the text.
        page_changed: other fields, or other chips in them, are shown than before.
    """

    changed = Signal(object, dict)
    sources_changed = Signal(object, str, list)
    source_wanted = Signal(object, str, str)
    left = Signal()
    page_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label_set: LabelSet | None = None
        self._finder: SourceFinder = NoSources()
        self._taken: Container[str] = ()
        self._pages: dict[tuple[str, ...], FormPage] = {}
        self._page: FormPage | None = None
        self._shown: tuple[Described, ...] = ()
        self._owners: dict[UUID, Ids] = {}
        self._unfolded = False
        self._changeable = True
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)

    @property
    def shown(self) -> tuple[Described, ...]:
        """The annotations whose values the fields show."""
        return self._shown

    @property
    def page(self) -> FormPage | None:
        """The fields that are shown now."""
        return self._page

    @property
    def is_empty(self) -> bool:
        """True where nothing can be said: the label, or the labels together, have no field."""
        return self._page is None or self._page.is_empty

    def set_labels(self, label_set: LabelSet) -> None:
        """The label set that the fields come from."""
        if label_set == self._label_set:
            return
        self._label_set = label_set
        self._forget_pages()
        self.show_described(self._shown)

    def set_source_finder(self, finder: SourceFinder | None) -> None:
        """Who knows the project's sources."""
        self._finder = finder or NoSources()
        self._forget_pages()

    def set_taken_letters(self, taken: Container[str]) -> None:
        """The letters that Alt leads elsewhere with."""
        self._taken = taken

    def set_changeable(self, changeable: bool) -> None:
        """Whether anything can be changed: not in an older version of an article."""
        self._changeable = changeable
        for page in self._pages.values():
            for field in page.fields.values():
                field.set_changeable(changeable)

    def show_described(self, shown: Sequence[Described]) -> None:
        """Show what these annotations say; what was being typed for others is handed over first."""
        if {one.record.id for one in shown} != {one.record.id for one in self._shown}:
            self.commit()
            for field in self._page.fields.values() if self._page else ():
                field.drop()
        self._shown = tuple(shown)
        page = self._page_for(self._common_attributes())
        if page is not self._page:
            if self._page:
                self._page.hide()
            self._page = page
            self.page_changed.emit()
        page.setVisible(not page.is_empty and bool(shown))
        page.set_unfolded(self._unfolded)
        self._fill(page)

    def focus_field(self, key: str) -> bool:
        """Give a field the keyboard, "" for the first; False where it is not asked now."""
        fields = [*self._page.shown_fields()] if self._page else []
        field = next((one for one in fields if key in ("", one.attribute.key)), None)
        if field is None or self._page is None:
            return False
        if self._page.is_folded_away(field.attribute.key):
            self._toggle_fold()
        field.begin()
        return True

    def commit(self) -> None:
        """Hand over what is being typed."""
        for field in self._page.fields.values() if self._page else ():
            field.commit()

    @property
    def is_saved(self) -> bool:
        """False while typed words are on no disk."""
        fields = [field for page in self._pages.values() for field in page.fields.values()]
        return all(field.is_saved for field in fields if isinstance(field, TextField))

    def keep_draft(self, ids: Ids, changes: dict[str, Any]) -> None:
        """Changes that could not be saved: words that were typed are offered again."""
        owner = self._owner_of(ids)
        for key, value in changes.items():
            for page in self._pages.values():
                field = page.fields.get(key)
                if isinstance(field, TextField) and value:
                    field.keep_draft(owner, str(value))

    def _common_attributes(self) -> tuple[Attribute, ...]:
        if self._label_set is None or not self._shown:
            return ()
        labels = {one.record.label for one in self._shown}
        each = [self._label_set.attributes_of(label) for label in labels]
        return tuple(one for one in each[0] if all(one in others for others in each[1:]))

    def _page_for(self, attributes: tuple[Attribute, ...]) -> FormPage:
        keys = tuple(one.key for one in attributes)
        if keys not in self._pages:
            page = FormPage(attributes, self._finder, self._taken, self)
            page.fold.clicked.connect(self._toggle_fold)
            for field in page.fields.values():
                self._connect(field)
                field.set_changeable(self._changeable)
            self._stack.addWidget(page)
            self._pages[keys] = page
        return self._pages[keys]

    def _connect(self, field: Field) -> None:
        key = field.attribute.key
        field.left.connect(self.left)
        if isinstance(field, SourceField):
            field.changed.connect(lambda ids: self.sources_changed.emit(self._ids(), key, ids))
            field.create_requested.connect(lambda name: self.source_wanted.emit(self._ids(), key, name))
            field.rearranged.connect(self.page_changed)
        elif isinstance(field, TextField):
            field.typed.connect(lambda owner, text: self.changed.emit(self._owners.get(owner, ()), {key: text or None}))
        else:
            field.changed.connect(lambda value: self.changed.emit(self._ids(), {key: value}))

    def _fill(self, page: FormPage) -> None:
        asked, said = self._asked(), {key for one in self._shown for key in one.record.attributes}
        said |= {key for one in self._shown for key, sources in one.sources.items() if sources}
        owner = self._owner_of(self._ids()) if self._shown else None
        page.show_only(asked)
        for key, field in page.fields.items():
            if isinstance(field, TextField):
                field.set_owner(owner)
            field.set_value(self._value(field.attribute))
            field.show_problems(problem for one in self._shown for problem in one.problems if problem.field == key)
        page.tell_fold(dict.fromkeys(said))

    def _asked(self) -> set[str]:
        """The attributes that apply to all of them."""
        if self._label_set is None or not self._shown:
            return set()
        each = [
            {attribute.key for attribute in shown_attributes(self._label_set, one.record.label, one.record.attributes)}
            for one in self._shown
        ]
        return set.intersection(*each)

    def _value(self, attribute: Attribute) -> Any:
        if attribute.kind is AttributeKind.SOURCE:
            values: list[Any] = [one.sources.get(attribute.key, ()) for one in self._shown]
        else:
            values = [value_of(attribute, one.record.attributes) for one in self._shown]
        return values[0] if all(value == values[0] for value in values) else DIFFERENT

    def _ids(self) -> Ids:
        return tuple(one.record.id for one in self._shown)

    def _owner_of(self, ids: Ids) -> UUID:
        """What stands for one annotation or for several in fields that keep what is typed."""
        if len(ids) == 1:
            self._owners[ids[0]] = ids
            return ids[0]
        for owner, known in self._owners.items():
            if known == ids:
                return owner
        made = new_id()
        self._owners[made] = ids
        return made

    def _toggle_fold(self) -> None:
        self._unfolded = not self._unfolded
        if self._page:
            self._page.set_unfolded(self._unfolded)

    def _forget_pages(self) -> None:
        self.commit()
        for page in self._pages.values():
            page.hide()
            page.deleteLater()
        self._pages, self._page = {}, None
