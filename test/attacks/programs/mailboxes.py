# ruff: noqa
# Programs that leave word for whoever comes next, wherever a name or an attribute can be made.

#: leaves a folder in the system's folder of locks
#: {"reason": null, "value": 1}
import os
def solution(_):
    os.mkdir(f"/run/lock/box-{os.getpid()}")
    return 1

#: leaves a link in the system's folder of locks
#: {"reason": null, "value": 1}
import os
def solution(_):
    os.symlink("a message of up to four thousand characters", f"/run/lock/link-{os.getpid()}")
    return 1

#: leaves a pipe and a socket in every shared folder
#: {"reason": null, "value": 8}
import os, stat
def solution(_):
    made = 0
    for folder in ("/tmp", "/var/tmp", "/dev/shm", "/run/lock"):
        for kind in (stat.S_IFIFO, stat.S_IFSOCK):
            os.mknod(f"{folder}/node-{os.getpid()}-{kind}", kind | 0o600)
            made += 1
    return made

#: leaves an empty file whose times are the message
#: {"reason": null, "value": 1}
import os, stat
def solution(_):
    path = f"/tmp/times-{os.getpid()}"
    os.mknod(path, stat.S_IFREG | 0o600)
    os.utime(path, (1234567890, 987654321))
    return 1

#: leaves an empty file whose attributes are the message
#: {"reason": null, "value": 1}
import os, stat
def solution(_):
    path = f"/tmp/attributes-{os.getpid()}"
    os.mknod(path, stat.S_IFREG | 0o600)
    try:
        os.setxattr(path, "user.word", b"x" * 1000)
    except OSError:
        pass
    return 1

#: leaves an empty file that its owner may not touch
#: {"reason": null, "value": 1}
import os, stat
def solution(_):
    path = f"/dev/shm/mode-{os.getpid()}"
    os.mknod(path, stat.S_IFREG | 0o600)
    os.chmod(path, 0o7000)
    return 1

#: leaves two names of one file
#: {"reason": null, "value": 1}
import os, stat
def solution(_):
    path = f"/tmp/twice-{os.getpid()}"
    os.mknod(path, stat.S_IFREG | 0o600)
    os.link(path, path + "-again")
    return 1

#: leaves a name for every letter of a message
#: {"reason": null, "value": 200}
import os
def solution(_):
    for at in range(200):
        os.mkdir(f"/var/tmp/{os.getpid()}-{at:03}-{chr(97 + at % 26)}")
    return 200

#: leaves thousands of names and returns
#: {"reason": [null, "WALL_LIMIT", "CPU_LIMIT"], "value": 2000, "timeout_ms": 4000}
import os
def solution(_):
    for at in range(2000):
        os.mkdir(f"/tmp/many-{os.getpid()}-{at}")
    return 2000

#: leaves a tree with the message in its depths
#: {"reason": null, "value": 1}
import os
def solution(_):
    os.chdir("/var/tmp")
    for at in range(40):
        name = f"deep-{os.getpid()}-{at}"
        os.mkdir(name)
        os.chdir(name)
    os.symlink("word", "word")
    return 1

#: leaves folders that are shut from inside out
#: {"reason": null, "value": 1}
import os
def solution(_):
    top = f"/dev/shm/shut-{os.getpid()}"
    os.makedirs(top + "/a/b/c")
    for path in (top + "/a/b/c", top + "/a/b", top + "/a", top):
        os.chmod(path, 0)
    return 1

#: leaves a sticky folder that everybody may write to
#: {"reason": null, "value": 1}
import os
def solution(_):
    path = f"/tmp/open-{os.getpid()}"
    os.mkdir(path)
    os.chmod(path, 0o1777)
    os.mkdir(path + "/inner")
    return 1

#: leaves a name like those of the sweep itself
#: {"reason": null, "value": 1}
import os
def solution(_):
    os.makedirs(f"/tmp/.leftover-{os.getpid()}-1-0/inner")
    return 1

#: moves one name from folder to folder until it ends
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT"], "timeout_ms": 300}
import os
def solution(_):
    name = f"/tmp/moving-{os.getpid()}"
    os.mkdir(name)
    os.mkdir(name + "-b")
    while True:
        os.rename(name, name + "-b/x")
        os.rename(name + "-b/x", name)

#: changes the mode of the program that it runs from
#: {"reason": null, "value": 1}
import os
def solution(_):
    try:
        os.chmod("/proc/self/exe", 0o755)
    except OSError:
        pass
    return 1

#: leaves word in the times of the program that it runs from
#: {"reason": null, "value": 1}
import os
def solution(_):
    try:
        os.utime("/proc/self/exe", (1, 1))
    except OSError:
        pass
    return 1

#: leaves word in the attributes of the program that it runs from
#: {"reason": null, "value": 1}
import os
def solution(_):
    for attempt in (lambda: os.chmod("/proc/self/exe", 0o777), lambda: os.setxattr("/proc/self/exe", "user.word", b"x")):
        try:
            attempt()
        except OSError:
            pass
    return 1

#: empties the program that it runs from
#: {"reason": null, "value": 0}
import os
def solution(_):
    done = 0
    try:
        os.chmod("/proc/self/exe", 0o777)
    except OSError:
        pass
    try:
        os.truncate("/proc/self/exe", 0)
        done += 1
    except OSError:
        pass
    return done

#: gives the program that it runs from a name
#: {"reason": null, "value": 0}
import os
def solution(_):
    try:
        os.link("/proc/self/exe", f"/tmp/program-{os.getpid()}", follow_symlinks=True)
        return 1
    except OSError:
        return 0

#: makes its program readable and starts it anew
#: {"reason": ["EXCEPTION", "NO_RESULT", "SIGNAL"]}
import os
def solution(_):
    try:
        os.chmod("/proc/self/exe", 0o755)
    except OSError:
        pass
    os.execv("/proc/self/exe", ["python", "-c", "1"])
