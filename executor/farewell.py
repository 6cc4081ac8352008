"""Ends an environment that can no longer be trusted, without costing anybody an answer.

Lambda replaces a function's process that exits. Exiting while the handler runs would lose
the answer; exiting at the next invocation would fail an innocent one; and a thread that
waits for the moment between the two is frozen with the environment exactly then. So the
handler posts its answer to the Runtime API itself, which takes the first answer to an
invocation, and exits before anybody can ask for the next event.

It does not know why the environment has to go.
"""

import json
import os
import socket
import struct
import sys
import time
from typing import Any, NoReturn

from execution import Surprise

ANSWER_LIMIT_S = 5.0
EXIT_CODE = 1


class Farewell:
    """A connection to the Runtime API, opened while one can still be opened.

    A solution can take from this process the right to open another, so it is made before
    any solution runs; and for the same reason it speaks HTTP by itself, with nothing to load.
    """

    def __init__(self, runtime_api: str, request_id: str) -> None:
        """Connect to the API at ``host:port``, to answer that request if need be."""
        self._runtime_api = runtime_api
        self._request_id = request_id
        self._connection: socket.socket | None = None
        try:
            host, _, port = runtime_api.partition(":")
            self._connection = socket.create_connection((host, int(port or 80)), ANSWER_LIMIT_S)
            # A time limit of Python's would ``poll``, which a process that may have nothing open cannot.
            self._connection.settimeout(None)
            limit = struct.pack("ll", int(ANSWER_LIMIT_S), 0)
            self._connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, limit)
            self._connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, limit)
        except (OSError, ValueError):
            pass

    def close(self) -> None:
        """Hang up: there was no need to say anything."""
        if self._connection is not None:
            self._connection.close()

    def post(self, answer: Any) -> None:
        """Answer the invocation; without a connection its caller learns of the exit instead."""
        if self._connection is None:
            return
        body = json.dumps(answer, ensure_ascii=False).encode("utf-8")
        head = (
            f"POST /2018-06-01/runtime/invocation/{self._request_id}/response HTTP/1.1\r\n"
            f"Host: {self._runtime_api}\r\n"
            "Content-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\n"
            "Connection: close\r\n\r\n"
        )
        self._connection.sendall(head.encode("ascii") + body)
        # The API has taken the answer once it says so; what it says changes nothing any more.
        self._connection.recv(64)


def announce(surprise: Surprise) -> None:
    """Write the log line that metrics count, by its event and its kind."""
    # Lambda takes the level from a line only where the time is written as in RFC 3339.
    line = {
        "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "level": "WARN",
        "event": "environment.given_up",
        "kind": surprise.kind,
        "cause": surprise.cause,
    }
    print(json.dumps(line), flush=True)


def leave() -> NoReturn:
    """End the process at once, so that Lambda replaces the environment."""
    try:
        sys.stdout.flush()
    finally:
        os._exit(EXIT_CODE)
