"""Names the standard library that a solution is likely to want, and loads it in two steps.

What most solutions import is there before the first case. The rest is loaded once the first answer
is out, and stays out of sight; a case that asks for a module that is not in sight is shown all of it,
or loads all of it when it is the first. So no solution sees whether its environment is new. All is
shared by every case through copy-on-write pages. It does not know what any solution imports: that is
read from its source by ``scan``.
"""

import importlib
import os
import sys
from collections.abc import Iterable
from types import ModuleType

from settle import settle

# What the runner needs itself, or most solutions import by name.
FIRST = (
    "abc array bisect cmath codecs collections collections.abc contextlib copy enum functools gc heapq "
    "io itertools json math operator os random re string struct sys textwrap time traceback types typing "
    "warnings weakref"
).split()
# What the interpreter itself imports behind a function's back, when no file can be opened any
# more: huge integers, names of characters and so on.
HIDDEN = "linecache stringprep tokenize unicodedata _sitebuiltins _pylong _colorize _sha2".split()
# What the rest needs of shared libraries, which no case can load.
LIBRARIES = "_contextvars _datetime _opcode _statistics".split()

REST = "ast calendar dataclasses datetime decimal fractions inspect locale numbers statistics _strptime".split()
# ``inspect``'s own comes with it; all of it is also read, for imports behind a function's back.
REST_FILES = [*REST, "dis", "opcode", "_opcode_metadata"]

_rest: dict[str, ModuleType] = {}


def load() -> None:
    """Import what every case has in sight."""
    _import(FIRST + HIDDEN + LIBRARIES)
    _load_locale()
    # What ``site``, without which the zygote runs, adds to the builtins.
    import site

    site.setquit()
    site.setcopyright()
    site.sethelper()
    settle()


def load_rest() -> None:
    """Import the rest, out of sight, unless that was done before."""
    if _rest:
        return
    seen = set(sys.modules)
    _import(REST)
    _rest.update({name: sys.modules.pop(name) for name in sys.modules.keys() - seen})
    settle()


def show_rest_if_loaded() -> None:
    """Bring the rest into sight, where that costs nothing."""
    sys.modules.update(_rest)


def show_rest() -> set[str]:
    """Bring the rest into sight, in a case; return the names that were not."""
    seen = set(sys.modules)
    if _rest:
        sys.modules.update(_rest)
    else:
        _import(REST)
    return sys.modules.keys() - seen


def _import(names: Iterable[str]) -> None:
    """Import the modules; those that this interpreter lacks are left out."""
    register_at_fork = os.register_at_fork
    # What ``threading`` and ``random`` do in every forked child costs as much as the fork.
    # There are no threads here, and whoever needs new random numbers reseeds.
    os.register_at_fork = lambda **_hooks: None
    try:
        for name in names:
            try:
                importlib.import_module(name)
            except ImportError:
                continue
    finally:
        os.register_at_fork = register_at_fork


def _load_locale() -> None:
    """Load the environment's locale, which is read from files, for solutions that choose it later."""
    locale = importlib.import_module("_locale")
    usual = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, "")
    except locale.Error:
        return
    locale.setlocale(locale.LC_ALL, usual)
