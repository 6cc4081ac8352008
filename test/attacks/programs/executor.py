# ruff: noqa
# Programs that search for the executor itself and turn on it. They have its user, and no limit
# stops a signal: they may end their own environment, but no answer may be wrong and nobody
# else's case may suffer.

#: kills every process it may
#: {"reason": ["SIGNAL", null], "may_end_environment": true, "needs_own_user": true}
import os, signal
def solution(_):
    os.kill(-1, signal.SIGKILL)
    return 1

#: stops every process it may
#: {"reason": ["WALL_LIMIT", "SIGNAL", null, "CPU_LIMIT"], "may_end_environment": true, "needs_own_user": true, "timeout_ms": 500}
import os, signal
def solution(_):
    os.kill(-1, signal.SIGSTOP)
    return 1

#: stops every process it may and goes on
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT", "SIGNAL"], "may_end_environment": true, "needs_own_user": true, "timeout_ms": 500}
import os, signal
def solution(_):
    os.kill(-1, signal.SIGSTOP)
    while True:
        pass

#: stops every other process of its user that it finds
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT", "SIGNAL"], "may_end_environment": true, "needs_own_user": true, "timeout_ms": 500}
import os, signal
def solution(_):
    for pid in range(max(2, os.getpid() - 3000), os.getpid()):
        if pid != os.getpid():
            try:
                os.kill(pid, signal.SIGSTOP)
            except OSError:
                pass
    while True:
        pass

#: stops the executor but not its own parent
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT", "SIGNAL"], "needs_own_user": true, "timeout_ms": 500}
import os, signal
def solution(_):
    for pid in range(max(2, os.getpid() - 3000), os.getppid()):
        try:
            os.kill(pid, signal.SIGSTOP)
        except OSError:
            pass
    while True:
        pass

#: stops the executor but not its own parent and sleeps
#: {"reason": ["WALL_LIMIT", "SIGNAL"], "needs_own_user": true, "timeout_ms": 500}
import os, signal, time
def solution(_):
    for pid in range(max(2, os.getpid() - 3000), os.getppid()):
        try:
            os.kill(pid, signal.SIGSTOP)
        except OSError:
            pass
    time.sleep(3600)

#: stops the executor but not its own parent and returns
#: {"reason": [null, "WALL_LIMIT", "SIGNAL"], "value": 1, "needs_own_user": true, "timeout_ms": 500}
import os, signal
def solution(_):
    for pid in range(max(2, os.getpid() - 3000), os.getppid()):
        try:
            os.kill(pid, signal.SIGSTOP)
        except OSError:
            pass
    return 1

#: kills the executor but not its own parent
#: {"reason": [], "may_end_environment": true, "needs_own_user": true, "timeout_ms": 500}
import os, signal
def solution(_):
    for pid in range(max(2, os.getpid() - 3000), os.getppid()):
        try:
            os.kill(pid, signal.SIGKILL)
        except OSError:
            pass
    return 1

#: interrupts every process it may
#: {"reason": ["SIGNAL", "EXCEPTION", null], "may_end_environment": true, "needs_own_user": true}
import os, signal
def solution(_):
    os.kill(-1, signal.SIGINT)
    return 1

#: forbids every other process of its user to open files
#: {"reason": ["SIGNAL", null], "value": 1, "may_end_environment": true, "needs_own_user": true}
import os, resource
def solution(_):
    for pid in range(max(2, os.getpid() - 3000), os.getpid()):
        try:
            resource.prlimit(pid, resource.RLIMIT_NOFILE, (0, 0))
        except OSError:
            pass
    return 1

#: takes memory from every other process of its user
#: {"reason": null, "value": 1, "may_end_environment": true, "needs_own_user": true}
import os, resource
def solution(_):
    for pid in range(max(2, os.getpid() - 3000), os.getpid()):
        try:
            resource.prlimit(pid, resource.RLIMIT_AS, (1, 1))
        except OSError:
            pass
    return 1

