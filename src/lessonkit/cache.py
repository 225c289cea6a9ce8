"""The user's own cache folder, for what lessonkit can make again at any time."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


def cache_folder() -> Path:
    """The folder for what lessonkit can make again at any time."""
    written = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(written) if written else Path.home() / ".cache") / "lessonkit"


def read_own(path: Path) -> bytes | None:
    """What this user has written into a file of the cache; None for no file, and for one that others could write."""
    if not _is_own(path.parent):
        return None
    try:
        with open(path, "rb", opener=_opened_itself) as file:
            return file.read() if _ours(os.fstat(file.fileno())) else None
    except OSError:
        return None


def write_own(path: Path, data: bytes) -> None:
    """Keep data for later builds, whole or not at all; a folder that is full or read-only keeps nothing."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_own(path.parent):
            return
        try:
            part.write_bytes(data)
            part.chmod(0o600)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def _opened_itself(path: str, flags: int) -> int:
    """A file opened without following a link, where the system can do that."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0))


def _is_own(folder: Path) -> bool:
    try:
        return _ours(folder.lstat())
    except OSError:
        return False


def _ours(status: os.stat_result) -> bool:
    """True for what belongs to this user and nobody else may write; Windows keeps such folders for each user."""
    if os.name == "nt":
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & OTHERS_MAY_WRITE
