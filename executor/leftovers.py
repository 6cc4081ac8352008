"""Removes the names that cases made in a folder, without ever following one of them.

To be used only while no process of a case lives. It does not know who else uses the
folder: it is told whose names are a case's.
"""

import os
import stat
import time
from collections.abc import Iterator
from itertools import islice

from folder_state import FolderState

SWEEP_LIMIT_S = 0.5
SETTLED_NS = 50_000_000
# What a sweep had no time for keeps this name, so that the next one, of whatever process, goes on.
_CONDEMNED = ".leftover-"


_PORTION = 500

_Name = tuple[str, int]


class Leftovers:
    """The names of one folder before a case, and what has come since."""

    def __init__(self, folder: str, uid: int, clears_old: bool = False) -> None:
        """Watch ``folder`` for names of things that belong to ``uid``.

        Args:
            folder: where a case could make names.
            uid: the user that cases run as.
            clears_old: whether what ``uid`` has there before the first case is removed too, as
                the leftovers of a former process.
        """
        self._is_cleared = not clears_old
        self._folder = folder
        self._uid = uid
        self._before: set[_Name] = set()
        self._own = FolderState(folder, uid)
        if clears_old:
            self._own.clear_old()
        self._state_before: os.stat_result | None = None
        self._is_settled = False

    def begin(self) -> None:
        """Take what is there now as not a case's, but for what is still to be cleared."""
        state = self._state()
        if self._is_settled and _is_same(state, self._state_before):
            return
        old = [found[0] for found in self._names() if self._is_condemned(found)]
        if old:
            _, self._is_cleared = self._remove_mine(old, time.monotonic() + SWEEP_LIMIT_S)
            state = self._state()
        self._before = set(self._names())
        self._own.remember()
        # The clock of file times ticks every few milliseconds. A change that comes a few ticks
        # after the last one is sure to show in the folder's time, and the folder need not be listed.
        self._state_before = state
        self._is_settled = state is not None and time.time_ns() - state.st_ctime_ns > SETTLED_NS

    def find(self) -> str | None:
        """Say what a case left or changed, without spending time on it."""
        state = self._state()
        if self._is_settled and _is_same(state, self._state_before):
            return None
        self._is_settled = False
        if self._own.has_changed():
            return f"{self._folder} itself changed"
        if any(self._new_names_of_cases()):
            return f"names were left in {self._folder}"
        return None

    def clear(self, deadline: float) -> bool:
        """Undo what a case did, until ``deadline`` (monotonic seconds); tell whether nothing is left."""
        self._is_settled = False
        # Without its mode nothing can be found in it.
        self._own.restore_mode()
        is_clean = True
        while is_clean and (new := list(islice(self._new_names_of_cases(), _PORTION))):
            _, is_clean = self._remove_mine(new, deadline)
        # What there was no time for is cleared before the next case.
        self._is_cleared = self._is_cleared and is_clean
        self._own.restore_rest()
        return is_clean

    def _new_names_of_cases(self) -> Iterator[str]:
        try:
            top = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        except OSError:
            return
        try:
            yield from (
                found[0] for found in self._names() if found not in self._before and self._is_a_cases(found[0], top)
            )
        finally:
            os.close(top)

    def _is_condemned(self, found: _Name) -> bool:
        return found[0].startswith(_CONDEMNED) or not self._is_cleared and found not in self._before

    def _remove_mine(self, names: list[str], deadline: float) -> tuple[int, bool]:
        """Remove those of ``names`` that belong to the user; tell how many, and whether all are gone."""
        try:
            top = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        except OSError:
            return len(names), False
        try:
            mine = [name for name in names if self._is_a_cases(name, top)]
            return len(mine), _remove(mine, top, deadline)
        finally:
            os.close(top)

    def _state(self) -> os.stat_result | None:
        try:
            return os.lstat(self._folder)
        except OSError:
            return None

    def _names(self) -> Iterator[_Name]:
        try:
            with os.scandir(self._folder) as entries:
                yield from ((entry.name, entry.inode()) for entry in entries)
        except OSError:
            return

    def _is_a_cases(self, name: str, top: int) -> bool:
        try:
            return os.lstat(name, dir_fd=top).st_uid == self._uid
        except FileNotFoundError:
            return False


def _is_same(state: os.stat_result | None, before: os.stat_result | None) -> bool:
    return state is not None and before is not None and state.st_ctime_ns == before.st_ctime_ns


def _remove(names: list[str], top: int, deadline: float) -> bool:
    """Remove files and trees below ``top``; False when time or a permission was lacking.

    A folder is emptied by moving the folders in it up to ``top`` first, so that no depth
    needs more than one open descriptor.
    """
    is_clean = True
    waiting = list(names)
    while waiting:
        if time.monotonic() > deadline:
            return False
        try:
            waiting.extend(_remove_one(waiting.pop(), top))
        except FileNotFoundError:
            # Another process of ours was faster.
            continue
        except OSError:
            is_clean = False
    return is_clean


def _remove_one(name: str, top: int) -> list[str]:
    """Remove ``name``; return what waits in ``top`` now: what was in it, and itself while it holds more."""
    if not stat.S_ISDIR(os.lstat(name, dir_fd=top).st_mode):
        os.unlink(name, dir_fd=top)
        return []
    try:
        os.rmdir(name, dir_fd=top)
        return []
    except OSError:
        os.chmod(name, 0o700, dir_fd=top)
    moved: list[str] = []
    inner = os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=top)
    try:
        with os.scandir(inner) as entries:
            for entry in islice(entries, _PORTION):
                if not entry.is_dir(follow_symlinks=False):
                    os.unlink(entry.name, dir_fd=inner)
                    continue
                # Without the permission to write in it a folder cannot be moved either.
                os.chmod(entry.name, 0o700, dir_fd=inner)
                moved.append(f"{_CONDEMNED}{os.getpid()}-{time.monotonic_ns()}-{len(moved)}")
                os.rename(entry.name, moved[-1], src_dir_fd=inner, dst_dir_fd=top)
    finally:
        os.close(inner)
    try:
        os.rmdir(name, dir_fd=top)
    except OSError:
        return [name, *moved]
    return moved
