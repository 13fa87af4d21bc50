"""Whether a window can open here, asked before Qt is: it ends the process when something is missing."""

import ctypes
from collections.abc import Mapping
from pathlib import Path

_LIBRARIES = (
    "libgl1 libegl1 libfontconfig1 libxkbcommon0 libdbus-1-3 libglib2.0-0 libxcb-cursor0 libxcb-icccm4 "
    "libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"
)
_NO_SCREEN = (
    "There is no screen for the window (neither DISPLAY nor WAYLAND_DISPLAY is set). "
    "Everything can be done at the prompt as well: annotator --help"
)


def what_lacks(environment: Mapping[str, str], platform: str) -> str:
    """Why the window cannot open here, in one sentence; "" when it can."""
    if platform == "linux":
        chosen = environment.get("QT_QPA_PLATFORM")
        if not (chosen or environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
            return _NO_SCREEN
    try:
        from PySide6 import QtWidgets  # noqa: F401  the window's, tried before it is needed
    except ImportError as error:
        return _advice(str(error), platform)
    return _plugin_lacks(environment, platform)


def _plugin_lacks(environment: Mapping[str, str], platform: str) -> str:
    """Qt ends the process when its X11 plug-in cannot be loaded, so its libraries are tried first."""
    chosen = environment.get("QT_QPA_PLATFORM", "")
    on_x11 = chosen.startswith("xcb") or (not chosen and not environment.get("WAYLAND_DISPLAY"))
    if platform != "linux" or not on_x11:
        return ""
    import PySide6  # after it is known to be there

    plugin = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    if not plugin.exists():
        return ""
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return _advice(str(error), platform)
    return ""


def _advice(reason: str, platform: str) -> str:
    if "No module named" in reason:
        return "The window needs the package PySide6-Essentials: pip install 'PySide6-Essentials>=6.9,<6.12'"
    missing = reason.split(":")[0]
    if platform != "linux":
        return f"The window cannot open: {missing} is missing."
    return f"The window cannot open because {missing} is missing: apt-get install --no-install-recommends {_LIBRARIES}"
