"""Runs the threads of a program where they are started, since there are none.

Programs of contests start one for the sake of its stack, and wait for it. A pool of the library,
whose threads wait for work, is refused as ever. It does not know what runs.
"""

import os
import sys
from typing import Any

ENDLESS_WAIT = "this would wait forever: a thread runs where it is started, and nothing runs beside it"
_LIBRARY = os.path.dirname(os.__file__) + os.sep


def run_in_place(threading: Any) -> None:
    """Have ``threading.Thread`` run its target when the program starts it, to its end."""
    _refuse_endless_waits(threading.Condition)
    kind = threading.Thread
    start, join, is_alive = kind.start, kind.join, kind.is_alive

    def start_in_place(thread: Any) -> None:
        is_pools = sys._getframe(1).f_code.co_filename.startswith(_LIBRARY)
        if is_pools or not thread._initialized or thread._started.is_set():
            return start(thread)
        identity = threading.get_ident()
        before = threading._active.get(identity)
        thread._started.set()
        thread._set_ident()
        thread._runs_in_place = True
        threading._active[identity] = thread
        try:
            thread.run()
        except SystemExit:
            # It ends the thread alone.
            pass
        finally:
            thread._runs_in_place = False
            threading._active[identity] = before
        return None

    def join_in_place(thread: Any, timeout: float | None = None) -> None:
        if not hasattr(thread, "_runs_in_place"):
            return join(thread, timeout)
        if thread._runs_in_place:
            raise RuntimeError("cannot join current thread")
        return None

    def is_alive_in_place(thread: Any) -> bool:
        return getattr(thread, "_runs_in_place", None) or not hasattr(thread, "_runs_in_place") and is_alive(thread)

    kind.start, kind.join, kind.is_alive = start_in_place, join_in_place, is_alive_in_place


def _refuse_endless_waits(kind: Any) -> None:
    wait = kind.wait

    def wait_for_a_time(condition: Any, timeout: float | None = None) -> Any:
        if timeout is None:
            raise RuntimeError(ENDLESS_WAIT)
        return wait(condition, timeout)

    kind.wait = wait_for_a_time
