"""Walks from a fault to those that are told with it: causes, contexts, members of groups.

It asks nothing of a fault's own code, and takes no longer than its limits however they are entwined.
"""

import builtins
from collections.abc import Iterator
from types import TracebackType
from typing import Any

# So long a chain is not described as a whole, only to cut it then.
LONG_CHAIN = 50
# A group may have another as its member more than once, and that another: so many parts are told.
MOST_PARTS = 1000
# Of a longer traceback only both ends are looked at: to extract a hundred thousand frames takes
# many times what the recursion took.
LONG_TRACEBACK = 4000
KEPT_STEPS = 50

context_of = BaseException.__dict__["__context__"].__get__
cause_of = BaseException.__dict__["__cause__"].__get__
traceback_of = BaseException.__dict__["__traceback__"].__get__
_suppressed_of = BaseException.__dict__["__suppress_context__"].__get__

# Groups came with 3.11.
_Group: Any = getattr(builtins, "BaseExceptionGroup", type(None))
_exceptions_of: Any = _Group.__dict__["exceptions"].__get__ if "exceptions" in _Group.__dict__ else None


def members_of(fault: BaseException) -> tuple[BaseException, ...]:
    """Return the members of a group; of any other fault none."""
    return _exceptions_of(fault) if issubclass(type(fault), _Group) else ()


def links(fault: BaseException, most: int) -> Iterator[tuple[BaseException, str]]:
    """Yield a fault and those before it, each with what is said between it and the one after it."""
    seen: set[int] = set()
    link = ""
    current: BaseException | None = fault
    while current is not None and id(current) not in seen and len(seen) < most:
        seen.add(id(current))
        yield current, link
        cause = cause_of(current)
        if cause is not None:
            link = "\nThe above exception was the direct cause of the following exception:\n\n"
            current = cause
        else:
            link = "\nDuring handling of the above exception, another exception occurred:\n\n"
            current = None if _suppressed_of(current) else context_of(current)


def shorten(fault: BaseException) -> bool:
    """Cut the middle out of long tracebacks; False when there is more to a fault than can be told."""
    count = 0
    for part in _parts(fault):
        _shorten(traceback_of(part))
        count += 1
    return count < MOST_PARTS and sum(1 for _ in links(fault, LONG_CHAIN)) < LONG_CHAIN


def _parts(fault: BaseException) -> Iterator[BaseException]:
    """Yield a fault and all that is told with it, each as often as it is told."""
    seen: set[int] = set()
    waiting = [fault]
    for _ in range(MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop()
        seen.add(id(part))
        yield part
        waiting += [link for link in (cause_of(part), context_of(part)) if link is not None and id(link) not in seen]
        waiting += members_of(part)[:MOST_PARTS]


def _shorten(step: TracebackType | None) -> None:
    steps: list[TracebackType] = []
    while step is not None:
        steps.append(step)
        step = step.tb_next
    if len(steps) > LONG_TRACEBACK:
        steps[KEPT_STEPS].tb_next = steps[-KEPT_STEPS]
