"""Roles and colours of people, as a person reads them."""

from PySide6.QtCore import QCoreApplication

from annotator.core.people import Person, Role


def role_words(role: Role) -> str:
    """What somebody does here, in a word."""
    return {
        Role.ANNOTATOR: _tr("annotator"),
        Role.REVIEWER: _tr("reviewer"),
        Role.LEAD: _tr("lead"),
    }[role]


def person_words(person: Person) -> str:
    """A name with what that person does here."""
    return _tr("{name}, {role}").format(name=person.name, role=role_words(person.role))


def roles_guide() -> str:
    """What a role means, said wherever one is chosen."""
    return _tr(
        "A role says who does what. It protects nothing: whoever has the project’s file can do everything in it, "
        "in anybody’s name."
    )


def color_words(color: str) -> str:
    """The name of a colour of core/people.py."""
    return {
        "blue": _tr("blue"),
        "rust": _tr("rust"),
        "green": _tr("green"),
        "plum": _tr("plum"),
        "teal": _tr("teal"),
        "rose": _tr("rose"),
        "olive": _tr("olive"),
        "slate": _tr("slate"),
    }[color]


def _tr(words: str) -> str:
    return QCoreApplication.translate("People", words)
