"""Lets ``asyncio`` run where no descriptor can be made: its loop only sleeps and calls.

A loop's own pipe is there to wake it from other threads and signals, of which there are none.
It does not know what runs on the loop.
"""

from typing import Any


def use_poll(selectors: Any) -> None:
    """Have ``selectors`` choose the one that needs no descriptor of its own."""
    selectors.DefaultSelector = selectors.PollSelector


def leave_out_self_pipe(selector_events: Any) -> None:
    """Have the loops of ``asyncio.selector_events`` do without their pipe."""
    loop = selector_events.BaseSelectorEventLoop
    loop._ssock = loop._csock = None
    loop._make_self_pipe = loop._close_self_pipe = _do_nothing


def _do_nothing(_loop: Any) -> None:
    return


# What is done to a module when it is loaded, by its name.
MENDS = {"selectors": use_poll, "asyncio.selector_events": leave_out_self_pipe}
