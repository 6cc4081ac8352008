# ruff: noqa
# Programs that want more memory than there is for them.

#: takes one large block
#: {"reason": "MEMORY_LIMIT", "says": "more memory than it may use"}
def solution(_):
    return len(bytearray(1 << 30))

#: takes one large block while it is imported
#: {"reason": "MEMORY_LIMIT", "says": "more memory than it may use"}
BLOCK = bytearray(1 << 30)
def solution(_):
    return 1

#: grows slowly
#: {"reason": "MEMORY_LIMIT", "says": "more memory than it may use", "timeout_ms": 5000}
def solution(_):
    parts = []
    while True:
        parts.append(bytearray(1 << 20))

#: grows by small objects
#: {"reason": "MEMORY_LIMIT", "says": "more memory than it may use", "timeout_ms": 10000}
def solution(_):
    parts = []
    while True:
        parts.append([None] * 64)

#: swallows MemoryError and goes on
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT", "MEMORY_LIMIT"], "timeout_ms": 600}
def solution(_):
    parts = []
    while True:
        try:
            parts.append(bytearray(1 << 22))
        except MemoryError:
            pass

#: survives MemoryError and lets go of what it took
#: {"reason": null, "value": "survived", "timeout_ms": 3000}
def solution(_):
    parts = []
    try:
        while True:
            parts.append(bytearray(1 << 22))
    except MemoryError:
        parts.clear()
    return "survived"

#: returns with all memory taken
#: {"reason": [null, "MEMORY_LIMIT"], "value": [1, 2, 3], "timeout_ms": 5000}
parts = []
def solution(_):
    for size in (1 << 22, 1 << 16, 1 << 10, 1 << 7):
        try:
            while True:
                parts.append(bytearray(size))
        except MemoryError:
            continue
    return [1, 2, 3]

#: raises with all memory taken
#: {"reason": ["MEMORY_LIMIT", "EXCEPTION"], "timeout_ms": 5000}
parts = []
def solution(_):
    for size in (1 << 22, 1 << 16, 1 << 10, 1 << 7):
        try:
            while True:
                parts.append(bytearray(size))
        except MemoryError:
            continue
    raise ValueError("x" * 100)

#: maps memory that it never touches
#: {"reason": ["MEMORY_LIMIT", "EXCEPTION"]}
import mmap
def solution(_):
    return len(mmap.mmap(-1, 1 << 40))

#: maps shared memory
#: {"reason": ["MEMORY_LIMIT", "EXCEPTION"]}
from multiprocessing import shared_memory
def solution(_):
    return shared_memory.SharedMemory(create=True, size=1 << 20).name

#: multiplies text
#: {"reason": "MEMORY_LIMIT", "says": "more memory than it may use"}
def solution(_):
    return len("한" * (1 << 30))

#: formats a number to a width that nothing holds
#: {"reason": ["MEMORY_LIMIT", "EXCEPTION"]}
def solution(_):
    return len(f"{1:>{1 << 33}}")

#: makes a set of everything
#: {"reason": ["MEMORY_LIMIT"], "timeout_ms": 15000}
def solution(_):
    return len(set(range(10 ** 9)))

#: unpacks a small archive of a large text
#: {"reason": "MEMORY_LIMIT", "timeout_ms": 5000}
import zlib
def solution(_):
    packed = zlib.compress(bytes(1 << 24))
    return len(zlib.decompress(packed) * 64)

#: nests calls without end
#: {"reason": "EXCEPTION", "says": "RecursionError"}
def solution(value):
    return solution(value)

#: lifts the recursion limit and overflows the stack
#: {"reason": ["SIGNAL", "EXCEPTION", "MEMORY_LIMIT"], "timeout_ms": 5000}
import sys
sys.setrecursionlimit(10 ** 9)
class Deep:
    def __repr__(self):
        return repr([self])
def solution(_):
    return repr(Deep())

#: crashes the interpreter with a code object of its own
#: {"reason": ["SIGNAL", "EXCEPTION"]}
def solution(_):
    pass
broken = (lambda: 0).__code__.replace(co_code=b"\x64\xff" * 64 + b"\x53\x00", co_consts=())
def solution(_):
    function = type(solution)(broken, {})
    return function()

#: drops a list of a million levels
#: {"reason": [null, "SIGNAL"], "value": 1, "timeout_ms": 5000}
def solution(_):
    nested = []
    for _ in range(10 ** 6):
        nested = [nested]
    del nested
    return 1

#: asks for more address space
#: {"reason": "MEMORY_LIMIT"}
import resource
def solution(_):
    try:
        resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    except ValueError:
        pass
    return len(bytearray(1 << 30))

#: takes the reserve for its report as well
#: {"reason": ["MEMORY_LIMIT", "NO_RESULT", "SIGNAL", "EXCEPTION"], "timeout_ms": 5000}
import resource
parts = []
def solution(_):
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
    for size in (1 << 22, 1 << 16, 1 << 10, 1 << 7):
        try:
            while True:
                parts.append(bytearray(size))
        except MemoryError:
            continue
    raise MemoryError

#: locks memory
#: {"reason": null, "value": "locked nothing"}
import resource
def solution(_):
    return "locked nothing" if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 1 << 20 else "?"
