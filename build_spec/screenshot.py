"""The picture of the window in the README, drawn by the program itself.

    python build_spec/screenshot.py [THEME [TARGET]]

Makes a project of the sample articles through the command line, tags one of them as an editor would, with sources and
a link, opens the window on it without a screen and keeps what it shows.
"""

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "help" / "screenshot.png"
SIZE = (1280, 820)
MILLISECONDS_TO_SETTLE = 2500
ARTICLE = "Harga Beras"
EDITOR = "Rina"
FOCUS = 11  # sentences down from the first
MARKED = (
    # label, first and last words, who says it
    ("quote", '"Harga memang naik', 'tidak putus,"', "Ir. Wening Hapsari"),
    ("claim", "gudang milik pemerintah kota", "pertengahan Juni", "H. Marto Suwignyo"),
    ("quote", "“Gudang itu kosong", "buka saja pintunya,”", "H. Marto Suwignyo"),
    ("denial", "Wali Kota Sagara, Dr.", "menolak tuduhan tersebut.", "Dr. Anindya Larasati"),
)
DENIED = (3, 1)  # which of them denies which


def make_project(folder: Path) -> tuple[Path, str]:
    """A project of the samples with one of them tagged; gives its path and that article's id."""
    from tour import Tour  # beside this file

    tour = Tour(folder, EDITOR)
    tour.load_samples()
    article_id = next(entry["id"] for entry in tour.ask("list")["articles"] if entry["title"].startswith(ARTICLE))
    text = tour.ask("show", article_id)["text"].replace("\N{NO-BREAK SPACE}", " ")
    body = text.index(MARKED[0][1])
    for name in dict.fromkeys(name for *_, name in MARKED):
        tour.call("sources", "add", name, "--kind", "person")
    tagged = []
    for label, first, last, name in MARKED:
        start = text.index(first, body)
        end = text.index(last, start) + len(last)
        tagged.append(tour.ask("tag", article_id, str(start), str(end), label)["id"])
        tour.call("set", tagged[-1], f"attributed_to={name}")
    tour.call("link", tagged[DENIED[0]], "denies", tagged[DENIED[1]])
    return tour.project, article_id


def draw(project: Path, target: Path) -> None:
    """Open the window on the project and keep a picture of it."""
    from PySide6.QtCore import Qt, QTimer  # after the platform is chosen
    from PySide6.QtTest import QTest

    from annotator import app

    application = app.prepare(())
    program = app.App(str(project))
    window = program.window
    window.resize(*SIZE)
    window.show()

    def keep() -> None:
        for _ in range(FOCUS):
            QTest.keyClick(application.focusWidget() or window, Qt.Key.Key_Down)
        QTest.qWait(300)
        window.grab().save(str(target))
        application.quit()

    QTimer.singleShot(MILLISECONDS_TO_SETTLE, keep)
    application.exec()
    program.close()


def main(theme: str = "light", target: str = str(TARGET)) -> None:
    """Draw the window in one theme."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.path.insert(0, str(ROOT))
    from dataclasses import replace

    from annotator import settings  # after the path is set

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["ANNOTATOR_HOME"] = str(folder / "settings")
        project, article_id = make_project(folder)
        settings.save(replace(settings.load(), theme=theme, annotator=EDITOR, last_document=article_id))
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        draw(project, Path(target))
    print(f"{target}: {Path(target).stat().st_size:,} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
