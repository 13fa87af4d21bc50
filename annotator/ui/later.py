"""Something that is there when it is first asked for, so that what it imports costs no start."""

from typing import Any


class Later:
    """Stands for an attribute of its owner that is made when something of it is wanted."""

    def __init__(self, owner: object, name: str) -> None:
        self._owner, self._name = owner, name

    def __getattr__(self, name: str) -> Any:
        return getattr(getattr(self._owner, self._name), name)
