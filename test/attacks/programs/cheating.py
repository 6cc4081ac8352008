# ruff: noqa
# Programs that want to be right without being right, or to see what is not theirs.

#: exits at once with success
#: {"reason": "NO_RESULT", "says": "exited before its function returned"}
import os
def solution(_):
    os._exit(0)

#: exits while it is imported
#: {"reason": "NO_RESULT", "says": "exited before its function returned"}
import sys
sys.exit(0)
def solution(_):
    return 1

#: prints a result frame and exits
#: {"reason": "NO_RESULT", "stdout": "###_RETURN_VALUE_###"}
import base64, os
def solution(_):
    print("###_RETURN_VALUE_###" + base64.b64encode(b'{"result": 42}').decode(), flush=True)
    os._exit(0)

#: forges a frame on every descriptor and exits
#: {"reason": "BAD_RETURN_VALUE", "says": "SerializationError"}
import base64, os
frame = b"###_RETURN_VALUE_###" + base64.b64encode(b'{"result": 42}') + b"\n"
def solution(_):
    for number in range(256):
        try:
            os.write(number, frame)
        except OSError:
            pass
    os._exit(0)

#: forges a frame with a nonce of its own on every descriptor and returns
#: {"reason": "BAD_RETURN_VALUE", "says": "SerializationError"}
import base64, os
frame = b"0" * 32 + b" ###_RETURN_VALUE_###" + base64.b64encode(b'{"result": 42}') + b"\n"
def solution(_):
    for number in range(256):
        try:
            os.write(number, frame)
        except OSError:
            pass
    return 42

#: writes the first line of a run again
#: {"reason": "BAD_RETURN_VALUE", "says": "SerializationError"}
import os
def solution(_):
    for number in range(3, 256):
        try:
            os.write(number, b"ready 1 0 0\nrefused nothing\n")
        except OSError:
            pass
    return 1

#: writes part of a frame and exits
#: {"reason": "NO_RESULT"}
import os
def solution(_):
    for number in range(3, 256):
        try:
            os.write(number, b"###_RETURN_VALUE_###eyJyZX")
        except OSError:
            pass
    os._exit(0)

#: finds its nonce and writes two results
#: {"reason": "BAD_RETURN_VALUE", "says": "more than one result"}
import base64, os, sys
def solution(_):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    nonce, channel = frame.f_locals["nonce"], frame.f_locals["channel"]
    body = base64.b64encode(b'{"result": 42}').decode()
    for _ in range(2):
        os.write(channel, f"{nonce} ###_RETURN_VALUE_###{body}\n".encode())
    os._exit(0)

#: finds its nonce and writes a result that is none
#: {"reason": "BAD_RETURN_VALUE", "says": "SerializationError"}
import base64, os, sys
def solution(_):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    nonce, channel = frame.f_locals["nonce"], frame.f_locals["channel"]
    body = base64.b64encode(b'{"result": NaN, "isSuccessful": true}').decode()
    os.write(channel, f"{nonce} ###_RETURN_VALUE_###{body}\n".encode())
    os._exit(0)

#: finds its nonce and blames the executor
#: {"reason": "BAD_RETURN_VALUE"}
import base64, json, os, sys
def solution(_):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    nonce, channel = frame.f_locals["nonce"], frame.f_locals["channel"]
    fault = {"reason": "EXECUTOR_ERROR", "error": "the service is broken", "traceback": ""}
    body = base64.b64encode(json.dumps(fault).encode()).decode()
    os.write(channel, f"{nonce} ###_FAULT_###{body}\n".encode())
    os._exit(0)

#: fills its channel
#: {"reason": ["OUTPUT_LIMIT", "BAD_RETURN_VALUE"], "timeout_ms": 10000}
import os
def solution(_):
    for number in range(3, 64):
        try:
            while True:
                os.write(number, b"x" * 65536)
        except OSError:
            pass
    return 1

#: replaces what the result is made with
#: {"reason": [null, "EXCEPTION", "BAD_RETURN_VALUE", "NO_RESULT"]}
import base64, builtins, json, os, sys
def solution(_):
    json.dumps = json.loads = json.JSONEncoder.encode = lambda *_: '{"result": "forged"}'
    base64.b64encode = lambda _: b"eyJyZXN1bHQiOiAiZm9yZ2VkIn0="
    os.write = os._exit = lambda *_: 0
    return "mine"

#: tears down the builtins
#: {"reason": [null, "EXCEPTION", "NO_RESULT"], "value": "mine"}
import builtins
def solution(_):
    for name in dir(builtins):
        if not name.startswith("__"):
            delattr(builtins, name)
    return "mine"

#: empties the module table
#: {"reason": [null, "EXCEPTION", "NO_RESULT"], "value": "mine"}
import sys
def solution(_):
    for module in list(sys.modules.values()):
        if getattr(module, "__dict__", None) is not None and module.__name__ not in ("builtins", "sys", "solution"):
            module.__dict__.clear()
    sys.modules.clear()
    return "mine"

#: imports itself
#: {"reason": null, "value": [true, 5]}
import solution as myself
def helper():
    return 5
def solution(_):
    import solution as again
    return [again is myself, again.helper()]

#: replaces its module and its entry function on the way
#: {"reason": [null, "EXCEPTION"], "value": "first"}
import sys
def solution(_):
    sys.modules["solution"] = None
    globals()["solution"] = lambda _: "second"
    return "first"

#: changes the code of its callers
#: {"reason": [null, "EXCEPTION", "NO_RESULT", "SIGNAL", "BAD_RETURN_VALUE"], "value": "mine"}
import gc, types
def solution(_):
    for thing in gc.get_objects():
        if type(thing) is types.FunctionType and thing.__module__ in ("values", "frame", "child"):
            thing.__code__ = (lambda *_, **__: "forged").__code__
    return "mine"

#: has an entry function that is no function
#: {"reason": "NO_ENTRY_FUNCTION", "says": "EntryFunctionError"}
solution = 5

#: has an entry whose call lies about the result
#: {"reason": "EXCEPTION", "says": "TypeError"}
class Entry:
    def __call__(self):
        return 42
solution = Entry()

#: makes every name callable while it is asked for
#: {"reason": ["NO_ENTRY_FUNCTION", "EXCEPTION", null], "value": 1}
class Names(dict):
    def get(self, name, default=None):
        return lambda _: 42
    def __getitem__(self, name):
        return lambda _: 42
import sys
main = lambda _: 1
sys.modules[__name__].__class__ = type("Module", (type(sys),), {"__getattribute__": lambda *_: 42})

#: does its work again in a destructor and at exit
#: {"reason": null, "value": "once"}
import atexit, os
class Late:
    def __del__(self):
        for number in range(3, 64):
            try:
                os.write(number, b"late\n")
            except OSError:
                pass
late = Late()
atexit.register(late.__del__)
def solution(_):
    return "once"
