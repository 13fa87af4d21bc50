"""What a person has chosen, in one typed record kept as TOML.

Lies in the system's place for settings; `ANNOTATOR_HOME` moves it, with everything else that the
program keeps for a person, to another folder (tests and portable installs do that).
"""

import getpass
import os
import sys
import tomllib
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

_THEMES = ("system", "light", "dark", "contrast")


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the program remembers between two starts outside a project.

    `installation` names this copy of the program in every project's journal. `zoom` is in per cent.
    `allowed_hosts` lie in a network of one's own and may be contacted when an address of theirs is asked for.
    `last_place` is where the last document was left, in code points. `check_quotations`: show marks that look wrong.
    `keys` holds only the shortcuts that differ from the built-in ones: command id -> key.
    `table_columns`: which column of a table gives what (field -> heading), by the key of the table's headings.
    """

    installation: str = field(default_factory=lambda: str(uuid4()))
    annotator: str = ""
    last_project: str = ""
    recent_projects: tuple[str, ...] = ()
    last_document: str = ""
    last_place: int = 0
    theme: str = "system"
    zoom: int = 100
    check_quotations: bool = True
    keys: dict[str, str] = field(default_factory=dict)
    allowed_hosts: tuple[str, ...] = ()
    table_columns: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def annotator_name(self) -> str:
        """The name that new annotations carry: the chosen one, else the system's user."""
        if self.annotator:
            return self.annotator
        try:
            return getpass.getuser()
        except (OSError, KeyError):
            return "annotator"


def home() -> Path:
    """The folder for settings, logs and the first project."""
    if chosen := os.environ.get("ANNOTATOR_HOME"):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home())) / "Annotator"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Annotator"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "annotator"


def load(folder: Path | None = None) -> Settings:
    """The saved settings; what is missing or cannot be read takes its default.

    The installation's name is written at once when it is new, so that it stays the same. A file
    that is no TOML is kept beside the new one, since a slip of a hand may be all that is wrong with it.
    """
    path = (folder or home()) / "settings.toml"
    try:
        kept = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        kept = {}
    except OSError:
        return _from_plain({})
    except ValueError:
        kept = {}
        with suppress(OSError):
            path.replace(path.with_name("settings.unreadable.toml"))
    settings = _from_plain(kept)
    if kept.get("installation") != settings.installation:
        with suppress(OSError):
            save(settings, folder)
    return settings


def save(settings: Settings, folder: Path | None = None) -> None:
    """Write the settings, whole or not at all, for nobody else to read: an address may hold a password.

    Raises OSError when the folder cannot be written.
    """
    import tomli_w  # only a start that changes something needs it

    folder = folder or home()
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"settings.toml.{os.getpid()}.part"
    part.touch(0o600)
    part.write_text(tomli_w.dumps(asdict(settings)), encoding="utf-8")
    part.replace(folder / "settings.toml")


def _from_plain(kept: dict[str, Any]) -> Settings:
    default = Settings()
    chosen: dict[str, Any] = {}
    for name in Settings.__dataclass_fields__:
        value = kept.get(name)
        if name in ("recent_projects", "allowed_hosts") and isinstance(value, list):
            chosen[name] = tuple(str(entry) for entry in value)
        elif name == "keys" and isinstance(value, dict):
            chosen[name] = {command: key for command, key in value.items() if isinstance(key, str)}
        elif name == "table_columns" and isinstance(value, dict):
            chosen[name] = {headings: columns for headings, columns in value.items() if _is_words(columns)}
        elif isinstance(value, type(getattr(default, name))):
            chosen[name] = value
    with suppress(KeyError, ValueError):
        UUID(chosen["installation"])
        default = replace(default, installation=chosen["installation"])
    chosen["installation"] = default.installation
    if chosen.get("theme") not in _THEMES:
        chosen["theme"] = default.theme
    chosen["zoom"] = min(400, max(50, chosen.get("zoom", default.zoom)))
    return replace(default, **chosen)


def _is_words(columns: Any) -> bool:
    """True for a table whose values are all words."""
    return isinstance(columns, dict) and all(isinstance(heading, str) for heading in columns.values())
