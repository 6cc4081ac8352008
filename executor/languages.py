"""The languages that cases are written in, as data.

It does not know how any of them is run.
"""

from typing import NamedTuple


class Language(NamedTuple):
    """One language: what requests call it, and what its cases run on."""

    names: tuple[str, ...]
    # Folder below ``runner/`` of what runs on the case's side.
    runner: str
    # What a case may need beyond the interpreter it runs on.
    memory_bytes: int
    # Out of memory, it looks for garbage until it is out of time, or dies of a table that it cannot double.
    thrashes: bool = False
    # A run may ask to be begun anew, with all of its library at hand.
    asks_for_library: bool = False


PYTHON = Language(
    names=("python", "python3.12"), runner="python", memory_bytes=256 * 1024 * 1024, asks_for_library=True
)
JAVASCRIPT = Language(
    names=("javascript", "nodejs24"), runner="javascript", memory_bytes=256 * 1024 * 1024, thrashes=True
)
