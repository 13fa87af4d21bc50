"""Disks that are full, and folders that cannot be written, for tests that run as root."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """A disk of that size at `folder`."""
    folder.mkdir()
    with _mounted(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)], folder):
        yield folder


@contextmanager
def read_only(folder: Path) -> Iterator[Path]:
    """The same folder once more, where nothing can be written."""
    there = folder.with_name(f"{folder.name}-read-only")
    there.mkdir()
    with _mounted(["mount", "--bind", str(folder), str(there)], there):
        _run(["mount", "-o", "remount,ro,bind", str(there)])
        yield there


@contextmanager
def _mounted(command: list[str], folder: Path) -> Iterator[None]:
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root on Linux can mount a disk for this test")
    _run(command)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"this machine does not let root mount: {done.stderr.decode().strip()}")
