"""The runtime of one local environment: what Lambda's own client does, around a warm handler.

It knows nothing of the function behind the handler, nor of the Invoke API in front.
"""

from __future__ import annotations

import fcntl
import http.client
import importlib
import json
import os
import select
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Any

LIFELINE = 3
RUNTIME = "/2018-06-01/runtime"
Handler = Callable[[Any, Any], Any]


class Fault(Exception):
    """A fault that the runtime itself found, under Lambda's name for it."""

    def __init__(self, error_type: str, message: str, trace: list[str] | None = None) -> None:
        """Name the fault, in Lambda's words, with the lines that lead to it."""
        super().__init__(message)
        self.error_type = error_type
        self.trace = trace or []


class Context:
    """What a handler gets as its second argument."""

    def __init__(self, headers: http.client.HTTPMessage) -> None:
        """Read the context from the headers that came with the event."""
        self.aws_request_id = headers["Lambda-Runtime-Aws-Request-Id"]
        self.invoked_function_arn = headers["Lambda-Runtime-Invoked-Function-Arn"]
        self.tenant_id = headers["Lambda-Runtime-Aws-Tenant-Id"]
        self.function_name = os.environ["AWS_LAMBDA_FUNCTION_NAME"]
        self.function_version = os.environ["AWS_LAMBDA_FUNCTION_VERSION"]
        self.memory_limit_in_mb = os.environ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]
        self.log_group_name = os.environ["AWS_LAMBDA_LOG_GROUP_NAME"]
        self.log_stream_name = os.environ["AWS_LAMBDA_LOG_STREAM_NAME"]
        self.identity = None
        self.client_context = None
        self._deadline_ms = int(headers["Lambda-Runtime-Deadline-Ms"])

    def get_remaining_time_in_millis(self) -> int:
        """Return the milliseconds until the function's time-out, never less than 0."""
        return max(0, self._deadline_ms - int(time.time() * 1000))


def die_with_parent() -> None:
    """Arrange for this process group to be killed when the process that started it is gone."""
    os.set_inheritable(LIFELINE, False)
    if hasattr(fcntl, "F_SETSIG"):
        # The kernel sends it, so that it also ends a handler that never lets go of the interpreter.
        fcntl.fcntl(LIFELINE, fcntl.F_SETOWN, -os.getpgrp())
        fcntl.fcntl(LIFELINE, fcntl.F_SETSIG, signal.SIGKILL)
        fcntl.fcntl(LIFELINE, fcntl.F_SETFL, fcntl.fcntl(LIFELINE, fcntl.F_GETFL) | os.O_ASYNC)
        if select.select([LIFELINE], [], [], 0)[0]:
            os._exit(1)
    else:
        threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    os.read(LIFELINE, 1)
    os.killpg(0, signal.SIGKILL)


def load_handler(name: str) -> Handler:
    """Import `module.function`.

    Raises:
        Fault: it is not there, or the module does not compile.
    """
    module_name, _, function_name = name.rpartition(".")
    if not module_name:
        raise Fault("Runtime.MalformedHandlerName", f"Bad handler '{name}': no module name")
    try:
        module = importlib.import_module(module_name.replace("/", "."))
    except ImportError as error:
        message = f"Unable to import module '{module_name}': {error}"
        raise Fault("Runtime.ImportModuleError", message) from error
    except SyntaxError as error:
        message = f"Syntax error in module '{module_name}': {error}"
        trace = [f'  File "{error.filename}" Line {error.lineno}\n    {error.text}']
        raise Fault("Runtime.UserCodeSyntaxError", message, trace) from error
    if not hasattr(module, function_name):
        message = f"Handler '{function_name}' missing on module '{module_name}'"
        raise Fault("Runtime.HandlerNotFound", message)
    return getattr(module, function_name)


def call(handler: Handler, event: bytes, context: Context) -> str | bytes:
    """Run the handler on one event and return its answer, as JSON text unless it is bytes."""
    try:
        value = json.loads(event)
    except Exception as error:
        raise Fault("Runtime.UnmarshalError", f"Unable to unmarshal input: {error}") from error
    answer = handler(value, context)
    if isinstance(answer, bytes):
        return answer
    try:
        return json.dumps(answer, ensure_ascii=False, allow_nan=True)
    except Exception as error:
        raise Fault("Runtime.MarshalError", f"Unable to marshal response: {error}") from error


def describe(error: Exception, request_id: str) -> dict[str, Any]:
    """Return the error object that the caller of the function reads, after printing it."""
    if isinstance(error, Fault):
        error_type, trace = error.error_type, error.trace
    else:
        error_type, trace = type(error).__name__, _handler_trace(error.__traceback__)
    print(f"[ERROR] {error_type}: {error}", *trace, sep="\n", file=sys.stderr)
    return {
        "errorMessage": str(error),
        "errorType": error_type,
        "requestId": request_id,
        "stackTrace": trace,
    }


def _handler_trace(trace: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(trace)
    while frames and frames[0].filename == __file__:
        frames.pop(0)
    return traceback.format_list(frames)


def post(api: http.client.HTTPConnection, path: str, body: bytes, error_type: str = "") -> None:
    """Post to the Runtime API, whose refusal ends the runtime as it does on Lambda."""
    headers = {"Content-Type": "application/json"}
    if error_type:
        headers["Lambda-Runtime-Function-Error-Type"] = error_type
    api.request("POST", RUNTIME + path, body, headers)
    answer = api.getresponse()
    text = answer.read()
    if answer.status != 202:
        raise RuntimeError(f"POST {path}: {answer.status} {text!r}")


def serve_one(api: http.client.HTTPConnection, handler: Handler) -> None:
    """Wait for an invocation for as long as it takes, and answer it."""
    api.request("GET", RUNTIME + "/invocation/next")
    response = api.getresponse()
    event = response.read()
    context = Context(response.headers)
    os.environ["_X_AMZN_TRACE_ID"] = response.headers["Lambda-Runtime-Trace-Id"]
    path = f"/invocation/{context.aws_request_id}"
    try:
        answer = call(handler, event, context)
    except Exception as error:  # noqa: BLE001 - whatever a handler raises is its answer
        described = describe(error, context.aws_request_id)
        body = json.dumps(described, ensure_ascii=False).encode("utf-8")
        post(api, f"{path}/error", body, described["errorType"])
        return
    # Outside the `try`, as in Lambda's client: a lone surrogate in an answer ends the runtime.
    post(api, f"{path}/response", answer if isinstance(answer, bytes) else answer.encode("utf-8"))


def main() -> None:
    """Load the handler and serve until this process is killed."""
    die_with_parent()
    sys.path[0] = os.environ["LAMBDA_TASK_ROOT"]
    api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
    try:
        handler = load_handler(os.environ["_HANDLER"])
    except Exception as error:  # noqa: BLE001 - whatever its import raises is told
        described = describe(error, "")
        post(api, "/init/error", json.dumps(described).encode(), described["errorType"])
        sys.exit(1)
    while True:
        serve_one(api, handler)


if __name__ == "__main__":
    main()
