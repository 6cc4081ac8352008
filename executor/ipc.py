"""Removes the System V IPC objects of the user that cases run as, and counts its keys.

Both outlive every process and need no descriptor. Linux only; elsewhere nothing is
found. It does not know which case made what: it is used between cases.
"""

import ctypes
import os
from collections.abc import Iterator

_IPC_RMID = 0
_KINDS = (("shm", "shmid"), ("msg", "msqid"), ("sem", "semid"))


class Ipc:
    """What the kernel keeps for one user beyond its processes."""

    def __init__(self, uid: int) -> None:
        """Take what user ``uid`` has now as known."""
        self._uid = uid
        self._seen = self._look()
        # Another program's, or one that could not be removed: no case's from now on.
        self._known = set(self._objects())
        self._keys = self._key_count()

    def clear(self) -> None:
        """Remove what the user has already, as a former process's leftovers."""
        self._known = {found for found in self._known if not _remove(*found)}
        self._seen = self._look()

    def sweep(self) -> str | None:
        """Remove what is new; say what was found."""
        seen, self._seen = self._seen, self._look()
        if self._seen == seen:
            return None
        new = [found for found in self._objects() if found not in self._known]
        for kind, number in new:
            if not _remove(kind, number):
                self._known.add((kind, number))
        keys, self._keys = self._keys, self._key_count()
        found = [f"{kind} {number} was left" for kind, number in new]
        if self._keys != keys:
            found.append("the user's kernel keys changed")
        return ", ".join(found) or None

    def _look(self) -> list[bytes]:
        return [_read(f"/proc/sysvipc/{kind}") for kind, _ in _KINDS] + [_read("/proc/key-users")]

    def _objects(self) -> Iterator[tuple[str, int]]:
        for (kind, column), text in zip(_KINDS, self._seen[:-1], strict=True):
            head, *rows = text.decode("ascii").splitlines() or [""]
            if not rows:
                continue
            names = head.split()
            id_at, uid_at = names.index(column), names.index("uid")
            for row in rows:
                cells = row.split()
                if int(cells[uid_at]) == self._uid:
                    yield kind, int(cells[id_at])

    def _key_count(self) -> str:
        for line in self._seen[-1].decode("ascii").splitlines():
            uid, _, counts = line.partition(":")
            if uid.strip() == str(self._uid):
                return counts.split()[1]
        return "0/0"


def _remove(kind: str, number: int) -> bool:
    libc = ctypes.CDLL(None)
    if kind == "sem":
        return libc.semctl(number, 0, _IPC_RMID) == 0
    return getattr(libc, f"{kind}ctl")(number, _IPC_RMID, None) == 0


def _read(path: str) -> bytes:
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return b""
    try:
        parts = []
        while part := os.read(descriptor, 65536):
            parts.append(part)
        return b"".join(parts)
    finally:
        os.close(descriptor)
