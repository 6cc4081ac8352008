"""Names the standard library that a solution is likely to want.

Everything here is loaded once, before the first fork, and shared by every case
through copy-on-write pages. It does not know what any solution imports: that is
read from its source by ``scan``.
"""

import builtins
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

CODECS = (
    "ascii latin-1 cp1252 cp437 utf-8-sig utf-7 utf-16 utf-16-le utf-16-be utf-32 utf-32-le "
    "utf-32-be cp949 euc-kr johab iso2022-kr shift_jis cp932 euc-jp gb2312 gbk gb18030 big5 "
    "idna punycode hex base64 rot13 unicode_escape raw_unicode_escape"
).split()


def load() -> None:
    """Import the modules and codecs; those that this interpreter lacks are left out."""
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
    for name in CODECS:
        try:
            "".encode(name)
        except LookupError:
            continue
    _add_exit()


def _add_exit() -> None:
    # ``exit`` and ``quit`` come from ``site``, which the zygote runs without.
    import _sitebuiltins

    for name in ("exit", "quit"):
        setattr(builtins, name, _sitebuiltins.Quitter(name, "Ctrl-D (i.e. EOF)"))
