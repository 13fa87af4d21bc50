"""What Qt lacks is found by the system's own loader and named by its Debian package."""

import sys
from pathlib import Path

import pytest
import system_libraries

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps these libraries in packages")


@linux
def test_a_library_that_is_not_there_names_its_package() -> None:
    assert system_libraries.missing_packages({"libc.so.6": "libc6", "libnowhere.so.9": "libnowhere9"}) == [
        "libnowhere9"
    ]


@linux
def test_what_the_tests_run_on_lacks_nothing() -> None:
    assert system_libraries.missing_packages(system_libraries.QT) == []


def test_lists_of_packages_are_fetched_when_the_first_try_fails() -> None:
    called: list[str] = []
    answers = iter([100, 0, 0])

    def run(command: list[str]) -> int:
        called.append(command[1])
        return next(answers)

    assert system_libraries.install(["libegl1"], run)
    assert called == ["install", "update", "install"]


def test_a_first_try_that_works_is_the_only_one() -> None:
    called: list[list[str]] = []
    assert system_libraries.install(["libegl1"], lambda command: called.append(command) or 0)
    assert len(called) == 1


def test_apt_writes_to_the_log_and_asks_nothing(tmp_path: Path) -> None:
    log = tmp_path / "build" / "log"
    command = [
        sys.executable,
        "-c",
        "import os, sys; print(os.environ['DEBIAN_FRONTEND']); sys.exit(sys.stdin.read() != '')",
    ]
    assert system_libraries.quiet_apt(command, log) == 0
    assert log.read_text() == "noninteractive\n"
