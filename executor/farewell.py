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
import sys
from typing import Any, NoReturn

ANSWER_LIMIT_S = 5.0
EXIT_CODE = 1


def announce(cause: str) -> None:
    """Write the log line that metrics count."""
    print(json.dumps({"level": "WARN", "message": "environment given up", "cause": cause}), flush=True)


def answer_and_exit(answer: Any, request_id: str, runtime_api: str) -> None:
    """Post ``answer`` and end the process; returns only if the answer was not taken."""
    # Seldom needed, and a third of what all else here takes to import.
    import http.client

    body = json.dumps(answer, ensure_ascii=False).encode("utf-8")
    path = f"/2018-06-01/runtime/invocation/{request_id}/response"
    try:
        connection = http.client.HTTPConnection(runtime_api, timeout=ANSWER_LIMIT_S)
        connection.request("POST", path, body, {"Content-Type": "application/json"})
        is_taken = connection.getresponse().status == 202
    except (OSError, http.client.HTTPException):
        # Left to the runtime, whose connection is open already: the answer comes first.
        return
    if is_taken:
        _exit()


def _exit() -> NoReturn:
    sys.stdout.flush()
    os._exit(EXIT_CODE)
