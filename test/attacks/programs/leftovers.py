# ruff: noqa
# Programs that want to leave something for the next case: names need no descriptor.

#: leaves a folder in every shared folder
#: {"reason": null, "value": 1, "needs_own_user": true}
import os
def solution(_):
    for folder in ("/tmp", "/var/tmp", "/dev/shm"):
        os.mkdir(f"{folder}/left-{os.getpid()}")
    return 1

#: leaves a link to another's files
#: {"reason": null, "value": 1, "needs_own_user": true}
import os
def solution(_):
    os.symlink("/etc/passwd", f"/tmp/link-{os.getpid()}")
    os.symlink("/", f"/tmp/root-{os.getpid()}")
    os.symlink(f"/tmp/loop-{os.getpid()}", f"/tmp/loop-{os.getpid()}")
    return 1

#: leaves a pipe and a socket by name
#: {"reason": null, "value": 1, "needs_own_user": true}
import os, stat
def solution(_):
    os.mkfifo(f"/tmp/fifo-{os.getpid()}")
    os.mknod(f"/tmp/socket-{os.getpid()}", stat.S_IFSOCK | 0o777)
    os.mknod(f"/tmp/plain-{os.getpid()}", stat.S_IFREG | 0o4777)
    return 1

#: shadows modules for whoever comes next
#: {"reason": null, "value": 1, "needs_own_user": true}
import os, stat
def solution(_):
    os.chdir("/tmp")
    for name in ("json", "random", "solution", "encodings", "sitecustomize", "html"):
        os.mkdir(name)
        os.mknod(f"{name}/__init__.py", stat.S_IFREG | 0o644)
        os.symlink("/dev/stdin", f"{name}.py")
    return 1

#: leaves a folder that nobody may enter
#: {"reason": null, "value": 1, "needs_own_user": true}
import os
def solution(_):
    top = f"/tmp/closed-{os.getpid()}"
    os.makedirs(f"{top}/inner/most")
    os.chmod(f"{top}/inner/most", 0)
    os.chmod(f"{top}/inner", 0)
    os.chmod(top, 0)
    return 1

#: leaves a tree with links out of it
#: {"reason": null, "value": 1, "needs_own_user": true}
import os
def solution(_):
    top = f"/tmp/tree-{os.getpid()}"
    os.mkdir(top)
    for number in range(50):
        os.mkdir(f"{top}/{number}")
        os.symlink("/usr", f"{top}/{number}/usr")
        os.symlink("..", f"{top}/{number}/up")
    return 1

#: leaves names that are hard to say
#: {"reason": null, "value": 1, "needs_own_user": true}
import os
def solution(_):
    os.chdir("/tmp")
    for name in (b"\xff\xfe" + str(os.getpid()).encode(), b"-rf " + str(os.getpid()).encode(), b"a\nb" + str(os.getpid()).encode(), b"n" * 255):
        os.mkdir(name)
    return 1

#: leaves names and is killed
#: {"reason": "SIGNAL", "needs_own_user": true}
import os, signal
def solution(_):
    os.mkdir(f"/tmp/killed-{os.getpid()}")
    os.kill(os.getpid(), signal.SIGKILL)

#: leaves thousands of folders
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT"], "timeout_ms": 200, "needs_own_user": true}
import os
def solution(_):
    number = 0
    while True:
        for folder in ("/tmp", "/var/tmp", "/dev/shm"):
            os.mkdir(f"{folder}/many-{os.getpid()}-{number}")
        number += 1

#: leaves folders in folders for as long as it may
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT"], "timeout_ms": 200, "needs_own_user": true}
import os
def solution(_):
    os.chdir("/tmp")
    while True:
        os.mkdir(f"deep-{os.getpid()}")
        os.chdir(f"deep-{os.getpid()}")

#: keeps making names while it is being stopped
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT"], "timeout_ms": 200, "needs_own_user": true}
import os, signal
for number in signal.valid_signals():
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
def solution(_):
    number = 0
    while True:
        path = f"/tmp/late-{os.getpid()}-{number % 50}"
        try:
            os.mkdir(path)
        except FileExistsError:
            os.rmdir(path)
        number += 1

#: goes elsewhere and loosens its mask
#: {"reason": null, "value": 1}
import os
def solution(_):
    os.chdir("/usr")
    os.umask(0)
    return 1

#: truncates, renames and removes the executor's files
#: {"reason": null, "value": 0, "needs_own_user": true}
import os, sys
def solution(_):
    done = 0
    frame = sys._getframe()
    while frame.f_back is not None:
        frame = frame.f_back
    path = frame.f_code.co_filename
    for attempt in (lambda: os.truncate(path, 0), lambda: os.rename(path, path + ".old"), lambda: os.unlink(path), lambda: os.chmod(path, 0o777), lambda: os.utime(path, (0, 0)), lambda: os.symlink("/dev/null", os.path.dirname(path) + "/json.py")):
        try:
            attempt()
            done += 1
        except OSError:
            pass
    return done

#: marks the shared folder itself
#: {"reason": null, "value": 0}
import os
def solution(_):
    done = 0
    for folder in ("/tmp", "/var/tmp", "/dev/shm", "/"):
        for attempt in (lambda: os.chmod(folder, 0o700), lambda: os.setxattr(folder, "user.mark", b"x"), lambda: os.rename(folder, folder + "2"), lambda: os.rmdir(folder)):
            try:
                attempt()
                done += 1
            except OSError:
                pass
    return done
