# ruff: noqa
# Programs that want to see what is not theirs: an expected output, another user's data.

#: looks for the expected output in its frames
#: {"reason": null, "value": [], "input": {"n": 1}}
import sys
WANTED = ("expected", "expected_output", "results", "inputs", "event", "context", "private")
def solution(_):
    found, frame = [], sys._getframe()
    while frame is not None:
        found += [name for name in frame.f_locals if name in WANTED]
        found += [key for value in frame.f_locals.values() if type(value) is dict for key in value if key in WANTED]
        frame = frame.f_back
    return found

#: prints everything that its frames and the heap hold
#: {"reason": [null, "OUTPUT_LIMIT"], "value": "printed", "timeout_ms": 10000}
import gc, sys
def solution(_):
    frame = sys._getframe()
    while frame is not None:
        print([(name, str(value)[:200]) for name, value in frame.f_locals.items()])
        frame = frame.f_back
    for thing in gc.get_objects():
        if type(thing) in (dict, list, tuple):
            text = str(thing)
            for word in ("AWS", "code-", "input-", "event-", "environment-", "LAMBDA"):
                at = text.find(word)
                if at >= 0:
                    print(text[max(0, at - 20):at + 80])
    return "printed"

#: searches all reachable texts for anybody's secrets
#: {"reason": null, "value": [], "timeout_ms": 10000}
import gc
def solution(_):
    wanted = "terces-ni-dnats"[::-1]
    found, seen, waiting = [], set(), list(gc.get_objects())
    while waiting and len(seen) < 400_000:
        thing = waiting.pop()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        if type(thing) in (str, bytes):
            text = thing if type(thing) is str else thing.decode("latin-1")
            if wanted in text and text != wanted:
                found.append(text)
        else:
            waiting.extend(gc.get_referents(thing))
    return found

#: searches its environment
#: {"reason": null, "value": []}
import os
def solution(_):
    return [name for name in os.environ if name.startswith(("AWS", "_", "LAMBDA", "PRIVATE", "EXECUTOR"))]

#: reads memory that was freed before it
#: {"reason": null, "value": 0, "timeout_ms": 5000}
def solution(_):
    found = 0
    for size in (64, 256, 1024, 4096, 65536, 1 << 20):
        for _ in range(20):
            block = bytes(bytearray(size))
            found += any(block)
    return found
