"""Keeps what a folder's owner can change about the folder itself: its mode, times and attributes.

They are room for a message, and a folder that cannot be listed hides what is in it. Of a folder
that is not the cases' nothing is looked at: they cannot change it, and others may.
"""

import os
import stat
from collections.abc import Callable
from typing import Any, NamedTuple


class _State(NamedTuple):
    mode: int
    mtime_ns: int
    attributes: dict[str, bytes]


class FolderState:
    """One folder's own state before a case."""

    def __init__(self, folder: str, uid: int) -> None:
        """Keep the state of ``folder`` as long as it belongs to ``uid``."""
        self._folder = folder
        self._uid = uid
        self._before = self._now()

    def clear_old(self) -> None:
        """Undo what cases of a former process can have done to it."""
        state = self._now()
        if state is None:
            return
        _quietly(os.chmod, self._folder, state.mode | stat.S_IRWXU)
        for name in state.attributes:
            if name.startswith("user."):
                _quietly(os.removexattr, self._folder, name)
        self.remember()

    def remember(self) -> None:
        """Take the state of now as the right one."""
        self._before = self._now()

    def has_changed(self) -> bool:
        """Say whether mode or attributes are others, or the time is one that nobody's change made."""
        before, now = self._before, self._now()
        if before is None or now is None:
            return (before is None) != (now is None)
        return (before.mode, before.attributes) != (now.mode, now.attributes) or now.mtime_ns < before.mtime_ns

    def restore_mode(self) -> None:
        """Give the folder the mode that it had."""
        now = self._now()
        if self._before is not None and now is not None and now.mode != self._before.mode:
            _quietly(os.chmod, self._folder, self._before.mode)

    def restore_rest(self) -> None:
        """Give the folder the attributes and the time that it had."""
        before, now = self._before, self._now()
        if before is None or now is None:
            return
        for name in now.attributes.keys() - before.attributes.keys():
            _quietly(os.removexattr, self._folder, name)
        for name, value in before.attributes.items():
            if now.attributes.get(name) != value:
                _quietly(os.setxattr, self._folder, name, value)
        if now.mtime_ns != before.mtime_ns:
            _quietly(_set_time, self._folder, before.mtime_ns)

    def _now(self) -> _State | None:
        try:
            state = os.lstat(self._folder)
        except OSError:
            return None
        if state.st_uid != self._uid or not stat.S_ISDIR(state.st_mode):
            return None
        return _State(stat.S_IMODE(state.st_mode), state.st_mtime_ns, _attributes(self._folder))


def _attributes(folder: str) -> dict[str, bytes]:
    if not hasattr(os, "listxattr"):
        return {}
    try:
        return {name: os.getxattr(folder, name) for name in os.listxattr(folder)}
    except OSError:
        return {}


def _set_time(folder: str, mtime_ns: int) -> None:
    os.utime(folder, ns=(mtime_ns, mtime_ns))


def _quietly(change: Callable[..., None], *arguments: Any) -> None:
    try:
        change(*arguments)
    except OSError:
        return
