# ruff: noqa
# Programs that turn on the process behind them, which they can always name.

#: asks its parent to end
#: {"reason": "SIGNAL"}
import os, signal
def solution(_):
    os.kill(os.getppid(), signal.SIGTERM)
    while True:
        pass

#: asks its parent to end and returns at once
#: {"reason": ["SIGNAL", null], "value": 1}
import os, signal
def solution(_):
    os.kill(os.getppid(), signal.SIGTERM)
    return 1

#: kills its parent
#: {"reason": "SIGNAL", "signal": "SIGKILL", "says": "Killed"}
import os, signal
def solution(_):
    os.kill(os.getppid(), signal.SIGKILL)
    while True:
        pass

#: kills its parent and returns at once
#: {"reason": ["SIGNAL", null], "value": 1}
import os, signal
def solution(_):
    os.kill(os.getppid(), signal.SIGKILL)
    return 1

#: stops its parent
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT", "SIGNAL"], "timeout_ms": 300}
import os, signal
def solution(_):
    os.kill(os.getppid(), signal.SIGSTOP)
    while True:
        pass

#: stops its parent and exits
#: {"reason": ["WALL_LIMIT", "SIGNAL", "NO_RESULT"], "timeout_ms": 300}
import os, signal
def solution(_):
    os.kill(os.getppid(), signal.SIGSTOP)
    os._exit(0)

#: interrupts its parent
#: {"reason": ["SIGNAL", null], "value": 1}
import os, signal
def solution(_):
    os.kill(os.getppid(), signal.SIGINT)
    return 1

#: sends its parent every signal that does not stop it
#: {"reason": ["SIGNAL", null], "value": 1}
import os, signal
def solution(_):
    for number in sorted(signal.valid_signals() - {signal.SIGSTOP, signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU}):
        try:
            os.kill(os.getppid(), number)
        except OSError:
            pass
    return 1

#: floods its parent with the signals that it listens to
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT", "SIGNAL"], "timeout_ms": 400}
import os, signal
def solution(_):
    while True:
        os.kill(os.getppid(), signal.SIGALRM)

#: plays its parent's alarm
#: {"reason": ["SIGNAL", null], "value": 1}
import os, signal
def solution(_):
    os.kill(os.getppid(), signal.SIGALRM)
    return 1

#: forbids its parent to open files or start processes
#: {"reason": null, "value": 1}
import os, resource
def solution(_):
    parent = os.getppid()
    resource.prlimit(parent, resource.RLIMIT_NOFILE, (0, 0))
    resource.prlimit(parent, resource.RLIMIT_NPROC, (0, 0))
    return 1

#: takes memory and processor time from its parent
#: {"reason": [null, "SIGNAL"], "value": 1}
import os, resource
def solution(_):
    parent = os.getppid()
    resource.prlimit(parent, resource.RLIMIT_AS, (1, 1))
    resource.prlimit(parent, resource.RLIMIT_STACK, (1, 1))
    resource.prlimit(parent, resource.RLIMIT_CPU, (1, 1))
    return 1

#: makes its parent the nicest of all and ties it to one processor
#: {"reason": null, "value": 1}
import os
def solution(_):
    parent = os.getppid()
    os.setpriority(os.PRIO_PROCESS, parent, 19)
    os.sched_setaffinity(parent, {0})
    os.sched_setscheduler(parent, os.SCHED_IDLE, os.sched_param(0))
    return 1

#: makes itself the nicest of all
#: {"reason": null, "value": 1}
import os
def solution(_):
    os.nice(19)
    os.setpriority(os.PRIO_PGRP, 0, 19)
    os.sched_setaffinity(0, {0})
    return 1

#: signals its own group
#: {"reason": "SIGNAL", "signal": "SIGKILL"}
import os, signal
def solution(_):
    os.killpg(0, signal.SIGKILL)

#: stops itself
#: {"reason": "WALL_LIMIT", "timeout_ms": 300}
import os, signal
def solution(_):
    os.kill(os.getpid(), signal.SIGSTOP)
