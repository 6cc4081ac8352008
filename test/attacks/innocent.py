"""What an honest user sends; it also tells how its surroundings look from inside."""

import builtins
import datetime
import decimal
import html
import json
import os
import random
import re
import resource
import signal
import sys

# PRIVATE-CODE-MARK


def solution(value):
    print("안녕하세요", value["name"])
    print("한 줄", file=sys.stderr)
    random.seed(7)
    return {
        "sum": sum(value["numbers"]),
        "decimal": decimal.Decimal("0.1") + decimal.Decimal("0.2") == decimal.Decimal("0.3"),
        "json": json.dumps({"b": [1, None, "é"], "a": 1.5}),
        "html": html.escape("<b>"),
        "words": re.findall(r"\w+", "하나 둘"),
        "random": random.random(),
        "date": datetime.date(2024, 2, 29).isoformat(),
        "builtins": sorted(dir(builtins)),
        "modules": sorted(sys.modules),
        "environment": sorted(os.environ.items()),
        "arguments": [sys.argv, sys.path_importer_cache.__len__() >= 0, sys.getrecursionlimit()],
        "signals": [_name(signal.getsignal(number)) for number in sorted(signal.valid_signals())],
        "blocked": sorted(signal.pthread_sigmask(signal.SIG_BLOCK, [])),
        "timer": signal.getitimer(signal.ITIMER_REAL),
        "folder": [os.getcwd(), os.umask(0o77)],
        "priority": [os.nice(0), sorted(os.sched_getaffinity(0)), os.sched_getscheduler(0)],
        "limits": {name: resource.getrlimit(getattr(resource, "RLIMIT_" + name)) for name in _LIMITS},
        # How many, since the channel's number follows from what was open when the zygote was started.
        "descriptors": sum(_is_open(number) for number in range(256)),
        "isSessionLeader": os.getsid(0) == os.getpid() == os.getpgid(0),
    }


_LIMITS = ("CORE", "DATA", "FSIZE", "MEMLOCK", "NOFILE", "NPROC", "STACK", "NICE", "MSGQUEUE")


def _name(handler):
    return getattr(handler, "__name__", str(handler))


def _is_open(number):
    try:
        os.fstat(number)
        return True
    except OSError:
        return False
