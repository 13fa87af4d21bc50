"""The whole job without a window: load, detect, split, tag, save, export, verify.

Calls nothing but `python -m annotator`, as a script of anybody's would, and says what it does. Every tour
makes a folder of its own under demo/, with its project, its exports and the settings it used.
"""

import io
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "resources" / "sample_articles"
QUOTATION_MARKS = '"“”„«»「」『』'


class Tour:
    """One project, worked on through the command line."""

    def __init__(self, folder: Path, annotator: str = "Tour") -> None:
        self.folder = folder
        self.annotator = annotator
        self.project = folder / "tour.annotator"
        self._environment = {**os.environ, "ANNOTATOR_HOME": str(folder / "settings"), "PYTHONIOENCODING": "utf-8"}

    def call(self, *arguments: str) -> str:
        """Carry out one command on the project and give what it printed; ends the tour when it fails."""
        common = ["--project", str(self.project), "--annotator", self.annotator]
        command = [sys.executable, "-m", "annotator", *arguments, *common]
        done = subprocess.run(command, cwd=ROOT, env=self._environment, capture_output=True, check=False)
        if done.returncode:
            said = done.stderr.decode(errors="replace").strip().splitlines() or ["no reason given"]
            print(f"annotator {' '.join(arguments)}\n{said[-1]}", file=sys.stderr)
            raise SystemExit(done.returncode)
        return done.stdout.decode()

    def ask(self, *arguments: str) -> Any:
        """Carry out one command and read its JSON."""
        return json.loads(self.call(*arguments, "--json"))

    def load_samples(self) -> list[str]:
        """Load the sample articles; gives their ids."""
        paths = sorted(str(path) for path in SAMPLES.glob("*.txt"))
        say(f"annotator load {len(paths)} files of {shown(SAMPLES)}")
        return [article["id"] for article in self.ask("load", *paths)["loaded"]]

    def read(self, article_id: str) -> None:
        """Show one article, then tag a quote and a claim in it and mark a sentence that holds nothing."""
        article = self.ask("show", article_id)
        text = article["text"]
        confidence = article["language_confidence"]
        sure = "" if confidence is None else f", {confidence:.0%} sure"
        print(f"\n{article['title']}")
        print(f"   language {article['language']}{sure}; {len(article['sentences'])} sentences; ", end="")
        print(f"{len(article['furniture'])} stretches that are not article text")
        undecided = [trimmed(text, s["start"], s["end"]) for s in article["sentences"] if s["state"] == "undecided"]
        undecided = [span for span in undecided if span[0] > len(article["title"])]  # not the headline
        quotes = [span for span in undecided if any(mark in text[span[0] : span[1]] for mark in QUOTATION_MARKS)]
        plain = [span for span in undecided if span not in quotes]
        for label, spans in (("quote", quotes[:1]), ("claim", sorted(plain, key=length, reverse=True)[:1])):
            for start, end in spans:
                self.call("tag", article_id, str(start), str(end), label)
                print(f"   {label:8}{start:5}-{end:<5} {shortened(text[start:end])}")
        for start, end in plain[-1:]:
            self.call("mark", article_id, str(start), str(end))
            print(f"   nothing {start:5}-{end:<5} {shortened(text[start:end])}")

    def export(self) -> None:
        """Write the dataset and the sheet; every stretch is read back and compared by the program."""
        for format_id, name in (("jsonl", "tour.jsonl"), ("csv", "tour.csv")):
            target = self.folder / name
            say(f"annotator export --format {format_id} {shown(target)}")
            self.call("export", "--format", format_id, str(target))
            print(f"   {target.stat().st_size:,} bytes, read back and compared")

    def verify(self) -> None:
        """Have the program hold the rows against the journal."""
        say("annotator verify")
        print("   " + self.call("verify").strip().replace("\n", "\n   "))


def say(command: str) -> None:
    """One command of the tour, set off from what it did."""
    print(f"\n$ {command}")


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the white space around it."""
    stretch = text[start:end]
    return start + len(stretch) - len(stretch.lstrip()), end - len(stretch) + len(stretch.rstrip())


def length(span: tuple[int, int]) -> int:
    """Code points of a stretch."""
    return span[1] - span[0]


def shortened(text: str, width: int = 70) -> str:
    """One line of a text for the terminal."""
    line = " ".join(text.split())
    return line if len(line) <= width else f"{line[: width - 1]}…"


def shown(path: Path) -> str:
    """A path as short as it can be said from the checkout."""
    return str(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path)


def main(arguments: list[str]) -> None:
    """Walk through the whole job and say where the files are; a folder may be named for them."""
    if isinstance(sys.stdout, io.TextIOWrapper):  # a bare system's terminal may know only ASCII
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    now = datetime.now(UTC).astimezone()
    folder = Path(arguments[0]).absolute() if arguments else ROOT / "demo" / now.strftime("%Y-%m-%d-%H%M%S")
    folder.mkdir(parents=True)
    tour = Tour(folder)
    for article_id in tour.load_samples():
        tour.read(article_id)
    print("\nNothing was suggested: every label was set by a command. All of it was saved as it was set.")
    tour.export()
    tour.verify()
    print(f"\nProject, exports and settings are in {folder}")
    print(f"Go on with: .venv/bin/annotator list --project {shown(tour.project)}")


if __name__ == "__main__":
    main(sys.argv[1:])
