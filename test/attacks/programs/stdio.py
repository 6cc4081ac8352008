# ruff: noqa
# Programs that make something else of their stdin and stdout than an input and an answer.

#: writes to its own input, by every call that writes
#: {"reason": null, "io": "stdio", "input": "data", "value": "[]b'data'"}
import mmap, os
done = []
for name, attempt in {
    "write": lambda: os.write(0, b"x"), "pwrite": lambda: os.pwrite(0, b"x", 0),
    "truncate": lambda: os.ftruncate(0, 0), "grow": lambda: os.posix_fallocate(0, 0, 1 << 20),
    "map": lambda: mmap.mmap(0, 4), "send": lambda: os.sendfile(0, 0, 0, 4),
    "copy": lambda: os.copy_file_range(0, 0, 4, 0, 2), "reopen": lambda: open("/dev/stdin", "r+b", 0).write(b"x"),
}.items():
    try: attempt(), done.append(name)
    except OSError: pass
print(done, os.pread(0, 99, 0), sep="", end="")

#: leaves locks, a lease, an owner, flags, a mode, times and an attribute on its input
#: {"reason": null, "io": "stdio", "input": "data", "value": "done"}
import fcntl, os
for change in (
    lambda: os.lseek(0, 3, 0), lambda: fcntl.flock(0, fcntl.LOCK_EX | fcntl.LOCK_NB),
    lambda: fcntl.lockf(0, fcntl.LOCK_SH | fcntl.LOCK_NB), lambda: fcntl.fcntl(0, fcntl.F_SETLEASE, fcntl.F_RDLCK),
    lambda: fcntl.fcntl(0, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK), lambda: os.fchmod(0, 0o777),
    lambda: fcntl.fcntl(0, 1033, 31), lambda: os.utime(0, (1, 1)), lambda: os.setxattr(0, "user.mark", b"1"),
    lambda: os.link("/proc/self/fd/0", f"/tmp/link-{os.getpid()}"),
    lambda: os.link("/proc/self/fd/0", f"/dev/shm/link-{os.getpid()}"),
):
    try: change()
    except OSError: pass
os.write(1, b"done")

#: has the executor signalled by whatever becomes readable or writable
#: {"reason": [null, "SIGNAL"], "io": "stdio", "input": "data", "value": "x"}
import fcntl, os, signal
for descriptor in range(0, 8):
    for owner in (os.getppid(), os.getpgid(os.getppid()) * -1):
        try:
            fcntl.fcntl(descriptor, fcntl.F_SETOWN, owner)
            fcntl.fcntl(descriptor, 10, signal.SIGKILL)
            fcntl.fcntl(descriptor, fcntl.F_SETFL, fcntl.fcntl(descriptor, fcntl.F_GETFL) | os.O_ASYNC)
        except OSError: pass
os.write(1, b"x")

#: answers without an end
#: {"reason": "OUTPUT_LIMIT", "io": "stdio", "input": "", "says": "more than 512 KiB"}
import os
while True: os.write(1, b"y" * 65536)

#: writes a byte more than an answer may have and is gone
#: {"reason": "OUTPUT_LIMIT", "io": "stdio", "input": ""}
import os
os.write(1, b"y" * 512 * 1024)
os.write(1, b"y")
os._exit(0)

#: answers with what no text can be
#: {"reason": null, "io": "stdio", "input": "", "value": "\u0000\ufffd\ufffd\u001b"}
import os
os.write(1, b"\0\xff\xed\x1b")

#: fails, and then leaves as if it had not
#: {"reason": "EXCEPTION", "io": "stdio", "input": "", "says": "ZeroDivisionError"}
import atexit, os
atexit.register(os._exit, 0)
class Last:
    def __del__(self): os._exit(0)
last = Last()
1 // 0

#: writes a result of its own on the runner's channel
#: {"reason": [null, "BAD_RETURN_VALUE"], "io": "stdio", "input": "", "value": "printed"}
import base64, os, sys
frame = sys._getframe()
while frame and "nonce" not in frame.f_locals: frame = frame.f_back
body = base64.b64encode(b'{"result":"forged"}').decode()
os.write(frame.f_locals["channel"], f"{frame.f_locals['nonce']} ###_RETURN_VALUE_###{body}\n".encode())
os.write(1, b"printed")
os._exit(0)

#: never comes to its end, in what runs after the end
#: {"reason": ["CPU_LIMIT", "WALL_LIMIT"], "io": "stdio", "input": "", "stdout": "printed"}
import atexit
@atexit.register
def loop():
    while True: pass
print("printed", flush=True)

#: reads on after its input's end, and whatever else may be open
#: {"reason": null, "io": "stdio", "input": "data", "value": "[]"}
import os
os.read(0, 99)
found = []
for descriptor in (0, *range(3, 64)):
    try: found += [os.read(descriptor, 99)] if os.fstat(descriptor).st_mode >> 12 == 8 else []
    except OSError: pass
print([data for data in found if data], end="")

#: starts threads that wait for each other
#: {"reason": "EXCEPTION", "io": "stdio", "input": "", "stdout": "first", "says": "this would wait forever"}
import queue, threading
work = queue.Queue()
def wait():
    print("first", flush=True)
    work.get()
threading.Thread(target=wait).start()
work.put(1)

#: waits for a lock that nobody can open
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT"], "io": "stdio", "input": "", "stdout": "waits"}
import threading
lock = threading.Lock()
lock.acquire()
print("waits", flush=True)
threading.Thread(target=lock.acquire).start()
