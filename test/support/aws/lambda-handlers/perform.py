"""Does what its event's `do` names: each function is one way for a handler to behave."""

import http.client
import json
import os
import pathlib
import signal
import subprocess
import sys
import time

RUNTIME = "/2018-06-01/runtime"


def lambda_handler(event, context):
    return globals()[f"do_{event['do']}"](event, context)


def do_pid(event, context):
    return os.getpid()


def do_uid(event, context):
    return [os.getuid(), os.getgid(), os.getgroups()]


def do_context(event, context):
    return {
        "aws_request_id": context.aws_request_id,
        "function_name": context.function_name,
        "invoked_function_arn": context.invoked_function_arn,
        "memory_limit_in_mb": context.memory_limit_in_mb,
        "remaining": context.get_remaining_time_in_millis(),
        "tenant_id": context.tenant_id,
    }


def do_surroundings(event, context):
    # Python adds LC_CTYPE by itself where the system lacks the locale that LANG names.
    environment = {k: v for k, v in os.environ.items() if k != "LC_CTYPE"}
    return {"environment": environment, "cwd": os.getcwd(), "path": sys.path[0]}


def do_return(event, context):
    return event["value"]


def do_length(event, context):
    return len(event["text"])


def do_text(event, context):
    return "x" * event["length"]


def do_bytes(event, context):
    return b"not json \xff"


def do_nan(event, context):
    return float("nan")


def do_set(event, context):
    return {1}


def do_surrogate(event, context):
    return "\ud800"


def do_print(event, context):
    print("on stdout")
    print("on stderr", file=sys.stderr)


def do_raise(event, context):
    raise ValueError(event["message"])


def do_exit(event, context):
    sys.exit(event["status"])


def do_signal(event, context):
    os.kill(os.getpid(), getattr(signal, event["name"]))


def do_sleep(event, context):
    time.sleep(event["seconds"])
    return os.getpid()


def do_hog(event, context):
    """Hold the interpreter lock, so that no thread and no signal handler of Python's gets a turn."""
    pathlib.Path(event["started"]).touch()
    return sum(range(10**12))


def do_wait(event, context):
    """Say that the invocation runs, and end it when told to."""
    pathlib.Path(f"{event['gate']}.{event['name']}").touch()
    while not os.path.exists(event["gate"]):
        time.sleep(0.005)
    return os.getpid()


def do_leave_children(event, context):
    """Sleep with a child in this session and one in a session of its own."""
    sleeper = [sys.executable, "-c", "import time; time.sleep(60)"]
    children = [subprocess.Popen(sleeper, start_new_session=new) for new in (False, True)]
    pathlib.Path(event["report"]).write_text(json.dumps([child.pid for child in children]))
    time.sleep(60)


def do_request(event, context):
    """Ask the Runtime API from inside an invocation."""
    return ask(event["method"], event["path"].replace("{id}", context.aws_request_id))


def do_answer_twice(event, context):
    path = f"/invocation/{context.aws_request_id}/response"
    statuses = [ask("POST", path, b'"first"')["status"], ask("POST", path, b'"second"')["status"]]
    pathlib.Path(event["report"]).write_text(json.dumps(statuses))
    return "third"


def do_answer_and_exit(event, context):
    ask("POST", f"/invocation/{context.aws_request_id}/response", b'"answered"')
    os._exit(1)


def do_answer_and_sleep(event, context):
    ask("POST", f"/invocation/{context.aws_request_id}/response", b'"answered"')
    time.sleep(60)


def ask(method, path, body=None):
    api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"], timeout=10)
    api.request(method, RUNTIME + path, body)
    response = api.getresponse()
    return {
        "status": response.status,
        "body": response.read().decode(),
        "id": response.headers["Lambda-Runtime-Aws-Request-Id"],
    }
