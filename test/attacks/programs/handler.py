# ruff: noqa
# Programs that turn on the process behind their parent: whatever else runs as their user is the handler.

#: sends every catchable signal to the handler
#: {"reason": null, "value": 1, "needs_own_user": true}
import os, signal
OTHERS = [pid for pid in range(max(2, os.getppid() - 4000), os.getppid() + 200) if pid not in (os.getpid(), os.getppid())]
def reach(number):
    reached = 0
    for pid in OTHERS:
        try:
            os.kill(pid, number)
            reached += 1
        except OSError:
            pass
    return reached
def solution(_):
    for number in range(1, 32):
        if number not in (signal.SIGKILL, signal.SIGSTOP):
            reach(number)
    return min(1, reach(0))

#: sends every real-time signal to the handler, also those that the C library keeps for itself
#: {"reason": null, "value": 1, "needs_own_user": true}
import os
OTHERS = [pid for pid in range(max(2, os.getppid() - 4000), os.getppid() + 200) if pid not in (os.getpid(), os.getppid())]
def reach(number):
    reached = 0
    for pid in OTHERS:
        try:
            os.kill(pid, number)
            reached += 1
        except OSError:
            pass
    return reached
def solution(_):
    for number in range(32, 65):
        reach(number)
    return min(1, reach(0))

#: asks the handler to end, again and again
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT"], "timeout_ms": 300, "needs_own_user": true}
import os, signal
def solution(_):
    alive = []
    for pid in range(max(2, os.getppid() - 4000), os.getppid() + 200):
        if pid not in (os.getpid(), os.getppid()):
            try:
                os.kill(pid, 0)
                alive.append(pid)
            except OSError:
                pass
    while True:
        for pid in alive:
            for number in (signal.SIGTERM, signal.SIGINT):
                try:
                    os.kill(pid, number)
                except OSError:
                    pass

#: has the kernel send the handler a signal when its output is read
#: {"reason": null, "value": 1, "needs_own_user": true}
import fcntl, os, signal
def solution(_):
    for pid in range(max(2, os.getppid() - 4000), os.getppid() + 200):
        if pid in (os.getpid(), os.getppid()):
            continue
        try:
            os.kill(pid, 0)
        except OSError:
            continue
        for stream in (1, 2):
            fcntl.fcntl(stream, fcntl.F_SETOWN, pid)
            fcntl.fcntl(stream, fcntl.F_SETSIG, signal.SIGTERM)
            fcntl.fcntl(stream, fcntl.F_SETFL, fcntl.fcntl(stream, fcntl.F_GETFL) | os.O_ASYNC)
            for _ in range(100):
                os.write(stream, b"\n")
    return 1

#: asks for the end of its whole user
#: {"reason": ["SIGNAL", null], "value": 1, "needs_own_user": true}
import os, signal
def solution(_):
    os.kill(-1, signal.SIGTERM)
    return 1

#: tells its whole user that the terminal is gone, that time is up and that something is wrong
#: {"reason": ["SIGNAL", null], "value": 1, "needs_own_user": true}
import os, signal
def solution(_):
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    for number in (signal.SIGHUP, signal.SIGXCPU, signal.SIGSEGV, signal.SIGABRT, signal.SIGSYS):
        os.kill(-1, number)
    return 1

#: stops its whole user as a terminal would
#: {"reason": ["SIGNAL", "WALL_LIMIT", null], "value": 1, "timeout_ms": 300, "needs_own_user": true}
import os, signal
def solution(_):
    for number in (signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU):
        os.kill(-1, number)
    return 1

#: kills the handler
#: {"reason": ["SIGNAL", "WALL_LIMIT", null], "value": 1, "timeout_ms": 300, "needs_own_user": true, "may_end_environment": true}
import os, signal
def solution(_):
    for pid in range(max(2, os.getppid() - 4000), os.getppid() + 200):
        if pid not in (os.getpid(), os.getppid()):
            try:
                os.kill(pid, signal.SIGKILL)
            except OSError:
                pass
    return 1

#: stops the handler
#: {"reason": null, "value": 1, "timeout_ms": 1000, "needs_own_user": true}
import os, signal
def solution(_):
    for pid in range(max(2, os.getppid() - 4000), os.getppid() + 200):
        if pid not in (os.getpid(), os.getppid()):
            try:
                os.kill(pid, signal.SIGSTOP)
            except OSError:
                pass
    return 1

#: stops the handler and sleeps
#: {"reason": "WALL_LIMIT", "says": "slept or waited for the rest", "timeout_ms": 300, "needs_own_user": true}
import os, signal, time
def solution(_):
    for pid in range(max(2, os.getppid() - 4000), os.getppid() + 200):
        if pid not in (os.getpid(), os.getppid()):
            try:
                os.kill(pid, signal.SIGSTOP)
            except OSError:
                pass
    time.sleep(3600)

#: stops the handler and computes
#: {"reason": "CPU_LIMIT", "says": "more than 300 ms of processor time", "timeout_ms": 300, "needs_own_user": true}
import os, signal
def solution(_):
    for pid in range(max(2, os.getppid() - 4000), os.getppid() + 200):
        if pid not in (os.getpid(), os.getppid()):
            try:
                os.kill(pid, signal.SIGSTOP)
            except OSError:
                pass
    while True:
        pass

#: stops the handler, exceeds its limit in peace and wakes it up again
#: {"reason": "CPU_LIMIT", "timeout_ms": 300, "needs_own_user": true}
import os, signal, time
def solution(_):
    for pid in range(max(2, os.getppid() - 4000), os.getppid() + 200):
        if pid not in (os.getpid(), os.getppid()):
            try:
                os.kill(pid, signal.SIGSTOP)
            except OSError:
                pass
    end = time.process_time() + 0.4
    while time.process_time() < end:
        pass
    os.kill(-1, signal.SIGCONT)
    return 1

#: takes from the handler the right to open files and to start processes
#: {"reason": ["SIGNAL", null], "value": 1, "needs_own_user": true}
import os, resource
def solution(_):
    for pid in range(max(2, os.getppid() - 4000), os.getppid() + 200):
        if pid not in (os.getpid(), os.getppid()):
            try:
                resource.prlimit(pid, resource.RLIMIT_NOFILE, (0, 0))
                resource.prlimit(pid, resource.RLIMIT_NPROC, (0, 0))
            except OSError:
                pass
    return 1
