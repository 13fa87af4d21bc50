"""The order of the start: the window is seen before the database layer is there."""

import subprocess
import sys
from pathlib import Path

_SCRIPT = """
import sys
from annotator import app as program
application = program.prepare(())
app = program.App({address!r})
seen = []
def look():
    late = ("sqlalchemy", "sqlmodel", "annotator.store", "annotator.operations")
    seen.append([name for name in late if name in sys.modules])
app.window.first_painted.connect(look)
app.projects.opened.connect(lambda: program.QTimer.singleShot(50, app.window.close))
app.window.show()
application.exec()
print(seen, "sqlalchemy" in sys.modules)
"""


def test_the_window_is_painted_before_the_database_layer_is_imported(tmp_path: Path) -> None:
    script = _SCRIPT.format(address=str(tmp_path / "p.annotator"))
    environment = {**__import__("os").environ, "QT_QPA_PLATFORM": "offscreen", "ANNOTATOR_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[[]] True"
