"""The set-up notices what is wrong with a checkout and says what to do."""

import re
import sys
from pathlib import Path

import pytest
import setup
import system_libraries


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout whose set-up is finished."""
    venv = tmp_path / ".venv"
    paths = {
        "ROOT": tmp_path,
        "LOCK": tmp_path / "requirements.lock",
        "VENV": venv,
        "PYTHON": venv / "bin" / "python",
        "STAMP": venv / "set-up-finished",
        "UNFINISHED": venv / "set-up-unfinished",
        "BUILD": tmp_path / "build",
        "LOG": tmp_path / "build" / "setup.log",
    }
    for name, path in paths.items():
        monkeypatch.setattr(setup, name, path)
    paths["PYTHON"].parent.mkdir(parents=True)
    paths["PYTHON"].symlink_to(sys.executable)
    paths["BUILD"].mkdir()
    paths["LOG"].touch()
    paths["LOCK"].write_text("click==8.2 \\\n    --hash=sha256:00\n    # via us\nregex==1 \\\n    --hash=sha256:01\n")
    paths["STAMP"].write_text(setup.fingerprint())
    return tmp_path


def test_a_finished_checkout_is_ready(checkout: Path) -> None:
    assert setup.is_ready()


def test_a_new_lock_asks_for_a_set_up(checkout: Path) -> None:
    setup.LOCK.write_text("click==8.3\n")
    assert not setup.is_ready()


def test_a_set_up_cut_short_is_done_anew(checkout: Path) -> None:
    setup.UNFINISHED.touch()
    assert not setup.is_ready()
    assert not setup._is_usable()


def test_a_moved_checkout_is_noticed(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moved = checkout / "moved"
    setup.VENV.rename(moved)
    for name in ("STAMP", "UNFINISHED"):
        monkeypatch.setattr(setup, name, moved / getattr(setup, name).name)
    monkeypatch.setattr(setup, "PYTHON", moved / "bin" / "python")
    monkeypatch.setattr(setup, "VENV", moved)
    assert not setup.is_ready()
    assert not setup._is_usable()


def test_a_python_that_went_away_is_noticed(checkout: Path) -> None:
    setup.PYTHON.unlink()
    setup.PYTHON.symlink_to(checkout / "gone")
    assert not setup.is_ready()
    assert not setup._is_usable()


def test_a_python_that_became_another_is_noticed(checkout: Path) -> None:
    other = checkout / "python-other"
    other.touch()
    setup.PYTHON.unlink()
    setup.PYTHON.symlink_to(other)
    assert not setup.is_ready()


def test_one_package_is_taken_from_the_lock_with_its_hashes(checkout: Path) -> None:
    assert setup.requirement("click") == "click==8.2 \\\n    --hash=sha256:00\n    # via us\n"
    assert setup.requirement("regex") == "regex==1 \\\n    --hash=sha256:01\n"


@pytest.mark.parametrize(
    ("said", "meaning"),
    [
        ("Failed to resolve: Temporary failure in name resolution; No matching distribution found", "no network"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "not the one that requirements.lock"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: No matching distribution found for PySide6-Essentials", "no build for this system"),
        ("something else", "The packages could not be installed. The details are in"),
    ],
)
def test_what_pip_says_becomes_one_sentence(checkout: Path, said: str, meaning: str) -> None:
    command = [sys.executable, "-c", f"import sys; print({said!r}); sys.exit(1)"]
    with pytest.raises(setup.SetupFailed, match=re.escape(meaning)) as failure:
        setup.logged(command, "The packages could not be installed", setup.PIP_REASONS)
    assert str(setup.LOG) in str(failure.value)
    assert "\n" not in str(failure.value)
    assert said in setup.LOG.read_text()


def test_an_earlier_failure_in_the_log_is_not_taken_for_this_one(checkout: Path) -> None:
    setup.LOG.write_text("No space left on device")
    with pytest.raises(setup.SetupFailed) as failure:
        setup.logged([sys.executable, "-c", "raise SystemExit(1)"], "It failed", setup.PIP_REASONS)
    assert "disk" not in str(failure.value)


def test_only_one_set_up_works_at_a_time(checkout: Path) -> None:
    lock = setup.BUILD / "setup.lock"
    with setup.only_one(), lock.open("a+b") as other:
        assert not setup._try_lock(other.fileno())
    with lock.open("a+b") as other:
        assert setup._try_lock(other.fileno())


def test_a_pip_that_outlives_its_set_up_still_holds_the_lock(checkout: Path) -> None:
    lock, done = setup.BUILD / "setup.lock", checkout / "done"
    orphan = f"import time, pathlib\nwhile not pathlib.Path({str(done)!r}).exists(): time.sleep(0.01)"
    start = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {orphan!r}], close_fds=False)"
    with setup.only_one():
        setup.logged([sys.executable, "-c", start], "It failed")
    try:
        with lock.open("a+b") as other:
            assert not setup._try_lock(other.fileno())
    finally:
        done.touch()


def test_who_may_not_install_is_told_the_command(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "can_install", lambda: False)
    with pytest.raises(setup.SetupFailed) as failure:
        setup.install_or_name(["libegl1", "libgl1"], "Qt needs libraries")
    assert "apt-get install -y --no-install-recommends libegl1 libgl1" in str(failure.value)


def test_a_failed_installation_is_said_with_its_command(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "can_install", lambda: True)
    monkeypatch.setattr(system_libraries, "quiet_apt", lambda command, log: 100)
    with pytest.raises(setup.SetupFailed, match="could not be installed"):
        setup.install_or_name(["libegl1"], "Qt needs libraries")


def test_a_python_without_venv_is_asked_for_with_what_qt_lacks(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(setup.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(setup.shutil, "which", lambda name: "/usr/bin/apt-get")
    monkeypatch.setattr(system_libraries, "missing_packages", lambda kind: ["libegl1"])
    monkeypatch.setattr(setup, "install_or_name", lambda packages, why: asked.extend(packages))
    setup.need_system_packages(["libxcb-cursor0"])
    assert asked == [f"python3.{sys.version_info.minor}-venv", "libegl1", "libxcb-cursor0"]


def test_an_unknown_command_shows_how_to_call_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert setup.main(["dance"]) == 2
    assert "setup.py run" in capsys.readouterr().out
