# ruff: noqa
# Programs that reach for other processes: new ones, their parent, the executor itself.

#: forks
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
import os
def solution(_):
    return os.fork()

#: is a fork bomb that swallows what stops it
#: {"reason": ["CPU_LIMIT", "WALL_LIMIT"], "timeout_ms": 300}
import os
def solution(_):
    while True:
        try:
            os.fork()
        except BaseException:
            pass

#: forks at import time by every name there is
#: {"reason": null, "value": 0}
import os, pty
started = 0
for start in (os.fork, os.forkpty, pty.fork, lambda: os.posix_spawn("/bin/true", ["true"], {})):
    try:
        start()
        started += 1
    except OSError:
        pass
def solution(_):
    return started

#: starts a program through subprocess
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
import subprocess
def solution(_):
    return subprocess.check_output(["/usr/bin/id"]).decode()

#: starts a program without a pipe
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
import subprocess
def solution(_):
    return subprocess.Popen(["/bin/sleep", "60"], close_fds=False).pid

#: starts a shell through os.system and os.popen
#: {"reason": null, "value": [true, "OSError"]}
import os, subprocess
def solution(_):
    try:
        os.popen("id").read()
        second = "started"
    except OSError as refusal:
        second = "OSError"
    return [os.system("exit 0") != 0, second]

#: spawns by vfork
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
import os
def solution(_):
    return os.posix_spawn("/bin/true", ["true"], {}, setsid=True)

#: spawns by spawnv
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
import os
def solution(_):
    return os.spawnv(os.P_NOWAIT, "/bin/sleep", ["sleep", "60"])

#: starts a thread that would outlive its function
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
import threading, time
def solution(_):
    threading.Thread(target=time.sleep, args=(60,), daemon=False).start()
    return 1

#: starts a thread through _thread
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
import _thread
def solution(_):
    return _thread.start_new_thread(print, ("from a thread",))

#: starts a timer thread at import time
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
import threading
threading.Timer(30, print).start()
def solution(_):
    return 1

#: uses a pool of processes
#: {"reason": "EXCEPTION", "says": "not available here"}
import multiprocessing.pool
def solution(_):
    with multiprocessing.Pool(2) as pool:
        return pool.map(abs, [-1, -2])

#: uses concurrent.futures
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
from concurrent.futures import ThreadPoolExecutor
def solution(_):
    with ThreadPoolExecutor() as pool:
        return list(pool.map(abs, [-1]))

#: uses processes of concurrent.futures
#: {"reason": "EXCEPTION"}
from concurrent.futures import ProcessPoolExecutor
def solution(_):
    with ProcessPoolExecutor(1) as pool:
        return list(pool.map(abs, [-1]))

#: starts a program from an event loop
#: {"reason": "EXCEPTION", "says": "files, network, processes and threads are not available here"}
import asyncio
def solution(_):
    return asyncio.run(asyncio.create_subprocess_exec("true"))

#: becomes another program, which needs files
#: {"reason": "NO_RESULT", "says": "exited before its function returned"}
import os
def solution(_):
    os.execv("/bin/sleep", ["sleep", "60"])

#: becomes a program that needs no library
#: {"reason": ["NO_RESULT", "EXCEPTION"]}
import os
def solution(_):
    os.execve("/sbin/ldconfig", ["ldconfig", "-p"], {"LD_PRELOAD": "/tmp/x.so"})

#: becomes the loader of shared libraries
#: {"reason": ["NO_RESULT", "EXCEPTION"]}
import os
def solution(_):
    loader = "/lib64/ld-linux-x86-64.so.2"
    os.execv(loader, [loader, "--list-diagnostics"])

#: becomes a program of root's
#: {"reason": ["NO_RESULT", "EXCEPTION"]}
import os
def solution(_):
    os.execv("/bin/su", ["su", "-c", "sleep 60"])

#: becomes another interpreter that would report for it
#: {"reason": ["NO_RESULT", "EXCEPTION"]}
import os, sys
def solution(_):
    for channel in range(3, 64):
        try:
            os.set_inheritable(channel, True)
        except OSError:
            pass
    os.execv(sys.executable, [sys.executable, "-c", "import os; os.write(5, b'x')"])

#: leaves for a group and a session of its own
#: {"reason": null, "value": ["PermissionError", "PermissionError", "PermissionError"]}
import os
def solution(_):
    outcomes = []
    for leave in (os.setsid, lambda: os.setpgid(0, 0), lambda: os.setpgid(0, os.getppid())):
        try:
            leave()
            outcomes.append("left")
        except OSError as refusal:
            outcomes.append(type(refusal).__name__)
    return outcomes

#: waits for children that it does not have
#: {"reason": "EXCEPTION", "says": "ChildProcessError"}
import os
def solution(_):
    os.waitpid(-1, 0)

#: becomes another user
#: {"reason": "EXCEPTION", "says": "PermissionError"}
import os
def solution(_):
    os.setuid(0)

#: raises its own limits
#: {"reason": "EXCEPTION", "says": "not allowed to raise maximum limit"}
import resource
def solution(_):
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))

#: gets a new root folder
#: {"reason": "EXCEPTION", "says": "PermissionError"}
import os
def solution(_):
    os.chroot("/tmp")

#: loads the library of raw system calls
#: {"reason": "EXCEPTION", "says": "ModuleNotFoundError"}
import ctypes
def solution(_):
    return ctypes.CDLL(None).syscall(39)

#: loads the library of raw system calls behind the finders
#: {"reason": ["EXCEPTION"]}
import sys, importlib, importlib.machinery, importlib.util
def solution(_):
    sys.meta_path[:] = [importlib.machinery.PathFinder]
    sys.path_importer_cache.clear()
    sys.path_hooks[:] = [importlib.machinery.FileFinder.path_hook(
        (importlib.machinery.ExtensionFileLoader, importlib.machinery.EXTENSION_SUFFIXES),
        (importlib.machinery.SourceFileLoader, importlib.machinery.SOURCE_SUFFIXES))]
    import _ctypes
    return "loaded"

#: loads a shared library by its path
#: {"reason": "EXCEPTION"}
import _imp, importlib.machinery, sys, glob
def solution(_):
    version = "%d%d" % sys.version_info[:2]
    folder = [path for path in sys.path if path.endswith("lib-dynload")][0]
    path = f"{folder}/_ctypes.cpython-{version}-x86_64-linux-gnu.so"
    spec = importlib.machinery.ModuleSpec("_ctypes", importlib.machinery.ExtensionFileLoader("_ctypes", path), origin=path)
    return str(_imp.create_dynamic(spec))

#: loads raw system calls through modules that use them
#: {"reason": ["EXCEPTION", null], "value": []}
import sys, uuid
def solution(_):
    return sorted(name for name in sys.modules if "ctypes" in name)
def never():
    import multiprocessing.sharedctypes, ctypes.util, ctypes.macholib, _ctypes, _ctypes_test
