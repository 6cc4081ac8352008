"""How the code of a problem is called, as data.

It does not know how any language does it.
"""

from typing import Literal, NamedTuple


class Calling(NamedTuple):
    """The part of an event, and of a run's job, that says what to call and with what."""

    # A function's name, or ``Class.method``; None stands for the names that a language looks for.
    entry_function: str | None = None
    argument_style: Literal["single", "positional", "keyword"] = "single"
    io: Literal["function", "stdio"] = "function"

    @property
    def is_program(self) -> bool:
        """Whether what is written to stdout is the answer, and nothing is called."""
        return self.io == "stdio"