#: takes memory from every other process of its user and makes the executor need some
#: {"reason": [null, "OUTPUT_LIMIT"], "may_end_environment": true, "needs_own_user": true}
import os, resource, sys
def solution(_):
    for pid in range(max(2, os.getpid() - 3000), os.getpid()):
        try:
            resource.prlimit(pid, resource.RLIMIT_AS, (1, 1))
        except OSError:
            pass
    sys.stdout.write("x" * 3_000_000)
    sys.stdout.flush()
    sys.stderr.write("y" * 3_000_000)
    return "z" * 500_000

#: takes stack and data from every other process of its user
#: {"reason": null, "value": 1, "may_end_environment": true, "needs_own_user": true}
import os, resource
def solution(_):
    for pid in range(max(2, os.getpid() - 3000), os.getpid()):
        try:
            resource.prlimit(pid, resource.RLIMIT_DATA, (1, 1))
            resource.prlimit(pid, resource.RLIMIT_STACK, (1, 1))
        except OSError:
            pass
    return 1

#: takes processor time from every other process of its user
#: {"reason": null, "value": 1, "may_end_environment": true, "needs_own_user": true}
import os, resource
def solution(_):
    for pid in range(max(2, os.getpid() - 3000), os.getpid()):
        try:
            resource.prlimit(pid, resource.RLIMIT_CPU, (1, 1))
        except OSError:
            pass
    return 1

#: forbids every other process of its user to start processes or write files
#: {"reason": null, "value": 1, "may_end_environment": true, "needs_own_user": true}
import os, resource
def solution(_):
    for pid in range(max(2, os.getpid() - 3000), os.getpid()):
        try:
            for kind in (resource.RLIMIT_NPROC, resource.RLIMIT_FSIZE, resource.RLIMIT_SIGPENDING, resource.RLIMIT_MEMLOCK):
                resource.prlimit(pid, kind, (0, 0))
        except OSError:
            pass
    return 1

#: slows every other process of its user down
#: {"reason": null, "value": 1, "may_end_environment": true, "needs_own_user": true}
import os
def solution(_):
    for pid in range(max(2, os.getpid() - 3000), os.getpid()):
        try:
            os.setpriority(os.PRIO_PROCESS, pid, 19)
            os.sched_setaffinity(pid, {0})
        except OSError:
            pass
    return 1

#: slows its user down as a whole
#: {"reason": null, "value": 1, "may_end_environment": true, "needs_own_user": true}
import os
def solution(_):
    os.setpriority(os.PRIO_USER, 0, 19)
    return 1

#: wakes and nudges every process with signals that end none
#: {"reason": null, "value": 1, "may_end_environment": true, "needs_own_user": true}
import os, signal
def solution(_):
    for number in (signal.SIGCONT, signal.SIGWINCH, signal.SIGURG, signal.SIGCHLD, signal.SIGPIPE):
        for _ in range(200):
            os.kill(-1, number)
    return 1

#: lowers only the soft limit of files of every other process of its user
#: {"reason": ["SIGNAL", null], "value": 1, "may_end_environment": true, "needs_own_user": true}
import os, resource
def solution(_):
    for pid in range(max(2, os.getpid() - 3000), os.getpid()):
        try:
            _, hard = resource.prlimit(pid, resource.RLIMIT_NOFILE)
            resource.prlimit(pid, resource.RLIMIT_NOFILE, (0, hard))
        except OSError:
            pass
    return 1

#: suspends the executor as a terminal would and exits
#: {"reason": ["NO_RESULT", "WALL_LIMIT", "SIGNAL"], "needs_own_user": true, "timeout_ms": 500}
import os, signal
def solution(_):
    for pid in range(max(2, os.getpid() - 3000), os.getppid()):
        for number in (signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU):
            try:
                os.kill(pid, number)
            except OSError:
                pass
    os._exit(0)

#: stops the executor and keeps waking the zygote, to run for longer than it may
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT"], "timeout_ms": 500, "needs_own_user": true}
import os, signal, time
def solution(_):
    me, parent = os.getpid(), os.getppid()
    for pid in range(max(2, me - 3000), parent):
        try:
            os.kill(pid, signal.SIGSTOP)
        except OSError:
            pass
    while True:
        os.kill(parent, signal.SIGALRM)
        time.sleep(0.1)
