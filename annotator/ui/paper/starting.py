"""PDF for the command line: Qt is started without a screen, when a report is to be printed and not before."""

import os
from typing import TYPE_CHECKING

from annotator.errors import ExportFailed

if TYPE_CHECKING:
    from annotator.ui.paper.printing import PaperReport

_application: list[object] = []
"""What Qt calls the application: it must outlive all that is drawn."""


def paper() -> "PaperReport":
    """A writer of PDF. Raises ExportFailed where Qt cannot start."""
    # Read when the library is loaded. Typefaces stand in a PDF in the order of a hash, which is else another each time.
    os.environ.setdefault("QT_HASH_SEED", "0")
    try:
        from PySide6.QtGui import QGuiApplication  # no other command needs it
    except ImportError as error:
        missing = str(error).split(":")[0]
        raise ExportFailed(
            f"A PDF cannot be written here ({missing} is missing); choose html, docx or odt instead."
        ) from error
    if QGuiApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db=false")  # it tells of each face what it lacks
        _application.append(QGuiApplication(["annotator"]))
        from annotator.ui import fonts  # after the application, which keeps them

        fonts.load_fonts()
    from annotator.ui.paper.printing import PaperReport  # as Qt

    return PaperReport()
