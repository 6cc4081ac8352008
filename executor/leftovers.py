"""Removes the names that cases made in a folder, without ever following one of them.

To be used only while no process of a case lives. It does not know who else uses the
folder: it is told whose names are a case's.
"""

import os
import stat
import time
from typing import Optional

SWEEP_LIMIT_S = 0.5
SETTLED_NS = 50_000_000
# What a sweep had no time for keeps this name, so that the next one, of whatever process, goes on.
_CONDEMNED = ".leftover-"


_Listing = frozenset[tuple[str, int]]


class Leftovers:
    """The names of one folder before a case, and what has come since."""

    def __init__(self, folder: str, uid: int) -> None:
        """Watch ``folder`` for names of things that belong to ``uid``."""
        self._folder = folder
        self._uid = uid
        self._before: _Listing = frozenset()
        self._state_before: Optional[os.stat_result] = None
        self._is_settled = False

    def begin(self) -> None:
        """Take what is there now as not a case's, but for what an earlier sweep had no time for."""
        state = self._state()
        if self._is_settled and _is_same(state, self._state_before):
            return
        self._before = self._names()
        condemned = [name for name, _ in self._before if name.startswith(_CONDEMNED)]
        if condemned:
            self._remove(condemned)
            self._before, state = self._names(), self._state()
        # The clock of file times ticks every few milliseconds. A change that comes a few ticks
        # after the last one is sure to show in the folder's time, and the folder need not be listed.
        self._state_before = state
        self._is_settled = state is not None and time.time_ns() - state.st_ctime_ns > SETTLED_NS

    def sweep(self) -> Optional[str]:
        """Remove what is new; say what was found."""
        state = self._state()
        if self._is_settled and _is_same(state, self._state_before):
            return None
        self._is_settled = False
        before = self._state_before
        if state is None or before is None or (state.st_mode, state.st_uid) != (before.st_mode, before.st_uid):
            return None if state is before else f"{self._folder} itself changed"
        new = [name for name, _ in self._names() - self._before]
        if not new:
            return None
        removed, is_clean = self._remove(new)
        if not removed:
            return None
        return f"{removed} names were left in {self._folder}" + ("" if is_clean else ", some remain")

    def _remove(self, names: list[str]) -> tuple[int, bool]:
        """Remove those of ``names`` that belong to the user; tell how many, and whether all are gone."""
        top = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            mine = [name for name in names if self._is_a_cases(name, top)]
            return len(mine), _remove(mine, top, time.monotonic() + SWEEP_LIMIT_S)
        finally:
            os.close(top)

    def _state(self) -> Optional[os.stat_result]:
        try:
            return os.lstat(self._folder)
        except OSError:
            return None

    def _names(self) -> _Listing:
        try:
            with os.scandir(self._folder) as entries:
                return frozenset((entry.name, entry.inode()) for entry in entries)
        except OSError:
            return frozenset()

    def _is_a_cases(self, name: str, top: int) -> bool:
        try:
            return os.lstat(name, dir_fd=top).st_uid == self._uid
        except FileNotFoundError:
            return False


def _is_same(state: Optional[os.stat_result], before: Optional[os.stat_result]) -> bool:
    return state is not None and before is not None and state.st_ctime_ns == before.st_ctime_ns


def _remove(names: list[str], top: int, deadline: float) -> bool:
    """Remove files and trees below ``top``; False when time or a permission was lacking.

    A folder is emptied by moving the folders in it up to ``top`` first, so that no depth
    needs more than one open descriptor.
    """
    serial = 0
    try:
        for name in names:
            waiting = [name]
            while waiting:
                name = waiting.pop()
                if not stat.S_ISDIR(os.lstat(name, dir_fd=top).st_mode):
                    os.unlink(name, dir_fd=top)
                    continue
                os.chmod(name, 0o700, dir_fd=top)
                inner = os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=top)
                try:
                    for child in os.listdir(inner):
                        if time.monotonic() > deadline:
                            return False
                        if not stat.S_ISDIR(os.lstat(child, dir_fd=inner).st_mode):
                            os.unlink(child, dir_fd=inner)
                            continue
                        # Without the permission to write in it a folder cannot be moved either.
                        os.chmod(child, 0o700, dir_fd=inner)
                        serial += 1
                        waiting.append(f"{_CONDEMNED}{os.getpid()}-{time.monotonic_ns()}-{serial}")
                        os.rename(child, waiting[-1], src_dir_fd=inner, dst_dir_fd=top)
                finally:
                    os.close(inner)
                os.rmdir(name, dir_fd=top)
    except OSError:
        return False
    return True
