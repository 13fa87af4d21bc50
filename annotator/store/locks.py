"""Files under a passphrase: how one is told from others, and the key that a passphrase gives.

The files are SQLCipher's (its version 4, as it is set up by itself), so that other tools open them with the same
passphrase. Nothing of it is kept anywhere: a passphrase that is forgotten is gone, and so is what lies under it.
"""

import hashlib
import secrets
import unicodedata
from pathlib import Path
from types import ModuleType
from typing import Any

from annotator.errors import Locked, ProjectError

NEEDED = "This file is locked. Give its passphrase to open it."
NOT_THIS_ONE = (
    "This passphrase does not open the file, or the file is damaged. Check capitals and the language of the keyboard, "
    "and try again."
)
EMPTY = "A passphrase cannot be empty. Choose several words, or leave the file unlocked."
CANNOT_LOCK = "This copy of the program can neither lock files nor open locked ones: it lacks the package “sqlcipher3”."

_HEADER = b"SQLite format 3\x00"
_PAGE = 4096
_ROUNDS = 256_000
_SALT, _KEY = 16, 32
_NOISE = 240
"""Different bytes that a page of noise has at least: of 256, four thousand draws leave out none."""


def is_locked(path: Path) -> bool:
    """True for a file that only a passphrase can open: whole pages that cannot be told from noise."""
    try:
        with path.open("rb") as stream:
            first = stream.read(_PAGE)
            size = stream.seek(0, 2)
    except OSError:
        return False
    return not first.startswith(_HEADER) and size > 0 and size % _PAGE == 0 and len(set(first)) >= _NOISE


def key_of(path: Path, passphrase: str) -> bytes:
    """The key that a passphrase gives for a file, for one that is still to be made, too: 32 bytes, and 16 of salt.

    Takes a sixth of a second, on purpose; one key serves all connections. Raises Locked for an empty passphrase.
    """
    words = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    if not words:
        raise Locked(EMPTY)
    salt = _salt_of(path)
    return hashlib.pbkdf2_hmac("sha512", words, salt, _ROUNDS, _KEY) + salt


def _salt_of(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            salt = stream.read(_SALT)
    except FileNotFoundError:
        salt = b""
    return salt if len(salt) == _SALT else secrets.token_bytes(_SALT)


def unlock(connection: Any, module: ModuleType, key: bytes) -> None:
    """Let a new connection read and write a locked file. Raises Locked when the key is not the file's."""
    if not can_lock(module):
        raise ProjectError(CANNOT_LOCK)
    connection.execute("PRAGMA cipher_log_level = NONE")  # else a wrong key writes lines on standard error
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except module.DatabaseError as error:
        if "not a database" not in str(error):
            raise
        raise Locked(NOT_THIS_ONE) from error


def can_lock(module: ModuleType) -> bool:
    """True for a driver that can encrypt; SQLite's own takes a key without a word, and writes plainly."""
    return module.__name__.startswith("sqlcipher3")
