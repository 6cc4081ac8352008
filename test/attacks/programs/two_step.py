# ruff: noqa
# Pairs: what one user does, and what another user then finds on the same warm environment.

#: replaces builtins and modules
#: {"reason": [null, "EXCEPTION", "NO_RESULT", "BAD_RETURN_VALUE"]}
import builtins, json, math, sys
builtins.len = lambda _: 42
builtins.print = builtins.sorted = None
json.dumps = lambda _: "forged"
math.pi = 3
sys.modules["random"] = json
def solution(_):
    return 1

#: finds the originals
#: {"reason": null, "value": [3, "[1, 2]", true, "random"], "stdout": "printed"}
import json, math, random
def solution(_):
    print("printed")
    return [len("abc"), json.dumps(sorted([2, 1])), 3.14 < math.pi < 3.15, random.__name__]

#: tunes the interpreter
#: {"reason": null, "value": 1}
import decimal, gc, os, random, sys, warnings, locale, time
def solution(_):
    decimal.getcontext().prec = 3
    decimal.DefaultContext.prec = 3
    random.seed(0)
    gc.disable()
    gc.freeze()
    sys.setrecursionlimit(100_000)
    sys.setswitchinterval(5)
    sys.set_int_max_str_digits(640)
    sys.path.append("/tmp")
    sys.meta_path.clear()
    os.environ["PYTHONPATH"] = os.environ["TZ"] = "/tmp"
    warnings.simplefilter("error")
    time.tzset()
    return 1

#: finds the defaults
#: {"reason": null, "value": [28, true, true, false, "UTC0", null, true]}
import decimal, gc, os, random, sys, time
def solution(_):
    return [decimal.getcontext().prec, gc.isenabled(), sys.getrecursionlimit() < 1100, "/tmp" in sys.path,
            os.environ.get("TZ"), os.environ.get("PYTHONPATH"), random.random() != 0.8444218515250481]

#: sets timers, masks and handlers
#: {"reason": null, "value": 1}
import signal
def solution(_):
    for number in signal.valid_signals():
        try:
            signal.signal(number, lambda *_: None)
        except (OSError, ValueError):
            pass
    signal.setitimer(signal.ITIMER_REAL, 5)
    signal.setitimer(signal.ITIMER_PROF, 5)
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    return 1

#: has none of them
#: {"reason": null, "value": [0, [0, 0], [0, 0], true]}
import signal
def solution(_):
    return [len(signal.pthread_sigmask(signal.SIG_BLOCK, [])), signal.getitimer(signal.ITIMER_REAL),
            signal.getitimer(signal.ITIMER_PROF), signal.getsignal(signal.SIGTERM) == signal.SIG_DFL]

#: leaves packages by the names of modules
#: {"reason": null, "value": 1, "needs_own_user": true}
import os
def solution(_):
    for folder in ("/tmp", "/var/tmp", "/dev/shm"):
        for name in ("helper", "random", "encodings"):
            os.mkdir(f"{folder}/{name}")
    return 1

#: imports the true ones and finds no names
#: {"reason": null, "value": [[], "No module named 'helper'", true], "needs_own_user": true}
import os, random, sys
def solution(_):
    try:
        import helper
        said = "imported"
    except ModuleNotFoundError as fault:
        said = str(fault)
    names = [f"{folder}/{name}" for folder in ("/tmp", "/var/tmp", "/dev/shm") for name in ("helper", "random", "encodings")]
    return [[name for name in names if os.path.lexists(name)], said, hasattr(random, "randrange")]

#: prints without flushing and exits
#: {"reason": "NO_RESULT"}
import os, sys
def solution(_):
    sys.stdout.write("somebody else's words")
    sys.stderr.write("somebody else's words")
    os._exit(0)

#: prints only its own words
#: {"reason": null, "value": 1, "stdout": ""}
def solution(_):
    return 1

#: takes all the memory and dies of it
#: {"reason": "MEMORY_LIMIT"}
def solution(_):
    return bytes(10 ** 9)

#: has as much memory as anybody
#: {"reason": null, "value": 209715200}
def solution(_):
    return len(bytearray(200 << 20))

#: kills the interpreter behind it
#: {"reason": ["SIGNAL", null]}
import os, signal
def solution(_):
    os.kill(os.getppid(), signal.SIGKILL)

#: has a new one
#: {"reason": null, "value": "new"}
def solution(_):
    return "new"

#: hides data in objects that all cases share
#: {"reason": null, "value": 1}
import gc, collections, json, re
def solution(_):
    collections.Counter.secret = 1
    json.encoder.secret = re.secret = 1
    for thing in gc.get_objects():
        if type(thing) is dict and thing.get("__name__") == "collections":
            thing["secret"] = 1
    return 1

#: finds no such data
#: {"reason": null, "value": [false, false, false, false]}
import collections, json, re
def solution(_):
    return [hasattr(thing, "secret") for thing in (collections, collections.Counter, json.encoder, re)]

#: writes its mark on the open file that all cases inherit
#: {"reason": [null, "EXCEPTION"]}
import fcntl, os
def solution(_):
    fcntl.fcntl(0, fcntl.F_SETFL, os.O_NONBLOCK | os.O_APPEND)
    fcntl.fcntl(0, fcntl.F_SETOWN, os.getppid())
    fcntl.fcntl(0, fcntl.F_SETSIG, 42)
    fcntl.flock(0, fcntl.LOCK_EX)

#: finds no mark there
#: {"reason": null, "value": [0, 0, 0]}
import fcntl, os
def solution(_):
    flags = fcntl.fcntl(0, fcntl.F_GETFL) & (os.O_NONBLOCK | os.O_APPEND)
    return [flags, fcntl.fcntl(0, fcntl.F_GETOWN), fcntl.fcntl(0, fcntl.F_GETSIG)]
