"""Keeps Node processes: the one that serves the present invocation, and a spare for the next.

Nothing is started before JavaScript comes. It does not know what is run on them.
"""

import contextlib
import os
from collections.abc import Mapping

from host_lost import HostLost, JailOpen
from interpreter import open_unreadable_copy
from node_host import NodeHost
from shield import ProofFailed, ways_into


class NodeProcesses:
    """The Node processes of one executor."""

    def __init__(self, path: str, runner: str, environment: Mapping[str, str], user_id: int) -> None:
        """Run the Node at ``path``, with the runner in that folder, as that user."""
        self._path = path
        self._runner = runner
        self._environment = environment
        self._user_id = user_id
        self._program: int | None = None
        self._program_state = 0
        self._current: NodeHost | None = None
        self._spare: NodeHost | None = None
        # Whether it was tried to get into one that runs from this copy.
        self._is_proven = False

    def warm(self) -> NodeHost:
        """Return the process of this invocation, another one where the last could not go on.

        Raises:
            HostLost: there is none.
            JailOpen: it must not be given a case.
        """
        if self._current is not None and not self._current.is_ready():
            self.drop()
        if self._current is None:
            self._current, self._spare = self._spare or self._new(), None
        host = self._current
        host.await_warm()
        if not self._is_proven:
            self._prove(host)
        return host

    def _prove(self, host: NodeHost) -> None:
        try:
            ways = ways_into(host.pid, self._user_id)
        except ProofFailed as failure:
            raise HostLost(f"whether Node can be read was not found out: {failure}") from None
        if ways:
            raise JailOpen(f"Node can be reached by {', '.join(ways)}")
        self._is_proven = True

    @property
    def pid(self) -> int | None:
        """Process id of the one that serves this invocation; None where there is none."""
        return self._current.pid if self._current is not None else None

    @property
    def waiting(self) -> list[int]:
        """Process ids of those that no run has come to."""
        return [self._spare.pid] if self._spare is not None else []

    def drop(self) -> None:
        """End the process of this invocation."""
        if self._current is not None:
            self._current.dismiss()
            self._current = None

    def end_invocation(self) -> bool:
        """End what served it, and have a spare warm up for the next; tell whether anything did."""
        if self._current is None:
            return False
        self.drop()
        if self._spare is None:
            # The answer does not depend on it: the next invocation tries again, and tells.
            with contextlib.suppress(HostLost):
                self._spare = self._new()
        return True

    def tampering(self) -> str | None:
        """Say whether a case changed the file that they run from, by ``/proc/self/exe``."""
        if self._program is None or os.fstat(self._program).st_ctime_ns == self._program_state:
            return None
        return "Node's file itself changed"

    def close(self) -> None:
        """End all of them; the next is started from a new copy."""
        self.drop()
        if self._spare is not None:
            self._spare.dismiss()
            self._spare = None
        if self._program is not None:
            os.close(self._program)
            self._program = None

    def _new(self) -> NodeHost:
        if self._program is None:
            self._program = open_unreadable_copy(self._path)
            if self._program is None:
                raise HostLost("no copy of Node can be made that is not readable")
            self._program_state = os.fstat(self._program).st_ctime_ns
            self._is_proven = False
        try:
            return NodeHost(self._program, self._runner, self._environment, self._user_id)
        except OSError as failure:
            raise HostLost(f"Node cannot be started: {failure}") from None
