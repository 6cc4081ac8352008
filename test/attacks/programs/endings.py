# ruff: noqa
# Programs that want more time when they have come to their end.

#: never ends in a destructor, after its function returned
#: {"reason": [null], "value": 1, "timeout_ms": 300}
class Last:
    def __del__(self):
        while True:
            pass
last = Last()
def solution(_):
    return 1

#: never ends at exit
#: {"reason": null, "value": 1, "timeout_ms": 300}
import atexit
@atexit.register
def never():
    while True:
        pass
def solution(_):
    return 1

#: never ends while its value is written down
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT"], "says": "TimeLimitExceeded", "timeout_ms": 300}
class Key:
    def __str__(self):
        while True:
            pass
def solution(_):
    return {Key(): 1}

#: never ends while its exception is told
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT"], "says": "TimeLimitExceeded", "timeout_ms": 300}
class Endless(Exception):
    def __str__(self):
        while True:
            pass
def solution(_):
    raise Endless

#: never ends while its output is flushed
#: {"reason": ["WALL_LIMIT", "CPU_LIMIT"], "says": "TimeLimitExceeded", "timeout_ms": 300}
import sys
class Stream:
    def write(self, text):
        return len(text)
    def flush(self):
        while True:
            pass
sys.stdout = Stream()
def solution(_):
    return 1
