"""What native code could try on another process of its user: one attempt, named by the first argument.

Prints ``refused`` with the error's name, or ``open``. Run outside the jail, as the cases' user.
"""

import ctypes
import errno
import os
import sys

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
MACHINE = os.uname().machine
# Numbers of system calls that have no function in every C library.
PIDFD_OPEN, PIDFD_GETFD = 434, 438
MOVE_PAGES, GET_ROBUST_LIST, KCMP = {
    "x86_64": (279, 274, 312),
    "aarch64": (239, 100, 272),
}.get(MACHINE, (-1, -1, -1))
PTRACE_ATTACH, PTRACE_SEIZE = 16, 0x4206


def checked(result):
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result


def vector(size=8):
    buffer = ctypes.create_string_buffer(size)
    return buffer, (ctypes.c_size_t * 2)(ctypes.addressof(buffer), size)


def move_memory(call, pid):
    own, local = vector()
    # Nothing is mapped there: who may read it learns of a bad address, who may not of a permission.
    checked(call(pid, local, 1, (ctypes.c_size_t * 2)(4096, 8), 1, 0))
    return own


def syscall(*arguments):
    return checked(libc.syscall(*(ctypes.c_long(argument) for argument in arguments)))


def open_for(flags, name):
    return lambda pid: os.close(os.open(f"/proc/{pid}/{name}", flags))


def take_descriptor(pid):
    syscall(PIDFD_GETFD, syscall(PIDFD_OPEN, pid, 0), 0, 0)


def robust_list(pid):
    head, size = ctypes.c_void_p(), ctypes.c_size_t()
    syscall(GET_ROBUST_LIST, pid, ctypes.addressof(head), ctypes.addressof(size))


ATTEMPTS = {
    "attach to it": lambda pid: checked(libc.ptrace(PTRACE_ATTACH, pid, None, None)),
    "seize it": lambda pid: checked(libc.ptrace(PTRACE_SEIZE, pid, None, None)),
    "read its memory": lambda pid: move_memory(libc.process_vm_readv, pid),
    "write its memory": lambda pid: move_memory(libc.process_vm_writev, pid),
    "open its memory for reading": open_for(os.O_RDONLY, "mem"),
    "open its memory for writing": open_for(os.O_RDWR, "mem"),
    "read its environment": open_for(os.O_RDONLY, "environ"),
    "read its map": open_for(os.O_RDONLY, "maps"),
    "read its auxiliary vector": open_for(os.O_RDONLY, "auxv"),
    "read its page map": open_for(os.O_RDONLY, "pagemap"),
    "read its system call": open_for(os.O_RDONLY, "syscall"),
    "list its descriptors": lambda pid: os.listdir(f"/proc/{pid}/fd"),
    "open its first descriptor": open_for(os.O_RDWR, "fd/0"),
    "take a descriptor of its": take_descriptor,
    "list its root": lambda pid: os.listdir(f"/proc/{pid}/root"),
    "list its working folder": lambda pid: os.listdir(f"/proc/{pid}/cwd"),
    "find its program": lambda pid: os.stat(f"/proc/{pid}/exe"),
    "read its program": open_for(os.O_RDONLY, "exe"),
    "change the mode of its program": lambda pid: os.chmod(f"/proc/{pid}/exe", 0o777),
    "clear its soft-dirty bits": open_for(os.O_WRONLY, "clear_refs"),
    "change what it would dump": open_for(os.O_WRONLY, "coredump_filter"),
    "change its score with the out-of-memory killer": open_for(os.O_WRONLY, "oom_score_adj"),
    "name it anew": open_for(os.O_WRONLY, "comm"),
    "move its pages": lambda pid: syscall(MOVE_PAGES, pid, 0, 0, 0, 0, 0),
    "find its robust list": robust_list,
    "compare kernel objects with it": lambda pid: syscall(KCMP, pid, os.getpid(), 1, 0, 0),
}

if __name__ == "__main__":
    if len(sys.argv) == 1:
        print("\n".join(ATTEMPTS))
    else:
        try:
            ATTEMPTS[sys.argv[1]](int(sys.argv[2]))
            print("open")
        except OSError as refusal:
            print("refused", errno.errorcode.get(refusal.errno or 0))
