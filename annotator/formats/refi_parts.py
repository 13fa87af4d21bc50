"""The parts of a project.qde one after the other, so that a project of any size takes the memory of one source."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from annotator.errors import UnreadableInput


@dataclass(frozen=True, slots=True)
class Project:
    """A project.qde. `what` names the file in sentences, with its quotes."""

    content: bytes
    what: str

    def origin(self) -> str:
        """The tool that has written it. Raises UnreadableInput for what is no project."""
        for _, element in self._events():
            return str(element.get("origin", ""))
        raise self._damaged()

    def elements(self) -> Iterator[tuple[str, Any]]:
        """The name of a part (Users, Sources ...) and each element right in it, which is gone when the next comes.

        Raises UnreadableInput where the file breaks off.
        """
        depth, part = 0, ""
        for event, element in self._events():
            if event == "start":
                depth += 1
                part = _name(element) if depth == 2 else part
                continue
            if depth == 3:
                yield part, element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
            depth -= 1

    def _events(self) -> Iterator[tuple[str, Any]]:
        from lxml import etree  # late, as in xml_safely

        events = etree.iterparse(
            BytesIO(self.content),
            events=("start", "end"),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        is_known = False
        try:
            for event, element in events:
                if not is_known:
                    self._check(element)
                    is_known = True
                yield event, element
        except (etree.LxmlError, ValueError, LookupError) as error:
            raise self._damaged() from error

    def _check(self, root: Any) -> None:
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableInput(f"{self.what} declares a document type, which no project has; export it again.")
        if _name(root) != "Project":
            raise UnreadableInput(f"The project.qde of {self.what} is no project of REFI-QDA; export it again.")

    def _damaged(self) -> UnreadableInput:
        return UnreadableInput(f"The project.qde of {self.what} is damaged; export it again.")


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
