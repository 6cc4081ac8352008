# ruff: noqa
# Programs that want to read or leave something where files are.

#: opens a file
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
def solution(_):
    return open("/etc/passwd").read()

#: reads the environment of its parent
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
import os
def solution(_):
    return open(f"/proc/{os.getppid()}/environ", "rb").read().decode()

#: reads the environment, memory and arguments of every process
#: {"reason": null, "value": []}
import os
def solution(_):
    seen = []
    for pid in ["self", 1, *range(max(2, os.getpid() - 300), os.getpid() + 1)]:
        for name in ("environ", "mem", "maps", "cmdline", "fd/0", "cwd/lambda_function.py"):
            try:
                with open(f"/proc/{pid}/{name}", "rb") as file:
                    seen.append(file.read(100).decode("latin-1"))
            except OSError:
                pass
    return seen

#: reads links of its parent, which need no descriptor
#: {"reason": null, "value": "looked"}
import os
def solution(_):
    for pid in range(max(2, os.getpid() - 300), os.getpid() + 1):
        for name in ("exe", "cwd", "root", *(f"fd/{number}" for number in range(16))):
            try:
                print(os.readlink(f"/proc/{pid}/{name}"))
            except OSError:
                pass
    return "looked"

#: opens a file while it is imported, before anybody looks
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
CODE = open("/proc/self/environ").read()
def solution(_):
    return CODE

#: lists folders
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
import os
def solution(_):
    return os.listdir("/var/task")

#: reads the executor's source through the import system
#: {"reason": ["EXCEPTION", null], "value": []}
import importlib.util, pkgutil, sys
def solution(_):
    found = []
    for name in ("lambda_function", "protocol", "supervise", "frame", "jail", "child", "zygote", "furnish"):
        try:
            if importlib.util.find_spec(name) is not None:
                found.append(name)
        except (ImportError, ValueError):
            pass
    return found

#: reads the runner's source through its own frames
#: {"reason": null, "value": [""]}
import inspect, linecache, sys
def solution(_):
    texts = set()
    frame = sys._getframe()
    while frame is not None:
        if frame.f_code.co_filename != "solution.py":
            texts.add("".join(linecache.getlines(frame.f_code.co_filename))[:20])
        frame = frame.f_back
    return sorted(texts)

#: writes a file
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
def solution(_):
    open("/tmp/mark", "w").write("x")

#: writes into its streams as files
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
def solution(_):
    return open("/dev/stdout", "w").write("x")

#: makes temporary files
#: {"reason": "EXCEPTION"}
import tempfile
def solution(_):
    return tempfile.NamedTemporaryFile().name

#: makes a file in memory
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
import os
def solution(_):
    return os.memfd_create("mark")

#: duplicates a descriptor every way there is
#: {"reason": null, "value": 0}
import fcntl, os
def solution(_):
    made = 0
    for number in range(8):
        for duplicate in (os.dup, lambda n: os.dup2(n, n + 100), lambda n: fcntl.fcntl(n, fcntl.F_DUPFD, 0), lambda n: fcntl.fcntl(n, fcntl.F_DUPFD_CLOEXEC, 64)):
            try:
                duplicate(number)
                made += 1
            except (OSError, ValueError):
                pass
    return made

#: closes everything and opens again in its place
#: {"reason": "NO_RESULT"}
import os
def solution(_):
    os.closerange(0, 4096)
    return os.open("/etc/passwd", os.O_RDONLY)

#: watches folders, processes and events
#: {"reason": null, "value": 0}
import os, select, signal, socket
def solution(_):
    made = 0
    for attempt in (select.epoll, os.pipe, lambda: os.eventfd(0), lambda: os.pidfd_open(os.getppid()), os.openpty, lambda: os.open(".", os.O_PATH), socket.socketpair):
        try:
            attempt()
            made += 1
        except OSError:
            pass
    return made

#: gets a descriptor of its parent
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
import os, signal
def solution(_):
    return signal.pidfd_send_signal(os.pidfd_open(os.getppid()), 0)
