"""What a person has chosen outlives the program; what cannot be read takes its default."""

import getpass
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from annotator import settings
from annotator.settings import Settings


def test_what_is_saved_is_loaded(settings_home: Path) -> None:
    chosen = replace(
        settings.load(), annotator="Rina “R.” W.", theme="dark", zoom=150, last_project="/tmp/ä 市.annotator",
        recent_projects=("a", "b"), last_document="x", keys={"tag.claim": "F5"}, check_quotations=False,
        allowed_hosts=("intranet",),
    )  # fmt: skip
    settings.save(chosen)
    assert settings.load() == chosen
    assert [path.name for path in settings_home.iterdir()] == ["settings.toml"]


def test_an_installation_keeps_its_name(settings_home: Path) -> None:
    first = settings.load()
    assert UUID(first.installation)
    assert settings.load().installation == first.installation
    assert (settings_home / "settings.toml").exists()


def test_without_a_place_to_write_there_are_still_settings(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert settings.load(tmp_path / "file").theme == "system"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"zoom = [",
        b"\xff\xfe\x00",
        b'theme = "sepia"\nzoom = "big"\ninstallation = "me"\nrecent_projects = "x"\nkeys = 4\nannotator = 7',
        b"zoom = 100000\n",
        b"zoom = -4\n",
        b"zoom = true\n",
        b"[keys]\na = 4\nb = ['x']\n",
    ],
)
def test_what_cannot_be_read_takes_its_default(settings_home: Path, content: bytes) -> None:
    settings_home.mkdir()
    (settings_home / "settings.toml").write_bytes(content)
    found = settings.load()
    assert UUID(found.installation)
    assert 50 <= found.zoom <= 400
    assert type(found.zoom) is int
    assert found.theme == "system"
    assert found.keys == {}
    assert found.annotator == ""
    settings.save(found)
    assert settings.load() == found


def test_a_file_with_a_slip_of_the_hand_is_kept(settings_home: Path) -> None:
    settings.save(replace(settings.load(), keys={"undo": "F9"}))
    path = settings_home / "settings.toml"
    broken = path.read_text("utf-8") + "zoom = = 120\n"
    path.write_text(broken, "utf-8")
    assert settings.load().keys == {}
    assert (settings_home / "settings.unreadable.toml").read_text("utf-8") == broken


def test_settings_that_cannot_be_read_now_are_not_written_over(
    settings_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.save(replace(settings.load(), theme="dark"))

    def refuse(*_: object, **__: object) -> str:
        raise PermissionError

    monkeypatch.setattr(Path, "read_text", refuse)
    assert settings.load().theme == "system"
    monkeypatch.undo()
    monkeypatch.setenv("ANNOTATOR_HOME", str(settings_home))
    assert settings.load().theme == "dark"


@pytest.mark.skipif("sys.platform == 'win32'")
def test_nobody_else_can_read_them(settings_home: Path) -> None:
    settings.save(replace(settings.load(), last_project="postgresql://ana:secret@desk/news"))
    assert (settings_home / "settings.toml").stat().st_mode & 0o077 == 0


def test_columns_of_tables_are_remembered_where_they_are_words(settings_home: Path) -> None:
    columns = {"k": {"text": "Isi berita", "title": 'Judul "utama"'}}
    settings.save(replace(settings.load(), table_columns=columns))
    assert settings.load().table_columns == columns
    (settings_home / "settings.toml").write_text(
        '[table_columns]\na = 4\n[table_columns.b]\ntext = 1\n[table_columns.c]\ntext = "Isi"\n'
    )
    assert settings.load().table_columns == {"c": {"text": "Isi"}}


def test_a_good_value_among_bad_ones_stays(settings_home: Path) -> None:
    settings_home.mkdir()
    (settings_home / "settings.toml").write_text('theme = "dark"\nzoom = "big"\n[keys]\nundo = "F9"\nredo = 4\n')
    found = settings.load()
    assert (found.theme, found.zoom, found.keys) == ("dark", 100, {"undo": "F9"})


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace")))
def test_no_file_keeps_the_program_from_starting(settings_home: Path, content: bytes) -> None:
    settings_home.mkdir(exist_ok=True)
    (settings_home / "settings.toml").write_bytes(content)
    assert UUID(settings.load().installation)


def test_a_write_that_fails_leaves_what_was(settings_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = replace(settings.load(), annotator="Ana")
    settings.save(kept)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space"):
        settings.save(replace(kept, annotator="Ben"))
    monkeypatch.undo()
    monkeypatch.setenv("ANNOTATOR_HOME", str(settings_home))
    assert settings.load() == kept


def test_annotations_carry_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Settings(annotator="Rina").annotator_name == "Rina"
    monkeypatch.setattr(getpass, "getuser", lambda: "rina")
    assert Settings().annotator_name == "rina"

    def nobody() -> str:
        raise OSError("no user")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert Settings().annotator_name == "annotator"


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_every_system_has_its_place(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ANNOTATOR_HOME")
    monkeypatch.setattr(settings.sys, "platform", platform)
    assert settings.home().name.lower() == "annotator"
    monkeypatch.setenv("XDG_DATA_HOME", "/somewhere")
    if platform == "linux":
        assert settings.home() == Path("/somewhere/annotator")
