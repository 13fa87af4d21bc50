"""Where the program's data files lie, and how they are read.

The only file that knows whether the program runs from a checkout, an installed wheel or a
packed folder. Everything else asks for a path by its parts below `resources/`.
"""

import sys
from functools import cache
from pathlib import Path
from typing import Any


@cache
def root() -> Path:
    """The folder that holds `languages/`, `label_sets/`, `themes/` and the rest."""
    packed = getattr(sys, "_MEIPASS", None)
    if packed:
        return Path(packed) / "resources"
    here = Path(__file__).resolve().parent
    installed = here / "resources_installed"
    return installed if installed.is_dir() else here.parent / "resources"


def path(*parts: str) -> Path:
    """The path of a resource, e.g. `path("languages", "id.toml")`. It need not exist."""
    return root().joinpath(*parts)


def read_toml(*parts: str) -> dict[str, Any]:
    """Read a TOML resource. Raises FileNotFoundError when there is none."""
    # Loaded late: a seventh of what it costs to import the rules for sentences.
    import tomllib

    with path(*parts).open("rb") as stream:
        return tomllib.load(stream)
