"""A solution that tries to leave the jail and returns what held it back.

Run by the executor like any other; it does not know what the answers should be.
"""

import os
import resource
import socket
import subprocess
import sys
import threading


def _is_refused(attempt, *arguments):
    try:
        attempt(*arguments)
    except (OSError, RuntimeError, MemoryError, ImportError, AttributeError):
        return True
    return False


def _leave_a_name():
    path = f"/tmp/probe-{os.getpid()}"
    os.mkdir(path)
    os.rmdir(path)


def _set_limit_of_parent():
    resource.prlimit(os.getppid(), resource.RLIMIT_CORE)


def solution(_input):
    """Return, for each layer, whether it holds here."""
    return {
        "files": _is_refused(os.open, "/dev/null", os.O_RDONLY),
        "network": _is_refused(socket.socket, socket.AF_INET, socket.SOCK_STREAM),
        "localSockets": _is_refused(socket.socketpair),
        "processes": _is_refused(subprocess.run, [sys.executable, "-c", ""]) and _is_refused(_fork),
        "threads": _is_refused(threading.Thread(target=int).start),
        "memory": _is_refused(bytearray, 512 * 1024 * 1024),
        "nativeCode": _is_refused(__import__, "ctypes"),
        "environment": not any(name.startswith(("AWS_", "_LAMBDA", "LAMBDA_")) for name in os.environ),
        "signals": _is_refused(os.kill, os.getppid(), 0),
        "limitsOfOthers": _is_refused(_set_limit_of_parent),
        "names": _is_refused(_leave_a_name),
    }


def _fork():
    if os.fork() == 0:
        os._exit(0)
