"""Loads, before the jail closes, the standard library that a source will ask for.

Later is too late: no file can be opened then. The source is not parsed, which can take seconds
and a gigabyte for one line of 64 KB; its imports are found by what their statements look like
once texts and comments are out of the way. What looks like one and is none loads a module that
nobody asks for; a source that is no Python is left to the compiler; and an import that fails
here fails again, with its own error, in the solution.
"""

import re
import sys
import time
from collections.abc import Iterator

import library

# CPU seconds that a source's imports may take together. They are not charged to the
# solution, so that a list of the whole standard library must not hold the executor.
BUDGET_SECONDS = 0.8
# No module of the library is as deep, and each level is a call within a call.
_MAX_NAME = 80

# A text that nothing ends is one all the same, or each of its quotes would be tried anew.
_TEXT = re.compile(
    r"""
    \#[^\r\n]*
    | \"\"\" ([^"\\]* (?: (?: \\(?: . | \Z ) | "(?!"") ) [^"\\]* )*) (?: \"\"\" | \Z )
    | ''' ([^'\\]* (?: (?: \\(?: . | \Z ) | '(?!'') ) [^'\\]* )*) (?: ''' | \Z )
    | " ([^"\\\r\n]* (?: \\. [^"\\\r\n]* )*) (?: " | (?= [\r\n\\] | \Z ) )
    | ' ([^'\\\r\n]* (?: \\. [^'\\\r\n]* )*) (?: ' | (?= [\r\n\\] | \Z ) )
    | \\\r?\n
    """,
    re.VERBOSE | re.DOTALL,
)
_IMPORT = re.compile(r"(?:\bfrom\b([.\w \t\f]{1,100}?))?\bimport\b[ \t\f]*(\([^)]*(?:\)|\Z)|[^\r\n;]*)")
_ALIAS = re.compile(r"\bas\b")
_MODULE_NAME = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")


def import_what_is_named(source: str) -> None:
    """Import the standard modules that ``source`` names."""
    if "import" not in source:
        return
    code, texts = _split(source)
    started = time.process_time()
    for name, members in _imports(code, texts if "__import__" in source or "import_module" in source else []):
        if time.process_time() - started > BUDGET_SECONDS:
            return
        _import(name, members)


def _split(source: str) -> tuple[str, list[str]]:
    """Return the code without its comments, continued lines and texts, and the texts."""
    texts: list[str] = []

    def set_aside(found: re.Match[str]) -> str:
        if found.lastindex is None:
            return "" if found[0].startswith("#") else " "
        texts.append(found[found.lastindex])
        return '""'

    return _TEXT.sub(set_aside, source), texts


def _imports(code: str, texts: list[str]) -> Iterator[tuple[str, list[str]]]:
    for statement in _IMPORT.finditer(code):
        parts = statement[2].strip("()").split(",")
        names = ["".join(_ALIAS.split(part)[0].split()) for part in parts if part.strip()]
        if statement[1] is None:
            yield from ((name, []) for name in names)
        else:
            yield "".join(statement[1].split()), names
    for text in texts:
        if _MODULE_NAME.fullmatch(text):
            yield text, []


def _import(name: str, members: list[str]) -> None:
    top = name.partition(".")[0]
    if name not in sys.modules:
        library.show_rest()
    if len(name) > _MAX_NAME or top not in sys.stdlib_module_names or top.startswith("_") and top != "__future__":
        return
    if "__main__" in name.split(".") or "__main__" in members:
        # A program, not a library: importing it would run it, out here.
        return
    try:
        # As the statement itself does it: members may be modules, or load some.
        __import__(name, None, None, members)
    except MemoryError:
        raise
    except BaseException:  # noqa: BLE001 - whatever a module raises, it raises again in the solution
        return
