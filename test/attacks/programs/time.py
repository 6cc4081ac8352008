# ruff: noqa
# Programs that want more time than they were given.

#: spins until it is stopped
#: {"reason": "CPU_LIMIT", "says": "more than 300 ms of processor time", "timeout_ms": 300}
def solution(_):
    while True:
        pass

#: spins while it is imported
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT"], "says": "TimeLimitExceeded", "timeout_ms": 300}
while True:
    pass
def solution(_):
    return 1

#: sleeps
#: {"reason": "WALL_LIMIT", "says": "slept or waited for the rest", "timeout_ms": 300}
import time
def solution(_):
    time.sleep(3600)

#: waits for input that never comes, which is at its end
#: {"reason": "EXCEPTION", "says": "EOFError", "timeout_ms": 300}
def solution(_):
    while True:
        input()

#: spends its time in the kernel
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT"], "says": "TimeLimitExceeded", "timeout_ms": 300}
import os
def solution(_):
    while True:
        os.stat("/")

#: swallows every exception
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT"], "says": "TimeLimitExceeded", "timeout_ms": 300}
def solution(_):
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue

#: ignores every signal that can be ignored
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT"], "says": "TimeLimitExceeded", "timeout_ms": 300}
import signal
for number in signal.valid_signals():
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
def solution(_):
    while True:
        pass

#: blocks every signal that can be blocked
#: {"reason": "WALL_LIMIT", "says": "TimeLimitExceeded", "timeout_ms": 300}
import signal, time
signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
def solution(_):
    time.sleep(3600)

#: takes the soft signal and goes on as before
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT"], "says": "TimeLimitExceeded", "timeout_ms": 300}
import signal
signal.signal(signal.SIGXCPU, lambda *_: solution(None))
signal.signal(signal.SIGTERM, lambda *_: solution(None))
def solution(_):
    while True:
        pass

#: returns a value from the handler of the soft signal
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT"], "says": "TimeLimitExceeded", "timeout_ms": 300}
import signal
class Late(BaseException):
    pass
def leave(*_):
    raise Late
signal.signal(signal.SIGXCPU, leave)
def solution(_):
    try:
        while True:
            pass
    except Late:
        return "late"

#: holds the interpreter in a regular expression
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT"], "says": "TimeLimitExceeded", "timeout_ms": 300}
import re
def solution(_):
    return re.match(r"(a+)+$", "a" * 64 + "b") is None

#: holds the interpreter in one power
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT"], "says": "TimeLimitExceeded", "timeout_ms": 300}
def solution(_):
    return (3 ** (10 ** 8)) % 2

#: writes a number of ten million digits as text
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT"], "says": "TimeLimitExceeded", "timeout_ms": 300}
def solution(_):
    return len(str(1 << 40_000_000))

#: lets the compiler fold a constant that never ends
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT", "MEMORY_LIMIT", "EXCEPTION"], "timeout_ms": 300}
def solution(_):
    return 10 ** 10 ** 7 ** 2 and str(10 ** 10 ** 7)

#: sums an endless iterator in C
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT"], "says": "TimeLimitExceeded", "timeout_ms": 300}
import itertools
def solution(_):
    return sum(itertools.repeat(1))

#: sets timers that interrupt it over and over
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT"], "says": "TimeLimitExceeded", "timeout_ms": 300}
import signal
signal.signal(signal.SIGALRM, lambda *_: None)
signal.setitimer(signal.ITIMER_REAL, 0.0005, 0.0005)
def solution(_):
    while True:
        pass

#: has an alarm end it
#: {"reason": "SIGNAL", "signal": "SIGALRM", "says": "ended by SIGALRM"}
import signal, time
signal.setitimer(signal.ITIMER_REAL, 0.01)
def solution(_):
    time.sleep(3600)

#: traces every step of itself
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT"], "says": "TimeLimitExceeded", "timeout_ms": 300}
import sys
def follow(*_):
    return follow
sys.settrace(follow)
sys.setprofile(follow)
def solution(_):
    while True:
        len("")

#: drips output beyond the deadline
#: {"reason": "WALL_LIMIT", "says": "TimeLimitExceeded", "stdout": "drip", "timeout_ms": 300}
import time
def solution(_):
    while True:
        print("drip", flush=True)
        time.sleep(0.01)

#: keeps what it printed before its time was up
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT"], "stdout": "printed in time", "timeout_ms": 300}
def solution(_):
    print("printed in time")
    while True:
        pass

#: sleeps in so many naps that it seems to compute
#: {"reason": "WALL_LIMIT", "says": "slept or waited for the rest", "timeout_ms": 300}
import time
def solution(_):
    while True:
        time.sleep(0.0001)

#: steps back behind everybody else and computes
#: {"reason": ["CPU_LIMIT", "WALL_LIMIT"], "says": "TimeLimitExceeded", "timeout_ms": 300}
import os
os.nice(19)
if hasattr(os, "sched_setscheduler"):
    os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
def solution(_):
    while True:
        pass

#: returns what it took more than its limit to compute
#: {"reason": "CPU_LIMIT", "says": "more than 300 ms of processor time", "timeout_ms": 300}
import time
def solution(_):
    end = time.process_time() + 0.32
    while time.process_time() < end:
        pass
    return 1

#: waits long, but not beyond what who waits is given
#: {"reason": null, "value": "in time", "timeout_ms": 1000}
import time
def solution(_):
    time.sleep(1.1)
    return "in time"

#: asks for more processor time
#: {"reason": ["CPU_LIMIT", "WALL_LIMIT"], "timeout_ms": 300}
import resource
def solution(_):
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (3600, 3600))
    except ValueError:
        pass
    while True:
        pass

#: ends just under its limit
#: {"reason": null, "value": "in time", "timeout_ms": 1000}
import time
def solution(_):
    end = time.monotonic() + 0.4
    while time.monotonic() < end:
        pass
    return "in time"

#: imports as much of the standard library as there is
#: {"reason": [null, "WALL_LIMIT", "CPU_LIMIT", "EXCEPTION"], "timeout_ms": 500}
import turtle, tkinter, lib2to3, distutils, unittest, asyncio, email, xml.dom.minidom, xmlrpc.client, http.server, sqlite3, pydoc, doctest, pdb, curses, idlelib
def solution(_):
    return 1
