# ruff: noqa
# Programs that print what no reader should have to take.

#: floods stdout
#: {"reason": "OUTPUT_LIMIT", "says": "16 MiB", "timeout_ms": 10000}
def solution(_):
    while True:
        print("x" * 65536)

#: floods stderr
#: {"reason": "OUTPUT_LIMIT", "says": "16 MiB", "timeout_ms": 10000}
import sys
def solution(_):
    while True:
        sys.stderr.write("x" * 65536)

#: floods both streams by raw writes
#: {"reason": "OUTPUT_LIMIT", "says": "16 MiB", "timeout_ms": 10000}
import os
def solution(_):
    while True:
        os.write(1, b"\xff" * 65536)
        os.write(2, b"\xfe" * 65536)

#: prints 17 MiB at once
#: {"reason": "OUTPUT_LIMIT", "says": "16 MiB", "timeout_ms": 10000}
def solution(_):
    print("y" * (17 << 20))
    return 1

#: prints 15 MiB, of which the beginning is kept
#: {"reason": null, "value": 1, "stdout": "yyyyyyyyyyyyyyyy", "timeout_ms": 10000}
def solution(_):
    print("y" * (15 << 20))
    return 1

#: prints exactly as much as is kept
#: {"reason": null, "value": 1, "stdout": "zzzz"}
import sys
def solution(_):
    sys.stdout.write("z" * 65536)
    return 1

#: prints characters that the cap cuts in two
#: {"reason": null, "value": 1, "stdout": "a한한한"}
import sys
def solution(_):
    sys.stdout.write("a" + "한" * 30000)
    return 1

#: prints bytes that are no text on both streams
#: {"reason": null, "value": 1, "stdout": "before", "stderr": "before"}
import os
def solution(_):
    for stream in (1, 2):
        os.write(stream, b"before \xff\xc3\x28\xed\xa0\x80\xf8 after")
    return 1

#: prints null bytes and terminal commands
#: {"reason": null, "value": 1, "stdout": "\u0000\u001b[2J"}
def solution(_):
    print("\x00\x1b[2J\x07\x08\r\x85\u2028")
    return 1

#: prints half of a surrogate pair
#: {"reason": "EXCEPTION", "says": "UnicodeEncodeError"}
def solution(_):
    print("\ud83d")
    return 1

#: fills stderr and then fails
#: {"reason": "EXCEPTION", "says": "ValueError: told all the same", "stderr": "eeeeeeee"}
import sys
def solution(_):
    sys.stderr.write("e" * 300_000)
    raise ValueError("told all the same")

#: writes a fault line of its own
#: {"reason": "EXCEPTION", "says": "ValueError: real", "stderr": "unreal"}
import sys
def solution(_):
    sys.stderr.write('{"error": "unreal", "traceback": ""}')
    raise ValueError("real")

#: raises an exception with a message of 50 MB
#: {"reason": ["EXCEPTION", "MEMORY_LIMIT"], "timeout_ms": 5000}
def solution(_):
    raise ValueError("m" * 50_000_000)

#: raises an exception whose text is not readable
#: {"reason": "EXCEPTION", "says": "Unreadable"}
class Unreadable(Exception):
    def __str__(self):
        raise RuntimeError("no")
def solution(_):
    raise Unreadable

#: raises an exception whose text is no text
#: {"reason": "EXCEPTION", "says": "NoText"}
class NoText(Exception):
    def __str__(self):
        return 7
def solution(_):
    raise NoText

#: raises an exception whose text leaves the process
#: {"reason": "NO_RESULT"}
import os
class Leaving(Exception):
    def __str__(self):
        os._exit(0)
def solution(_):
    raise Leaving

#: raises an exception whose text is half of a surrogate pair
#: {"reason": "EXCEPTION", "says": "ValueError"}
def solution(_):
    raise ValueError("\udc80\x00")

#: raises an exception that causes itself
#: {"reason": "EXCEPTION", "says": "ValueError: round"}
def solution(_):
    first, second = ValueError("round"), KeyError("and round")
    first.__cause__, second.__cause__ = second, first
    raise first

#: raises a chain of a hundred thousand exceptions
#: {"reason": "EXCEPTION", "says": "ValueError: last"}
def solution(_):
    fault = ValueError("first")
    for _ in range(100_000):
        following = ValueError("last")
        following.__context__ = fault
        fault = following
    raise fault

#: raises an exception with a name of a megabyte
#: {"reason": "EXCEPTION"}
def solution(_):
    raise type("N" * 1_000_000, (Exception,), {})("long")

#: raises a lying class
#: {"reason": "EXCEPTION", "says": "Liar"}
class Meta(type):
    def __instancecheck__(cls, other):
        return True
    def __subclasscheck__(cls, other):
        return True
    __name__ = "SystemExit"
class Liar(Exception, metaclass=Meta):
    __class__ = SystemExit
    code = 0
def solution(_):
    raise Liar

#: raises a group of exceptions nested deep
#: {"reason": "EXCEPTION"}
def solution(_):
    fault = ValueError("inner")
    for _ in range(2000):
        fault = ExceptionGroup("outer", [fault])
    raise fault

#: raises what ends interpreters
#: {"reason": "EXCEPTION", "says": "KeyboardInterrupt"}
def solution(_):
    raise KeyboardInterrupt

#: raises what ends generators
#: {"reason": "EXCEPTION", "says": "GeneratorExit"}
def solution(_):
    raise GeneratorExit

#: raises a BaseException of its own
#: {"reason": "EXCEPTION", "says": "Basic: bare"}
class Basic(BaseException):
    pass
def solution(_):
    raise Basic("bare")

#: exits with a text
#: {"reason": "NO_RESULT", "stderr": "good bye"}
import sys
def solution(_):
    sys.exit("good bye")

#: has no stdout any more
#: {"reason": null, "value": 1, "stdout": ""}
import sys
def solution(_):
    sys.stdout = sys.stderr = None
    return 1

#: closes its streams
#: {"reason": null, "value": 1}
import os, sys
def solution(_):
    sys.stdout.close()
    os.close(2)
    return 1

#: dumps tracebacks of the runner through faulthandler
#: {"reason": "SIGNAL", "signal": "SIGSEGV"}
import faulthandler, sys
def solution(_):
    faulthandler.enable(file=2)
    faulthandler._sigsegv()

#: lets its output hang on a closed reader
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT", "OUTPUT_LIMIT"], "timeout_ms": 400}
import os
def solution(_):
    for stream in (1, 2):
        os.set_blocking(stream, False)
    while True:
        try:
            os.write(1, b"z")
        except BlockingIOError:
            pass
