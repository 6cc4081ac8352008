"""Decides which imports can succeed, before and after files can be opened.

It does not know what a solution imports.
"""

import sys
from collections.abc import Callable
from importlib.machinery import BuiltinImporter, FrozenImporter
from typing import Any

# ``ctypes`` would hand out raw system calls, which no resource limit stops; the others
# act when they are imported.
REFUSED = frozenset({"ctypes", "_ctypes", "antigravity", "this", "test", "idlelib", "turtledemo"})
# Of these an interpreter on any other system says that there are none.
_OF_OTHERS = frozenset("_msi _overlapped _winapi msilib msvcrt nt winreg winsound".split())
if sys.platform != "darwin":
    _OF_OTHERS |= {"_scproxy"}


class _Refused:
    """The first finder: keeps the refused modules out, however deep the import statement is."""

    @staticmethod
    def find_spec(name: str, path: Any = None, target: Any = None) -> None:
        """Refuse those names, and leave every other to the next finder."""
        if name.partition(".")[0] in REFUSED:
            raise _refusal(name)


class _NoMoreFiles:
    """The last finder: a standard module that was not loaded in time says so."""

    @staticmethod
    def find_spec(name: str, path: Any = None, target: Any = None) -> None:
        """Refuse what the library has, and leave every other name to be not found."""
        if name.partition(".")[0] in sys.stdlib_module_names - _OF_OTHERS:
            report_missing()
            # Where nobody can be told, all there is was read: a part that a package lacks is a slip.
            if _reports or "." not in name:
                raise _refusal(name)


def _refusal(name: str) -> ModuleNotFoundError:
    return ModuleNotFoundError(f"module {name!r} is not available here", name=name)


def when_missing(report: Callable[[], None]) -> None:
    """Call ``report`` before it is said that a module of the library is not there."""
    _reports[:] = [report]


def report_missing() -> None:
    """Say that something of the library is asked for, and was not read in time."""
    for report in _reports:
        report()


def refuse_modules() -> None:
    """Keep the refused modules out from now on."""
    sys.meta_path.insert(0, _Refused)  # type: ignore[arg-type]


def look_for_no_files() -> None:
    """Look for modules in memory only: in a closed jail a file is a descriptor error."""
    sys.meta_path = _IN_MEMORY


def look_in(finder: Any) -> None:
    """Look into ``finder`` too, once no file is looked for: it has what was read in time."""
    _IN_MEMORY.insert(-1, finder)


_reports: list[Callable[[], None]] = []
_IN_MEMORY: list[Any] = [_Refused, BuiltinImporter, FrozenImporter, _NoMoreFiles]
