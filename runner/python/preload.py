"""Names the standard library that a solution is likely to want.

Everything here is loaded once, before the first fork, and shared by every case
through copy-on-write pages. It does not know what any solution imports: that is
read from its source by ``scan``.
"""

import importlib
import os

# What a solution imports by name.
MODULES = (
    "abc array ast bisect calendar cmath codecs collections collections.abc contextlib copy "
    "dataclasses datetime decimal enum fractions functools gc heapq inspect io itertools json "
    "math numbers operator os random re statistics string struct sys textwrap time traceback "
    "types typing unicodedata warnings weakref"
).split()

# What the standard library imports behind a function's back, when no file can be
# opened any more: strptime, warnings, huge integers and so on.
HIDDEN = "_strptime linecache locale stringprep tokenize _sitebuiltins _pylong _colorize _sha2".split()


def load() -> None:
    """Import the modules; those that this interpreter lacks are left out."""
    register_at_fork = os.register_at_fork
    # What ``threading`` and ``random`` do in every forked child costs as much as the fork.
    # There are no threads here, and whoever needs new random numbers reseeds.
    os.register_at_fork = lambda **_hooks: None
    try:
        for name in MODULES + HIDDEN:
            try:
                importlib.import_module(name)
            except ImportError:
                continue
    finally:
        os.register_at_fork = register_at_fork
    _load_locale()
    # What ``site``, without which the zygote runs, adds to the builtins.
    import site

    site.setquit()
    site.setcopyright()
    site.sethelper()


def _load_locale() -> None:
    """Have the environment's locale, which is read from files, at hand for who chooses it later."""
    locale = importlib.import_module("_locale")
    usual = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, "")
    except locale.Error:
        return
    locale.setlocale(locale.LC_ALL, usual)
